"""The shape that the lines of a title make: 梯形 and 菱形, and what is neither.

Source:
    GB/T 9704-2012 7.3.1 (排列应当使用梯形或菱形)
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from itertools import pairwise

# Lines that differ by less look equally long: less than the half cell of a digit. In 字.
SAME_WIDTH = 0.3


class TitleShape(enum.Enum):
    """What the widths of a title's lines make, read from the top."""

    SINGLE = "single"
    TRAPEZOID = "trapezoid"  # lines grow: 上短下长
    INVERTED_TRAPEZOID = "inverted trapezoid"  # lines shrink: 上长下短
    LOZENGE = "lozenge"  # the longest is in the middle
    EVEN = "even"  # all equal; for three lines and more a rectangle, which 7.3.1 does not know
    OTHER = "other"  # an hourglass, or up and down


class Run(enum.IntEnum):
    """How the widths have run so far, line by line."""

    EVEN = 0
    GROWING = 1
    SHRINKING = 2
    GROWN_THEN_SHRINKING = 3
    BROKEN = 4


_GROWS = (Run.GROWING, Run.GROWING, Run.BROKEN, Run.BROKEN, Run.BROKEN)
_SHRINKS = (
    Run.SHRINKING,
    Run.GROWN_THEN_SHRINKING,
    Run.SHRINKING,
    Run.GROWN_THEN_SHRINKING,
    Run.BROKEN,
)
_SHAPES = (
    TitleShape.EVEN,
    TitleShape.TRAPEZOID,
    TitleShape.INVERTED_TRAPEZOID,
    TitleShape.LOZENGE,
    TitleShape.OTHER,
)
_RECTANGLE_LINES = 3


def run_on(run: Run, above: float, below: float) -> Run:
    """How the widths run after one more line.

    Args:
        run: how they ran as far as the line above.
        above, below: the widths of the last two lines, in 字.
    """
    if below > above + SAME_WIDTH:
        return _GROWS[run]
    return _SHRINKS[run] if below < above - SAME_WIDTH else run


def shape_of(widths: Sequence[float]) -> TitleShape:
    """The shape of lines of these widths, in 字, from the top."""
    if len(widths) <= 1:
        return TitleShape.SINGLE
    run = Run.EVEN
    for above, below in pairwise(widths):
        run = run_on(run, above, below)
    return _SHAPES[run]


def is_as_wanted(shape: TitleShape, lines: int) -> bool:
    """Whether 7.3.1 allows a shape for a title of so many lines."""
    if shape is TitleShape.EVEN:
        return lines < _RECTANGLE_LINES
    return shape is not TitleShape.OTHER
