"""Charts hold figures that can be drawn, and say them in words."""

import json
from decimal import Decimal, localcontext

import pytest
from hypothesis import given, settings

import govdocs
from govdocs import build
from govdocs.errors import CodecError, ModelError
from govdocs.model.chart import Chart, ChartForm, Series, described, number_text, shares
from govdocs.testing.strategies import charts


def chart(form=ChartForm.COLUMN, values=((13, 14),), names=("新收",), **fields):
    series = tuple(
        Series(name=name, values=tuple(row)) for name, row in zip(names, values, strict=True)
    )
    return Chart(form=form, categories=("2024年", "2025年"), series=series, **fields)


REFUSED = {
    "too few figures": lambda: chart(values=((1,),)),
    "too many figures": lambda: chart(values=((1, 2, 3),)),
    "a series without a name among several": lambda: chart(
        values=((1, 2), (1, 2)), names=("", "乙")
    ),
    "no series": lambda: chart(values=(), names=()),
    "no categories": lambda: Chart(form=ChartForm.LINE, categories=(), series=()),
    "a form by name": lambda: chart("column"),
    "figures in a list": lambda: Series(name="甲", values=[1, 2]),
    "a figure of text": lambda: Series(name="甲", values=("1",)),
    "a truth value": lambda: Series(name="甲", values=(True,)),
    "not a number": lambda: Series(name="甲", values=(float("nan"),)),
    "infinity": lambda: Series(name="甲", values=(Decimal("Infinity"),)),
    "a signalling NaN": lambda: Series(name="甲", values=(Decimal("sNaN"),)),
    "more than a trillion": lambda: Series(name="甲", values=(10**12 + 1,)),
    "an endless whole number": lambda: Series(name="甲", values=(10**5000,)),
    "a zero of a million digits": lambda: Series(name="甲", values=(Decimal("0E+1000000"),)),
    "seven decimals": lambda: Series(name="甲", values=(Decimal("0.1234567"),)),
    "a negative slice": lambda: chart(ChartForm.PIE, values=((3, -1),)),
    "a negative segment": lambda: chart(ChartForm.STACKED_COLUMN, values=((3, -1),)),
    "a pie of two series": lambda: chart(ChartForm.PIE, values=((1, 2), (3, 4)), names="甲乙"),
    "a pie of nothing": lambda: chart(ChartForm.PIE, values=((0, None),)),
    "a name of spaces": lambda: chart(names=("  ",)),
    "a long name": lambda: chart(names=("名" * 41,)),
    "a control character": lambda: chart(names=("名\n称",)),
    "a chart of no width": lambda: chart(width_mm=0),
    "a width of text": lambda: chart(width_mm="80"),
    "an endless height": lambda: chart(height_mm=float("inf")),
    "nine series": lambda: chart(values=((1, 2),) * 9, names=tuple("一二三四五六七八九")),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_drawn_is_refused(make):
    with pytest.raises(ModelError):
        make()


def test_the_message_names_the_series():
    with pytest.raises(ModelError) as caught:
        chart(values=((1, 2, 3),))
    assert caught.value.zh == "系列“新收”有 3 个数值，类别却有 2 个"
    assert caught.value.en == "the series “新收” has 3 values for 2 categories"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12, "12"),
        (-3, "-3"),
        (8.75, "8.75"),
        (0.1 + 0.2, "0.3"),
        (5.0, "5"),
        (-0.0, "0"),
        (1e-9, "0"),
        (123456789.5, "123456789.5"),
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.00"), "0.00"),
    ],
)
def test_figures_are_printed_as_given_and_floats_without_their_noise(value, text):
    assert number_text(value) == text


def test_words_hold_all_figures():
    made = chart(
        values=((13, 20), (14, None)), names=("新收", "办结"), unit="件", title="图1 收到与办结"
    )
    assert described(made) == (
        "图1 收到与办结（柱形图）。2024年：新收13件，办结14件；2025年：新收20件，办结（无数据）。"
    )


def test_a_pie_says_its_shares():
    made = chart(ChartForm.PIE, values=((1, 2),), names=("",), unit="件")
    assert shares(made) == ("33.3%", "66.7%")
    assert described(made) == "饼图。2024年：1件（33.3%）；2025年：2件（66.7%）。"


def test_the_callers_decimal_context_changes_nothing():
    made = chart(ChartForm.PIE, values=((Decimal("123456.78"), Decimal("0.01")),))
    with localcontext() as context:
        context.prec = 1
        assert shares(made) == ("100.0%", "0.0%")
        assert number_text(made.series[0].values[0]) == "123456.78"


def test_the_builder_takes_the_name_of_a_form_and_names_of_series():
    built = build.chart("column", "题", ["甲", "乙"], {"数": [1, None]}, unit="件")
    assert built.form is ChartForm.COLUMN
    assert built.series == (Series(name="数", values=(1, None)),)
    with pytest.raises(ModelError, match="no form of chart 'bar'; known: column"):
        build.chart("bar", "题", ["甲"], {"数": [1]})


def test_json_keeps_what_kind_of_number_each_figure_is():
    made = build.chart(
        "line", "题", ["甲", "乙", "丙", "丁"], {"数": [1, 1.5, Decimal("1.50"), None]}
    )
    text = govdocs.encode(build.document("题", made))
    assert json.loads(text)["main_part"]["body"][0]["series"][0]["values"] == [1, 1.5, "1.50", None]
    (back,) = govdocs.decode(text).main_part.body
    assert back == made
    assert [type(value) for value in back.series[0].values] == [int, float, Decimal, type(None)]
    assert str(back.series[0].values[2]) == "1.50"


@pytest.mark.parametrize("value", ["一", "", True, [], {}, "NaN", "Infinity", float("nan"), 1e300])
def test_json_with_another_value_is_refused_with_its_place(value):
    data = json.loads(govdocs.encode(build.document("题", chart())))
    data["main_part"]["body"][0]["series"][0]["values"][1] = value
    with pytest.raises(CodecError, match=r"body\[0\].series\[0\]"):
        govdocs.decode(json.dumps(data))


@settings(max_examples=100, deadline=None)
@given(charts())
def test_any_chart_comes_back_from_json_and_says_its_figures(made):
    document = build.document("", made)
    assert govdocs.decode(govdocs.encode(document)) == document
    words = described(made)
    for series in made.series:
        for value in series.values:
            assert value is None or number_text(value) in words
