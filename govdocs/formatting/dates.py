"""Dates as documents print and write them.

Source: GB/T 9704-2012 7.3.5.4: Arabic digits, the year in full, months and days without a zero.
"""

from __future__ import annotations

import datetime
import re

from govdocs.formatting.numerals import year_numeral
from govdocs.formatting.ordinals import chinese_numeral, parse_chinese_numeral

_ARABIC = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_CHINESE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def date_text(date: datetime.date) -> str:
    """A date as printed: 2018年1月9日."""
    return f"{date.year}年{date.month}月{date.day}日"


def date_in_numerals(date: datetime.date) -> str:
    """A date in Chinese numerals, the year digit by digit: 二〇一八年一月九日.

    Raises:
        ValueError: the year is before 1000.
    """
    month, day = chinese_numeral(date.month), chinese_numeral(date.day)
    return f"{year_numeral(date.year)}年{month}月{day}日"


def parse_date(text: str) -> datetime.date | None:
    """The date that a text is, or None: 2018年1月9日, 二〇一八年一月九日, 2018-01-09.

    Text around the date, and a date that the calendar does not have, give None.
    """
    text = text.strip()
    for pattern in (_ARABIC, _ISO):
        if match := pattern.fullmatch(text):
            return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _CHINESE.fullmatch(text):
        month, day = parse_chinese_numeral(match[2]), parse_chinese_numeral(match[3])
        if month and day:
            return _date(int(match[1].translate(_YEAR_DIGITS)), month, day)
    return None


def looks_like_date(text: str) -> bool:
    """Whether a text has the form of a date, even one that no calendar has."""
    text = text.strip()
    return any(pattern.fullmatch(text) for pattern in (_ARABIC, _CHINESE, _ISO))


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
