"""Where each cell of a table's sheet lies: one description for the writer, the reader and tests.

A sheet has, from the top: its title, a line of hints, the form's own grid, and the checks that have
their place below. Checks whose totals stand on lines of their own are beside the grid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from govdocs.inputs.xlsx.sheets import Area
from govdocs.kinds.annual_report.links import Link
from govdocs.standards.annual_report.forms import (
    CellRef,
    Identity,
    LabelCell,
    ReportFormat,
    TableForm,
    ValueCell,
    ValueKind,
)

FRONT_SHEET = "说明"
BASIC_SHEET = "基本信息"
TEXT_SHEET = "正文"
CHECK_SHEET = "勾稽一览"
LIST_SHEET = "名单"
DATA_SHEET = "_govdocs"
OWN_SHEETS = (FRONT_SHEET, BASIC_SHEET, TEXT_SHEET, CHECK_SHEET, LIST_SHEET, DATA_SHEET)

KIND = "govdocs annual report workbook"
"""What the hidden sheet says of a workbook of ours."""

VERSION = 1
"""Of what the hidden sheet holds."""

GRID_ROW = 2
"""Row where the form's grid begins; the title and the hints stand above."""

_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_SHEET_NAME = 31


class PlacedLabel(NamedTuple):
    """A printed label in its place."""

    text: str
    area: Area
    align: Literal["left", "center", "right"]
    is_heading: bool


class PlacedValue(NamedTuple):
    """A data cell in its place."""

    cell: CellRef
    area: Area
    kind: ValueKind


class PlacedCheck(NamedTuple):
    """A check of one tie-out for one row or column: its state stands in ``area``."""

    identity: Identity
    along: str
    left: tuple[CellRef, ...]
    right: tuple[CellRef, ...]
    area: Area

    @property
    def flagged(self) -> tuple[CellRef, ...]:
        """The cells that turn red: the total, or all where both sides are sums."""
        return self.left if len(self.left) == 1 else self.left + self.right


class PlacedLink(NamedTuple):
    """What last year's report asks of a cell: the figure, and the check or the proposal."""

    link: Link
    last: Area
    state: Area


class Caption(NamedTuple):
    """A line that says what the checks under or beside it are."""

    text: str
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout:
    """The sheet of a table.

    Attributes:
        form: the table.
        sheet: name of the sheet.
        width: columns of the form's grid; checks beside it follow, one column apart.
        label_columns: columns at the left that hold labels only.
        labels, values, checks, links, captions: see their types.
        last_row, last_column: of everything on the sheet.
    """

    form: TableForm
    sheet: str
    width: int
    label_columns: int
    labels: tuple[PlacedLabel, ...]
    values: tuple[PlacedValue, ...]
    checks: tuple[PlacedCheck, ...]
    links: tuple[PlacedLink, ...]
    captions: tuple[Caption, ...]
    last_row: int
    last_column: int

    @property
    def places(self) -> Mapping[CellRef, Area]:
        """Where each data cell lies."""
        return {value.cell: value.area for value in self.values}


def sheet_names(form: ReportFormat) -> dict[str, str]:
    """The sheet of each table, by the table's id: its name, as far as a tab can have it."""
    names: dict[str, str] = {}
    for table in form.tables:
        name = _NOT_IN_SHEET_NAMES.sub(" ", table.name).strip()[:_LONGEST_SHEET_NAME]
        taken = {*OWN_SHEETS, *names.values()}
        names[table.id] = table.id if name in taken or not name else name
    return names


def grid_cells(table: TableForm) -> Iterator[tuple[LabelCell | ValueCell, Area]]:
    """The cells of a form's grid with their places in it, rows and columns from 0."""
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(table.grid):
        column = 0
        for cell in line:
            while (row, column) in taken:
                column += 1
            area = Area(row, column, cell.down, cell.across)
            taken.update(area.places())
            yield cell, area


def value_cells(table: TableForm) -> Iterator[tuple[CellRef, Area]]:
    """The data cells of a form's grid with their places in it."""
    for cell, area in grid_cells(table):
        if isinstance(cell, ValueCell):
            yield CellRef(table.id, cell.row, cell.column), area


def table_layout(form: ReportFormat, table: TableForm, links: Sequence[Link] = ()) -> TableLayout:
    """Lay out the sheet of a table, with the checks that concern it."""
    labels, values = _placed_grid(table)
    places = {value.cell: value.area for value in values}
    width = len(table.column_widths)
    rest = _Rest(places, width, GRID_ROW + len(table.grid))
    checks = [
        check
        for identity in form.identities
        if identity.table == table.id
        for check in rest.checks(identity)
    ]
    placed = [
        each
        for ours in _by_rule([link for link in links if link.cell.table == table.id])
        for each in rest.links(ours, table)
    ]
    return TableLayout(
        form=table,
        sheet=sheet_names(form)[table.id],
        width=width,
        label_columns=min(value.area.column for value in values),
        labels=labels,
        values=values,
        checks=tuple(checks),
        links=tuple(placed),
        captions=tuple(rest.captions),
        last_row=rest.next_row - 1,
        last_column=rest.last_column,
    )


