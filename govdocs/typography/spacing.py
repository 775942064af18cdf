"""The gap between Han and Latin letters or digits (中西文间距), and where lines may stretch.

All take a text's classes (see ``charclass``) and return offsets in the text, ascending.

Source:
    W3C clreq, mixed text composition in Chinese and Latin scripts
"""

from __future__ import annotations

import re

_MEETING = re.compile("(?<=H)(?=L)|(?<=L)(?=H)")
_WESTERN_STRETCH = re.compile(r"[Ll][Llscom.S-]*")
_RIGID = re.compile(r"(?<=[Llmx])(?=[Llmxs])|(?<=-)(?=-)|(?<=\.)(?=\.)")
_PAIR = re.compile("(?<=[CcOo])(?=[CcOo])")
_SINGLE = re.compile("(?<=[Cc])(?=[^CcOo])|(?<=[^CcOo])(?=[Oo])")


def meeting_points(classes: str) -> list[int]:
    """Offsets where Han meets a Latin letter or digit; the gap stands before that character."""
    return [match.start() for match in _MEETING.finditer(classes)]


def script_changes(classes: str) -> list[int]:
    """Offsets where text changes between Han and western script, as word processors see it.

    Marks that both scripts share (“ ” — … ·) belong to what stands before them.
    """
    length = len(classes)
    return [
        edge
        for stretch in _WESTERN_STRETCH.finditer(classes)
        for edge in stretch.span()
        if 0 < edge < length
    ]


def rigid_joints(classes: str) -> list[int]:
    """Offsets before which a line is never spread: inside words, numbers, —— and ……."""
    return [match.start() for match in _RIGID.finditer(classes)]


def mark_pairs(classes: str) -> list[int]:
    """Offsets between two neighbouring full-width marks."""
    return [match.start() for match in _PAIR.finditer(classes)]


def single_marks(classes: str) -> list[int]:
    """Offsets on the blank side of a full-width mark that has no mark as neighbour there."""
    return [match.start() for match in _SINGLE.finditer(classes)]
