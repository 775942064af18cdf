"""Numbers that do not fit their cells: smaller type first, then wider columns.

Only tables with widths of their own need it: other tables get columns as wide as their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govdocs.compose.nominal import nominal_width
from govdocs.compose.tables.column_widths import Grid
from govdocs.model.nodes import Table, plain_text
from govdocs.units import pt

# Digits with their points and commas, and a sign of per cent: what no line may break. Times New
# Roman's sign is wider than the nominal letter.
_NUMBER = re.compile(r"[-+−]?\d[\d.,]*[%‰]?")
_WIDE_SIGNS = ("%", "‰")
_SIGN_EXTRA = 0.5  # em
_LONGEST_NUMBER = 6.0  # em: one of more digits (an account, a code) is no figure of a table

_SLACK = pt(0.3)  # columns are rounded to twips in a DOCX
_STEP = pt(0.5)  # type sizes of a DOCX are half points
_NARROWEST = 2.0  # em: any column keeps two characters side by side
_ALIKE = pt(0.1)  # columns that differ by less are meant to be alike

# How columns may grow, tried in this order: whether those alike grow together, and what part of
# its width every other column keeps.
_WAYS = ((True, 0.9), (False, 0.6))


class CellType(NamedTuple):
    """Type of a table's cells, EMU: the table's size, the smallest, a side's padding."""

    size: int
    smallest: int
    padding: int


def number_width(text: str) -> float:
    """Nominal width of the longest number of a cell, in em; 0 if it has none to keep whole."""
    widths = (
        nominal_width(number) + (_SIGN_EXTRA if number.endswith(_WIDE_SIGNS) else 0)
        for number in _NUMBER.findall(text)
    )
    return max((width for width in widths if width <= _LONGEST_NUMBER), default=0)


def size_for(em: float, room: int, size: int, smallest: int) -> int | None:
    """The size in which a number of so many em fits into the room; None for the table's own.

    A number too long for any gets the smallest size. Lengths are EMU.
    """
    if em * size <= room or size <= smallest:
        return None
    fitting = (room - _SLACK) / em
    return max(smallest, min(size - _STEP, int(fitting // _STEP) * _STEP))


def widened(widths: tuple[int, ...], table: Table, grid: Grid, type_: CellType) -> tuple[int, ...]:
    """The widths, changed only where a number does not even fit in the smallest size.

    Such a column grows to hold it, and the widest of the others give. Columns as wide as it grow
    along, if the others need not give much. If all that they can give is too little, nothing
    changes.
    """
    needs = _needs(table, grid, type_)
    if all(need <= width for need, width in zip(needs, widths, strict=True)):
        return widths
    least = round(_NARROWEST * type_.size) + 2 * type_.padding
    for are_together, kept in _WAYS:
        wanted = _together(widths, needs) if are_together else needs
        grown = [max(width, want) for width, want in zip(widths, wanted, strict=True)]
        floors = [
            wide if wide > width else min(width, max(need, least, round(kept * width)))
            for width, wide, need in zip(widths, grown, needs, strict=True)
        ]
        if sum(floors) <= sum(widths):
            return _levelled(grown, floors, sum(widths))
    return widths


def _needs(table: Table, grid: Grid, type_: CellType) -> list[int]:
    """What each column needs for the numbers of its own cells in the smallest size, EMU."""
    widest = [0.0] * table.columns
    for placed, row in zip(grid, table.rows, strict=True):
        for column, number in placed:
            if row[number].colspan == 1:
                text = plain_text(row[number].content)
                widest[column] = max(widest[column], number_width(text))
    return [round(em * type_.smallest) + _SLACK + 2 * type_.padding if em else 0 for em in widest]


def _together(widths: Sequence[int], needs: Sequence[int]) -> list[int]:
    """For each column the greatest need of those that are as wide."""
    pairs = list(zip(widths, needs, strict=True))
    return [max(need for wide, need in pairs if abs(wide - width) < _ALIKE) for width in widths]


def _levelled(widths: Sequence[int], floors: Sequence[int], total: int) -> tuple[int, ...]:
    """Widths that add up to the total: the widest are cut to one level, none under its floor."""
    low, high = 0, max(widths)
    while low < high:
        level = (low + high + 1) // 2
        if sum(_cut(widths, floors, level)) <= total:
            low = level
        else:
            high = level - 1
    cut = _cut(widths, floors, low)
    cut[cut.index(max(cut))] += total - sum(cut)
    return tuple(cut)


def _cut(widths: Sequence[int], floors: Sequence[int], level: int) -> list[int]:
    return [min(w, max(floor, level)) for w, floor in zip(widths, floors, strict=True)]
