"""The division of a title into lines: the best by sense, shape and evenness together.

What may be torn is decided before anything is weighed: first no part and no word, then no part,
then whatever must be. Among the divisions left, the fewest lines, or one more where these would
make no trapezoid or lozenge.

Source:
    GB/T 9704-2012 7.3.1. The weights are our judgement.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import inf
from typing import NamedTuple

from govdocs.compose.nominal import char_width
from govdocs.compose.title.joints import Joint, Tear
from govdocs.compose.title.shape import Run, run_on
from govdocs.typography.charclass import classes
from govdocs.typography.spacing import meeting_points

MOST_LINES = 12  # what needs more is no title

_UNEVEN_PAIR, _UNEVEN = 40.0, 14.0  # by the squared deviation from the mean, in two lines; in more
_SHORT, _SHORT_COST = 0.6, 6.0  # a line shorter than this share of the mean
_ONE_MORE_LINE = 8.0
# By Run. In two lines the longer one rather above; more make a trapezoid or a lozenge.
_RUN_COST_PAIR = (0.1, 0.3, 0.0, inf, inf)
_RUN_COST = (10.0, 0.0, 0.2, 0.0, 24.0)
_PAIR = 2
_SLACK = 1e-9


class Ruler:
    """Widths of stretches of a title, in 字, as in ``nominal_width``; ``gap`` is the gap's."""

    def __init__(self, title: str, gap_em: float) -> None:
        self._gaps = frozenset(meeting_points(classes(title)))
        self.gap = gap_em
        self._ends = tuple(
            accumulate(
                (char_width(c) + gap_em * (i in self._gaps) for i, c in enumerate(title)),
                initial=0.0,
            )
        )
        # Where the ink before an offset ends, spaces left out.
        inked = (at if char != " " else 0 for at, char in enumerate(title, start=1))
        self._inked = tuple(accumulate(inked, max, initial=0))

    def width(self, start: int, end: int) -> float:
        """From one offset to another; a gap at its beginning or spaces at its end take no room."""
        gap = self.gap if start in self._gaps else 0.0
        return self._ends[max(start, self._inked[end])] - self._ends[start] - gap


class _Way(NamedTuple):
    """A division as far as some line's end."""

    cost: float
    breaks: tuple[int, ...]


class _State(NamedTuple):
    """What matters of a division for the lines after it."""

    at: int  # index of the stop where the last line ends
    width: float  # of the last line
    run: Run


def best_division(
    joints: Sequence[Joint], length: int, ruler: Ruler, room: float
) -> tuple[int, ...] | None:
    """Offsets where the lines of a title end; None if no line can hold some stretch of it.

    Args:
        joints: where lines may end.
        length: of the title, in characters.
        ruler: its widths.
        room: what a line holds, in 字.
    """
    for worst in Tear:
        stops = [
            (0, 0.0),
            *((joint.offset, joint.cost) for joint in joints if joint.tear <= worst),
            (length, 0.0),
        ]
        fewest = _fewest_lines(stops, ruler, room)
        if fewest is not None and fewest <= MOST_LINES:
            return _cheapest(stops, ruler, room, fewest)
    return None


def _fewest_lines(stops: Sequence[tuple[int, float]], ruler: Ruler, room: float) -> int | None:
    """Filling each line as far as it goes takes the fewest."""
    lines, at = 0, 0
    while at < len(stops) - 1:
        to = at
        while to + 1 < len(stops) and ruler.width(stops[at][0], stops[to + 1][0]) <= room + _SLACK:
            to += 1
        if to == at:
            return None
        lines, at = lines + 1, to
    return lines


def _cheapest(
    stops: Sequence[tuple[int, float]], ruler: Ruler, room: float, fewest: int
) -> tuple[int, ...]:
    if fewest <= 1:
        return ()
    ways = [_divide(stops, ruler, room, fewest)]
    if fewest < MOST_LINES and (ways[0] is None or ways[0].cost > _ONE_MORE_LINE):
        more = _divide(stops, ruler, room, fewest + 1)
        if more is not None:
            ways.append(more._replace(cost=more.cost + _ONE_MORE_LINE))
    return min((way for way in ways if way is not None), key=lambda way: way.cost).breaks


def _divide(
    stops: Sequence[tuple[int, float]], ruler: Ruler, room: float, lines: int
) -> _Way | None:
    """The cheapest division into a number of lines, or None."""
    last = len(stops) - 1
    mean = ruler.width(0, stops[-1][0]) / lines
    rest = [ruler.width(offset, stops[-1][0]) for offset, _ in stops]
    ways: dict[_State, _Way] = {_State(0, 0.0, Run.EVEN): _Way(0.0, ())}
    for line in range(1, lines + 1):
        reached: dict[_State, _Way] = {}
        # The gaps that fall away where these lines begin are still in ``rest``.
        room_below = (lines - line) * (room + ruler.gap) + _SLACK
        for state, way in ways.items():
            start = stops[state.at][0]
            for to in range(state.at + 1, last + 1):
                offset, cost = stops[to]
                width = ruler.width(start, offset)
                if width > room + _SLACK:
                    break
                if rest[to] > room_below or (to == last) != (line == lines):
                    continue
                run = run_on(state.run, state.width, width) if line > 1 else Run.EVEN
                total = way.cost + cost + _unevenness(width, mean, lines)
                following = _State(to, round(width, 1), run)
                if following not in reached or total < reached[following].cost:
                    breaks = way.breaks if to == last else (*way.breaks, offset)
                    reached[following] = _Way(total, breaks)
        ways = reached
    run_costs = _RUN_COST_PAIR if lines == _PAIR else _RUN_COST
    finished = (way._replace(cost=way.cost + run_costs[state.run]) for state, way in ways.items())
    return min(finished, key=lambda way: way.cost, default=None)


def _unevenness(width: float, mean: float, lines: int) -> float:
    share = width / mean
    weight = _UNEVEN_PAIR if lines == _PAIR else _UNEVEN
    return weight * (share - 1) ** 2 + _SHORT_COST * (share < _SHORT)
