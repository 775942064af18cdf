"""版记 and 页码, read back from the finished PDF and from the DOCX in LibreOffice, in millimetres.

Source:
    GB/T 9704-2012 7.3.7, 7.4.1 to 7.4.3, 7.5, 10.1; 5.2.1 for mirrored margins
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

import pytest
from parity import find_soffice
from sheets import MM, Sheet, in_libreoffice, read_sheets

import govdocs
from govdocs import build
from govdocs.model.nodes import Imprint

LINE = "青禾县人民政府要充分认识抓好春季农业生产的重要意义。"  # one line of a page of 22
LEFT, RIGHT, FOOT = 28.0, 184.0, 262.0
ZI = 156 / 28
SIZE, PITCH = 14 / MM, 27.8 / MM
COPIED = ("县委各部门", "县人大常委会办公室", "县政协办公室")
OFFICE = "青禾县人民政府办公室"
IMPRINT = Imprint(
    copied_to=COPIED, printing_office=OFFICE, date_of_printing=datetime.date(2025, 3, 10)
)
MANY = tuple(f"青禾县第{number}人民政府办公室" for number in "一二三四五")
LONG = Imprint(
    addressed_to=("各乡镇人民政府", "县政府各部门"),
    copied_to=MANY,
    others=("共印100份",),
    printing_office=OFFICE,
    date_of_printing=datetime.date(2025, 12, 1),
)
HEADLESS = Imprint(copied_to=MANY)
ATTACHMENTS = (
    build.attachment("任务分解表", LINE, number=1),
    build.attachment("联系人名单", *[LINE] * 3, number=2),
)
WIDE = build.table([("甲", "乙")] * 3, landscape=True)


class Case(NamedTuple):
    """A document of so many lines, and what its pages should bear.

    Attributes:
        lines: of the text.
        numbers: what each page shows as its number.
        page: number of the page of the imprint.
    """

    lines: int
    numbers: str
    page: int
    imprint: Imprint = IMPRINT
    even: bool = False
    attachments: tuple = ()
    profile: str = "official"
    mirror: bool = False
    last: tuple = ()


# An imprint of two lines is 19.6 mm high: 19 lines and a blank one leave room for it, 20 do not.
CASES = {
    "short": Case(5, "1", 1),
    "just-fits": Case(19, "1", 1),
    "a-line-too-long": Case(20, "12", 2),
    "full-page": Case(22, "12", 2),
    "ends-on-even": Case(30, "12", 2),
    "ends-on-even-full": Case(42, "123", 3),
    "ends-on-odd": Case(45, "123", 3),
    "even-short": Case(5, "12", 2, even=True),
    "even-full-page": Case(22, "12", 2, even=True),
    "even-ends-on-even": Case(30, "12", 2, even=True),
    "even-just-fits": Case(41, "12", 2, even=True),
    "even-blank": Case(42, "12--", 4, even=True),
    "even-blank-full-page": Case(44, "12--", 4, even=True),
    "even-ends-on-odd": Case(45, "1234", 4, even=True),
    "attachments": Case(5, "123", 3, attachments=ATTACHMENTS),
    "even-attachments": Case(5, "1234", 4, even=True, attachments=ATTACHMENTS),
    "long": Case(8, "1", 1, imprint=LONG),
    "letter": Case(5, "-", 1, imprint=HEADLESS, profile="letter"),
    "letter-of-two": Case(30, "-2", 2, imprint=HEADLESS, profile="letter"),
    "mirrored": Case(30, "12", 2, mirror=True),
}
# A text that ends with a table, on its page or turned on pages of its own (clause 8).
AFTER_TABLES = {
    "after-table": Case(2, "1", 1, last=(build.table([("甲", "乙")] * 3),)),
    "after-turned": Case(2, "123", 3, last=(WIDE,)),
    "even-after-turned": Case(2, "12--", 4, last=(WIDE,), even=True),
}
WITH_RULES = [name for name, case in CASES.items() if case.profile != "letter"]
ALL = CASES | AFTER_TABLES

Made = dict[str, list[Sheet]]


def _file(case: Case, to: str) -> bytes:
    document = build.document(
        "", *[LINE] * case.lines, *case.last, imprint=case.imprint, attachments=case.attachments
    )
    return govdocs.render(
        document,
        to,
        bundled_fonts=True,
        profile=case.profile,
        imprint_on_even_page=case.even,
        mirror_margins=case.mirror,
    )


@pytest.fixture(scope="module")
def in_pdf() -> Made:
    return {name: read_sheets(_file(case, "pdf")) for name, case in ALL.items()}


@pytest.fixture(scope="module")
def in_docx() -> Made:
    if find_soffice() is None:
        pytest.skip("LibreOffice is not installed")
    return in_libreoffice({name: _file(case, "docx") for name, case in ALL.items()})


@pytest.fixture(params=["in_pdf", "in_docx"])
def made(request) -> Made:
    return request.getfixturevalue(request.param)


@pytest.fixture
def near(made, request):
    """Equal within what may differ: 0.1 mm where we draw, 0.5 mm in LibreOffice."""
    tolerance = 0.1 if request.node.callspec.params["made"] == "in_pdf" else 0.5
    return lambda value: pytest.approx(value, abs=tolerance)


def shift(name: str, page: int) -> float:
    """How far left of its usual place a page stands."""
    return -2.0 if CASES[name].mirror and page % 2 == 0 else 0.0


def imprint_lines(sheet: Sheet):
    """Lines in the size of the imprint, inside the type area."""
    return [
        line for line in sheet.lines if abs(line.chars[0].size - 14) < 0.1 and line.y < FOOT * MM
    ]


@pytest.mark.parametrize("name", CASES)
def test_7_4_the_imprint_stands_on_its_page_alone(name, made):
    sheets = made[name]
    assert len(sheets) == len(CASES[name].numbers)
    where = [number for number, sheet in enumerate(sheets, 1) if imprint_lines(sheet)]
    assert where == [CASES[name].page]
    assert [number for number, sheet in enumerate(sheets, 1) if sheet.rules] in (where, [])


@pytest.mark.parametrize("name", AFTER_TABLES)
def test_7_4_the_imprint_goes_on_after_a_table_upright_or_turned(name, made, near):
    sheets, case = made[name], AFTER_TABLES[name]
    assert len(sheets) == len(case.numbers)
    assert imprint_lines(sheets[case.page - 1])[0].text.startswith("抄送：")
    assert sheets[case.page - 1].rules[-1].y == near(FOOT)


@pytest.mark.parametrize("name", WITH_RULES)
def test_7_4_1_the_last_rule_lies_on_the_lower_edge_of_the_type_area(name, made, near):
    page = CASES[name].page
    rules = made[name][page - 1].rules
    assert rules[-1].y == near(FOOT)
    for rule in rules:
        assert (rule.left, rule.right) == (
            near(LEFT + shift(name, page)),
            near(RIGHT + shift(name, page)),
        )


@pytest.mark.parametrize("name", WITH_RULES)
def test_7_4_1_first_and_last_rule_are_thick_and_those_between_thin(name, made):
    first, *between, last = made[name][CASES[name].page - 1].rules
    for rule, thickness in ((first, 0.35), (last, 0.35), *((rule, 0.25) for rule in between)):
        assert rule.thickness == pytest.approx(thickness, abs=0.02)
    assert len(between) == (2 if CASES[name].imprint is LONG else 1)


@pytest.mark.parametrize("name", WITH_RULES)
def test_7_4_1_the_first_rule_stands_over_the_first_element(name, made, near):
    sheet = made[name][CASES[name].page - 1]
    lines = imprint_lines(sheet)
    assert sheet.rules[0].y == near(FOOT - len(lines) * PITCH)
    assert sheet.rules[0].y < lines[0].y / MM < sheet.rules[1].y


@pytest.mark.parametrize("name", CASES)
def test_7_4_one_blank_line_at_least_lies_between_text_and_imprint(name, made, near):
    sheet = made[name][CASES[name].page - 1]
    lines = imprint_lines(sheet)
    text = [line for line in sheet.lines if line.y < lines[0].y]
    if text:
        # From the baseline of the text to the top of the imprint: a blank line and descenders.
        assert (FOOT - len(lines) * PITCH) - text[-1].y / MM > 225 / 22 - 0.5


@pytest.mark.parametrize("name", WITH_RULES)
def test_7_4_2_copies_stand_1_zi_in_and_end_with_a_full_stop(name, made, near):
    page = CASES[name].page
    lines = imprint_lines(made[name][page - 1])
    label = next(line for line in lines if line.text.startswith("抄送："))
    assert label.left / MM == near(LEFT + ZI + shift(name, page))
    assert {char.font for char in label.chars} == {label.chars[0].font}
    text = "".join(line.text for line in lines)
    assert "。" in text.partition("抄送：")[2]
    assert all(line.right / MM < RIGHT - ZI + SIZE + shift(name, page) for line in lines)


@pytest.mark.parametrize("name", ["long", "letter", "letter-of-two"])
def test_7_4_2_wrapped_lines_are_aligned_with_the_first_character_after_the_colon(name, made, near):
    lines = imprint_lines(made[name][CASES[name].page - 1])
    start = next(index for index, line in enumerate(lines) if line.text.startswith("抄送："))
    wrapped = lines[start + 1 : start + 3]
    assert "".join(line.text for line in wrapped).endswith("。")
    for line in wrapped:
        assert line.left / MM == near(LEFT + ZI + 3 * SIZE)


def test_7_4_2_addressees_moved_here_stand_over_the_copies_without_a_rule(made, near):
    sheet = made["long"][0]
    lines, first = imprint_lines(sheet), sheet.rules[0]
    assert lines[0].text == "主送：各乡镇人民政府、县政府各部门。"
    assert lines[1].text.startswith("抄送：")
    assert lines[1].left == pytest.approx(lines[0].left, abs=0.1)
    assert not [rule for rule in sheet.rules if first.y < rule.y < lines[1].y / MM]


@pytest.mark.parametrize("name", WITH_RULES)
def test_7_4_3_office_and_date_stand_over_the_last_rule_1_zi_in(name, made, near):
    page = CASES[name].page
    last = imprint_lines(made[name][page - 1])[-1]
    day = "2025年12月1日" if CASES[name].imprint is LONG else "2025年3月10日"
    assert last.text.replace(" ", "") == f"{OFFICE}{day}印发"
    assert last.left / MM == near(LEFT + ZI + shift(name, page))
    assert last.right / MM == near(RIGHT - ZI + shift(name, page))
    assert FOOT - PITCH < last.y / MM < FOOT


def test_7_4_3_other_elements_are_set_off_by_a_thin_rule(made):
    sheet = made["long"][0]
    line = sheet.starting("共印")
    above, below = sheet.rules[1], sheet.rules[2]
    assert above.y < line.y / MM < below.y
    assert [round(rule.thickness, 2) for rule in (above, below)] == [0.25, 0.25]


@pytest.mark.parametrize("name", ["letter", "letter-of-two"])
def test_10_1_the_imprint_of_a_letter_has_no_rules_and_stands_at_the_foot(name, made, near):
    sheet = made[name][CASES[name].page - 1]
    assert sheet.rules == ()
    lines = imprint_lines(sheet)
    assert lines[0].text.startswith("抄送：")
    assert lines[-1].y / MM == near(FOOT - (27.8 - 18.9) / MM)


@pytest.mark.parametrize("name", CASES)
def test_7_5_pages_bear_their_numbers(name, made):
    """None on a blank page before the imprint and the page after it, none on a letter's first."""
    shown = [sheet.shown_number or "-" for sheet in made[name]]
    assert "".join(shown) == CASES[name].numbers


