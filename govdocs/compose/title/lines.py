"""标题: break a title by sense into lines that make a trapezoid or a lozenge.

Source:
    GB/T 9704-2012 7.3.1: centred, one or more lines, whole words, 梯形 or 菱形
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from govdocs.compose.composition import Profile, Role
from govdocs.compose.nominal import nominal_width
from govdocs.compose.title.division import MOST_LINES, Ruler, best_division
from govdocs.compose.title.joints import title_joints
from govdocs.compose.title.parts import Part, PartKind, title_parts
from govdocs.compose.title.shape import TitleShape, shape_of
from govdocs.compose.title.tokens import tokens
from govdocs.errors import UsageError

_ROUNDING = 1e-9


class Torn(NamedTuple):
    """Something that a line of a title ends inside.

    Attributes:
        text: all of it.
        kind: what it is, and so why it should be whole.
        too_long: no line can hold it.
    """

    text: str
    kind: PartKind
    too_long: bool


class TitleLines(NamedTuple):
    """How a title is divided.

    Attributes:
        lines: from the top; together they are the title.
        shape: what their widths make.
        torn: what had to be torn; empty if the title was divided by sense.
        too_wide: lines that the type area cannot hold; the layout ends these where they are full.
    """

    lines: tuple[str, ...]
    shape: TitleShape
    torn: tuple[Torn, ...]
    too_wide: tuple[str, ...]

    @property
    def breaks(self) -> tuple[int, ...]:
        """Offsets in the title where a line ends and another follows."""
        return tuple(accumulate(map(len, self.lines)))[:-1]


def title_breaks(title: str, profile: Profile, names: Collection[str] = ()) -> tuple[int, ...]:
    """Offsets where the lines of a title end; empty if it fits on one line.

    No line ends inside a name, a 书名号 or a number where another division is possible. Where
    none is possible at all the layout ends the lines where they are full.

    Args:
        title: the whole title, on one line.
        profile: gives the type size and the width of the type area.
        names: names of organs in it that must stay whole, beside those that are recognised.
    """
    return title_lines(title, profile, names).breaks


def title_lines(title: str, profile: Profile, names: Collection[str] = ()) -> TitleLines:
    """Divide a title, and say what came of it; arguments as in :func:`title_breaks`."""
    whole_names = tuple(sorted(name for name in set(names) if name in title))
    room, gap = _room(profile), profile.spacing.han_latin_gap_em
    return _divided(title, room, gap, whole_names)


def title_lines_as_given(
    lines: Sequence[str], profile: Profile, names: Collection[str] = ()
) -> TitleLines:
    """What is to be said of a caller's own lines; nothing is refused.

    Args:
        lines: the lines of a title, from the top.
        profile, names: as in :func:`title_breaks`.
    """
    title = "".join(lines)
    room, gap = _room(profile), profile.spacing.han_latin_gap_em
    return _described(title, tuple(lines), room, gap, tuple(names))


def own_breaks(title: str, lines: Sequence[str], profile: Profile) -> tuple[int, ...]:
    """Offsets where the caller's own lines end.

    Raises:
        UsageError: the lines are not the title, one is empty, or the type area does not hold one.
    """
    if "".join(lines) != title or not all(lines):
        found = "／".join(lines)
        raise UsageError(
            f"标题各行“{found}”合起来不是标题“{title}”，或有空行（GB/T 9704—2012 7.3.1）；"
            "请使各行依次相连就是标题",
            f"the title's lines “{found}” do not make the title “{title}”, or one is empty"
            " (GB/T 9704-2012 7.3.1); make them the title when joined in order",
            at="main_part.title_lines",
        )
    room, gap = _room(profile), profile.spacing.han_latin_gap_em
    for number, line in enumerate(lines, start=1):
        if (width := _width(line, gap)) > room + _ROUNDING:
            raise UsageError(
                f"标题第{number}行“{line}”宽约{width:.1f}字，版心每行只容{int(room)}字"
                "（GB/T 9704—2012 7.3.1）；请把这一行分短",
                f"line {number} of the title, “{line}”, is about {width:.1f} characters wide;"
                f" the type area holds {int(room)} (GB/T 9704-2012 7.3.1); make it shorter",
                at="main_part.title_lines",
            )
    return tuple(accumulate(map(len, lines)))[:-1]


def _room(profile: Profile) -> float:
    """What a line of the title holds, in 字."""
    return profile.page.type_area_width / profile.styles[Role.TITLE].size


def _width(line: str, gap: float) -> float:
    """The width of a line, in 字; a space between two organs takes no room at its end."""
    return nominal_width(line.rstrip(" "), gap)


@lru_cache(maxsize=256)
def _divided(title: str, room: float, gap: float, names: tuple[str, ...]) -> TitleLines:
    ruler = Ruler(title, gap)
    length = len(title)
    if ruler.width(0, length) > room * MOST_LINES:
        return TitleLines((title,), TitleShape.SINGLE, (), (title,))
    if ruler.width(0, length) <= room + _ROUNDING:
        return TitleLines((title,), TitleShape.SINGLE, (), ())
    words = tokens(title)
    parts = title_parts(title, words, names)
    whole = [part for part in parts if _fits(part, ruler, room)]
    too_long = [part for part in parts if not _fits(part, ruler, room)]
    joints = title_joints(title, words, whole, too_long)
    breaks = best_division(joints, length, ruler, room) or ()
    lines = tuple(title[start:end] for start, end in pairwise((0, *breaks, length)))
    return _described(title, lines, room, gap, names)


def _fits(part: Part, ruler: Ruler, room: float) -> bool:
    return ruler.width(part.start, part.end) <= room + _ROUNDING


def _described(
    title: str, lines: tuple[str, ...], room: float, gap: float, names: tuple[str, ...]
) -> TitleLines:
    widths = [_width(line, gap) for line in lines]
    breaks = tuple(accumulate(map(len, lines)))[:-1]
    ruler = Ruler(title, gap)
    torn = [
        Torn(title[part.start : part.end], part.kind, not _fits(part, ruler, room))
        for part in title_parts(title, tokens(title), names)
        if (after := bisect_right(breaks, part.start)) < len(breaks) and breaks[after] < part.end
    ]
    too_wide = tuple(
        line for line, width in zip(lines, widths, strict=True) if width > room + _ROUNDING
    )
    return TitleLines(lines, shape_of(widths), tuple(dict.fromkeys(torn)), too_wide)
