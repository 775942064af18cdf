"""Clauses 3 to 7 of GB/T 9704-2012, read back from a finished 通知: PDF, and DOCX in LibreOffice.

Distances in mm: 0.1 where we draw, 0.5 in LibreOffice. A title's lines and others off the grid have
their baseline at 0.8 of the line, lines on it 20.7 pt under its top.
"""

import io
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pytest
from parity import find_soffice
from sheets import MM, Sheet, in_libreoffice, read_sheets

import govdocs

EXAMPLE = Path(__file__).parents[2] / "examples/official/08-notice.yaml"
LEFT, RIGHT, TOP, FOOT = 28.0, 184.0, 37.0, 262.0
CELL, PITCH = 156 / 28, 225 / 22
DROP, TITLE_DROP = 20.7 / MM, 0.8 * 28.95 / MM
RED, BLACK = "red", "black"


class File(NamedTuple):
    """A finished file as its reader sees it."""

    sheets: list[Sheet]
    near: float

    def line(self, text: str, page: int | None = None):
        sheets = self.sheets if page is None else [self.sheets[page]]
        return next(line for sheet in sheets for line in sheet.lines if line.text.startswith(text))

    def is_near(self, found: float, wanted: float) -> bool:
        return found == pytest.approx(wanted, abs=self.near)


@pytest.fixture(scope="module")
def official():
    return govdocs.read_official(EXAMPLE)


@pytest.fixture(scope="module")
def pdf(official):
    return govdocs.render(official, "pdf", bundled_fonts=True)


@pytest.fixture(scope="module")
def office(official):
    if find_soffice() is None:
        pytest.skip("LibreOffice is not installed")
    return in_libreoffice({"notice": govdocs.render(official, "docx")})["notice"]


@pytest.fixture(params=["pdf", "docx"])
def file(request):
    if request.param == "pdf":
        return File(read_sheets(request.getfixturevalue("pdf")), 0.1)
    return File(request.getfixturevalue("office"), 0.5)


def is_han(char):
    return "\u4e00" <= char.text <= "\u9fff"


def face(line):
    """The face of the line's Chinese text."""
    first = next(char for char in line.chars if is_han(char))
    return first.font.removeprefix("Govdocs").removesuffix("-Regular")


def size(line):
    return round(line.chars[0].size, 1)


def body(file):
    """Lines of the text on page 2, which holds nothing else but headings."""
    return [line for line in file.sheets[1].lines if TOP * MM < line.y < FOOT * MM]


def test_3_1_a_zi_is_a_28th_of_the_type_area(file):
    unspread = [line for line in body(file) if line.right / MM < RIGHT - 10]
    steps = [
        (after.x - before.x) / MM
        for line in unspread
        for before, after in zip(line.chars, line.chars[1:], strict=False)
        if is_han(before) and is_han(after)
    ]
    assert len(steps) > 50
    assert steps == pytest.approx([CELL] * len(steps), abs=0.1)


def test_3_2_a_line_is_a_22nd_of_the_type_area(file):
    lines = body(file)
    for number, line in enumerate(lines):
        assert file.is_near(line.y / MM, TOP + number * PITCH + DROP)
    assert len(lines) == 22


