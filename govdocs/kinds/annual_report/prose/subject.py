"""Which figure a number is about: the words before it, or right after it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product
from typing import NamedTuple

from govdocs.kinds.annual_report.prose.vocabulary import Figure, Kind, Sum, Word
from govdocs.standards.annual_report.forms import CellRef

_MOST_BETWEEN_NAME_AND_NUMBER = 4
_MOST_BETWEEN_VERB_AND_NUMBER = 6
_MOST_READINGS = 8
_MOST_JOINED = 8
_BARE_NOUN = "申请"
_MOST_AFTER_A_REASON = 4
_COURTS = frozenset({"reviews", "suits", "direct_suits", "later_suits"})
_RECEIPTS = frozenset({"新收", "上年结转"})
_JOINERS = frozenset({"、", ",", "和", "及", "与", "以及", "或", "或者", "和被"})
_VERB_JOINERS = frozenset({"和", "并", "及", "、", "与", "并且", "并已", "后"})
_TOTAL = "总计"


class Around(NamedTuple):
    """A number's surroundings in its part of a clause.

    Attributes:
        before, after: the text before and after it, up to its neighbours.
        words_before, words_after: the known words of these; places count from their starts.
    """

    before: str
    after: str
    words_before: Sequence[Word]
    words_after: Sequence[Word]


class Topic(NamedTuple):
    """What is being spoken of.

    Attributes:
        family: of the figures spoken of; empty for none.
        is_foreign: whether it is something that the tables do not count.
        row: readings of the row of applications spoken of, for the kinds of applicants.
    """

    family: str = ""
    is_foreign: bool = False
    row: tuple[Sum, ...] = ()


class Subject(NamedTuple):
    """What a number is about."""

    figures: tuple[Figure, ...]
    is_each: bool = False

    def sums(self, topic: Topic) -> tuple[Sum, ...]:
        """Readings of the figures together."""
        own = [figure_sums(figure, topic) for figure in self.figures]
        readings = islice(product(*own), _MOST_READINGS)
        return tuple(tuple(cell for cells in parts for cell in cells) for parts in readings)


def figure_sums(figure: Figure, topic: Topic) -> tuple[Sum, ...]:
    """Readings of a figure; for a kind of applicant those of its columns in the row spoken of."""
    if not figure.columns:
        return figure.sums
    return tuple(
        tuple(CellRef(cell.table, cell.row, column) for cell in cells for column in figure.columns)
        for cells in topic.row
        if all(cell.column == _TOTAL for cell in cells)
    )


def left_over(text: str, words: Sequence[Word], start: int, end: int, *kinds: Kind) -> int:
    """How many characters between two places are neither spaces nor words of these kinds."""
    between = end - start
    for word in words:
        if word.start >= start and word.end <= end and word.has(*kinds):
            between -= word.end - word.start
    return between - sum(text[start:end].count(char) for char in " 　□“”:()")


def chosen(figures: Sequence[Figure], family: str) -> Figure | None:
    """The figure that a phrase means where a family is spoken of; None where that is open."""
    if len(figures) == 1:
        return figures[0]
    return next((figure for figure in figures if figure.family == family), None)


def spoken_under(heading: Sequence[Word]) -> tuple[tuple[Figure, ...], str]:
    """What the words of a heading say is spoken of under it: courts, and the family if but one."""
    named = [figure for word in heading for figure in word.figures()]
    courts = tuple(dict.fromkeys(f for f in named if f.key in ("复议", "诉讼")))
    families = {figure.family for figure in courts}
    if not families and any(m.family == "applications" for w in heading for m in w.meanings):
        families = {"applications"}
    return courts, families.pop() if len(families) == 1 else ""


def subject_of(around: Around, topic: Topic) -> Subject | None:
    """The figure or figures that a number is about; None where it is no figure of the tables."""
    after = _named_after(around, topic)
    if after is not None:
        return after
    chain = _named_before(around, topic)
    if chain is not None:
        return chain
    return _by_verb(around, topic)


def _named_before(around: Around, topic: Topic) -> Subject | None:
    words = [word for word in around.words_before if word.has(Kind.FIGURE)]
    if not words:
        return None
    last = words[-1]
    family = _family_before(around, topic, last)
    figure = chosen(last.figures(), family)
    if figure is None:
        return Subject(())
    kinds = (Kind.FILLER, Kind.TOPIC, Kind.WHOLE, Kind.THIS_YEAR)
    gap = left_over(around.before, around.words_before, last.end, len(around.before), *kinds)
    if gap > (0 if figure.close else _MOST_BETWEEN_NAME_AND_NUMBER):
        return Subject(()) if _verb_after(around, last.end) is None else None
    if _other_family_after(around, last.end, figure):
        return None
    if (outcome := _outcome_of(around, words, figure)) is not None:
        return outcome
    if (reason := _reason(around, words, figure)) is not None:
        return reason
    chain = _chain(around, words, figure, family)
    return Subject(chain, _is_each(around.before[last.end :]))


def _family_before(around: Around, topic: Topic, last: Word) -> str:
    """The family spoken of where a phrase stands, from the words before it or from before."""
    family = topic.family
    for word in around.words_before:
        if word.start >= last.start:
            break
        families = {meaning.family for meaning in word.meanings if meaning.family}
        if word.has(Kind.FIGURE, Kind.TOPIC) and len(families) == 1:
            family = next(iter(families))
    return family


def _other_family_after(around: Around, start: int, figure: Figure) -> bool:
    """规范性文件 after 行政许可: the number is about the later one."""
    for word in around.words_before:
        is_topic = word.start >= start and word.has(Kind.TOPIC)
        if is_topic and all(
            m.family != figure.family for m in word.meanings if m.kind is Kind.TOPIC
        ):
            return True
    return False


def _verb_after(around: Around, start: int) -> Word | None:
    verbs = (w for w in around.words_before if w.start >= start and w.has(Kind.VERB))
    return next(verbs, None)


def _chain(around: Around, words: Sequence[Word], last: Figure, family: str) -> tuple[Figure, ...]:
    """The figures joined by 和 or 、 to the last one, in order."""
    chain = [last]
    for earlier, later in zip(words[-2::-1], words[:0:-1], strict=False):
        if around.before[earlier.end : later.start].strip() not in _JOINERS:
            break
        figure = chosen(earlier.figures(), family)
        if len(chain) == _MOST_JOINED:
            return ()
        if figure is None or figure in chain or (figure.columns and not last.columns):
            break
        chain.append(figure)
    return tuple(reversed(chain))


def _reason(around: Around, words: Sequence[Word], figure: Figure) -> Subject | None:
    """因涉及国家秘密不予公开: a reason right before a result narrows it."""
    if len(words) < 2 or figure.family != "applications":
        return None
    before, last = words[-2:]
    between = around.before[before.end : last.start]
    rest = left_over(
        around.before, around.words_before, before.end, last.start, Kind.FILLER, Kind.GLUE
    )
    if between.strip() in _JOINERS or (len(between) > _MOST_AFTER_A_REASON and rest > 0):
        return None
    narrower = chosen(before.figures(), figure.family)
    if narrower is None or narrower.family != figure.family or narrower.key in _RECEIPTS:
        return None
    is_part = bool(narrower.sums and figure.sums) and set(narrower.sums[0]) <= set(figure.sums[0])
    return Subject((narrower,) if is_part else ())


def _outcome_of(around: Around, words: Sequence[Word], court: Figure) -> Subject | None:
    """被纠正的行政复议3件: an outcome right before the court's name, of that court."""
    if len(words) < 2 or court.family not in _COURTS:
        return None
    before, name = words[-2:]
    if around.before[before.end : name.start].strip() != "的":
        return None
    outcome = next((f for f in before.figures() if f.family == court.family), None)
    return Subject(() if outcome is None else (outcome,))


