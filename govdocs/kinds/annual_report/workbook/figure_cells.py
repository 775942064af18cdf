"""What a cell of a spreadsheet means where a figure should stand."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import NamedTuple

from govdocs.inputs.xlsx.sheets import SheetCell, SheetValue, Trouble
from govdocs.kinds.annual_report.values import BadValue, CellValue, parse_value
from govdocs.standards.annual_report.forms import ValueKind

_EXACT_DIGITS = 15
"""Digits that a spreadsheet keeps of a number; what follows is noise of its arithmetic."""

_NOISE = 1e-9
_APOSTROPHES = "'’‘＇"


class Meant(NamedTuple):
    """A figure.

    Attributes:
        value: None for a blank cell.
        was_text: the number was kept as text.
        was_rewritten: it was written otherwise than it is printed: ``57件``, ``１２``.
    """

    value: CellValue
    was_text: bool = False
    was_rewritten: bool = False


class NoFigure(ValueError):
    """A cell that holds no figure: why, and what to do."""

    def __init__(self, id: str, zh: str, en: str, expected: str | None = None) -> None:
        self.id, self.zh, self.en, self.expected = id, zh, en, expected
        super().__init__(f"{zh} / {en}")


def figure_in(cell: SheetCell | None, kind: ValueKind, unit: str = "") -> Meant:
    """The figure that a cell holds; blank stays blank and is never 0.

    Raises:
        NoFigure: an error value, a formula without a result, a date, a truth value, a text or a
            number that the cell may not hold.
    """
    value = None if cell is None else cell.value
    if cell is not None and cell.trouble:
        raise _trouble(cell)
    if value is None:
        return Meant(None)
    if isinstance(value, bool):
        raise NoFigure(
            "workbook-truth-value",
            f"{_expected_zh(kind)}，这里是逻辑值 {str(value).upper()}；请改填数字",
            f"{_expected_en(kind)}, found the truth value {str(value).upper()}",
        )
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        raise NoFigure(
            "workbook-date-in-figure",
            f"{_expected_zh(kind)}，这里被 Excel 当成了日期或时间（{date_shown(value)}）；"
            "请把单元格格式改为“常规”后重新填数",
            f"{_expected_en(kind)}, but Excel took it for a date or time ({date_shown(value)}); "
            "set the cell's format to General and type the figure again",
        )
    text = value if isinstance(value, str) else number_shown(value)
    return _parsed(text, kind, unit, was_text=isinstance(value, str))


def _parsed(text: str, kind: ValueKind, unit: str, *, was_text: bool) -> Meant:
    stripped = text.strip().lstrip(_APOSTROPHES) if was_text else text
    try:
        parsed = parse_value(stripped, kind, unit)
    except BadValue as error:
        raise NoFigure(
            "workbook-bad-figure",
            f"{error.zh}，填写的是“{_short(text)}”；没有的填 0",
            f"{error.en}, got {_short(text)!r}; type 0 for none",
            expected=error.zh,
        ) from error
    is_number = isinstance(parsed.value, int | Decimal)
    return Meant(parsed.value, was_text and is_number, was_text and parsed.was_rewritten)


def number_shown(value: SheetValue) -> str:
    """A number as the sheet shows it: 12 for 12.0, and no noise of binary fractions."""
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if not isinstance(value, float) or value != value or value in (float("inf"), -float("inf")):
        return str(value)
    if abs(value) < 10**_EXACT_DIGITS and abs(value - round(value)) < _NOISE:
        return str(round(value))
    return format(Decimal(format(value, f".{_EXACT_DIGITS}g")), "f")


def date_shown(value: SheetValue) -> str:
    """A date or time in plain words."""
    if isinstance(value, datetime.datetime):
        return (
            value.isoformat(" ", "minutes")
            if value.time() != datetime.time()
            else str(value.date())
        )
    return str(value)


def _trouble(cell: SheetCell) -> NoFigure:
    if cell.trouble is Trouble.ERROR:
        return NoFigure(
            "workbook-error-value",
            f"单元格是错误值 {cell.value}；请改正公式，或直接填数字",
            f"the cell shows the error {cell.value}; mend the formula or type the figure",
        )
    return NoFigure(
        "workbook-uncalculated",
        "单元格是公式，但文件里没有它的计算结果；请用 Excel 或 WPS 打开工作簿，保存一次再试",
        "the cell has a formula, and the file holds no result of it; open the workbook in Excel "
        "or WPS and save it",
    )


_EXPECTED = {
    ValueKind.COUNT: ("应填非负整数", "expected a whole number, 0 or more"),
    ValueKind.AMOUNT: ("应填不小于 0 的数", "expected a number, 0 or more"),
    ValueKind.CHANGE: ("应填整数", "expected a whole number"),
    ValueKind.MONEY: ("应填金额", "expected an amount"),
}


def _expected_zh(kind: ValueKind) -> str:
    return _EXPECTED[kind][0]


def _expected_en(kind: ValueKind) -> str:
    return _EXPECTED[kind][1]


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
