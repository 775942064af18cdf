"""The figures of a report's tables: an immutable mapping from cells to values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from govdocs.kinds.annual_report.values import CellValue, number_of, value_text
from govdocs.standards.annual_report.forms import CellRef, ReportFormat

PlainTables: TypeAlias = dict[str, dict[str, dict[str, CellValue]]]


class Figures(Mapping[CellRef, CellValue]):
    """What stands in the cells of a report; a blank cell is not among the keys.

    ``figures.at("t2", "新收", "总计")`` is None for a blank cell.
    """

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[CellRef, CellValue] | None = None) -> None:
        given = (values or {}).items()
        self._values = {CellRef(*cell): value for cell, value in given if value is not None}

    def __getitem__(self, cell: CellRef) -> CellValue:
        return self._values[cell]

    def __iter__(self) -> Iterator[CellRef]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Figures) and self._values == other._values

    def __repr__(self) -> str:
        return f"Figures({len(self._values)} cells)"

    def at(self, table: str, row: str, column: str) -> CellValue:
        """What stands in a cell; None for blank."""
        return self._values.get(CellRef(table, row, column))

    def number(self, cell: CellRef, form: ReportFormat | None = None) -> int | Decimal | None:
        """The number in a cell, or None; amounts with units need the format, and are in 元."""
        value = self._values.get(cell)
        if form is None or not isinstance(value, str):
            return number_of(value)
        return number_of(value, form.table(cell.table).kind(cell.row, cell.column))

    def text(self, cell: CellRef) -> str:
        """What is printed in a cell; empty for blank."""
        return value_text(self._values.get(cell))

    def changed(self, values: Mapping[CellRef, CellValue]) -> Figures:
        """The same figures with some put in their place; None blanks a cell."""
        return Figures({**self._values, **values})

    def as_tables(self, form: ReportFormat, *, blanks: bool = True) -> PlainTables:
        """Tables, rows and columns as nested plain dicts by their Chinese keys, tables by id.

        This is what templates see. Blank cells are None, or left out.
        """
        tables: PlainTables = {}
        for cell in form.cells():
            value = self._values.get(cell)
            if value is not None or blanks:
                tables.setdefault(cell.table, {}).setdefault(cell.row, {})[cell.column] = value
        return tables
