"""Rules on document numbers, dates, ranges and other figures.

Source:
    GB/T 9704-2012 7.2.5, 7.3.5.4; GB/T 15835-2011 4, 5; GB/T 15834-2011 4.13
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from govdocs.normalising.rule import CITATIONS, PROSE_ONLY, Edit, Part, Rule
from govdocs.typography.chinese import HAN
from govdocs.typography.full_width import document_number_changes
from govdocs.typography.regex import regex

_SERIAL = regex(rf"(?<=[{HAN}]〔)((?:19|20)\d\d)〕( ?第? ?0*)([1-9]\d{{0,4}})( ?)号")
_SHORT_SERIAL = regex(rf"(?<=[{HAN}])〔\d\d〕(?=第?\d{{1,5}}号)")
_WHOLE_NUMBER = regex(
    r"([^\[［（(【〔]+?) ?[\[［（(【〔] ?((?:19|20)\d\d) ?[\]］）)】〕] ?第? ?0*([1-9]\d*) ?号"
)

_DIGIT = "一二三四五六七八九"
_ZERO = "〇零○◯０0OoＯｏ"
_YEAR = rf"[一二][{_DIGIT}{_ZERO}]{{3}}"
_CHINESE_YEAR = regex(
    rf"(?<![{_DIGIT}{_ZERO}十百千万\dA-Za-z]){_YEAR}(?=年|[—～~\-－至]{{1,2}}{_YEAR}年)"
    rf"|(?<=[—～~\-－至]){_YEAR}(?=年)"
)
_LETTER_YEAR = regex(r"(?<![0-9A-Za-z])(?=\d*[OＯoｏ])[12][0-9OＯoｏ]{3}(?=年)")
_TO_ZERO = dict.fromkeys(map(ord, _ZERO), "〇")
_TO_DIGIT_ZERO = dict.fromkeys(map(ord, "OＯoｏ"), "0")

_PADDED = regex(r"(?:(?<=\d年)|(?<![\d.年\-/:]))0([1-9]月)|(?<=月)0([1-9][日号])")
_POINTED_DATE = regex(
    r"(?<![A-Za-z0-9_./\-])(?:19|20)\d\d([./])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12]\d|0?[1-9])(?![\d./])"
)
_SHORT_YEAR = regex(
    r"(?<![\d.年〔\[（(\-—～~第近约])\d{2}年(?=\d{1,2}月|度|[底初末](?![\d])|[上下]半年)"
)

_LINK = "-~－–∼〜"
_PERCENT_RANGE = regex(
    rf"(?<![A-Za-z0-9_.\-/~～—%])(\d+(?:\.\d+)?)(%?)([{_LINK}—～])(\d+(?:\.\d+)?)%"
)
_UNITS = (
    "个|名(?![单称录])|人|件|次|天|周|户|家|岁|周岁|倍|公里|千米|米|厘米|毫米|平方米|立方米|亩|公顷|吨|公斤|"
    "千克|克|元|小时|分钟|层|年(?![级度])|份|篇|场|℃|度"
)
_UNIT_RANGE = regex(
    rf"(?<![A-Za-z0-9_.\-/~～—表图第件])(\d+(?:\.\d+)?)[{_LINK}](\d+(?:\.\d+)?)(?=余?(?:{_UNITS}))"
)
_LARGE_RANGE = regex(rf"(?<![A-Za-z0-9_.\-/])(\d+(?:\.\d+)?)[{_LINK}—～](\d+(?:\.\d+)?)(?=[万亿])")
_SPAN = f"(?: ?[{_LINK}] ?| — ?|— )"  # a blank may stand on either side
_YEAR_RANGE = regex(rf"(?<![A-Za-z0-9_.\-/])((?:19|20)\d\d)({_SPAN})((?:19|20)\d\d)(?=年|学年)")
_MONTH_RANGE = regex(rf"(?<![A-Za-z0-9_.\-/第])(\d{{1,2}})({_SPAN})(\d{{1,2}})(?=月|日)")
_DATE_RANGE = regex(rf"(?<=\d[年月日])(?:--|{_SPAN})(?=(?:19|20)\d\d年|\d{{1,2}}[月日])")

_COUNTED = "元|人|户|件|次|亩|个|名|条|多|余|公里|吨|斤|家|份"
_MIXED = regex(rf"(?<![\d.])\d{{1,3}}(?:\.\d+)?[百千](?=[万亿]?(?:{_COUNTED}))")
_APPROXIMATE = regex(
    r"(?<![\d、.第])([1-9])、([1-9])(?=个|天|次|人|名|年(?!级)|户|岁|倍|里)"
    r"|(?<![一二三四五六七八九十、第])([一二三四五六七八])、([二三四五六七八九])"
    r"(?=个|天|次|人|名|年(?!级)|户|岁|倍|里)"
)
_ORDER = "一二三四五六七八九"
_WIDE_GROUPS = regex(r"(?<![\d，])\d{1,3}(?:，\d{3})+(?![\d，])")


def _brackets(text: str) -> Iterator[Edit]:
    for place, new in document_number_changes(text):
        yield Edit(place, place + 1, new)


def _serials(text: str) -> Iterator[Edit]:
    """Blanks go; 第, zeros and a short year are reported: another's number is cited as it is."""
    found = [
        Edit(
            match.start(2),
            match.end(),
            f"{match[3]}号" if match[2].isspace() or not match[2] else None,
        )
        for match in _SERIAL.finditer(text)
        if match[2] or match[4]
    ]
    found += [Edit(*match.span(), None) for match in _SHORT_SERIAL.finditer(text)]
    yield from sorted(found, key=lambda edit: edit.start)


