"""Shapes: circles are round, slices meet, moving changes nothing but the place."""

import math

import pytest

from govdocs.compose.composition import Fill, Marker, Role, Stroke
from govdocs.layout.pages import Anchor, Drawing
from govdocs.layout.shapes import circle, moved, rectangle, sign, slice_of
from govdocs.units import mm, pt

BLACK, LINE = Fill(0.0), Stroke(pt(0.5))
CENTRE = (mm(50), mm(40))
RADIUS = mm(30)


def on_curve(start, segment, t):
    """A point of a Bézier curve."""
    points = (start, *segment)
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return tuple(sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))


@pytest.mark.parametrize(
    "shape",
    [circle(CENTRE, RADIUS, BLACK), slice_of(CENTRE, RADIUS, 0.1, 0.85, BLACK, LINE)],
    ids=["circle", "slice"],
)
def test_arcs_are_round(shape):
    points = [shape.start, *(segment[-1] for segment in shape.segments)]
    for start, segment in zip(points, shape.segments, strict=False):
        if len(segment) == 3:
            for t in (0.0, 0.3, 0.5, 1.0):
                assert math.dist(on_curve(start, segment, t), CENTRE) == pytest.approx(
                    RADIUS, abs=pt(0.01)
                )


def test_slices_run_clockwise_from_the_top_and_meet():
    first = slice_of(CENTRE, RADIUS, 0, 0.25, BLACK, LINE)
    second = slice_of(CENTRE, RADIUS, 0.25, 1, BLACK, LINE)
    assert first.start == second.start == CENTRE
    assert first.segments[0] == ((CENTRE[0], CENTRE[1] - RADIUS),)
    assert first.segments[-1][-1] == second.segments[0][-1] == (CENTRE[0] + RADIUS, CENTRE[1])


@pytest.mark.parametrize("marker", Marker)
def test_signs_stand_about_their_point(marker):
    shape = sign(marker, CENTRE, pt(6), BLACK, LINE)
    points = [shape.start, *(point for segment in shape.segments for point in segment)]
    for axis in (0, 1):
        low, high = min(p[axis] for p in points), max(p[axis] for p in points)
        assert low < CENTRE[axis] < high
        assert high - low < pt(9)


def test_a_moved_drawing_has_its_new_place_and_anchor():
    shape = rectangle(0, 10, 5, -4, BLACK)
    drawing = Drawing(0, 0, 9, 9, (shape,), (), LINE, pt(3), "图", Anchor(0, Role.FIGURE))
    there = moved(drawing, 100, 200, Anchor(7, Role.FIGURE))
    assert (there.x, there.y, there.anchor.order) == (100, 200, 7)
    assert there.shapes[0].start == (100, 210)
    assert there.shapes[0].segments == (((105, 210),), ((105, 206),), ((100, 206),))
