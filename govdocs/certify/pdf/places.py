"""Faces, sizes and distances of lines, as checks ask for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from govdocs.certify.data import tolerances
from govdocs.certify.faces import face_of, is_made_up
from govdocs.certify.forms import is_han
from govdocs.certify.judging import is_near
from govdocs.certify.pdf.anatomy import Anatomy
from govdocs.certify.pdf.frames import Frame
from govdocs.certify.pdf.sheet import Glyph, Line
from govdocs.certify.result import Wording
from govdocs.standards.profile import Role
from govdocs.typography.face_role import FaceRole
from govdocs.units import to_pt

_MOST = 0.8
_DIGIT_FACES = (FaceRole.FANG, FaceRole.LATIN, FaceRole.SONG)


def telling_glyphs(lines: Iterable[Line]) -> list[Glyph]:
    """The glyphs that show the face of Chinese text; all where there are no Chinese ones."""
    every = [glyph for line in lines for glyph in line.glyphs]
    return [glyph for glyph in every if is_han(glyph.text)] or every


def has_face(glyphs: Sequence[Glyph], *roles: FaceRole) -> bool | None:
    """Whether most glyphs are of one of these faces; None where the names do not tell."""
    counts = Counter(_known_face(glyph.font) for glyph in glyphs)
    total = sum(counts.values())
    right = sum(counts[role.value] for role in roles)
    if right >= _MOST * total:
        return True
    return None if right + counts[None] >= _MOST * total else False


def _known_face(font: str) -> str | None:
    return None if is_made_up(font) else face_of(font)


def has_size(glyphs: Sequence[Glyph], points: float) -> bool:
    """Whether most glyphs are of a size."""
    right = sum(is_near(glyph.size, points, tolerances().size_pt) for glyph in glyphs)
    return right >= _MOST * len(glyphs)


def is_set_as(
    a: Anatomy, lines: Sequence[Line], role: Role, *, digits: bool = False
) -> bool | None:
    """Whether lines have the face and size of a role; None where the face's name does not tell.

    Args:
        a: the file.
        lines: at least one.
        role: whose style.
        digits: whether they are digits alone, for which a Latin face will do.
    """
    glyphs = telling_glyphs(lines)
    style = a.profile.styles[role]
    if not has_size(glyphs, to_pt(style.size)):
        return False
    return has_face(glyphs, *(_DIGIT_FACES if digits else (style.face,)))


def look(lines: Sequence[Line]) -> str:
    """Face and size as measured: ``FangSong_GB2312 16 pt``."""
    glyphs = telling_glyphs(lines)
    font = Counter(glyph.font for glyph in glyphs).most_common(1)[0][0]
    size = Counter(round(glyph.size, 1) for glyph in glyphs).most_common(1)[0][0]
    return f"{font or '?'} {size:g} pt"


def cells_from_left(a: Anatomy, line: Line, frame: Frame) -> float:
    """How far a line stands from the type area's left edge, 字."""
    return (line.left - frame.left) / a.cell


def cells_from_right(a: Anatomy, line: Line, frame: Frame) -> float:
    """How far a line stands from the type area's right edge, 字."""
    return (frame.right - line.right) / a.cell


def is_cells(measured: float, expected: float) -> bool:
    """Whether a distance in 字 is right."""
    return is_near(measured, expected, tolerances().cells)


def is_centred(line: Line, *middles: float) -> bool:
    """Whether a line stands about one of these middles, by its glyphs or by what they show."""
    ink = (line.ink.left + line.ink.right) / 2
    near = tolerances().centre_mm
    return any(is_near(at, middle, near) for at in (line.middle, ink) for middle in middles)


def off_middle(off: float) -> Wording:
    """How far from the middle, mm, in words; nothing is never minus nothing."""
    off = round(off, 1) + 0.0
    return Wording(f"偏 {off:+.1f} mm", f"{off:+.1f} mm off the middle")


def blank_lines(a: Anatomy, upper: float, lower: float) -> float:
    """How many lines fit between two edges, one over the other."""
    return (lower - upper) / a.pitch


def is_lines(measured: float, expected: int) -> bool:
    """Whether so many blank lines lie between two edges.

    Line boxes add up to half a line of their own to what is blank.
    """
    limits = tolerances()
    return expected - limits.fewer_lines <= measured <= expected + limits.more_lines


def line_index(a: Anatomy, line: Line, top: float) -> float:
    """On which line under an edge something stands, counted from 0."""
    return (line.em_top - top) / a.pitch


def shown(text: str, most: int = 16) -> str:
    """A text as a measurement quotes it."""
    return text if len(text) <= most else f"{text[:most]}…"
