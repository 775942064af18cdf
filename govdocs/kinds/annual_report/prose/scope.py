"""How far a number reaches: the whole year, or a part of it, another agency or year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govdocs.kinds.annual_report.prose.numbers import DATES, Number
from govdocs.kinds.annual_report.prose.vocabulary import Kind, Word

_AGENCY = re.compile(
    r"(?:局|委员会|管委会|街道办|镇|乡|厅|办公室|大队|分局|支队|[县市区]纪委|政府办|检察院|中心|公司|学校"
    r"|医院|税务|开发区|园区|(?:财政|派出|国土|自然资源|司法|税务|供电)所)"
)
_OWN_BEFORE = frozenset("我本全各当格布结大该城下村")
_CARRIED = re.compile(r"(20\d\d)年度?(?=结转|转结|转入|遗留)", re.ASCII)
_FORWARD = re.compile(r"(?<=结转|转入)(?:至|到|入|为)?(20\d\d)年度?", re.ASCII)
_INTO = re.compile(r"(?<=上年结转)[至到](20\d\d)年度?", re.ASCII)
_SPAN = re.compile(r"(20\d\d)年?(?:\d{1,2}月)?(?:\d{1,2}日)?[至到—~-]+$", re.ASCII)
_ADVERBIAL = re.compile(r"^(?:通过|经由?|从|由|在|其中|以|截[至止]|\d)|[看中内]$|方面$|以来$|期间$")
_LONGEST_ADVERBIAL = 16
_LONGEST_SPEAKER = 10
_LONGEST_NAME = 60
"""Characters of the longest organ's name; that of a long one, with all above it, has 40."""
_NO_SPEAKER = re.compile(r"[由与同和经向对为在按据]|根据|按照|全[年县市区镇乡]|我|本")
_TIMES = frozenset({"全年", "年度"})
_LEVELS = frozenset("国省州市区县旗镇乡街")
_GOVERNMENT = "人民政府"
_YEARS = range(1990, 2100)
_FIRST, _LAST = 1, 12


class Own(NamedTuple):
    """Whose report on which year it is; ``level`` is the 乡 of 我乡 and 全乡."""

    agency: str
    level: str
    year: int
    names: re.Pattern[str]


def own_of(agency: str, level: str, year: int) -> Own:
    """An agency with the names that its own report gives it: 柳湾乡, 乡政府, 县教育局."""
    # Of a name longer than any organ has, only its end is known in parts: the endings of a name
    # are as many as its characters, so that their length in sum is the square of its own.
    short = agency.removesuffix(_GOVERNMENT)[-_LONGEST_NAME:]
    names = {agency} | {short[start:] for start in range(len(short) - 1)}
    if agency.endswith(_GOVERNMENT):
        ends = {short[start:] for start in range(len(short))}
        names |= {end + tail for end in ends for tail in (_GOVERNMENT, _GOVERNMENT[-2:])}
    longest_first = sorted(filter(None, names), key=len, reverse=True)
    return Own(agency, level, year, re.compile("|".join(map(re.escape, longest_first)) or r"\Z.\A"))


