"""Heading numbers and the Chinese numerals in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.formatting.ordinals import (
    NUMERAL_CHARS,
    chinese_numeral,
    ordinal,
    parse_chinese_numeral,
)

NUMERALS = {
    1: "一",
    9: "九",
    10: "十",
    11: "十一",
    19: "十九",
    20: "二十",
    21: "二十一",
    99: "九十九",
    100: "一百",
    101: "一百零一",
    110: "一百一十",
    111: "一百一十一",
    120: "一百二十",
    1000: "一千",
    1001: "一千零一",
    1010: "一千零一十",
    1100: "一千一百",
    2017: "二千零一十七",
    9999: "九千九百九十九",
}


@pytest.mark.parametrize(("number", "text"), NUMERALS.items())
def test_numerals_are_written_as_people_write_them(number, text):
    assert chinese_numeral(number) == text


def test_all_numbers_from_1_to_9999_come_back():
    assert all(parse_chinese_numeral(chinese_numeral(n)) == n for n in range(1, 10_000))
    assert len({chinese_numeral(n) for n in range(1, 10_000)}) == 9999


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_other_numbers_have_no_numeral(number):
    with pytest.raises(ValueError, match=str(number)):
        chinese_numeral(number)


@pytest.mark.parametrize(
    "text", ["", "零", "一十", "一二", "十十", "百", "一百一", "二零一七", "两", "一万", "3", "一 "]
)
def test_other_writings_are_no_numeral(text):
    assert parse_chinese_numeral(text) is None


@given(st.text(st.sampled_from(NUMERAL_CHARS), max_size=8))
def test_a_text_is_a_numeral_only_if_it_is_the_one_that_would_be_written(text):
    value = parse_chinese_numeral(text)
    assert value is None or chinese_numeral(value) == text


@pytest.mark.parametrize(
    ("level", "number", "text"),
    [(1, 1, "一、"), (1, 12, "十二、"), (2, 3, "（三）"), (3, 4, "4."), (4, 15, "（15）")],
)
def test_7_3_3_the_four_levels_have_their_own_numbers(level, number, text):
    assert ordinal(level, number) == text


@pytest.mark.parametrize("level", [0, 5])
def test_there_is_no_other_level(level):
    with pytest.raises(ValueError, match=str(level)):
        ordinal(level, 1)
