"""主送机关 and 题注, between the title and the text.

Source:
    GB/T 9704-2012 7.3.2
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdocs.compose.composition import ComposedParagraph, Profile, Role
from govdocs.compose.grid_text import even_breaks
from govdocs.compose.plain_paragraph import plain_paragraph
from govdocs.model.nodes import MainPart


def compose_under_title(main: MainPart, profile: Profile) -> Iterator[ComposedParagraph]:
    """What stands under the title: its note in brackets, then the addressees with their colon."""
    if main.title_note:
        note = plain_paragraph(Role.TITLE_NOTE, f"（{main.title_note}）", profile)
        yield note._replace(breaks=even_breaks(note.text, profile))
    if main.addressees:
        yield plain_paragraph(Role.ADDRESSEES, organs_text(main.addressees) + "：", profile)


def organs_text(organs: Sequence[str]) -> str:
    """Organs as they are printed one after the other, without the last mark.

    Those of one kind are joined by 、 and kinds by ，: an entry that names several organs itself,
    as in ``各乡镇人民政府、各街道办事处``, is a kind of its own.
    """
    marks = "，" if any("、" in organ for organ in organs) else "、"
    return marks.join(organs)
