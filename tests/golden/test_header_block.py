"""The header block, read back from the finished PDF and from LibreOffice's view of the DOCX.

Distances are counted as ``govdocs/compose/header/block.py`` says: the mark's upper edge by its
ink, lower edges of characters 0.12 em under the baseline, rules at the centre of a stroke.
"""

from __future__ import annotations

import datetime
import subprocess
from functools import cache
from typing import NamedTuple

import pdfplumber
import pypdfium2
import pytest
from parity import find_soffice
from pdf_lines import read_pages
from PIL import ImageChops

import govdocs
from govdocs import build
from govdocs.model.nodes import HeaderBlock, Signing

MM = 72 / 25.4
TOP, LEFT, RIGHT, MIDDLE = 37.0, 28.0, 184.0, 106.0
PITCH = 225 / 22
CELL = 156 / 28
DROP = 20.7 / MM  # from the top of a line's box to its baseline
LOWER = 0.8 * 28.95 / MM - DROP  # how much lower the baseline of a title is, off the grid
DPI, SEEN = 600, 140.0  # how much of a page is looked at for its ink, mm from the top
RED = {(0, 0.8, 0.8, 0), (1, 0, 0)}
TEXT = "各乡镇人民政府要充分认识抓好春季农业生产的重要意义，切实加强组织领导，压实工作责任。"
NAMES = ("青禾县发展和改革局", "青禾县财政局", "青禾县人力资源和社会保障局", "青禾县民政局")


def made(form, header, paragraphs=9):
    is_plain = form in ("order", "minutes")
    return build.document(
        "青禾县人民政府关于做好2025年春季农业生产工作的通知",
        "现就有关事项通知如下。",
        *[TEXT] * paragraphs,
        header_block=header,
        addressees=() if is_plain else ("各乡镇人民政府", "县政府各部门"),
        signature="青禾县人民政府",
        signing=Signing.UNSEALED,
        date_of_issue=datetime.date(2025, 3, 9),
        form=form,
    )


FULL = HeaderBlock(
    copy_number="000001",
    secrecy="机密★1年",
    urgency="特急",
    issuer_mark=("青禾县人民政府",),
    document_number="青政发〔2025〕7号",
)
DOCUMENTS = {
    "official": made("official", FULL),
    "joint": made(
        "official",
        HeaderBlock(
            urgency="加急",
            issuer_mark=NAMES,
            document_number="青发改发〔2025〕12号",
            signatories=("张三", "欧阳修远", "王小五"),
        ),
        16,
    ),
    "letter": made(
        "letter",
        HeaderBlock(
            copy_number="000002",
            urgency="加急",
            issuer_mark=("青禾县人民政府办公室", "青禾县财政局"),
            document_number="青政办函〔2025〕7号",
        ),
        24,
    ),
    "order": made("order", HeaderBlock(issuer_mark=NAMES[1:2], document_number="第3号"), 3),
    "minutes": made(
        "minutes",
        HeaderBlock(issuer_mark=("青禾县人民政府常务会议",), document_number="〔2025〕5号"),
        32,
    ),
}
OPTIONS = {"preprinted": {"preprinted": True}}
DOCUMENTS["preprinted"] = DOCUMENTS["official"]


class Rule(NamedTuple):
    """A stroke: mm from the sheet's top left, thickness in points."""

    left: float
    right: float
    centre: float
    thickness: float
    colour: tuple[float, ...]


class Side(NamedTuple):
    """One rendering of all documents, and how near it has to come, mm."""

    folder: object
    tolerance: float

    def pages(self, name):
        return _pages(self.folder / f"{name}.pdf")

    def line(self, name, start):
        """The first line of page 1 that starts so, or else holds it."""
        lines = self.pages(name)[0].lines
        for line in lines:
            if line.text.replace(" ", "").startswith(start):
                return line
        return next(line for line in lines if start in line.text.replace(" ", ""))

    def rules(self, name, page=0):
        return _rules(self.folder / f"{name}.pdf", page)

    def is_near(self, value, expected):
        return value == pytest.approx(expected, abs=self.tolerance)


@cache
def _pages(path):
    return read_pages(path)


