"""Links to other pages leave the text and are kept as data."""

import pytest

from govdocs.inputs.reading import read_with_findings
from govdocs.inputs.text.navigation import Navigation, navigation_of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("上一条:财政局报告", [("previous", "财政局报告")]),
        ("下一条：财政局报告", [("next", "财政局报告")]),
        ("上一篇: 没有了", [("previous", "没有了")]),
        ("下一篇:", [("next", "")]),
        ("上页：甲", [("previous", "甲")]),
        ("前一篇:甲", [("previous", "甲")]),
        ("下一篇文章：甲", [("next", "甲")]),
        ("<< 上一条：甲", [("previous", "甲")]),
        ("上一条:甲 下一条:乙", [("previous", "甲"), ("next", "乙")]),
        ("上一条:甲 | 下一条:乙", [("previous", "甲"), ("next", "乙")]),
        ("下一步:加强培训。", []),
        ("上一年：57条", []),
        ("如上一条：所述", []),
    ],
)
def test_navigation_lines(line, expected):
    assert navigation_of(line, 7) == tuple(Navigation(7, *each) for each in expected)


def test_navigation_is_data_and_not_text():
    reading = read_with_findings("一、概述\n平稳。\n\n上一条:甲,乙\n\n下一条:丙\n")
    assert reading.navigation == ((4, "previous", "甲,乙"), (6, "next", "丙"))
    assert reading.block_lines == (1, 2)
    assert all(f.line not in (4, 6) for f in reading.findings)
