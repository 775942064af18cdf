"""Seals and signature stamps on the page: their room, a draft's ring, a picture.

Source:
    GB/T 9704-2012 7.3.5.1, 7.3.5.3
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govdocs.compose.composition import (
    ComposedParagraph,
    PageGeometry,
    Role,
    SealPlace,
    TextRun,
)
from govdocs.layout.pages import (
    Anchor,
    Drawing,
    Picture,
    PlacedItem,
    SealRoom,
    Shape,
    Stroke,
    TextLine,
)
from govdocs.layout.paragraph.justify import natural_line, shifted
from govdocs.layout.setting import Setting
from govdocs.layout.shapes import circle, rectangle

_PNG = "image/png"


class Foot(NamedTuple):
    """Where the paragraph of seals ends: page index from 0, EMU from the sheet's upper edge."""

    page: int
    y: int


def printed(block: ComposedParagraph) -> ComposedParagraph:
    """A paragraph as a PDF has it: a name gives way to the picture of the stamp that bears it."""
    if not any(seal.picture is not None for seal in block.seals):
        return block
    runs = tuple(
        run._replace(text="") if run.role is Role.STAMP_NAME else run for run in block.runs
    )
    return block._replace(runs=runs)


def seal_rooms(seals: Sequence[SealPlace], foot: Foot, page: PageGeometry) -> Iterator[SealRoom]:
    """Where the seals of a paragraph are to come, whether they are shown or not."""
    for seal in seals:
        rise = page.line_top(1) // 2 if seal.rise is None else seal.rise
        rise += page.line_top(seal.lines_up)
        x = page.binding_margin + seal.across - seal.width // 2
        yield SealRoom(foot.page, x, foot.y - rise - seal.height // 2, seal.width, seal.height)


def seal_items(
    seals: Sequence[SealPlace], rooms: Sequence[SealRoom], setting: Setting, order: int
) -> Iterator[PlacedItem]:
    """What is shown of seals in their rooms: pictures where given, else a draft's rings."""
    anchor = Anchor(order, Role.SEAL)
    for seal, room in zip(seals, rooms, strict=True):
        if seal.picture is not None:
            yield Picture(*_fitted(room, seal.picture), seal.picture, _PNG, seal.name, anchor)
        elif seal.is_drafted:
            yield _drafted(seal, room, setting, anchor)


def _fitted(room: SealRoom, picture: bytes) -> tuple[int, int, int, int]:
    """The box of a PNG in a room: as large as it can be in its proportions, in the middle.

    Whether it is a sound PNG is for the writer to find out.
    """
    head = picture[16:24].ljust(8, b"\0")
    across, down = (max(1, size) for size in struct.unpack(">II", head))
    width = min(room.width, room.height * across // down)
    height = min(room.height, room.width * down // across)
    return (
        room.x + (room.width - width) // 2,
        room.y + (room.height - height) // 2,
        width,
        height,
    )


def place_under_text(items: Sequence[PlacedItem]) -> int:
    """Where seals come among the items of a page: under the signatures, which stay readable."""
    last = len(items) - 1
    under = (
        index
        for index, item in enumerate(items)
        if isinstance(item, TextLine) and item.anchor.role is Role.SIGNATURE
    )
    return next(under, last)


def _drafted(seal: SealPlace, room: SealRoom, setting: Setting, anchor: Anchor) -> Drawing:
    """A dashed outline with a word across it: neither a star nor anything else of a seal."""
    closing, style = setting.profile.closing, setting.profile.styles[Role.SEAL]
    gray = 1 - style.ink.cmyk[3] if style.ink else 0
    stroke = Stroke(closing.draft_ring, gray, closing.draft_ring_dashes)
    centre = (room.x + room.width // 2, room.y + room.height // 2)
    outline: Shape = (
        circle(centre, room.width // 2, None, stroke)
        if seal.is_round
        else rectangle(*room[1:], None, stroke)
    )
    return Drawing(
        *room[1:],
        (outline,),
        tuple(_word(centre, setting, anchor)) if seal.is_round else (),
        stroke,
        stroke.width,
        f"{seal.name}：{closing.draft_word}",
        anchor,
    )


def _word(centre: tuple[int, int], setting: Setting, anchor: Anchor) -> Iterator[TextLine]:
    """The draft's word, turned, its middle in the middle of the seal."""
    closing, style = setting.profile.closing, setting.profile.styles[Role.SEAL]
    run = TextRun(closing.draft_word, Role.SEAL, style.face)
    par = setting.prepared((run,), style, closing.draft_word)
    if par is None:
        return
    runs, width = natural_line(par, setting.profile.spacing)
    angle = math.radians(closing.draft_turn)
    # From the baseline up to the middle of a character.
    along, across = width / 2, style.size / 2 - setting.profile.page.descent(style.size)
    x = centre[0] - along * math.cos(angle) + across * math.sin(angle)
    y = centre[1] + along * math.sin(angle) + across * math.cos(angle)
    yield TextLine(round(y), shifted(runs, round(x)), anchor, style.ink, closing.draft_turn)
