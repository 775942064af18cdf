"""The gap between Han and Latin letters or digits (中西文间距), and where lines may stretch.

Source:
    W3C clreq, mixed text composition in Chinese and Latin scripts
"""

from __future__ import annotations

import re

from govdocs.typography.charclass import CLOSING_MARKS, HAN, OPENING_MARKS, WESTERN_WORD, WIDE

_CLOSING = "".join(sorted(CLOSING_MARKS))
_OPENING = "".join(sorted(OPENING_MARKS))

_MEETING = re.compile(f"(?<=[{HAN}])(?=[{WESTERN_WORD}])|(?<=[{WESTERN_WORD}])(?=[{HAN}])")
_SHARED = " \u00b7\u2010-\u203b"
_WESTERN_STRETCH = re.compile(f"[!-~{WESTERN_WORD}][!-~{WESTERN_WORD}{_SHARED}]*")
_RIGID = re.compile(f"(?<=[^ {WIDE}])(?=[^{WIDE}])|(?<=—)(?=—)|(?<=…)(?=…)")
_PAIR = re.compile(f"(?<=[{_CLOSING}{_OPENING}])(?=[{_CLOSING}{_OPENING}])")
_SINGLE = re.compile(
    f"(?<=[{_CLOSING}])(?=[^{_CLOSING}{_OPENING}])|(?<=[^{_CLOSING}{_OPENING}])(?=[{_OPENING}])"
)


def meeting_points(text: str) -> list[int]:
    """Offsets where Han meets a Latin letter or digit; the gap stands before that character."""
    return [match.start() for match in _MEETING.finditer(text)]


def script_changes(text: str) -> list[int]:
    """Offsets where text changes between Han and western script, as word processors see it.

    Marks that both scripts share (“ ” — … ·) belong to what stands before them.
    """
    length = len(text)
    return [
        edge
        for word in _WESTERN_STRETCH.finditer(text)
        for edge in word.span()
        if 0 < edge < length
    ]


def rigid_joints(text: str) -> list[int]:
    """Offsets before which a line is never spread: inside words, numbers, —— and ……."""
    return [match.start() for match in _RIGID.finditer(text)]


def mark_pairs(text: str) -> list[int]:
    """Offsets between two neighbouring full-width marks."""
    return [match.start() for match in _PAIR.finditer(text)]


def single_marks(text: str) -> list[int]:
    """Offsets on the blank side of a full-width mark that has no mark as neighbour there."""
    return [match.start() for match in _SINGLE.finditer(text)]
