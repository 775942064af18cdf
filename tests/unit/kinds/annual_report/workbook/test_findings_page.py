"""docs/findings.md names every finding that reading a workbook can yield, and its errors."""

import re
from pathlib import Path

from govdocs.inputs.xlsx import opening

ROOT = Path(__file__).parents[5]
PAGE = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")


def test_every_id_is_in_the_page():
    room = ROOT / "govdocs" / "kinds" / "annual_report" / "workbook"
    words = {
        word
        for path in room.glob("*.py")
        for word in re.findall(r'"(workbook-[a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(words) > 25
    assert {word for word in words if f"`{word}`" not in PAGE} == set()


def test_every_refusal_is_in_the_page():
    for advice in opening._OTHERS.values():
        assert advice.zh.partition("；")[0].partition("，")[0] in PAGE
