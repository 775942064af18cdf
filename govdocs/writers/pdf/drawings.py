"""Drawings as paths: filled, hatched, stroked.

Source:
    ISO 32000-1 8.5 (paths, clipping), 8.4.3 (line width, dashes)
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.layout.pages import Drawing, Hatch, Point, Shape, Stroke
from govdocs.units import EMU_PER_PT

# Slopes of the lines of each hatch: 1 rises, -1 falls, 0 is level.
_SLOPES = {
    Hatch.RISING: (1,),
    Hatch.FALLING: (-1,),
    Hatch.CROSSED: (1, -1),
    Hatch.LEVEL: (0,),
}


def drawing_content(drawing: Drawing, height: int) -> bytes:
    """The operators of a drawing's shapes; its text is written with that of the page.

    Args:
        drawing: in its place.
        height: of the sheet, EMU.
    """
    parts = [part for shape in drawing.shapes for part in _shape(shape, drawing, height)]
    return b"q 1 j\n%s\nQ" % b"\n".join(parts)


def _shape(shape: Shape, drawing: Drawing, height: int) -> Iterator[bytes]:
    path = _path(shape, height)
    fill, stroke = shape.fill, shape.stroke
    if fill is not None and stroke is not None and fill.hatch is None:
        yield b"%s g %s %s B" % (_number(fill.gray), _stroke(stroke), path)
        return
    if fill is not None:
        yield b"%s g %s f" % (_number(fill.gray), path)
        if fill.hatch is not None:
            lines = _hatching(shape, fill.hatch, drawing, height)
            yield b"q %s W n %s %s S Q" % (path, _stroke(drawing.hatching), lines)
    if stroke is not None:
        yield b"%s %s S" % (_stroke(stroke), path)


def _path(shape: Shape, height: int) -> bytes:
    parts = [b"%s m" % _point(shape.start, height)]
    for segment in shape.segments:
        points = b" ".join([_point(point, height) for point in segment])
        parts.append(b"%s %s" % (points, b"l" if len(segment) == 1 else b"c"))
    if shape.is_closed:
        parts.append(b"h")
    return b" ".join(parts)


def _hatching(shape: Shape, hatch: Hatch, drawing: Drawing, height: int) -> bytes:
    """Lines over a shape's box; they lie on one raster in the whole drawing."""
    points = [shape.start, *(point for segment in shape.segments for point in segment)]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, foot = min(y for _, y in points), max(y for _, y in points)
    parts: list[bytes] = []
    for slope in _SLOPES[hatch]:
        # Lines y = c - slope * x, c on multiples of the pitch along the vertical.
        pitch = round(drawing.hatch_pitch * (2**0.5 if slope else 1))
        ends = [y + slope * x for x in (left, right) for y in (top, foot)]
        origin = drawing.y + slope * drawing.x
        first = (min(ends) - origin) // pitch
        last = -((origin - max(ends)) // pitch)
        for number in range(first, last + 1):
            c = origin + number * pitch
            start, end = (left, c - slope * left), (right, c - slope * right)
            parts.append(b"%s m %s l" % (_point(start, height), _point(end, height)))
    return b" ".join(parts)


def _stroke(stroke: Stroke) -> bytes:
    dashes = b" ".join([_number(length / EMU_PER_PT) for length in stroke.dashes])
    width = _number(stroke.width / EMU_PER_PT)
    return b"%s G %s w [%s] 0 d" % (_number(stroke.gray), width, dashes)


def _point(point: Point, height: int) -> bytes:
    return b"%.2f %.2f" % (point[0] / EMU_PER_PT, (height - point[1]) / EMU_PER_PT)


def _number(value: float) -> bytes:
    return b"%g" % round(value, 4)
