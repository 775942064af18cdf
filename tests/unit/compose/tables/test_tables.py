"""Tables: column widths, type size, roles."""

import datetime

import pytest
from hypothesis import given, settings

from govdocs.compose.body import compose
from govdocs.compose.composition import Align, ComposedTable
from govdocs.compose.tables.table import compose_table
from govdocs.errors import LayoutError
from govdocs.model.build import cell, document, strong, table
from govdocs.model.nodes import Alignment
from govdocs.standards.loader import load_profile
from govdocs.standards.profile import Role
from govdocs.testing.strategies import tables
from govdocs.typography.face_role import FaceRole
from govdocs.units import mm, to_mm, to_pt, zihao

PROFILE = load_profile("published-report")
SMALLEST = PROFILE.table.smallest_size


def composed(rows, **options):
    return compose_table(table(rows, **options), PROFILE, 0)


@pytest.mark.parametrize(
    "rows",
    [
        [["甲"]],
        [["甲", "乙"], ["1", "2"]],
        [["项目", "数量", "说明"], ["公开", "57", "主动公开政府信息的条数，内容涵盖各方面。" * 3]],
        [["甲"] * 7],
        [[""] * 15],
    ],
)
def test_columns_fill_156_mm_exactly(rows):
    widths = composed(rows).column_widths
    assert sum(widths) == mm(156)
    assert len(widths) == len(rows[0])
    assert all(width > 0 for width in widths)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_columns_of_any_table_fill_156_mm_or_turned_225_mm_exactly(node):
    made = compose_table(node, PROFILE, 0)
    assert sum(made.column_widths) == mm(225 if node.landscape else 156)
    assert all(type(width) is int and width > 0 for width in made.column_widths)
    if node.type_size is None:
        assert SMALLEST <= made.size <= PROFILE.styles[Role.TABLE_CELL].size
    else:
        assert SMALLEST <= made.size <= zihao(node.type_size)
    for row in made.rows:
        for entry in row:
            assert entry.column >= 0
            assert entry.column + entry.colspan <= len(made.column_widths)


def test_15_columns_fit_at_6_hao_or_larger():
    head = ["序号", *(f"指标{n}" for n in range(1, 15))]
    made = composed([head, [str(n * 1234) for n in range(15)]])
    assert len(made.column_widths) == 15
    assert made.size >= SMALLEST
    assert sum(made.column_widths) == mm(156)


def test_text_is_5_hao_where_it_fits():
    assert to_pt(composed([["甲", "乙"], ["1", "2"]]).size) == 10.5


