"""Lay out a table: row heights, page breaks between rows, repeated head, frames and text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from govdocs.compose.composition import ComposedCell, ComposedTable, Role
from govdocs.errors import LayoutError
from govdocs.layout.cells import CellLine, CellTexts
from govdocs.layout.pages import Anchor, CellPlace, GlyphRun, PlacedItem, Rules, TextLine
from govdocs.layout.paragraph.justify import shifted
from govdocs.layout.setting import Setting

# Where the baseline lies in a table line, in parts of the type size under the line's middle:
# Han ink is centred 0.356 em above the baseline in all Chinese faces used here.
_BASELINE_UNDER_MIDDLE = 0.356

_CELL_ROLES = (Role.TABLE_HEAD, Role.TABLE_CELL)


class _SetCell(NamedTuple):
    cell: ComposedCell
    lines: list[CellLine]


class _Row(NamedTuple):
    """A row, or a slice of a row too tall for a page.

    Attributes:
        cells: what begins in it.
        height: what they need, EMU.
        keeps: whether it stays on the page of the next row.
    """

    cells: tuple[_SetCell, ...]
    height: int
    keeps: bool


class TablePart(NamedTuple):
    """What of a table goes on one page: row indices from the repeated head on, and the height."""

    rows: tuple[int, ...]
    repeated_head: int
    height: int
    next_row: int


class TableLayout(NamedTuple):
    """A table set in lines, to be cut into parts that fit on pages."""

    table: ComposedTable
    rows: tuple[_Row, ...]
    setting: Setting
    first_cells: tuple[int, ...]  # how many cells stand before each row, and before the end
    merged: tuple[tuple[int, ComposedCell], ...]  # row and cell of those that cover several rows

    @property
    def rule(self) -> int:
        """Thickness of its rules, EMU."""
        return self.setting.profile.table.rule

    @property
    def flow_extra(self) -> int:
        """What a word processor adds to the height of a part of it, EMU."""
        return self.setting.profile.table.flow_extra

    @property
    def height(self) -> int:
        """Height of the whole table, EMU."""
        return sum(row.height for row in self.rows)

    @property
    def head_height(self) -> int:
        """Height of the head rows, EMU."""
        return sum(row.height for row in self.rows[: self.table.head_rows])

    @property
    def first_height(self) -> int:
        """Height of the head and the rows after it that stay together, EMU."""
        height = 0
        for number, row in enumerate(self.rows):
            height += row.height
            if number >= self.table.head_rows and not row.keeps:
                break
        return height

    def breakable(self) -> TableLayout:
        """The same table, free to break before every row."""
        return self._replace(rows=tuple(row._replace(keeps=False) for row in self.rows))

    def part(
        self, first_row: int, room: int, *, is_first: bool, page_is_empty: bool
    ) -> TablePart | None:
        """The rows from ``first_row`` on that fit; None if the page must be turned first."""
        head = self.table.head_rows
        repeat = 0 if is_first or self.head_height * 2 > room else head
        height = self.head_height if repeat else 0
        row = first_row
        while row < len(self.rows) and height + self.rows[row].height <= room:
            height += self.rows[row].height
            row += 1
        kept = self._break_before(first_row, row)
        only_head = is_first and kept <= head < len(self.rows)
        if kept == first_row or only_head:
            if not page_is_empty:
                return None
            kept = max(row, first_row + 1)  # cannot be helped: what is kept is taller than a page
        rows = (*range(repeat), *range(first_row, kept))
        return TablePart(rows, repeat, sum(self.rows[r].height for r in rows), kept)

    def _break_before(self, first_row: int, row: int) -> int:
        """The last row from ``first_row`` to ``row`` before which the table may break."""
        while first_row < row < len(self.rows) and self.rows[row - 1].keeps:
            row -= 1
        return row

    def last_order(self, first_order: int) -> int:
        """The reading order of the last cell, if the first has ``first_order``."""
        return first_order + self.first_cells[-1]

    def items(self, part: TablePart, top: int, order: int) -> list[PlacedItem]:
        """Frames and text of a part; ``top`` in EMU from the sheet's top."""
        tops = list(accumulate((self.rows[row].height for row in part.rows), initial=top))
        lefts = self._lefts()
        frames: list[tuple[int, int, int, int]] = []
        lines: list[PlacedItem] = []
        mover = _Mover(self.table, self.setting)
        for index, row in enumerate(part.rows):
            repeated = index < part.repeated_head
            for number, entry in enumerate(self.rows[row].cells):
                cell = entry.cell
                last = self._last_row(part, index, row + cell.rowspan)
                frame = (
                    lefts[cell.column],
                    tops[index],
                    lefts[cell.column + cell.colspan] - lefts[cell.column],
                    tops[last] - tops[index],
                )
                frames.append(frame)
                anchor = Anchor(
                    order + self.first_cells[row] + number,
                    cell.role,
                    self.table.source,
                    self._place(row, cell),
                    repeated,
                )
                if entry.lines:
                    lines += mover.placed(entry, frame, anchor)
        frames += self._continued(part, tops, lefts)
        ruled = Rules(tuple(frames), self.rule, Anchor(order, Role.TABLE_CELL, self.table.source))
        return [ruled, *lines]

    def _lefts(self) -> list[int]:
        page = self.setting.profile.page
        width = sum(self.table.column_widths)
        left = page.binding_margin + (page.type_area_width - width) // 2
        return list(accumulate(self.table.column_widths, initial=left))

    def _place(self, row: int, cell: ComposedCell) -> CellPlace:
        is_head = row < self.table.head_rows
        return CellPlace(row, cell.column, cell.rowspan, cell.colspan, is_head)

    def _last_row(self, part: TablePart, index: int, end_row: int) -> int:
        """Index in the part's tops where a cell that ends before ``end_row`` ends."""
        last = index + 1
        while (
            last < len(part.rows)
            and part.rows[last] < end_row
            and part.rows[last] > part.rows[index]
        ):
            last += 1
        return last

    def _continued(
        self, part: TablePart, tops: Sequence[int], lefts: Sequence[int]
    ) -> list[tuple[int, int, int, int]]:
        """Frames of merged cells that began on an earlier page."""
        begins = part.repeated_head
        first_row = part.rows[begins] if begins < len(part.rows) else 0
        frames: list[tuple[int, int, int, int]] = []
        for row, cell in self.merged:
            if part.repeated_head <= row < first_row < row + cell.rowspan:
                last = self._last_row(part, begins, row + cell.rowspan)
                left, right = lefts[cell.column], lefts[cell.column + cell.colspan]
                frames.append((left, tops[begins], right - left, tops[last] - tops[begins]))
        return frames


