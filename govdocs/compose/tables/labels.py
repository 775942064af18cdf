"""Labels in narrow columns: one character a line, as the forms of yearly reports have them."""

from __future__ import annotations

from itertools import pairwise

from govdocs.compose.nominal import nominal_width
from govdocs.typography.kinsoku import break_rule

_WIDEST_COLUMN = 3.0  # em: a column that holds fewer characters side by side is narrow


def label_breaks(text: str, *, room_em: float, lines: float) -> tuple[int, ...]:
    """Offsets where the lines of a label end, if it is set one character a line; else none.

    A mark stays with its character, and so does what else may not be parted (三、).

    Args:
        text: the label.
        room_em: width between the cell's paddings, in em.
        lines: how many lines the cell's rows hold at their least height.
    """
    if not text or room_em >= _WIDEST_COLUMN or not 2 < len(text) <= 2 * lines:
        return ()
    may_break = break_rule(text)
    breaks = tuple(at for at in range(1, len(text)) if may_break(at))
    edges = (0, *breaks, len(text))
    parts = [text[start:end] for start, end in pairwise(edges)]
    if len(parts) > lines or any(nominal_width(part) > room_em for part in parts):
        return ()
    return breaks
