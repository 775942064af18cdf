"""A paragraph of one text."""

from __future__ import annotations

from govdocs.compose.composition import ComposedParagraph, Profile, Role, TextRun


def plain_paragraph(role: Role, text: str, profile: Profile) -> ComposedParagraph:
    """A paragraph of one text in its role's face."""
    return ComposedParagraph(role, (TextRun(text, role, profile.styles[role].face),))
