"""Put the cells of a row into the columns of the form, where only one way is possible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from govdocs.kinds.annual_report.recognise.labels import ValueLine
from govdocs.kinds.annual_report.recognise.strips import Ends

Side: TypeAlias = Literal["left", "right"]


class RowCells(NamedTuple):
    """What a page has in a row of figures.

    Attributes:
        texts: its cells after the label, left to right.
        in_row: whether blank cells are among them; else only what is written was left.
        strip: index of the line.
        width: how many cells its line has, labels among them; 0 where that tells nothing.
        ends: what became of the blank cells at its ends.
        is_short: whether one of its cells may be missing.
    """

    texts: tuple[str, ...]
    in_row: bool
    strip: int
    width: int = 0
    ends: Ends = "kept"
    is_short: bool = False

    @property
    def is_blank(self) -> bool:
        return not any(self.texts)

    @property
    def written(self) -> int:
        """How many of its cells are not blank."""
        return sum(map(bool, self.texts))


class Usual:
    """How the rows of a table come on a page: what a row has to be like for nothing to be missing.

    Only the lines of this table are asked: on a page where the next one follows without a heading
    the two come as one, and the wider makes every line of the other look short.
    """

    __slots__ = ("_alike", "_all", "_is_in_place", "_over")

    def __init__(self, labels: Iterable[int], rows: Iterable[tuple[RowCells, ValueLine]]) -> None:
        """Look at all rows.

        Args:
            labels: how many cells the lines have that labels stand in, heads among them.
            rows: rows of figures, each with its line of the form.
        """
        known = [(cells, line) for cells, line in rows if cells.in_row]
        places = {len(line.cells) for _, line in known}
        self._all = _commonest(labels)
        self._alike = {
            each: _commonest(cells.width for cells, line in known if len(line.cells) == each)
            for each in places
        }
        self._over = _commonest(c.width for c, line in known if len(c.texts) > len(line.cells))
        self._is_in_place = _in_place(known)

    def marked(self, cells: RowCells, line: ValueLine) -> RowCells:
        """A row, with whether a cell of it may be missing."""
        if not cells.in_row:
            return cells
        return cells._replace(is_short=self._is_narrow(cells, line) or self._is_open(cells, line))

    def _is_narrow(self, cells: RowCells, line: ValueLine) -> bool:
        places = len(line.cells)
        over = self._over if len(cells.texts) > places else 0
        return 0 < cells.width < max(self._all, self._alike.get(places, 0), over)

    def _is_open(self, cells: RowCells, line: ValueLine) -> bool:
        """Whether blank cells at its ends may be the reader's, or lost."""
        if cells.ends == "cut":
            if self._is_in_place is None and line.lead:
                return True
            lead = line.lead if self._is_in_place else 0
            return len(cells.texts) != len(line.cells) + lead or any(cells.texts[:lead])
        return cells.ends == "filled" and bool(cells.texts) and not cells.texts[-1]


def _in_place(rows: Iterable[tuple[RowCells, ValueLine]]) -> bool | None:
    """Whether blank cells stand for the columns that a label covers; None if rows do not tell."""
    found = {
        len(cells.texts) - len(line.cells) == line.lead
        for cells, line in rows
        if line.lead and cells.written == len(line.cells)
    }
    return found.pop() if len(found) == 1 else None


def _commonest(widths: Iterable[int]) -> int:
    """The width of most lines; of two that are as common the larger, as cells are lost, not won."""
    counted = Counter(widths)
    return max(counted, key=lambda width: (counted[width], width), default=0)


def side_of(rows: Iterable[tuple[RowCells, int]]) -> Side | None:
    """At which side of their cells the rows of a table have their figures, if they agree.

    A page makes up for merged cells of labels with empty ones at the end of the row, or before
    the figures.
    """
    sides: set[Side] = set()
    for cells, places in rows:
        offsets = _offsets(cells.texts, places)
        is_sure = cells.in_row and not (cells.is_short and cells.written != places)
        if is_sure and len(cells.texts) > places and len(offsets) == 1:
            sides.add("left" if offsets == [0] else "right")
    return sides.pop() if len(sides) == 1 else None


def fitted(cells: RowCells, places: int, side: Side | None) -> tuple[str, ...] | None:
    """The cells of so many columns; None where it is not certain which is which."""
    if cells.is_blank:
        return ("",) * places
    texts = cells.texts
    if cells.is_short and cells.written != places:
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
