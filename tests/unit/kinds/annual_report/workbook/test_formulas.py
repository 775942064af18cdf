"""The states that checks show: 平, 差 n, 未填; a blank is never 0."""

import pytest

from govdocs.kinds.annual_report.workbook.formulas import check_formula, check_state
from govdocs.kinds.annual_report.workbook.layout import table_layout
from govdocs.standards.annual_report.forms import CellRef
from govdocs.standards.annual_report.loader import format_names, report_format

COLUMNS = ("维持", "纠正", "其他", "未审结", "总计")


@pytest.fixture
def state(form):
    layout = table_layout(form, form.table("t3"))
    check = layout.checks[0]

    def of(*figures):
        values = {CellRef("t3", "复议", c): v for c, v in zip(COLUMNS, figures, strict=True)}
        return check_state(check, layout, {c: v for c, v in values.items() if v is not None})

    return of


@pytest.mark.parametrize(
    ("figures", "shown"),
    [
        ((1, 2, 0, 0, 3), "平"),
        ((1, 2, 0, 0, 4), "差 1"),
        ((1, 2, 0, 0, 2), "差 -1"),
        ((None,) * 5, "未填"),
        ((1, None, None, 0, 3), "未填2格"),
        ((5, None, 0, 0, 3), "差 -2"),  # whatever the blank holds
        ((1, 2, 0, 0, None), "未填1格"),
        ((1, "-", 0, 0, 1), "非数字"),
    ],
)
def test_state_of_a_total(state, figures, shown):
    assert state(*figures) == shown


@pytest.mark.parametrize("name", format_names())
def test_only_functions_that_every_spreadsheet_has(name):
    form = report_format(name)
    for table in form.tables:
        layout = table_layout(form, table)
        for check in layout.checks:
            formula = check_formula(check, layout, {}).formula
            for new in ("LET(", "IFS(", "XLOOKUP", "TEXTJOIN", "FILTER(", "IFERROR", "_xl", "@"):
                assert new not in formula
            assert len(formula) < 2000


def test_neighbours_are_joined_to_ranges(form):
    layout = table_layout(form, form.table("t2"))
    sums = next(check for check in layout.checks if check.identity.id == "T2-sum")
    assert "SUM(D8:D28)" in check_formula(sums, layout, {}).formula