def _placed_grid(
    table: TableForm,
) -> tuple[tuple[PlacedLabel, ...], tuple[PlacedValue, ...]]:
    labels: list[PlacedLabel] = []
    values: list[PlacedValue] = []
    for cell, place in grid_cells(table):
        area = place._replace(row=place.row + GRID_ROW)
        if isinstance(cell, LabelCell):
            labels.append(PlacedLabel(cell.text, area, cell.align, place.row in table.bold_rows))
        else:
            ref = CellRef(table.id, cell.row, cell.column)
            values.append(PlacedValue(ref, area, table.kind(cell.row, cell.column)))
    return tuple(labels), tuple(values)


def _by_rule(links: Sequence[Link]) -> list[list[Link]]:
    """Links that are shown together: a row's, and those of single cells (现行有效) of one kind."""
    rules: dict[tuple[bool, str], list[Link]] = {}
    for link in links:
        row = link.carry.row if len(link.carry.columns) > 1 else ""
        rules.setdefault((link.must_agree, row), []).append(link)
    return list(rules.values())


class _Rest:
    """Gives out the places below and beside the grid, one after the other."""

    def __init__(self, places: Mapping[CellRef, Area], width: int, next_row: int) -> None:
        self._places = places
        self._width = width
        self._beside: dict[int, int] = {}  # the next free column, by row
        self._captioned: dict[int, list[str]] = {}
        self.next_row = next_row
        self.captions: list[Caption] = []

    @property
    def last_column(self) -> int:
        used = [column - 1 for column in self._beside.values()]
        return max([self._width - 1, *used])

    def line(self, text: str) -> Caption:
        """A line over the whole width of the grid."""
        caption = Caption(text, Area(self.next_row, 0, 1, self._width))
        self.next_row += 1
        return caption

    def checks(self, identity: Identity) -> Iterator[PlacedCheck]:
        sides = {along: identity.sides(along) for along in identity.over}
        anchors = [self._places[left[0]] for left, _ in sides.values()]
        if _on_lines_of_their_own(anchors):
            for (along, (left, right)), anchor in zip(sides.items(), anchors, strict=True):
                area = self._free_beside(anchor, (f"勾稽：{identity.zh}",))
                yield PlacedCheck(identity, along, left, right, area)
            return
        self.captions.append(self.line(f"勾稽：{identity.zh}"))
        row, self.next_row = self.next_row, self.next_row + 1
        for along, (left, right) in sides.items():
            yield PlacedCheck(identity, along, left, right, self._under(row, left + right))

    def links(self, links: Sequence[Link], table: TableForm) -> Iterator[PlacedLink]:
        anchors = [self._places[link.cell] for link in links]
        if _on_lines_of_their_own(anchors):
            heads = ("上年数", "与上年核对" if links[0].must_agree else "按上年推算")
            start = max(self.last_column + 1, self._width + 1)
            for link, anchor in zip(links, anchors, strict=True):
                area = self._free_beside(anchor, heads, start)
                yield PlacedLink(link, area._replace(across=1), _right_of(area))
            return
        name = table.row(links[0].cell.row).label
        self.captions.append(self.line(f"上年报告的数（应等于本年的“{name}”，灰色格不用填）"))
        row, self.next_row = self.next_row, self.next_row + 2
        for link in links:
            area = self._under(row, (link.cell,))
            yield PlacedLink(link, area, area._replace(row=row + 1))

    def _under(self, row: int, cells: Sequence[CellRef]) -> Area:
        """A place below the columns of some cells."""
        areas = [self._places[cell] for cell in cells]
        first = min(area.column for area in areas)
        end = max(area.column + area.across for area in areas)
        return Area(row, first, 1, end - first)

    def _free_beside(self, anchor: Area, heads: Sequence[str], start: int = 0) -> Area:
        """The next free place on the line of a cell, one column for each head."""
        column = max(self._beside.get(anchor.row, self._width + 1), start)
        self._beside[anchor.row] = column + len(heads)
        for offset, head in enumerate(heads):
            self._caption_column(column + offset, head)
        return Area(anchor.row, column, 1, len(heads))

    def _caption_column(self, column: int, head: str) -> None:
        """Say once at the top of a column of checks what they are, however many rules share it."""
        known = self._captioned.setdefault(column, [])
        if head in known:
            return
        known.append(head)
        text = head if len(known) == 1 else f"勾稽核对（规则见“{CHECK_SHEET}”）"
        area = Area(GRID_ROW - 1, column)
        self.captions = [each for each in self.captions if each.area != area]
        self.captions.append(Caption(text, area))


def _right_of(area: Area) -> Area:
    return Area(area.row, area.column + 1)


def _on_lines_of_their_own(anchors: Sequence[Area]) -> bool:
    return len({anchor.row for anchor in anchors}) == len(anchors)
