"""The cells of all regions in order, the form's labels found in them, and the rows between."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from govdocs.kinds.annual_report.recognise.align import Aligned, align
from govdocs.kinds.annual_report.recognise.fitting import RowCells
from govdocs.kinds.annual_report.recognise.labels import FormLabel, Labels, ValueLine
from govdocs.kinds.annual_report.recognise.regions import Finder, Region, Token

MOST_TOKENS = 1500
"""Labels and words that are compared; a page with more in its tables is not a yearly report."""


class Label(NamedTuple):
    """A label of the form as it stands in a page: its tokens, and how near it comes."""

    form: FormLabel
    first: int
    last: int
    aligned: Aligned


class Added(NamedTuple):
    """A row that the form does not have: its label's token, and its cells."""

    label: int
    cells: RowCells


class Stream:
    """A page's cells in order, and what the labels of a format make of them."""

    __slots__ = ("_finder", "_labels", "_own", "_starts", "_units", "labels", "regions", "tokens")

    def __init__(self, finder: Finder, labels: Labels) -> None:
        self._finder = finder
        self._labels = labels
        self.regions: tuple[Region, ...] = tuple(finder.regions())
        self.tokens: tuple[Token, ...] = tuple(
            token for region in self.regions for token in region.tokens
        )
        self._units = {line.unit for line in labels.lines if line.unit}
        places = [index for index, token in enumerate(self.tokens) if not token.is_value]
        self.labels = self._aligned(places) if len(places) <= MOST_TOKENS else ()
        self._starts = {label.first for label in self.labels}
        self._own = {
            places[at]: label
            for label in self.labels
            for at in range(label.aligned.start, label.aligned.end + 1)
        }

    def _aligned(self, places: Sequence[int]) -> tuple[Label, ...]:
        texts = [self.tokens[index].text for index in places]
        return tuple(
            Label(self._labels.labels[each.label], places[each.start], places[each.end], each)
            for each in align(texts, self._labels)
        )

    def row(self, line: ValueLine) -> RowCells | None:
        """The cells of a row of figures; None if its label, or its head, is not there."""
        label = self._label_of(line)
        if label is None:
            return None
        inside = self._rest_of_row(label.last) if line.row else ()
        if inside:
            token = self.tokens[label.first]
            return _cells_of(token, inside)
        return self._following(label.first, label)

    def widths(self, table: str) -> Iterator[int]:
        """How many cells the lines have that labels of a table stand in, each line once."""
        own = {
            token.strip: token.width
            for label in self.labels
            if label.form.table == table
            for token in self.tokens[label.first : label.last + 1]
            if token.in_row
        }
        yield from own.values()

    def _label_of(self, line: ValueLine) -> Label | None:
        """The row's own label; for a row without one, the last label of the head above it."""
        of_table = [label for label in self.labels if label.form.table == line.table]
        if line.row:
            own = (label for label in of_table if label.form.row == line.row)
            return next(own, None)
        heads = [label for label in of_table if label.form.line < line.line]
        return heads[-1] if len(heads) >= 2 else None

    def _rest_of_row(self, last: int) -> tuple[str, ...]:
        """The cells after a label in its row, up to the next label there; a unit is left out."""
        token = self.tokens[last]
        if not token.in_row:
            return ()
        cells: list[str] = []
        for index in range(last + 1, len(self.tokens)):
            if self.tokens[index].strip != token.strip or index in self._starts:
                break
            cells.append(self.tokens[index].text)
        return self._without_unit(tuple(cells))

    def _without_unit(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        return cells[1:] if cells and cells[0] in self._units else cells

    def _following(self, first: int, label: Label) -> RowCells:
        """The figures after a label's beginning, up to the next label."""
        texts: list[str] = []
        strip = self.tokens[first].strip
        for index in range(first + 1, len(self.tokens)):
            token = self.tokens[index]
            if self._own.get(index) is label:
                continue
            if index in self._starts or self._is_added(index):
                break
            if token.in_row:
                row = self._whole_row(index)
                if row and not texts:
                    return _cells_of(token, row)
            elif self._is_figure(index):
                strip = strip if texts else token.strip
                texts.append(token.text)
        return RowCells(tuple(texts), False, strip)

    def _whole_row(self, index: int) -> tuple[str, ...]:
        """The cells of the row that begins with a token, if all of them are figures."""
        token = self.tokens[index]
        if index and self.tokens[index - 1].strip == token.strip:
            return ()
        cells = list(self._row_from(index))
        return tuple(each.text for each in cells) if all(c.is_value for c in cells) else ()

    def _row_from(self, index: int) -> Iterator[Token]:
        strip = self.tokens[index].strip
        while index < len(self.tokens) and self.tokens[index].strip == strip:
            yield self.tokens[index]
            index += 1

    def _is_figure(self, index: int) -> bool:
        token = self.tokens[index]
        if token.is_value:
            return True
        is_piece = index in self._own or self._finder.is_part(token.text)
        return not is_piece and token.text not in self._units

    def _is_added(self, index: int) -> bool:
        """Whether a token is a label that the form does not have."""
        return index not in self._own and self._finder.is_foreign(self.tokens[index].text)

    def added(self, read: Collection[int]) -> Iterator[Added]:
        """Rows with figures, or with a label, that the form does not have.

        Args:
            read: the lines whose figures have their place.
        """
        if not self.labels:
            return
        for index, token in enumerate(self.tokens):
            if not token.in_row:
                if self._is_added(index):
                    yield Added(index, self._figures_after(index))
            elif not index or self.tokens[index - 1].strip != token.strip:
                added = self._added_row(index)
                if added and token.strip not in read:
                    yield added

    def _added_row(self, first: int) -> Added | None:
        """The row that begins with a token, if no label of a row of the form stands in it."""
        places = range(first, first + len(list(self._row_from(first))))
        own = [self._own[index] for index in places if index in self._own]
        if any(label.form.row for label in own):
            return None
        names = [index for index in places if not self.tokens[index].is_value]
        unknown = [
            index
            for index in names
            if index not in self._own and not self._finder.is_part(self.tokens[index].text)
        ]
        values = [self.tokens[i].text for i in places if self.tokens[i].is_value]
        # —— beside a label that is no row's (一、主动公开情况) is the form's own.
        has_figures = any(any(map(str.isdigit, text)) if own else text for text in values)
        if not unknown and not has_figures:
            return None
        label = (unknown or names or [first])[0]
        start = label + 1 if names else first
        rest = tuple(self.tokens[index].text for index in range(start, places.stop))
        return Added(label, _cells_of(self.tokens[first], self._without_unit(rest)))

    def _figures_after(self, index: int) -> RowCells:
        texts: list[str] = []
        for following in range(index + 1, len(self.tokens)):
            token = self.tokens[following]
            if token.in_row or not token.is_value:
                break
            texts.append(token.text)
        return RowCells(tuple(texts), False, self.tokens[index].strip)

    def label_before(self, index: int) -> Label | None:
        """The last label of the form before a token."""
        before = [label for label in self.labels if label.first < index]
        return before[-1] if before else None

    def has_part_at(self, strip: int) -> bool:
        """Whether a label of the form stands in a line."""
        return any(self.tokens[index].strip == strip for index in self._own)


def _cells_of(token: Token, texts: tuple[str, ...]) -> RowCells:
    """Cells of a row that a token stands in."""
    return RowCells(texts, True, token.strip, token.width, token.ends)
