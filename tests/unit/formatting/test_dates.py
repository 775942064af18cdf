"""Dates as documents print and write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.formatting.dates import date_in_numerals, date_text, looks_like_date, parse_date

JANUARY_9 = datetime.date(2018, 1, 9)


def test_7_3_5_4_months_and_days_have_no_leading_zero():
    assert date_text(JANUARY_9) == "2018年1月9日"
    assert date_text(datetime.date(2017, 12, 31)) == "2017年12月31日"


def test_7_3_5_4_the_year_is_written_in_full_with_arabic_digits():
    assert date_text(datetime.date(2009, 10, 1)).startswith("2009年")


@pytest.mark.parametrize(
    "text",
    [
        "2018年1月9日",
        "2018年01月09日",
        " 2018 年 1 月 9 日 ",
        "2018-01-09",
        "2018-1-9",
        "2018/1/9",
        "2018.01.09",
        "二〇一八年一月九日",
        "二○一八年一月九日",
        "二零一八年一月九日",
    ],
)
def test_a_date_is_read_in_each_of_its_forms(text):
    assert parse_date(text) == JANUARY_9
    assert looks_like_date(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("二〇一七年十月十日", datetime.date(2017, 10, 10)),
        ("二〇一七年十一月二十一日", datetime.date(2017, 11, 21)),
        ("二〇一六年二月二十九日", datetime.date(2016, 2, 29)),
    ],
)
def test_chinese_months_and_days_are_read(text, date):
    assert parse_date(text) == date


@pytest.mark.parametrize(
    "text", ["2018年2月30日", "2018-13-01", "2017年2月29日", "二〇一七年十三月一日", "0000-01-01"]
)
def test_a_date_that_the_calendar_does_not_have_only_looks_like_one(text):
    assert parse_date(text) is None
    assert looks_like_date(text)


@pytest.mark.parametrize(
    "text", ["", "2018年", "2018年1月", "18年1月9日", "于2018年1月9日", "2018年1月9日。", "1月9日"]
)
def test_other_text_is_no_date(text):
    assert parse_date(text) is None
    assert not looks_like_date(text)


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_printed_date_is_read_back(date):
    assert parse_date(date_text(date)) == date
    assert parse_date(date.isoformat()) == date


@given(st.text(max_size=20) | st.from_regex(r"[0-9〇一二]{4}年[0-9一十]{1,3}月[0-9一十]{1,3}日"))
def test_any_text_is_a_date_or_none(text):
    date = parse_date(text)
    assert date is None or looks_like_date(text)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (JANUARY_9, "二〇一八年一月九日"),
        (datetime.date(2025, 10, 10), "二〇二五年十月十日"),
        (datetime.date(2000, 12, 31), "二〇〇〇年十二月三十一日"),
        (datetime.date(2019, 11, 20), "二〇一九年十一月二十日"),
    ],
)
def test_a_date_in_numerals_has_its_year_digit_by_digit(date, text):
    assert date_in_numerals(date) == text


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_date_in_numerals_is_read_back(date):
    assert parse_date(date_in_numerals(date)) == date
