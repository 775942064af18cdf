"""The numbers that make a line a heading or an item: 一、（一）1.（1）and their variants.

Source: GB/T 9704-2012 7.3.3 for the right forms; the variants are what web pages and word
processors leave behind.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govdocs.formatting.ordinals import NUMERAL_CHARS, ordinal, parse_chinese_numeral
from govdocs.inputs.text.characters import HAN, half_width
from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import end_of_match, regex
from govdocs.model.nodes import HIGHEST_NUMBER


class Numbering(NamedTuple):
    """A number at a line's start.

    Attributes:
        level: 1 to 4, told by the number's form alone.
        number: its value, kept as written.
        length: how many characters of the line it takes, blanks after it included.
    """

    level: int
    number: int
    length: int


_BLANK = r"[ \u3000]*"
_CHINESE_NUMERAL = rf"(?P<chinese>[{NUMERAL_CHARS}]{{1,7}})"
_YEAR_FOLLOWS = r"(?=(?:19|20)\d\d年)"

# 一、二级 and 1、2月 are lists in prose, not a number and its text.
_COUNTED = "季级线产期批类等楼环号月次届、至"
_NO_LIST = rf"(?![{NUMERAL_CHARS}]{{1,3}}(?:[{_COUNTED}]|年级))"
_NO_DIGIT_LIST = r"(?!\d{1,2}(?:[^\d年]|$))"

_FORMS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, regex(rf"{_CHINESE_NUMERAL}{_BLANK}(?:、{_NO_LIST}|[.．,，])")),
    (2, regex(rf"[(（]{_BLANK}{_CHINESE_NUMERAL}{_BLANK}[)）](?:{_BLANK}[、.．,，])?")),
    # 1.5万元, 2018.1.9 and 1.2.3 are figures; 1.2018年 is a number before a year.
    (3, regex(rf"(?P<digits>\d{{1,3}}){_BLANK}[.．](?:(?!{_BLANK}\d)|{_YEAR_FOLLOWS})")),
    (3, regex(rf"(?P<digits>\d{{1,3}}){_BLANK}、{_NO_DIGIT_LIST}")),
    (3, regex(rf"(?P<digits>\d{{1,3}})[,，](?=[{HAN}《“])")),
    (4, regex(rf"[(（]{_BLANK}(?P<digits>\d{{1,3}}){_BLANK}[)）](?:{_BLANK}[、.．])?")),
)
_TAIL = regex(r"\s*")

# One character for the whole number: ㈠ ⒈ ⑴ (level, first character, how many).
_COMPATIBILITY = ((2, "㈠", 10), (3, "⒈", 20), (4, "⑴", 20))
_ONE_CHARACTER = {
    chr(ord(first) + index): (level, index + 1)
    for level, first, count in _COMPATIBILITY
    for index in range(count)
}
_AFTER_ONE_CHARACTER = regex(r"[、.．]?\s*")


def numbering_of(text: str) -> Numbering | None:
    """The number at the start of a line that has text after it, or None."""
    found = _one_character(text) or _spelled(text)
    return found if found and found.length < len(text) else None


def _one_character(text: str) -> Numbering | None:
    if text[:1] not in _ONE_CHARACTER or not text:
        return None
    level, number = _ONE_CHARACTER[text[0]]
    return Numbering(level, number, end_of_match(_AFTER_ONE_CHARACTER, text, 1))


def _spelled(text: str) -> Numbering | None:
    beginning = half_width(text[:24])
    for level, form in _FORMS:
        match = form.match(beginning)
        if not match:
            continue
        number = _value(match)
        if number is not None:
            return Numbering(level, number, end_of_match(_TAIL, text, match.end()))
    return None


def _value(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if "chinese" in groups:
        numeral = groups["chinese"]
        if numeral.startswith("一十"):  # 一十一 is spoken; 十一 is written and printed
            numeral = numeral[1:]
        return parse_chinese_numeral(numeral)
    number = int(groups["digits"])
    return number if 1 <= number <= HIGHEST_NUMBER else None


def report_form(line: Line, numbering: Numbering, log: FindingLog) -> None:
    """Report a number that is not written as it will be printed."""
    written = line.text[: numbering.length]
    printed = ordinal(numbering.level, numbering.number)
    if written != printed:
        log.info(
            "number-form",
            f"序号“{written}”改为“{printed}”",
            f"the number “{written}” became “{printed}”",
            line=line.number,
            column=line.column(0),
        )


class SequenceCheck:
    """Watches the numbers of siblings and reports gaps, repetitions and steps back."""

    __slots__ = ("_last", "_log")

    def __init__(self, log: FindingLog) -> None:
        self._log = log
        self._last: list[int] = [0, 0, 0, 0, 0]

    def see(self, level: int, number: int, line: int) -> None:
        """Take the next number; numbers of deeper levels begin anew under it."""
        expected = self._last[level] + 1
        self._last[level] = number
        self._last[level + 1 :] = [0] * (4 - level)
        if number == expected:
            return
        written, due = ordinal(level, number), ordinal(level, expected)
        id = "number-gap" if number > expected else "number-repeated"
        self._log.warning(
            id,
            f"序号“{written}”处按顺序应为“{due}”，照原文保留",
            f"the number “{written}” stands where “{due}” is due; it was kept",
            line=line,
        )
