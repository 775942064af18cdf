"""Nil statements: 未收到申请, 未发生行政复议、行政诉讼, 无上年结转."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.kinds.annual_report.prose.subject import Topic, chosen, left_over
from govdocs.kinds.annual_report.prose.vocabulary import Figure, Kind, Word

_ALSO_NOT = re.compile(r"[、和及或也]未(?=办理|受理|答复|处理|办结|接到)")
_RECEIVING = "收接受"
_MOST_LEFT_OVER = 8
_COURTS = ("reviews", "suits", "direct_suits", "later_suits")
_TOTALS = frozenset({"复议", "诉讼", "直接起诉", "复议后起诉"})
_NEGATIONS = ("未", "不", "超期", "逾期")


def nil_figures(
    text: str,
    words: Sequence[Word],
    topic: Topic,
    spoken: Sequence[Figure],
    received: Figure,
) -> tuple[Figure, ...]:
    """The figures that a clause says are nil; none where it says something else.

    Args:
        text: the clause.
        words: its known words, one of them a negation.
        topic: what is being spoken of.
        spoken: figures that a bare 未发生 is about: of the clause before, or of the heading.
        received: the figure of 未收到申请.
    """
    negation = _negation(words)
    after = [word for word in words if word.start >= negation.end]
    if _says_more(text, negation, after):
        return ()
    figures = _named(words, negation, topic)
    if figures:
        return figures
    if any(word.has(Kind.FOREIGN) for word in words):
        return ()
    kinds = (Kind.FILLER, Kind.TOPIC, Kind.VERB, Kind.WHOLE)
    rest = left_over(text, words, negation.end, len(text), *kinds)
    if any(word.has(Kind.TOPIC) and word.meanings[0].family == "applications" for word in after):
        return (received,) if rest <= _MOST_LEFT_OVER else ()
    return _bare(negation, topic, spoken, received) if rest <= 0 else ()


def nil_word(words: Sequence[Word]) -> str:
    """The words of a clause that deny: 未收到, 无."""
    return _negation(words).text


def _negation(words: Sequence[Word]) -> Word:
    return next(word for word in words if word.has(Kind.NIL))


def _says_more(text: str, negation: Word, after: Sequence[Word]) -> bool:
    """Whether it denies a kind of case only, or denies twice."""
    tail = _ALSO_NOT.sub("", text[negation.end :])
    for word in after:
        if word.has(Kind.FIGURE):
            tail = tail.replace(word.text, "")
    return any(word in tail for word in _NEGATIONS) or any(
        word.has(Kind.NARROW, Kind.APART, Kind.UNREAL) and not word.has(Kind.FIGURE)
        for word in after
    )


def _named(words: Sequence[Word], negation: Word, topic: Topic) -> tuple[Figure, ...]:
    figures: list[Figure] = []
    family = topic.family
    for word in words:
        found = word.figures()
        if not found:
            continue
        figure = chosen(found, family)
        if figure is None:
            return ()  # 被纠正, of what is open: not the total
        if figure.family in _COURTS:
            family = figure.family
            if figure.key not in _TOTALS:
                return (figure,) if word.start >= negation.end else ()
        if figure.family in _COURTS or word.start >= negation.end:
            figures.append(figure)
    courts = [figure for figure in figures if figure.family in _COURTS]
    return tuple(dict.fromkeys(courts or figures[:1]))


def _bare(
    negation: Word, topic: Topic, spoken: Sequence[Figure], received: Figure
) -> tuple[Figure, ...]:
    if any(char in negation.text for char in _RECEIVING):
        return (received,) if topic.family == "applications" and not topic.is_foreign else ()
    return tuple(spoken)
