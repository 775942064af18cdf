"""Tables: widths, type size and what is kept together are checked when the table is made."""

import math

import pytest

from govdocs.errors import CodecError, ModelError
from govdocs.model.build import document, table
from govdocs.model.codec import decode, encode
from govdocs.model.nodes import Cell, Table

ROWS = [["甲", "乙"], ["1", "2"]]


def test_a_table_has_no_widths_size_or_wish_of_its_own_unless_given():
    made = table(ROWS)
    assert (made.column_widths, made.type_size, made.keep_together) == (None, None, False)


def test_the_builder_hands_on_widths_size_and_wish():
    made = table(ROWS, column_widths=[1, 2.5], type_size="小五", keep_together=True)
    assert made.column_widths == (1, 2.5)
    assert made.type_size == "小五"
    assert made.keep_together


@pytest.mark.parametrize("count", [0, 1, 3])
def test_there_is_one_width_for_each_column(count):
    with pytest.raises(ModelError, match="2 列") as caught:
        table(ROWS, column_widths=(1,) * count)
    assert "2 columns" in caught.value.en


@pytest.mark.parametrize("width", [0, -1, 1001, math.nan, math.inf, True])
def test_a_width_is_positive(width):
    with pytest.raises(ModelError, match="第 2 列") as caught:
        table(ROWS, column_widths=(1, width))
    assert "column 2" in caught.value.en


@pytest.mark.parametrize("widths", [[1, 2], ("1", 2), (None, 1)])
def test_widths_are_a_tuple_of_numbers(widths):
    with pytest.raises(ModelError, match="column_widths"):
        Table(rows=((Cell(), Cell()),), column_widths=widths)


@pytest.mark.parametrize("size", ["九号", "", "9pt"])
def test_a_type_size_is_a_zihao(size):
    with pytest.raises(ModelError, match="小五"):
        table(ROWS, type_size=size)


def test_keep_together_is_a_bool():
    with pytest.raises(ModelError, match="keep_together"):
        table(ROWS, keep_together=1)


def test_json_keeps_what_a_table_asks_for():
    made = document(
        "题", table(ROWS, column_widths=(39, 39.5), type_size="小五", keep_together=True)
    )
    assert decode(encode(made)) == made
    assert '"column_widths": [39, 39.5]' in encode(made)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("column_widths", '"1"'),
        ("column_widths", "[true, 1]"),
        ("type_size", "9"),
        ("type_size", '"九号"'),
        ("keep_together", "1"),
    ],
)
def test_json_of_a_table_that_asks_for_something_else_is_refused(field, value):
    text = encode(document("题", table(ROWS))).replace(
        '"head_rows"', f'"{field}": {value}, "head_rows"'
    )
    with pytest.raises(CodecError) as caught:
        decode(text)
    assert "body[0]" in str(caught.value.at)
