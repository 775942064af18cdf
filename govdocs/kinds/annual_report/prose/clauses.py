"""Lines of prose as sentences and clauses; everything keeps its place in the line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_PLAIN = str.maketrans("０１２３４５６７８９％．，；：？！（）", "0123456789%.,;:?!()")
# Titles of other texts, and places where figures are filled in, say nothing here.
_SILENT = re.compile(r"《[^《》]*》|\{\{[^{}]*\}\}|\{%[^{}]*%\}|(?:https?://|www\.)[!-~]+")
_MARKER = re.compile(
    r"(?:\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,2}[)、.](?!\d)|[①-⑳㈠-㈩]|[一二三四五六七八九]是)\s*"
)
_MARKS = ",;:。!?()"
_ENDS = "。!?"
_LONGEST_QUOTE = 80

FIGURE_SPACE = "□"
"""What stands for every character of what is passed over."""


class Clause(NamedTuple):
    """What stands between two marks.

    Attributes:
        text: the words, half-width digits and marks.
        start: where it stands in its line.
        depth: how many parentheses it stands in.
        before, after: the marks around it; empty at a line's start and end.
        sentence: number of its sentence in the line, from 0.
    """

    text: str
    start: int
    depth: int
    before: str
    after: str
    sentence: int


def plain(text: str) -> str:
    """The line as it is read: half-width digits and marks, silent parts blanked, same length."""
    half = text.translate(_PLAIN)
    return _SILENT.sub(lambda match: FIGURE_SPACE * len(match[0]), half)


def quoted(text: str, start: int = 0, end: int = 0) -> str:
    """A clause as it is quoted: a very long one only around what is meant."""
    if len(text) <= _LONGEST_QUOTE:
        return text
    first, last = max(0, start - _LONGEST_QUOTE // 2), end + _LONGEST_QUOTE // 2
    return f"{'…' * (first > 0)}{text[first:last]}{'…' * (last < len(text))}"


def marker_length(line: str) -> int:
    """How long the heading or item number at the start of a plain line is; 0 for none."""
    match = _MARKER.match(line)
    return match.end() if match else 0


def clauses(line: str) -> Iterator[Clause]:
    """The clauses of a plain line, in reading order."""
    start = marker_length(line)
    before = ""
    depth = sentence = 0
    for index in range(start, len(line) + 1):
        mark = line[index] if index < len(line) else ""
        if mark and (mark not in _MARKS or _is_inside_number(line, index)):
            continue
        if words := line[start:index]:
            yield Clause(words, start, depth, before, mark, sentence)
        depth = depth + 1 if mark == "(" else max(0, depth - 1) if mark == ")" else depth
        sentence += mark != "" and mark in _ENDS
        before, start = mark, index + 1


def _is_inside_number(line: str, index: int) -> bool:
    """1,234 and 9:00."""
    return (
        line[index] in ",:"
        and 0 < index < len(line) - 1
        and line[index - 1].isdecimal()
        and line[index + 1].isdecimal()
        and (line[index] == ":" or line[index + 1 : index + 4].isdecimal())
    )


def pieces(text: str, has_number: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Start and end of the parts between 、; a part without a number belongs to the next.

    Args:
        text: a clause.
        has_number: where numbers start in it.
    """
    starts = sorted(has_number)
    begin = taken = 0
    for index, char in enumerate(text):
        if char != "、":
            continue
        while taken < len(starts) and starts[taken] < begin:
            taken += 1
        if taken < len(starts) and starts[taken] < index:
            yield begin, index
            begin = index + 1
    yield begin, len(text)
