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

from typing import NamedTuple

from govdocs.compose.composition import Align
from govdocs.layout.pages import GlyphRun
from govdocs.layout.paragraph.breaks import LineSpan
from govdocs.layout.paragraph.prepare import Prepared
from govdocs.standards.profile import Spacing
from govdocs.typography.charclass import CLOSING_MARKS, OPENING_MARKS
from govdocs.typography.kinsoku import WHOLE_PAIRS, is_wide

_MARKS = CLOSING_MARKS | OPENING_MARKS


class Placement(NamedTuple):
    """Where a line goes: its left edge, its room (both EMU), and how it is aligned."""

    left: int
    room: int
    align: Align


class _Joints(NamedTuple):
    """The joints of a line: a joint is the offset of the character behind it.

    Attributes:
        pairs: joints between two marks.
        marks: joints on the blank side of a single mark.
        elastic: joints that may be spread, every one where a Han character or mark stands.
    """

    pairs: list[int]
    marks: list[int]
    elastic: list[int]


def place_line(
    par: Prepared, span: LineSpan, placement: Placement, spacing: Spacing
) -> tuple[GlyphRun, ...]:
    """The glyph runs of one line.

    A justified line that is not the paragraph's last fills its room exactly; any line that is
    too long for its room is squeezed into it.
    """
    start, end = span.start, span.visible_end
    joints = _joints(par.text, start, end)
    natural = _drawn_width(par, start, end)
    slack = placement.room - natural
    fills = placement.align is Align.JUSTIFY and not span.is_last
    if fills or slack < 0:
        changes, spread = _fitted(slack, joints, par.size, spacing)
    else:
        changes = dict.fromkeys(joints.pairs, -round(spacing.pair_squeeze_em * par.size))
        spread = 0
    width = natural + sum(changes.values()) + spread * len(joints.elastic)
    left = placement.left
    if placement.align is Align.CENTER:
        left += max(0, placement.room - width) // 2
    elif placement.align is Align.RIGHT:
        left += max(0, placement.room - width)
    if not joints.elastic and slack < 0:
        # Nothing but one western word that is too long: its letters move together.
        joints = joints._replace(elastic=list(range(start + 1, end)))
        spread = slack // max(1, len(joints.elastic))
    return tuple(_runs(par, span, left, changes, spread, frozenset(joints.elastic)))


def _drawn_width(par: Prepared, start: int, end: int) -> int:
    """Width of a line as drawn: the last character keeps its whole cell, a mark half of it."""
    width = par.width(start, end) - par.tracking
    if end > start and par.text[end - 1] in CLOSING_MARKS:
        width -= par.size // 2
    return width


def _joints(text: str, start: int, end: int) -> _Joints:
    pairs: list[int] = []
    marks: list[int] = []
    elastic: list[int] = []
    before = text[start] if start < end else ""
    before_wide = before != "" and is_wide(before)
    for offset in range(start + 1, end):
        char = text[offset]
        wide = is_wide(char)
        if (wide or before_wide or before == " ") and not (char == before and char in WHOLE_PAIRS):
            elastic.append(offset)
            if char in _MARKS and before in _MARKS:
                pairs.append(offset)
            elif before in CLOSING_MARKS or char in OPENING_MARKS:
                marks.append(offset)
        before, before_wide = char, wide
    return _Joints(pairs, marks, elastic)


def _fitted(
    slack: int, joints: _Joints, size: int, spacing: Spacing
) -> tuple[dict[int, int], int]:
    """(joint -> EMU to add there, EMU to add at every elastic joint) that use up the slack."""
    changes: dict[int, int] = {}
    joint_count = len(joints.elastic)
    loosest = round(spacing.pair_loosening_em * size) * joint_count
    left = slack
    if joints.pairs and left < loosest:
        most = round(spacing.pair_squeeze_em * size)
        taken = min(most, (loosest - left) // len(joints.pairs))
        changes = dict.fromkeys(joints.pairs, -taken)
        left += taken * len(joints.pairs)
    if left < 0 and joints.marks:
        most = round(spacing.mark_squeeze_em * size)
        taken = min(most, -(left // len(joints.marks)))
        changes |= dict.fromkeys(joints.marks, -taken)
        left += taken * len(joints.marks)
    if left < -spacing.tracking_squeeze * joint_count and joints.marks:
        # More than tracking should take: marks give up their whole blank half before it does.
        need = -left - spacing.tracking_squeeze * joint_count
        taken = min(round(spacing.mark_squeeze_em * size), -(-need // len(joints.marks)))
        for joint in joints.marks:
            changes[joint] -= taken
        left += taken * len(joints.marks)
    return changes, (left // joint_count if joint_count else 0)


def _runs(
    par: Prepared,
    span: LineSpan,
    left: int,
    changes: dict[int, int],
    spread: int,
    elastic: frozenset[int],
) -> list[GlyphRun]:
    """Cut the line where face or spacing changes, and give each run its place."""

    def added(joint: int) -> int:
        return changes.get(joint, 0) + (spread if joint in elastic else 0)

    runs: list[GlyphRun] = []
    shift = left - par.ends[span.start] - par.gaps.get(span.start, 0)
    for segment in par.segments:
        cut, stop = max(segment.start, span.start), min(segment.end, span.visible_end)
        if cut >= stop:
            continue
        if cut > span.start:
            shift += added(cut)
        uniform = added(cut + 1)
        for offset in (*range(cut + 1, stop), stop):
            here = added(offset) if offset < stop else 0
            if offset < stop and here == uniform and offset not in par.gaps:
                continue
            runs.append(
                GlyphRun(
                    par.text[cut:offset],
                    segment.face,
                    par.size,
                    shift + par.ends[cut] + par.gaps.get(cut, 0),
                    par.tracking + uniform,
                    segment.role,
                )
            )
            shift += uniform * (offset - cut - 1) + here
            cut, uniform = offset, added(offset + 1)
    return runs
