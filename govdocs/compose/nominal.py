"""Widths of text before any font is known, in 字 (em): Han 1, digits ½, Latin letters about ½.

Compose decides with these what both the DOCX and the PDF must share: title lines, signature
indents, column widths. The figures for letters are the averages of Times New Roman.
"""

from __future__ import annotations

from functools import lru_cache

from govdocs.typography.charclass import classes, is_western
from govdocs.typography.spacing import meeting_points

_NARROW, _LOWER, _UPPER = 0.34, 0.5, 0.72
_NARROW_CHARS = frozenset(" !'(),-./:;I[]`fijlrt{|}")


def char_width(char: str) -> float:
    """The nominal advance of one character, in em."""
    if not (is_western(char) or char == " "):
        return 1.0
    if char.isdigit():
        return 0.5
    if char in _NARROW_CHARS:
        return _NARROW
    return _UPPER if char.isupper() else _LOWER


@lru_cache(maxsize=4096)
def nominal_width(text: str, gap_em: float = 0.0) -> float:
    """The nominal width of a text, in em; each meeting of Han and Latin adds ``gap_em``."""
    width = sum(map(char_width, text))
    return width + gap_em * len(meeting_points(classes(text))) if gap_em else width
