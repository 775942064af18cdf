"""Step 1 and 2 of a paragraph: collect its text with faces, then its advances and gaps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate, groupby, pairwise
from types import MappingProxyType
from typing import NamedTuple

from govdocs.compose.composition import Role, RoleStyle, TextRun
from govdocs.fontbook.book import FontBook
from govdocs.fontbook.sfnt import Face
from govdocs.typography.charclass import classes
from govdocs.typography.spacing import (
    mark_pairs,
    meeting_points,
    rigid_joints,
    script_changes,
    single_marks,
)


class Segment(NamedTuple):
    """Text of one face: offsets in the paragraph's text."""

    start: int
    end: int
    face: Face
    role: Role


class Prepared(NamedTuple):
    """A paragraph ready to be broken; lengths in EMU.

    Attributes:
        text: all its text.
        segments: the faces of the text, in order.
        size: type size.
        tracking: what is added to every advance (negative on the grid).
        ends: n + 1 values: how far the first n characters reach, gaps included.
        gaps: offset -> room before that character, where the script changes (it may be 0).
        rigid: offsets before which a line is never spread, ascending.
        pairs, singles: offsets where marks can be squeezed, ascending; see ``spacing``.
    """

    text: str
    segments: tuple[Segment, ...]
    size: int
    tracking: int
    ends: list[int]
    gaps: Mapping[int, int]
    rigid: Sequence[int]
    pairs: Sequence[int]
    singles: Sequence[int]

    def width(self, start: int, end: int) -> int:
        """Natural width of the text between two offsets on a line of its own."""
        return self.ends[end] - self.ends[start] - self.gaps.get(start, 0)


_NO_GAPS: Mapping[int, int] = MappingProxyType({})


class MissingCharacter(NamedTuple):
    """A character that no face holds, and its offset in the paragraph."""

    char: str
    offset: int


def prepare(
    runs: Sequence[TextRun],
    style: RoleStyle,
    fonts: FontBook,
    *,
    tracking: int,
    gap_em: float,
    size: int | None = None,
) -> Prepared | tuple[MissingCharacter, ...]:
    """Give every character its face, advance and gap.

    Args:
        runs: the text.
        style: the paragraph's style (Latin face and size).
        fonts: the faces.
        tracking: EMU added to each advance.
        gap_em: gap between Han and Latin, in em.
        size: type size in EMU, where it is not the style's.

    Returns:
        The prepared paragraph, or the characters that no face holds.
    """
    text = "".join([run.text for run in runs])
    size = style.size if size is None else size
    segments: list[Segment] = []
    advances: list[int] = []
    missing: list[MissingCharacter] = []
    start = 0
    for run in runs:
        coverage = fonts.coverage(run.face, style.latin_face)
        for face, chars in groupby(run.text, coverage.__getitem__):
            stretch = list(chars)
            end = start + len(stretch)
            if face is None:
                missing += [MissingCharacter(char, start + i) for i, char in enumerate(stretch)]
            else:
                segments.append(Segment(start, end, face, run.role))
                advances += map(face.advances(size).__getitem__, stretch)
            start = end
    if missing:
        return tuple(missing)
    if tracking:
        advances = [advance + tracking for advance in advances]
    if text.isascii() and text.isalnum():
        # A figure or one word, as most cells of a table are: nothing of what follows is in it.
        return Prepared(
            text,
            tuple(segments),
            size,
            tracking,
            list(accumulate(advances, initial=0)),
            {},
            list(range(1, len(text))),
            [],
            [],
        )
    kinds = classes(text)
    # The last character before a change of script keeps its whole advance, as in LibreOffice.
    gaps = dict.fromkeys(script_changes(kinds), -tracking)
    gap = round(gap_em * size) - tracking
    gaps.update(dict.fromkeys(meeting_points(kinds), gap))
    for offset, room in gaps.items():
        advances[offset] += room
    return Prepared(
        text,
        tuple(_cut_at_gaps(segments, gaps)),
        size,
        tracking,
        list(accumulate(advances, initial=0)),
        gaps,
        rigid_joints(kinds),
        mark_pairs(kinds),
        single_marks(kinds),
    )


def _cut_at_gaps(segments: list[Segment], gaps: dict[int, int]) -> list[Segment]:
    """Segments cut where a gap stands inside one (Han and Latin text of the same face)."""
    inside = sorted(gaps.keys() - {segment.start for segment in segments})
    if not inside:
        return segments
    cut: list[Segment] = []
    for segment in segments:
        points = inside[bisect_left(inside, segment.start) : bisect_left(inside, segment.end)]
        edges = [segment.start, *points, segment.end]
        cut += [segment._replace(start=a, end=b) for a, b in pairwise(edges)]
    return cut