def _whole_number(text: str) -> Iterator[Edit]:
    """A 发文字号 on its own, where nothing else can be meant."""
    if match := _WHOLE_NUMBER.fullmatch(text):
        yield Edit(0, len(text), f"{match[1]}〔{match[2]}〕{match[3]}号")


def _chinese_years(text: str) -> Iterator[Edit]:
    for match in _CHINESE_YEAR.finditer(text):
        yield Edit(*match.span(), match[0].translate(_TO_ZERO))


def _letter_years(text: str) -> Iterator[Edit]:
    for match in _LETTER_YEAR.finditer(text):
        yield Edit(*match.span(), match[0].translate(_TO_DIGIT_ZERO))


def _padded_dates(text: str) -> Iterator[Edit]:
    for match in _PADDED.finditer(text):
        yield Edit(*match.span(), match[1] or match[2])


def _percent_ranges(text: str) -> Iterator[Edit]:
    for match in _PERCENT_RANGE.finditer(text):
        low, sign, link, high = match.groups()
        if float(low) >= float(high) or (sign and link in "—～"):
            continue
        yield Edit(match.start(), match.end(), f"{low}%{link if link in '—～' else '～'}{high}%")


def _number_ranges(text: str) -> Iterator[Edit]:
    for match in _UNIT_RANGE.finditer(text):
        if float(match[1]) >= float(match[2]) or _is_year(match[1]):
            continue
        # 16-17年 may mean the years 2016 and 2017.
        if text[match.end()] != "年" or float(match[1]) < 10:
            yield Edit(match.end(1), match.start(2), "～")


def _is_year(number: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", number) is not None


def _time_ranges(text: str) -> Iterator[Edit]:
    """一字线 between years, months and days."""
    found = [Edit(m.start(2), m.end(2), "—") for m in _YEAR_RANGE.finditer(text) if m[1] < m[3]]
    for match in _MONTH_RANGE.finditer(text):
        last = 12 if text[match.end()] == "月" else 31
        if 1 <= int(match[1]) < int(match[3]) <= last:
            found.append(Edit(match.start(2), match.end(2), "—"))
    found += [Edit(*match.span(), "—") for match in _DATE_RANGE.finditer(text)]
    yield from sorted(set(found))


def _reported(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Edit]]:
    """Each match of a pattern is something to look at."""

    def edits(text: str) -> Iterator[Edit]:
        for match in pattern.finditer(text):
            yield Edit(*match.span(), None)

    return edits


def _approximate(text: str) -> Iterator[Edit]:
    """3、4天 where the second is the next number: a guess (三四天) rather than two counts."""
    for match in _APPROXIMATE.finditer(text):
        low, high = (match[1], match[2]) if match[1] else (match[3], match[4])
        digits = "123456789" if match[1] else _ORDER
        if digits.index(high) == digits.index(low) + 1:
            yield Edit(*match.span(), None)


