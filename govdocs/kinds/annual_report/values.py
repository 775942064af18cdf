"""What a table cell holds: a number, what was written in place of one, or nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from govdocs.standards.annual_report.forms import ValueKind

CellValue: TypeAlias = int | Decimal | str | None
"""A number; a text kept as written (``-``, ``/``, 无, an amount with its unit); None for blank."""

INSTEAD_OF_NUMBERS = frozenset({"-", "--", "—", "——", "－", "–", "−", "/", "／", "\\", "无", "×"})
"""What offices write where they mean that there is nothing to count; never read as 0."""

# U+2212 and the en dash are what word processors make of a minus.
_FULL_WIDTH = str.maketrans("０１２３４５６７８９，．－＋−–", "0123456789,.-+--")
_SPACES = re.compile(r"(?<!\d)[ \u3000\u00a0]+|[ \u3000\u00a0]+(?!\d)", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_MONEY = re.compile(r"((?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)(亿|万|千|百)?元?", re.ASCII)
_YUAN = {"亿": 100_000_000, "万": 10_000, "千": 1_000, "百": 100, None: 1}
MOST_DIGITS = 15
"""More digits than any count has: such a text is no figure, and would slow arithmetic."""

_EXPECTED = {
    ValueKind.COUNT: ("应为非负整数", "expected a whole number, 0 or more"),
    ValueKind.AMOUNT: ("应为不小于 0 的数", "expected a number, 0 or more"),
    ValueKind.CHANGE: ("应为整数，减少写负数", "expected a whole number, negative for a decrease"),
    ValueKind.MONEY: ("应为金额，如 12.5万元", "expected an amount such as 12.5万元"),
}


class BadValue(ValueError):
    """A text that cannot stand in a cell."""

    def __init__(self, text: str, kind: ValueKind) -> None:
        self.text = text
        self.zh, self.en = _EXPECTED[kind]
        super().__init__(f"{self.zh} / {self.en}: {text!r}")


class Parsed(NamedTuple):
    """A cell's value, and whether its text was written otherwise than it is printed."""

    value: CellValue
    was_rewritten: bool


def parse_value(text: str, kind: ValueKind, unit: str = "") -> Parsed:
    """The value of a cell's text.

    Full-width digits, thousands commas, a leading + and the cell's own unit (``57件``) are
    understood; ``-``, ``/``, 无 and their like are kept as written; blank stays blank.

    Raises:
        BadValue: anything else.
    """
    trimmed = text.strip()
    if not trimmed:
        return Parsed(None, False)
    if trimmed in INSTEAD_OF_NUMBERS:
        return Parsed(trimmed, False)
    # Two numbers in a cell are no number: spaces between digits stay, and are refused.
    plain = _SPACES.sub("", trimmed.translate(_FULL_WIDTH))
    if kind is ValueKind.MONEY:
        return _money(trimmed, plain)
    if unit and plain.endswith(unit):
        plain = plain.removesuffix(unit)
    value = _number(plain, kind)
    if value is None:
        raise BadValue(text, kind)
    return Parsed(value, str(value) != trimmed)


def _money(trimmed: str, plain: str) -> Parsed:
    if not _MONEY.fullmatch(plain) or sum(map(str.isdigit, plain)) > MOST_DIGITS:
        raise BadValue(trimmed, ValueKind.MONEY)
    if plain.isdigit():
        return Parsed(int(plain), plain != trimmed)
    return Parsed(plain, plain != trimmed)


def _number(plain: str, kind: ValueKind) -> CellValue:
    if not _NUMBER.fullmatch(plain) or len(plain) > MOST_DIGITS + 6:
        return None
    number = Decimal(plain.replace(",", ""))
    if kind is not ValueKind.CHANGE and number < 0:
        return None
    if number == number.to_integral_value():
        return int(number)
    return number if kind is ValueKind.AMOUNT else None


def number_of(value: CellValue, kind: ValueKind = ValueKind.COUNT) -> int | Decimal | None:
    """The number in a cell; None for blank and for what stands in place of one.

    An amount of kind MONEY is in 元.
    """
    if isinstance(value, str):
        match = _MONEY.fullmatch(value) if kind is ValueKind.MONEY else None
        if match is None:
            return None
        return Decimal(match[1].replace(",", "")) * _YUAN[match[2]]
    return value


def value_text(value: CellValue) -> str:
    """A cell's value as printed; empty for blank."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)
