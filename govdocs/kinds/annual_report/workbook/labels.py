"""Compare labels of a form with what stands in a sheet, and line up two rows of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

_LEFT_OUT = re.compile(r"[\s\"“”‘’'＂·。.、,，:：;；()（）\[\]【】—\-_]+")
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]+|\d+)(?=\D)")
SHORTEST_PREFIX = 4
"""Characters that two labels must share at least before one counts as the other with a note."""

ALIKE = 0.6
"""How alike two labels must be before one counts as the other, altered."""


@lru_cache(maxsize=4096)
def plain_label(text: str) -> str:
    """A label without blanks, line breaks, marks and differences of width."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=4096)
def _without_number(label: str) -> str:
    return _NUMBER.sub("", label)


def sameness(wanted: str, found: str) -> float:
    """How surely a label that was found is the wanted one: 1 for the same, 0 for another.

    Both are plain labels. Notes after a label and a lost number before it cost a little.
    """
    if not wanted or not found:
        return 0.0
    if wanted == found:
        return 1.0
    if min(len(wanted), len(found)) >= SHORTEST_PREFIX and (
        found.startswith(wanted) or wanted.startswith(found)
    ):
        return 0.9
    is_same = len(wanted) > 2 and _without_number(wanted) == _without_number(found)
    return 0.85 if is_same else 0.0


def likeness(wanted: str, found: str) -> float:
    """How well a label that was found may be the wanted one, altered; 0 for quite another."""
    same = sameness(wanted, found)
    if same or not wanted or not found:
        return same
    alike = SequenceMatcher(None, wanted, found, autojunk=False).ratio()
    return 0.8 * alike if alike >= ALIKE else 0.0


def lined_up(wanted: int, found: int, score: Callable[[int, int], float]) -> list[int | None]:
    """For each wanted thing the found one that is it, in order, so that the scores are highest.

    Args:
        wanted, found: how many there are of each.
        score: of a pair; 0 for none.
    """
    best = [[0.0] * (found + 1) for _ in range(wanted + 1)]
    pair = [[score(row, column) for column in range(found)] for row in range(wanted)]
    for row in range(wanted - 1, -1, -1):
        for column in range(found - 1, -1, -1):
            together = pair[row][column]
            taken = together + best[row + 1][column + 1] if together else 0.0
            best[row][column] = max(taken, best[row + 1][column], best[row][column + 1])
    matched: list[int | None] = [None] * wanted
    row = column = 0
    while row < wanted and column < found:
        together = pair[row][column]
        if together and best[row][column] == together + best[row + 1][column + 1]:
            matched[row] = column
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return matched


def between_neighbours(matched: Sequence[int | None], number: int) -> int | None:
    """The place of something unmatched, where those before and after it leave just that one."""
    before = next(
        ((i, m) for i, m in reversed(list(enumerate(matched[:number]))) if m is not None), None
    )
    after = next(
        ((i, m) for i, m in enumerate(matched[number + 1 :], number + 1) if m is not None), None
    )
    guesses = [m + number - i for i, m in (each for each in (before, after) if each is not None)]
    if not guesses or len(set(guesses)) > 1 or guesses[0] in matched:
        return None
    return guesses[0]
