"""What of a table stays together, from nominal widths: no line is broken yet.

A word processor that is told to keep together what no page holds leaves the heading alone on a
page. So a table is kept whole only where it fits on a page with all that must stand before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, zip_longest
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
from govdocs.compose.tables.landscape import is_one_phrase, paragraph_height
from govdocs.compose.tables.merged_rows import full_merged_rows


def settle_whole_tables(
    blocks: Iterable[ComposedBlock], profile: Profile
) -> Iterator[ComposedBlock]:
    """The blocks; tables that are low stay whole, and those that fit on no page do not.

    Other tables begin with some rows together. A line that leads to a table stays with it.
    """
    above = 0  # height of what must stand on the page of the next block
    rest = list(blocks)
    for block, following in zip_longest(rest, rest[1:]):
        if isinstance(block, ComposedTable):
            yield _settled(block, above, profile)
            above = 0
            continue
        keeps = profile.styles[Role.FIGURE].keep_with_next
        if isinstance(block, ComposedParagraph):
            keeps = profile.styles[block.role].keep_with_next
            if not keeps and isinstance(following, ComposedTable) and not following.is_turned:
                keeps = _leads(block, following, above, profile)
                block = block._replace(leads=keeps)
        yield block
        above = above + _height(block, profile) if keeps else 0


def _settled(table: ComposedTable, above: int, profile: Profile) -> ComposedTable:
    """A table with what stays together in it, under what must stand above it (EMU)."""
    if table.below:
        table = table._replace(notes_stay=_notes_stay(table, profile))
    if _stays_whole(table, above, profile):
        return table._replace(is_whole=True)
    return table._replace(
        is_whole=False,
        first_rows=_first_rows(table, profile),
        kept_rows=full_merged_rows(table, profile),
    )


def _stays_whole(table: ComposedTable, above: int, profile: Profile) -> bool:
    style, page = profile.table, profile.page
    if table.is_turned:  # it begins a page: nothing is gained by a break
        most = page.type_area_width - style.flow_extra
    else:
        room = page.type_area_height - style.flow_extra - above - (style.air if above else 0)
        most = room if table.is_whole else style.whole_height
    return _least_height(table, profile, most) + _height_around(table, profile) <= most


def _height_around(table: ComposedTable, profile: Profile) -> int:
    """Height of what stands over and under a table, EMU."""
    measure = sum(table.column_widths)
    above = (
        paragraph_height(each, profile, measure, is_first=table.is_turned and not index)
        for index, each in enumerate(table.above)
    )
    return sum(above) + _notes_height(table, profile)


def _notes_height(table: ComposedTable, profile: Profile) -> int:
    measure = sum(table.column_widths)
    return sum(paragraph_height(each, profile, measure) for each in table.below)


def _notes_stay(table: ComposedTable, profile: Profile) -> bool:
    return _notes_height(table, profile) <= profile.table.whole_height


def _leads(block: ComposedParagraph, table: ComposedTable, above: int, profile: Profile) -> bool:
    """Whether a paragraph of one line that is no sentence, as 附表：…, stays with its table.

    It does not if the table would have to break for it.
    """
    if not is_one_phrase(block, profile):
        return False
    with_it = above + _height(block, profile)
    return _stays_whole(table, with_it, profile) == _stays_whole(table, 0, profile)


def _first_rows(table: ComposedTable, profile: Profile) -> int:
    """How many rows begin the table with its head: two, and more if they are not high."""
    pitch, edges = _pitch(table, profile), _edges(table)
    height = 0
    for count, row in enumerate(table.rows[: table.head_rows + profile.table.first_rows]):
        height += _row_height(row, table, edges, pitch, profile)
        if height > profile.table.whole_height:
            return max(2, count - table.head_rows)
    return profile.table.first_rows


def _height(block: ComposedParagraph | ComposedFigure | ComposedChart, profile: Profile) -> int:
    if isinstance(block, ComposedFigure | ComposedChart):
        return block.height
    style, page = profile.styles[block.role], profile.page
    indent = style.first_line_indent
    lines = ceil((nominal_width(block.text) + indent) / page.characters)
    lines = max(lines, len(block.breaks) + 1)
    return round(page.flow_pitch * (style.lines_before + lines + style.lines_after))


def _least_height(table: ComposedTable, profile: Profile, most: int) -> int:
    """Height of a table whose merged cells need no more than their rows; or more than ``most``."""
    pitch, edges = _pitch(table, profile), _edges(table)
    least = pitch + 2 * table.spacing.padding_y
    height = len(table.rows) * least
    for row in table.rows:
        if height > most:
            break
        height += _row_height(row, table, edges, pitch, profile) - least
    return height


def _pitch(table: ComposedTable, profile: Profile) -> int:
    return profile.cell_pitch(Role.TABLE_CELL, table.size, table.spacing)


def _edges(table: ComposedTable) -> tuple[int, ...]:
    return tuple(accumulate(table.column_widths, initial=0))


def _row_height(
    row: tuple[ComposedCell, ...],
    table: ComposedTable,
    edges: tuple[int, ...],
    pitch: int,
    profile: Profile,
) -> int:
    lines = max((_lines(cell, table, edges, profile) for cell in row), default=1)
    return pitch * lines + 2 * table.spacing.padding_y


def _lines(
    cell: ComposedCell, table: ComposedTable, edges: tuple[int, ...], profile: Profile
) -> int:
    if cell.rowspan > 1 or not cell.runs:
        return 1
    text = "".join([run.text for run in cell.runs])
    room = edges[cell.column + cell.colspan] - edges[cell.column] - 2 * table.spacing.padding_x
    return ceil(nominal_width(text, profile.spacing.han_latin_gap_em) * table.size / room)
