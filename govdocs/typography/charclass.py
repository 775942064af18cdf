"""Classes of characters, as Chinese typesetting needs them.

A text's classes are a string of one letter a character, so that a rule on characters is a short
pattern on letters.

Source:
    GB/T 15834-2011 5.1 (marks and their widths); W3C clreq, "Categories and usage of marks"
"""

from __future__ import annotations

# Full-width marks by where their ink stands in the cell (mainland forms). Quotation marks are
# apart: western text has the same characters.
CLOSING_MARKS = frozenset("、。，．：；？！）〕］｝〉》」』】〗’”")  # ink at the left
OPENING_MARKS = frozenset("（〔［｛〈《「『【〖‘“")  # ink at the right

# Marks that Word and LibreOffice let stand beyond the last cell of a line.
HANGING_MARKS = frozenset("、。，．：；？！")

HAN = "H"  # ideographs, 〇 among them
WORD = "L"  # letters and digits of western scripts
WESTERN_MARK = "l"  # other ASCII signs
SPACE = "s"
CLOSING, OPENING = "C", "O"
SHARED_CLOSING, SHARED_OPENING = "c", "o"  # ” ’ and “ ‘
DASH, ELLIPSIS = "-", "."
MIDDLE_DOT = "m"  # ·
SHARED = "S"  # other general punctuation, set in a Han face
WIDE = "w"  # everything else of the East Asian blocks, and symbols
OTHER = "x"

_BREAKS_LIKE_HAN = frozenset("HCOco-.Sw")

# First and last code points, in ascending order.
_HAN_RANGES = (
    (0x3005, 0x3005),
    (0x3007, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2FA1F),
    (0x30000, 0x323AF),
)
_WIDE_RANGES = (
    (0x2100, 0x27BF),
    (0x2E80, 0x33FF),
    (0xAC00, 0xD7AF),
    (0xFF01, 0xFF60),
    (0xFFE0, 0xFFE6),
)
_SHARED_RANGE = (0x2010, 0x203B)
# Latin, IPA, Greek, Cyrillic, Armenian … and their extensions; signs among them are no letters.
_WESTERN_RANGES = ((0x00AA, 0x02CF), (0x0370, 0x058F), (0x1E00, 0x1FFF))
_SINGLE = {
    " ": SPACE,
    "·": MIDDLE_DOT,
    "—": DASH,
    "…": ELLIPSIS,
    **dict.fromkeys("’”", SHARED_CLOSING),
    **dict.fromkeys("‘“", SHARED_OPENING),
}


class _Classes(dict[str, str]):
    """Character -> its class, found once."""

    def __missing__(self, char: str) -> str:
        found = self[char] = _class_of(char)
        return found


def _class_of(char: str) -> str:
    if char in _SINGLE:
        return _SINGLE[char]
    if char in CLOSING_MARKS:
        return CLOSING
    if char in OPENING_MARKS:
        return OPENING
    code = ord(char)
    if 0x21 <= code <= 0x7E:
        return WORD if char.isalnum() else WESTERN_MARK
    if _within(code, _HAN_RANGES):
        return HAN
    if _within(code, _WESTERN_RANGES) and char.isalpha():
        return WORD
    if _within(code, (_SHARED_RANGE,)):
        return SHARED
    return WIDE if _within(code, _WIDE_RANGES) else OTHER


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


_CLASSES = _Classes()


def classes(text: str) -> str:
    """The classes of a text's characters, one letter each."""
    return "".join(map(_CLASSES.__getitem__, text))


def is_wide(char: str) -> bool:
    """Whether a line may break on either side of a character as on those of a Han one."""
    return _CLASSES[char] in _BREAKS_LIKE_HAN


def is_western(char: str) -> bool:
    """Whether a character takes the Latin face: ASCII, and letters of western scripts."""
    return _CLASSES[char] in (WORD, WESTERN_MARK)
