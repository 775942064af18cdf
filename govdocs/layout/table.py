"""Lay out a table: row heights, page breaks between rows, repeated head, notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from govdocs.compose.composition import ComposedCell, ComposedTable, Role
from govdocs.errors import LayoutError
from govdocs.layout.cells import CellLine, CellTexts
from govdocs.layout.setting import Setting
from govdocs.layout.table_texts import Frame, TextUnit, frame_of, height_of, set_texts

CELL_ROLES = (Role.TABLE_HEAD, Role.TABLE_CELL)

# What stands over a table may take so much of its first page at most.
_MOST_ABOVE = 6
_MOST_ABOVE_TURNED = 2  # headings are among it


class SetCell(NamedTuple):
    """A cell and its lines."""

    cell: ComposedCell
    lines: list[CellLine]


class Row(NamedTuple):
    """A row, or a slice of a row too tall for a page.

    Attributes:
        cells: what begins in it.
        height: what they need, EMU.
        keeps: whether it stays on the page of the next row.
    """

    cells: tuple[SetCell, ...]
    height: int
    keeps: bool


class TablePart(NamedTuple):
    """What of a table goes on one page.

    A table is cut into *steps*: its rows, and after them the lines of its notes.

    Attributes:
        rows: row indices, those of the repeated head first.
        repeated_head: how many of them show the head again.
        notes: which lines of the notes, counted from 0.
        height: of all that, and of what stands over the table on its first page, EMU.
        starts: the steps at which this part and those before it begin, the first 0.
        next_step: where the next part begins.
    """

    rows: tuple[int, ...]
    repeated_head: int
    notes: range
    height: int
    starts: tuple[int, ...]
    next_step: int

    @property
    def is_first(self) -> bool:
        """Whether the table begins with it."""
        return len(self.starts) == 1


class MergedCell(NamedTuple):
    """A cell over several rows: the row it begins in, its place there, and itself."""

    row: int
    number: int
    entry: SetCell


_row_of = attrgetter("row")


class TableLayout(NamedTuple):
    """A table set in lines, to be cut into parts that fit on pages.

    Attributes:
        table: as it was composed.
        rows: its rows.
        setting: surroundings.
        frame: where it stands on its pages.
        above: the lines over it, caption and unit; below: the lines of its notes.
        notes_stay: whether these stay together.
        first_cells: how many cells stand before each row, and before the end.
        merged: the cells that cover several rows.
    """

    table: ComposedTable
    rows: tuple[Row, ...]
    setting: Setting
    frame: Frame
    above: tuple[TextUnit, ...]
    below: tuple[TextUnit, ...]
    notes_stay: bool
    first_cells: tuple[int, ...]
    merged: tuple[MergedCell, ...]

    @property
    def rule(self) -> int:
        """Thickness of its rules, EMU."""
        return self.setting.profile.table.rule

    @property
    def flow_extra(self) -> int:
        """What a word processor adds to the height of a part of it, EMU."""
        return self.setting.profile.table.flow_extra

    @property
    def is_turned(self) -> bool:
        """Whether it stands on pages of its own, turned."""
        return self.table.is_turned

    @property
    def steps(self) -> int:
        """How many rows and lines of notes it has."""
        return len(self.rows) + len(self.below)

    @property
    def height(self) -> int:
        """Height of the whole table with what stands over and under it, EMU."""
        return height_of(self.above) + sum(map(self._height, range(self.steps)))

    @property
    def head_height(self) -> int:
        """Height of the head rows, EMU."""
        return sum(row.height for row in self.rows[: self.table.head_rows])

    @property
    def first_height(self) -> int:
        """Height of the head and the rows after it that stay together, EMU."""
        height = height_of(self.above)
        for step in range(self.steps):
            height += self._height(step)
            if step >= self.table.head_rows and not self._keeps(step):
                break
        return height

    def breakable(self) -> TableLayout:
        """The same table, free to break before every row."""
        rows = tuple(row._replace(keeps=False) for row in self.rows)
        return self._replace(rows=rows, notes_stay=False)

    def _height(self, step: int) -> int:
        rows = len(self.rows)
        return self.rows[step].height if step < rows else self.below[step - rows].height

    def _keeps(self, step: int) -> bool:
        """Whether a step stays on the page of the next one."""
        return self.rows[step].keeps if step < len(self.rows) else self.notes_stay

    def part(self, last: TablePart | None, room: int, *, page_is_empty: bool) -> TablePart | None:
        """What fits after the last part; None if the page must be turned first.

        Args:
            last: the part before; None for the first one.
            room: height left on the page, EMU.
            page_is_empty: whether turning the page gives no more room.
        """
        head = self.table.head_rows
        start = last.next_step if last else 0
        repeat = self._repeated_head(start, room) if last else 0
        height = self.head_height if repeat else 0 if last else height_of(self.above)
        step = start
        while step < self.steps and height + self._height(step) <= room:
            height += self._height(step)
            step += 1
        kept = self._break_before(start, step)
        only_head = last is None and kept <= head < len(self.rows)
        if kept == start or only_head:
            if not page_is_empty:
                return None
            kept = max(step, start + 1)  # cannot be helped: what is kept is taller than a page
        return self._made(last, start, kept, repeat)

    def _made(self, last: TablePart | None, start: int, end: int, repeat: int) -> TablePart:
        """The part from one step to another."""
        count = len(self.rows)
        rows = (*range(repeat), *range(start, min(end, count)))
        notes = range(max(0, start - count), max(0, end - count))
        height = sum(self.rows[row].height for row in rows)
        height += sum(self.below[line].height for line in notes)
        starts = (*last.starts, start) if last else (start,)
        if not last:
            height += height_of(self.above)
        return TablePart(rows, repeat, notes, height, starts, end)

    def _repeated_head(self, start: int, room: int) -> int:
        """How many rows of the head a part shows again; none where they leave no room."""
        head = self.table.head_rows
        if not head <= start < len(self.rows) or self.head_height * 2 > room:
            return 0
        return head if self.head_height + self._height(start) <= room else 0

    def _break_before(self, start: int, step: int) -> int:
        """The last step from ``start`` to ``step`` before which the table may break."""
        while start < step < self.steps and (self._keeps(step - 1) or self._tears(step, start)):
            step -= 1
        return step

    def _tears(self, step: int, start: int) -> bool:
        """Whether a break before a step leaves less than two lines of a cell at a side of it."""
        first = bisect_right(self.merged, start, key=_row_of)
        last = bisect_left(self.merged, step, key=_row_of)
        for row, _, entry in self.merged[first:last]:
            if step < row + entry.cell.rowspan:
                shown = self.lines_in(entry, row, step)
                count = len(entry.lines)
                if shown < count and not 2 <= shown <= count - 2:
                    return True
        return False

    def lines_in(self, entry: SetCell, first: int, end: int) -> int:
        """How many lines of a merged cell find room in the rows from one to another."""
        height = sum(row.height for row in self.rows[first:end])
        pitch = cell_pitch(self.setting, entry.cell.role, self.table)
        return max(0, (height - self.table.spacing.padding_y) // pitch)

    def last_order(self, first_order: int) -> int:
        """The reading order of the last of it, if the first has ``first_order``."""
        around = len(self.table.above) + len(self.table.below)
        return first_order + self.first_cells[-1] + around


def cell_pitch(setting: Setting, role: Role, table: ComposedTable) -> int:
    """From line to line in the cells of a table, EMU."""
    return setting.profile.cell_pitch(role, table.size, table.spacing)


def lay_out_table(table: ComposedTable, setting: Setting, texts: CellTexts) -> TableLayout:
    """Set a table's text in lines and find the height of every row.

    Raises:
        LayoutError: a merged cell holds more text than a page; a caption that leaves no room.
    """
    frame = frame_of(setting, is_turned=table.is_turned)
    above = set_texts(table.above, setting, frame, is_turned=table.is_turned)
    below = set_texts(table.below, setting, frame, is_turned=table.is_turned)
    _refuse_high_caption(above, table, frame)
    lefts = list(accumulate(table.column_widths, initial=0))
    rows: list[list[SetCell]] = []
    for number, row in enumerate(table.rows, 1):
        cells: list[SetCell] = []
        for cell in row:
            width = lefts[cell.column + cell.colspan] - lefts[cell.column]
            cells.append(SetCell(cell, texts.lines(cell, width, table, number)))
        rows.append(cells)
    head_height = sum(_row_heights(rows[: table.head_rows], setting, table))
    room = _room_of_rows(frame, above, setting, table)
    if head_height * 2 <= frame.height:
        room -= head_height
    rows, numbers = _without_tall_rows(rows, table, room, setting)
    heights = _row_heights(rows, setting, table)
    _refuse_high_row(heights, frame.height - height_of(above))
    return TableLayout(
        table,
        tuple(
            Row(tuple(cells), height, number is not None and table.keeps_with_next(number))
            for cells, height, number in zip(rows, heights, numbers, strict=True)
        ),
        setting,
        frame,
        above,
        below,
        table.notes_stay,
        tuple(accumulate(map(len, rows), initial=0)),
        tuple(
            MergedCell(row, number, entry)
            for row, cells in enumerate(rows)
            for number, entry in enumerate(cells)
            if entry.cell.rowspan > 1
        ),
    )


def _room_of_rows(
    frame: Frame, above: Sequence[TextUnit], setting: Setting, table: ComposedTable
) -> int:
    """Height that a row may have on its page, EMU, a head that is repeated left aside.

    Room for a title and headings is left over it, so that none stays behind alone; over a turned
    table these stand already.
    """
    page = setting.profile.page
    headings = setting.profile.table.flow_extra if table.is_turned else page.line_top(6)
    return frame.height - 2 * table.spacing.padding_y - headings - height_of(above)


def _refuse_high_caption(above: Sequence[TextUnit], table: ComposedTable, frame: Frame) -> None:
    share = _MOST_ABOVE_TURNED if table.is_turned else _MOST_ABOVE
    if height_of(above) * share > frame.height:
        raise LayoutError(
            f"表格上方的标题、表题和计量单位共 {len(above)} 行，超过一页的 1/{share}；请缩短",
            f"{len(above)} lines of headings, caption and unit stand over a table, more than "
            f"1/{share} of a page; shorten them",
        )


def _refuse_high_row(heights: Sequence[int], highest: int) -> None:
    if max(heights) > highest:
        number = heights.index(max(heights)) + 1
        raise LayoutError(
            f"表格第 {number} 行有合并单元格的文字太多，一页放不下；请拆开这一格",
            f"merged cells of table row {number} hold more text than a page; split the cell",
        )


def _without_tall_rows(
    rows: list[list[SetCell]], table: ComposedTable, room: int, setting: Setting
) -> tuple[list[list[SetCell]], Sequence[int | None]]:
    """Rows in which no unmerged cell is higher than ``room``: such a row becomes several.

    With them the number that each has in the table, None for what is no whole row.
    """
    fits = {role: max(1, room // cell_pitch(setting, role, table)) for role in CELL_ROLES}

    def parts(row: list[SetCell]) -> int:
        unmerged = (entry for entry in row if entry.cell.rowspan == 1)
        return max((-(-len(e.lines) // fits[e.cell.role]) for e in unmerged), default=1) or 1

    starts = list(accumulate(map(parts, rows), initial=0))
    if starts[-1] == len(rows):
        return rows, range(len(rows))
    cut: list[list[SetCell]] = []
    numbers: list[int | None] = []
    for number, row in enumerate(rows):
        count = starts[number + 1] - starts[number]
        numbers += [number] if count == 1 else [None] * count
        for part in range(count):
            cells: list[SetCell] = []
            for entry in row:
                cell, most = entry.cell, fits[entry.cell.role]
                if cell.rowspan == 1:
                    cells.append(SetCell(cell, entry.lines[most * part : most * (part + 1)]))
                elif not part:
                    span = starts[number + cell.rowspan] - starts[number]
                    cells.append(entry._replace(cell=cell._replace(rowspan=span)))
            cut.append(cells)
    return cut, numbers


def _row_heights(rows: list[list[SetCell]], setting: Setting, table: ComposedTable) -> list[int]:
    padding = 2 * table.spacing.padding_y
    pitches = {role: cell_pitch(setting, role, table) for role in CELL_ROLES}
    least = max(pitches.values()) + padding
    heights: list[int] = []
    tall: list[tuple[int, int, int]] = []
    for number, cells in enumerate(rows):
        height = least
        for cell, lines in cells:
            if len(lines) < 2:
                continue
            needed = len(lines) * pitches[cell.role] + padding
            if cell.rowspan == 1:
                height = max(height, needed)
            else:
                tall.append((number, cell.rowspan, needed))
        heights.append(height)
    for number, span, needed in tall:
        lacking = needed - sum(heights[number : number + span])
        if lacking > 0:
            heights[number + span - 1] += lacking
    return heights
