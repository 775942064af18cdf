"""Rows that stay together for a merged cell full of text."""

import datetime

import pytest

from govdocs.compose.body import compose
from govdocs.model import build
from govdocs.standards.loader import load_profile

PROFILE = load_profile("published-report")


def kept(*spans, width=20):
    """Rows that stay together in a table whose first column has (rows, characters) merged."""
    rows = []
    for count, characters in spans:
        rows.append([build.cell("文" * characters, rowspan=count), "0"])
        rows += [["0"]] * (count - 1)
    rows += [["甲", "0"]] * 40
    made = build.table(rows, head_rows=0, column_widths=(width, 156 - width))
    (block,) = compose(build.document("", made), PROFILE, date=datetime.date(2018, 1, 9)).blocks
    assert not block.is_whole
    return sorted(block.kept_rows)


def test_a_full_cell_keeps_its_rows():
    assert kept((6, 32)) == [0, 1, 2, 3, 4]


def test_a_cell_with_room_to_spare_does_not():
    assert kept((6, 4)) == []


def test_each_cell_is_taken_by_itself():
    assert kept((3, 16), (3, 4), (3, 16)) == [0, 1, 6, 7]


def test_a_full_cell_higher_than_half_a_page_may_be_torn():
    assert kept((20, 120)) == []


def test_cells_that_overlap_are_one():
    rows = [
        [build.cell("文" * 16, rowspan=3), "0", build.cell("文" * 4)],
        ["0", build.cell("文" * 40, rowspan=4)],
        ["0"],
        ["甲", "0"],
        ["甲", "0"],
        *[["甲", "0", "0"]] * 40,
    ]
    made = build.table(rows, head_rows=0, column_widths=(20, 106, 30))
    (block,) = compose(build.document("", made), PROFILE, date=datetime.date(2018, 1, 9)).blocks
    assert sorted(block.kept_rows) == [0, 1, 2, 3]


@pytest.mark.parametrize("rows", [3, 30])
def test_a_table_without_merged_cells_keeps_none(rows):
    made = build.table([["甲"]] * rows, head_rows=0)
    (block,) = compose(build.document("", made), PROFILE, date=datetime.date(2018, 1, 9)).blocks
    assert block.kept_rows == frozenset()
