"""Find a statutory table in a sheet by its labels, wherever its rows and columns have gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from govdocs.inputs.xlsx.sheets import Area, Sheet
from govdocs.kinds.annual_report.values import INSTEAD_OF_NUMBERS
from govdocs.kinds.annual_report.workbook.labels import (
    between_neighbours,
    likeness,
    lined_up,
    plain_label,
    sameness,
)
from govdocs.kinds.annual_report.workbook.layout import grid_cells, value_cells
from govdocs.standards.annual_report.forms import CellRef, LabelCell, TableForm, ValueCell

MOST_ROWS, MOST_COLUMNS = 500, 100
"""How far into a sheet a table is looked for."""

ENOUGH = 0.5
"""Share of a table's lines that a sheet must have to hold the table."""


SURE = 0.85
"""How like the form's label one must be to be it without being called altered."""

_LABELS_BEFORE_FIGURES = 12
"""How many texts of a row may be the label of its figures."""

_LABELS_OF_A_HEAD = 40


class _Line(NamedTuple):
    """A line of the form's grid."""

    number: int
    labels: tuple[str, ...]  # plain, of the cells that begin in it
    leaf: tuple[str, ...]  # other wordings of the label next to its figures; empty for none
    group: str  # label of the merged cell it stands under
    has_values: bool


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table in a sheet.

    Attributes:
        sheet: where it was found.
        rows: sheet row of each grid line that was found.
        columns: sheet column of each grid column that was found.
        altered: labels that are not the form's: grid line, what stands there.
        extra: sheet rows between the table's with figures and a label that the form does not have.
    """

    form: TableForm
    sheet: Sheet
    rows: Mapping[int, int]
    columns: Mapping[int, int]
    altered: Mapping[int, str]
    extra: tuple[int, ...]

    def place(self, area: Area) -> Area | None:
        """Where an area of the grid lies in the sheet; None where its row or column is missing."""
        row, column = self.rows.get(area.row), self.columns.get(area.column)
        if row is None or column is None:
            return None
        last = self.columns.get(area.column + area.across - 1, column)
        return Area(row, column, 1, max(last - column + 1, 1))

    def is_at(self, row: int, column: int) -> bool:
        """Whether the whole table lies in one piece with its first cell there."""
        rows = all(found == number + row for number, found in self.rows.items())
        return rows and all(found == number + column for number, found in self.columns.items())


class _Labels:
    """The labels of a sheet: each merged area's text stands in every cell of it."""

    def __init__(self, sheet: Sheet) -> None:
        self._texts: dict[tuple[int, int], str] = {}
        self._starts: dict[int, list[tuple[int, str]]] = {}
        for (row, column), cell in sorted(sheet.cells.items()):
            if row >= MOST_ROWS or column >= MOST_COLUMNS or not isinstance(cell.value, str):
                continue
            if cell.value.strip() in INSTEAD_OF_NUMBERS:
                continue
            self._texts[row, column] = plain_label(cell.value)
            self._starts.setdefault(row, []).append((column, plain_label(cell.value)))
        for area in sheet.merged:
            text = self._texts.get((area.row, area.column))
            if text and area.row < MOST_ROWS:
                self._texts.update((place, text) for place in area.places())

    @property
    def rows(self) -> list[int]:
        return sorted(self._starts)

    def starting(self, row: int) -> list[tuple[int, str]]:
        return self._starts.get(row, [])

    def at(self, row: int, column: int) -> str:
        return self._texts.get((row, column), "")


def find_table(form: TableForm, sheets: Sequence[Sheet], preferred: str = "") -> FoundTable | None:
    """The table in the sheet that has most of its labels; a sheet of its name wins a tie."""
    best: tuple[float, bool, FoundTable] | None = None
    for sheet in sheets:
        found = _in_sheet(form, sheet)
        if found and (best is None or (found[0], sheet.name == preferred) > best[:2]):
            best = (found[0], sheet.name == preferred, found[1])
    return best[2] if best else None