def _is_each(between: str) -> bool:
    return "各" in between or "均" in between or "都" in between


def _named_after(around: Around, topic: Topic) -> Subject | None:
    """7件予以公开, 1件被维持: only ordinary words stand before the number."""
    words = [word for word in around.words_after if word.has(Kind.FIGURE)]
    if not words:
        return None
    first = words[0]
    ordinary = (Kind.FILLER, Kind.VERB, Kind.WHOLE, Kind.THIS_YEAR, Kind.TOPIC)
    between = (Kind.FILLER, Kind.TOPIC)
    if left_over(around.after, around.words_after, 0, first.start, *between) > 0:
        return None
    if any(word.has(Kind.FIGURE) for word in around.words_before):
        return None
    if left_over(around.before, around.words_before, 0, len(around.before), *ordinary) > 2:
        return None
    figure = chosen(first.figures(), topic.family)
    return Subject(()) if figure is None else Subject((figure,))


def _by_verb(around: Around, topic: Topic) -> Subject | None:
    verbs = [word for word in around.words_before if word.has(Kind.VERB)]
    if not verbs:
        return None
    verb = verbs[-1]
    families = _spoken_families(around)
    explicit = bool(families)
    family = families[-1] if families else topic.family
    figure = _joined_verbs(around, verbs, family)
    if figure is None:
        return None
    kinds = (Kind.FILLER, Kind.TOPIC, Kind.WHOLE, Kind.THIS_YEAR, Kind.VERB)
    gap = left_over(around.before, around.words_before, verb.end, len(around.before), *kinds)
    nouns = [word.end for word in around.words_before if word.has(Kind.TOPIC)]
    after_noun = max(nouns, default=verb.end)
    if left_over(around.before, around.words_before, after_noun, len(around.before), *kinds) > 0:
        return None
    if family == "applications" and nouns and _is_other_application(around, verb):
        return None
    most = _MOST_BETWEEN_VERB_AND_NUMBER if explicit and family == "applications" else 0
    if gap > most or (not explicit and (topic.is_foreign or not _ends_there(around))):
        return None
    return Subject((figure,))


