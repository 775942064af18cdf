"""Charts: their axis, the figures beside columns and points, their legend and their size.

All of it is decided here, from nominal widths, so that the DOCX and the PDF show the same chart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import zip_longest

from govdocs.compose.composition import (
    ChartLabel,
    ChartSeries,
    ComposedBlock,
    ComposedChart,
    ComposedParagraph,
    LabelPlace,
    Profile,
    Role,
    TextRun,
    ValueAxis,
)
from govdocs.compose.nominal import nominal_width
from govdocs.errors import LayoutError
from govdocs.model.chart import Chart, ChartForm, described, exact, number_text, shares
from govdocs.units import mm, to_mm

_INTERVALS = 5  # at most, between the lines of the value axis
_STEPS = (1, 2, 5, 10, 20)
_NARROWEST_SLOT = 1.2  # em: a category's name stands one character a line
_LABEL_ROOM = 0.4  # em: what is left free beside a figure
_SEGMENT_ROOM = 1.3  # em: height of a segment that holds a figure
_MOST_LABELLED_LINES = 2  # a third line's figures would lie on the others


def compose_chart(chart: Chart, profile: Profile, source: int) -> Iterator[ComposedBlock]:
    """The chart, no larger than the type area, and its caption (图题) if it has a title.

    Raises:
        LayoutError: more categories than its width has room for, or more text than a page holds.
    """
    axis = None if chart.form is ChartForm.PIE else value_axis(_extremes(chart))
    width = min(_emu(chart.width_mm, profile.page.type_area_width), profile.page.type_area_width)
    composed = ComposedChart(
        form=chart.form,
        categories=chart.categories,
        series=(),
        note=_note(chart),
        legend=_legend(chart),
        axis=axis,
        label_size=profile.styles[Role.CHART_TEXT].size,
        width=width,
        height=0,
        alt=chart.alt or described(chart),
        source=source,
    )
    if axis is not None:
        _check_room(composed, profile)
    composed = composed._replace(height=_height(composed, chart, profile))
    yield _labelled(composed, chart, profile)
    if chart.title:
        run = TextRun(chart.title, Role.CAPTION, profile.styles[Role.CAPTION].face)
        yield ComposedParagraph(Role.CAPTION, (run,), source=source)


def _emu(size_mm: float | None, default: int) -> int:
    return default if size_mm is None else mm(size_mm)


def _note(chart: Chart) -> str:
    unit = f"单位：{chart.unit}" if chart.unit else ""
    name = chart.series[0].name if chart.form is ChartForm.PIE else ""
    return f"{name}（{unit}）" if name and unit else name or unit


def _legend(chart: Chart) -> tuple[str, ...]:
    if chart.form is not ChartForm.PIE:
        names = tuple(series.name for series in chart.series)
        return names if names[0] else ()
    rows = zip(chart.categories, chart.series[0].values, shares(chart), strict=True)
    return tuple(
        f"{category} {'—' if value is None else f'{number_text(value)}{chart.unit}（{share}）'}"
        for category, value, share in rows
    )


def _extremes(chart: Chart) -> list[Fraction]:
    """The values that the axis must reach; the sums of a stack."""
    rows = [[_fraction(value) for value in series.values] for series in chart.series]
    if chart.form is ChartForm.STACKED_COLUMN:
        return [sum(column, Fraction(0)) for column in zip(*rows, strict=True)]
    return [value for row in rows for value in row]


def _fraction(value: int | float | Decimal | None) -> Fraction:
    return Fraction(0) if value is None else Fraction(exact(value))


def value_axis(values: Sequence[Fraction]) -> ValueAxis:
    """An axis through zero in round steps (1, 2, 5, 10 …) that reaches all values.

    Whole values have whole steps.
    """
    low = min(Fraction(0), *values)
    high = max(Fraction(0), *values)
    if low == high:
        high = Fraction(1)
    rough = (high - low) / _INTERVALS
    exponent = math.floor(math.log10(rough))
    if all(value.denominator == 1 for value in values):
        exponent = max(0, exponent)
    unit = Fraction(10) ** exponent
    factor = next(factor for factor in _STEPS if factor * unit >= rough)
    if factor >= 10:
        factor, exponent = factor // 10, exponent + 1
        unit *= 10
    step = factor * unit
    first, last = math.floor(low / step), math.ceil(high / step)
    labels = tuple(_scaled(number * factor, exponent) for number in range(first, last + 1))
    return ValueAxis(first * step, last * step, step, labels)


def _scaled(number: int, exponent: int) -> str:
    """``number`` × 10 to the power of ``exponent`` in digits."""
    if exponent >= 0:
        return str(number * 10**exponent)
    digits = str(abs(number)).rjust(1 - exponent, "0")
    return f"{'-' if number < 0 else ''}{digits[:exponent]}.{digits[exponent:]}"


def _plot_width(chart: ComposedChart, profile: Profile) -> int:
    labels = chart.axis.labels if chart.axis else ()
    size = profile.styles[Role.CHART_TEXT].size
    widest = max((nominal_width(label) for label in labels), default=0.0)
    return chart.width - round(widest * size) - profile.chart.gap


def _check_room(chart: ComposedChart, profile: Profile) -> None:
    least = round(_NARROWEST_SLOT * profile.styles[Role.CHART_TEXT].size)
    most = max(0, _plot_width(chart, profile) // least)
    if len(chart.categories) > most:
        raise LayoutError(
            f"图表有 {len(chart.categories)} 个类别，{to_mm(chart.width):.0f} 毫米宽"
            f"最多排 {most} 个；请加宽图表，或减少类别",
            f"the chart has {len(chart.categories)} categories and {to_mm(chart.width):.0f} mm "
            f"hold {most}; make it wider or leave some out",
        )


def _height(composed: ComposedChart, chart: Chart, profile: Profile) -> int:
    """The height asked for, or more where the texts around the smallest plot need it."""
    style, look = profile.styles[Role.CHART_TEXT], profile.chart
    page = profile.page
    pitch = style.line_pitch or page.line_top(1)
    size, gap = style.size, look.gap
    if composed.axis is None:
        measure = composed.width - round(look.pie_share * composed.width) - 2 * gap - look.key
        rows = sum(_lines(row, size, measure) for row in composed.legend)
        needed = max(look.least_plot, rows * (pitch + gap))
    else:
        slot = _plot_width(composed, profile) // len(composed.categories)
        names = max(_lines(name, size, slot - gap // 2) for name in composed.categories)
        legend = sum(nominal_width(name) * size + look.key + 4 * gap for name in composed.legend)
        rows = math.ceil(legend / composed.width)
        needed = look.least_plot + (names + rows) * pitch + 4 * gap
    needed += pitch + gap if composed.note else 0
    # One grid line is left for the caption or for what the chart is kept with.
    room = page.type_area_height - page.line_top(2)
    if needed > room:
        raise LayoutError(
            "图表的文字太多，一页放不下；请缩短类别名称，或加宽图表",
            "the chart has more text than a page holds; shorten its names or make it wider",
        )
    return max(needed, min(_emu(chart.height_mm, look.height), room))


def _lines(text: str, size: int, measure: int) -> int:
    """How many lines a text takes, each of whole characters."""
    return math.ceil(nominal_width(text) / max(1, measure // size))


def _labelled(composed: ComposedChart, chart: Chart, profile: Profile) -> ComposedChart:
    """The chart with its series, and with figures where they have room."""
    texts = [
        [None if value is None else number_text(value) for value in series.values]
        for series in chart.series
    ]
    size = _label_size(composed, texts, profile)
    places = _places(composed, chart, profile)
    series = tuple(
        ChartSeries(
            each.name,
            tuple(None if value is None else exact(value) for value in each.values),
            tuple(
                ChartLabel(text, place) if text is not None and place and size else None
                for text, place in zip_longest(texts[index], places[index])
            ),
        )
        for index, each in enumerate(chart.series)
    )
    return composed._replace(series=series, label_size=size or composed.label_size)


def _label_size(
    chart: ComposedChart, texts: Sequence[Sequence[str | None]], profile: Profile
) -> int | None:
    """The largest type size in which all figures stand side by side; None if there is none."""
    if chart.axis is None:
        return None
    room = _plot_width(chart, profile) / len(chart.categories)
    if chart.form is ChartForm.COLUMN and len(texts) > 1:
        room = min(profile.chart.column_share * room / len(texts), profile.chart.widest_column)
    widest = max((nominal_width(text) for row in texts for text in row if text), default=0.0)
    sizes = (profile.styles[Role.CHART_TEXT].size, profile.chart.smallest_size)
    return next((size for size in sizes if (widest + _LABEL_ROOM) * size <= room), None)


def _places(
    composed: ComposedChart, chart: Chart, profile: Profile
) -> list[list[LabelPlace | None]]:
    """For each series, where the figure of each category stands."""
    rows = [[_fraction(value) for value in series.values] for series in chart.series]
    if chart.form is ChartForm.COLUMN:
        return [[LabelPlace.BELOW if v < 0 else LabelPlace.ABOVE for v in row] for row in rows]
    if chart.form is ChartForm.STACKED_COLUMN and composed.axis is not None:
        size = profile.styles[Role.CHART_TEXT].size
        plot = _plot_height(composed, profile)
        least = Fraction(round(_SEGMENT_ROOM * size), plot) * composed.axis.greatest
        return [[LabelPlace.INSIDE if value >= least else None for value in row] for row in rows]
    if chart.form is ChartForm.LINE and len(rows) <= _MOST_LABELLED_LINES:
        return _line_places(chart)
    return [[None] * len(row) for row in rows]


def _plot_height(chart: ComposedChart, profile: Profile) -> int:
    """About the height of the columns' part: its texts have no more than two lines as a rule."""
    pitch = profile.styles[Role.CHART_TEXT].line_pitch or 0
    lines = 2 + bool(chart.note) + bool(chart.legend)
    return max(profile.chart.least_plot, chart.height - lines * (pitch + profile.chart.gap))


def _line_places(chart: Chart) -> list[list[LabelPlace | None]]:
    """Of two lines' figures the greater stands above, the other below; a lone one above."""
    places: list[list[LabelPlace | None]] = [[] for _ in chart.series]
    for values in zip(*(series.values for series in chart.series), strict=True):
        present = [exact(value) for value in values if value is not None]
        for row, value in zip(places, values, strict=True):
            is_lower = value is not None and exact(value) < max(present)
            row.append(LabelPlace.BELOW if is_lower else LabelPlace.ABOVE)
        if len(present) > 1 and len(set(present)) == 1:
            places[-1][-1] = LabelPlace.BELOW
    return places
