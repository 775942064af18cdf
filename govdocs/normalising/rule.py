"""What a rule of normalising is, and what it says of a text."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """One thing that a rule has to say: ``text[start:end]``, never empty, becomes ``new``.

    ``new`` is None where the rule cannot know the right form: that is reported, not changed.
    """

    start: int
    end: int
    new: str | None


class Part(enum.StrEnum):
    """What kind of text a rule is asked about."""

    PROSE = "prose"
    """A paragraph, an item, a heading, a note."""
    TITLE = "title"
    """A title, a caption, the name of an attachment."""
    NAME = "name"
    """Names of organs and lists of people, as their owners write them."""
    CELL = "cell"
    """A table cell: figures and labels, often set apart by blanks."""
    DOCUMENT_NUMBER = "document_number"
    """A 发文字号 on its own."""


PROSE_ONLY = frozenset({Part.PROSE})
SENTENCES = frozenset({Part.PROSE, Part.TITLE})
CITATIONS = frozenset({Part.PROSE, Part.TITLE, Part.CELL})
EVERYWHERE = frozenset({Part.PROSE, Part.TITLE, Part.NAME, Part.CELL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of normalising.

    Attributes:
        name: its stable name, which switches it off.
        clause: where the standard says so.
        zh, en: what it does, in a line.
        edits: what it has to say of a text, in order, without overlaps.
        parts: the kinds of text that it is for.
        keeps_quotations: whether it leaves alone what stands inside 《》〈〉“”‘’: the words of
            others are theirs. Only rules on the width of characters and marks do not.
    """

    name: str
    clause: str
    zh: str
    en: str
    edits: Callable[[str], Iterable[Edit]]
    parts: frozenset[Part] = SENTENCES
    keeps_quotations: bool = True
