"""Step 3 of a paragraph: break it into lines, as Word and LibreOffice do.

Greedy: a line takes all that fits and ends at the last legal place; one mark may hang after its
last cell. How the hung mark comes back inside the type area is the business of ``justify``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from govdocs.layout.paragraph.prepare import Prepared
from govdocs.typography.charclass import HANGING_MARKS
from govdocs.typography.kinsoku import NO_LINE_END, NO_LINE_START, break_rule


class LineSpan(NamedTuple):
    """One line: offsets in the text; ``visible_end`` leaves spaces at the line's end out."""

    start: int
    end: int
    visible_end: int
    is_last: bool


class _Rule(NamedTuple):
    """What a line's end must obey in one paragraph."""

    may_break: Callable[[int], bool]
    hang: bool


def break_lines(
    par: Prepared,
    first_measure: int,
    measure: int,
    forced: Sequence[int] = (),
    *,
    hang: bool = True,
) -> tuple[LineSpan, ...]:
    """Break one paragraph (段) under the line-start and line-end rules (避头尾).

    Args:
        par: the paragraph.
        first_measure: room on the first line, EMU.
        measure: room on the others, EMU.
        forced: offsets where a line must end.
        hang: whether a mark may stand after the last cell.

    Returns:
        One span a printed line, in order, at least one; together they hold every character once.

    Source:
        GB/T 15834-2011 5.1; W3C clreq, line-start and line-end prohibition
    """
    spans: list[LineSpan] = []
    rule = _Rule(break_rule(par.text), hang)
    length = len(par.text)
    stops = [*(stop for stop in forced if 0 < stop < length), length]
    start = 0
    room = first_measure
    for stop in stops:
        while True:
            end = _line_end(par, start, stop, room, rule)
            spans.append(_span(par.text, start, end, length))
            start, room = end, measure
            if end >= stop:
                break
    return tuple(spans)


def _span(text: str, start: int, end: int, length: int) -> LineSpan:
    visible = end
    while visible > start + 1 and text[visible - 1] == " ":
        visible -= 1
    return LineSpan(start, end, visible, end == length)


def _line_end(par: Prepared, start: int, stop: int, room: int, rule: _Rule) -> int:
    ends, text = par.ends, par.text
    # The last character of a line keeps its whole advance, without tracking.
    limit = ends[start] + par.gaps.get(start, 0) + room + par.tracking
    fits = min(bisect_right(ends, limit, start + 1) - 1, stop)
    if fits >= stop:
        return stop
    # LibreOffice hangs no mark that follows western text: there a new portion begins.
    if rule.hang and text[fits] in HANGING_MARKS and fits > start and fits not in par.gaps:
        fits += 1
    elif text[fits] == " ":
        while fits < stop and text[fits] == " ":
            fits += 1
    if fits >= stop:
        return stop
    end = fits
    while end > start and not rule.may_break(end):
        end -= 1
    return end if end > start else _emergency_end(par, start, max(fits, start + 1), stop)


def _emergency_end(par: Prepared, start: int, fits: int, stop: int) -> int:
    """The end of a line whose text has no legal break: anywhere, but best not at a mark."""
    if fits >= stop:
        return stop
    for end in range(fits, start, -1):
        if par.text[end] not in NO_LINE_START and par.text[end - 1] not in NO_LINE_END:
            return end
    return fits
