"""Write the sheet of a statutory table: the form's own grid, figures unlocked, live checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from govdocs.findings import Severity
from govdocs.inputs.xlsx.sheets import Area, column_letters
from govdocs.kinds.annual_report.values import MOST_DIGITS, CellValue
from govdocs.kinds.annual_report.workbook.book import (
    LONGEST_PROMPT,
    LONGEST_PROMPT_TITLE,
    Book,
    height_of,
    lines_needed,
    put_blank,
    put_formula,
    put_number,
    put_text,
)
from govdocs.kinds.annual_report.workbook.formulas import (
    BROKEN,
    check_formula,
    last_result,
    link_formula,
)
from govdocs.kinds.annual_report.workbook.layout import (
    GRID_ROW,
    PlacedValue,
    TableLayout,
)
from govdocs.kinds.annual_report.workbook.styles import RED, Look
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, ValueKind

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_MM_PER_CHARACTER = 1.9
_SCREEN_SCALE = 1.25
"""The printed columns are narrow for a screen; printing fits the page anyway."""

_CHECK_WIDTH = 13.0
_GAP_WIDTH = 1.5
_SIZE = 10
_MOST = 999_999_999

Explanations = Mapping[str, tuple[str, str]]
"""By ``t2.上年结转``: the cell of its explanation (with its sheet) and what stands there."""


class _Rule(NamedTuple):
    validate: str
    criteria: str
    numbers: tuple[float, ...]
    prompt: str
    error: str


_RULES = {
    ValueKind.COUNT: _Rule(
        "integer", ">=", (0,), "填非负整数；没有的填 0。", "这里应填非负整数，没有的填 0。"
    ),
    ValueKind.AMOUNT: _Rule(
        "decimal", ">=", (0,), "填不小于 0 的数，可有小数；没有的填 0。", "这里应填不小于 0 的数。"
    ),
    ValueKind.CHANGE: _Rule(
        "integer", "between", (-_MOST, _MOST), "填整数，减少的填负数；没有增减填 0。",
        "这里应填整数，减少的填负数。",
    ),
}  # fmt: skip
_MONEY_PROMPT = "填金额和单位，如 12.5万元；没有的填 0。"


class Filling(NamedTuple):
    """What a table's sheet is filled with.

    Attributes:
        year: of the report.
        values: figures by cell; blank cells are absent.
        explanations: see :data:`Explanations`.
    """

    year: int
    values: Mapping[CellRef, CellValue]
    explanations: Explanations


def write_table(book: Book, form: ReportFormat, layout: TableLayout, filling: Filling) -> None:
    """Write one table's sheet."""
    sheet = book.sheet(layout.sheet, tab="#1F6FB2")
    table = layout.form
    title = f"{table.part}　{table.name}（{filling.year}年度）"
    put_text(sheet, Area(0, 0, 1, layout.width), title, book.look(Look.TITLE))
    hint = "浅黄、浅蓝格填数字，浅蓝格是合计；没有的填 0。变红的地方是勾稽不平，请核对。"
    put_text(sheet, Area(1, 0, 1, layout.width), hint, book.look(Look.HINT))
    for label in layout.labels:
        look = book.look(Look.HEADING if label.is_heading else Look.LABEL, align=label.align)
        put_text(sheet, label.area, label.text, look)
    totals = {cell for check in layout.checks if len(check.left) == 1 for cell in check.left}
    for value in layout.values:
        _write_value(book, sheet, value, filling.values.get(value.cell), value.cell in totals)
        _validate(sheet, value, table.cell_name(value.cell.row, value.cell.column))
    for caption in layout.captions:
        put_text(sheet, caption.area, caption.text, book.look(Look.CAPTION))
    _write_checks(book, sheet, layout, filling)
    _write_links(book, sheet, layout, filling)
    _set_sizes(sheet, layout)
    sheet.freeze_panes(GRID_ROW + table.head_rows, layout.label_columns)
    sheet.print_area(0, 0, layout.last_row, layout.last_column)
    if table.head_rows:
        sheet.repeat_rows(GRID_ROW, GRID_ROW + table.head_rows - 1)


def _write_value(
    book: Book, sheet: Worksheet, place: PlacedValue, value: CellValue, is_total: bool
) -> None:
    looks = {ValueKind.AMOUNT: Look.AMOUNT, ValueKind.MONEY: Look.FREE}
    look = book.look(Look.TOTAL if is_total else looks.get(place.kind, Look.COUNT))
    if value is None:
        put_blank(sheet, place.area, look)
    elif isinstance(value, str):
        put_text(sheet, place.area, value, look)
    elif isinstance(value, Decimal) and len(value.as_tuple().digits) > MOST_DIGITS:
        # A spreadsheet would round it.
        put_text(sheet, place.area, format(value, "f"), look)
    else:
        put_number(sheet, place.area, float(value), look)


