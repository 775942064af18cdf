"""Compose a table: roles and faces of its cells, column widths, type size.

Widths are decided here, from nominal widths, so that the DOCX and the PDF have the same columns.
"""

from __future__ import annotations

import re

from govdocs.compose.composition import (
    Align,
    ComposedCell,
    ComposedTable,
    FaceRole,
    Profile,
    Role,
    TextRun,
)
from govdocs.compose.nominal import nominal_width
from govdocs.errors import LayoutError
from govdocs.model.nodes import Alignment, Cell, InlineRole, Table, occupancy, plain_text
from govdocs.units import pt

# What cannot be cut: a number or a word. One longer than _LONGEST_WORD (em) may be cut rather than
# starve the other columns.
_WORD = re.compile(r"[\x21-\x7e]+")
_ALIGN = {alignment: Align(alignment.value) for alignment in Alignment}
_LONGEST_WORD = 6.0
_NARROWEST = 1.5  # em: a column of single digits still looks like a column
_SMALLER = pt(1.5)
_MODESTY = 0.6  # under 1: a column of long text does not take all that is left


def compose_table(table: Table, profile: Profile, source: int) -> ComposedTable:
    """A table as wide as the type area, in the largest size in which its words fit.

    Raises:
        LayoutError: more columns than characters fit side by side in the smallest size.
    """
    grid = occupancy(table.rows)
    style = profile.styles[Role.TABLE_CELL]
    size = style.size
    widths = _column_widths(table, grid, size, profile)
    while widths is None and size - _SMALLER >= profile.table.smallest_size:
        size -= _SMALLER
        widths = _column_widths(table, grid, size, profile)
    if widths is None:
        widths = _even(profile.page.type_area_width, table.columns)
        narrowest = size + 2 * profile.table.padding_x
        if widths[0] < narrowest:
            most = profile.page.type_area_width // narrowest
            raise LayoutError(
                f"表格有 {table.columns} 列，版心最多排 {most} 列；请拆成几个表格",
                f"the table has {table.columns} columns and the type area holds {most}; "
                "split the table",
            )
    rows = tuple(
        tuple(
            _cell(table.rows[index][number], column, index < table.head_rows, profile)
            for column, number in placed
        )
        for index, placed in enumerate(grid)
    )
    return ComposedTable(rows, table.head_rows, widths, size, source)


def _cell(cell: Cell, column: int, is_head: bool, profile: Profile) -> ComposedCell:
    role = Role.TABLE_HEAD if is_head else Role.TABLE_CELL
    face = profile.styles[role].face
    runs = tuple(
        TextRun(run.text, role, _face(run.role, face, profile)) for run in cell.content if run.text
    )
    return ComposedCell(runs, role, _ALIGN[cell.align], column, cell.colspan, cell.rowspan)


def _face(role: InlineRole, face: FaceRole, profile: Profile) -> FaceRole:
    return face if role is InlineRole.PLAIN else profile.inline_faces[role.value]


def _column_widths(
    table: Table, grid: tuple[tuple[tuple[int, int], ...], ...], size: int, profile: Profile
) -> tuple[int, ...] | None:
    """Widths in EMU that fill the type area; None if some word does not fit at this size.

    Each column first gets what its longest word needs, then a share of the rest in proportion to
    the text it still has to wrap.
    """
    total = profile.page.type_area_width
    padding = 2 * profile.table.padding_x
    least, wanted = _needs(table, grid, profile.spacing.han_latin_gap_em)
    floors = [padding + round(em * size) for em in least]
    spare = total - sum(floors)
    if spare < 0:
        return None
    appetites = [
        (max(0.0, want - floor) + _NARROWEST) ** _MODESTY
        for want, floor in zip(wanted, least, strict=True)
    ]
    hunger = sum(appetites)
    widths = [floor + int(spare * a / hunger) for floor, a in zip(floors, appetites, strict=True)]
    widths[-1] += total - sum(widths)
    return tuple(widths)


def _needs(
    table: Table, grid: tuple[tuple[tuple[int, int], ...], ...], gap_em: float
) -> tuple[list[float], list[float]]:
    """(narrowest, most comfortable) width of each column, in em; merged cells share theirs out."""
    least = [_NARROWEST] * table.columns
    wanted = [_NARROWEST] * table.columns
    merged: list[tuple[int, int, float, float]] = []
    for placed, row in zip(grid, table.rows, strict=True):
        for column, number in placed:
            cell = row[number]
            text = plain_text(cell.content)
            longest = max((nominal_width(word) for word in _WORD.findall(text)), default=1.0)
            low, high = min(longest, _LONGEST_WORD), nominal_width(text, gap_em)
            if cell.colspan == 1:
                least[column] = max(least[column], low)
                wanted[column] = max(wanted[column], high)
            else:
                merged.append((column, cell.colspan, low, high))
    for column, span, low, high in merged:
        for needs, amount in ((least, low), (wanted, min(high, 8.0 * span))):
            lacking = amount - sum(needs[column : column + span])
            if lacking > 0:
                for index in range(column, column + span):
                    needs[index] += lacking / span
    return least, wanted


def _even(total: int, columns: int) -> tuple[int, ...]:
    return tuple(total * (i + 1) // columns - total * i // columns for i in range(columns))
