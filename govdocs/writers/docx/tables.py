"""Tables of a Composition: merged cells spelled out row by row, as WordprocessingML wants them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from govdocs.compose.composition import ComposedCell, ComposedTable, Role
from govdocs.units import to_twips
from govdocs.writers.docx.oxml.markup import Markup
from govdocs.writers.docx.oxml.table import cell_properties, table, table_cell, table_row
from govdocs.writers.docx.oxml.text import paragraph
from govdocs.writers.docx.runs import run_markup
from govdocs.writers.docx.style_sheet import JUSTIFICATION, StyleSheet


class _Place(NamedTuple):
    """What stands in a row at a column; no cell where one from above goes on or none was given."""

    column: int
    colspan: int
    cell: ComposedCell | None
    merge: str | None


def table_markup(composed: ComposedTable, sheet: StyleSheet) -> Markup:
    """A table, with the same columns as in every other format."""
    edges = [to_twips(edge) for edge in accumulate(composed.column_widths, initial=0)]
    writer = _CellWriter(sheet, composed.size, edges)
    rows = [
        table_row(map(writer.markup, places), is_head=number < composed.head_rows)
        for number, places in enumerate(_places(composed.rows, len(composed.column_widths)))
    ]
    widths = [right - left for left, right in pairwise(edges)]
    return table(widths, rows)


def _places(rows: Sequence[Sequence[ComposedCell]], columns: int) -> Iterator[list[_Place]]:
    """For every row what stands in it, so that all columns are covered."""
    going_on: dict[int, tuple[int, int]] = {}  # column -> (colspan, rows left)
    for row in rows:
        starts = {cell.column: cell for cell in row}
        places: list[_Place] = []
        column = 0
        while column < columns:
            if column in starts:
                cell = starts[column]
                merge = "restart" if cell.rowspan > 1 else None
                places.append(_Place(column, cell.colspan, cell, merge))
                if cell.rowspan > 1:
                    going_on[column] = (cell.colspan, cell.rowspan - 1)
            elif column in going_on:
                colspan, left = going_on.pop(column)
                places.append(_Place(column, colspan, None, "continue"))
                if left > 1:
                    going_on[column] = (colspan, left - 1)
            else:
                places.append(_Place(column, 1, None, None))
            column += places[-1].colspan
        yield places


class _CellWriter:
    """Writes the cells of one table; properties that many cells share are written once."""

    def __init__(self, sheet: StyleSheet, size: int, edges: Sequence[int]) -> None:
        self._sheet = sheet
        self._size = size
        self._edges = edges
        self._properties: dict[tuple[int, int, str | None], Markup] = {}
        self._empty = paragraph(sheet.cell(Role.TABLE_CELL, size))

    def markup(self, place: _Place) -> Markup:
        """A cell."""
        key = (place.column, place.colspan, place.merge)
        properties = self._properties.get(key)
        if properties is None:
            width = self._edges[place.column + place.colspan] - self._edges[place.column]
            properties = cell_properties(width, colspan=place.colspan, merge=place.merge)
            self._properties[key] = properties
        return table_cell(properties, self._paragraph(place.cell) if place.cell else self._empty)

    def _paragraph(self, cell: ComposedCell) -> Markup:
        own_align = self._sheet.profile.styles[cell.role].align
        return paragraph(
            self._sheet.cell(cell.role, self._size),
            *[run_markup(run, cell.role, self._sheet) for run in cell.runs],
            align=None if cell.align is own_align else JUSTIFICATION[cell.align],
        )
