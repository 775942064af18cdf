"""Pages: what stands where. Lengths in EMU, origin at the sheet's top left, y downwards.

A page's items are in reading order. Every item carries an Anchor that says what it belongs to, so a
writer can tag it without knowing anything else.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple, TypeAlias

from govdocs.compose.composition import (
    Fill,
    Hatch,
    Ink,
    OutlineEntry,
    PageGeometry,
    Role,
    Stroke,
)
from govdocs.findings import Finding
from govdocs.fontbook.sfnt import Face
from govdocs.typography.face_role import FaceRole

__all__ = [
    "Anchor",
    "Bar",
    "Bookmark",
    "CellPlace",
    "Drawing",
    "Face",
    "FaceRole",
    "Fill",
    "GlyphRun",
    "Hatch",
    "Ink",
    "Page",
    "PageGeometry",
    "Pages",
    "Picture",
    "PlacedItem",
    "Role",
    "Rules",
    "SealRoom",
    "Shape",
    "Stroke",
    "TextLine",
    "Turned",
]


class CellPlace(NamedTuple):
    """A cell's place in its table."""

    row: int
    column: int
    rowspan: int
    colspan: int
    is_head: bool


class Anchor(NamedTuple):
    """What a placed item belongs to.

    Attributes:
        order: reading order in the whole document; the items of one block share it.
        role: the block's role.
        source: index of the block in the walk of the document, or None.
        cell: place in a table, or None.
        is_repeated: True for furniture: page numbers, a table head shown again.
    """

    order: int
    role: Role
    source: int | None = None
    cell: CellPlace | None = None
    is_repeated: bool = False


class GlyphRun(NamedTuple):
    """Text of one face and size on a line.

    Character n starts at x plus the advances of those before it, plus n times the tracking.
    """

    text: str
    face: Face
    size: int
    x: int
    tracking: int
    role: Role


class TextLine(NamedTuple):
    """A printed line: its runs from left to right on one baseline; black where ink is None.

    ``turn`` is by how many degrees it is turned counter-clockwise about its beginning.
    """

    baseline: int
    runs: tuple[GlyphRun, ...]
    anchor: Anchor
    ink: Ink | None = None
    turn: int = 0


class Rules(NamedTuple):
    """The frames of a table's cells on one page: (x, y, width, height) each."""

    frames: tuple[tuple[int, int, int, int], ...]
    thickness: int
    anchor: Anchor


class Picture(NamedTuple):
    """A picture in its place."""

    x: int
    y: int
    width: int
    height: int
    data: bytes
    media_type: str
    alt: str
    anchor: Anchor


class Bar(NamedTuple):
    """A ruled line as a filled rectangle (EMU); black where ink is None."""

    x: int
    y: int
    width: int
    height: int
    anchor: Anchor
    ink: Ink | None = None


Point: TypeAlias = tuple[int, int]


class Shape(NamedTuple):
    """A path that is filled, stroked or both.

    A segment of one point is a straight line to it; one of three points is a Bézier curve to the
    third, the others being its controls.
    """

    start: Point
    segments: tuple[tuple[Point, ...], ...]
    is_closed: bool
    fill: Fill | None = None
    stroke: Stroke | None = None


class Drawing(NamedTuple):
    """A chart in its place.

    Attributes:
        x, y, width, height: its box.
        shapes: from back to front; the text stands over them.
        lines: its text, in reading order.
        hatching: stroke of the lines of a hatched fill; hatch_pitch: from one to the next, EMU.
        alt: what it shows, in words.
    """

    x: int
    y: int
    width: int
    height: int
    shapes: tuple[Shape, ...]
    lines: tuple[TextLine, ...]
    hatching: Stroke
    hatch_pitch: int
    alt: str
    anchor: Anchor


class Turned(NamedTuple):
    """What lies turned by 90° counter-clockwise on its page (a landscape table, clause 8).

    The places of its items are those on the sheet as its reader holds it: x from the sheet's foot
    upwards, y from its left edge to the right.
    """

    items: tuple[PlacedItem, ...]


PlacedItem: TypeAlias = TextLine | Rules | Bar | Picture | Drawing | Turned


class Page(NamedTuple):
    """One page; ``furniture`` (the page number) is not part of the reading order."""

    number: int
    items: tuple[PlacedItem, ...]
    furniture: tuple[TextLine, ...]


class SealRoom(NamedTuple):
    """Room for a seal or a signature stamp, shown or not: page index from 0, and its box."""

    page: int
    x: int
    y: int
    width: int
    height: int


class Bookmark(NamedTuple):
    """An outline entry and where it stands: page index from 0, y in EMU from the sheet's top."""

    entry: OutlineEntry
    page: int
    y: int


class Pages(NamedTuple):
    """A laid-out document.

    Attributes:
        findings: what a reader of the pages may want to know.
        even_shift: how far right of their places all items of even pages are printed, EMU;
            negative where margins are mirrored (5.2.1: the binding edge changes its side).
        rooms: where seals and signature stamps are to come.
    """

    geometry: PageGeometry
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    title: str
    author: str
    date: datetime.date
    findings: tuple[Finding, ...] = ()
    even_shift: int = 0
    rooms: tuple[SealRoom, ...] = ()
