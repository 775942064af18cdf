"""How elements are written, and which characters are Chinese: shared by PDF and DOCX."""

from __future__ import annotations

import re
from collections.abc import Callable

from govdocs.standards.profile import Role

DOCUMENT_NUMBER = re.compile(r"\S*?[〔\[［【（(]\d{2,4}[〕\]］】）)]第?\d+号?")
"""发文字号, well written or not."""

ORDER_NUMBER = re.compile(r"第[0-9〇零一二三四五六七八九十百]+[号期次]")
"""令号, and the issue of minutes."""

HEADINGS = (
    ("heading-1", Role.HEADING_1, re.compile(r"[一二三四五六七八九十]{1,3}、")),
    ("heading-2", Role.HEADING_2, re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")),
    ("heading-3", Role.HEADING_3, re.compile(r"\d{1,2}[.．](?!\d)")),
    ("heading-4", Role.HEADING_4, re.compile(r"[（(]\d{1,2}[）)]")),
)
"""Headings: the clause's id, the role, and the number that leads them (7.3.3)."""

_SENTENCE_MARKS = "。；，：！？"
_MARKS_INSIDE = "，；："


def is_han(text: str) -> bool:
    """Whether a character is a Chinese one; marks are none."""
    return "\u3400" <= text <= "\u9fff" or text == "〇" or "\U00020000" <= text <= "\U0003ffff"


def heading_end(text: str, *, is_alone: Callable[[], bool]) -> int | None:
    """Where a heading that leads a text ends; None where a number leads a plain sentence.

    A heading stands alone on a short line without a mark at its end, or is run in: a phrase with
    。 after it, and the text goes on.

    Args:
        text: a line or a paragraph that begins with a heading's number.
        is_alone: whether nothing of the paragraph follows on other lines.
    """
    stop = text.find("。")
    if stop < 0:
        return len(text) if text[-1] not in _SENTENCE_MARKS and is_alone() else None
    if stop == len(text) - 1 or any(mark in text[:stop] for mark in _MARKS_INSIDE):
        return None
    return stop