@pytest.mark.parametrize("name", ["even-blank", "even-blank-full-page"])
def test_7_5_the_page_before_the_imprint_is_blank(name, made):
    assert made[name][-2].lines == ()


@pytest.mark.parametrize("name", CASES)
def test_7_5_odd_numbers_stand_at_the_right_and_even_ones_at_the_left(name, made, near):
    for page, sheet in enumerate(made[name], 1):
        if sheet.number is None:
            continue
        if page % 2:
            assert sheet.number.right / MM == near(RIGHT - ZI)
        else:
            assert sheet.number.left / MM == near(LEFT + ZI + shift(name, page))


@pytest.mark.parametrize("name", CASES)
def test_7_5_the_dashes_stand_7_mm_under_the_type_area(name, made, near):
    for number in (sheet.number for sheet in made[name]):
        if number:
            dashes = [char for char in number.chars if char.text == "—"]
            assert [char.ink[1] / MM for char in dashes] == [near(FOOT + 7)] * 2
            assert {round(char.size, 1) for char in number.chars} == {14.0}


def test_7_5_numbers_are_set_in_the_half_width_figures_of_song(in_pdf):
    (sheet,) = in_pdf["short"]
    assert {char.font for char in sheet.number.chars} == {"GovdocsSong-Regular"}
    digit = next(char for char in sheet.number.chars if char.text == "1")
    assert digit.right - digit.left == pytest.approx(7, abs=0.1)


def test_7_4_2_the_imprint_is_set_in_fang_song(in_pdf):
    lines = imprint_lines(in_pdf["long"][0])
    faces = {char.font for line in lines for char in line.chars if char.text > "一"}
    assert faces == {"GovdocsFang-Regular"}


def test_5_2_1_the_binding_margin_of_even_pages_is_at_their_right(made, near):
    first, second = made["mirrored"]
    assert first.lines[0].left / MM == near(LEFT + 32 / MM)
    assert second.lines[0].left / MM == near(LEFT - 2 + 32 / MM)
