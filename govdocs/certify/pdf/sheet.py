"""What a sheet of a finished PDF shows: glyphs in lines, rules, pictures.

Lengths are millimetres, x from the left edge and y from the upper edge of the sheet standing
upright; a sheet shown across is turned so that what was its head lies along the left edge
(GB/T 9704-2012 clause 8). Sizes of type are points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from govdocs.certify.colours import Rgb
from govdocs.certify.result import Box

MM_PER_PT = 25.4 / 72
ASCENT_EM = 0.88
"""Where the em box of a Chinese glyph ends over its baseline."""
DESCENT_EM = 0.12
HEAD_LEFT = 90
"""The turn of glyphs whose head is at the sheet's left edge."""
_PIECE_GAP_EM = 1.5
_SAME_BASELINE_MM = 0.9


class Glyph(NamedTuple):
    """One drawn character.

    Attributes:
        text: the character.
        left, right: of its advance box, in the direction of reading.
        baseline: of its foot; of a turned glyph all three as its reader sees them who turns the
            sheet, from any origin.
        font: the face's name, without a subset's prefix.
        size: in points.
        ink: what is drawn.
        rgb: its colour; None where it is no plain colour.
        turn: degrees counter-clockwise: 0 upright, 90 head to the left.
    """

    text: str
    left: float
    right: float
    baseline: float
    font: str
    size: float
    ink: Box
    rgb: Rgb | None
    turn: int


class Stroke(NamedTuple):
    """A straight rule, level or upright; its box has the thickness."""

    box: Box
    thickness: float
    rgb: Rgb | None
    is_level: bool

    @property
    def y(self) -> float:
        """The middle of a level rule."""
        return (self.box.top + self.box.bottom) / 2

    @property
    def x(self) -> float:
        """The middle of an upright rule."""
        return (self.box.left + self.box.right) / 2

    @property
    def length(self) -> float:
        """From end to end."""
        box = self.box
        return box.right - box.left if self.is_level else box.bottom - box.top


class Area(NamedTuple):
    """A filled shape that is no rule."""

    box: Box
    rgb: Rgb


class Line:
    """Upright glyphs on one baseline, left to right, without spaces; at least one."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self.glyphs = tuple(glyphs)

    def __repr__(self) -> str:
        return f"Line({self.text!r}, {self.left:.1f}, {self.baseline:.1f})"

    @cached_property
    def text(self) -> str:
        """The characters."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Left edge of the first glyph."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Right edge of the last glyph."""
        return self.glyphs[-1].right

    @property
    def middle(self) -> float:
        """Half way between both edges."""
        return (self.left + self.right) / 2

    @cached_property
    def baseline(self) -> float:
        """The glyphs' foot."""
        return median(glyph.baseline for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """The commonest size, points."""
        return Counter(round(glyph.size, 2) for glyph in self.glyphs).most_common(1)[0][0]

    @property
    def em(self) -> float:
        """The commonest size in millimetres."""
        return self.size * MM_PER_PT

    @property
    def em_top(self) -> float:
        """Upper edge of the em box."""
        return self.baseline - ASCENT_EM * self.em

    @property
    def em_bottom(self) -> float:
        """Lower edge of the em box."""
        return self.baseline + DESCENT_EM * self.em

    @cached_property
    def ink(self) -> Box:
        """What is drawn."""
        return joined(glyph.ink for glyph in self.glyphs)

    @cached_property
    def pieces(self) -> tuple[Line, ...]:
        """The parts between wide gaps."""
        cuts = [0]
        for at, (one, other) in enumerate(pairwise(self.glyphs), 1):
            if other.left - one.right > _PIECE_GAP_EM * max(one.size, other.size) * MM_PER_PT:
                cuts.append(at)
        cuts.append(len(self.glyphs))
        return tuple(Line(self.glyphs[a:b]) for a, b in pairwise(cuts))

    def part(self, start: int, end: int | None = None) -> Line | None:
        """The glyphs between two offsets in the text; None if there is none."""
        at, found = 0, []
        for glyph in self.glyphs:
            if at >= start and (end is None or at < end):
                found.append(glyph)
            at += len(glyph.text)
        return Line(found) if found else None


class Sheet(NamedTuple):
    """One page.

    Attributes:
        number: counted from 1.
        width, height: standing upright.
        is_across: whether it is shown across (landscape).
        lines: of upright glyphs, top to bottom.
        turned: glyphs that do not stand upright.
        strokes, areas, pictures: what else is drawn.
        unreadable: how many glyphs have no character.
    """

    number: int
    width: float
    height: float
    is_across: bool
    lines: tuple[Line, ...]
    turned: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...]
    areas: tuple[Area, ...]
    pictures: tuple[Box, ...]
    unreadable: int

    @property
    def turned_lines(self) -> tuple[Line, ...]:
        """Lines of a table across, its head at the sheet's left; as its reader sees them."""
        return group_lines(glyph for glyph in self.turned if glyph.turn == HEAD_LEFT)

    @property
    def level_strokes(self) -> list[Stroke]:
        """Level rules, top to bottom."""
        return sorted((s for s in self.strokes if s.is_level), key=lambda s: s.y)


def joined(boxes: Iterable[Box]) -> Box:
    """The box around boxes, of which there is at least one."""
    edges = list(zip(*boxes, strict=True))
    return Box(min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))


def group_lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Upright glyphs as lines, top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if rows and glyph.baseline - rows[-1][-1].baseline < _SAME_BASELINE_MM:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return tuple(Line(sorted(row, key=lambda glyph: glyph.left)) for row in rows)
