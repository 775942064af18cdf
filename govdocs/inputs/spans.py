"""Make the cells of a file's table fill a rectangle: holes are filled, what reaches out is cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govdocs.errors import InputError
from govdocs.inputs.text.grid import Grid, GridCell
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.tables import MOST_CELLS

MOST_COLUMNS = 1000
"""Columns of one table, as in HTML."""


class Placed(NamedTuple):
    """A cell and the column that it begins in; None for the next one that is free."""

    cell: GridCell
    column: int | None = None


def rectangle(
    number: int,
    rows: Sequence[Sequence[Placed]],
    head_rows: int,
    log: FindingLog,
) -> Grid | None:
    """The grid of placed cells, or None if they are none.

    A merged cell is cut where another one stands or the table ends; a place that no cell covers
    becomes an empty cell. Both are warnings. Rows without anything in them go.

    Raises:
        InputError: more columns or cells than any table has.
    """
    filler = _Filler(number, len(rows), log)
    for index, row in enumerate(rows):
        filler.add(index, row)
    made = filler.rows()
    kept = [row for row in made if row is not None]
    if not kept:
        return None
    filler.report()
    head = sum(1 for row in made[:head_rows] if row is not None)
    return Grid(number, tuple(tuple(row) for row in kept), _whole_head(kept, head))


class _Cell:
    """A cell whose spans are not final yet."""

    __slots__ = ("cell", "colspan", "column", "rowspan")

    def __init__(self, cell: GridCell, column: int) -> None:
        self.cell = cell
        self.column = column
        self.colspan = 1
        self.rowspan = 1


class _Filler:
    """Places the cells of one table, row by row."""

    __slots__ = ("_covered", "_cut", "_height", "_holes", "_log", "_number", "_placed", "_width")

    def __init__(self, number: int, height: int, log: FindingLog) -> None:
        self._number = number
        self._height = height
        self._log = log
        self._width = 0
        self._covered: list[set[int]] = [set() for _ in range(height)]
        self._placed: list[list[_Cell]] = [[] for _ in range(height)]
        self._cut = 0
        self._holes = 0

    def add(self, index: int, row: Sequence[Placed]) -> None:
        """Place the cells of the row at an index."""
        taken = self._covered[index]
        at = 0
        for cell, column in row:
            at = at if column is None else column
            while at in taken:
                at += 1
            placed = _Cell(cell, at)
            placed.colspan = self._free(index, at, cell.colspan)
            placed.rowspan = min(cell.rowspan, self._height - index)
            if (placed.colspan, placed.rowspan) != (cell.colspan, cell.rowspan):
                self._cut += 1
            self._cover(index, placed)
            at += placed.colspan

    def _free(self, index: int, start: int, wanted: int) -> int:
        wanted = min(wanted, MOST_COLUMNS + 1)
        for width in range(1, wanted):
            if start + width in self._covered[index]:
                return width
        return wanted

    def _cover(self, index: int, placed: _Cell) -> None:
        end = placed.column + placed.colspan
        self._width = max(self._width, end)
        if end > MOST_COLUMNS or self._width * self._height > MOST_CELLS:
            raise _too_large(self._number, self._height, self._width)
        for row in range(index, index + placed.rowspan):
            self._covered[row].update(range(placed.column, end))
        self._placed[index].append(placed)

    def rows(self) -> list[list[GridCell] | None]:
        """Every row, filled; None for one that nothing stands in or reaches into."""
        return [self._row(index) for index in range(self._height)]

    def _row(self, index: int) -> list[GridCell] | None:
        if not self._covered[index]:
            return None
        starts = {placed.column: placed for placed in self._placed[index]}
        made: list[GridCell] = []
        column = 0
        while column < self._width:
            if column in starts:
                placed = starts[column]
                made.append(placed.cell._replace(colspan=placed.colspan, rowspan=placed.rowspan))
            elif column not in self._covered[index]:
                self._holes += 1
                made.append(GridCell())
            column += made[-1].colspan if column in starts else 1
        return made

    def report(self) -> None:
        """Warn of what was cut and filled."""
        if self._holes:
            self._log.warning(
                "row-padded",
                f"表格各行的格数不一，空缺处补了 {self._holes} 个空格；数字可能因此错列，请核对",
                f"the table's rows are not equally long; {self._holes} empty cells were put in. "
                "Figures may stand in the wrong column: check them",
                line=self._number,
            )
        if self._cut:
            self._log.warning(
                "span-cut",
                f"表格有 {self._cut} 个合并单元格伸出表格或与别的单元格重叠，已截短，请核对",
                f"{self._cut} merged cells of the table reached out of it or over others; they "
                "were cut: check them",
                line=self._number,
            )


def _whole_head(rows: Sequence[Sequence[GridCell]], head_rows: int) -> int:
    """The head, with the rows that its merged cells reach into; 0 if that is the whole table."""
    end = 0
    for index, row in enumerate(rows):
        if index >= max(end, head_rows):
            break
        end = max([end, index + 1, *(index + cell.rowspan for cell in row)])
    return 0 if end == len(rows) and head_rows < len(rows) else end


def _too_large(number: int, rows: int, columns: int) -> InputError:
    return InputError(
        f"第 {number} 段（行）的表格有 {rows} 行、{columns} 列以上，"
        f"超过 {MOST_COLUMNS} 列或 {MOST_CELLS} 格；请分成几个表",
        f"the table at {number} has {rows} rows and {columns} columns or more, over "
        f"{MOST_COLUMNS} columns or {MOST_CELLS} cells; split it",
    )
