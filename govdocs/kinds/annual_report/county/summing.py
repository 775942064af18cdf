"""The sums of some reports' figures: parts added up, totals computed from the summed parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from govdocs.findings import Severity
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.tie_out import Number, numbers_in, tie_outs
from govdocs.kinds.annual_report.values import CellValue, value_text
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, ValueKind

_YUAN_IN_WAN = Decimal(10_000)


class Contribution(NamedTuple):
    """A unit's report that is counted: the unit's full name and its report."""

    name: str
    report: AnnualReport


class TotalCheck(NamedTuple):
    """A total, computed from the summed parts and as the units state it.

    Attributes:
        cell: the total.
        parts: what it is the sum of.
        computed: the sum of the parts as far as they are stated; None if none is.
        stated: the sum of the totals as far as they are stated; None if none is.
        differing: units whose own total is not the sum of their own parts, each with both.
    """

    cell: CellRef
    parts: tuple[CellRef, ...]
    computed: Number | None
    stated: Number | None
    differing: tuple[tuple[str, Number, Number], ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing has to be said of it."""
        return not self.differing and self.computed == self.stated


class Sums(NamedTuple):
    """What some reports come to.

    Attributes:
        numbers: the sum of each cell; of a total, that of its parts. Amounts with units in 元.
        stated: the same with totals as the units state them.
        blank: units that leave a cell blank, by cell.
        written: units that wrote something else than a number there, and what, by cell.
        totals: the format's totals, in its order.
    """

    numbers: Mapping[CellRef, Number]
    stated: Mapping[CellRef, Number]
    blank: Mapping[CellRef, tuple[str, ...]]
    written: Mapping[CellRef, tuple[tuple[str, str], ...]]
    totals: tuple[TotalCheck, ...]


def sum_reports(form: ReportFormat, units: Sequence[Contribution]) -> Sums:
    """Add up reports of one format, each once, in any order."""
    known = {unit.name: numbers_in(form, unit.report.tables) for unit in units}
    cells = list(form.cells())
    stated = {
        cell: sum((numbers[cell] for numbers in known.values() if cell in numbers), start=0)
        for cell in cells
        if any(cell in numbers for numbers in known.values())
    }
    sums = sums_of(form)
    numbers = _computed(stated, sums)
    return Sums(
        numbers=numbers,
        stated=stated,
        blank={c: names for c in cells if (names := _blank(c, units))},
        written={c: texts for c in cells if (texts := tuple(_written(c, form, units)))},
        totals=tuple(_totals(sums, numbers, stated, known)),
    )


def sums_of(form: ReportFormat) -> dict[CellRef, tuple[CellRef, ...]]:
    """The totals of a format, each with the cells that it is the sum of.

    Only rules that must hold; where two give one total (the corner of a table), the first.
    """
    found: dict[CellRef, tuple[CellRef, ...]] = {}
    for rule in tie_outs(form):
        is_sum = rule.identity.relation == "=" and len(rule.left) == 1 and len(rule.right) > 1
        if is_sum and rule.identity.severity is Severity.ERROR:
            found.setdefault(rule.left[0], rule.right)
    return found


def _computed(
    stated: Mapping[CellRef, Number], sums: Mapping[CellRef, tuple[CellRef, ...]]
) -> dict[CellRef, Number]:
    """Every cell's sum; a total is that of its parts, or as stated where no part is."""
    found: dict[CellRef, Number] = {}

    def number(cell: CellRef) -> Number | None:
        if cell not in found:
            parts = [n for part in sums.get(cell, ()) if (n := number(part)) is not None]
            if parts:
                found[cell] = sum(parts, start=0)
            elif cell in stated:
                found[cell] = stated[cell]
        return found.get(cell)

    for cell in (*stated, *sums):
        number(cell)
    return found


def _blank(cell: CellRef, units: Sequence[Contribution]) -> tuple[str, ...]:
    return tuple(unit.name for unit in units if cell not in unit.report.tables)


def _written(
    cell: CellRef, form: ReportFormat, units: Sequence[Contribution]
) -> Iterator[tuple[str, str]]:
    for unit in units:
        value = unit.report.tables.get(cell)
        if value is not None and unit.report.tables.number(cell, form) is None:
            yield unit.name, value_text(value)


def _totals(
    sums: Mapping[CellRef, tuple[CellRef, ...]],
    numbers: Mapping[CellRef, Number],
    stated: Mapping[CellRef, Number],
    known: Mapping[str, Mapping[CellRef, Number]],
) -> Iterator[TotalCheck]:
    for cell, parts in sums.items():
        of_parts = any(part in numbers for part in parts)
        yield TotalCheck(
            cell=cell,
            parts=parts,
            computed=numbers.get(cell) if of_parts else None,
            stated=stated.get(cell),
            differing=tuple(_differing(cell, parts, known)),
        )


def _differing(
    cell: CellRef, parts: tuple[CellRef, ...], known: Mapping[str, Mapping[CellRef, Number]]
) -> Iterator[tuple[str, Number, Number]]:
    """Units whose stated total is not the sum of their own parts, blanks taken as nothing."""
    for name, numbers in known.items():
        own = sum((numbers[part] for part in parts if part in numbers), start=0)
        if cell in numbers and numbers[cell] != own:
            yield name, numbers[cell], own


def printed_figures(
    form: ReportFormat, numbers: Mapping[CellRef, Number], units: Sequence[Contribution]
) -> Figures:
    """Sums as they stand in a report: amounts with units in one unit, exactly."""
    return Figures({cell: _printed(cell, form, number, units) for cell, number in numbers.items()})


def _printed(
    cell: CellRef, form: ReportFormat, number: Number, units: Sequence[Contribution]
) -> CellValue:
    if form.table(cell.table).kind(cell.row, cell.column) is not ValueKind.MONEY:
        return _plain(number)
    texts = [value_text(unit.report.tables.get(cell)) for unit in units]
    if not number:
        return 0
    if any(mark in text for text in texts for mark in "万亿"):
        return f"{value_text(_plain(Decimal(number) / _YUAN_IN_WAN))}万元"
    return f"{value_text(_plain(number))}元"


def _plain(number: Number) -> Number:
    """A whole number as int, as figures have it; a fraction without zeros at its end."""
    if number == int(number):
        return int(number)
    return Decimal(number).normalize()