def _validate(sheet: Worksheet, place: PlacedValue, name: str) -> None:
    rule = _RULES.get(place.kind)
    options: dict[str, Any] = {"validate": "any"}
    if rule:
        options = {"validate": rule.validate, "criteria": rule.criteria}
        low, *high = rule.numbers
        options |= {"minimum": low, "maximum": high[0]} if high else {"value": low}
    _, _, about = name.partition("：")
    prompt = f"{about}\n{rule.prompt if rule else _MONEY_PROMPT}"
    options |= {
        "input_title": place.cell.row[:LONGEST_PROMPT_TITLE],
        "input_message": prompt[:LONGEST_PROMPT],
        "error_title": "填写有误",
        "error_message": f"{rule.error if rule else ''}\n{about}"[:LONGEST_PROMPT],
    }
    sheet.data_validation(place.area.row, place.area.column, place.area.row, place.area.column,
                          options)  # fmt: skip


def _write_checks(book: Book, sheet: Worksheet, layout: TableLayout, filling: Filling) -> None:
    places = layout.places
    for check in layout.checks:
        computed = check_formula(check, layout, filling.values)
        look = book.look(Look.CHECK)
        put_formula(sheet, check.area, computed.formula, computed.result, look)
        is_grave = check.identity.severity is Severity.ERROR
        book.flag_states(sheet, check.area, is_grave=is_grave)
        for cell in check.flagged:
            _flag(book, sheet, places[cell], check.area, is_grave)


def _flag(book: Book, sheet: Worksheet, cell: Area, state: Area, is_grave: bool) -> None:
    """Colour a figure while its check says 差."""
    test = f'=LEFT({_absolute(state)},{len(BROKEN)})="{BROKEN}"'
    colours = (RED, "#FFC7CE") if is_grave else ("#7F3F00", "#FFD9A0")
    sheet.conditional_format(
        cell.row,
        cell.column,
        cell.row + cell.down - 1,
        cell.column + cell.across - 1,
        {"type": "formula", "criteria": test, "format": book.state_format(*colours)},
    )


def _write_links(book: Book, sheet: Worksheet, layout: TableLayout, filling: Filling) -> None:
    note = book.look(Look.NOTE)
    for placed in layout.links:
        last = last_result(placed)
        if isinstance(last, str):
            put_text(sheet, placed.last, last, note)
        else:
            put_number(sheet, placed.last, last, note)
        cell = placed.link.cell
        explanation = filling.explanations.get(f"{cell.table}.{cell.row}")
        computed = link_formula(placed, layout, filling.values, explanation)
        put_formula(sheet, placed.state, computed.formula, computed.result, note)
        if placed.link.must_agree:
            book.flag_states(sheet, placed.state)
            _flag(book, sheet, layout.places[cell], placed.state, True)


def _absolute(area: Area) -> str:
    return f"${column_letters(area.column)}${area.row + 1}"


def column_widths(layout: TableLayout) -> list[float]:
    """Widths of the sheet's columns in characters, checks too."""
    grid = [round(mm / _MM_PER_CHARACTER * _SCREEN_SCALE, 1) for mm in layout.form.column_widths]
    beside = layout.last_column - layout.width
    return grid + ([_GAP_WIDTH] + [_CHECK_WIDTH] * beside if beside > 0 else [])


def _set_sizes(sheet: Worksheet, layout: TableLayout) -> None:
    widths = column_widths(layout)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    heights = {0: 28.0, 1: 20.0}
    for row in range(GRID_ROW, layout.last_row + 1):
        heights[row] = 20.0
    _fit(heights, [(x.area, x.text) for x in layout.labels], widths)
    _fit(heights, [(x.area, x.text) for x in layout.captions], widths)
    for placed in (*[c.area for c in layout.checks], *[x.state for x in layout.links]):
        heights[placed.row] = max(heights[placed.row], 28.0)
    for row, height in heights.items():
        sheet.set_row(row, height)


def _fit(
    heights: dict[int, float], texts: Sequence[tuple[Area, str]], widths: Sequence[float]
) -> None:
    """Make rows tall enough for their labels; a label over several rows shares its need."""
    for area, text in sorted(texts, key=lambda each: each[0].down):
        width = sum(widths[area.column : area.column + area.across])
        need = height_of(lines_needed(text, width), _SIZE)
        rows = range(area.row, area.row + area.down)
        lacking = need - sum(heights[row] for row in rows)
        if lacking > 0:
            for row in rows:
                heights[row] += lacking / area.down
