"""Links of the chain of years (年度衔接): what last year's report asks of a workbook's cells."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.errors import UsageError
from govdocs.findings import Severity
from govdocs.kinds.annual_report.links import Link, links_of
from govdocs.kinds.annual_report.report import LastYear
from govdocs.standards.annual_report.forms import CellRef, ReportFormat


def links_to_last_year(form: ReportFormat, year: int, last: LastYear | None) -> tuple[Link, ...]:
    """The links to last year's report; none where there is none or the form has changed.

    Raises:
        UsageError: the report is not on the year before.
    """
    if last is None:
        return ()
    if last.year != year - 1:
        raise UsageError(
            f"上年数据是 {last.year} 年度的，应为 {year - 1} 年度",
            f"last year's data is on {last.year}; it should be on {year - 1}",
        )
    return tuple(links_of(form, last))


def explained_rows(form: ReportFormat) -> tuple[CellRef, ...]:
    """The rows whose difference from last year wants an explanation, with an empty column."""
    rows = {
        CellRef(carry.table, carry.row, "")
        for carry in form.carries
        if carry.severity is Severity.ERROR
    }
    return tuple(cell for cell in dict.fromkeys(_rows(form)) if cell in rows)


def _rows(form: ReportFormat) -> Iterator[CellRef]:
    for cell in form.cells():
        yield CellRef(cell.table, cell.row, "")
