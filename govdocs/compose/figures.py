"""Pictures at their printed size, with their captions."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from govdocs.compose.composition import (
    ComposedBlock,
    ComposedFigure,
    ComposedParagraph,
    Profile,
    Role,
    TextRun,
)
from govdocs.errors import LayoutError
from govdocs.model.nodes import Figure, ImageFormat
from govdocs.units import EMU_PER_MM, mm, pt

_ASSUMED_DPI = 96  # for pictures that do not say
_LEAST = pt(0.1)  # a picture of no height or width is no picture to a PDF or DOCX reader
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def compose_figure(figure: Figure, profile: Profile, source: int) -> Iterator[ComposedBlock]:
    """The picture, no larger than the type area, and its caption if it has one.

    Raises:
        LayoutError: the picture's size cannot be read.
    """
    width, height = _printed_size(figure, profile)
    yield ComposedFigure(
        figure.data, f"image/{figure.format.value}", width, height, figure.alt, source
    )
    if figure.caption:
        face = profile.styles[Role.CAPTION].face
        run = TextRun(figure.caption, Role.CAPTION, face)
        yield ComposedParagraph(Role.CAPTION, (run,), source=source)


def _printed_size(figure: Figure, profile: Profile) -> tuple[int, int]:
    """Width and height in EMU, in the picture's proportions."""
    across, down, dpi = pixel_size(figure)
    wanted = mm(figure.width_mm) if figure.width_mm else round(across / dpi * 25.4 * EMU_PER_MM)
    page = profile.page
    # One grid line is left for the caption or for what the picture is kept with.
    room = page.type_area_height - page.line_top(2)
    width = max(_LEAST, min(wanted, page.type_area_width, room * across // down))
    return width, max(_LEAST, min(room, width * down // across))


def pixel_size(figure: Figure) -> tuple[int, int, float]:
    """Columns, rows and dots an inch of a picture as stored, read from its header.

    An orientation in a JPEG's Exif data is left alone; no writer turns a picture either.

    Raises:
        LayoutError: the header is broken.
    """
    try:
        read = _png_size if figure.format is ImageFormat.PNG else _jpeg_size
        across, down, dpi = read(figure.data)
    except (struct.error, IndexError) as error:
        raise LayoutError(
            f"图片“{figure.alt}”的数据不完整；请换一张",
            f"the picture “{figure.alt}” is incomplete; use another",
        ) from error
    if not (across and down):
        raise LayoutError(
            f"图片“{figure.alt}”没有大小；请换一张",
            f"the picture “{figure.alt}” has no size; use another",
        )
    return across, down, dpi or _ASSUMED_DPI


def _png_size(data: bytes) -> tuple[int, int, float]:
    across, down = struct.unpack_from(">II", data, 16)
    at = data.find(b"pHYs", 0, 4096)
    if at < 0:
        return across, down, 0
    per_metre, _, unit = struct.unpack_from(">IIB", data, at + 4)
    return across, down, per_metre * 0.0254 if unit == 1 else 0


def _jpeg_size(data: bytes) -> tuple[int, int, float]:
    at, dpi = 2, 0.0
    while True:
        marker, length = struct.unpack_from(">xBH", data, at)
        if marker == 0xFF:  # fill bytes may stand before a marker
            at += 1
            continue
        if marker == 0xE0 and data[at + 4 : at + 9] == b"JFIF\0":
            unit, density = struct.unpack_from(">BH", data, at + 11)
            dpi = {1: density, 2: density * 2.54}.get(unit, 0)
        if marker in _JPEG_SIZES:
            down, across = struct.unpack_from(">HH", data, at + 5)
            return across, down, dpi
        at += 2 + length
