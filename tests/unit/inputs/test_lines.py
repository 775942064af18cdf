"""Lines keep their place in the source; what cannot be printed goes, and is reported."""

import pytest

from govdocs.inputs.reading import read, read_with_findings
from govdocs.inputs.text.lines import Edit, Line, edited
from govdocs.model.nodes import plain_text


def texts(document):
    return [plain_text(block.content) for block in document.main_part.body]


def found(reading, id):
    return [(f.line, f.column) for f in reading.findings if f.id == id]


@pytest.mark.parametrize(
    "indent", ["", " ", "    ", "\u3000\u3000", "\t", "\xa0\xa0", " \u3000\xa0"]
)
def test_ragged_indents_and_trailing_blanks_are_layout(indent):
    reading = read_with_findings(f"\n{indent}全年平稳。{indent}\n\n")
    assert texts(reading.document) == ["全年平稳。"]
    assert [f.id for f in reading.findings] == ["title-missing"]


@pytest.mark.parametrize(
    "char",
    ["\x01", "\u200b", "\u202e", "\u2066", "\ufeff", "\xad", "\ud800", "\ufffe", "\x7f", "\0"],
)
def test_unprintable_characters_are_removed_with_their_place(char):
    reading = read_with_findings(f"首句。\n  全年{char}平{char}稳。")
    assert texts(reading.document) == ["首句。", "全年平稳。"]
    assert found(reading, "unprintable-removed") == [(2, 5), (2, 7)]
    (first, _) = [f for f in reading.findings if f.id == "unprintable-removed"]
    assert f"U+{ord(char):04X}" in first.zh
    assert f"U+{ord(char):04X}" in first.en


@pytest.mark.parametrize("char", ["\t", "\xa0"])
def test_inner_tabs_and_no_break_spaces_become_spaces_with_a_finding(char):
    reading = read_with_findings(f"商业{char}企业。")
    assert texts(reading.document) == ["商业 企业。"]
    assert found(reading, "space-normalised") == [(1, 3)]


def test_inner_spaces_stay():
    assert texts(read("索 引\u3000号。")) == ["索 引\u3000号。"]


@pytest.mark.parametrize("char", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_other_separators_end_lines_with_a_finding(char):
    reading = read_with_findings(f"甲句。{char}乙句,丙。\n丁句。")
    assert texts(reading.document) == ["甲句。", "乙句，丙。", "丁句。"]
    assert reading.block_lines == (1, 1, 2)
    assert found(reading, "line-separator") == [(1, 4)]
    assert found(reading, "mark-restored") == [(1, 7)]


def test_columns_lead_back_to_the_source_through_every_change():
    reading = read_with_findings("\u3000 旧旧\u200b名,新,年。", replace={"旧旧": "某某某县"})
    assert texts(reading.document) == ["某某某县名，新，年。"]
    assert found(reading, "mark-restored") == [(1, 7), (1, 9)]


def test_edits_of_edits_keep_columns():
    line = edited(Line(1, "abcdefgh"), [Edit(1, 3, "X"), Edit(5, 6, "")])
    assert line.text == "aXdegh"
    again = edited(line, [Edit(0, 1, "--")])
    assert again.text == "--XdegH".replace("H", "h")
    source = "abcdefgh"
    assert [source[again.column(i) - 1] for i in range(3, 7)] == list("degh")


def test_parts_of_a_line_know_their_columns():
    part = Line(3, "  ab | cd").part(6)
    assert (part.text, part.column(0)) == ("cd", 8)
