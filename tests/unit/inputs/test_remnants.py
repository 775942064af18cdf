"""A website's own lines and markup stay in the text, each with a warning."""

import pytest

from govdocs.inputs.reading import read_with_findings

TOP = "青禾县2017年度报告\n一、概述\n"


def found(text, id):
    return [(f.line, f.column) for f in read_with_findings(text).findings if f.id == id]


@pytest.mark.parametrize(
    "line",
    [
        "来源：青禾县人民政府网站  发布时间：2021-01-29 10:32:15  浏览次数：123",
        "字号：[大 中 小] 打印 关闭",
        "扫一扫在手机打开当前页",
        "版权所有：青禾县人民政府  辽ICP备05012345号",
        "【打印】【关闭】",
        "浏览次数：56",
    ],
)
def test_a_line_of_the_website_is_kept_with_a_warning(line):
    reading = read_with_findings(TOP + line + "\n全年平稳。\n")
    assert [f.line for f in reading.findings if f.id == "website-line"] == [3]
    assert len(reading.document.main_part.body[0].blocks) == 2


@pytest.mark.parametrize(
    "line",
    [
        "通过扫一扫在手机打开当前页即可办理。",
        "来源：县财政局",
        "版面打印费用不再收取。",
        "浏览次数 | 5",
    ],
)
def test_text_is_no_line_of_a_website(line):
    assert found(TOP + line + "\n", "website-line") == []


def test_a_closing_above_a_websites_lines_is_found():
    text = TOP + "平稳。\n青禾县教育局\n2018年1月9日\n扫一扫在手机打开当前页\n【打印】【关闭】\n"
    assert read_with_findings(text).document.main_part.signature == ("青禾县教育局",)


@pytest.mark.parametrize(
    ("line", "column"),
    [("甲&nbsp;乙。", 2), ("甲&lt;乙", 2), ("甲<b>乙</b>", 2), ("见**重点**。", 2), ("## 小结", 1)],
)
def test_markup_is_a_warning_with_line_and_column(line, column):
    assert found(TOP + line + "\n", "markup-remnant")[0] == (3, column)


@pytest.mark.parametrize("line", ["甲&乙;丙", "a<b，c>d。", "3**2", "#1 机组", "R&D"])
def test_signs_in_text_are_no_markup(line):
    assert found(TOP + line + "\n", "markup-remnant") == []
