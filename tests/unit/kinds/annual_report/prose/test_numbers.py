from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.formatting.ordinals import chinese_numeral
from govdocs.kinds.annual_report.prose.numbers import chinese_value, numbers_in


def _read(text):
    return [(number.value, number.unit) for number in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("收到57件", 57, "件"),
        ("收到1,234 件", 1234, "件"),
        ("收到五十七件", 57, "件"),
        ("收到两件", 2, "件"),
        ("收到一百零三件", 103, "件"),
        ("收费3.5万元", Decimal("3.5"), "万元"),
        ("增长5.2%", Decimal("5.2"), "%"),
        ("增长百分之五点二", Decimal("5.2"), "%"),
        ("收到零件", 0, "件"),
        ("均为零", 0, ""),
        ("案件总数35件", 35, "件"),
    ],
)
def test_a_number_is_read_with_its_unit(text, value, unit):
    assert _read(text) == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    ["十余件", "近20件", "20余件", "约30件", "数十件", "30件以上", "3—5件", "第3件", "几十件"],
)
def test_what_says_no_certain_number_has_no_value(text):
    assert all(value is None for value, unit in _read(text) if unit == "件")


def test_digits_in_document_numbers_and_addresses_are_no_numbers():
    assert _read("〔2021〕附件A4和x9.example") == []


@given(st.integers(1, 9999))
def test_every_chinese_numeral_is_read_back(number):
    assert chinese_value(chinese_numeral(number)) == number


@given(st.text())
def test_numbers_stand_in_order_and_inside_the_text(text):
    ends = [0]
    for number in numbers_in(text):
        assert ends[-1] <= number.start < number.end <= len(text)
        ends.append(number.end)
