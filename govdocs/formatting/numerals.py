"""Chinese numerals: cardinals to 万亿, counts with 两, and the digits of a year.

Cardinals follow the way that numbers are read aloud at school: 零 stands once for the zeros
between two digits, and never for those at the end of a group of four. 两 is written for a bare 2
before a measure word only (两项, but 十二项, 二百项); that is our judgement, no standard rules it.
"""

from __future__ import annotations

from govdocs.formatting.ordinals import chinese_numeral

LARGEST = 9999_9999_9999_9999
"""The largest number that has a cardinal here: below ten thousand 万亿."""

_YEAR_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


def cardinal(number: int) -> str:
    """A whole number in Chinese numerals: 零, 十二, 一百零三, 二十万, 一亿零五万.

    Raises:
        ValueError: beyond ±:data:`LARGEST`.
    """
    if abs(number) > LARGEST:
        raise ValueError(
            f"数字超出 ±{LARGEST}，没有中文写法 / beyond ±{LARGEST}, no Chinese numeral: "
            f"{number if abs(number) < 10**40 else '…'}"
        )
    if number < 0:
        return "负" + cardinal(-number)
    text = _joined(number)
    # 一十 is read 十 at the very start only: 十二万, but 一百一十二.
    return (text.removeprefix("一") if text.startswith("一十") else text) or "零"


def count(number: int) -> str:
    """A whole number before a measure word (量词): as :func:`cardinal`, but 两 for 2.

    Raises:
        ValueError: beyond ±:data:`LARGEST`.
    """
    return "两" if number == 2 else cardinal(number)


def year_numeral(year: int) -> str:
    """A year digit by digit: 二〇二五.

    Raises:
        ValueError: no year of four digits.
    """
    if not 1000 <= year <= 9999:
        raise ValueError(f"年份应为四位数字 / a year has four digits: {year}")
    return str(year).translate(_YEAR_DIGITS)


def _joined(number: int) -> str:
    """The numeral without the rule for a leading 一十; "" for nothing."""
    if number >= 10**8:
        high, low = divmod(number, 10**8)
        return _joined(high) + "亿" + _after(low, 10**7)
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        return _joined(high) + "万" + _after(low, 10**3)
    if 10 <= number < 20:
        return "一" + chinese_numeral(number)
    return chinese_numeral(number) if number else ""


def _after(low: int, first_place: int) -> str:
    """What follows 万 or 亿: led by 零 where the first place is empty."""
    return "零" + _joined(low) if 0 < low < first_place else _joined(low)