@cache
def _rules(path, page):
    with pdfplumber.open(path) as file:
        at = file.pages[page]
        bars = [_rule(r, r["height"], r["non_stroking_color"]) for r in at.rects]
        strokes = [_rule(r, r["linewidth"], r["stroking_color"]) for r in at.lines]
    return sorted(bars + strokes, key=lambda rule: rule.centre)


def _rule(shape, thickness, colour):
    middle = (shape["top"] + shape["bottom"]) / 2
    return Rule(shape["x0"] / MM, shape["x1"] / MM, middle / MM, thickness, tuple(colour))


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ours")
    for name, document in DOCUMENTS.items():
        for to in ("pdf", "docx"):
            data = govdocs.render(document, to, bundled_fonts=True, **OPTIONS.get(name, {}))
            (folder / f"{name}.{to}").write_bytes(data)
    return Side(folder, 0.1)


@pytest.fixture(scope="module")
def libreoffice(ours, tmp_path_factory):
    soffice = find_soffice()
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    folder, home = tmp_path_factory.mktemp("theirs"), tmp_path_factory.mktemp("home")
    files = [str(ours.folder / f"{name}.docx") for name in DOCUMENTS]
    home_option = f"-env:UserInstallation={home.as_uri()}"
    command = [soffice, home_option, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=600)
    return Side(folder, 0.5)


@pytest.fixture(params=["ours", "libreoffice"])
def side(request):
    return request.getfixturevalue(request.param)


def ink_top(side, name, left=0.0, right=210.0):
    """Upper edge of the red ink between two edges of page 1, mm, as it is painted.

    PDFium's boxes of characters are up to 0.2 mm too high at the size of a mark.
    """
    box = tuple(round(edge / 25.4 * DPI) for edge in (left, 0, right, SEEN))
    return _red_ink(side.folder / f"{name}.pdf").crop(box).getbbox()[1] / DPI * 25.4


@cache
def _red_ink(path):
    """The upper part of page 1, white where it is red."""
    page = pypdfium2.PdfDocument(path)[0]
    picture = page.render(scale=DPI / 72, crop=(0, (297 - SEEN) * MM, 0, 0)).to_pil()
    red, green, _ = picture.convert("RGB").split()
    return ImageChops.subtract(red, green).point(lambda value: 255 * (value > 90))


def foot(line):
    """Lower edge of the boxes of its characters, mm."""
    return (line.y + 0.12 * line.chars[0].size) / MM


def centre(line):
    return (line.left + line.right) / 2 / MM


def grid_baseline(line_number, start=TOP):
    return start + (line_number - 1) * PITCH + DROP


def face(line):
    return line.chars[0].font.partition("-")[0].removeprefix("Govdocs")


# Upper left corner


def test_7_2_1_the_copy_number_stands_flush_left_on_line_1(side):
    line = side.line("official", "000001")
    assert side.is_near(line.left / MM, LEFT)
    assert side.is_near(line.y / MM, grid_baseline(1))
    assert line.chars[0].size == 16


def test_7_2_2_secrecy_and_its_duration_stand_on_line_2_in_hei(side):
    line = side.line("official", "机密")
    assert line.text.replace(" ", "") == "机密★1年"
    assert side.is_near(line.left / MM, LEFT)
    assert side.is_near(line.y / MM, grid_baseline(2))
    assert (face(line), line.chars[0].size) == ("Hei", 16)


def test_7_2_3_urgency_stands_under_both_and_an_absent_one_leaves_no_gap(side):
    under, alone = side.line("official", "特急"), side.line("joint", "加急")
    assert side.is_near(under.y / MM, grid_baseline(3))
    assert side.is_near(alone.y / MM, grid_baseline(1))
    for line in (under, alone):
        assert side.is_near(line.left / MM, LEFT)
        assert (face(line), line.chars[0].size) == ("Hei", 16)


# Mark


def test_7_2_4_the_marks_ink_begins_35_mm_under_the_type_areas_top(side):
    line = side.line("official", "青禾县人民政府文件")
    assert side.is_near(ink_top(side, "official"), TOP + 35)
    assert side.is_near(centre(line), MIDDLE)
    assert face(line) == "Biaosong"


