"""Column widths of a table, from nominal widths of its text, so that every format has the same."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from govdocs.compose.nominal import nominal_width
from govdocs.model.nodes import Table, plain_text

Grid: TypeAlias = tuple[tuple[tuple[int, int], ...], ...]

# What cannot be cut: a number or a word. One longer than _LONGEST_WORD (em) may be cut rather than
# starve the other columns.
_WORD = re.compile(r"[\x21-\x7e]+")
_LONGEST_WORD = 6.0
_NARROWEST = 1.5  # em: a column of single digits still looks like a column
_MODESTY = 0.6  # under 1: a column of long text does not take all that is left


class Room(NamedTuple):
    """What columns have to share: the table's width, and padding at a side of each cell, EMU."""

    width: int
    padding: int


def fitted(
    table: Table, grid: Grid, *, size: int, room: Room, gap_em: float
) -> tuple[int, ...] | None:
    """Widths in EMU that fill the room; None if some word does not fit at this type size.

    Each column first gets what its longest word needs, then a share of the rest in proportion to
    the text it still has to wrap.
    """
    least, wanted = _needs(table, grid, gap_em)
    floors = [2 * room.padding + round(em * size) for em in least]
    spare = room.width - sum(floors)
    if spare < 0:
        return None
    appetites = [
        (max(0.0, want - floor) + _NARROWEST) ** _MODESTY
        for want, floor in zip(wanted, least, strict=True)
    ]
    hunger = sum(appetites)
    widths = [floor + int(spare * a / hunger) for floor, a in zip(floors, appetites, strict=True)]
    widths[-1] += room.width - sum(widths)
    return tuple(widths)


def in_proportion(widths: tuple[float, ...], total: int) -> tuple[int, ...]:
    """Widths in EMU that fill ``total`` in the proportions given."""
    whole = sum(widths)
    edges = [round(total * edge / whole) for edge in accumulate(widths, initial=0.0)]
    return tuple(right - left for left, right in pairwise(edges))


def _needs(table: Table, grid: Grid, gap_em: float) -> tuple[list[float], list[float]]:
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
