"""Classes of characters of Chinese text, as ready regex classes and tables."""

from __future__ import annotations

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Inside a regex class: Han characters, with 々〆〇."""

FULL_WIDTH_MARKS = (
    "\u2014-\u2026\u3001-\u3003\u3008-\u3011\u3014-\u301f"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
"""Inside a regex class: full-width marks, and “ ” ‘ ’ — …, which are so in Chinese text."""

CHINESE = f"[{HAN}{FULL_WIDTH_MARKS}]"
"""A regex for what makes a half-width mark beside it full-width."""

TO_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""For ``str.translate``: full-width ASCII to its half-width form, one character for one."""

FOLD = TO_HALF_WIDTH | {
    upper: lower
    for lower in range(ord("a"), ord("z") + 1)
    for upper in (lower - 0x20, lower - 0x20 + 0xFEE0)
}
"""As TO_HALF_WIDTH, letters lower-case as well."""
FOLD |= {0xFEE0 + code: code for code in range(ord("a"), ord("z") + 1)}


def half_width(text: str) -> str:
    """The text with full-width ASCII made half-width; its length stays the same."""
    return text if text.isascii() else text.translate(TO_HALF_WIDTH)


def folded(text: str) -> str:
    """The text half-width and lower-case, for comparing; its length stays the same."""
    return text.translate(FOLD)