class Scope(NamedTuple):
    """What narrows a number.

    Attributes:
        part: a channel, a kind of application, some months.
        agency: another agency than the report's own, or a wider area.
        other_year: a year that is not reported on.
        speaker: another agency began the sentence (县教育局高度重视，…).
    """

    part: bool = False
    agency: bool = False
    other_year: bool = False
    speaker: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing narrows it."""
        return not any(self)


def with_year_words(text: str, year: int) -> str:
    """2024年结转 as 上年结转, 结转至2026年 as 结转下年, in a report on 2025; same length."""

    def carried(match: re.Match[str]) -> str:
        return "上年".rjust(len(match[0])) if int(match[1]) == year - 1 else match[0]

    def forward(match: re.Match[str]) -> str:
        return "下年".ljust(len(match[0])) if int(match[1]) == year + 1 else match[0]

    def into(match: re.Match[str]) -> str:
        return " " * len(match[0]) if int(match[1]) == year else match[0]

    return _INTO.sub(into, _FORWARD.sub(forward, _CARRIED.sub(carried, text)))


def scope_of(
    text: str,
    words: Sequence[Word],
    numbers: Sequence[Number],
    scope: Scope,
    *,
    own: Own,
    has_count: bool,
) -> Scope:
    """The scope that holds after the words of a clause.

    A clause without a count narrows what follows only where it is an adverbial (通过网站，…).
    """
    is_adverbial = len(text) <= _LONGEST_ADVERBIAL and _ADVERBIAL.search(text) is not None
    narrows = has_count or is_adverbial
    events = sorted(
        [
            *_word_events(words, narrows, own.level),
            *_agency_events(text, own.agency, narrows),
            *_time_events(text, numbers, own.year, narrows),
        ]
    )
    named_here = False
    for _, field, value in events:
        if field == "whole":
            scope = Scope(other_year=scope.other_year)
        elif field in ("this_year", "all_year"):  # 县教育局全年: of that agency still
            other_year = scope.other_year and field == "all_year"
            scope = Scope(agency=named_here, other_year=other_year, speaker=scope.speaker)
        else:
            named_here |= field == "agency"
            scope = scope._replace(**{field: value})
    return scope


_Event = tuple[int, str, bool]


def _word_events(words: Sequence[Word], narrows: bool, level: str) -> list[_Event]:
    events: list[_Event] = []
    names_end = {word.end for word in words if word.has(Kind.FIGURE)}
    for word in words:
        if word.start in names_end and word.has(Kind.NARROW):  # 予以公开类
            continue
        if word.has(Kind.THIS_YEAR):
            events.append((word.start, "this_year", True))
        elif word.has(Kind.WHOLE):
            is_own = (
                word.text[0] != "全" or word.text[1:2] not in _LEVELS or word.text[1:2] == level
            )
            of_time = "all_year" if word.text in _TIMES else "whole"
            events.append((word.start, of_time if is_own else "agency", True))
        elif word.has(Kind.OTHER_YEAR):
            events.append((word.start, "other_year", True))
        elif narrows and word.has(Kind.NARROW) and not word.has(Kind.FIGURE, Kind.VERB):
            events.append((word.start, "part", True))
    return events


def _agency_events(text: str, agency: str, narrows: bool) -> list[_Event]:
    """Agencies beside a count; beside none only the one that a clause begins with."""
    events: list[_Event] = []
    for match in _AGENCY.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        if len(before) < 2 - (len(match[0]) > 1) or before[-1:] in _OWN_BEFORE:
            continue
        if not narrows and (match.end() > _LONGEST_SPEAKER or _NO_SPEAKER.search(text[:4])):
            break
        other = "agency" if narrows else "speaker"
        is_own = before + match[0] in agency
        events.append((match.start(), "whole" if is_own else other, True))
    return events


def names_another(text: str, own: Own) -> bool:
    """Whether a text names another agency."""
    return any(field == "agency" for _, field, _ in _agency_events(text, own.agency, True))


def _time_events(text: str, numbers: Sequence[Number], year: int, narrows: bool) -> list[_Event]:
    events: list[_Event] = []
    last_count = max((n.start for n in numbers if n.unit not in DATES), default=len(text))
    for number in numbers:
        if number.value is None:
            continue
        if number.unit == "年" and int(number.value) in _YEARS:
            if not is_compared_year(text, number):
                is_other = int(number.value) != year or _ends_a_span(text, number, year)
                events.append((number.start, "other_year", is_other))
        elif number.unit == "月" and narrows and number.start < last_count:
            after = text[number.end : number.end + 1]
            is_edge = number.value in (_FIRST, _LAST) and (after.isdecimal() or after == "底")
            if not is_edge:
                events.append((number.start, "part", True))
    return events


def _ends_a_span(text: str, number: Number, year: int) -> bool:
    """2021年至2024年."""
    match = _SPAN.search(text[max(0, number.start - 14) : number.start])
    return match is not None and int(match[1]) != year


def compared_years(text: str, numbers: Sequence[Number]) -> frozenset[int]:
    """The years that a clause compares with."""
    return frozenset(
        int(number.value)
        for number in numbers
        if number.unit == "年" and number.value is not None and is_compared_year(text, number)
    )


def is_compared_year(text: str, number: Number) -> bool:
    """较2024年, 与2024年相比."""
    return text[max(0, number.start - 1) : number.start] in ("较", "比", "与", "同", "和")
