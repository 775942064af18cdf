"""What stands over and under a table: caption, unit, notes.

The standard names none of them; what is done here is common practice. The text is printed as it
was given: a unit may be 单位：万元 or 金额单位：万元, a note 注：… or ①….
"""

from __future__ import annotations

from typing import NamedTuple

from govdocs.compose.composition import ComposedParagraph, Profile, Role
from govdocs.compose.plain_paragraph import plain_paragraph
from govdocs.model.nodes import Table


class Around(NamedTuple):
    """The paragraphs over and under a table."""

    above: tuple[ComposedParagraph, ...]
    below: tuple[ComposedParagraph, ...]


_NOTHING = Around((), ())


def compose_around(table: Table, profile: Profile, source: int) -> Around:
    """The caption and under it the unit; the notes, one paragraph each. Empty ones are left out."""
    if not (table.caption or table.unit or table.notes):
        return _NOTHING
    over = ((Role.TABLE_CAPTION, table.caption), (Role.TABLE_UNIT, table.unit))
    under = [(Role.TABLE_NOTE, note) for note in table.notes]

    def made(role: Role, text: str) -> ComposedParagraph:
        return plain_paragraph(role, text, profile)._replace(source=source)

    return Around(
        tuple(made(role, text) for role, text in over if text),
        tuple(made(role, text) for role, text in under if text),
    )
