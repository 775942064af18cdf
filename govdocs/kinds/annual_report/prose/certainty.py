"""Whether all that stands before a number is understood: one unknown word may narrow it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.kinds.annual_report.prose.numbers import Number
from govdocs.kinds.annual_report.prose.scope import Own
from govdocs.kinds.annual_report.prose.subject import Around, Topic
from govdocs.kinds.annual_report.prose.vocabulary import Figure, Kind, Word

_UNDERSTOOD = (
    Kind.FIGURE,
    Kind.VERB,
    Kind.TOPIC,
    Kind.FILLER,
    Kind.WHOLE,
    Kind.THIS_YEAR,
    Kind.GLUE,
    Kind.COMPARED,
)
# Characters that by themselves narrow nothing, and what dates are written with.
_GLUE = frozenset(
    " \t　□、“”\"':()/.0123456789年月日底末内中起止"
    "的了也均都就又还再已曾于以至到从自向对由因为被将等共计之而与和及或并且属作"
)
_MONTH = re.compile(r"(?:十[一二]?|[一二三四五六七八九])月")
_DONE = re.compile(r"的?(?:申请)?(?:均|都|已|全部|按|依法|及时|纳入)")
_FROM = re.compile(r"[由从](?:[上去前]一?年度?)?(?:同期)?的?$")
_BARE_YEAR = re.compile(r"[与比较同和](?:20\d\d|上一?|去)年度?的?$", re.ASCII)
_MOVES = re.compile(r"[,、]?(?:[上回]?升|上涨|攀升|增|提|下?降|减|回落|下滑|跃)")
_COURT_TOTALS = frozenset({"复议", "诉讼", "直接起诉", "复议后起诉"})
_WHOLES = frozenset({"新收", "收到", "上年结转", "办结", "答复", "办理"})
RECEIPTS = frozenset({"新收", "收到", "上年结转"})
"""Figures that are only partly counted among those handled: 办结62件，其中当年新收59件."""
_BARE_NOUN = "申请"


def is_understood(text: str, words: Sequence[Word], own: Own) -> bool:
    """Whether a text is made of known words that do not narrow, glue, and the agency's name.

    Args:
        text: what stands before a number, up to its left neighbour.
        words: its known words, in order.
        own: whose report it is.
    """
    rest, in_name = list(text), bytearray(len(text))
    for match in _MONTH.finditer(text):
        rest[match.start() : match.end()] = " " * len(match[0])
    for match in own.names.finditer(text):
        start, end = match.span()
        rest[start:end] = " " * (end - start)
        in_name[start:end] = b"1" * (end - start)
    name_end = -1
    for word in words:
        is_in_name = in_name.find(b"1", word.start, word.end) >= 0
        is_its_kind = word.start == name_end and word.has(Kind.NARROW)  # 予以公开类
        if not (is_in_name or is_its_kind or word.has(*_UNDERSTOOD)):
            return False
        name_end = word.end if word.has(Kind.FIGURE) else -1
        rest[word.start : word.end] = " " * (word.end - word.start)
    return _GLUE.issuperset(rest)


def is_narrowed_after(around: Around, own: Own) -> bool:
    """31件来自城区居民: unknown words after a number, unless they say what was done (均已答复)."""
    is_told = is_understood(around.after, around.words_after, own)
    return not is_told and _DONE.match(around.after) is None


def is_relevant(words: Sequence[Word]) -> bool:
    """Whether words speak of figures of the tables at all."""
    return any(word.has(Kind.FIGURE, Kind.VERB, Kind.TOPIC) for word in words)


def is_restated(words: Sequence[Word]) -> bool:
    """Whether words say anew what is spoken of: 全年, 我乡, 依申请公开; a bare 申请 does not."""
    return any(
        word.has(Kind.WHOLE, Kind.THIS_YEAR) or (word.has(Kind.TOPIC) and word.text != _BARE_NOUN)
        for word in words
    )


def is_moving(around: Around) -> bool:
    """多收到21件, 由126件升至147件: how much more or less, or from where to where."""
    return any(word.has(Kind.UP, Kind.DOWN, Kind.COMPARED) for word in around.words_before)


def is_start_of_a_change(text: str, number: Number) -> bool:
    """由126件上升到: where the change began, last year as a rule."""
    before = text[max(0, number.start - 6) : number.start]
    return _FROM.search(before) is not None and _MOVES.match(text, number.end) is not None


def is_bare(around: Around) -> bool:
    """与2024年的57件: nothing is named beside the number but the year."""
    is_named = is_relevant((*around.words_before, *around.words_after[:1]))
    return not is_named and _BARE_YEAR.search(around.before) is not None


def is_of_applicants(around: Around) -> bool:
    """自然人申请中…: what follows is that kind's."""
    return any(figure.columns for word in around.words_before for figure in word.figures())


def is_handled(topic: Topic) -> bool:
    """Whether those handled are spoken of, and nothing else may be."""
    return bool(topic.row) and all(cell.row == "办结" for cells in topic.row for cell in cells)


def is_crossed(around: Around, figures: Sequence[Figure]) -> bool:
    """自然人予以公开46件, 新收行政复议5件: another figure named before narrows the last one.

    A whole before its part (行政复议维持7件, 办结的申请中予以公开7件, 不予公开中国家秘密1件)
    does not, nor does a row before a kind of applicant.
    """
    last = figures[-1]
    named = {figure.key for figure in figures}
    for word in around.words_before:
        found = word.figures()
        if not found or any(each.key in named for each in found):
            continue
        if not any(_is_whole_of(each, last) for each in found):
            return True
    return False


def _is_whole_of(figure: Figure, part: Figure) -> bool:
    if part.columns:
        return figure.family == "applications" and not figure.columns
    if figure.key in _COURT_TOTALS:
        return part.family in ("reviews", "suits", "direct_suits", "later_suits")
    if figure.family != part.family:
        return False
    if figure.key in _WHOLES:
        return part.key not in _WHOLES
    return bool(figure.sums and part.sums) and set(part.sums[0]) <= set(figure.sums[0])
