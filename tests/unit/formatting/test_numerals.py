"""Chinese numerals, against a table written by hand and a second way to count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.formatting.numerals import LARGEST, cardinal, count, year_numeral

CARDINALS = {
    0: "零",
    1: "一",
    2: "二",
    10: "十",
    12: "十二",
    20: "二十",
    22: "二十二",
    100: "一百",
    103: "一百零三",
    110: "一百一十",
    112: "一百一十二",
    200: "二百",
    1000: "一千",
    1002: "一千零二",
    1020: "一千零二十",
    2018: "二千零一十八",
    10000: "一万",
    10001: "一万零一",
    10010: "一万零一十",
    10100: "一万零一百",
    11000: "一万一千",
    12345: "一万二千三百四十五",
    20002: "二万零二",
    100000: "十万",
    110000: "十一万",
    100010: "十万零一十",
    1000000: "一百万",
    1001000: "一百万一千",
    1010000: "一百零一万",
    1100100: "一百一十万零一百",
    10000000: "一千万",
    10020030: "一千零二万零三十",
    100000000: "一亿",
    100000001: "一亿零一",
    100001000: "一亿零一千",
    100010000: "一亿零一万",
    100100000: "一亿零一十万",
    110000000: "一亿一千万",
    1000000000: "十亿",
    1200000012: "十二亿零一十二",
    100000000000: "一千亿",
    1000000000000: "一万亿",
    1000100000000: "一万零一亿",
    12000000000000: "十二万亿",
    1000000000001: "一万亿零一",
    -15: "负十五",
    LARGEST: "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九",
}


@pytest.mark.parametrize(("number", "text"), CARDINALS.items())
def test_cardinals_are_written_as_they_are_read(number, text):
    assert cardinal(number) == text


def read(text):
    """The value of a cardinal, worked out from the left by the units alone."""
    total = section = digit = 0
    for char in text:
        if char in "零一二三四五六七八九":
            digit = "零一二三四五六七八九".index(char)
        elif char in "十百千":
            section += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
        else:
            section += digit
            digit = 0
            unit = {"万": 10**4, "亿": 10**8}[char]
            if unit == 10**8:
                total, section = (total + section) * unit, 0
            else:
                total, section = total + section * unit, 0
    return total + section + digit


@given(st.integers(0, LARGEST) | st.integers(0, 16).map(lambda n: min(10**n, LARGEST)))
def test_every_cardinal_has_its_value(number):
    text = cardinal(number)
    assert read(text) == number
    assert "零零" not in text
    assert number == 0 or not text.endswith("零")


def test_two_before_a_measure_word_is_another_character():
    assert [count(n) for n in (1, 2, 3, 12, 20, 200)] == ["一", "两", "三", "十二", "二十", "二百"]


@pytest.mark.parametrize("number", [LARGEST + 1, -LARGEST - 1, 10**400])
def test_larger_numbers_have_no_numeral(number):
    with pytest.raises(ValueError, match="no Chinese numeral"):
        cardinal(number)


def test_a_year_is_written_digit_by_digit():
    assert year_numeral(2025) == "二〇二五"
    assert year_numeral(2000) == "二〇〇〇"
    with pytest.raises(ValueError, match="25"):
        year_numeral(25)
