"""blocks_to_text: what a text was read as is written as a text that reads as the same."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.inputs.prose import read_prose
from govdocs.kinds.annual_report.recognise.prose_text import blocks_to_text
from govdocs.model.build import table

_WORDS = """一、 二. 十一、 （一） (二) ㈢ 1. 2、 3． 1, （1） (2) ⑴ 总体情况 工作机制。
    全年公开信息 46条 5万元 2018年 ， 。 ； ： ( ) “三安全一稳定” 第一
    1.5万元 | \\| a b --- :-: --: - 无 0 12 \\
    二级 三季度 附件： 500万元 上一条： 县人民政府 （中国） 青政[2013]7号 9:00 未发生。 <通知>
    http://a.cn/b,c * 关于 ？""".split()
_PIECES = st.sampled_from([*_WORDS, " ", "　", "\t", "\n", "\n\n", "\n", "\n"])
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_a_text_read_and_written_reads_the_same(text):
    blocks = read_prose(text).blocks
    assert read_prose(blocks_to_text(blocks)).blocks == blocks


@pytest.mark.parametrize(
    "text",
    [
        "（一）主动公开\n全年公开46条。\n1.公报。登载3条。\n2.网站\n公开43条。",
        "1、500万元以上的项目公开。\n2、2018年公开。",
        "一．二级单位\n正文。",
        "| a | b |\n| --- | :-- |\n| 1 | 2 |",
        "| a |  |\n\n|  | b |",
        "a \\| b | c\n--- | ---\n--- | ---\nd | e",
        "|  |",
        "| 单行 | 表 |\n| --: | :-: |",
    ],
)
def test_written_forms_that_need_care(text):
    blocks = read_prose(text).blocks
    assert read_prose(blocks_to_text(blocks)).blocks == blocks


def test_merged_cells_become_empty_ones():
    plain = table([["甲", "乙"], ["1", "2"]])
    wide = dataclasses.replace(plain.rows[0][0], colspan=2)
    merged = dataclasses.replace(plain, rows=((wide,), plain.rows[1]))
    assert blocks_to_text((merged,)).splitlines()[0] == "| 甲 |  |"
