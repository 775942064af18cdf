"""Caption, unit and notes of a table: what they become, and what stays together for them."""

import datetime

import pytest

from govdocs.compose.body import compose
from govdocs.compose.composition import Align, ComposedTable, Role
from govdocs.compose.tables.table import compose_table
from govdocs.errors import LayoutError
from govdocs.model import build
from govdocs.standards.loader import load_profile
from govdocs.typography.face_role import FaceRole
from govdocs.units import mm, to_pt

PROFILE = load_profile("published-report")
ROWS = [["项目", "数量"], ["甲", "1"]]


def composed(rows=ROWS, **options):
    return compose_table(build.table(rows, **options), PROFILE, 7)


def settled(rows, **options):
    """The table after it was decided what stays together."""
    document = build.document("", build.table(rows, **options))
    (block,) = compose(document, PROFILE, date=datetime.date(2018, 1, 9)).blocks
    assert isinstance(block, ComposedTable)
    return block


def test_a_table_without_them_has_nothing_over_or_under_it():
    made = composed()
    assert (made.above, made.below) == ((), ())


def test_caption_unit_and_notes_keep_their_text_and_order():
    made = composed(caption="表1 统计表", unit="金额单位：万元", notes=("注：甲。", "乙。"))
    assert [(each.role, each.text) for each in made.above] == [
        (Role.TABLE_CAPTION, "表1 统计表"),
        (Role.TABLE_UNIT, "金额单位：万元"),
    ]
    assert [(each.role, each.text) for each in made.below] == [
        (Role.TABLE_NOTE, "注：甲。"),
        (Role.TABLE_NOTE, "乙。"),
    ]
    assert {each.source for each in (*made.above, *made.below)} == {7}


def test_a_unit_is_printed_as_it_was_given():
    assert composed(unit="万元").above[0].text == "万元"


def test_an_empty_note_is_left_out():
    assert [each.text for each in composed(notes=("", "注：乙。")).below] == ["注：乙。"]


@pytest.mark.parametrize(
    ("role", "face", "points", "align"),
    [
        (Role.TABLE_CAPTION, FaceRole.HEI, 12, Align.CENTER),
        (Role.TABLE_UNIT, FaceRole.SONG, 10.5, Align.RIGHT),
        (Role.TABLE_NOTE, FaceRole.SONG, 10.5, Align.JUSTIFY),
    ],
)
def test_their_faces_sizes_and_sides(role, face, points, align):
    style = PROFILE.styles[role]
    assert (style.face, to_pt(style.size), style.align) == (face, points, align)


def test_the_last_row_stays_with_the_notes():
    rows = [["甲"]] * 3
    assert composed(rows, notes=("注。",)).keeps_with_next(2)
    assert not composed(rows).keeps_with_next(2)


def test_what_stands_about_a_table_counts_in_its_height():
    """Ten rows are 74 mm: they stay whole only without a caption."""
    rows = [["甲"]] * 10
    assert settled(rows, head_rows=0).is_whole
    assert not settled(rows, head_rows=0, caption="表1").is_whole


def test_notes_higher_than_a_low_table_may_break():
    assert settled([["甲"]], head_rows=0, notes=("注。",)).notes_stay
    assert not settled([["甲"]], head_rows=0, notes=("注。",) * 20).notes_stay


def test_a_turned_table_is_as_wide_as_the_type_area_is_high():
    made = composed([["甲", "乙"]], head_rows=0, landscape=True, column_widths=(1, 2))
    assert made.column_widths == (mm(75), mm(150))
    assert made.is_turned


def test_columns_that_an_upright_table_cannot_hold_may_fit_a_turned_one():
    with pytest.raises(LayoutError, match="改为横排") as caught:
        composed([["甲"] * 40], head_rows=0)
    assert "landscape" in caught.value.en
    assert len(composed([["甲"] * 40], head_rows=0, landscape=True).column_widths) == 40
    with pytest.raises(LayoutError, match="拆成几个") as caught:
        composed([["甲"] * 60], head_rows=0, landscape=True)
    assert "横排" not in caught.value.zh
