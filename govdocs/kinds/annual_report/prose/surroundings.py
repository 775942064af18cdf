"""A clause's words and numbers, and what stands around each number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from govdocs.kinds.annual_report.prose.clauses import Clause
from govdocs.kinds.annual_report.prose.numbers import DATES, Number, numbers_in
from govdocs.kinds.annual_report.prose.scope import Own, names_another
from govdocs.kinds.annual_report.prose.subject import Around
from govdocs.kinds.annual_report.prose.vocabulary import Figure, Kind, Vocabulary, Word

COUNTS = frozenset({"件", "宗", "起", "例", "件次"})
# Only where the same clause says that applications were received: 收到依申请公开信息56条.
_COUNTS_OF_APPLICATIONS = frozenset({"条", "份", "个", "人次", "批", "次"})
MONEY = {
    "元": Decimal("0.0001"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "亿元": Decimal(10_000),
}
_WITHOUT = ("除去", "扣除", "剔除", "除掉", "去除", "不计")
_APART_WITH = ("含", "包", "不含", "不包")


def counts_in(numbers: Iterable[Number]) -> Iterator[Number]:
    """The numbers that are no dates."""
    return (number for number in numbers if number.unit not in DATES)


def read_clause(text: str, vocabulary: Vocabulary) -> tuple[list[Word], list[Number]]:
    """The words and numbers of a clause: 四类过程性信息 is a word, the 零 of 零件 a number."""
    words = vocabulary.words_in(text)
    names = [word for word in words if word.has(Kind.FIGURE, Kind.FOREIGN)]
    inside = {place for word in names for place in range(word.start, word.end)}
    numbers = [number for number in numbers_in(text) if number.start not in inside]
    digits = {place for number in numbers for place in range(number.start, number.end)}
    return [w for w in words if not (w.has(Kind.NIL) and w.start in digits)], numbers


def by_piece(spans: Sequence[tuple[int, int]], counts: Sequence[Number]) -> dict[int, list[Number]]:
    """The numbers in each part of a clause, by where it starts."""
    inside: dict[int, list[Number]] = {begin: [] for begin, _ in spans}
    starts = [begin for begin, _ in spans]
    for number in counts:
        inside[starts[bisect_right(starts, number.start) - 1]].append(number)
    return inside


def is_qualified(following: Clause | None, own: Own) -> bool:
    """Whether 含… follows: the number before is another one than the table's."""
    if following is None:
        return False
    text, has_count = following.text, any(counts_in(numbers_in(following.text)))
    if following.before == "(" and not has_count and names_another(text, own):
        return True  # 19件（县教育局）
    return text.startswith(_WITHOUT) or (has_count and text.startswith(_APART_WITH))


def around_number(
    text: str, words: Sequence[Word], left: int, number: Number, right: int, *, see_after: bool
) -> Around:
    """A number between its left and right neighbours; what follows only where it is the last."""

    def moved(start: int, end: int) -> list[Word]:
        first = bisect_left(words, start, key=_start)
        inside: list[Word] = []
        for index in range(first, len(words)):
            word = words[index]
            if word.end > end:
                break
            inside.append(word._replace(start=word.start - start, end=word.end - start))
        return inside

    right = right if see_after else number.end
    return Around(
        text[left : number.start],
        text[number.end : right],
        moved(left, number.start),
        moved(number.end, right),
    )


def _start(word: Word) -> int:
    return word.start


def in_unit(number: Number, figure: Figure, around: Around) -> Decimal | None:
    """A number in a figure's unit; None for one that counts something else."""
    if number.value is None:
        return None
    if figure.unit:
        factor = MONEY.get(number.unit)
        return None if factor is None else number.value * factor
    if number.unit in COUNTS:
        return number.value
    if number.unit == "":
        return number.value if around.before and not around.after.strip("0123456789") else None
    speaks_of_applications = any(
        meaning.family == "applications"
        for word in (*around.words_before, *around.words_after)
        for meaning in word.meanings
        if meaning.kind is Kind.TOPIC
    )
    is_received = figure.key in ("收到", "收到和办理") and speaks_of_applications
    return number.value if is_received and number.unit in _COUNTS_OF_APPLICATIONS else None
