"""Links of the chain of years (年度衔接): what last year's report asks of a workbook's cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from govdocs.errors import UsageError
from govdocs.findings import Severity
from govdocs.kinds.annual_report.report import LastYear
from govdocs.standards.annual_report.forms import Carry, CellRef, ReportFormat


class Link(NamedTuple):
    """What one cell owes to last year.

    Attributes:
        carry: the rule.
        cell: this year's cell.
        last: last year's figure, signs applied; None where it was blank or no number.
        terms: this year's cells that are added to it, each with its sign.
    """

    carry: Carry
    cell: CellRef
    last: int | Decimal | None
    terms: tuple[tuple[int, CellRef], ...]

    @property
    def must_agree(self) -> bool:
        """Whether a difference wants an explanation (上年结转); else it is a proposal."""
        return self.carry.severity is Severity.ERROR


def links_of(form: ReportFormat, year: int, last: LastYear | None) -> tuple[Link, ...]:
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
    return tuple(_links(form.carries, last))


def _links(carries: Sequence[Carry], last: LastYear) -> Iterator[Link]:
    for carry in carries:
        if last.format.id not in carry.formats:
            continue
        for column in carry.columns:
            figures = [
                (
                    term.sign,
                    last.tables.number(CellRef(term.table, term.row, term.column or column)),
                )
                for term in carry.last
            ]
            known = [sign * number for sign, number in figures if number is not None]
            yield Link(
                carry,
                CellRef(carry.table, carry.row, column),
                sum(known) if len(known) == len(figures) else None,
                tuple(
                    (term.sign, CellRef(term.table, term.row, term.column or column))
                    for term in carry.this
                ),
            )


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
