"""From measurements to outcomes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govdocs.certify.result import Box, Verdict, Wording

NOT_FOUND = Wording("未找到", "not found")


class Outcome(NamedTuple):
    """What a measurement of one clause comes to."""

    id: str
    verdict: Verdict
    measured: Wording
    page: int | None = None
    box: Box | None = None


def judged(
    id: str,
    is_right: bool | None,
    measured: Wording | str,
    *,
    page: int | None = None,
    box: Box | None = None,
) -> Outcome:
    """An outcome; ``is_right`` is None where the file does not tell."""
    words = Wording(measured, measured) if isinstance(measured, str) else measured
    verdict = (
        Verdict.NOT_MEASURABLE
        if is_right is None
        else (Verdict.PASSES if is_right else Verdict.FAILS)
    )
    return Outcome(id, verdict, words, page, box)


def all_of(parts: Iterable[bool | None]) -> bool | None:
    """Whether all are right; False beats not knowing."""
    found = list(parts)
    if any(part is False for part in found):
        return False
    return None if None in found else True


def is_near(measured: float, expected: float, tolerance: float) -> bool:
    """Whether a measurement is right within a tolerance; rounding of the file is no failure."""
    return abs(measured - expected) <= tolerance + 1e-3


def joined_words(parts: Iterable[Wording | str]) -> Wording:
    """Several measurements in one."""
    words = [Wording(part, part) if isinstance(part, str) else part for part in parts]
    return Wording("；".join(w.zh for w in words), "; ".join(w.en for w in words))
