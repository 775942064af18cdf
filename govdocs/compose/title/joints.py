"""Where a title may break, and how well a line ends there, by sense.

The figures are our judgement: what the standard says is 词意完整. A break that costs 1 is as good
as one that makes lines a little uneven; see ``division``.

Source:
    GB/T 9704-2012 7.3.1
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from govdocs.compose.title.parts import Part, PartKind
from govdocs.compose.title.tokens import Token
from govdocs.compose.title.words import WordClass
from govdocs.typography.kinsoku import break_rule


class Tear(enum.IntEnum):
    """What a break breaks, from nothing to what is never torn unless there is no other way."""

    NOTHING = 0
    WORD = 1  # a word of the dictionary, or a line would begin with 的 or 和
    PART = 2  # a name, a number, what marks enclose


class Joint(NamedTuple):
    """A place where kinsoku lets a line end: its offset, what it tears, its cost."""

    offset: int
    tear: Tear
    cost: float


_TORN_PART, _TORN_WORD, _BAD_BEGINNING = 1000.0, 15.0, 30.0
_INSIDE_TOO_LONG = 4.0  # in a part that is longer than a line
_USUAL = 2.5
_ANY = None

_C = WordClass
# (class before, class after) -> cost; None stands for any. The first that fits is taken.
_COSTS: tuple[tuple[WordClass | None, WordClass | None, float], ...] = (
    (_C.ABOUT, _C.FRAME, 5.0),  # 关于印发
    (_C.ABOUT, _ANY, 1.2),
    (_ANY, _C.ABOUT, 0.0),
    (_C.PARTICLE, _C.KIND, 4.0),  # 的通知
    (_C.PARTICLE, _ANY, 0.8),
    (_C.ADVERB, _ANY, 5.0),
    (_C.PREPOSITION, _ANY, 5.0),
    (_C.DETERMINER, _ANY, 4.5),
    (_C.CONJUNCTION, _ANY, 3.5),
    (_C.FRAME, _ANY, 0.6),
    (_ANY, _C.ADVERB, 0.8),
    (_ANY, _C.PREPOSITION, 1.0),
    (_C.NUMBER, _C.KIND, 4.0),
    (_C.NUMBER, _C.VERB, 1.0),
    (_C.NUMBER, _ANY, 3.5),
    (_ANY, _C.NUMBER, 1.0),
    (_C.PLACE, _ANY, 1.8),
    (_ANY, _C.PLACE, 1.2),
    (_C.ORGAN, _ANY, 1.0),
    (_C.VERB, _ANY, 2.8),
    (_ANY, _C.KIND, 4.0),
    (_ANY, _C.VERB, 1.2),
    (_ANY, _C.FRAME, 1.5),
    (_C.KIND, _ANY, 1.5),
    (_ANY, _C.DETERMINER, 1.5),
    (_C.UNKNOWN, _C.UNKNOWN, 6.0),
    (_C.UNKNOWN, _ANY, 3.2),
    (_ANY, _C.UNKNOWN, 3.0),
)
# A mark before or after, by its character; these go before the classes.
_AFTER_MARK = MappingProxyType(
    {" ": 0.0, "、": 1.2, "，": 0.5, "》": 3.0, "”": 3.5, "）": 1.5, "：": 0.5}
)
_BEFORE_MARK = MappingProxyType({"《": 1.0, "“": 1.2, "（": 3.0})
_ENDS_TIMES, _AFTER_TIME = frozenset("年度日"), 1.5  # 2017年度|政府信息公开, but 第三次会议
_LONG_KIND, _LONG_KIND_COST = 4, 2.8  # 实施方案 may stand apart from what it is of, 方案 may not
_NEVER_FIRST = frozenset({WordClass.PARTICLE, WordClass.CONJUNCTION})
# An unknown stretch of these lengths is likely words of two characters.
_PAIRED_STRETCHES = frozenset({4, 6, 8})
_BETWEEN_PAIRS = 4.5


def title_joints(
    title: str, tokens: Sequence[Token], whole: Sequence[Part], too_long: Sequence[Part]
) -> tuple[Joint, ...]:
    """Every place where a line of a title may end, in order.

    Args:
        title: the whole title.
        tokens: its words.
        whole: parts that a line can hold.
        too_long: parts that no line can hold; they are broken by sense inside.
    """
    may_break = break_rule(title)
    torn_parts = _inner(part for part in whole if part.kind is not PartKind.WORD)
    torn_words = _inner(part for part in whole if part.kind is PartKind.WORD)
    loose = _inner(part for part in too_long if part.kind is not PartKind.WORD)
    pairs = {left.end: (left, right) for left, right in pairwise(tokens)}
    organ_edges = {part.end for part in whole if part.kind in (PartKind.ORGAN, PartKind.NAME)}
    stretches = _pair_joints(tokens)
    found = []
    for offset in range(1, len(title)):
        if not may_break(offset):
            continue
        pair = pairs.get(offset)
        starts_badly = pair is not None and pair[1].word_class in _NEVER_FIRST
        tear = Tear.WORD if offset in torn_words or starts_badly else Tear.NOTHING
        cost = _TORN_WORD * (offset in torn_words) + _BAD_BEGINNING * starts_badly
        if pair is not None:
            cost += _BETWEEN_PAIRS if offset in stretches else _sense(title, pair, organ_edges)
        if offset in torn_parts:
            tear, cost = Tear.PART, cost + _TORN_PART
        found.append(Joint(offset, tear, cost + _INSIDE_TOO_LONG * (offset in loose)))
    return tuple(found)


def _inner(parts: Iterable[Part]) -> frozenset[int]:
    """The offsets strictly inside parts."""
    return frozenset(at for part in parts for at in range(part.start + 1, part.end))


def _sense(title: str, pair: tuple[Token, Token], organ_edges: set[int]) -> float:
    """How badly a line ends between two words, from 0."""
    left, right = pair
    before, after = title[left.end - 1], title[right.start]
    if right.word_class is WordClass.ABOUT:
        return 0.0
    if left.word_class is WordClass.MARK and before in _AFTER_MARK:
        return _AFTER_MARK[before]
    if after in _BEFORE_MARK:
        return _BEFORE_MARK[after]
    is_long_kind = right.word_class is WordClass.KIND and right.end - right.start >= _LONG_KIND
    if is_long_kind and left.word_class is WordClass.NOUN:
        return _LONG_KIND_COST
    if left.word_class is WordClass.NUMBER and before in _ENDS_TIMES:
        return _AFTER_TIME
    left_class = WordClass.ORGAN if left.end in organ_edges else left.word_class
    return next(
        (
            cost
            for first, second, cost in _COSTS
            if first in (None, left_class) and second in (None, right.word_class)
        ),
        _USUAL,
    )


def _pair_joints(tokens: Sequence[Token]) -> frozenset[int]:
    """Offsets between the pairs of short stretches of unknown characters."""
    found: set[int] = set()
    first = 0
    while first < len(tokens):
        after = first
        while after < len(tokens) and tokens[after].word_class is WordClass.UNKNOWN:
            after += 1
        if after - first in _PAIRED_STRETCHES:
            found.update(tokens[at].start for at in range(first + 2, after, 2))
        first = after + 1
    return frozenset(found)
