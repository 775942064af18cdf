"""Put a part of a table in its place: what stands over it, frames, text of cells, notes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import TypeAlias

from govdocs.compose.composition import ComposedCell, Role
from govdocs.layout.pages import Anchor, CellPlace, GlyphRun, PlacedItem, Rules, TextLine
from govdocs.layout.paragraph.justify import shifted
from govdocs.layout.table import CELL_ROLES, MergedCell, SetCell, TableLayout, TablePart, cell_pitch
from govdocs.layout.table_texts import height_of, placed_texts

# Where the baseline lies in a table line, in parts of the type size under the line's middle:
# Han ink is centred 0.356 em above the baseline in all Chinese faces used here.
_BASELINE_UNDER_MIDDLE = 0.356

_Frame: TypeAlias = tuple[int, int, int, int]  # x, y, width, height


def placed_table(table: TableLayout, part: TablePart, top: int, order: int) -> list[PlacedItem]:
    """All that a part shows.

    Args:
        table: the whole table.
        part: what of it stands here.
        top: upper edge, EMU from the sheet's top (of a turned sheet: from the edge along its head).
        order: reading order of the table's first item.
    """
    over = table.above if part.is_first else ()
    under = [table.below[line] for line in part.notes]
    cells = order + len(table.table.above)
    items: list[PlacedItem] = [*placed_texts(over, top, order)]
    top += height_of(over)
    if part.rows:
        items += _PartPlacing(table, part, top, cells).items()
        top += sum(table.rows[row].height for row in part.rows)
    items += placed_texts(under, top, cells + table.first_cells[-1])
    return items


class _PartPlacing:
    """Places the rows of a part."""

    def __init__(self, table: TableLayout, part: TablePart, top: int, order: int) -> None:
        self._table = table
        self._part = part
        self._order = order
        heights = (table.rows[row].height for row in part.rows)
        self._tops = list(accumulate(heights, initial=top))
        left = table.frame.left + (table.frame.width - sum(table.table.column_widths)) // 2
        self._lefts = list(accumulate(table.table.column_widths, initial=left))
        self._mover = _Mover(table)

    def items(self) -> Iterator[PlacedItem]:
        """The rules, and the lines of the cells."""
        table, frames = self._table, list[_Frame]()
        lines: list[PlacedItem] = []
        continued = list(self._continued(frames))
        for index, row in enumerate(self._part.rows):
            if index == self._part.repeated_head:
                lines += continued
            for number, entry in enumerate(table.rows[row].cells):
                frame = self._frame(entry.cell, index, row)
                frames.append(frame)
                if entry.lines:
                    shown = self._shown(entry, row, index)
                    anchor = self._anchor(row, number, entry.cell, index)
                    lines += self._mover.placed(shown, frame, anchor)
        anchor = Anchor(self._order, Role.TABLE_CELL, table.table.source)
        yield Rules(tuple(frames), table.rule, anchor)
        yield from lines

    def _shown(self, entry: SetCell, row: int, index: int) -> SetCell:
        """A cell with the lines that this part has room for."""
        if entry.cell.rowspan == 1:
            return entry
        end = self._end(row + entry.cell.rowspan, index)
        if end == row + entry.cell.rowspan:
            return entry
        count = self._table.lines_in(entry, row, end)
        return entry if count >= len(entry.lines) else entry._replace(lines=entry.lines[:count])

    def _continued(self, frames: list[_Frame]) -> Iterator[PlacedItem]:
        """Merged cells that began in an earlier part: their frames, and what is left of them."""
        part = self._part
        begins = part.repeated_head
        if part.is_first or begins == len(part.rows):
            return
        start = part.rows[begins]
        for merged in self._table.merged:
            row, number, entry = merged
            if row >= start:
                break
            end = row + entry.cell.rowspan
            if begins <= row and start < end:
                frame = self._frame(entry.cell, begins, row)
                frames.append(frame)
                left = entry.lines[self._shown_before(merged) :]
                if left:
                    count = self._table.lines_in(entry, start, self._end(end, begins))
                    if self._end(end, begins) < end:
                        left = left[:count]
                    anchor = self._anchor(row, number, entry.cell, begins)
                    yield from self._mover.placed(SetCell(entry.cell, left), frame, anchor)

    def _shown_before(self, merged: MergedCell) -> int:
        """How many lines of a merged cell stand on earlier pages."""
        row, _, entry = merged
        stretches = pairwise([row, *(start for start in self._part.starts if start > row)])
        shown = 0
        for first, end in stretches:
            shown += self._table.lines_in(entry, first, end)
        return min(shown, len(entry.lines))

    def _frame(self, cell: ComposedCell, index: int, row: int) -> _Frame:
        """Where a cell stands that is shown from an index of the part's rows on."""
        left, right = self._lefts[cell.column], self._lefts[cell.column + cell.colspan]
        last = self._last_row(index, row + cell.rowspan)
        top = self._tops[index]
        return left, top, right - left, self._tops[last] - top

    def _anchor(self, row: int, number: int, cell: ComposedCell, index: int) -> Anchor:
        table = self._table
        is_head = row < table.table.head_rows
        return Anchor(
            self._order + table.first_cells[row] + number,
            cell.role,
            table.table.source,
            CellPlace(row, cell.column, cell.rowspan, cell.colspan, is_head),
            index < self._part.repeated_head,
        )

    def _end(self, end_row: int, index: int) -> int:
        """The row before which a cell ends on this page that would end before ``end_row``."""
        return self._part.rows[self._last_row(index, end_row) - 1] + 1

    def _last_row(self, index: int, end_row: int) -> int:
        """Index in the part's tops where a cell that ends before ``end_row`` ends."""
        rows = self._part.rows
        last = index + 1
        while last < len(rows) and rows[last] < end_row and rows[last] > rows[index]:
            last += 1
        return last


class _Mover:
    """Moves the lines of cells to their places; columns repeat figures, so each is moved once."""

    def __init__(self, table: TableLayout) -> None:
        composed = table.table
        self._pitches = {role: cell_pitch(table.setting, role, composed) for role in CELL_ROLES}
        self._drop = round(_BASELINE_UNDER_MIDDLE * composed.size)
        self._moved: dict[tuple[int, int], tuple[GlyphRun, ...]] = {}

    def placed(self, entry: SetCell, frame: _Frame, anchor: Anchor) -> list[TextLine]:
        """The lines of a cell, centred between the upper and lower edge of its frame.

        What a page break has left too little room for is set closer.
        """
        x, top, _, height = frame
        pitch = min(self._pitches[entry.cell.role], height // len(entry.lines))
        baseline = top + (height - pitch * len(entry.lines)) // 2 + pitch // 2 + self._drop
        placed: list[TextLine] = []
        for line in entry.lines:
            key = (id(line), x)  # the table holds its lines: no other can take their ids
            runs = self._moved.get(key)
            if runs is None:
                runs = self._moved[key] = shifted(line.runs, x + line.x)
            placed.append(TextLine(baseline, runs, anchor))
            baseline += pitch
        return placed
