"""Figures that the words right before a number leave to what was said before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.kinds.annual_report.prose.numbers import Number
from govdocs.kinds.annual_report.prose.subject import (
    Around,
    Subject,
    Topic,
    chosen,
    left_over,
)
from govdocs.kinds.annual_report.prose.vocabulary import Figure, Kind, Sum, Vocabulary, Word

_SUMMING = frozenset({"共", "合计", "共计", "总计", "两项合计", "合计为", "总共"})
_BOTH = (("新收", "上年结转"), ("收到", "上年结转"), ("上年结转", "新收"), ("上年结转", "收到"))
_AMONG = re.compile(r"[中里看内]$|[中里]的?$|方面$")
_REASON = re.compile(r"^(?:[^、]{0,4}[因以]|由于)(?!.*等)")
_LONGEST_REASON = 40


def respective(
    around: Around, counts: Sequence[Number], number: Number, family: str
) -> list[Figure]:
    """予以公开、部分公开分别为7件、1件: a figure for each of the numbers that follow."""
    if "分别" not in around.before:
        return []
    found = [chosen(w.figures(), family) for w in around.words_before if w.figures()]
    figures = [figure for figure in found if figure is not None]
    left = [other for other in counts if other.start >= number.start]
    return figures if len(figures) == len(left) and len(figures) > 1 else []


def both_received(around: Around, counted: Sequence[str], words: Vocabulary) -> Subject | None:
    """新收13件、上年结转2件，共15件."""
    is_sum = around.before in _SUMMING and not around.after.strip()
    return Subject(words.both) if is_sum and tuple(counted[-2:]) in _BOTH else None


def announced(around: Around, figure: Figure | None) -> Subject | None:
    """行政复议方面，共被提起3件: what the clause before names."""
    rest = left_over(
        around.before, around.words_before, 0, len(around.before), Kind.FILLER, Kind.VERB
    )
    return Subject((figure,)) if figure and rest <= 0 else None


def _rows(words: Sequence[Word], *kinds: Kind) -> list[Figure]:
    """Rows of applications named by words, in order."""
    found = [
        figure
        for word in words
        for kind in kinds
        for figure in word.figures(kind)
        if figure.family == "applications" and figure.sums and not figure.columns
    ]
    return list(dict.fromkeys(found))


def row_beside(around: Around) -> tuple[Sum, ...]:
    """新收申请中自然人52件: the row that stands before a kind of applicant."""
    kinds = [word.start for word in around.words_before if any(f.columns for f in word.figures())]
    if not kinds:
        return ()
    before = [word for word in around.words_before if word.start < kinds[-1]]
    rows = _rows(before, Kind.FIGURE)
    return rows[-1].sums if rows else ()


def row_among(text: str, words: Sequence[Word]) -> tuple[Sum, ...]:
    """新收申请中，自然人52件: the row that a clause without a count says is divided."""
    if _AMONG.search(text) is None:
        return ()
    has_applications = any(
        m.kind is Kind.TOPIC and m.family == "applications" for word in words for m in word.meanings
    )
    rows = _rows(words, Kind.FIGURE, *((Kind.VERB,) if has_applications else ()))
    return rows[0].sums if len(rows) == 1 else ()


def row_of_a_new_sentence(topic: Topic, received: Figure) -> Topic:
    """A kind of applicant is again of those received, or still of the row of before."""
    if not topic.row:
        return topic
    return topic._replace(row=tuple(dict.fromkeys((*received.sums[:1], *topic.row))))


def reason_in(text: str, words: Sequence[Word]) -> Figure | None:
    """因本机关不掌握…，告知无法提供9件: the one result that a clause gives as the reason."""
    if len(text) > _LONGEST_REASON or _REASON.search(text) is None:
        return None
    rows = _rows(words, Kind.FIGURE)
    return rows[0] if len(rows) == 1 else None


def narrowed_by(reason: Figure | None, subject: Subject) -> Subject:
    """The subject; of one that is the whole of a reason given before, the reason."""
    if reason is None or len(subject.figures) != 1 or not subject.figures[0].sums:
        return subject
    whole = set(subject.figures[0].sums[0])
    return Subject((reason,)) if set(reason.sums[0]) < whole else subject