def _in_sheet(form: TableForm, sheet: Sheet) -> tuple[float, FoundTable] | None:
    labels = _Labels(sheet)
    lines = list(_lines(form))
    rows, altered, share = _rows(lines, labels)
    if share < ENOUGH:
        return None
    columns = _columns(form, rows, labels)
    wanted = {area.column for cell, area in grid_cells(form) if isinstance(cell, ValueCell)}
    if len(wanted & set(columns)) < ENOUGH * len(wanted):
        return None
    rows = _without_labels(lines, rows, columns, sheet, labels)
    extra = tuple(_extra_rows(rows, columns, sheet, labels, min(wanted)))
    return share, FoundTable(form, sheet, rows, columns, altered, extra)


def _lines(form: TableForm) -> Iterator[_Line]:
    wordings = {plain_label(row.label): row.also for row in form.rows}
    placed = list(grid_cells(form))
    for number in range(len(form.grid)):
        cells = [(cell, area) for cell, area in placed if area.row == number]
        texts = [plain_label(cell.text) for cell, _ in cells if isinstance(cell, LabelCell)]
        labels = [text for text in texts if text]
        has_values = any(isinstance(cell, ValueCell) for cell, _ in cells)
        leaf = ""
        if has_values:
            beside = [c for c, a in cells if isinstance(c, LabelCell) and a.down == 1]
            # In a list of indicators the unit stands between the label and the figure.
            known = [c for c in beside if plain_label(c.text) in wordings]
            leaf = plain_label((known or beside)[-1].text) if beside else ""
        group = next(
            (
                plain_label(cell.text)
                for cell, area in reversed(placed)
                if isinstance(cell, LabelCell)
                and area.down > 1
                and area.row <= number < area.row + area.down
            ),
            "",
        )
        also = tuple(plain_label(text) for text in wordings.get(leaf, ()))
        yield _Line(number, tuple(labels), (leaf, *also) if leaf else (), group, has_values)


def _rows(lines: Sequence[_Line], labels: _Labels) -> tuple[dict[int, int], dict[int, str], float]:
    """Sheet rows of the lines, the altered labels, and the share of lines that were found."""
    rows = labels.rows
    starting = [[text for _, text in labels.starting(row)] for row in rows]

    def score(number: int, at: int) -> float:
        value = _line_score(lines[number], starting[at])
        if not value or (lines[number].leaf and value < SURE):
            return 0.0
        around = {labels.at(rows[at], column) for column in range(_LABELS_BEFORE_FIGURES)}
        return value + (0.1 if lines[number].group in around else 0.0)

    matched = [None if at is None else rows[at] for at in lined_up(len(lines), len(rows), score)]
    _take_moved(lines, matched, rows, score)
    wanted = [line for line in lines if line.labels]
    share = sum(matched[line.number] is not None for line in wanted) / max(len(wanted), 1)
    altered = dict(_take_altered(wanted, matched, labels)) if share >= ENOUGH else {}
    return {n: row for n, row in enumerate(matched) if row is not None}, altered, share


def _take_altered(
    lines: Sequence[_Line], matched: list[int | None], labels: _Labels
) -> Iterator[tuple[int, str]]:
    """Find lines whose label was changed or emptied: the one row that their neighbours leave."""
    for line in lines:
        row = between_neighbours(matched, line.number) if line.leaf else None
        if matched[line.number] is not None or row is None:
            continue
        texts = [text for _, text in labels.starting(row)][:_LABELS_BEFORE_FIGURES]
        best = max(texts, key=lambda text: likeness(line.leaf[0], text), default="")
        if not best or likeness(line.leaf[0], best) or best == line.group:
            matched[line.number] = row
            yield line.number, "" if best == line.group else best


def _line_score(line: _Line, texts: Sequence[str]) -> float:
    if line.leaf:
        near = texts[:_LABELS_BEFORE_FIGURES]
        return max((sameness(leaf, text) for leaf in line.leaf for text in near), default=0.0)
    if not line.labels:
        return 0.0
    near = texts[:_LABELS_OF_A_HEAD]
    hits = sum(any(sameness(label, text) for text in near) for label in line.labels)
    share = hits / len(line.labels)
    return share if share >= ENOUGH else 0.0


