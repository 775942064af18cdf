"""Which tables stay whole, from nominal widths: no line is broken yet, and all formats must agree.

A word processor that is told to keep together what no page holds leaves the heading alone on a
page. So a table is kept whole only where it fits on a page with all that must stand before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from math import ceil

from govdocs.compose.composition import (
    ComposedBlock,
    ComposedCell,
    ComposedChart,
    ComposedFigure,
    ComposedParagraph,
    ComposedTable,
    Profile,
    Role,
)
from govdocs.compose.nominal import nominal_width


def settle_whole_tables(
    blocks: Iterable[ComposedBlock], profile: Profile
) -> Iterator[ComposedBlock]:
    """The blocks; tables that are low stay whole, and those that fit on no page do not."""
    page = profile.page
    above = 0  # height of what must stand on the page of the next block
    for block in blocks:
        if isinstance(block, ComposedTable):
            room = page.type_area_height - profile.table.flow_extra - above
            most = room if block.is_whole else profile.table.whole_height
            yield block._replace(is_whole=_least_height(block, profile, most) <= most)
            above = 0
            continue
        yield block
        role = block.role if isinstance(block, ComposedParagraph) else Role.FIGURE
        above = above + _height(block, profile) if profile.styles[role].keep_with_next else 0


def _height(block: ComposedParagraph | ComposedFigure | ComposedChart, profile: Profile) -> int:
    if isinstance(block, ComposedFigure | ComposedChart):
        return block.height
    style, page = profile.styles[block.role], profile.page
    indent = style.first_line_indent
    lines = ceil((nominal_width(block.text) + indent) / page.characters)
    lines = max(lines, len(block.breaks) + 1)
    return page.flow_pitch * (style.lines_before + lines + style.lines_after)


def _least_height(table: ComposedTable, profile: Profile, most: int) -> int:
    """Height of a table whose merged cells need no more than their rows; or more than ``most``."""
    pitch = profile.cell_pitch(Role.TABLE_CELL, table.size, table.spacing)
    height = len(table.rows) * (pitch + 2 * table.spacing.padding_y)
    edges = tuple(accumulate(table.column_widths, initial=0))
    for row in table.rows:
        if height > most:
            break
        lines = max((_lines(cell, table, edges, profile) for cell in row), default=1)
        height += pitch * (lines - 1)
    return height


def _lines(
    cell: ComposedCell, table: ComposedTable, edges: tuple[int, ...], profile: Profile
) -> int:
    if cell.rowspan > 1 or not cell.runs:
        return 1
    text = "".join([run.text for run in cell.runs])
    room = edges[cell.column + cell.colspan] - edges[cell.column] - 2 * table.spacing.padding_x
    return ceil(nominal_width(text, profile.spacing.han_latin_gap_em) * table.size / room)
