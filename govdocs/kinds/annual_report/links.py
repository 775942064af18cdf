"""Links of the chain of years (年度衔接): what a cell owes to last year's report."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from govdocs.findings import Severity
from govdocs.kinds.annual_report.figures import Figures
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

    def due(self, this: Figures) -> int | Decimal | None:
        """Last year's figure with this year's movements that are stated; None if it was blank."""
        if self.last is None:
            return None
        return self.last + sum(sign * (this.number(cell) or 0) for sign, cell in self.terms)


def links_of(form: ReportFormat, last: LastYear) -> Iterator[Link]:
    """Every link of this year's format that last year's report can be followed along.

    The chain stops where the form changed: a link names the formats it may come from.
    """
    for carry in form.carries:
        if comes_from(carry, last.format):
            for column in carry.columns:
                yield _link(carry, column, last.tables)


def comes_from(carry: Carry, form: ReportFormat) -> bool:
    """Whether a link takes figures from reports in a format; a caller's own goes by its base."""
    known = (form.id, *form.lineage) if form.source else (form.id,)
    return any(name in carry.formats for name in known)


def _link(carry: Carry, column: str, last: Figures) -> Link:
    signed = [
        (term.sign, last.number(CellRef(term.table, term.row, term.column or column)))
        for term in carry.last
    ]
    stated = [sign * number for sign, number in signed if number is not None]
    return Link(
        carry,
        CellRef(carry.table, carry.row, column),
        sum(stated) if len(stated) == len(signed) else None,
        tuple(
            (term.sign, CellRef(term.table, term.row, term.column or column)) for term in carry.this
        ),
    )
