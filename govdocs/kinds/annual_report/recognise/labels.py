"""The labels of a statutory table, and how near a text of a page comes to one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govdocs.standards.annual_report.forms import (
    CellRef,
    FormCell,
    LabelCell,
    ReportFormat,
    TableForm,
    ValueCell,
)

# 第 is often lost (第二十条（六）项), and blanks and marks differ from page to page.
_LEFT_OUT = re.compile(r"[\W_第]+")
_NUMBER = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])"
)

SHORTEST_PREFIX = 5
"""Characters by which the beginning of a label is known."""

_KEPT = 20_000  # texts whose comparisons are remembered

MOST_SLIPS = 3
"""Characters that a misprinted label may differ in; one in five of a shorter one."""


@lru_cache(_KEPT)
def bare(text: str) -> str:
    """A text as labels are compared: one width, no blanks, no marks, no 第."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text)).lower()


@lru_cache(_KEPT)
def core(text: str) -> str:
    """The same without the number at its beginning."""
    return bare(_NUMBER.sub("", text))


class FormLabel(NamedTuple):
    """A label that a form prints.

    Attributes:
        table: id of its table.
        line: index of its row in the form's grid.
        text: as printed.
        row: key of the row of data that it names; empty for a head or a group.
        also: other wordings.
    """

    table: str
    line: int
    text: str
    row: str = ""
    also: tuple[str, ...] = ()


class ValueLine(NamedTuple):
    """A printed row that holds figures.

    Attributes:
        table: id of its table.
        line: index in the form's grid.
        cells: the data cells, left to right.
        row: key of the row of data whose label stands in it; empty if it has no label.
        unit: unit that may stand in a cell of its own before the figure.
        lead: columns that its label covers beside its first one.
    """

    table: str
    line: int
    cells: tuple[CellRef, ...]
    row: str
    unit: str
    lead: int = 0


class Labels(NamedTuple):
    """All labels and lines of figures of a format, in printed order."""

    labels: tuple[FormLabel, ...]
    lines: tuple[ValueLine, ...]

    def words(self) -> str:
        """Every label as compared, for finding parts of labels in."""
        wordings = (text for label in self.labels for text in (label.text, *label.also))
        return "|".join(map(bare, wordings))


def labels_of(form: ReportFormat) -> Labels:
    """The labels of a format's tables; units and dashes that stand for nothing are left out."""
    labels: list[FormLabel] = []
    lines: list[ValueLine] = []
    for table in form.tables:
        for index, cells in enumerate(table.grid):
            line = _value_line(table, index, cells)
            lines += [line] if line else []
            labels += _printed(table, index, cells, line)
    return Labels(tuple(labels), tuple(lines))


def _value_line(table: TableForm, index: int, cells: tuple[FormCell, ...]) -> ValueLine | None:
    places = [cell for cell in cells if isinstance(cell, ValueCell)]
    if not places:
        return None
    across = {cell.text.strip(): cell.across for cell in cells if isinstance(cell, LabelCell)}
    row = table.row(places[0].row)
    own = row.key if row.label in across and {p.row for p in places} == {row.key} else ""
    lead = across[row.label] - 1 if own else 0
    refs = tuple(CellRef(table.id, place.row, place.column) for place in places)
    return ValueLine(table.id, index, refs, own, row.unit, lead)


def _printed(
    table: TableForm, index: int, cells: tuple[FormCell, ...], line: ValueLine | None
) -> Iterator[FormLabel]:
    row = table.row(line.row) if line and line.row else None
    for cell in cells:
        if not isinstance(cell, LabelCell) or not bare(cell.text):
            continue
        text = cell.text.strip()
        if row and text == row.label:
            yield FormLabel(table.id, index, text, row.key, row.also)
        elif not row or text != row.unit:
            yield FormLabel(table.id, index, text)


class Match(NamedTuple):
    """How a text is a label.

    Attributes:
        score: higher is nearer.
        slips: characters by which it differs from the label, 0 for another writing of it.
    """

    score: float
    slips: int = 0


def match(text: str, label: FormLabel) -> Match | None:
    """How near a text is to a label; None if it is another one.

    A text is a label if it is the same but for width, blanks and marks; if it is the same
    without its number; if one begins with the other (a note in a label, a label cut short); if
    it ends with it (the label of a merged cell before it); or if it differs in a few characters.
    """
    found = [_match(text, wording) for wording in (label.text, *label.also)]
    known = [each for each in found if each]
    return max(known) if known else None


@lru_cache(_KEPT)
def _match(text: str, label: str) -> Match | None:
    given, wanted = bare(text), bare(label)
    if not given:
        return None
    if given == wanted:
        return Match(10)
    if core(text) and core(text) == core(label):
        return Match(8)
    if len(given) >= SHORTEST_PREFIX and wanted.startswith(given):
        return Match(6 + len(given) / len(wanted))
    if len(wanted) >= 4 and (given.startswith(wanted) or given.endswith(wanted)):
        return Match(5 + len(wanted) / len(given))
    slips = _slips(given, wanted)
    return None if slips is None else Match(7 - slips, slips)


def _slips(given: str, wanted: str) -> int | None:
    most = min(MOST_SLIPS, len(wanted) // 5 or (len(wanted) >= 4))
    if not most or abs(len(given) - len(wanted)) > most:
        return None
    distance = _distance(given, wanted, most)
    return distance if distance <= most else None


def _distance(a: str, b: str, most: int) -> int:
    """The edit distance (replace, put in, leave out), or more than ``most`` if it is."""
    row = list(range(len(b) + 1))
    for i, char in enumerate(a, 1):
        above, row = row, [i]
        for j, other in enumerate(b, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (char != other)))
        if min(row) > most:
            return most + 1
    return row[-1]
