"""A workbook's first sheet as a table: what an attachment of figures mostly is."""

from __future__ import annotations

import datetime
from decimal import Decimal

from govdocs.errors import InputError
from govdocs.formatting.dates import date_text
from govdocs.formatting.numbers import number_text
from govdocs.inputs.xlsx.sheets import Area, Sheet, SheetValue
from govdocs.model.nodes import Cell, Run, Table

MOST_CELLS = 20_000
"""Cells of a table that is printed."""


def table_of_sheet(data: bytes, name: str, *, landscape: bool = False) -> Table:
    """The table on the first sheet that is shown: its used cells, merged ones as they are.

    A first row that is one merged cell is the table's caption; the row under it is the head, with
    those that its merged cells reach into.

    Raises:
        InputError: it cannot be read, holds nothing, or too much.
        UsageError: openpyxl is not installed.
    """
    # Imported here: it needs openpyxl, which is an extra.
    from govdocs.inputs.xlsx.reader import read_sheets

    sheets = read_sheets(data, name)
    shown = [sheet for sheet in sheets.sheets if sheet.name not in sheets.hidden and sheet.cells]
    if not shown:
        raise InputError("工作簿里没有内容", "the workbook holds nothing", at=name)
    return _table(shown[0], name, landscape)


def _table(sheet: Sheet, name: str, landscape: bool) -> Table:
    used = _used(sheet)
    if used.down * used.across > MOST_CELLS:
        raise InputError(
            f"工作表“{sheet.name}”有 {used.down} 行 {used.across} 列，超过 {MOST_CELLS} 格，"
            "不能作为附件排印；请只保留要印的部分",
            f"sheet “{sheet.name}” has {used.down} rows and {used.across} columns, more than "
            f"{MOST_CELLS} cells; keep only what is to be printed",
            at=name,
        )
    merged = {(area.row, area.column): area for area in sheet.merged}
    caption = _caption(sheet, used, merged)
    first = used.row + bool(caption)
    hidden = {place for area in sheet.merged for place in list(area.places())[1:]}
    rows = tuple(
        tuple(
            _cell(sheet, row, column, merged, used)
            for column in range(used.column, used.column + used.across)
            if (row, column) not in hidden
        )
        for row in range(first, used.row + used.down)
    )
    # A row whose every cell is covered from above has no cells of its own and stands all the same.
    return Table(rows=rows, head_rows=_head_rows(rows), caption=caption, landscape=landscape)


def _used(sheet: Sheet) -> Area:
    """The rectangle of the cells that hold something, merged areas in full."""
    filled = [place for place, cell in sheet.cells.items() if cell.value not in (None, "")]
    ends = [
        (area.row + area.down - 1, area.column + area.across - 1)
        for area in sheet.merged
        if (area.row, area.column) in filled
    ]
    top, left = min(row for row, _ in filled), min(column for _, column in filled)
    bottom = max(row for row, _ in (*filled, *ends))
    right = max(column for _, column in (*filled, *ends))
    return Area(top, left, bottom - top + 1, right - left + 1)


def _caption(sheet: Sheet, used: Area, merged: dict[tuple[int, int], Area]) -> str:
    area = merged.get((used.row, used.column))
    is_wide = area is not None and area.down == 1 and area.across >= used.across
    return _text(sheet.value(used.row, used.column)) if is_wide and used.down > 1 else ""


def _cell(
    sheet: Sheet, row: int, column: int, merged: dict[tuple[int, int], Area], used: Area
) -> Cell:
    area = merged.get((row, column), Area(row, column))
    text = _text(sheet.value(row, column))
    return Cell(
        content=(Run(text),) if text else (),
        colspan=min(area.across, used.column + used.across - column),
        rowspan=min(area.down, used.row + used.down - row),
    )


def _head_rows(rows: tuple[tuple[Cell, ...], ...]) -> int:
    """The first row, and those that its cells reach into."""
    if len(rows) < 2:
        return 0
    count = max(cell.rowspan for cell in rows[0])
    return count if count < len(rows) else 0


def _text(value: SheetValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float | Decimal):
        return number_text(value)
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return date_text(value)
    return " ".join(str(value).split())
