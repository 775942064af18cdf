"""Percentages and changes: 占35%, 办结率93.3%, 同比增加3件, 较上年下降5.2%, 与上年持平."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from govdocs.kinds.annual_report.prose.numbers import Number
from govdocs.kinds.annual_report.prose.subject import Around, Topic, left_over, subject_of
from govdocs.kinds.annual_report.prose.vocabulary import Kind, Sum, Vocabulary, Word

_NEAR = (Kind.FILLER,)
_REACHING = "到至"
_ABOUT = ("基本", "大致", "大体", "相对", "总体")


_COMPARED_YEAR = re.compile(
    r"(?P<with>[与比较同和])(?:(?P<year>20\d\d)年度?|(?:上|上一|去)年度?)(?!末|同期)(?P<rest>[^比较]*)$",
    re.ASCII,
)
_CHANGED = re.compile(r"[增减升降]|多|少|提高|上涨|回落|下滑|持平|相当|超|翻|扩大|缩小|变化")
_WITH = frozenset("与同和")
_COMPARING = re.compile(r"相?比|相较|相对|持平|相当|[增减升降多少]")
_NO_YEAR = 0
_LONGEST_COMPARED = 60


class Said(NamedTuple):
    """A figure just spoken of: its readings, and its family."""

    sums: tuple[Sum, ...] = ()
    family: str = ""


class Share(NamedTuple):
    """What a percentage divides by what."""

    parts: tuple[Sum, ...]
    wholes: tuple[Sum, ...]


class Change(NamedTuple):
    """A direction and the readings of what changed."""

    sums: tuple[Sum, ...]
    direction: int


def direction_word(around: Around) -> Word | None:
    """The 增加 or 下降 right before a number."""
    for word in reversed(around.words_before):
        if word.has(Kind.UP, Kind.DOWN):
            gap = left_over(
                around.before, around.words_before, word.end, len(around.before), *_NEAR
            )
            is_level = any(char in around.before[word.end :] for char in _REACHING)
            return word if gap <= 0 and not is_level else None
    return None


def year_compared_with(text: str, number: Number, year: int) -> int | None:
    """The year whose a number is: 57 in 与2024年新收57件相比增加11件, not 11, nor 68 after 相比.

    None for the year reported on, 0 where that is open (2025年和2024年分别收到68件、57件).
    """
    before = text[max(0, number.start - _LONGEST_COMPARED) : number.start]
    match = _COMPARED_YEAR.search(before)
    if match is None or _CHANGED.search(match["rest"]):
        return None
    after = text[number.end : number.end + _LONGEST_COMPARED]
    if match["with"] in _WITH and _COMPARING.search(after) is None:
        return _NO_YEAR
    return int(match["year"]) if match["year"] else year - 1


def change_at(around: Around, word: Word, said: Said, topic: Topic) -> Change:
    """What a change before a number is about: a figure named before it, else the last one."""
    direction = 1 if word.has(Kind.UP) else -1
    return Change(_explicit(around, word, topic) or said.sums, direction)


def level_change(text: str, words: list[Word], said: Said, topic: Topic) -> Change | None:
    """持平: no change; None where it is said of something else, or only nearly."""
    level = next((word for word in words if word.has(Kind.LEVEL)), None)
    if level is None or any(word in text for word in _ABOUT):
        return None
    around = Around(text, "", words, ())
    sums = _explicit(around, level, topic) or said.sums
    return Change(sums, 0) if sums else None


def _explicit(around: Around, end: Word, topic: Topic) -> tuple[Sum, ...]:
    """The figure named in the same part as a change: 新收申请同比增长20%, 同比新收增加3件."""
    ends = [w.start for w in around.words_before if w.has(Kind.COMPARED) and w.start < end.start]
    for start, stop in ((0, min(ends, default=end.start)), (max(ends, default=0), end.start)):
        words = [w for w in around.words_before if start <= w.start and w.end <= stop]
        moved = [w._replace(start=w.start - start, end=w.end - start) for w in words]
        moved = [w for w in moved if not w.has(Kind.COMPARED)]
        part = Around(around.before[start:stop], "", moved, ())
        subject = subject_of(part, topic)
        if subject and subject.figures:
            return subject.sums(topic)
    return ()


def share_at(
    around: Around, number: Number, said: Said, topic: Topic, vocabulary: Vocabulary
) -> Share | None:
    """What a percentage is a share of; None where it is no share of table figures."""
    rate = next((w for w in reversed(around.words_before) if w.has(Kind.RATE)), None)
    if rate is not None:
        meaning = rate.meanings[0].rate
        gap = left_over(around.before, around.words_before, rate.end, len(around.before), *_NEAR)
        named = {m.family for w in around.words_before for m in w.meanings if m.kind is Kind.TOPIC}
        is_spoken_of = topic.family == "applications" and not topic.is_foreign
        if meaning is None or gap > 0 or not (is_spoken_of or "applications" in named):
            return None
        return Share((meaning.part,), (meaning.whole,))
    share = next((w for w in around.words_before if w.has(Kind.SHARE)), None)
    if share is None or names_a_whole(around):
        return None
    parts, family = said.sums, said.family
    words = [w for w in around.words_before if w.end <= share.start]
    subject = subject_of(Around(around.before[: share.start], "", words, ()), topic)
    if subject and subject.figures:
        parts, family = subject.sums(topic), subject.figures[0].family
    elif left_over(around.before, words, 0, share.start, Kind.FILLER) > 0:
        return None
    wholes = (*vocabulary.shares.get(family, ()), *topic.row) if parts else ()
    return Share(parts, wholes) if wholes else None


def names_a_whole(around: Around) -> bool:
    """占行政诉讼案件总数的: perhaps of all cases, not only of those about information."""
    shares = [word.end for word in around.words_before if word.has(Kind.SHARE)]
    courts = (
        f for w in around.words_before if shares and w.start >= shares[0] for f in w.figures()
    )
    return any(figure.family != "applications" for figure in courts)


def agrees(value: Decimal, written: Decimal, places: int) -> bool:
    """Whether a number was written right: exact, rounded or cut off at its decimal places."""
    step = Decimal(1).scaleb(-places)
    cut = (value / step).to_integral_value(rounding="ROUND_DOWN") * step
    rounded = {
        (value / step).to_integral_value(rounding=mode) * step
        for mode in ("ROUND_HALF_UP", "ROUND_HALF_EVEN")
    }
    return written in rounded | {cut}
