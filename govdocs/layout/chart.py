"""Lay out a chart: its texts are set and measured first, what is left is for the figures.

All lengths are EMU from the chart's top left corner; the page maker moves the drawing to its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govdocs.compose.composition import (
    Align,
    ChartForm,
    ChartStyle,
    ComposedChart,
    Curve,
    Fill,
    LabelPlace,
    Role,
)
from govdocs.errors import LayoutError
from govdocs.layout.chart_text import ChartTexts, Lines, put
from govdocs.layout.pages import Anchor, Drawing, Shape, TextLine
from govdocs.layout.plot import Plot, draw_axis, draw_columns, draw_curves, draw_sign
from govdocs.layout.setting import Setting
from govdocs.layout.shapes import circle, line, rectangle, slice_of

_HIGH_LABEL = 1.25  # em: room for a figure over a column or under a point
_CURVE_KEY = 3  # keys of lines are so many times as wide as those of columns


def lay_out_chart(chart: ComposedChart, setting: Setting) -> Drawing:
    """The shapes and texts of a chart.

    Raises:
        LayoutError: its text takes more room than a page has.
    """
    texts = ChartTexts(chart, setting)
    anchor = Anchor(0, Role.FIGURE, chart.source)
    look = setting.profile.chart
    is_pie = chart.form is ChartForm.PIE
    parts = (_pie if is_pie else _with_axis)(chart, texts, look, anchor)
    page = setting.profile.page
    if parts.height > page.type_area_height - page.line_top(1):
        raise LayoutError(
            "图表的文字太多，一页放不下；请缩短类别名称，或加宽图表",
            "the chart has more text than a page holds; shorten its names or make it wider",
        )
    return Drawing(
        0,
        0,
        chart.width,
        parts.height,
        tuple(parts.shapes),
        tuple(parts.lines),
        look.hatching,
        look.hatch_pitch,
        chart.alt,
        anchor,
    )


class _Parts(NamedTuple):
    shapes: list[Shape]
    lines: list[TextLine]
    height: int


class _Key(NamedTuple):
    """An entry of the legend: its sign's look and its name."""

    look: Fill | Curve
    name: Lines


class _Legend(NamedTuple):
    """The legend under a chart, in rows of as many keys as fit."""

    rows: list[list[_Key]]
    heights: list[int]


