"""Classes of characters, as Chinese typesetting needs them.

Source:
    GB/T 15834-2011 5.1 (marks and their widths); W3C clreq, "Categories and usage of marks"
"""

from __future__ import annotations

import re

# Ideographs, in the syntax of a regular expression's character class; 〇 is one of them.
HAN = "〇々㐀-䶿一-鿿豈-﫿\U00020000-\U0002fa1f\U00030000-\U000323af"
# Letters and digits of the Latin, Greek and Cyrillic scripts.
WESTERN_WORD = "0-9A-Za-zªµºÀ-ÖØ-öø-ɏͰ-ӿḀ-ỿ"

# What breaks and spreads like Han: the East Asian blocks and what is set in a Han face.
WIDE = (
    f"{HAN}\u2e80-\u303f\u3040-\u33ff\uac00-\ud7af\uff01-\uff60\uffe0-\uffe6"
    "\u2010-\u203b\u2100-\u27bf"
)

_WESTERN = re.compile(f"[\\x21-\\x7e{WESTERN_WORD}]")

# Full-width marks by where their ink stands in the cell (mainland forms).
CLOSING_MARKS = frozenset("、。，．：；？！）〕］｝〉》」』】〗’”")  # ink at the left
OPENING_MARKS = frozenset("（〔［｛〈《「『【〖‘“")  # ink at the right

# Marks that Word and LibreOffice let stand beyond the last cell of a line.
HANGING_MARKS = frozenset("、。，．：；？！")


_WIDE = re.compile(f"[{WIDE}]")


def is_wide(char: str) -> bool:
    """Whether a line may break on either side of a character as on those of a Han one."""
    return _WIDE.match(char) is not None


def is_western(char: str) -> bool:
    """Whether a character takes the Latin face: ASCII, and letters of western scripts."""
    return _WESTERN.match(char) is not None