def _is_other_application(around: Around, verb: Word) -> bool:
    """受理建房申请: a bare 申请 after an unknown word is one for something else."""
    nouns = [w for w in around.words_before if w.start >= verb.end and w.has(Kind.TOPIC)]
    if not nouns or any(word.text != _BARE_NOUN for word in nouns):
        return False
    kinds = (Kind.FILLER, Kind.WHOLE, Kind.THIS_YEAR, Kind.VERB, Kind.FIGURE)
    return left_over(around.before, around.words_before, verb.end, nouns[0].start, *kinds) > 0


def _joined_verbs(around: Around, verbs: Sequence[Word], family: str) -> Figure | None:
    """The figure of the last verb; of 收到和办理 what either may mean."""
    figure: Figure | None = None
    later = verbs[-1]
    for verb in reversed(verbs):
        if figure and around.before[verb.end : later.start].strip() not in _VERB_JOINERS:
            break
        named = next((f for f in verb.figures(Kind.VERB) if f.family == family), None)
        if named is None:
            break
        sums = (*named.sums, *figure.sums) if figure else named.sums
        figure, later = named._replace(sums=tuple(dict.fromkeys(sums))), verb
    return figure


def _spoken_families(around: Around) -> list[str]:
    """Families named in this part, before the number or right after it."""
    families = [
        meaning.family
        for word in around.words_before
        for meaning in word.meanings
        if meaning.kind is Kind.TOPIC
    ]
    if around.words_after and around.words_after[0].has(Kind.TOPIC):
        first = around.words_after[0]
        if left_over(around.after, around.words_after, 0, first.start, Kind.FILLER) == 0:
            families += [m.family for m in first.meanings if m.kind is Kind.TOPIC]
    return families


def _ends_there(around: Around) -> bool:
    """Whether nothing that would name another thing follows the number."""
    kinds = (Kind.FILLER, Kind.TOPIC, Kind.WHOLE, Kind.THIS_YEAR)
    return left_over(around.after, around.words_after, 0, len(around.after), *kinds) <= 0
