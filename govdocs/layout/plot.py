"""The part of a chart between its axes: grid, columns, lines and the figures beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from govdocs.compose.composition import (
    Align,
    ChartForm,
    ChartStyle,
    ComposedChart,
    Curve,
    Fill,
    LabelPlace,
    ValueAxis,
)
from govdocs.layout.chart_text import ChartTexts, Lines, put
from govdocs.layout.pages import Anchor, Point, Shape, TextLine
from govdocs.layout.shapes import line, rectangle, sign

Labels: TypeAlias = Mapping[tuple[int, int], tuple[Lines, LabelPlace]]
"""Row and column of a figure -> its text, and where it stands."""

_PLATE_SIDES = 0.15  # em beside a figure on a dark or hatched ground
_WHITE = Fill(1.0)


class Plot(NamedTuple):
    """The place of the figures: its box, the width of a category's room, and the axis."""

    x: int
    y: int
    width: int
    height: int
    slot: int
    axis: ValueAxis

    @property
    def foot(self) -> int:
        """Its lower edge."""
        return self.y + self.height

    def at(self, value: Decimal | Fraction | int) -> int:
        """How far down a value lies."""
        axis = self.axis
        part = (Fraction(value) - axis.least) / (axis.greatest - axis.least)
        return self.foot - round(part * self.height)

    def middle(self, category: int) -> int:
        """Where the middle of a category's room is."""
        return self.x + self.slot * category + self.slot // 2


class Drawn(NamedTuple):
    """Shapes from back to front, and text."""

    shapes: list[Shape]
    lines: list[TextLine]


def draw_axis(
    plot: Plot, ticks: Sequence[Lines], look: ChartStyle, texts: ChartTexts, anchor: Anchor
) -> Drawn:
    """Lines across the plot with their figures at the left; that of zero is the axis."""
    drawn = Drawn([], [])
    right = plot.x + plot.width
    zero: Shape | None = None
    for number, tick in enumerate(ticks):
        value = plot.axis.least + number * plot.axis.step
        y = plot.at(value)
        stroke = look.grid if value else look.axis
        shape = line([(plot.x, y), (right, y)], stroke)
        if value:
            drawn.shapes.append(shape)
        else:
            zero = shape
        top = y - texts.pitch // 2
        drawn.lines.extend(put(tick, plot.x - look.gap, top, texts.pitch, anchor, Align.RIGHT))
    drawn.lines.reverse()  # read from the top
    if zero:
        drawn.shapes.append(zero)
    return drawn


def draw_columns(
    chart: ComposedChart,
    plot: Plot,
    labels: Labels,
    look: ChartStyle,
    anchor: Anchor,
) -> Drawn:
    """Columns, side by side or one on the other, and their figures."""
    drawn = Drawn([], [])
    is_stacked = chart.form is ChartForm.STACKED_COLUMN
    abreast = 1 if is_stacked else len(chart.series)
    widest = look.widest_stack if is_stacked else look.widest_column
    width = min(round(look.column_share * plot.slot) // abreast, widest)
    feet = [Fraction(0)] * len(chart.categories)
    for row, series in enumerate(chart.series):
        fill = look.fills[row]
        place = 0 if is_stacked else row
        for column, value in enumerate(series.values):
            if value is None:
                continue
            x = plot.middle(column) - width * abreast // 2 + width * place
            foot = feet[column] if is_stacked else Fraction(0)
            top = foot + Fraction(value)
            y = plot.at(top)
            if value:
                height = plot.at(foot) - y
                drawn.shapes.append(rectangle(x, y, width, height, fill, look.outline))
            feet[column] = top
            if (row, column) in labels:
                text, where = labels[row, column]
                at = (x + width // 2, (y + plot.at(foot)) // 2 if is_stacked else y)
                has_plate = where is not LabelPlace.INSIDE or needs_plate(fill, look)
                _put_label(drawn, text, where, at, look.gap // 4, anchor, has_plate=has_plate)
    # The axis once more, over the columns' outlines.
    zero = plot.at(0)
    drawn.shapes.append(line([(plot.x, zero), (plot.x + plot.width, zero)], look.axis))
    return drawn


def draw_curves(
    chart: ComposedChart,
    plot: Plot,
    labels: Labels,
    look: ChartStyle,
    anchor: Anchor,
) -> Drawn:
    """Lines with their points and figures; a gap is left open."""
    drawn = Drawn([], [])
    plates = Drawn([], drawn.lines)
    for row, series in enumerate(chart.series):
        curve = look.curves[row]
        points = [
            None if value is None else (plot.middle(column), plot.at(value))
            for column, value in enumerate(series.values)
        ]
        drawn.shapes.extend(
            line(stretch, curve.stroke) for stretch in _stretches(points) if len(stretch) > 1
        )
        for column, point in enumerate(points):
            if point is None:
                continue
            drawn.shapes.append(draw_sign(curve, point, look))
            if (row, column) in labels:
                text, where = labels[row, column]
                off = look.marker // 2 + look.gap // 4
                _put_label(plates, text, where, point, off, anchor, has_plate=True)
    # No plate may cover a line.
    return Drawn([*plates.shapes, *drawn.shapes], drawn.lines)


def needs_plate(ground: Fill, look: ChartStyle) -> bool:
    """Whether a figure on a fill is hard to read."""
    return ground.hatch is not None or ground.gray < look.lightest_ground


def _stretches(points: Sequence[Point | None]) -> list[list[Point]]:
    """Points between gaps."""
    stretches: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            stretches.append([])
        else:
            stretches[-1].append(point)
    return stretches


def draw_sign(curve: Curve, centre: Point, look: ChartStyle) -> Shape:
    """The sign of a line's points."""
    stroke = curve.stroke._replace(dashes=(), width=look.outline.width * 2)
    fill = Fill(curve.stroke.gray) if curve.is_full else _WHITE
    return sign(curve.marker, centre, look.marker, fill, stroke)


def _put_label(
    drawn: Drawn,
    text: Lines,
    where: LabelPlace,
    at: Point,
    off: int,
    anchor: Anchor,
    *,
    has_plate: bool,
) -> None:
    """Put a figure over, under or on a point.

    Args:
        drawn: takes the text and the plate.
        text, where: the figure and its place by the point.
        at: the point.
        off: how far from it the figure stands, EMU.
        anchor: that of the chart.
        has_plate: whether it stands on a white plate.
    """
    pitch = round(1.1 * text.size)
    x, y = at
    top = {LabelPlace.ABOVE: y - off - pitch, LabelPlace.BELOW: y + off}.get(where, y - pitch // 2)
    if has_plate:
        side = round(_PLATE_SIDES * text.size)
        width = text.width + 2 * side
        drawn.shapes.append(rectangle(x - width // 2, top, width, pitch, _WHITE))
    drawn.lines.extend(put(text, x, top, pitch, anchor))