def _with_axis(chart: ComposedChart, texts: ChartTexts, look: ChartStyle, anchor: Anchor) -> _Parts:
    axis = chart.axis
    assert axis is not None
    note = texts.set(chart.note, measure=chart.width) if chart.note else None
    ticks = [texts.set(label) for label in axis.labels]
    left = max(tick.width for tick in ticks) + look.gap
    slot = (chart.width - left) // len(chart.categories)
    names = [
        texts.set(name, measure=max(texts.size, slot - look.gap // 2)) for name in chart.categories
    ]
    labels = {
        (row, column): (texts.set(label.text, size=chart.label_size), label.place)
        for row, series in enumerate(chart.series)
        for column, label in enumerate(series.labels)
        if label is not None
    }
    legend = _legend(chart, texts, look)
    has_labels_above = any(place is LabelPlace.ABOVE for _, place in labels.values())
    room = round(_HIGH_LABEL * chart.label_size)
    # Half a line over the uppermost tick's figure reaches out of the plot.
    over = max(room if has_labels_above else 0, texts.pitch // 2)
    top = look.gap + (len(note.lines) * texts.pitch if note else 0) + over
    names_height = max(len(name.lines) for name in names) * texts.pitch
    foot = names_height + (look.gap + sum(legend.heights) if legend.rows else 0) + look.gap
    height = max(chart.height, top + look.least_plot + foot + room)
    plot = Plot(left, top, slot * len(names), height - top - foot, slot, axis)
    below = look.gap + _under_plot(chart, plot, room)
    plot = plot._replace(height=plot.height - below + look.gap)
    shapes, lines = draw_axis(plot, ticks, look, texts, anchor)
    draw = draw_curves if chart.form is ChartForm.LINE else draw_columns
    drawn = draw(chart, plot, labels, look, anchor)
    if note:
        lines = [*put(note, 0, look.gap, texts.pitch, anchor, Align.LEFT), *lines]
    lines += drawn.lines
    names_top = plot.foot + below
    for index, name in enumerate(names):
        lines += put(name, plot.middle(index), names_top, texts.pitch, anchor)
    legend_top = names_top + names_height + look.gap
    keys = _draw_legend(legend, chart, legend_top, texts, look, anchor)
    return _Parts([*shapes, *drawn.shapes, *keys.shapes], [*lines, *keys.lines], height)


def _under_plot(chart: ComposedChart, plot: Plot, room: int) -> int:
    """How far figures under columns and points reach below the plot."""
    lowest = [
        plot.at(value) + room
        for series in chart.series
        for value, label in zip(series.values, series.labels, strict=True)
        if value is not None and label is not None and label.place is LabelPlace.BELOW
    ]
    return max([0, *[foot - plot.foot for foot in lowest]])


def _key_width(key: _Key, look: ChartStyle) -> int:
    return look.key * (_CURVE_KEY if isinstance(key.look, Curve) else 1)


def _legend(chart: ComposedChart, texts: ChartTexts, look: ChartStyle) -> _Legend:
    looks: Sequence[Fill | Curve] = look.curves if chart.form is ChartForm.LINE else look.fills
    rows: list[list[_Key]] = []
    used = 0
    for one, name in zip(looks, chart.legend, strict=False):
        key = _Key(one, Lines((), 0, texts.size))
        head = _key_width(key, look) + look.gap
        key = key._replace(name=texts.set(name, measure=chart.width - head))
        width = head + key.name.width
        if not rows or used + 3 * look.gap + width > chart.width:
            rows.append([])
            used = -3 * look.gap
        rows[-1].append(key)
        used += 3 * look.gap + width
    heights = [max(len(key.name.lines) for key in row) * texts.pitch for row in rows]
    return _Legend(rows, heights)


def _draw_legend(
    legend: _Legend,
    chart: ComposedChart,
    top: int,
    texts: ChartTexts,
    look: ChartStyle,
    anchor: Anchor,
) -> _Parts:
    parts = _Parts([], [], 0)
    for row, height in zip(legend.rows, legend.heights, strict=True):
        widths = [_key_width(key, look) + look.gap + key.name.width for key in row]
        x = (chart.width - sum(widths) - 3 * look.gap * (len(row) - 1)) // 2
        for key, width in zip(row, widths, strict=True):
            key_width = _key_width(key, look)
            parts.shapes.extend(_key_shapes(key, x, top + texts.pitch // 2, key_width, look))
            name_left = x + key_width + look.gap
            parts.lines.extend(put(key.name, name_left, top, texts.pitch, anchor, Align.LEFT))
            x += width + 3 * look.gap
        top += height
    return parts


def _key_shapes(key: _Key, x: int, middle: int, width: int, look: ChartStyle) -> list[Shape]:
    if isinstance(key.look, Fill):
        return [rectangle(x, middle - width // 2, width, width, key.look, look.outline)]
    return [
        line([(x, middle), (x + width, middle)], key.look.stroke),
        draw_sign(key.look, (x + width // 2, middle), look),
    ]


def _pie(chart: ComposedChart, texts: ChartTexts, look: ChartStyle, anchor: Anchor) -> _Parts:
    note = texts.set(chart.note, measure=chart.width) if chart.note else None
    top = look.gap + (len(note.lines) * texts.pitch + look.gap if note else 0)
    keys_left = round(look.pie_share * chart.width) + 2 * look.gap
    measure = chart.width - keys_left - look.key - look.gap
    names = [texts.set(row, measure=measure) for row in chart.legend]
    heights = [len(name.lines) * texts.pitch + look.gap for name in names]
    height = max(chart.height, top + max(look.least_plot, sum(heights)))
    diameter = min(height - top, round(look.pie_share * chart.width)) - 2 * look.gap
    # Pie and legend stand together in the middle of the width.
    block = diameter + 5 * look.gap + look.key + max(name.width for name in names)
    left = max(0, (chart.width - block) // 2)
    middle = top + (height - top) // 2
    centre = (left + diameter // 2, middle)
    shapes = _slices(chart, centre, diameter // 2, look)
    lines = put(note, left, look.gap, texts.pitch, anchor, Align.LEFT) if note else []
    x, y = left + diameter + 4 * look.gap, middle - sum(heights) // 2
    for fill, name, one in zip(look.fills, names, heights, strict=False):
        shapes += _key_shapes(_Key(fill, name), x, y + texts.pitch // 2, look.key, look)
        lines += put(name, x + look.key + look.gap, y, texts.pitch, anchor, Align.LEFT)
        y += one
    return _Parts(shapes, lines, height)


def _slices(
    chart: ComposedChart, centre: tuple[int, int], radius: int, look: ChartStyle
) -> list[Shape]:
    values = [float(value or 0) for value in chart.series[0].values]
    total = sum(values)
    shapes: list[Shape] = []
    start = 0.0
    for fill, value in zip(look.fills, values, strict=False):
        end = start + value / total
        if value == total:
            shapes.append(circle(centre, radius, fill, look.outline))
        elif value:
            shapes.append(slice_of(centre, radius, start, end, fill, look.outline))
        start = end
    return shapes