def _take_moved(
    lines: Sequence[_Line],
    matched: list[int | None],
    rows: Sequence[int],
    score: Callable[[int, int], float],
) -> None:
    """Find lines out of their order (sorted rows): a label that stands once, in a row not taken."""
    for line in lines:
        if matched[line.number] is not None or not line.leaf:
            continue
        hits = [at for at, row in enumerate(rows) if row not in matched
                and score(line.number, at) >= 0.9]  # fmt: skip
        if len(hits) == 1:
            matched[line.number] = rows[hits[0]]


def _columns(form: TableForm, rows: Mapping[int, int], labels: _Labels) -> dict[int, int]:
    """Sheet columns of the grid's columns, by the labels above the figures."""
    placed = list(grid_cells(form))
    width = len(form.column_widths)
    first_value = min(area.column for cell, area in placed if isinstance(cell, ValueCell))
    heads: list[list[tuple[int, str]]] = [[] for _ in range(width)]
    for cell, area in placed:
        if not isinstance(cell, LabelCell) or (area.column < first_value and area.across < width):
            continue
        for column in range(area.column, area.column + area.across):
            for row in range(area.row, area.row + area.down):
                if row in rows and column >= first_value and plain_label(cell.text):
                    heads[column].append((rows[row], plain_label(cell.text)))
    wanted = [column for column in range(first_value, width) if heads[column]]

    def score(number: int, at: int) -> float:
        column = wanted[number]
        hits = [labels.at(row, at) == text for row, text in heads[column]]
        own = [hit for hit, (row, text) in zip(hits, heads[column], strict=True)
               if not _is_shared(text, row, column)]  # fmt: skip
        return sum(hits) / len(hits) + sum(own) if any(own) else 0.0

    def _is_shared(text: str, row: int, column: int) -> bool:
        others = (c for c in range(first_value, width) if c != column)
        return len(wanted) > 1 and all((row, text) in heads[other] for other in others)

    matched = lined_up(len(wanted), MOST_COLUMNS, score)
    for number in range(len(wanted)):
        if matched[number] is None:
            matched[number] = between_neighbours(matched, number)
    found = zip(wanted, matched, strict=True)
    return {column: at for column, at in found if at is not None and at >= 0}


def _without_labels(
    lines: Sequence[_Line],
    rows: Mapping[int, int],
    columns: Mapping[int, int],
    sheet: Sheet,
    labels: _Labels,
) -> dict[int, int]:
    """Rows of lines that have figures only (复议诉讼表): below their heads, the first with any."""
    found = dict(rows)
    for line in lines:
        above = found.get(line.number - 1)
        if line.labels or above is None:
            continue
        candidates = range(above + 1, above + 6)
        filled = [row for row in candidates if _has_figures(sheet, row, columns)]
        found[line.number] = filled[0] if filled else above + 1
    return found


def _has_figures(sheet: Sheet, row: int, columns: Mapping[int, int]) -> bool:
    values = (sheet.value(row, column) for column in columns.values())
    return any(isinstance(value, int | float) for value in values)


def _extra_rows(
    rows: Mapping[int, int],
    columns: Mapping[int, int],
    sheet: Sheet,
    labels: _Labels,
    first_value: int,
) -> Iterator[int]:
    taken = set(rows.values())
    left = columns.get(first_value)
    if left is None:
        return
    for row in range(min(taken), max(taken)):
        has_label = any(column < left for column, _ in labels.starting(row))
        if row not in taken and has_label and _has_figures(sheet, row, columns):
            yield row


def value_places(found: FoundTable) -> Iterator[tuple[CellRef, Area | None]]:
    """Every data cell of the table, with where it lies; None where its row or column is missing."""
    for cell, area in value_cells(found.form):
        yield cell, found.place(area)
