"""Numbers that are too wide for their cells: smaller type, then wider columns, none broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.compose.tables.figures_in_cells import number_width, size_for
from govdocs.compose.tables.table import compose_table
from govdocs.model.build import cell, table
from govdocs.standards.loader import load_profile
from govdocs.units import mm, pt, to_mm, to_pt, zihao

PROFILE = load_profile("published-report")
SMALLEST = PROFILE.table.smallest_size
TABLE_2 = (8, 24, 50.5, *(10.5,) * 7)
TABLE_3 = (10.4,) * 15


def composed(figures, widths, type_size="小五"):
    """A table of one row: labels, and figures in its last columns."""
    labels = ["标签"] * (len(widths) - len(figures))
    node = table([[*labels, *figures]], head_rows=0, column_widths=widths, type_size=type_size)
    return compose_table(node, PROFILE, 0)


def sizes(made):
    return [to_pt(entry.size or made.size) for entry in made.rows[0]]


def millimetres(made):
    return [round(to_mm(width), 2) for width in made.column_widths]


@pytest.mark.parametrize("widths", [TABLE_2, TABLE_3])
@given(st.lists(st.integers(0, 99_999), min_size=7, max_size=7))
def test_figures_of_up_to_five_digits_change_neither_widths_nor_sizes(widths, figures):
    made = composed(list(map(str, figures)), widths)
    assert millimetres(made) == pytest.approx(widths, abs=0.01)
    assert {entry.size for row in made.rows for entry in row} == {None}


def test_a_figure_of_six_digits_is_set_smaller_in_its_own_cell_alone():
    made = composed(["520000", *"123456"], TABLE_2)
    assert millimetres(made) == pytest.approx(TABLE_2, abs=0.01)
    assert sizes(made) == [9, 9, 9, 8, *[9] * 6]


def test_columns_of_figures_stay_alike_while_the_labels_need_not_give_much():
    made = composed(["5200000", *"123456"], TABLE_2)
    *labels, first, second, third, fourth, fifth, sixth, last = millimetres(made)
    assert {first, second, third, fourth, fifth, sixth, last} == {first}
    assert first > 10.5
    assert labels[:2] == [8, 24]
    assert 0.9 * 50.5 <= labels[2] < 50.5


def test_else_a_column_grows_alone():
    made = composed(["12345678", *"123456"], TABLE_2)
    assert millimetres(made)[4:] == [10.5] * 6
    assert millimetres(made)[3] > 12


def test_where_there_are_no_labels_the_other_columns_give_alike():
    made = composed(["12345678", *"12345678901234"], TABLE_3)
    first, *others = millimetres(made)
    assert first > 12
    assert max(others) - min(others) < 0.02
    assert min(others) * 72 / 25.4 >= 2 * 9 + 2 * 2


@pytest.mark.parametrize("widths", [TABLE_2, TABLE_3])
@given(st.lists(st.integers(0, 99_999_999), min_size=7, max_size=7))
def test_figures_of_up_to_eight_digits_have_room_in_6_hao_or_larger(widths, figures):
    made = composed(list(map(str, figures)), widths)
    assert sum(made.column_widths) == mm(156)
    for entry, width in zip(made.rows[0], made.column_widths, strict=True):
        size = entry.size or made.size
        assert SMALLEST <= size <= zihao("小五")
        text = "".join(run.text for run in entry.runs)
        room = width - 2 * made.spacing.padding_x
        assert number_width(text) * size <= room


def test_nothing_changes_for_figures_that_no_way_can_hold():
    made = composed(["12345678"] * 15, TABLE_3)
    assert millimetres(made) == pytest.approx(TABLE_3, abs=0.01)
    assert set(sizes(made)) == {7.5}


def test_a_merged_cell_has_the_room_of_its_columns():
    node = table(
        [[cell("123456789", colspan=2), "1"]],
        head_rows=0,
        column_widths=(10, 10, 136),
        type_size="小五",
    )
    made = compose_table(node, PROFILE, 0)
    assert made.column_widths == (mm(10), mm(10), mm(136))
    assert made.rows[0][0].size is None


def test_a_code_of_more_than_twelve_digits_is_no_figure():
    assert number_width("1234567890123") == 0
    assert number_width("123456789012") == 6


@pytest.mark.parametrize(
    ("text", "em"),
    [("", 0), ("无", 0), ("12件", 1), ("第1至123号", 1.5), ("1,234.5", 3.18), ("35%", 2)],
)
def test_the_width_of_a_cells_longest_number(text, em):
    assert number_width(text) == pytest.approx(em)


@given(st.floats(0.5, 6), st.integers(pt(5), pt(60)))
def test_a_size_is_the_largest_half_point_that_fits(em, room):
    size = size_for(em, room, zihao("小五"), SMALLEST)
    if size is None:
        assert em * zihao("小五") <= room
    else:
        assert SMALLEST <= size < zihao("小五")
        assert size % pt(0.5) == 0
        assert em * size <= room or size == SMALLEST
