"""Half-width marks in Chinese text and their full-width forms: which are certain, and where.

Source: GB/T 15834-2011 4.1-4.16 (the marks are full-width); document numbers 〔〕: GB/T 9704-2012
7.2.5. Which marks count, and where they are left alone, is told in docs/design/reading.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain

from govdocs.typography.chinese import CHINESE, HAN
from govdocs.typography.regex import regex

FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}

_BESIDE_CHINESE = regex(rf"(?<={CHINESE})[,;:?!()]|[,;:?!()](?={CHINESE})")
_BRACKET = regex(r"[()（）]")
_CANDIDATE = regex(r"[,;:?!()\[［【]")

# Marks inside these stay: addresses with their port, and area codes in brackets.
_URL_CHAR = r"[A-Za-z0-9\-._~/?#\[\]@!$&'*+,;=:%]"
_ADDRESS = regex(
    rf"(?:(?:https?|ftp)://|\bwww\.)(?:{_URL_CHAR}++|\({_URL_CHAR}*+\))++"
    r"|(?:https?|ftp)://[\w.\-]*+:\d+"
    r"|\(0\d{2,3}\)\s?\d{7,8}"
)
_AFTER_URL = ",;:?!.'"

# A 发文字号: 机关代字, the year in brackets, the number. In square brackets nothing else looks so;
# in round or black ones the 代字 must end as they do, and no building or plot may follow.
_NUMBER = r"(?=第?\d{1,5}号(?![楼院线馆门厅桥地宗井车]))"
_YEAR = r"((?:19|20)\d\d)"
_DOCUMENT_NUMBER = regex(
    rf"(?<=[{HAN}])[\[［]{_YEAR}[\]］]{_NUMBER}"
    rf"|(?<=[发函办字令规复批呈请任综报告政])[(（【]{_YEAR}[)）】]{_NUMBER}"
)


def has_candidate(text: str, start: int = 0) -> bool:
    """Whether a text holds, from an index on, any mark that could be changed."""
    return _CANDIDATE.search(text, start) is not None


def mark_changes(text: str, kept: Iterable[range] = ()) -> Iterator[tuple[int, str]]:
    """Index and new form of each mark to change, in order; one character for one.

    Args:
        text: a line or a paragraph.
        kept: ranges of indexes in which marks stay as they are.
    """
    numbers = dict(document_number_changes(text))
    held = _held(text, kept, numbers)
    return merge(sorted(numbers.items()), _chinese_marks(text, held))


def addresses(text: str) -> Iterator[range]:
    """Where web addresses and telephone numbers with their area code stand."""
    for match in _ADDRESS.finditer(text):
        yield range(match.start(), match.start() + len(match[0].rstrip(_AFTER_URL)))


def document_number_changes(text: str) -> Iterator[tuple[int, str]]:
    """The brackets of each 发文字号 that are not 〔〕, and these in their place."""
    for match in _DOCUMENT_NUMBER.finditer(text):
        yield match.start(), "〔"
        yield match.end() - 1, "〕"


def _held(text: str, kept: Iterable[range], numbers: Iterable[int]) -> bytearray:
    """A byte for each character, 1 where it must not be taken for a mark."""
    held = bytearray(len(text))
    spans = chain(kept, addresses(text), (range(place, place + 1) for place in numbers))
    for span in spans:
        first = max(span.start, 0)
        held[first : span.stop] = b"\1" * (min(span.stop, len(text)) - first)
    return held


def _chinese_marks(text: str, held: bytearray) -> Iterator[tuple[int, str]]:
    """The marks to change, in order: beside Chinese, or beside one that is changed itself."""
    partner = _partners(text, held)
    waiting = [match.start() for match in _BESIDE_CHINESE.finditer(text)]
    waiting += (place for place, other in partner.items() if text[other] in "（）")
    found = bytearray(len(text))
    while waiting:
        place = waiting.pop()
        is_mark = 0 <= place < len(text) and text[place] in FULL_WIDTH
        if is_mark and not held[place] and not found[place]:
            found[place] = 1
            waiting += (place - 1, place + 1, partner.get(place, place))
    for match in re.finditer(b"\1", found):
        yield match.start(), FULL_WIDTH[text[match.start()]]


def _partners(text: str, held: bytearray) -> dict[int, int]:
    """For each matched bracket, of either width, the place of the other one."""
    partner: dict[int, int] = {}
    open_places: list[int] = []
    for match in _BRACKET.finditer(text):
        place = match.start()
        if held[place]:
            continue
        if match[0] in "(（":
            open_places.append(place)
        elif open_places:
            other = open_places.pop()
            partner[place], partner[other] = other, place
    return partner
