"""Numbers in Chinese prose with their units: 57件, 1,234 件, 五十七件, 百分之五, 5.2%, 十余件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_HAN = "".join(_DIGITS) + "".join(_UNITS) + "".join(_LARGE)
_MOST_HAN = 14
_MOST_DIGITS = 15

# The longest stand first: 万元 is no 万.
_UNIT_WORDS = (
    "个百分点 百分点 亿元 万元 千元 人次 件次 条次 小时 % 元 件 宗 起 例 条 次 个 篇 份 场 期 人 "
    "项 名 年 月 日 号 倍 类 家 天 岁 点 时 分 批 部 户 级 届 版 本 张 册 位 所 处 幅 万"
).split()
DATES = frozenset("年 月 日 号 时 分 点 岁".split())
"""Units of what is no count."""

_UNIT = "|".join(_UNIT_WORDS)
_TOKEN = re.compile(
    rf"(?P<rate>百分之)?(?P<number>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[{_HAN}]+(?:点[{_HAN}]+)?)"
    rf"(?P<more>[余多来几])? ?(?P<unit>{_UNIT})?(?P<about>以上|以下|以内|左右|上下|余|多(?! ?\d))?",
    re.ASCII,
)
_ABOUT_BEFORE = re.compile(r"(?:近|约|大约|超过|超|逾|突破|不足|不到|接近|约为|第|[—~～-])[ ]?$")
_SOME_BEFORE = re.compile(r"[数几上成]$")  # of 十百千万 only: 数十件, but 总数35件
_RANGE_AFTER = re.compile(r" ?[—~～-]+ ?\d", re.ASCII)
_LATIN = re.compile(r"[A-Za-z_@/.:〔\[]$")


class Number(NamedTuple):
    """A number as it stands in a text.

    Attributes:
        start, end: where it stands, its unit and 百分之 included.
        value: what it is; None for one that says no certain value (十余件, 近百件, 3—5件).
        unit: its unit, ``%`` also for 百分之; empty for none.
        places: decimal places as written.
    """

    start: int
    end: int
    value: Decimal | None
    unit: str
    places: int = 0


def numbers_in(text: str) -> Iterator[Number]:
    """The numbers of a text whose digits are half-width, from left to right.

    Chinese numerals count only with a unit behind them (一 is also an ordinary word), digits in
    Latin words, URLs and document numbers (〔2021〕) do not.
    """
    for match in _TOKEN.finditer(text):
        number = match["number"]
        is_han = number[0] in _HAN
        unit = "%" if match["rate"] else match["unit"] or ""
        if is_han and not unit and not _is_written_zero(text, match):
            continue
        before = text[max(0, match.start() - 3) : match.start()]
        if not is_han and (
            _LATIN.search(before)
            or (
                text[match.end() : match.end() + 1].isascii()
                and text[match.end() : match.end() + 1].isalpha()
            )
        ):
            continue
        value = chinese_value(number) if is_han else _arabic(number)
        some = number[0] in "十百千万" and _SOME_BEFORE.search(before)
        vague = match["more"] or match["about"] or some or _ABOUT_BEFORE.search(before)
        if vague or _RANGE_AFTER.match(text, match.end()):
            value = None
        places = len(number.partition("点" if is_han else ".")[2])
        end = match.end("about") if match["about"] else max(match.end("number"), match.end("unit"))
        yield Number(match.start(), end, value, unit, places)


def _is_written_zero(text: str, match: re.Match[str]) -> bool:
    """均为零: a zero in words without a unit."""
    return match["number"] == "零" and text[max(0, match.start() - 1) : match.start()] == "为"


def _arabic(text: str) -> Decimal | None:
    plain = text.replace(",", "")
    return Decimal(plain) if len(plain) <= _MOST_DIGITS else None


def chinese_value(text: str) -> Decimal | None:
    """The value of a Chinese numeral: 五十七, 一千零三, 二〇二五, 三万五千, 五点二; else None."""
    if len(text) > _MOST_HAN:
        return None
    whole, point, decimals = text.partition("点")
    if point:
        before = chinese_value(whole)
        digits = [_DIGITS.get(char) for char in decimals]
        if before is None or None in digits:
            return None
        return before + Decimal("0." + "".join(str(digit) for digit in digits))
    if len(whole) > 1 and all(char in _DIGITS for char in whole):
        return Decimal("".join(str(_DIGITS[char]) for char in whole))
    return _by_places(whole)


def _by_places(text: str) -> Decimal | None:
    total = section = digit = 0
    for index, char in enumerate(text):
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            section += (digit or (1 if index == 0 else 0)) * _UNITS[char]
            if not digit and index and text[index - 1] != "零":
                return None
            digit = 0
        else:
            if index == 0:
                return None
            total += (section + digit) * _LARGE[char]
            section = digit = 0
    return Decimal(total + section + digit)
