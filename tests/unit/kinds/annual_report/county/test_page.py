"""docs/findings.md names every finding of a county, docs/design/aggregation.md every status."""

import re
from pathlib import Path

from govdocs.kinds.annual_report.county.results import Status

ROOT = Path(__file__).parents[5]
PAGE = (ROOT / "docs" / "design" / "aggregation.md").read_text(encoding="utf-8")
FINDINGS = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
NOT_FINDINGS = {"left-out"}  # a decision


def test_every_finding_is_in_the_page():
    room = ROOT / "govdocs" / "kinds" / "annual_report" / "county"
    statuses = {status.value for status in Status}
    sources = (path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    words = {word for text in sources for word in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', text)}
    assert len(words) > 20
    assert {w for w in words - statuses - NOT_FINDINGS if f"`{w}`" not in FINDINGS} == set()


def test_every_status_that_is_not_in_order_is_in_the_page():
    assert {s.value for s in Status if f"`{s.value}` {s.zh}" not in PAGE} == {"ok"}
