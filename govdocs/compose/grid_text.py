"""Widths of texts on the grid before any font is known, and even lines of them.

Exact where compose has to place them: Han characters are an em wide, and figures half an em in the
Latin face of 公文; the rest is nominal.
"""

from __future__ import annotations

from math import ceil

from govdocs.compose.composition import Profile
from govdocs.compose.nominal import char_width
from govdocs.typography.charclass import classes
from govdocs.typography.kinsoku import break_rule
from govdocs.typography.spacing import meeting_points, script_changes

_FULL_STOP = 0.25  # em, of Times New Roman: wider in the averages


def advance(text: str, profile: Profile, *, following: str = "") -> int:
    """How far a text of the grid reaches, EMU, up to where ``following`` begins.

    Each character gives up its tracking, but for the last before a change of script.
    """
    page = profile.page
    kinds = classes(text + following[:1])
    gaps = dict.fromkeys(script_changes(kinds), -page.tracking)
    gap = round(profile.spacing.han_latin_gap_em * page.type_size) - page.tracking
    gaps.update(dict.fromkeys(meeting_points(kinds), gap))
    ems = sum(_FULL_STOP if char == "." else char_width(char) for char in text)
    return round(ems * page.type_size) + len(text) * page.tracking + sum(gaps.values())


def printed_width(text: str, profile: Profile) -> int:
    """Width of a text as it is drawn on one line, EMU."""
    return advance(text, profile) - profile.page.tracking if text else 0


def even_breaks(text: str, profile: Profile) -> tuple[int, ...]:
    """Offsets that end the lines of a centred text, as even as legal breaks allow.

    Empty for a text that fits on one line.
    """
    count = ceil(printed_width(text, profile) / profile.page.type_area_width)
    legal = list(filter(break_rule(text), range(1, len(text))))
    ideal = [len(text) * line / count for line in range(1, count)]
    return tuple(sorted({min(legal, key=lambda at: abs(at - end)) for end in ideal if legal}))
