"""署名, 成文日期 and 附注: where they stand (GB/T 9704-2012 7.3.5, 7.3.6)."""

import datetime

import pytest

from govdocs import api
from govdocs.compose.closing.signature import compose_signature
from govdocs.compose.composition import Align, Role
from govdocs.compose.nominal import nominal_width
from govdocs.model.build import document
from govdocs.model.nodes import MainPart
from govdocs.standards.loader import load_profile

PROFILE = load_profile("published-report")
CELL = PROFILE.page.cell
SHORT_DAY = datetime.date(2018, 1, 9)
LONG_DAY = datetime.date(2018, 12, 31)
OPTIONS = api.RenderOptions(bundled_fonts=True)


def closing(*organs, date=None, remark=None):
    main = MainPart(signature=organs, date_of_issue=date, remark=remark)
    return list(compose_signature(main, PROFILE))


def closing_lines(*organs, date):
    """(text, left edge, right edge) of each closing line on the page, in 字 from the type area."""
    built = document("", "文", signature=organs, date_of_issue=date)
    pages = api.settle(api.compose(built, OPTIONS), OPTIONS).pages
    left = PROFILE.page.binding_margin
    found = []
    for item in pages.pages[0].items:
        if item.anchor.role in (Role.SIGNATURE, Role.DATE_OF_ISSUE):
            last = item.runs[-1]
            advances = last.face.advances(last.size)
            end = last.x + sum(advances[char] + last.tracking for char in last.text)
            text = "".join(run.text for run in item.runs)
            found.append((text, (item.runs[0].x - left) / CELL, (end - left) / CELL))
    return found


@pytest.mark.parametrize(
    ("organ", "date"),
    [
        ("黑山县励家镇人民政府", SHORT_DAY),
        ("黑山县励家镇人民政府", LONG_DAY),
        ("锦州市人民政府", SHORT_DAY),
        ("锦州市人民政府", LONG_DAY),
        ("某办", LONG_DAY),
        ("青禾县人力资源和社会保障局办公室", SHORT_DAY),
        ("甲", SHORT_DAY),
    ],
)
def test_7_3_5_2_the_date_begins_2_zi_right_of_the_signature(organ, date):
    (_, signature_left, _), (_, date_left, _) = closing_lines(organ, date=date)
    assert date_left - signature_left == pytest.approx(2, abs=0.1)


def test_7_3_5_2_a_signature_longer_than_the_date_stands_2_zi_from_the_right():
    (_, _, signature_right), (_, _, date_right) = closing_lines(
        "黑山县励家镇人民政府", date=SHORT_DAY
    )
    assert signature_right == pytest.approx(26, abs=0.1)
    assert date_right <= 28


def test_7_3_5_2_a_date_longer_than_the_signature_stands_2_zi_from_the_right():
    (_, _, signature_right), (_, _, date_right) = closing_lines("某办", date=LONG_DAY)
    assert date_right == pytest.approx(26, abs=0.1)
    assert signature_right < 26


@pytest.mark.parametrize("length", range(1, 41))
@pytest.mark.parametrize("date", [SHORT_DAY, LONG_DAY])
def test_signature_and_date_stay_inside_the_type_area(length, date):
    signature, day = closing("甲" * length, date=date)
    assert 0 <= signature.right_indent <= 28 - 2
    assert day.right_indent >= 0
    assert day.right_indent + nominal_width(day.text, 0.2) <= 28


def test_several_organs_stand_in_their_order_over_the_date():
    blocks = closing("甲县人民政府", "乙县人民政府办公室", date=SHORT_DAY)
    assert [(block.role, block.text) for block in blocks] == [
        (Role.SIGNATURE, "甲县人民政府"),
        (Role.SIGNATURE, "乙县人民政府办公室"),
        (Role.DATE_OF_ISSUE, "2018年1月9日"),
    ]
    lines = closing_lines("甲县人民政府", "乙县人民政府办公室", date=SHORT_DAY)
    assert lines[0][2] == pytest.approx(lines[1][2], abs=0.01)
    assert lines[2][1] - lines[1][1] == pytest.approx(2, abs=0.1)


def test_each_alone_stands_2_zi_from_the_right():
    (signature,) = closing("某机关")
    (date,) = closing(date=SHORT_DAY)
    assert (signature.right_indent, date.right_indent) == (2, 2)
    assert PROFILE.styles[Role.DATE_OF_ISSUE].align is Align.RIGHT


def test_without_any_there_is_nothing():
    assert closing() == []


def test_7_3_6_the_remark_stands_in_brackets_under_the_date():
    blocks = closing("某机关", date=SHORT_DAY, remark="此件公开发布")
    assert blocks[-1].role is Role.REMARK
    assert blocks[-1].text == "（此件公开发布）"
    assert blocks[-1].right_indent is None
