"""Heading numbers 一、（一）1.（1）and the Chinese numerals in them.

Source: GB/T 9704-2012 7.3.3.
"""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def chinese_numeral(number: int) -> str:
    """A whole number from 1 to 9999 in Chinese numerals: 十, 二十一, 一百零三.

    Raises:
        ValueError: the number is out of range.
    """
    if not 1 <= number <= 9999:
        raise ValueError(f"数字超出 1–9999 / number out of 1 to 9999: {number}")
    digits = [int(digit) for digit in str(number)]
    text = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit:
            text += _DIGITS[digit] + _UNITS[place]
        elif text and not text.endswith("零"):
            text += "零"
    text = text.rstrip("零")
    return text.removeprefix("一") if 10 <= number < 20 else text


_VALUES = {char: value for value, char in enumerate(_DIGITS)} | {"〇": 0, "两": 2}
_UNIT_VALUES = {"十": 10, "百": 100, "千": 1000}
NUMERAL_CHARS = "".join(_VALUES) + "".join(_UNIT_VALUES)


def parse_chinese_numeral(text: str) -> int | None:
    """The value of a Chinese numeral as :func:`chinese_numeral` writes it, else None."""
    total = 0
    digit = 0
    for char in text:
        if char in _UNIT_VALUES:
            total += (digit or (1 if char == "十" and total == 0 else 0)) * _UNIT_VALUES[char]
            digit = 0
        elif char in _VALUES:
            digit = _VALUES[char]
        else:
            return None
    value = total + digit
    written = 1 <= value <= 9999 and chinese_numeral(value) == text
    return value if written else None


def ordinal(level: int, number: int) -> str:
    """A heading number as printed: level 1 一、, 2 （一）, 3 1., 4 （1）.

    Raises:
        ValueError: no such level.
    """
    match level:
        case 1:
            return f"{chinese_numeral(number)}、"
        case 2:
            return f"（{chinese_numeral(number)}）"
        case 3:
            return f"{number}."
        case 4:
            return f"（{number}）"
    raise ValueError(f"没有第 {level} 层标题 / no heading level {level}")
