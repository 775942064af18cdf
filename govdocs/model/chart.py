"""图表: figures to be drawn as a chart, and the same figures in words.

The node holds what a chart says (names and figures); how it looks belongs to the profile.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from govdocs.errors import ModelError
from govdocs.model.checks import check_kind, check_text, check_tuple

Number: TypeAlias = int | float | Decimal

MOST_SERIES = 8
"""As many fills as can be told apart in print without colour."""

MOST_CATEGORIES = 24
LONGEST_NAME = 40
GREATEST_VALUE = 10**12
MOST_DECIMALS = 6

_FLOAT_DECIMALS = 4  # a float has no decimals of its own: 0.1 + 0.2 is shown as 0.3
_NARROWEST_MM, _LOWEST_MM, _LARGEST_MM = 40, 30, 1000


class ChartForm(enum.StrEnum):
    """How the figures are drawn."""

    COLUMN = "column"
    STACKED_COLUMN = "stacked_column"
    LINE = "line"
    PIE = "pie"


_FORM_NAMES = {
    ChartForm.COLUMN: "柱形图",
    ChartForm.STACKED_COLUMN: "堆积柱形图",
    ChartForm.LINE: "折线图",
    ChartForm.PIE: "饼图",
}
_OF_PARTS = frozenset({ChartForm.STACKED_COLUMN, ChartForm.PIE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """系列: one figure for each category of a chart.

    Attributes:
        name: what the figures count, as in the legend; may be empty in a chart of one series.
        values: the figures; None where there is none. Each within ± 10¹², with at most 6 decimals
            if it is a Decimal; a float is shown with at most 4.
    """

    name: str
    values: tuple[Number | None, ...]

    def __post_init__(self) -> None:
        _check_name(self.name, "系列名称", "the name of a series", may_be_empty=True)
        check_tuple(self.values, (int, float, Decimal, type(None)), "系列的 values", "values")
        for value in self.values:
            if value is not None:
                _check_value(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """图表: columns, lines or a pie, drawn from its figures in every format.

    Attributes:
        form: columns side by side or stacked, lines, or a pie.
        title: 图题, set under the chart; empty for none.
        categories: what the figures stand for, left to right; at least one.
        series: the figures, at least one series; a pie has exactly one.
        unit: what is counted, such as 件; empty for none.
        alt: the chart in words, for those who cannot see it; empty for the words that
            :func:`described` makes of the figures.
        width_mm, height_mm: printed size in mm, at most the type area; None for the type area's
            width and the profile's height. A chart whose text needs more height takes it.
    """

    form: ChartForm
    title: str = ""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    alt: str = ""
    width_mm: float | None = None
    height_mm: float | None = None

    def __post_init__(self) -> None:
        check_kind(self.form, ChartForm, "图表的 form", "form of a chart")
        check_text(self.title, "图题", "a chart's title")
        check_text(self.alt, "图表的替代文字", "a chart's alt text")
        _check_name(self.unit, "图表的单位", "a chart's unit", may_be_empty=True)
        check_tuple(self.categories, str, "图表的 categories", "categories of a chart")
        check_tuple(self.series, Series, "图表的 series", "series of a chart")
        for category in self.categories:
            _check_name(category, "类别名称", "the name of a category")
        _check_count(self.categories, MOST_CATEGORIES, "类别", "categories")
        _check_count(self.series, MOST_SERIES, "系列", "series")
        _check_size(self.width_mm, _NARROWEST_MM, "图表宽", "a chart's width")
        _check_size(self.height_mm, _LOWEST_MM, "图表高", "a chart's height")
        self._check_series()

    def _check_series(self) -> None:
        count = len(self.categories)
        for series in self.series:
            if len(series.values) != count:
                raise ModelError(
                    f"系列“{series.name}”有 {len(series.values)} 个数值，类别却有 {count} 个",
                    f"the series “{series.name}” has {len(series.values)} values for "
                    f"{count} categories",
                )
            if not series.name and len(self.series) > 1:
                raise ModelError(
                    "图表有几个系列时，每个系列都要有名称",
                    "every series of a chart that has several needs a name",
                )
        if self.form in _OF_PARTS:
            self._check_parts()

    def _check_parts(self) -> None:
        values = [value for series in self.series for value in series.values if value is not None]
        name = _FORM_NAMES[self.form]
        if any(value < 0 for value in values):
            raise ModelError(
                f"{name}的数值不能小于 0",
                f"the values of a {self.form.value} chart must not be negative",
            )
        if self.form is not ChartForm.PIE:
            return
        if len(self.series) != 1 or len(self.categories) > MOST_SERIES:
            raise ModelError(
                f"饼图只能有一个系列、至多 {MOST_SERIES} 个类别",
                f"a pie has one series and at most {MOST_SERIES} categories",
            )
        if not any(values):
            raise ModelError(
                "饼图的数值之和为 0，画不出来；请改用文字或表格",
                "the values of the pie add up to 0: there is nothing to draw; use words or a table",
            )


def _check_name(text: str, zh: str, en: str, *, may_be_empty: bool = False) -> None:
    check_text(text, zh, en)
    if text and text == text.strip() and len(text) <= LONGEST_NAME:
        return
    if not text and may_be_empty:
        return
    raise ModelError(
        f"{zh}应有 1 至 {LONGEST_NAME} 个字符，首尾没有空格，得到 {text!r}",
        f"{en} must have 1 to {LONGEST_NAME} characters and no space at its ends, got {text!r}",
    )


def _check_count(parts: tuple[object, ...], most: int, zh: str, en: str) -> None:
    if not 1 <= len(parts) <= most:
        raise ModelError(
            f"图表应有 1 至 {most} 个{zh}，得到 {len(parts)} 个",
            f"a chart must have 1 to {most} {en}, got {len(parts)}",
        )


def _check_size(value: float | None, least: int, zh: str, en: str) -> None:
    if value is None:
        return
    if type(value) not in (int, float) or not least <= value <= _LARGEST_MM:
        raise ModelError(
            f"{zh}应为 {least} 至 {_LARGEST_MM} 毫米，得到 {value!r}",
            f"{en} must be {least} to {_LARGEST_MM} mm, got {value!r}",
        )


def _check_value(value: Number) -> None:
    if isinstance(value, bool):
        raise ModelError("图表的数值不能是 bool", "a value of a chart must not be a bool")
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        # Infinities and NaNs have letters for exponents.
        is_short = isinstance(exponent, int) and -MOST_DECIMALS <= exponent <= 12
        is_good = is_short and value.copy_abs() <= GREATEST_VALUE
    else:
        is_good = -GREATEST_VALUE <= value <= GREATEST_VALUE  # a NaN is neither
    if not is_good:
        raise ModelError(
            f"图表的数值应在 ±1 万亿之内，小数不超过 {MOST_DECIMALS} 位，得到 {_shown(value)}",
            f"a value of a chart must be within ±10^12 and have at most {MOST_DECIMALS} decimals, "
            f"got {_shown(value)}",
        )


def _shown(value: Number) -> str:
    # An int of thousands of digits cannot be turned into text at all.
    if type(value) is int and abs(value) > GREATEST_VALUE:
        return f"an int of {value.bit_length()} bits"
    return repr(value)[:40]


def exact(value: Number) -> Decimal:
    """A figure as it is shown: a Decimal as given, a float with at most four decimals."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(int(value))
    rounded = round(float(value), _FLOAT_DECIMALS)
    return (
        Decimal(int(rounded))
        if rounded.is_integer()
        else Decimal(format(rounded, ".4f").rstrip("0"))
    )


