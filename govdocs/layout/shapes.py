"""Shapes of drawings as paths: rectangles, lines, slices of a circle, and signs for points."""

from __future__ import annotations

import math
from collections.abc import Sequence

from govdocs.compose.composition import Marker
from govdocs.layout.pages import Anchor, Drawing, Fill, Point, Shape, Stroke
from govdocs.layout.paragraph.justify import shifted

_LONGEST_ARC = 0.125  # turns; one Bézier curve is a circle's arc to within 1/200,000 up to there


def line(points: Sequence[Point], stroke: Stroke) -> Shape:
    """An open line through points."""
    return Shape(points[0], tuple((point,) for point in points[1:]), False, None, stroke)


def polygon(points: Sequence[Point], fill: Fill | None, stroke: Stroke | None = None) -> Shape:
    """A closed line through points."""
    return Shape(points[0], tuple((point,) for point in points[1:]), True, fill, stroke)


def rectangle(
    x: int, y: int, width: int, height: int, fill: Fill | None, stroke: Stroke | None = None
) -> Shape:
    """A rectangle; a negative height reaches upwards from ``y``."""
    right, foot = x + width, y + height
    return polygon([(x, y), (right, y), (right, foot), (x, foot)], fill, stroke)


def circle(centre: Point, radius: int, fill: Fill | None, stroke: Stroke | None = None) -> Shape:
    """A whole circle."""
    start = _on_circle(centre, radius, 0)
    return Shape(start, _arc(centre, radius, 0, 1), True, fill, stroke)


def slice_of(
    centre: Point, radius: int, start: float, end: float, fill: Fill, stroke: Stroke
) -> Shape:
    """A slice of a pie between two angles, in turns clockwise from the top."""
    edge = _on_circle(centre, radius, start)
    return Shape(centre, ((edge,), *_arc(centre, radius, start, end)), True, fill, stroke)


def _arc(centre: Point, radius: int, start: float, end: float) -> tuple[tuple[Point, ...], ...]:
    count = max(1, math.ceil((end - start) / _LONGEST_ARC))
    turn = (end - start) / count
    reach = 4 / 3 * math.tan(turn * math.tau / 4) * radius
    segments: list[tuple[Point, ...]] = []
    for number in range(count):
        first, last = start + number * turn, start + (number + 1) * turn
        segments.append(
            (
                _beside(_on_circle(centre, radius, first), first, reach),
                _beside(_on_circle(centre, radius, last), last, -reach),
                _on_circle(centre, radius, last),
            )
        )
    return tuple(segments)


def _on_circle(centre: Point, radius: int, turn: float) -> Point:
    angle = turn * math.tau
    return centre[0] + round(radius * math.sin(angle)), centre[1] - round(radius * math.cos(angle))


def _beside(point: Point, turn: float, reach: float) -> Point:
    """A point moved along the circle's tangent."""
    angle = turn * math.tau
    return point[0] + round(reach * math.cos(angle)), point[1] + round(reach * math.sin(angle))


_CORNERS = {
    Marker.SQUARE: ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)),
    Marker.DIAMOND: ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)),
    Marker.TRIANGLE: ((0.0, -1.2), (1.2, 1.0), (-1.2, 1.0)),
}


def sign(marker: Marker, centre: Point, size: int, fill: Fill, stroke: Stroke) -> Shape:
    """The sign of a point, about ``size`` wide."""
    radius = size // 2
    if marker is Marker.CIRCLE:
        return circle(centre, radius, fill, stroke)
    corners = [
        (centre[0] + round(across * radius), centre[1] + round(down * radius))
        for across, down in _CORNERS[marker]
    ]
    return polygon(corners, fill, stroke)


def moved(drawing: Drawing, x: int, y: int, anchor: Anchor) -> Drawing:
    """A drawing moved to the right and down by EMU, under an anchor of its own."""
    return drawing._replace(
        x=drawing.x + x,
        y=drawing.y + y,
        shapes=tuple(_moved_shape(shape, x, y) for shape in drawing.shapes),
        lines=tuple(
            one._replace(baseline=one.baseline + y, runs=shifted(one.runs, x), anchor=anchor)
            for one in drawing.lines
        ),
        anchor=anchor,
    )


def _moved_shape(shape: Shape, x: int, y: int) -> Shape:
    return shape._replace(
        start=(shape.start[0] + x, shape.start[1] + y),
        segments=tuple(
            tuple((across + x, down + y) for across, down in segment) for segment in shape.segments
        ),
    )
