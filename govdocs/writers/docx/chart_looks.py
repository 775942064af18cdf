"""How a chart looks in a DOCX: the profile's greys and strokes, set through python-pptx."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from govdocs.compose.composition import (
    ChartForm,
    ChartSeries,
    ChartStyle,
    ComposedChart,
    Curve,
    Fill,
    Hatch,
    LabelPlace,
    Marker,
    Profile,
    Role,
    Stroke,
)
from govdocs.units import to_pt
from govdocs.writers.docx.oxml.chart import (
    Box,
    leave_out,
    place_legend,
    place_plot,
    place_title,
    put_on_plate,
    set_level,
    set_separator,
)

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.chart.marker import Marker as ChartMarker
    from pptx.chart.series import LineSeries
    from pptx.dml.color import RGBColor
    from pptx.dml.fill import FillFormat
    from pptx.dml.line import LineFormat

_PATTERNS = {
    Hatch.RISING: "WIDE_UPWARD_DIAGONAL",
    Hatch.FALLING: "WIDE_DOWNWARD_DIAGONAL",
    Hatch.CROSSED: "DIAGONAL_CROSS",
    Hatch.LEVEL: "HORIZONTAL",
}
# By how many lengths a pattern of dashes has, and how long its first is in widths of the line.
_DASHES = {(0, False): "SOLID", (2, False): "ROUND_DOT", (2, True): "DASH", (4, True): "DASH_DOT"}
_POSITIONS = {
    LabelPlace.ABOVE: "ABOVE",
    LabelPlace.BELOW: "BELOW",
    LabelPlace.INSIDE: "CENTER",
}
_WIDEST_GAP = 500  # per cent of a column's width: the most that the format takes
_PLOT_SHARE = 0.94  # about what of a chart's width its columns have
# In parts of a chart's width and height: room is left for figures around the pie.
_PIE_WIDTH, _PIE_HEIGHT = 0.32, 0.7
_PIE_CENTRE = (0.27, 0.54)
_LEGEND_LEFT, _LEGEND_WIDTH, _LEGEND_HEIGHT = 0.54, 0.45, 0.84
_KEY_ROOM, _LEGEND_PITCH = 3, 1.5  # em


def number_format(series: ChartSeries) -> str:
    """As many decimals as the figures have; General where they have different numbers of them."""
    decimals = {_decimals(value) for value in series.values if value is not None}
    if len(decimals) != 1 or decimals == {0}:
        return "General"
    return f"0.{'0' * decimals.pop()}"


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def set_text(chart: Chart, block: ComposedChart, profile: Profile) -> None:
    """Type size, the note over the chart, the legend."""
    from pptx.enum.chart import XL_LEGEND_POSITION

    size = profile.styles[Role.CHART_TEXT].size
    chart.font.size = size
    chart.font.bold = False
    chart.has_title = bool(block.note)
    if block.note:
        frame = chart.chart_title.text_frame
        frame.text = block.note
        font = frame.paragraphs[0].runs[0].font
        font.size, font.bold = size, False
        place_title(chart.chart_title._element, Box(0.005, profile.chart.gap / block.height))
    chart.has_legend = bool(block.legend)
    if block.legend:
        is_pie = block.form is ChartForm.PIE
        position = XL_LEGEND_POSITION.RIGHT if is_pie else XL_LEGEND_POSITION.BOTTOM
        chart.legend.position = position
        chart.legend.include_in_layout = False
        chart.legend.font.size = size


def style_axes(chart: Chart, block: ComposedChart, look: ChartStyle) -> None:
    """The ends and steps of the axis, and the lines of axes and grid."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

    axis, names = chart.value_axis, chart.category_axis
    assert block.axis is not None
    axis.minimum_scale = float(block.axis.least)
    axis.maximum_scale = float(block.axis.greatest)
    axis.major_unit = float(block.axis.step)
    axis.major_tick_mark = names.major_tick_mark = XL_TICK_MARK.NONE
    _draw(axis.major_gridlines.format.line, look.grid)
    axis.format.line.fill.background()
    _draw(names.format.line, look.axis)
    # Under the plot, not in it, where figures are negative.
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    size = chart.font.size
    names.tick_labels.font.size = axis.tick_labels.font.size = size
    set_level(names._element)


def style_series(chart: Chart, block: ComposedChart, look: ChartStyle) -> None:
    """Columns or lines in their greys and strokes, with their figures."""
    plot = chart.plots[0]
    is_line = block.form is ChartForm.LINE
    if not is_line:
        is_stacked = block.form is ChartForm.STACKED_COLUMN
        plot.gap_width = _gap_width(block, look)
        plot.overlap = 100 if is_stacked else 0
    looks: Sequence[Fill | Curve] = look.curves if is_line else look.fills
    for series, composed, one in zip(plot.series, block.series, looks, strict=False):
        if isinstance(one, Curve):
            series.smooth = False
            _draw(series.format.line, one.stroke)
            _style_marker(series.marker, one, look)
        else:
            series.invert_if_negative = False
            _fill(series.format.fill, one)
            _draw(series.format.line, look.outline)
        _label(series, composed, block, one, look.lightest_ground)


