"""What a workbook holds: sheets of cells with what was typed or computed. No file format here."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, TypeAlias

SheetValue: TypeAlias = (
    "str | bool | int | float | Decimal | datetime.date | datetime.time | datetime.timedelta | None"
)


class Trouble(enum.StrEnum):
    """Why a cell has no value that can be trusted."""

    ERROR = "error"  # #DIV/0!, #NAME? and their like
    UNCALCULATED = "uncalculated"  # a formula saved by a program that does not calculate


class SheetCell(NamedTuple):
    """A cell that is not empty.

    Attributes:
        value: what it shows; of a formula, the result that was saved with it. An error's name.
        trouble: why the value is none; None for a good cell.
    """

    value: SheetValue
    trouble: Trouble | None = None


class Area(NamedTuple):
    """A rectangle of cells; 0-based rows and columns."""

    row: int
    column: int
    down: int = 1
    across: int = 1

    @property
    def a1(self) -> str:
        """Its first cell as spreadsheets name it: ``D8``."""
        return a1(self.row, self.column)

    @property
    def range(self) -> str:
        """All of it: ``D8:F9``, or ``D8`` for one cell."""
        if self.down == self.across == 1:
            return self.a1
        return f"{self.a1}:{a1(self.row + self.down - 1, self.column + self.across - 1)}"

    def places(self) -> Iterator[tuple[int, int]]:
        """Row and column of every cell."""
        for row in range(self.row, self.row + self.down):
            for column in range(self.column, self.column + self.across):
                yield row, column

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in it."""
        return (
            self.row <= row < self.row + self.down
            and self.column <= column < self.column + self.across
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet.

    Attributes:
        name: as on its tab.
        cells: what is in it, by 0-based row and column; empty cells are absent.
        merged: merged areas of more than one cell.
    """

    name: str
    cells: Mapping[tuple[int, int], SheetCell]
    merged: tuple[Area, ...] = ()

    def value(self, row: int, column: int) -> SheetValue:
        """What a cell shows; None for an empty one."""
        cell = self.cells.get((row, column))
        return None if cell is None else cell.value

    def text(self, row: int, column: int) -> str:
        """A cell's text; empty where it holds none."""
        value = self.value(row, column)
        return value if isinstance(value, str) else ""

    def at(self, row: int, column: int) -> str:
        """A cell as messages name it: ``申请表!D8``."""
        return f"{self.name}!{a1(row, column)}"


@dataclass(frozen=True, slots=True)
class Sheets:
    """The worksheets of a workbook, in the order of their tabs, hidden ones too.

    Attributes:
        name: of the file, for messages.
        sheets: see :class:`Sheet`.
        hidden: names of the sheets that are not shown.
        converted: whether LibreOffice made the .xlsx of another format (.xls, .et, .ods).
    """

    name: str | None
    sheets: tuple[Sheet, ...]
    hidden: frozenset[str] = frozenset()
    converted: bool = False

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of a name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def column_letters(column: int) -> str:
    """A 0-based column as spreadsheets name it: A, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def a1(row: int, column: int) -> str:
    """A cell (0-based) as spreadsheets name it: ``D8``."""
    return f"{column_letters(column)}{row + 1}"
