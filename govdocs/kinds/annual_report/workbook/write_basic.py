"""Write the sheet 基本信息: the agency, its contact, the fee, the date, the explanations."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from govdocs.formatting.dates import date_text
from govdocs.inputs.xlsx.sheets import Area, a1
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.values import value_text
from govdocs.kinds.annual_report.workbook.book import (
    LONGEST_PROMPT,
    LONGEST_PROMPT_TITLE,
    Book,
    height_of,
    lines_needed,
    put_number,
    put_text,
)
from govdocs.kinds.annual_report.workbook.fields import (
    AGENCY,
    FEE_AMOUNT,
    FEE_STATE,
    FEE_STATES,
    FIELDS,
    FORMAT,
    FREE_EXPLANATIONS,
    OTHER_EXPLANATION,
    YEAR,
    Field,
    FieldKind,
    explanation_labels,
)
from govdocs.kinds.annual_report.workbook.layout import BASIC_SHEET, LIST_SHEET
from govdocs.kinds.annual_report.workbook.styles import Look
from govdocs.kinds.annual_report.workbook.write_tables import Explanations
from govdocs.standards.annual_report.forms import ReportFormat

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

FIRST_ROW = 2
_WIDTHS = (26.0, 52.0, 42.0)
_SIZE = 10


class Line(NamedTuple):
    """A row of the sheet.

    Attributes:
        label: at the left.
        text: what the value cell holds; empty for nothing.
        hint: at the right.
        choices: a drop-down's texts.
        locked: whether it is set when the workbook is made.
        key: of an explanation: ``t2.上年结转``.
        is_tall: whether several lines are expected.
    """

    label: str
    text: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    locked: bool = False
    key: str = ""
    is_tall: bool = False


def basic_lines(form: ReportFormat, year: int, report: AnnualReport | None) -> list[Line]:
    """The rows of the sheet, filled in from a report."""
    data = report.model_dump(by_alias=True, mode="python") if report else {}
    lines = [_line(field, form, year, data) for field in FIELDS]
    if form.has_processing_fee or (report and report.processing_fee is not None):
        lines += _fee_lines(report.processing_fee if report else None)
    return lines + list(_explanations(form, report.explanations if report else {}))


def _line(field: Field, form: ReportFormat, year: int, data: Mapping[str, Any]) -> Line:
    if field is YEAR:
        return Line(field.label, str(year), field.hint, locked=True)
    if field is FORMAT:
        name = f"{form.name}　{form.notice}".strip()
        return Line(field.label, name, field.hint, locked=True)
    value: Any = data
    for key in field.path:
        value = (value or {}).get(key)
    text = _text(field, value, year)
    choices = tuple(label for label, _ in field.choices)
    tall = field.kind is FieldKind.LINES
    return Line(field.label, text, field.hint, choices, is_tall=tall)


def _text(field: Field, value: object, year: int) -> str:
    if value in (None, "", ()):
        return ""
    if field.path[0] == "统计期限" and value in (
        datetime.date(year, 1, 1),
        datetime.date(year, 12, 31),
    ):
        return ""  # the default, which would be wrong once the workbook serves another year
    if field.kind is FieldKind.LINES and isinstance(value, tuple | list):
        return "\n".join(map(str, value))
    if isinstance(value, datetime.date):
        return date_text(value)
    if field.kind is FieldKind.CHOICE:
        meant = str(value).lower()
        return next((label for label, means in field.choices if means == meant), "")
    return str(value)


def _fee_lines(fee: Decimal | None) -> list[Line]:
    state = FEE_STATES[0] if fee is None else FEE_STATES[1] if fee == 0 else FEE_STATES[2]
    return [
        Line(FEE_STATE, state, "本年度是否收取信息处理费；不是表中的行政事业性收费", FEE_STATES),
        Line(FEE_AMOUNT, value_text(fee) if fee else "", "已收取的，填金额，单位是元"),
    ]


def _explanations(form: ReportFormat, given: Mapping[str, str]) -> Iterator[Line]:
    """A row for each rule that may want one, then rows for any other figure."""
    left = dict(given)
    for key, label in explanation_labels(form):
        hint = "与上年报告的结转数不一致时必填，如：机构改革、上年数据更正"
        yield Line(label, left.pop(key, ""), hint, key=key, is_tall=True)
    for key, text in left.items():
        yield Line(OTHER_EXPLANATION, f"{key}：{text}", _OTHER_HINT, is_tall=True)
    for _ in range(max(0, FREE_EXPLANATIONS - len(left)) if form.tables else 0):
        yield Line(OTHER_EXPLANATION, "", _OTHER_HINT)


_OTHER_HINT = "先写数据格，再写冒号和说明，如 t2.新收.总计：集中处理了一批历史申请"


def explanation_places(lines: Sequence[Line]) -> Explanations:
    """Where the explanations of the chain of years stand, for the checks of the tables."""
    return {
        line.key: (f"'{BASIC_SHEET}'!$B${FIRST_ROW + number + 1}", line.text)
        for number, line in enumerate(lines)
        if line.key
    }


def write_basic(book: Book, lines: Sequence[Line], agencies: Sequence[str]) -> None:
    """Write the sheet."""
    sheet = book.sheet(BASIC_SHEET, tab="#D9A400")
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    put_text(sheet, Area(0, 0, 1, 3), "基本信息", book.look(Look.TITLE))
    hint = "浅黄格填写；没有的不填。邮编、电话按文本保存，开头的 0 不会丢。"
    put_text(sheet, Area(1, 0, 1, 3), hint, book.look(Look.HINT))
    sheet.set_row(0, 28)
    for row, line in enumerate(lines, FIRST_ROW):
        _write_line(book, sheet, row, line)
        _validate(sheet, row, line, len(agencies) if line.label == AGENCY.label else 0)
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.print_area(0, 0, FIRST_ROW + len(lines) - 1, 2)


def _write_line(book: Book, sheet: Worksheet, row: int, line: Line) -> None:
    put_text(sheet, Area(row, 0), line.label, book.look(Look.TEXT_LABEL, valign="vcenter"))
    look = book.look(Look.LABEL, align="left") if line.locked else book.look(
        Look.TEXT, valign="vcenter"
    )  # fmt: skip
    if line.label == YEAR.label:
        put_number(sheet, Area(row, 1), int(line.text), look)
    elif line.text:
        put_text(sheet, Area(row, 1), line.text, look)
    else:
        sheet.write_blank(row, 1, None, look)
    put_text(sheet, Area(row, 2), line.hint, book.look(Look.HINT))
    texts = ((line.label, 0), (line.text, 1), (line.hint, 2))
    lines = max(lines_needed(text, _WIDTHS[column]) for text, column in texts)
    sheet.set_row(row, height_of(max(lines, 2 if line.is_tall else 1), _SIZE))


def _validate(sheet: Worksheet, row: int, line: Line, agencies: int) -> None:
    if line.locked:
        return
    options: dict[str, Any] = {"validate": "any"}
    if agencies:
        source = f"='{LIST_SHEET}'!$A$1:{a1(agencies - 1, 0).replace('A', '$A$')}"
        options = {
            "validate": "list", "source": source, "error_type": "warning",
            "error_title": "不在名单中",
            "error_message": "名单中没有这个机关。如果是新设或更名的机关，可以继续。",
        }  # fmt: skip
    elif line.choices:
        options = {
            "validate": "list", "source": list(line.choices),
            "error_title": "填写有误", "error_message": "请从下拉列表中选择。",
        }  # fmt: skip
    if line.hint:
        options["input_title"] = line.label[:LONGEST_PROMPT_TITLE]
        options["input_message"] = line.hint[:LONGEST_PROMPT]
    if options != {"validate": "any"}:
        sheet.data_validation(row, 1, row, 1, options)
