"""Charts: a round axis through zero, figures where they have room, text that is never lost."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs import build
from govdocs.compose.charts import compose_chart, value_axis
from govdocs.compose.composition import ComposedChart, ComposedParagraph, LabelPlace, Role
from govdocs.errors import LayoutError
from govdocs.standards.loader import load_profile
from govdocs.units import mm

PROFILE = load_profile("published-report")
PAGE = PROFILE.page
SIZE = PROFILE.styles[Role.CHART_TEXT].size


def composed(form, categories, series, **options) -> ComposedChart:
    return blocks(form, categories, series, **options)[0]


def blocks(form, categories, series, title="", **options):
    chart = build.chart(form, title, categories, series, **options)
    return list(compose_chart(chart, PROFILE, 3))


def places(chart):
    return [[label.place if label else None for label in series.labels] for series in chart.series]


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([18, 27, 35], ("0", "10", "20", "30", "40")),
        ([5], ("0", "1", "2", "3", "4", "5")),
        ([1], ("0", "1")),
        ([0, 0], ("0", "1")),
        ([Fraction(3, 10)], ("0.0", "0.1", "0.2", "0.3")),
        ([Fraction(25, 2), Fraction(-16, 5)], ("-5", "0", "5", "10", "15")),
        ([-7], ("-8", "-6", "-4", "-2", "0")),
        ([10**12], ("0", *(f"{n}00000000000" for n in (2, 4, 6, 8, 10)))),
        ([Fraction(3, 10**6)], ("0.000000", "0.000001", "0.000002", "0.000003")),
    ],
)
def test_the_axis_has_round_steps_from_zero(values, labels):
    assert value_axis([Fraction(value) for value in values]).labels == labels


@given(st.lists(st.fractions(-(10**12), 10**12, max_denominator=10**6), min_size=1, max_size=9))
def test_any_axis_reaches_all_values_in_few_steps(values):
    axis = value_axis(values)
    assert axis.least <= min(0, *values, 0)
    assert axis.greatest >= max(0, *values, 0)
    assert axis.least % axis.step == axis.greatest % axis.step == 0
    assert 2 <= len(axis.labels) <= 8
    assert [Fraction(label) for label in axis.labels] == [
        axis.least + number * axis.step for number in range(len(axis.labels))
    ]


def test_a_stack_is_as_high_as_its_sum():
    chart = composed("stacked_column", ["甲", "乙"], {"一": [10, 20], "二": [15, 30]})
    assert chart.axis.greatest == 50


def test_figures_stand_over_columns_and_under_negative_ones():
    chart = composed("column", ["甲", "乙", "丙"], {"一": [1, -2, None]})
    assert places(chart) == [[LabelPlace.ABOVE, LabelPlace.BELOW, None]]
    assert chart.series[0].labels[1].text == "-2"


def of_hundreds(columns, names):
    categories = [f"第{n}" for n in range(columns)]
    return composed("column", categories, {name: [100] * columns for name in names})


def test_figures_are_smaller_where_columns_are_narrow_and_left_out_where_none_fit():
    assert of_hundreds(6, "甲乙").label_size == SIZE
    assert of_hundreds(9, "甲乙").label_size == PROFILE.chart.smallest_size
    series = of_hundreds(9, "甲乙丙丁").series
    assert {label for each in series for label in each.labels} == {None}


def test_of_two_lines_the_greater_figure_stands_above():
    chart = composed("line", ["甲", "乙", "丙"], {"一": [5, 2, 3], "二": [4, 6, 3]})
    above, below = LabelPlace.ABOVE, LabelPlace.BELOW
    assert places(chart) == [[above, below, above], [below, above, below]]


def test_three_lines_have_no_figures_at_their_points():
    chart = composed("line", ["甲"], {"一": [5], "二": [4], "三": [3]})
    assert places(chart) == [[None]] * 3


def test_figures_stand_in_segments_that_are_high_enough():
    chart = composed("stacked_column", ["甲"], {"一": [100], "二": [1], "三": [0]})
    assert places(chart) == [[LabelPlace.INSIDE], [None], [None]]


def test_unit_and_legend():
    chart = composed("column", ["甲"], {"新收": [1], "办结": [2]}, unit="件")
    assert (chart.note, chart.legend) == ("单位：件", ("新收", "办结"))
    assert composed("column", ["甲"], {"": [1]}).legend == ()


def test_the_legend_of_a_pie_has_its_figures_and_shares():
    chart = composed("pie", ["公开", "不公开", "其他"], {"办结": [2, 1, None]}, unit="件")
    assert chart.note == "办结（单位：件）"
    assert chart.legend == ("公开 2件（66.7%）", "不公开 1件（33.3%）", "其他 —")


def test_the_title_is_a_caption_under_the_chart():
    chart, caption = blocks("column", ["甲"], {"": [1]}, title="图1 收到情况")
    assert isinstance(chart, ComposedChart)
    assert isinstance(caption, ComposedParagraph)
    assert (caption.role, caption.text, caption.source) == (Role.CAPTION, "图1 收到情况", 3)
    assert len(blocks("column", ["甲"], {"": [1]})) == 1


def test_alt_text_is_that_of_the_caller_or_the_figures_in_words():
    assert composed("column", ["甲"], {"": [1]}, alt="一根柱").alt == "一根柱"
    assert composed("column", ["甲"], {"": [1]}).alt == "柱形图。甲：1。"


def test_a_chart_is_as_wide_as_the_type_area_and_never_larger():
    usual = composed("column", ["甲"], {"": [1]})
    assert (usual.width, usual.height) == (PAGE.type_area_width, PROFILE.chart.height)
    small = composed("column", ["甲"], {"": [1]}, width_mm=80, height_mm=50)
    assert (small.width, small.height) == (mm(80), mm(50))
    large = composed("column", ["甲"], {"": [1]}, width_mm=500, height_mm=500)
    assert large.width == PAGE.type_area_width
    assert large.height == PAGE.type_area_height - PAGE.line_top(2)


def test_a_chart_grows_with_its_names():
    names = [f"{n}" + "很长的名称" * 7 for n in range(8)]
    chart = composed("column", names, {"": [1] * 8}, height_mm=30)
    assert chart.height > PROFILE.chart.least_plot + mm(30)


def test_more_categories_than_characters_fit_are_refused():
    with pytest.raises(LayoutError, match="24 categories and 60 mm hold 14; make it wider"):
        composed("column", [f"{n}" for n in range(24)], {"": [1] * 24}, width_mm=60)
