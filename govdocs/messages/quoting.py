"""Quote a value in a message."""

from __future__ import annotations

LONGEST_QUOTE = 40
"""Characters of a value that a message quotes."""


def shortened(text: str) -> str:
    """A text as messages quote it: cut, where it is long."""
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"
