"""Set the labels that a page has against those of the form, both in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govdocs.kinds.annual_report.recognise.labels import FormLabel, Labels, Match, bare, match

MOST_PIECES = 6
"""Into how many pieces a page's lines may have cut a label."""

_ROW_WEIGHT = 2.0  # a row's own label counts more than that of a merged cell beside it
_PER_PIECE = 0.5


class Aligned(NamedTuple):
    """Texts start to end (the last one included) are one label of the form."""

    start: int
    end: int
    label: int
    text: str
    match: Match


class _Step(NamedTuple):
    score: float
    back: tuple[int, int]
    aligned: Aligned | None


def align(texts: Sequence[str], labels: Labels) -> tuple[Aligned, ...]:
    """The best way to read texts as labels of a form in its order, some of both left out."""
    found = [_found(texts, end, labels) for end in range(len(texts))]
    width = len(labels.labels) + 1
    table = [[_Step(0.0, (0, 0), None)] * width]
    for i in range(1, len(texts) + 1):
        row = [_Step(table[i - 1][0].score, (i - 1, 0), None)]
        for j in range(1, width):
            above, left = table[i - 1][j], row[j - 1]
            best = _Step(left.score, (i, j - 1), None)
            if above.score >= best.score:
                best = _Step(above.score, (i - 1, j), None)
            for each in found[i - 1].get(j - 1, ()):
                score = table[each.start][j - 1].score + _worth(each, labels.labels[j - 1])
                if score > best.score:
                    best = _Step(score, (each.start, j - 1), each)
            row.append(best)
        table.append(row)
    return _traced(table)


def _worth(aligned: Aligned, label: FormLabel) -> float:
    score = aligned.match.score * (_ROW_WEIGHT if label.row else 1.0)
    return score - _PER_PIECE * (aligned.end - aligned.start)


def _traced(table: list[list[_Step]]) -> tuple[Aligned, ...]:
    i, j = len(table) - 1, len(table[0]) - 1
    chosen: list[Aligned] = []
    while i and j:
        step = table[i][j]
        if step.aligned:
            chosen.append(step.aligned)
        i, j = step.back
    return tuple(reversed(chosen))


def _found(texts: Sequence[str], end: int, labels: Labels) -> dict[int, list[Aligned]]:
    """What the texts that end at one may be, by the label's index."""
    found: dict[int, list[Aligned]] = {}
    for start in range(end, max(end - MOST_PIECES, -1), -1):
        text = "".join(texts[start : end + 1])
        for index, label in enumerate(labels.labels):
            if start < end and not _is_whole(text, label):
                continue
            known = match(text, label)
            if known:
                found.setdefault(index, []).append(Aligned(start, end, index, text, known))
    return found


def _is_whole(text: str, label: FormLabel) -> bool:
    """Whether pieces put together are a label or its beginning; misprints are not looked for."""
    given = bare(text)
    return any(bare(wording).startswith(given) for wording in (label.text, *label.also))