NUMBER_RULES = (
    Rule(
        name="document-number-brackets",
        clause="GB/T 9704—2012 7.2.5",
        zh="发文字号的年份用六角括号〔〕",
        en="the year of a document number stands in 〔〕",
        edits=_brackets,
        parts=CITATIONS,
        keeps_quotations=False,
    ),
    Rule(
        name="document-number-serial",
        clause="GB/T 9704—2012 7.2.5",
        zh="删去发文字号中的空格；文中的顺序号带“第”或虚位、年份为两位的只提示",
        en="blanks in a document number go; 第, leading zeros, a short year in text are reported",
        edits=_serials,
        parts=CITATIONS,
    ),
    Rule(
        name="document-number-form",
        clause="GB/T 9704—2012 7.2.5",
        zh="版头的发文字号写成“机关代字〔2013〕7号”",
        en="the document number of the header block is written as 机关代字〔2013〕7号",
        edits=_whole_number,
        parts=frozenset({Part.DOCUMENT_NUMBER}),
        keeps_quotations=False,
    ),
    Rule(
        name="chinese-year-zero",
        clause="GB/T 15835—2011 5.2.5",
        zh="汉字年份中的零写作〇（二〇一七年）",
        en="the zero of a year in Chinese numerals is 〇",
        edits=_chinese_years,
        parts=CITATIONS,
    ),
    Rule(
        name="letter-in-year",
        clause="GB/T 15835—2011 5.1.4",
        zh="年份中误作字母 O 的改为数字 0",
        en="a letter O in a year becomes the digit 0",
        edits=_letter_years,
        parts=CITATIONS,
    ),
    Rule(
        name="date-zero",
        clause="GB/T 9704—2012 7.3.5.4",
        zh="月、日不编虚位（2018年1月9日）",
        en="months and days have no leading zero",
        edits=_padded_dates,
    ),
    Rule(
        name="percent-range",
        clause="GB/T 15835—2011 5.1.3",
        zh="百分数范围两端都带百分号，用浪纹线（63%～68%）",
        en="both ends of a range in per cent have the sign, with ～ between",
        edits=_percent_ranges,
    ),
    Rule(
        name="number-range",
        clause="GB/T 15834—2011 4.13.3.3",
        zh="数值范围用浪纹线（3～5人）",
        en="a range of figures takes ～",
        edits=_number_ranges,
    ),
    Rule(
        name="time-range",
        clause="GB/T 15834—2011 4.13.3.2",
        zh="时间起止用一字线（2015—2017年）",
        en="a span of time takes —",
        edits=_time_ranges,
    ),
    Rule(
        name="pointed-date",
        clause="GB/T 15835—2011 5.1.4",
        zh="2018.1.9、2018/1/9 这样的日期，正文中宜写作2018年1月9日（只提示）",
        en="a date such as 2018.1.9 or 2018/1/9 is better written 2018年1月9日 (reported)",
        edits=_reported(_POINTED_DATE),
        parts=PROSE_ONLY,
    ),
    Rule(
        name="short-year",
        clause="GB/T 15835—2011 5.1.4",
        zh="年份不应简写为两位数字（只提示）",
        en="a year is not cut to two digits (reported)",
        edits=_reported(_SHORT_YEAR),
    ),
    Rule(
        name="large-range",
        clause="GB/T 15835—2011 5.1.3",
        zh="13～17万元应写作13万元～17万元（只提示）",
        en="13～17万元 is written 13万元～17万元 (reported)",
        edits=_reported(_LARGE_RANGE),
    ),
    Rule(
        name="mixed-numeral",
        clause="GB/T 15835—2011 5.3",
        zh="除万、亿外，阿拉伯数字不与汉字数词连用（2.3千）（只提示）",
        en="digits take no Chinese multiplier but 万 and 亿 (reported)",
        edits=_reported(_MIXED),
    ),
    Rule(
        name="approximate-number",
        clause="GB/T 15835—2011 5.2.1",
        zh="相邻两数表示概数用汉字，中间不加顿号（三四天）（只提示）",
        en="a guess by two neighbouring numbers is in Chinese numerals without 、 (reported)",
        edits=_approximate,
        parts=PROSE_ONLY,
    ),
    Rule(
        name="wide-grouping",
        clause="GB/T 15835—2011 5.1.1",
        zh="数字分节用半角逗号或空隙，“1，234”疑为一个数（只提示）",
        en="1，234 may be one number; groups are parted by a half-width comma (reported)",
        edits=_reported(_WIDE_GROUPS),
    ),
)
