"""Dates in Chinese numerals (二〇二四年一月一日), read as those in digits are."""

from __future__ import annotations

import re

from govdocs.formatting.ordinals import parse_chinese_numeral

_ZERO = "〇○零Ｏ０"
_DIGITS = str.maketrans(f"一二三四五六七八九{_ZERO}", "123456789" + "0" * len(_ZERO))
_ANY = f"[一二三四五六七八九{_ZERO}]"
_YEAR = re.compile(rf"(?<!{_ANY})([一二]{_ANY}{{3}})(?=\s*年)")
_DAY = re.compile(r"(?<![一二三四五六七八九十])([一二三四五六七八九十]{1,3})(?=\s*(?:月|日))")


def in_digits(text: str) -> str:
    """A text with the years, months and days of its dates in digits; every place stays the same.

    Only in a text that has a year in Chinese numerals; 十月 and 十日 stay, for want of room.
    """
    if not _YEAR.search(text):
        return text
    text = _YEAR.sub(lambda year: year[1].translate(_DIGITS), text)
    return _DAY.sub(_number, text)


def _number(match: re.Match[str]) -> str:
    number = str(parse_chinese_numeral(match[1]) or match[1])
    return number.rjust(len(match[1])) if len(number) <= len(match[1]) else match[1]
