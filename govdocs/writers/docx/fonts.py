"""Which fonts Word may take where an official one is not installed."""

from __future__ import annotations

from govdocs.compose.composition import FaceRole, Profile
from govdocs.fontbook.official import docx_name, official_names

_OLD_CHARACTER_SET = "_GB2312"  # Windows 7 and later ship the successors of these faces


def font_alternatives(profile: Profile) -> dict[str, str]:
    """Chinese font of the profile -> the next best font of the same style."""
    faces = {style.face: None for style in profile.styles.values()}
    faces |= dict.fromkeys(profile.inline_faces.values())
    return {
        docx_name(face): alternative
        for face in faces
        if (alternative := _alternative(face)) is not None
    }


def _alternative(face: FaceRole) -> str | None:
    own = docx_name(face)
    names = (name for name in official_names(face) if name != own)
    return next((name for name in names if not name.endswith(_OLD_CHARACTER_SET)), None)