class _Mover:
    """Moves the lines of cells to their places; columns repeat figures, so each is moved once."""

    def __init__(self, table: ComposedTable, setting: Setting) -> None:
        self._pitches = {role: _pitch(setting, role, table) for role in _CELL_ROLES}
        self._drop = round(_BASELINE_UNDER_MIDDLE * table.size)
        self._moved: dict[tuple[int, int], tuple[GlyphRun, ...]] = {}

    def placed(
        self, entry: _SetCell, frame: tuple[int, int, int, int], anchor: Anchor
    ) -> list[TextLine]:
        """The lines of a cell, centred between the upper and lower edge of its frame."""
        x, top, _, height = frame
        pitch = self._pitches[entry.cell.role]
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


def _pitch(setting: Setting, role: Role, table: ComposedTable) -> int:
    return setting.profile.cell_pitch(role, table.size, table.spacing)


def lay_out_table(table: ComposedTable, setting: Setting, texts: CellTexts) -> TableLayout:
    """Set a table's text in lines and find the height of every row.

    Raises:
        LayoutError: a merged cell holds more text than a page.
    """
    lefts = list(accumulate(table.column_widths, initial=0))
    rows: list[list[_SetCell]] = []
    for number, row in enumerate(table.rows, 1):
        cells: list[_SetCell] = []
        for cell in row:
            width = lefts[cell.column + cell.colspan] - lefts[cell.column]
            cells.append(_SetCell(cell, texts.lines(cell, width, table, number)))
        rows.append(cells)
    head_height = sum(_row_heights(rows[: table.head_rows], setting, table))
    rows, numbers = _without_tall_rows(rows, table, head_height, setting)
    heights = _row_heights(rows, setting, table)
    highest = setting.profile.page.type_area_height
    if max(heights) > highest:
        number = heights.index(max(heights)) + 1
        raise LayoutError(
            f"表格第 {number} 行有合并单元格的文字太多，一页放不下；请拆开这一格",
            f"merged cells of table row {number} hold more text than a page; split the cell",
        )
    return TableLayout(
        table,
        tuple(
            _Row(tuple(cells), height, number is not None and table.keeps_with_next(number))
            for cells, height, number in zip(rows, heights, numbers, strict=True)
        ),
        setting,
        tuple(accumulate(map(len, rows), initial=0)),
        tuple(
            (row, entry.cell)
            for row, cells in enumerate(rows)
            for entry in cells
            if entry.cell.rowspan > 1
        ),
    )


def _without_tall_rows(
    rows: list[list[_SetCell]], table: ComposedTable, head_height: int, setting: Setting
) -> tuple[list[list[_SetCell]], Sequence[int | None]]:
    """Rows in which no unmerged cell is taller than a page: such a row becomes several.

    With them the number that each has in the table, None for what is no whole row.
    """
    page_height = setting.profile.page.type_area_height
    # Room for a title and headings is left over each part, so that none stays behind alone.
    room = page_height - 2 * table.spacing.padding_y - setting.profile.page.line_top(6)
    if head_height * 2 <= page_height:
        room -= head_height
    fits = {role: room // _pitch(setting, role, table) for role in _CELL_ROLES}

    def parts(row: list[_SetCell]) -> int:
        unmerged = (entry for entry in row if entry.cell.rowspan == 1)
        return max((-(-len(e.lines) // fits[e.cell.role]) for e in unmerged), default=1) or 1

    starts = list(accumulate(map(parts, rows), initial=0))
    if starts[-1] == len(rows):
        return rows, range(len(rows))
    cut: list[list[_SetCell]] = []
    numbers: list[int | None] = []
    for number, row in enumerate(rows):
        count = starts[number + 1] - starts[number]
        numbers += [number] if count == 1 else [None] * count
        for part in range(count):
            cells: list[_SetCell] = []
            for entry in row:
                cell, most = entry.cell, fits[entry.cell.role]
                if cell.rowspan == 1:
                    cells.append(_SetCell(cell, entry.lines[most * part : most * (part + 1)]))
                elif not part:
                    span = starts[number + cell.rowspan] - starts[number]
                    cells.append(entry._replace(cell=cell._replace(rowspan=span)))
            cut.append(cells)
    return cut, numbers


def _row_heights(rows: list[list[_SetCell]], setting: Setting, table: ComposedTable) -> list[int]:
    padding = 2 * table.spacing.padding_y
    pitches = {role: _pitch(setting, role, table) for role in _CELL_ROLES}
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
