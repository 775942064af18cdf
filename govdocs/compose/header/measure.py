"""Widths and ink of the header block's texts, from the faces themselves.

Other texts are composed with nominal widths; a mark is fitted to its room and hung by its ink.
"""

from __future__ import annotations

from typing import NamedTuple

from govdocs.compose.composition import Profile, Role, RoleStyle
from govdocs.fontbook.book import FontBook
from govdocs.standards.official import HeaderStyle
from govdocs.typography.charclass import classes
from govdocs.typography.spacing import meeting_points, script_changes


class Measure(NamedTuple):
    """How wide and high texts are in the faces of a font book."""

    profile: Profile
    fonts: FontBook

    @property
    def look(self) -> HeaderStyle:
        """How the header block is set, in a format that has one."""
        look = self.profile.header
        assert look is not None
        return look

    @property
    def edge(self) -> int:
        """From an edge of the type area to the texts beside it, EMU."""
        return round(self.look.edge_chars * self.profile.page.cell)

    @property
    def gap(self) -> int:
        """Least room between two texts beside each other, EMU."""
        return round(self.look.gap_chars * self.profile.page.cell)

    def style(self, role: Role) -> RoleStyle:
        """How a role is set."""
        return self.profile.styles[role]

    def width(self, text: str, role: Role, size: int | None = None) -> int:
        """Width of a text on one line, EMU; a character that no face holds counts one em.

        Args:
            text: printable text.
            role: how it is set.
            size: type size, EMU; None for the role's own.
        """
        style, em = self.style(role), size or self.style(role).size
        tracking = self.profile.page.tracking if style.on_grid else 0
        coverage = self.fonts.coverage(style.face, style.latin_face)
        faces = map(coverage.__getitem__, text)
        advances = sum(
            face.advances(em)[char] if face else em for char, face in zip(text, faces, strict=True)
        )
        kinds = classes(text)
        meetings = set(meeting_points(kinds))
        changes = set(script_changes(kinds)) | meetings
        gap = round(self.profile.spacing.han_latin_gap_em * em)
        return advances + tracking * (len(text) - 1 - len(changes)) + gap * len(meetings)

    def ink_top(self, text: str, role: Role, size: int) -> int:
        """From the baseline up to the highest ink of a text, EMU."""
        style = self.style(role)
        coverage = self.fonts.coverage(style.face, style.latin_face)
        tops = (
            round(face.ink_top(char) * size / face.units_per_em)
            for char in text
            if (face := coverage[char])
        )
        return max(tops, default=0)