def test_type_gets_smaller_only_when_columns_cannot():
    sizes = [composed([["一二三四五六七八", "12345678"] * n]).size for n in (1, 4, 8, 12)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == PROFILE.styles[Role.TABLE_CELL].size
    assert sizes[-1] >= SMALLEST


def test_a_long_word_does_not_starve_the_other_columns():
    address = "http://www.example.gov.cn/" + "a" * 200
    narrow, wide, other = composed([["甲", address, "乙"]]).column_widths
    assert min(narrow, other) >= mm(5)
    assert wide > narrow


def test_more_text_gets_more_room():
    short, long = composed([["甲", "甲" * 60]]).column_widths
    assert long > short


def test_more_columns_than_fit_are_made_even():
    made = composed([["1234567890"] * 30])
    assert sum(made.column_widths) == mm(156)
    assert max(made.column_widths) - min(made.column_widths) <= 1
    assert made.size >= SMALLEST


def test_a_merged_head_shares_its_need_among_its_columns():
    rows = [[cell("一个很长的表头占两列", colspan=2), "乙"], ["1", "2", "3"]]
    made = composed(rows)
    assert sum(made.column_widths) == mm(156)
    assert [entry.column for entry in made.rows[0]] == [0, 2]
    assert [entry.colspan for entry in made.rows[0]] == [2, 1]


def test_head_and_body_have_their_roles_and_faces():
    made = composed([["甲"], ["1"], [strong("2")]], head_rows=1)
    faces = [(entry.role, entry.runs[0].face) for row in made.rows for entry in row]
    assert faces == [
        (Role.TABLE_HEAD, FaceRole.HEI),
        (Role.TABLE_CELL, FaceRole.SONG),
        (Role.TABLE_CELL, FaceRole.HEI),
    ]
    assert made.head_rows == 1


@pytest.mark.parametrize("align", Alignment)
def test_a_cell_keeps_its_alignment(align):
    made = composed([[cell("甲", align=align)]])
    assert made.rows[0][0].align is Align(align.value)


def test_an_empty_cell_has_no_runs():
    assert composed([["", "甲"]]).rows[0][0].runs == ()


def test_a_table_keeps_its_place_among_the_blocks():
    built = document("题", "文", table([["甲"]]))
    blocks = compose(built, PROFILE, date=datetime.date(2018, 1, 9)).blocks
    assert isinstance(blocks[2], ComposedTable)
    assert blocks[2].source == 1


def test_more_columns_than_the_type_area_holds_are_refused():
    with pytest.raises(LayoutError, match="60"):
        composed([["甲"] * 60], head_rows=0)


def test_widths_that_add_up_to_156_mm_are_millimetres():
    made = composed([["甲"] * 4], column_widths=(8, 24, 50.5, 73.5))
    assert [round(to_mm(width), 3) for width in made.column_widths] == [8, 24, 50.5, 73.5]


def test_other_widths_are_proportions_of_the_type_area():
    made = composed([["甲"] * 3], column_widths=(1, 1, 2))
    assert made.column_widths == (mm(39), mm(39), mm(78))


def test_a_word_wider_than_its_own_width_neither_widens_the_column_nor_shrinks_the_type():
    made = composed([["1234567890" * 3, "乙"]], column_widths=(10, 146))
    assert made.column_widths == (mm(10), mm(146))
    assert to_pt(made.size) == 10.5


def test_a_column_that_holds_no_character_is_refused_with_the_width_it_needs():
    with pytest.raises(LayoutError, match="第 2 列宽") as caught:
        composed([["甲", "乙"]], column_widths=(100, 1))
    assert "column 2" in caught.value.en
    assert "5.8" in caught.value.zh


@pytest.mark.parametrize(
    ("asked", "points"), [("小五", 9), ("五号", 10.5), ("小四", 12), ("六号", 7.5)]
)
def test_a_table_has_the_type_size_it_asks_for_and_is_dense(asked, points):
    made = composed([["甲"]], type_size=asked)
    assert to_pt(made.size) == points
    assert made.spacing == PROFILE.table.dense


def test_no_table_is_set_under_the_smallest_size():
    profile = PROFILE._replace(table=PROFILE.table._replace(smallest_size=zihao("小五")))
    assert to_pt(compose_table(table([["甲"]], type_size="六号"), profile, 0).size) == 9


def test_a_table_that_asks_for_a_size_still_gets_smaller_where_words_do_not_fit():
    made = composed([["12345678"] * 12], type_size="五号")
    assert SMALLEST <= made.size < zihao("五号")
    assert made.spacing == PROFILE.table.dense


def test_other_tables_are_spaced_as_ever():
    assert composed([["甲"]]).spacing == PROFILE.table.ordinary


def test_a_merged_label_in_a_narrow_column_has_one_character_a_line():
    rows = [[cell("三、本年度办理结果", rowspan=12), "0"], *[["1"]] * 11]
    options = {"column_widths": (8, 148), "type_size": "小五", "head_rows": 0}
    assert composed(rows, **options).rows[0][0].breaks == tuple(range(2, 9))


def test_a_label_of_one_row_keeps_its_line():
    made = composed([["三、本年度办理结果", "0"]], column_widths=(8, 148), type_size="小五")
    assert made.rows[0][0].breaks == ()
