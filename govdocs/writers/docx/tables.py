"""Tables of a Composition: merged cells spelled out row by row, as WordprocessingML wants them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from govdocs.compose.composition import ComposedCell, ComposedTable, Role
from govdocs.units import to_twips
from govdocs.writers.docx.oxml.markup import Markup
from govdocs.writers.docx.oxml.table import bare_row, cell_properties, table, table_cell, table_row
from govdocs.writers.docx.oxml.text import paragraph
from govdocs.writers.docx.runs import runs_markup
from govdocs.writers.docx.style_sheet import JUSTIFICATION, CellLook, StyleSheet


class _Place(NamedTuple):
    """What stands in a row at a column; no cell where one from above goes on or none was given."""

    column: int
    colspan: int
    cell: ComposedCell | None
    merge: str | None


def table_markup(
    composed: ComposedTable, sheet: StyleSheet, notes: Sequence[Markup] = ()
) -> Markup:
    """A table, with the same columns as in every other format, that breaks where layout's does.

    Args:
        composed: the table.
        sheet: the styles.
        notes: paragraphs that stand in its last row, without rules: LibreOffice keeps the rows of
            a table that breaks with each other, but not the last with a paragraph.
    """
    edges = [to_twips(edge) for edge in accumulate(composed.column_widths, initial=0)]
    writer = _CellWriter(sheet, CellLook(composed.size, composed.spacing), edges)
    rows: list[Markup] = []
    for number, places in enumerate(_places(composed.rows, len(composed.column_widths))):
        keep_next = composed.keeps_with_next(number)
        cells = [writer.markup(place, keep_next=keep_next) for place in places]
        rows.append(table_row(cells, is_head=number < composed.head_rows))
    widths = [right - left for left, right in pairwise(edges)]
    if notes:
        rows.append(bare_row(len(widths), edges[-1], notes))
    is_ordinary = composed.spacing == sheet.profile.table.ordinary
    return table(
        widths, rows, margins=None if is_ordinary else sheet.cell_margins(composed.spacing)
    )


def cell_looks(composed: ComposedTable) -> Iterator[CellLook]:
    """All the looks that the cells of a table have."""
    look = CellLook(composed.size, composed.spacing)
    yield look
    for row in composed.rows:
        for cell in row:
            if cell.size:
                yield look._replace(smaller=cell.size)


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

    def __init__(self, sheet: StyleSheet, look: CellLook, edges: Sequence[int]) -> None:
        self._sheet = sheet
        self._look = look
        self._edges = edges
        self._properties: dict[tuple[int, int, str | None], Markup] = {}
        self._empty = {
            keep_next: paragraph(sheet.cell(Role.TABLE_CELL, look), keep_next=keep_next)
            for keep_next in (False, True)
        }

    def markup(self, place: _Place, *, keep_next: bool) -> Markup:
        """A cell; ``keep_next`` if its row stays on the page of the next."""
        key = (place.column, place.colspan, place.merge)
        properties = self._properties.get(key)
        if properties is None:
            width = self._edges[place.column + place.colspan] - self._edges[place.column]
            properties = cell_properties(width, colspan=place.colspan, merge=place.merge)
            self._properties[key] = properties
        if place.cell is None:
            return table_cell(properties, self._empty[keep_next])
        return table_cell(properties, self._paragraph(place.cell, keep_next))

    def _paragraph(self, cell: ComposedCell, keep_next: bool) -> Markup:
        own_align = self._sheet.profile.styles[cell.role].align
        look = self._look._replace(smaller=cell.size) if cell.size else self._look
        return paragraph(
            self._sheet.cell(cell.role, look),
            *runs_markup(cell.runs, cell.role, self._sheet, cell.breaks),
            align=None if cell.align is own_align else JUSTIFICATION[cell.align],
            keep_next=keep_next,
        )
