"""What a cell of a spreadsheet means where a text should stand."""

from __future__ import annotations

import datetime

from govdocs.formatting.dates import date_text, parse_date
from govdocs.inputs.xlsx.sheets import Sheet, Trouble
from govdocs.kinds.annual_report.workbook.figure_cells import date_shown, number_shown
from govdocs.kinds.annual_report.workbook.notes import Notes
from govdocs.kinds.annual_report.workbook.texts import MOST_CHARACTERS

_POSTCODE_DIGITS = 6
# Excel counts days from 1899-12-30; these are 1990 to 2100.
_EPOCH = datetime.date(1899, 12, 30)
_SERIALS = range(32_874, 73_051)


def text_in(sheet: Sheet, row: int, column: int, label: str, notes: Notes) -> str:
    """The text of a cell; an error value or an uncalculated formula is a finding, and no text."""
    cell = sheet.cells.get((row, column))
    at = sheet.at(row, column)
    if cell is None:
        return ""
    if cell.trouble is Trouble.ERROR:
        notes.error(
            "workbook-error-value",
            at,
            f"“{label}”显示错误值 {cell.value}；以“=”开头的文字会被当成公式，"
            "请在前面加一个英文单引号 ' 后重新输入",
            f"{label!r} shows the error {cell.value}; a text that begins with = is taken for a "
            "formula: put an apostrophe before it",
        )
        return ""
    if cell.trouble is Trouble.UNCALCULATED:
        notes.error(
            "workbook-uncalculated",
            at,
            f"“{label}”是公式，但文件里没有计算结果；请用 Excel 或 WPS 打开工作簿，保存一次再试",
            f"{label!r} has a formula without a result; open the workbook in Excel or WPS and "
            "save it",
        )
        return ""
    value = cell.value
    if isinstance(value, str):
        return _checked_length(value, at, label, notes)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.date):
        return date_text(value)
    return number_shown(value) if isinstance(value, int | float) else date_shown(value)


def _checked_length(text: str, at: str, label: str, notes: Notes) -> str:
    if len(text) >= MOST_CHARACTERS:
        notes.warning(
            "workbook-text-full",
            at,
            f"“{label}”达到一个单元格的上限 {MOST_CHARACTERS} 字，后面的可能已被 Excel 截掉；"
            "请核对末尾，把长文分到几行",
            f"{label!r} has {len(text)} characters, the most that a cell holds; Excel may have cut "
            "the rest: check its end",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()


def digits_in(sheet: Sheet, row: int, column: int, label: str, notes: Notes) -> str:
    """A postcode or telephone number, which Excel may have taken for a number."""
    text = text_in(sheet, row, column, label, notes)
    value = sheet.value(row, column)
    at = sheet.at(row, column)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if label == "邮编":
        if text.isdigit() and len(text) == _POSTCODE_DIGITS - 1:
            notes.warning(
                "workbook-postcode",
                at,
                f"邮编“{text}”只有 5 位，开头的 0 可能被 Excel 去掉了；"
                "请把单元格格式改为“文本”后重新输入",
                f"the postcode {text} has 5 digits; Excel may have dropped the leading 0: set the "
                "cell's format to Text and type it again",
                found=text,
            )
    elif text and is_number:
        notes.warning(
            "workbook-number-for-text",
            at,
            f"“{label}”被 Excel 存成了数字（{text}），开头的 0 可能已丢失；"
            "请核对，把单元格格式改为“文本”后重新输入",
            f"{label!r} was saved as a number ({text}); a leading 0 may be lost: check it",
            found=text,
        )
    return text


def date_in(sheet: Sheet, row: int, column: int, label: str, notes: Notes) -> str:
    """A date as the model reads it; a serial number of Excel is one too."""
    value = sheet.value(row, column)
    if isinstance(value, int | float) and not isinstance(value, bool) and int(value) in _SERIALS:
        return date_text(_EPOCH + datetime.timedelta(days=int(value)))
    text = text_in(sheet, row, column, label, notes)
    if text and parse_date(text) is None:
        notes.error(
            "workbook-bad-date",
            sheet.at(row, column),
            f"“{label}”应为日期，如 2026年1月20日（填写的是“{text[:40]}”）",
            f"{label!r} should be a date such as 2026-01-20 (got {text[:40]!r})",
            found=text[:40],
        )
        return ""
    return text
