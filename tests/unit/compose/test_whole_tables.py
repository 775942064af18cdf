"""Tables that stay whole: low ones, and those that ask for it and fit on a page."""

import datetime

import pytest

from govdocs import build
from govdocs.compose.body import compose
from govdocs.compose.composition import ComposedTable
from govdocs.standards.loader import load_profile
from govdocs.units import to_pt

PROFILE = load_profile("published-report")
ROW_PT = 21


def table(rows, **options):
    return build.table([[f"第{n}行", "1"] for n in range(rows)], **options)


def composed(*parts, title=""):
    document = build.document(title, *parts)
    blocks = compose(document, PROFILE, date=datetime.date(2018, 1, 9)).blocks
    return [block for block in blocks if isinstance(block, ComposedTable)]


def kept(made):
    return [made.keeps_with_next(row) for row in range(len(made.rows))]


LOW = int(to_pt(PROFILE.table.whole_height) // ROW_PT)
PAGE = int(to_pt(PROFILE.page.type_area_height) // ROW_PT)


@pytest.mark.parametrize("rows", [1, 2, LOW])
def test_a_table_up_to_a_third_of_a_page_stays_whole(rows):
    (made,) = composed(table(rows))
    assert kept(made) == [True] * (rows - 1) + [False]


def test_a_break_of_a_higher_table_leaves_two_rows_at_each_side():
    (made,) = composed(table(LOW + 1, head_rows=2))
    rest = [False] * (LOW + 1 - 5)
    assert kept(made) == [True, True, True, *rest, True, False]


def test_wrapped_text_counts_in_a_tables_height():
    (made,) = composed(build.table([["很长的说明，" * 60], ["短"]] * 2))
    assert not made.is_whole


def test_a_table_that_asks_for_it_stays_whole_up_to_a_page():
    fits, too_high = composed(table(PAGE, keep_together=True), table(PAGE + 1, keep_together=True))
    assert fits.is_whole
    assert not too_high.is_whole


def test_a_table_stays_whole_only_if_its_headings_fit_above_it():
    high = table(PAGE - 1, keep_together=True)
    assert composed(high)[0].is_whole
    assert not composed(build.section("甲", high))[0].is_whole
    assert composed(build.section("甲", "文。", high))[0].is_whole
    lower = table(PAGE - 2, keep_together=True)
    assert composed(build.section("甲", lower))[0].is_whole
    assert not composed(build.section("甲", build.section("乙", lower)))[0].is_whole
    assert not composed(build.section("甲", lower), title="题")[0].is_whole


def test_a_row_of_nothing_but_cells_from_above_counts_as_one():
    rows = [[build.cell("并", rowspan=2), build.cell("并", rowspan=2)], []]
    (made,) = composed(build.table(rows, head_rows=0))
    assert made.is_whole