def _gap_width(block: ComposedChart, look: ChartStyle) -> int:
    """The room between clusters, in per cent of a column's width."""
    slot = block.width * _PLOT_SHARE / len(block.categories)
    is_stacked = block.form is ChartForm.STACKED_COLUMN
    abreast = 1 if is_stacked else len(block.series)
    widest = look.widest_stack if is_stacked else look.widest_column
    column = min(look.column_share * slot / abreast, widest)
    return min(_WIDEST_GAP, round(100 * (slot / column - abreast)))


def _style_marker(marker: ChartMarker, curve: Curve, look: ChartStyle) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE

    styles = {
        Marker.CIRCLE: XL_MARKER_STYLE.CIRCLE,
        Marker.SQUARE: XL_MARKER_STYLE.SQUARE,
        Marker.DIAMOND: XL_MARKER_STYLE.DIAMOND,
        Marker.TRIANGLE: XL_MARKER_STYLE.TRIANGLE,
    }
    marker.style = styles[curve.marker]
    marker.size = max(2, round(to_pt(look.marker)))
    _fill(marker.format.fill, Fill(curve.stroke.gray if curve.is_full else 1.0))
    _draw(marker.format.line, Stroke(look.outline.width * 2, curve.stroke.gray))


def _label(
    series: LineSeries,
    composed: ChartSeries,
    block: ComposedChart,
    look: Fill | Curve,
    lightest: float,
) -> None:
    """Figures beside the columns or points of a series, where the composition has them."""
    from pptx.enum.chart import XL_LABEL_POSITION

    shown = [label for label in composed.labels if label is not None]
    if not shown:
        return
    labels = series.data_labels
    labels.show_value = True
    labels.number_format = number_format(composed)
    labels.font.size = block.label_size
    places = [label.place for label in shown]
    common = max(LabelPlace, key=places.count)
    is_line = block.form is ChartForm.LINE
    if is_line or common is LabelPlace.INSIDE:
        labels.position = getattr(XL_LABEL_POSITION, _POSITIONS[common])
    else:
        labels.position = XL_LABEL_POSITION.OUTSIDE_END  # under a negative column
    if isinstance(look, Fill) and (
        common is not LabelPlace.INSIDE or look.hatch or look.gray < lightest
    ):
        put_on_plate(labels._element)
    left_out = [
        index
        for index, label in enumerate(composed.labels)
        if label is None and composed.values[index] is not None
    ]
    leave_out(labels._element, left_out)


def style_slices(chart: Chart, block: ComposedChart, look: ChartStyle) -> None:
    """The slices of a pie, their figures, and the places of pie and legend."""
    from pptx.enum.chart import XL_LABEL_POSITION

    series, composed = chart.plots[0].series[0], block.series[0]
    for index, fill in zip(range(len(block.categories)), look.fills, strict=False):
        point = series.points[index]
        _fill(point.format.fill, fill)
        _draw(point.format.line, look.outline)
    labels = series.data_labels
    _place_pie(chart, block)
    labels.show_value = labels.show_percentage = True
    labels.font.size = block.label_size
    labels.position = XL_LABEL_POSITION.BEST_FIT  # moves what would overlap
    put_on_plate(labels._element)
    set_separator(labels._element, "; ")
    leave_out(labels._element, [i for i, value in enumerate(composed.values) if not value])


def _place_pie(chart: Chart, block: ComposedChart) -> None:
    """The pie at the left and its legend at the right, as in the PDF; left alone, long names in
    the legend take the room of the pie."""
    diameter = min(_PIE_WIDTH * block.width, _PIE_HEIGHT * block.height)
    across, down = diameter / block.width, diameter / block.height
    x, y = _PIE_CENTRE
    place_plot(chart._chartSpace, Box(x - across / 2, y - down / 2, across, down))
    place_legend(chart.legend._element, _pie_legend(block))


def _pie_legend(block: ComposedChart) -> Box:
    """A box in which each name has a row of its own: in a wider one they stand abreast."""
    size = block.label_size
    longest = max(map(len, block.categories)) + _KEY_ROOM
    width = min(_LEGEND_WIDTH, longest * size / block.width)
    lines = math.ceil(longest * size / (width * block.width))
    rows = len(block.categories) * lines * _LEGEND_PITCH * size / block.height
    height = min(_LEGEND_HEIGHT, rows)
    return Box(_LEGEND_LEFT, _PIE_CENTRE[1] - height / 2, width, height)


def _fill(target: FillFormat, fill: Fill) -> None:
    from pptx.enum.dml import MSO_PATTERN

    if fill.hatch is None:
        target.solid()
        target.fore_color.rgb = _gray(fill.gray)
        return
    target.patterned()
    target.pattern = getattr(MSO_PATTERN, _PATTERNS[fill.hatch])
    target.fore_color.rgb = _gray(0.0)
    target.back_color.rgb = _gray(fill.gray)


def _draw(line: LineFormat, stroke: Stroke) -> None:
    from pptx.enum.dml import MSO_LINE

    line.color.rgb = _gray(stroke.gray)
    line.width = stroke.width
    is_long = bool(stroke.dashes) and stroke.dashes[0] > 2 * stroke.width
    line.dash_style = getattr(MSO_LINE, _DASHES[len(stroke.dashes), is_long])


def _gray(gray: float) -> RGBColor:
    from pptx.dml.color import RGBColor

    level = round(gray * 255)
    return RGBColor(level, level, level)
