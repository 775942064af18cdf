"""Step 4 of a paragraph: set one line's characters between its edges.

Lines are broken as word processors break them, so a mark may hang after the last cell and
neighbouring marks stand at full width. Here the line is drawn as the standard wants it: marks at
half their cell at the line's end, neighbours squeezed, every full line ending at the type area's
edge. Nothing here moves a break.

Source:
    GB/T 15834-2011 5.1.10 (a mark at the line's end takes half its width), 5.1.11;
    GB/T 9704-2012 5.2.3 (撑满版心)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from govdocs.compose.composition import Align
from govdocs.layout.pages import GlyphRun
from govdocs.layout.paragraph.breaks import LineSpan
from govdocs.layout.paragraph.prepare import Prepared, Segment
from govdocs.standards.profile import Spacing
from govdocs.typography.charclass import CLOSING_MARKS


class Placement(NamedTuple):
    """Where a line goes: its left edge, its room (both EMU), and how it is aligned."""

    left: int
    room: int
    align: Align


class _Joints(NamedTuple):
    """The joints of a line: a joint is the offset of the character behind it.

    Attributes:
        pairs: joints between two marks.
        singles: joints on the blank side of a single mark.
        rigid: joints that are never spread.
        elastic: how many joints may be spread.
    """

    pairs: Sequence[int]
    singles: Sequence[int]
    rigid: Sequence[int]
    elastic: int


def place_line(
    par: Prepared, span: LineSpan, placement: Placement, spacing: Spacing
) -> tuple[GlyphRun, ...]:
    """The glyph runs of one line.

    A justified line that is not the paragraph's last fills its room exactly; any line that is
    too long for its room is squeezed into it.
    """
    joints = _joints(par, span.start, span.visible_end)
    slack = placement.room - _drawn_width(par, span.start, span.visible_end)
    if slack < 0 or (placement.align is Align.JUSTIFY and not span.is_last):
        return _filled(par, span, placement.left, slack, joints, spacing)
    line = _natural(par, span, joints, spacing)
    free = placement.room - line.width
    shift = {Align.CENTER: free // 2, Align.RIGHT: free}.get(placement.align, 0)
    return shifted(line.runs, placement.left + shift)


class NaturalLine(NamedTuple):
    """A line at its natural width (EMU), its left edge at 0."""

    runs: tuple[GlyphRun, ...]
    width: int


def natural_line(par: Prepared, spacing: Spacing) -> NaturalLine:
    """A whole paragraph as one line of natural width."""
    end = len(par.text)
    return _natural(par, LineSpan(0, end, end, True), _joints(par, 0, end), spacing)


def shifted(runs: tuple[GlyphRun, ...], x: int) -> tuple[GlyphRun, ...]:
    """Runs moved to the right by x EMU."""
    if not x:
        return runs
    if len(runs) == 1:  # nearly every cell of a table
        ((text, face, size, left, tracking, role),) = runs
        return (GlyphRun(text, face, size, left + x, tracking, role),)
    return tuple(
        [GlyphRun(run.text, run.face, run.size, run.x + x, run.tracking, run.role) for run in runs]
    )


def _natural(par: Prepared, span: LineSpan, joints: _Joints, spacing: Spacing) -> NaturalLine:
    start, end = span.start, span.visible_end
    extra = [0] * (end - start)
    squeeze = round(spacing.pair_squeeze_em * par.size)
    for joint in joints.pairs:
        extra[joint - start] = -squeeze
    width = _drawn_width(par, start, end) - squeeze * len(joints.pairs)
    return NaturalLine(tuple(_runs(par, span, 0, extra)), width)


def _filled(
    par: Prepared, span: LineSpan, left: int, slack: int, joints: _Joints, spacing: Spacing
) -> tuple[GlyphRun, ...]:
    """A line whose slack (EMU; negative if it is too long) is used up."""
    start, end = span.start, span.visible_end
    changes, spread = _fitted(slack, joints, par.size, spacing)
    rigid = joints.rigid
    if slack < 0 and not joints.elastic:
        # Nothing but one western word that is too long: its letters move together.
        spread, rigid = slack // max(1, end - start - 1), []
    extra = [spread] * (end - start)
    for joint in rigid:
        extra[joint - start] = 0
    for joint, change in changes.items():
        extra[joint - start] += change
    return tuple(_runs(par, span, left, extra))


def _drawn_width(par: Prepared, start: int, end: int) -> int:
    """Width of a line as drawn: the last character keeps its whole cell, a mark half of it."""
    width = par.width(start, end) - par.tracking
    if end > start and par.text[end - 1] in CLOSING_MARKS:
        width -= par.size // 2
    return width


def _joints(par: Prepared, start: int, end: int) -> _Joints:
    rigid = _between(par.rigid, start, end)
    return _Joints(
        _between(par.pairs, start, end),
        _between(par.singles, start, end),
        rigid,
        end - start - 1 - len(rigid),
    )


def _between(joints: Sequence[int], start: int, end: int) -> Sequence[int]:
    """The joints inside a line: after its first character, before its last."""
    return joints[bisect_right(joints, start) : bisect_left(joints, end)] if joints else joints


def _fitted(slack: int, joints: _Joints, size: int, spacing: Spacing) -> tuple[dict[int, int], int]:
    """(joint -> EMU to add there, EMU to add at every elastic joint) that use up the slack."""
    changes: dict[int, int] = {}
    joint_count = joints.elastic
    loosest = round(spacing.pair_loosening_em * size) * joint_count
    left = slack
    if joints.pairs and left < loosest:
        most = round(spacing.pair_squeeze_em * size)
        taken = min(most, (loosest - left) // len(joints.pairs))
        changes = dict.fromkeys(joints.pairs, -taken)
        left += taken * len(joints.pairs)
    if left < 0 and joints.singles:
        most = round(spacing.mark_squeeze_em * size)
        taken = min(most, -(left // len(joints.singles)))
        changes |= dict.fromkeys(joints.singles, -taken)
        left += taken * len(joints.singles)
    if left < -spacing.tracking_squeeze * joint_count and joints.singles:
        # More than tracking should take: marks give up their whole blank half before it does.
        need = -left - spacing.tracking_squeeze * joint_count
        taken = min(round(spacing.mark_squeeze_em * size), -(-need // len(joints.singles)))
        for joint in joints.singles:
            changes[joint] -= taken
        left += taken * len(joints.singles)
    return changes, (left // joint_count if joint_count else 0)


def _runs(par: Prepared, span: LineSpan, left: int, extra: list[int]) -> list[GlyphRun]:
    """Cut the line where face or spacing changes, and give each run its place.

    ``extra`` is what is added before each character of the line; that of the first is not used.
    """
    start, tracking = span.start, par.tracking
    runs: list[GlyphRun] = []
    shift = left - par.ends[start] - par.gaps.get(start, 0)
    first = bisect_right(par.segments, start, key=attrgetter("start")) - 1
    for index in range(max(0, first), len(par.segments)):
        segment = par.segments[index]
        cut, stop = max(segment.start, start), min(segment.end, span.visible_end)
        if cut >= stop:
            break
        if cut > start:
            shift += extra[cut - start]
        uniform = 0  # what is added before each character of the run but its first
        at = cut + 1
        for amount, joints in groupby(extra[at - start : stop - start]):
            count = len(list(joints))
            if at == cut + 1:
                uniform = amount
            elif amount != uniform:
                runs.append(_run(par, segment, cut, at, shift, tracking + uniform))
                shift += uniform * (at - cut - 1) + amount
                cut, uniform = at, amount
            at += count
        runs.append(_run(par, segment, cut, stop, shift, tracking + uniform))
        shift += uniform * (stop - cut - 1)
    return runs


def _run(
    par: Prepared, segment: Segment, start: int, end: int, shift: int, tracking: int
) -> GlyphRun:
    x = shift + par.ends[start] + par.gaps.get(start, 0)
    return GlyphRun(par.text[start:end], segment.face, par.size, x, tracking, segment.role)
