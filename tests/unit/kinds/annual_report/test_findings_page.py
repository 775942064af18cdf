"""docs/findings.md names every finding that the checks can yield."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[4]
ROOM = ROOT / "govdocs" / "kinds" / "annual_report"


def test_every_id_of_a_check_is_in_the_page():
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    sources = [*(ROOM / "checks").glob("*.py"), ROOM / "fill_totals.py"]
    words = {
        word
        for path in sources
        for word in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text(encoding="utf-8"))
    }
    assert len(words) > 25
    assert {word for word in words if f"`{word}`" not in page} == set()
