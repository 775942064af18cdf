"""Compose a table: roles and faces of its cells, column widths, type size.

Widths are decided here, from nominal widths, so that the DOCX and the PDF have the same columns.
"""

from __future__ import annotations

from typing import NamedTuple

from govdocs.compose.composition import (
    Align,
    CellSpacing,
    ComposedCell,
    ComposedTable,
    FaceRole,
    Profile,
    Role,
    TextRun,
)
from govdocs.compose.tables.column_widths import Grid, Room, fitted, in_proportion
from govdocs.compose.tables.figures_in_cells import CellType, number_width, size_for, widened
from govdocs.compose.tables.labels import label_breaks
from govdocs.compose.tables.notes import compose_around
from govdocs.errors import LayoutError
from govdocs.model.nodes import (
    Alignment,
    Cell,
    InlineRole,
    Inlines,
    Table,
    occupancy,
    plain_text,
)
from govdocs.units import pt, to_mm, zihao

_ALIGN = {alignment: Align(alignment.value) for alignment in Alignment}
_SMALLER = pt(1.5)


class _Setting(NamedTuple):
    """How a table is set: EMU, and the spacing of its cells."""

    profile: Profile
    size: int
    spacing: CellSpacing
    widths: tuple[int, ...]
    is_own: bool = False  # whether the table gave the widths

    def room(self, column: int, colspan: int) -> int:
        """Width between the paddings of a cell."""
        return sum(self.widths[column : column + colspan]) - 2 * self.spacing.padding_x

    @property
    def row_height(self) -> int:
        """Height of a row of one line."""
        return self.pitch + 2 * self.spacing.padding_y

    @property
    def pitch(self) -> int:
        """From line to line."""
        return self.profile.cell_pitch(Role.TABLE_CELL, self.size, self.spacing)


def compose_table(table: Table, profile: Profile, source: int) -> ComposedTable:
    """A table as wide as the type area, in the largest size in which its words fit.

    A landscape table is as wide as the type area is high.

    Column widths of its own are used as they are, and so is the type size of such a table, but
    for numbers that do not fit: see :mod:`govdocs.compose.tables.figures_in_cells`.

    Raises:
        LayoutError: a column of its own width that holds no character, or more columns than
            characters fit side by side in the smallest size.
    """
    grid = occupancy(table.rows)
    setting = _setting(table, grid, profile)
    maker = _CellMaker(setting)
    rows = tuple(
        tuple(
            [
                maker.cell(table.rows[index][number], column, is_head=index < table.head_rows)
                for column, number in placed
            ]
        )
        for index, placed in enumerate(grid)
    )
    around = compose_around(table, profile, source)
    return ComposedTable(
        rows,
        table.head_rows,
        setting.widths,
        setting.size,
        source,
        setting.spacing,
        table.keep_together,
        above=around.above,
        below=around.below,
        is_turned=table.landscape,
    )


def _setting(table: Table, grid: Grid, profile: Profile) -> _Setting:
    """Type size, spacing and column widths."""
    style = profile.table
    page = profile.page
    total = page.type_area_height if table.landscape else page.type_area_width
    size, spacing = profile.styles[Role.TABLE_CELL].size, style.ordinary
    if table.type_size is not None:
        size, spacing = max(zihao(table.type_size), style.smallest_size), style.dense
    if table.column_widths is not None:
        widths = in_proportion(table.column_widths, total)
        _refuse_narrow(widths, size + 2 * spacing.padding_x)
        type_ = CellType(size, style.smallest_size, spacing.padding_x)
        return _Setting(profile, size, spacing, widened(widths, table, grid, type_), is_own=True)
    room = Room(total, spacing.padding_x)
    gap = profile.spacing.han_latin_gap_em
    found = fitted(table, grid, size=size, room=room, gap_em=gap)
    while found is None and size - _SMALLER >= style.smallest_size:
        size -= _SMALLER
        found = fitted(table, grid, size=size, room=room, gap_em=gap)
    if found is None:
        found = in_proportion((1,) * table.columns, total)
        _refuse_crowded(table, total, size + 2 * spacing.padding_x)
    return _Setting(profile, size, spacing, found)


def _refuse_narrow(widths: tuple[int, ...], narrowest: int) -> None:
    for number, width in enumerate(widths, 1):
        if width < narrowest:
            needed, got = to_mm(narrowest), to_mm(width)
            raise LayoutError(
                f"表格第 {number} 列宽 {got:.1f} 毫米，排不下一个字；至少要 {needed:.1f} 毫米",
                f"column {number} of the table is {got:.1f} mm wide and holds no character; "
                f"give it {needed:.1f} mm at least",
            )


def _refuse_crowded(table: Table, total: int, narrowest: int) -> None:
    columns, most = table.columns, total // narrowest
    if columns > most:
        remedy = ("", "") if table.landscape else ("改为横排或", "turn it (landscape) or ")
        raise LayoutError(
            f"表格有 {columns} 列，版心最多排 {most} 列；请{remedy[0]}拆成几个表格",
            f"the table has {columns} columns and the type area holds {most}; "
            f"{remedy[1]}split the table",
        )


class _CellMaker:
    """Composes the cells of a table; tables repeat figures, so each plain text is made once."""

    def __init__(self, setting: _Setting) -> None:
        self._setting = setting
        self._known: dict[tuple[str, Role], tuple[TextRun, ...]] = {}

    def cell(self, cell: Cell, column: int, *, is_head: bool) -> ComposedCell:
        """A cell that begins at a column."""
        role = Role.TABLE_HEAD if is_head else Role.TABLE_CELL
        content, align = cell.content, _ALIGN[cell.align]
        if len(content) == 1 and content[0].role is InlineRole.PLAIN:
            key = (content[0].text, role)
            runs = self._known.get(key)
            if runs is None:
                runs = self._known[key] = self._runs(content, role)
        else:
            runs = self._runs(content, role)
        breaks = self._breaks(cell, column) if cell.rowspan > 1 else ()
        return ComposedCell(
            runs, role, align, column, cell.colspan, cell.rowspan, breaks, self._size(cell, column)
        )

    def _size(self, cell: Cell, column: int) -> int | None:
        setting = self._setting
        if not setting.is_own:  # their columns are as wide as their numbers
            return None
        longest = number_width(plain_text(cell.content))
        if not longest:
            return None
        smallest = setting.profile.table.smallest_size
        return size_for(longest, setting.room(column, cell.colspan), setting.size, smallest)

    def _runs(self, content: Inlines, role: Role) -> tuple[TextRun, ...]:
        profile = self._setting.profile
        face = profile.styles[role].face
        return tuple(
            TextRun(run.text, role, _face(run.role, face, profile)) for run in content if run.text
        )

    def _breaks(self, cell: Cell, column: int) -> tuple[int, ...]:
        setting = self._setting
        padding = 2 * setting.spacing.padding_y
        return label_breaks(
            plain_text(cell.content),
            room_em=setting.room(column, cell.colspan) / setting.size,
            lines=(cell.rowspan * setting.row_height - padding) / setting.pitch,
        )


def _face(role: InlineRole, face: FaceRole, profile: Profile) -> FaceRole:
    return face if role is InlineRole.PLAIN else profile.inline_faces[role.value]
