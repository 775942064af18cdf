"""Lines with pipes are table rows, split and padded, never merged by guess."""

import pytest

from govdocs.errors import InputError
from govdocs.inputs.reading import read, read_with_findings
from govdocs.model.nodes import Alignment, Paragraph, Table, plain_text


def tables(text):
    body = read("一、概述\n" + text).main_part.body[0].blocks
    return [block for block in body if isinstance(block, Table)]


def rows(table):
    return [[plain_text(cell.content) for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("甲 | 乙 |", ["甲", "乙"]),
        ("甲 | 乙", ["甲", "乙"]),
        ("| 甲 | 乙 |", ["甲", "乙"]),
        ("甲 | 乙 | ||", ["甲", "乙", "", ""]),
        ("甲 |||", ["甲", "", ""]),
        ("| | | |", ["", "", ""]),
        ("甲 |", ["甲"]),
        ("甲\\|乙 | 丙 |", ["甲|乙", "丙"]),
        ("(一)予以公开 | 1,234 | 9:00 |", ["（一）予以公开", "1,234", "9:00"]),
        ("一、本年新收 | 0 |", ["一、本年新收", "0"]),
    ],
)
def test_a_row_is_split_at_its_pipes_and_loses_its_edges(line, cells):
    (table,) = tables(line)
    assert rows(table) == [cells]


def test_consecutive_rows_are_one_table_with_a_head_row():
    (table,) = tables("甲 | 乙\n1 | 2\n3 | 4\n")
    assert (len(table.rows), table.head_rows) == (3, 1)
    (single,) = tables("甲 | 乙\n")
    assert single.head_rows == 0


def test_a_blank_line_or_a_text_line_ends_a_table():
    assert [len(t.rows) for t in tables("甲 | 乙\n\n丙 | 丁\n文。\n戊 | 己\n")] == [1, 1, 1]


def test_short_rows_are_padded_at_the_right_with_a_finding_each():
    reading = read_with_findings("一、概述\n甲 | 乙 | 丙\n丁\t| 戊\n己 |\n")
    (table,) = reading.document.main_part.body[0].blocks
    assert rows(table) == [["甲", "乙", "丙"], ["丁", "戊", ""], ["己", "", ""]]
    assert [f.line for f in reading.findings if f.id == "row-padded"] == [3, 4]


def test_a_rule_sets_head_and_alignment_and_is_no_row():
    (table,) = tables("| 项 | 数 | 注 |\n|:---|---:|:-:|\n| 甲 | 1 | 无 |\n")
    assert rows(table) == [["项", "数", "注"], ["甲", "1", "无"]]
    assert table.head_rows == 1
    assert [cell.align for cell in table.rows[1]] == [
        Alignment.LEFT,
        Alignment.RIGHT,
        Alignment.CENTER,
    ]


def test_a_row_of_dashes_for_nothing_is_a_row():
    (table,) = tables("甲 | 乙\n- | -\n")
    assert rows(table) == [["甲", "乙"], ["-", "-"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("|---|---|\n", [["---", "---"]]),
        ("|---|---|\n| 甲 | 乙 |\n", [["---", "---"], ["甲", "乙"]]),
        ("甲 | 乙\n1 | 2\n--- | ---\n", [["甲", "乙"], ["1", "2"], ["---", "---"]]),
        ("甲 | 乙\n---|---\n--- | ---\n", [["甲", "乙"], ["---", "---"]]),
    ],
)
def test_dashes_anywhere_but_in_the_second_row_are_data(text, expected):
    (table,) = tables(text)
    assert rows(table) == expected
    assert table.head_rows == int(len(expected) > 1)


def test_more_pipes_than_any_table_has_are_text():
    (section,) = read("一、概述\n" + "|" * 1000).main_part.body
    assert isinstance(section.blocks[0], Paragraph)
    assert plain_text(section.blocks[0].content) == "|" * 1000
    found = {f.id: f.line for f in read_with_findings("一、概述\n" + "|" * 1000).findings}
    assert found["row-too-wide"] == 2


def test_a_table_too_large_is_refused_with_its_line():
    text = "一、概述\n" + "|" * 199 + "\n" + "a|\n" * 1100
    with pytest.raises(InputError, match="第 2 行"):
        read(text)
