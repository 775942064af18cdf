"""Numbers as reports print them."""

import decimal
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.formatting.numbers import (
    as_decimal,
    change_text,
    number_text,
    percent_text,
    rounded,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (1234567, "1234567"),
        (-57, "-57"),
        (0.1, "0.1"),
        (12.50, "12.5"),
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+3"), "1000"),
        (1e20, "100000000000000000000"),
        (Decimal("-0.0"), "0.0"),
    ],
)
def test_a_number_is_printed_without_groups_with_the_places_it_has(number, text):
    assert number_text(number) == text


def test_groups_and_decimals_are_asked_for():
    assert number_text(1234567, grouped=True) == "1,234,567"
    assert number_text(1234567.5, grouped=True, decimals=2) == "1,234,567.50"
    assert number_text(999, grouped=True) == "999"
    assert number_text(12, decimals=1) == "12.0"


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (0.125, 2, "0.13"),
        (1.005, 2, "1.01"),
        (-0.04, 1, "0.0"),
        (9.99, 1, "10.0"),
    ],
)
def test_half_is_rounded_away_from_zero(number, decimals, text):
    assert number_text(number, decimals=decimals) == text


@pytest.mark.parametrize(
    ("ratio", "decimals", "text"),
    [
        (0.052, 1, "5.2%"),
        (Decimal("0.0525"), 1, "5.3%"),
        (Decimal("0.0525"), 2, "5.25%"),
        (1, 0, "100%"),
        (0, 1, "0.0%"),
        (-0.031, 1, "-3.1%"),
        (12.5, 0, "1250%"),
    ],
)
def test_a_ratio_is_printed_in_per_cent(ratio, decimals, text):
    assert percent_text(ratio, decimals=decimals) == text


@pytest.mark.parametrize(
    ("new", "old", "text"),
    [
        (105.2, 100, "增长5.2%"),
        (96.9, 100, "下降3.1%"),
        (7, 7, "持平"),
        (0, 0, "持平"),
        (100001, 100000, "基本持平"),
        (99999, 100000, "基本持平"),
        (0, 8, "下降100.0%"),
        (3, 1, "增长200.0%"),
        (68, 57, "增长19.3%"),
        (2, 3, "下降33.3%"),
    ],
)
def test_a_change_says_its_direction(new, old, text):
    assert change_text(new, old) == text


@pytest.mark.parametrize(("new", "old"), [(5, 0), (5, -1)])
def test_there_is_no_rate_of_change_on_nothing(new, old):
    with pytest.raises(ValueError, match="基数为"):
        change_text(new, old)


@pytest.mark.parametrize("number", [True, "12", None, [1]])
def test_what_is_no_number_is_refused(number):
    with pytest.raises(TypeError):
        number_text(number)


@pytest.mark.parametrize(
    "number", [float("nan"), float("inf"), Decimal("NaN"), 10**400, Decimal("1E+999999999"),
               Decimal("1E-999999999"), 1e-60]
)  # fmt: skip
def test_endless_and_overlong_numbers_are_refused(number):
    with pytest.raises(ValueError, match="/"):
        number_text(number)


@pytest.mark.parametrize("decimals", [-1, 21, 10**9])
def test_no_absurd_number_of_decimals(decimals):
    for function in (number_text, percent_text):
        with pytest.raises(ValueError, match="20"):
            function(1, decimals=decimals)


@given(st.integers(-(10**15), 10**15), st.integers(0, 6), st.booleans())
def test_a_printed_number_is_read_back(units, decimals, grouped):
    value = Decimal(units).scaleb(-decimals)
    text = number_text(value, decimals=decimals, grouped=grouped)
    assert Decimal(text.replace(",", "")) == value


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=8), st.integers(0, 5))
def test_rounding_is_off_by_half_a_unit_at_most(value, decimals):
    unit = Decimal(1).scaleb(-decimals)
    assert abs(rounded(value, decimals) - value) <= unit / 2
    assert rounded(-value, decimals) == -rounded(value, decimals)


def test_the_context_of_the_thread_has_no_say():
    with decimal.localcontext(decimal.Context(prec=3, rounding=decimal.ROUND_DOWN)):
        assert number_text(123456.789, decimals=1, grouped=True) == "123,456.8"
        assert percent_text(Decimal("1.23456")) == "123.5%"
        assert as_decimal(1234567) == 1234567
