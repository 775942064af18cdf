"""Classes of characters that the reader's rules speak of; they live below, in typography."""

from __future__ import annotations

from govdocs.typography.chinese import (
    CHINESE,
    FOLD,
    FULL_WIDTH_MARKS,
    HAN,
    TO_HALF_WIDTH,
    folded,
    half_width,
)

__all__ = [
    "CHINESE",
    "FOLD",
    "FULL_WIDTH_MARKS",
    "HAN",
    "TO_HALF_WIDTH",
    "folded",
    "half_width",
]