def test_7_2_4_the_mark_is_red_and_all_else_but_the_rule_is_black(side):
    with pdfplumber.open(side.folder / "official.pdf") as file:
        inks = {(c["text"], tuple(c["non_stroking_color"])) for c in file.pages[0].chars}
    red = {char for char, ink in inks if ink in RED}
    assert set("文件") <= red <= set("青禾县人民政府文件")
    assert {ink for _, ink in inks if ink not in RED} <= {(0,), (0, 0, 0)}


def test_7_2_4_the_names_of_a_joint_mark_are_equally_wide_and_the_hosts_is_first(side):
    lines = [side.line("joint", name) for name in NAMES]
    assert [line.y for line in lines] == sorted(line.y for line in lines)
    assert side.is_near(ink_top(side, "joint"), TOP + 35)
    for line in lines:
        assert side.is_near(line.left / MM, lines[0].left / MM)
        assert side.is_near(line.right / MM, lines[0].right / MM)
    word = side.line("joint", "文件")
    assert side.is_near((lines[0].left + word.right) / 2 / MM, MIDDLE)
    assert word.left > lines[0].right


def test_7_2_4_the_word_of_a_joint_mark_stands_midway_down_the_stack(side):
    lines = [side.line("joint", name) for name in NAMES]
    word = side.line("joint", "文件")
    stack = (ink_top(side, "joint") + foot(lines[-1])) / 2
    top = ink_top(side, "joint", word.left / MM, RIGHT)
    assert side.is_near((top + foot(word)) / 2, stack)


# Number, signatories, rule


def test_7_2_5_the_number_stands_two_blank_lines_under_the_mark_centred(side):
    for name, mark, number in (
        ("official", "青禾县人民政府文件", "青政发"),
        ("minutes", "青禾县人民政府常务会议纪要", "〔2025〕5号"),
    ):
        line = side.line(name, number)
        expected = grid_baseline(3, foot(side.line(name, mark)))
        assert side.is_near(line.y / MM, expected)
        assert side.is_near(centre(line), MIDDLE)
        assert (face(line), line.chars[0].size) == ("Fang", 16)


def test_7_2_5_with_signatories_the_number_stands_1_zi_in_on_the_line_of_the_last(side):
    line = side.line("joint", "青发改发")
    assert side.is_near(line.left / MM, LEFT + CELL)
    assert line.text.replace(" ", "") == "青发改发〔2025〕12号王小五"


def test_7_2_6_two_signatories_a_line_end_1_zi_from_the_right_in_columns(side):
    first, last = side.line("joint", "签发人"), side.line("joint", "青发改发")
    assert first.text.replace(" ", "") == "签发人：张三欧阳修远"
    assert side.is_near(first.right / MM, RIGHT - CELL)
    assert side.is_near(first.y / MM, grid_baseline(3, foot(side.line("joint", NAMES[-1]))))
    assert side.is_near((last.y - first.y) / MM, PITCH)
    above = next(char for char in first.chars if char.text == "张")
    below = next(char for char in last.chars if char.text == "王")
    assert side.is_near(above.left / MM, below.left / MM)
    fonts = {char.text: char.font for char in (*first.chars, *last.chars)}
    assert "Fang" in fonts["签"]
    assert all("Kai" in fonts[char] for char in "张三欧阳修远王小五")


def test_7_2_7_the_red_rule_lies_4_mm_under_the_number_as_wide_as_the_type_area(side):
    for name, number in (("official", "青政发"), ("joint", "青发改发"), ("minutes", "〔2025〕5号")):
        (rule,) = side.rules(name)
        assert side.is_near(rule.centre, foot(side.line(name, number)) + 4)
        assert side.is_near(rule.left, LEFT)
        assert side.is_near(rule.right, RIGHT)
        assert rule.colour in RED
        assert side.rules(name, 1) == []


def test_7_3_1_the_title_stands_two_blank_lines_under_the_rule(side):
    for name in ("official", "joint", "minutes"):
        (rule,) = side.rules(name)
        title = side.line(name, "青禾县人民政府关于")
        assert side.is_near(title.y / MM, grid_baseline(3, rule.centre) + LOWER)


