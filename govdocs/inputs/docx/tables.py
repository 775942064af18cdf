"""Tables of a DOCX as grids: merged cells, gaps at a row's sides, head rows.

Source: ISO/IEC 29500-1 17.4 (w:gridSpan, w:vMerge, w:gridBefore, w:gridAfter, w:tblHeader)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from govdocs.inputs.docx.package import W, child, is_on, value, whole
from govdocs.inputs.docx.text import WRAPPERS, size_of_span
from govdocs.inputs.spans import Placed, rectangle
from govdocs.inputs.text.grid import Grid, GridCell
from govdocs.model.nodes import Alignment

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from govdocs.inputs.text.log import FindingLog
    from govdocs.inputs.unread import Unread


class CellText(NamedTuple):
    """What stands in a cell, and how."""

    text: str
    align: Alignment


class _Cell:
    """A cell that the rows below may still lengthen."""

    __slots__ = ("align", "colspan", "column", "rowspan", "text")

    def __init__(self, column: int, colspan: int, content: CellText) -> None:
        self.column = column
        self.colspan = colspan
        self.rowspan = 1
        self.text, self.align = content

    def placed(self) -> Placed:
        """The cell with its final spans."""
        return Placed(GridCell(self.text, self.colspan, self.rowspan, self.align), self.column)


def grid_of(
    table: Element,
    number: int,
    read_cell: Callable[[Element], CellText],
    unread: Unread,
    log: FindingLog,
) -> Grid | None:
    """The grid of a w:tbl, or None if it has no cells.

    Raises:
        InputError: it has more cells than any table has.
    """
    reader = _TableReader(number, read_cell, unread)
    head_rows = 0
    for row in rows_of(table):
        if reader.add(row) and _is_head(row) and head_rows == len(reader.rows) - 1:
            head_rows += 1
    placed = [[cell.placed() for cell in row] for row in reader.rows]
    return rectangle(number, placed, head_rows, log)


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, those in content controls included."""
    return _within(table, W + "tr")


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row, those in content controls included."""
    return _within(row, W + "tc")


def _within(parent: Element, tag: str) -> Iterator[Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in WRAPPERS or element.tag == W + "sdt":
            yield from _within(element, tag)


def _is_head(row: Element) -> bool:
    return is_on(child(row, "trPr", "tblHeader"))


class _TableReader:
    """Places the cells of one table in its columns, row by row."""

    def __init__(
        self, number: int, read_cell: Callable[[Element], CellText], unread: Unread
    ) -> None:
        self.rows: list[list[_Cell]] = []
        self._number = number
        self._read_cell = read_cell
        self._unread = unread
        self._open: dict[int, _Cell] = {}  # merged cells that the row above belongs to

    def add(self, row: Element) -> bool:
        """Take the next row; False if it was deleted in a tracked change."""
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            text = " ".join(self._read_cell(cell).text for cell in cells_of(row))
            self._unread.note("deleted-row", self._number, text)
            return False
        made: list[_Cell] = []
        still_open: dict[int, _Cell] = {}
        column = self._gap(child(properties, "gridBefore"), 0, made)
        for cell in cells_of(row):
            column = self._cell(cell, column, made, still_open)
        self._gap(child(properties, "gridAfter"), column, made)
        self.rows.append(made)
        self._open = still_open
        return True

    def _gap(self, element: Element | None, column: int, made: list[_Cell]) -> int:
        """An empty cell for the columns that a row leaves out at a side."""
        width = whole(value(element), 0)
        if width:
            made.append(_Cell(column, width, CellText("", Alignment.CENTER)))
        return column + width

    def _cell(
        self, cell: Element, column: int, made: list[_Cell], still_open: dict[int, _Cell]
    ) -> int:
        properties = child(cell, "tcPr")
        span = size_of_span(child(properties, "gridSpan"))
        content = self._read_cell(cell)
        across, down = child(properties, "hMerge"), child(properties, "vMerge")
        if across is not None and value(across) != "restart" and made:
            self._covered(content)
            made[-1].colspan += span
            return column + span
        above = self._open.get(column)
        goes_on = down is not None and value(down) != "restart"
        if goes_on and above is not None and above.colspan == span:
            self._covered(content)
            above.rowspan += 1
            still_open[column] = above
        else:
            made.append(_Cell(column, span, content))
            if down is not None:
                still_open[column] = made[-1]
        return column + span

    def _covered(self, content: CellText) -> None:
        self._unread.note("merged-text", self._number, content.text)
