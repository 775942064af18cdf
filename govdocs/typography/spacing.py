"""The gap between Han and Latin letters or digits (中西文间距), and where lines may stretch.

Source:
    W3C clreq, mixed text composition in Chinese and Latin scripts
"""

from __future__ import annotations

import re

from govdocs.typography.charclass import HAN, WESTERN_WORD

_MEETING = re.compile(f"(?<=[{HAN}])(?=[{WESTERN_WORD}])|(?<=[{WESTERN_WORD}])(?=[{HAN}])")


def meeting_points(text: str) -> list[int]:
    """Offsets where Han meets a Latin letter or digit; the gap stands before that character."""
    return [match.start() for match in _MEETING.finditer(text)]