def test_5_1_the_sheet_is_a4(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as read:
        for page in read.pages:
            assert (page.width / MM, page.height / MM) == pytest.approx((210, 297), abs=0.1)


def test_5_2_1_text_keeps_to_the_type_area(file):
    for number in (0, 1, 2, 3):  # the fifth page is turned
        lines = [line for line in file.sheets[number].lines if line.y < FOOT * MM]
        assert min(line.left for line in lines) / MM > LEFT - file.near
        inked = [char.ink[2] for line in lines for char in line.chars]
        assert max(inked) / MM < RIGHT + file.near + (3 if file.near > 0.1 else 0)  # hung marks
        assert min(line.y for line in lines) / MM > TOP


def test_5_2_2_text_is_3_hao_fang(file):
    text = [line for line in body(file) if face(line) == "Fang"]
    assert len(text) > 10
    assert {size(line) for line in text} == {16.0}


def colours(data):
    with pdfplumber.open(io.BytesIO(data)) as read:
        for char in read.pages[0].chars:
            yield char["text"], char["non_stroking_color"]


def test_5_2_4_all_but_the_mark_and_its_rule_is_black(pdf):
    red = {text for text, colour in colours(pdf) if colour == (0, 0.8, 0.8, 0)}
    others = {colour for _, colour in colours(pdf) if colour != (0, 0.8, 0.8, 0)}
    assert red == set("青禾县人民政府办公室文件")
    assert others == {(0,)}


def test_7_1_elements_follow_in_the_standards_order(file):
    order = [
        file.line("000012"),
        file.line("特急"),
        file.line("青禾县人民政府办公室文件"),
        file.line("青政办发〔2026〕15号"),
        file.line("青禾县人民政府办公室关于"),
        file.line("各乡镇人民政府"),
    ]
    heights = [line.y for line in order]
    assert heights == sorted(heights)
    first, last = file.sheets[0], file.sheets[-1]
    assert all(line in first.lines for line in order)
    assert file.line("抄送：") in last.lines
    assert all(sheet.number.y > FOOT * MM for sheet in file.sheets[:4])


def test_7_3_1_the_title_is_2_hao_biaosong_centred_and_broken_at_words(file):
    first = file.line("青禾县人民政府办公室关于切实做好")
    second = file.line("2026年主汛期防汛抗灾工作的通知")
    for line in (first, second):
        assert (face(line), size(line)) == ("Biaosong", 22.0)
        assert file.is_near((line.left + line.right) / 2 / MM, (LEFT + RIGHT) / 2)
    assert file.is_near((second.y - first.y) / MM, PITCH)


def test_7_3_2_addressees_stand_one_blank_line_under_the_title_flush_left(file):
    title = file.line("2026年主汛期防汛抗灾工作的通知")
    line = file.line("各乡镇人民政府", 0)
    assert line.text.endswith("：")
    assert file.is_near(line.left / MM, LEFT)
    assert file.is_near((line.y - title.y) / MM, 2 * PITCH + DROP - TITLE_DROP)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("一、", "Hei"), ("（一）", "Kai"), ("1.", "Fang"), ("（1）", "Fang")],
)
def test_7_3_3_headings_have_their_faces_2_zi_in(text, wanted, tmp_path):
    source = tmp_path / "四级.txt"
    source.write_text(
        "关于四级标题的报告\n\n一、第一级\n\n（一）第二级\n\n1.第三级。文字。\n\n（1）第四级。文字。\n",
        encoding="utf-8",
    )
    file = File(read_sheets(govdocs.render(govdocs.read(source), "pdf", bundled_fonts=True)), 0.1)
    line = file.line(text)
    assert (face(line), size(line)) == (wanted, 16.0)
    assert line.left / MM == pytest.approx(LEFT + 2 * CELL, abs=0.3)


def test_7_3_4_names_of_attachments_are_numbered_and_aligned_without_marks(file):
    first, second = file.line("附件：1."), file.line("2.全县")
    last_text = file.line("特此通知。")
    assert file.is_near((first.y - last_text.y) / MM, 2 * PITCH)
    assert first.left / MM == pytest.approx(LEFT + 2 * CELL, abs=0.3)
    assert file.is_near(first.chars[3].left / MM, second.chars[0].left / MM)
    assert not (first.text + second.text).endswith(("。", "；"))


def test_7_3_5_4_the_date_is_in_arabic_digits_without_padding(file):
    assert file.line("2026年5月22日").text == "2026年5月22日"


def test_7_3_7_attachments_begin_pages_with_label_on_line_1_and_title_on_line_3(file):
    label, title = file.line("附件1", 3), file.line("2026年主汛期防汛抗灾重点任务分工", 3)
    assert (face(label), size(label)) == ("Hei", 16.0)
    assert file.is_near(label.left / MM, LEFT)
    assert file.is_near(label.y / MM, TOP + DROP)
    assert file.is_near(title.y / MM, TOP + 2 * PITCH + TITLE_DROP)
    assert file.is_near((title.left + title.right) / 2 / MM, (LEFT + RIGHT) / 2)
    assert title.text in "".join(line.text for line in file.sheets[2].lines)
