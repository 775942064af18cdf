"""The layout of the sheets: the form's own grid, and every check in a place of its own."""

from itertools import combinations

import pytest

from govdocs.kinds.annual_report.workbook.layout import (
    GRID_ROW,
    OWN_SHEETS,
    sheet_names,
    table_layout,
)
from govdocs.kinds.annual_report.workbook.links import links_to_last_year
from govdocs.standards.annual_report.loader import format_names, report_format


@pytest.fixture(params=format_names())
def any_form(request):
    return report_format(request.param)


def _areas(layout):
    placed = (*layout.labels, *layout.values, *layout.checks, *layout.captions)
    return [each.area for each in placed] + [a for x in layout.links for a in (x.last, x.state)]


def test_every_data_cell_has_one_place(any_form):
    places = [value.cell for t in any_form.tables for value in table_layout(any_form, t).values]
    assert places == list(any_form.cells())


def test_nothing_lies_on_anything_else(any_form, form, last_year):
    links = links_to_last_year(form, 2025, last_year) if any_form is form else ()
    for table in any_form.tables:
        areas = [set(area.places()) for area in _areas(table_layout(any_form, table, links))]
        assert all(a.isdisjoint(b) for a, b in combinations(areas, 2))


def test_the_2021_form_has_42_checks(form):
    assert sum(len(table_layout(form, table).checks) for table in form.tables) == 42


def test_every_tie_out_has_a_check(any_form):
    wanted = sum(len(identity.over) for identity in any_form.identities)
    assert sum(len(table_layout(any_form, t).checks) for t in any_form.tables) == wanted


def test_row_totals_are_checked_beside_and_columns_below(form):
    layout = table_layout(form, form.table("t2"))
    for check in layout.checks:
        total = layout.places[check.left[0]]
        if check.identity.id == "T2-row":
            assert check.area.row == total.row
            assert check.area.column > layout.width
        else:
            assert check.area.column == total.column
            assert check.area.row >= GRID_ROW + len(form.table("t2").grid)


def test_blocks_on_one_line_are_checked_below_their_columns(form):
    layout = table_layout(form, form.table("t3"))
    assert [check.area.range for check in layout.checks] == ["A8:E8", "F8:J8", "K8:O8"]


def test_sheet_names_are_names_that_tabs_can_have(any_form):
    names = list(sheet_names(any_form).values())
    assert len(set(names) | set(OWN_SHEETS)) == len(names) + len(OWN_SHEETS)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_the_chain_stops_where_the_form_changed(form, last_year):
    old = last_year.model_copy(update={"format": report_format("2014")})
    assert links_to_last_year(form, 2025, old) == ()
    assert {link.cell.row for link in links_to_last_year(form, 2025, last_year)} == {
        "上年结转", "规章", "规范性文件",
    }  # fmt: skip
