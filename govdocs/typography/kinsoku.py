"""Where a line may not break (避头尾): line-start and line-end rules, and what stays whole.

Source:
    GB/T 15834-2011 5.1; W3C clreq, line-start and line-end prohibition, level guobiao
"""

from __future__ import annotations

import re
from collections.abc import Callable

from govdocs.typography.charclass import CLOSING_MARKS, OPENING_MARKS, is_wide

# The marks of the standard, and the half-width and compatibility forms that stand for them; so
# also Word and LibreOffice keep them. / is in both (guobiao); 连接号 may not start a line.
NO_LINE_START = CLOSING_MARKS | frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ‖‰′″›℃℉∶〃〞︶︺︾﹀﹄﹚﹜﹞＂％＇｀｜～￠/-－–"
)
NO_LINE_END = OPENING_MARKS | frozenset("$([{£¥<〝﹙﹛﹝＄￡￥#＃@§№‹/")

WHOLE_PAIRS = frozenset("—…")  # —— and …… are one mark of two cells

# 〔2018〕15 stays whole: a closing mark between two figures ends no line, as in LibreOffice.
_FIGURES_APART = f"[0-9%][{''.join(sorted(CLOSING_MARKS))}](?=[0-9])"

_WEB_SCHEMES = ("http://", "https://", "www.")
_WEB_DOMAINS = (".gov", ".com", ".org", ".net", ".edu", ".cn")

# Compiled when first needed, by re. Possessive: a stretch without end is looked at once.
_ASCII_STRETCH = r"[\x21-\x7e]++"
_SLASH = r"/(?=[^/])"


def url_breaks(text: str) -> frozenset[int]:
    """Offsets where the slash of a web address ends a line, as in LibreOffice.

    Ours, against the line-end rule: an address must go somewhere, and these are its joints.
    """
    if "/" not in text:
        return frozenset()
    return frozenset(
        stretch.start() + point.end()
        for stretch in re.finditer(_ASCII_STRETCH, text)
        if (begins := _address_start(stretch[0])) is not None
        for point in re.finditer(_SLASH, stretch[0])
        if point.start() >= begins
    )


def _address_start(stretch: str) -> int | None:
    """Where a web address begins in a stretch without blanks; None if it holds none."""
    found = [at for scheme in _WEB_SCHEMES if (at := stretch.find(scheme)) >= 0]
    if found:
        return min(found)
    return 0 if stretch.partition("/")[0].endswith(_WEB_DOMAINS) else None


def break_rule(text: str) -> Callable[[int], bool]:
    """A predicate: may a line of this text end before the character at an offset?

    The offset is from 1 to len(text) - 1.
    """
    addresses = url_breaks(text)
    figures = frozenset(match.end() for match in re.finditer(_FIGURES_APART, text))

    def may_break(offset: int) -> bool:
        before, after = text[offset - 1], text[offset]
        if offset in addresses:
            return True
        if after == " " or after in NO_LINE_START or before in NO_LINE_END:
            return False
        if before == " ":
            return True
        if before == after and after in WHOLE_PAIRS:
            return False
        if is_wide(before) or is_wide(after):
            return offset not in figures
        return before == "-" and after.isalpha()

    return may_break