def number_text(value: Number) -> str:
    """A figure in digits, as it stands beside its column: ``12``, ``12.50``, ``-3``."""
    text = format(exact(value), "f")
    return text[1:] if text.startswith("-") and not text.strip("-0.") else text


def shares(chart: Chart) -> tuple[str | None, ...]:
    """What part of the whole each value of a pie is, such as ``48.0%``; None for a gap."""
    values = chart.series[0].values
    # Fractions: sums and quotients of Decimals depend on the thread's decimal context.
    parts = [None if value is None else Fraction(exact(value)) for value in values]
    total = sum((part for part in parts if part is not None), Fraction(0))
    return tuple(None if part is None else _percent(part / total) for part in parts)


def _percent(part: Fraction) -> str:
    whole, tenths = divmod(math.floor(part * 1000 + Fraction(1, 2)), 10)
    return f"{whole}.{tenths}%"


def described(chart: Chart) -> str:
    """A chart in words, with all its figures: ``2024年：新收13件，办结14件；2025年：……。``"""
    name = _FORM_NAMES[chart.form]
    head = f"{chart.title}（{name}）" if chart.title else name
    return f"{head}。{'；'.join(_described_categories(chart))}。"


def _described_categories(chart: Chart) -> Iterator[str]:
    parts: Iterable[str | None] = shares(chart) if chart.form is ChartForm.PIE else ()
    percents = dict(enumerate(parts))
    for index, category in enumerate(chart.categories):
        figures = []
        for series in chart.series:
            value = series.values[index]
            text = "（无数据）" if value is None else number_text(value) + chart.unit
            percent = percents.get(index)
            figures.append(f"{series.name}{text}{f'（{percent}）' if percent else ''}")
        yield f"{category}：{'，'.join(figures)}"
