"""Put the cells of a row into the columns of the form, where only one way is possible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

Side: TypeAlias = Literal["left", "right"]


class RowCells(NamedTuple):
    """What a page has in a row of figures.

    Attributes:
        texts: its cells after the label, left to right.
        in_row: whether blank cells are among them; else only what is written was left.
        strip: index of the line.
        is_short: whether the row had fewer cells than most of its table.
    """

    texts: tuple[str, ...]
    in_row: bool
    strip: int
    is_short: bool = False

    @property
    def is_blank(self) -> bool:
        return not any(self.texts)


def without_usual_shortness(rows: Sequence[RowCells]) -> Iterator[RowCells]:
    """Rows of a table; to be short is nothing where most of them are: it has no empty cells."""
    is_usual = 2 * sum(cells.is_short for cells in rows) > len(rows)
    for cells in rows:
        yield cells._replace(is_short=cells.is_short and not is_usual)


def side_of(rows: Iterable[tuple[RowCells, int]]) -> Side | None:
    """At which side of their cells the rows of a table have their figures, if they agree.

    A page makes up for merged cells of labels with empty ones at the end of the row, or before
    the figures.
    """
    sides: set[Side] = set()
    for cells, places in rows:
        offsets = _offsets(cells.texts, places)
        if cells.in_row and len(cells.texts) > places and len(offsets) == 1:
            sides.add("left" if offsets == [0] else "right")
    return sides.pop() if len(sides) == 1 else None


def fitted(cells: RowCells, places: int, side: Side | None) -> tuple[str, ...] | None:
    """The cells of so many columns; None where it is not certain which is which."""
    if cells.is_blank:
        return ("",) * places
    texts = cells.texts
    if cells.is_short and sum(map(bool, texts)) != places:
        return None  # one of its cells is missing, and there is no telling which
    if len(texts) == places:
        return texts
    if not cells.in_row:
        is_over = len(texts) > places and not any(texts[places:])
        return texts[:places] if is_over else None
    offsets = _offsets(texts, places)
    if len(offsets) > 1 and side:
        end = 0 if side == "left" else len(texts) - places
        offsets = [end] if end in offsets else []
    if len(offsets) != 1:
        return None
    return texts[offsets[0] : offsets[0] + places]


def _offsets(texts: Sequence[str], places: int) -> list[int]:
    """Where the columns may begin so that nothing written stands outside them."""
    return [
        start
        for start in range(len(texts) - places + 1)
        if not any(texts[:start]) and not any(texts[start + places :])
    ]
