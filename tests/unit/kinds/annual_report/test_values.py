"""What a cell's text means: numbers however they are typed, dashes as they are written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.kinds.annual_report.values import (
    INSTEAD_OF_NUMBERS,
    BadValue,
    number_of,
    parse_value,
    value_text,
)
from govdocs.standards.annual_report.forms import ValueKind

COUNT, AMOUNT, CHANGE, MONEY = ValueKind


def value(text, kind=COUNT, unit=""):
    return parse_value(text, kind, unit).value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("57", 57), ("0", 0), (" 57 ", 57), ("５７", 57), ("1,234", 1234),
        ("１，２３４，５６７", 1_234_567),
        ("+3", 3), ("57件", 57), ("57 件", 57), ("\u3000 57\u00a0", 57), ("12.0", 12), ("007", 7),
    ],
)  # fmt: skip
def test_a_count_is_read_however_it_is_typed(text, number):
    assert value(text, unit="件") == number


@pytest.mark.parametrize(
    "text",
    [
        "-1", "1.5", "1e3", "十二", "约12", "12条", "1,23", "1 2", "1，2，3", "12/3", "NaN", "inf",
        "０x10", "²", "१२", "#DIV/0!", "1" * 40,
    ],
)  # fmt: skip
def test_what_is_no_count_is_refused_and_said_in_both_languages(text):
    with pytest.raises(BadValue) as caught:
        value(text, unit="件")
    assert caught.value.zh == "应为非负整数"
    assert "whole number" in caught.value.en


@pytest.mark.parametrize("text", sorted(INSTEAD_OF_NUMBERS))
@pytest.mark.parametrize("kind", ValueKind)
def test_what_stands_in_place_of_a_number_is_kept_and_is_no_number(text, kind):
    assert value(f" {text} ", kind) == text
    assert number_of(text, kind) is None


@pytest.mark.parametrize("kind", ValueKind)
@pytest.mark.parametrize("text", ["", "  ", "\u3000"])
def test_blank_is_blank_and_not_zero(text, kind):
    assert value(text, kind) is None
    assert number_of(None, kind) is None
    assert value_text(None) == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [("-3", -3), ("−3", -3), ("－3", -3), ("–35", -35), ("+2", 2), ("0", 0), ("- 3", -3)],
)
def test_a_change_may_be_negative_with_any_minus(text, number):
    assert value(text, CHANGE) == number


@pytest.mark.parametrize("text", ["1.5", "--3", "减3", "3-"])
def test_what_is_no_change_is_refused(text):
    with pytest.raises(BadValue, match="减少写负数"):
        value(text, CHANGE)


@pytest.mark.parametrize(
    ("text", "number", "printed"),
    [
        ("386.52", Decimal("386.52"), "386.52"), ("402.10", Decimal("402.10"), "402.10"),
        ("386.52万元", Decimal("386.52"), "386.52"), ("12.00", 12, "12"), ("0", 0, "0"),
        ("1,234.5", Decimal("1234.5"), "1234.5"),
    ],
)  # fmt: skip
def test_an_amount_takes_decimals_and_keeps_its_places(text, number, printed):
    found = value(text, AMOUNT, "万元")
    assert found == number
    assert value_text(found) == printed


@pytest.mark.parametrize("text", ["386.52元", "-1", "1.2.3", "¥3"])
def test_an_amount_in_another_unit_is_refused(text):
    with pytest.raises(BadValue):
        value(text, AMOUNT, "万元")


@pytest.mark.parametrize(
    ("text", "kept", "yuan"),
    [
        ("1286.4万元", "1286.4万元", 12_864_000), ("12.5 万元", "12.5万元", 125_000), ("0", 0, 0),
        ("０元", "0元", 0), ("1.2亿元", "1.2亿元", 120_000_000), ("350元", "350元", 350),
        ("3千元", "3千元", 3000), ("1,234元", "1,234元", 1234), ("12.5", "12.5", Decimal("12.5")),
    ],
)  # fmt: skip
def test_money_keeps_its_unit_and_counts_in_yuan(text, kept, yuan):
    found = value(text, MONEY)
    assert found == kept
    assert number_of(found, MONEY) == yuan


def test_a_text_with_a_unit_is_no_number_where_none_is_expected():
    assert number_of("12万元", COUNT) is None


@pytest.mark.parametrize("text", ["约12万元", "-5元", "12美元", "万元"])
def test_what_is_no_money_is_refused(text):
    with pytest.raises(BadValue, match=r"12\.5万元"):
        value(text, MONEY)


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [("57", False), ("５７", True), ("1,234", True), ("57件", True), ("-", False)],
)  # fmt: skip
def test_it_is_told_whether_a_text_was_rewritten(text, rewritten):
    assert parse_value(text, COUNT, "件").was_rewritten is rewritten


@given(st.integers(0, 10**14))
def test_a_count_printed_is_read_as_itself(number):
    assert value(value_text(number)) == number
    assert value(f"{number:,}") == number


@given(st.decimals(0, 10**9, places=2))
def test_an_amount_printed_is_read_as_itself(number):
    assert value(value_text(number), AMOUNT) == number


@given(st.text())
def test_any_text_is_a_value_or_a_bad_one(text):
    for kind in ValueKind:
        try:
            found = value(text, kind, "件")
        except BadValue:
            continue
        again = value(value_text(found), kind, "件")
        assert again == found
