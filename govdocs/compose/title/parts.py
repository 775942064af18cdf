"""What of a title is never torn: names of organs, places and laws, what marks enclose, numbers.

Source:
    GB/T 9704-2012 7.3.1 (词意完整); our reading: no line ends inside a name, a 书名号 or a number
"""

from __future__ import annotations

import enum
import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from govdocs.compose.title.tokens import Token
from govdocs.compose.title.words import GROUP_ENDINGS, WordClass


class PartKind(enum.Enum):
    """What a part of a title is, and so why it should stay on one line."""

    NAME = "name"  # given by the caller
    ORGAN = "organ"
    PLACE = "place"
    LAW = "law"  # 中华人民共和国…法, without 书名号
    ENCLOSED = "enclosed"  # with its 《》, “” or （）
    NUMBER = "number"
    WORD = "word"  # of the dictionary; whole if it can be, after all others


class Part(NamedTuple):
    """A stretch of a title, by offsets, and what it is."""

    start: int
    end: int
    kind: PartKind


_CLOSES = {"》": "《", "”": "“", "）": "（", "〉": "〈", "’": "‘", "】": "【", "〕": "〔"}
_LAW = "中华人民共和国[^，、《》“”（） ]{1,20}?(?:实施条例|条例|法)(?!院|制|治|规)"

_LONGEST_NAME = 30  # characters; what is longer has been misread
_LONGEST_SIGN = 6  # of a document number
_LONGEST_BARE = 14  # without a place before it
# What an organ's name does not hold.
_ENDS_NAMES = frozenset(
    {
        WordClass.ABOUT,
        WordClass.FRAME,
        WordClass.KIND,
        WordClass.PARTICLE,
        WordClass.PREPOSITION,
        WordClass.MARK,
    }
)
_VERBS = frozenset({WordClass.VERB, WordClass.ADVERB})
# After these an organ's name may begin without a place: 关于转发|教育局.
_BEFORE_BARE = frozenset({WordClass.ABOUT, WordClass.FRAME, WordClass.MARK})


def title_parts(
    title: str, tokens: Sequence[Token], names: Collection[str] = ()
) -> tuple[Part, ...]:
    """Everything in a title that should stay on one line, in order; parts may hold others.

    Args:
        title: the whole title.
        tokens: its words.
        names: names of organs that the caller knows of; empty ones are passed over.
    """
    found = {
        *(Part(*span, PartKind.NAME) for name in names for span in _places(title, name)),
        *_enclosed(title),
        *(Part(*match.span(), PartKind.LAW) for match in re.finditer(_LAW, title)),
        *_numbers(title, tokens),
        *_place_names(tokens),
        *_organs(title, tokens),
        *_words(tokens),
    }
    return tuple(sorted(found, key=lambda part: (part.start, -part.end, part.kind.value)))


def _places(title: str, name: str) -> Iterator[tuple[int, int]]:
    start = title.find(name) if name else -1
    while start >= 0:
        yield start, start + len(name)
        start = title.find(name, start + 1)


def _enclosed(title: str) -> Iterator[Part]:
    """Each pair of marks with what it encloses; a mark without its partner encloses nothing."""
    opened: dict[str, list[int]] = {mark: [] for mark in _CLOSES.values()}
    for at, char in enumerate(title):
        if char in opened:
            opened[char].append(at)
        elif char in _CLOSES and opened[_CLOSES[char]]:
            start = opened[_CLOSES[char]].pop()
            yield Part(start, at + 1, PartKind.ENCLOSED)
            for others in opened.values():  # what opened inside can close no more
                while others and others[-1] > start:
                    others.pop()


def _numbers(title: str, tokens: Sequence[Token]) -> Iterator[Part]:
    for at, token in enumerate(tokens):
        if token.word_class is not WordClass.NUMBER:
            continue
        first = at
        if title[token.start] == "〔":  # the organ's sign belongs to it: 国办发〔2018〕15号
            while (
                first
                and at - first < _LONGEST_SIGN
                and tokens[first - 1].word_class is WordClass.UNKNOWN
            ):
                first -= 1
        yield Part(tokens[first].start, token.end, PartKind.NUMBER)


def _place_names(tokens: Sequence[Token]) -> Iterator[Part]:
    """Places that follow each other are one name: 黑山县励家镇."""
    first = 0
    while first < len(tokens):
        after = first
        while after < len(tokens) and tokens[after].word_class is WordClass.PLACE:
            after += 1
        if after > first:
            yield Part(tokens[first].start, tokens[after - 1].end, PartKind.PLACE)
        first = after + 1


def _words(tokens: Sequence[Token]) -> Iterator[Part]:
    for token in tokens:
        if token.end - token.start > 1 and token.word_class is not WordClass.NUMBER:
            yield Part(token.start, token.end, PartKind.WORD)


def _organs(title: str, tokens: Sequence[Token]) -> Iterator[Part]:
    at = 0
    while at < len(tokens):
        end = _organ_end(title, tokens, at) if _may_begin(tokens, at) else at
        if end > at:
            yield Part(tokens[at].start, tokens[end - 1].end, PartKind.ORGAN)
        at = max(end, at + 1)


def _may_begin(tokens: Sequence[Token], at: int) -> bool:
    """Whether an organ's name may begin with a word."""
    if tokens[at].word_class in (WordClass.PLACE, WordClass.ORGAN):
        return True
    is_plain = tokens[at].word_class in (WordClass.NOUN, WordClass.UNKNOWN)
    return is_plain and (at == 0 or tokens[at - 1].word_class in _BEFORE_BARE)


def _organ_end(title: str, tokens: Sequence[Token], first: int) -> int:
    """The index after an organ's last word; ``first`` if no organ begins there."""
    anchored = tokens[first].word_class in (WordClass.PLACE, WordClass.ORGAN)
    longest = _LONGEST_NAME if anchored else _LONGEST_BARE
    found, verbs = first, False
    for at in range(first, len(tokens)):
        token = tokens[at]
        word = title[token.start : token.end]
        if token.word_class in _ENDS_NAMES or token.end - tokens[first].start > longest:
            break
        if found > first and _begins_another(title, tokens, at):
            break
        verbs = verbs or token.word_class in _VERBS
        is_ending = token.word_class is WordClass.ORGAN and (at > first or len(word) > 2)
        if is_ending and (not verbs or word in GROUP_ENDINGS):
            found = at + 1
    return found


def _begins_another(title: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word after an organ's name begins something else: 局|和, 人民政府|青禾县."""
    token, before = tokens[at], tokens[at - 1]
    if token.word_class in (WordClass.CONJUNCTION, WordClass.VERB, WordClass.ADVERB):
        return True
    # 国家税务总局青禾县税务局 is one organ.
    after_main_office = title[before.start : before.end] == "总局"
    return token.word_class is WordClass.PLACE and not after_main_office
