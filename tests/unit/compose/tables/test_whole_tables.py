"""Tables that stay whole: low ones, and those that ask for it and fit on a page."""

import datetime

import pytest

from govdocs import build
from govdocs.compose.body import compose
from govdocs.compose.composition import ComposedParagraph, ComposedTable
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


def test_a_higher_table_begins_with_its_head_and_four_rows_and_ends_with_two():
    (made,) = composed(table(LOW + 3, head_rows=2))
    rest = [False] * (LOW + 3 - 7)
    assert kept(made) == [True, True, True, True, True, *rest, True, False]


def test_high_rows_begin_a_table_as_far_as_they_take_a_third_of_a_page():
    high = [["很长的说明，" * 60, "1"]] * 3
    (made,) = composed(build.table([["项目", "数量"], *high, *[["短", "1"]] * 9]))
    assert made.first_rows == 2
    assert kept(made)[:4] == [True, True, False, False]


def leads(*parts):
    """Whether each paragraph stays with what follows."""
    document = build.document("", *parts)
    blocks = compose(document, PROFILE, date=datetime.date(2018, 1, 9)).blocks
    return [block.leads for block in blocks if isinstance(block, ComposedParagraph)]


def test_a_line_that_names_a_table_stays_with_it():
    long = table(LOW + 5)
    assert leads("附表：统计表（2015年度）", long) == [True]
    assert leads("各项数量如下：", table(3)) == [True]
    assert leads("附表：统计表", "一段。", long) == [False, False]


def test_a_sentence_or_a_line_that_may_be_two_does_not():
    assert leads("没有其他事项。", table(3)) == [False]
    assert leads("数" * 25, table(3)) == [False]


def test_no_table_breaks_for_the_line_over_it():
    high = table(PAGE - 1, keep_together=True)
    assert composed("附表：统计表", high)[0].is_whole
    assert leads("附表：统计表", high) == [False]
    assert leads("附表：统计表", table(PAGE - 3, keep_together=True)) == [True]


def test_the_air_under_a_heading_counts_in_the_room_of_its_table():
    """Two headings and 34 rows of 17 pt leave 0.9 pt of a page, and nothing for 10 pt of air."""
    dense = {"keep_together": True, "type_size": "小五", "column_widths": (1, 1)}
    fits, too_high = (
        composed(build.section("甲", build.section("乙", table(rows, **dense))))[0].is_whole
        for rows in (33, 34)
    )
    assert (fits, too_high) == (True, False)


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