def test_pre_printed_paper_bears_no_red_and_the_black_stands_where_it_did(side):
    assert side.rules("preprinted") == []
    plain = [line for line in side.pages("official")[0].lines if face(line) != "Biaosong"]
    kept = [line for line in side.pages("preprinted")[0].lines if face(line) != "Biaosong"]
    assert [line.text for line in kept] == [line.text for line in plain]
    for ours_line, line in zip(plain, kept, strict=True):
        assert side.is_near(line.y / MM, ours_line.y / MM)
    assert not any("文件" in line.text for line in side.pages("preprinted")[0].lines)


# Special formats


def test_10_1_a_letters_mark_is_the_hosts_name_30_mm_under_the_sheets_edge(side):
    line = side.pages("letter")[0].lines[0]
    assert line.text == "青禾县人民政府办公室"
    assert side.is_near(ink_top(side, "letter"), 30)
    assert side.is_near(centre(line), MIDDLE)


def test_10_1_double_rules_of_170_mm_on_the_first_page_alone(side):
    rules = side.rules("letter")
    assert [round(rule.thickness, 2) for rule in rules] == [2.25, 0.75, 0.75, 2.25]
    assert side.is_near(rules[0].centre, foot(side.pages("letter")[0].lines[0]) + 4)
    assert side.is_near(rules[-1].centre, 297 - 20)
    for rule in rules:
        assert side.is_near(rule.left, 20)
        assert side.is_near(rule.right, 190)
        assert rule.colour in RED
    assert side.rules("letter", 1) == []


def test_10_1_elements_at_the_left_and_the_number_at_the_right_under_the_rule(side):
    first, urgency = side.line("letter", "000002"), side.line("letter", "加急")
    rule = side.rules("letter")[1]
    top = (first.y - 0.88 * 16) / MM
    assert side.is_near(top, rule.centre + 0.875 * 16 / MM)
    assert first.text.replace(" ", "") == "000002青政办函〔2025〕7号"
    assert side.is_near(first.left / MM, LEFT)
    assert side.is_near(first.right / MM, RIGHT)
    assert side.is_near((urgency.y - first.y) / MM, PITCH)


def test_10_1_a_letters_title_stands_two_blank_lines_under_the_last_element(side):
    urgency, title = side.line("letter", "加急"), side.line("letter", "青禾县人民政府关于")
    assert side.is_near((title.y - urgency.y) / MM, 3 * PITCH + LOWER)


def test_10_2_an_orders_mark_stands_20_mm_under_the_type_areas_top(side):
    line = side.line("order", "青禾县财政局令")
    assert side.is_near(ink_top(side, "order"), TOP + 20)
    assert side.is_near(centre(line), MIDDLE)


def test_10_2_an_orders_number_and_text_follow_after_two_blank_lines_without_a_rule(side):
    mark, number = side.line("order", "青禾县财政局令"), side.line("order", "第3号")
    assert side.is_near(number.y / MM, grid_baseline(3, foot(mark)))
    assert side.is_near(centre(number), MIDDLE)
    assert side.rules("order") == []


def test_10_2_the_next_line_stands_two_blank_lines_under_an_orders_number(side):
    number, title = side.line("order", "第3号"), side.line("order", "青禾县人民政府关于")
    assert side.is_near((title.y - number.y) / MM, 3 * PITCH + LOWER)


def test_10_3_the_mark_of_minutes_stands_35_mm_under_the_type_areas_top(side):
    line = side.line("minutes", "青禾县人民政府常务会议纪要")
    assert side.is_near(ink_top(side, "minutes"), TOP + 35)
    assert side.is_near(centre(line), MIDDLE)


# Both files


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_docx_has_the_lines_and_pages_of_the_pdf(ours, libreoffice, name):
    def texts(side):
        return [[line.text.replace(" ", "") for line in p.lines] for p in side.pages(name)]

    assert texts(libreoffice) == texts(ours)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_main_part_begins_at_the_same_height(ours, libreoffice, name):
    """The title is left out: LibreOffice sets larger type deeper in its line."""
    start = "现就有关事项"
    difference = libreoffice.line(name, start).y - ours.line(name, start).y
    assert difference / MM == pytest.approx(0, abs=0.5)
