"""Rows that stay together for a merged cell that is full of text.

Where a table breaks inside a merged cell, its text goes on in what is left of it. LibreOffice shows
less than the rest there, so a cell that has no room to spare is not torn if it is not high.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from govdocs.compose.composition import ComposedCell, ComposedTable, Profile, Role
from govdocs.compose.nominal import nominal_width

_FULL = 0.6  # part of the rows' least height that the text of a full cell takes
_MOST = 0.5  # part of a page that such rows take at most


def full_merged_rows(table: ComposedTable, profile: Profile) -> frozenset[int]:
    """The rows of a table that must stay on the page of the next one, from nominal widths."""
    merged = [
        (number, cell)
        for number, row in enumerate(table.rows)
        for cell in row
        if cell.rowspan > 1 and cell.runs
    ]
    if not merged:
        return frozenset()
    pitch = profile.cell_pitch(Role.TABLE_CELL, table.size, table.spacing)
    least = pitch + 2 * table.spacing.padding_y
    page = profile.page
    highest = (page.type_area_width if table.is_turned else page.type_area_height) * _MOST
    full = (
        (number, number + cell.rowspan)
        for number, cell in merged
        if _lines(cell, table, profile) * pitch > _FULL * cell.rowspan * least
    )
    return frozenset(
        row
        for start, end in _united(full)
        if (end - start) * least <= highest
        for row in range(start, end - 1)
    )


def _lines(cell: ComposedCell, table: ComposedTable, profile: Profile) -> int:
    if cell.breaks:
        return len(cell.breaks) + 1
    text = "".join([run.text for run in cell.runs])
    width = sum(table.column_widths[cell.column : cell.column + cell.colspan])
    room = width - 2 * table.spacing.padding_x
    return ceil(nominal_width(text, profile.spacing.han_latin_gap_em) * table.size / room)


def _united(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of rows, those that overlap made one."""
    first = last = -1
    for start, end in sorted(spans):
        if start < last:
            last = max(last, end)
            continue
        if last > first:
            yield first, last
        first, last = start, end
    if last > first:
        yield first, last
