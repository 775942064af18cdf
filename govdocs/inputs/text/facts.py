"""What the text says of itself: the year it covers and the organ that issues it. Never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govdocs.inputs.text.entries import Entry
from govdocs.inputs.text.organs import ORGAN_END, ends_as_organ
from govdocs.inputs.text.regex import regex
from govdocs.inputs.text.tables import row_of

_YEAR = regex(r"((?:19|20)\d\d)\s*年")
_CHINESE_YEAR = regex(r"([一二][〇○零九][〇○零一二三四五六七八九]{2})年")
_YEAR_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_PERIOD = regex(
    r"(?:期限|期间|时间|时段)[^。；\d]{0,12}((?:19|20)\d\d)年1月1日[^。；\d]{0,6}(?:\1年)?12月31日"
)

INTRODUCTION = 3
"""How many paragraphs before the first heading may name the issuer."""

_AFTER_ORGAN = regex(r"(?:19|20)\d\d\s*年|[一二][〇○零九]..年|关于|(?:政府|政务)?信息公开|政务公开")

_HAN = "[\u4e00-\u9fff]"
_REPORT = r"(?:年度?)[^。；，《》]{0,30}报告"
_SELF_REFERENCE = regex(
    rf"(?:编制|制定|制作|公布|发布|形成|撰写|现将|公开)了?(?:本)?"
    rf"(?P<organ>{_HAN}{{2,12}}?[省市县区旗州乡镇道]{_HAN}{{0,20}}?(?:{ORGAN_END}))"
    rf"(?P<year>(?:19|20)\d\d){_REPORT}"
)
_METADATA_KEY = regex(r"^[-—•·*\s]*(?:发文|发布|制发|公开)(?:机关|机构|单位|部门)[:：]?\s*$")
_METADATA_VALUE = regex(rf"{_HAN}{{2,30}}")
_METADATA_LINE = regex(
    rf"^[-—•·*\s]*(?:发文|发布|制发|公开)(?:机关|机构|单位|部门)[:：]\s*({_HAN}{{2,30}})$"
)


def year_of(title: str, entries: Sequence[Entry]) -> int | None:
    """The year a report covers: the title's, else that of the period its text names, else None."""
    if match := _YEAR.search(title):
        return int(match[1])
    if match := _CHINESE_YEAR.search(title):
        return int(match[1].translate(_YEAR_DIGITS))
    for entry in _before_first_heading(entries):
        if match := _PERIOD.search(entry.line.text):
            return int(match[1])
    return None


def issuer_of(title: str, year: int | None, entries: Sequence[Entry]) -> str | None:
    """The issuing organ as the title, the introduction or the page's record names it, or None."""
    before_year = _before_year(title)
    if before_year and ends_as_organ(before_year):
        return before_year
    return _from_introduction(before_year, year, entries) or _from_metadata(entries)


def _before_year(title: str) -> str:
    """What stands in a title before its year, its 关于 or its matter: the organ or the place."""
    match = _AFTER_ORGAN.search(title)
    return title[: match.start()].strip() if match else ""


def _before_first_heading(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries[:40]:
        if entry.numbering:
            return
        yield entry


def _from_introduction(place: str, year: int | None, entries: Sequence[Entry]) -> str | None:
    """An organ that the introduction names right before the year and the word 报告."""
    prose = [e for e in _before_first_heading(entries) if not e.is_row and not e.is_foreign]
    for entry in prose[:INTRODUCTION]:
        pattern = _extending(place) if place else _SELF_REFERENCE
        match = pattern.search(entry.line.text[:4000])
        if match and year in (None, int(match["year"])):
            return match["organ"]
    return None


def _extending(place: str) -> re.Pattern[str]:
    return regex(
        rf"(?P<organ>{re.escape(place)}{_HAN}{{0,20}}?(?:{ORGAN_END}))"
        rf"(?P<year>(?:19|20)\d\d){_REPORT}"
    )


def _from_metadata(entries: Sequence[Entry]) -> str | None:
    for entry in _before_first_heading(entries):
        if entry.is_row:
            cells = row_of(entry.line).cells
            for key, value in pairwise(cells):
                if _METADATA_KEY.match(key) and _METADATA_VALUE.fullmatch(value):
                    return value
        elif match := _METADATA_LINE.match(entry.line.text):
            return match[1]
    return None
