"""The room of a seal or a signature stamp.

Source:
    GB/T 9704-2012 7.3.5.1, 7.3.5.3
"""

from __future__ import annotations

from typing import NamedTuple


class SealPlace(NamedTuple):
    """Room for a seal or a signature stamp over a paragraph; lengths in EMU.

    Attributes:
        name: the organ or the person whose it is.
        across: its centre, from the type area's left edge.
        rise: its centre over the foot of its line; None for that line's middle.
        lines_up: which line that is, counted upwards from the paragraph's last. All seals of a
            document stand in the paragraph of the date, which has no blank over it: word
            processors disagree where a paragraph with blank lines over it begins.
        width, height: of the room.
        is_round: whether it is a seal; a signature stamp is not.
        is_drafted: whether a draft shows where it is to come.
        picture: the PNG that a PDF shows in it, or None.
    """

    name: str
    across: int
    rise: int | None
    width: int
    height: int
    lines_up: int = 0
    is_round: bool = True
    is_drafted: bool = False
    picture: bytes | None = None
