"""Links to other pages leave the text and are kept as data."""

import pytest

from govdocs.findings import Severity
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
        ("后一则：甲", [("next", "甲")]),
        ("下章：甲", [("next", "甲")]),
        ("下一篇没有了", [("next", "没有了")]),
        ("上一篇没有了 下一篇：乙", [("previous", "没有了"), ("next", "乙")]),
        ("<< 上一条：甲", [("previous", "甲")]),
        ("上一条:甲 下一条:乙", [("previous", "甲"), ("next", "乙")]),
        ("上一条:甲 | 下一条:乙", [("previous", "甲"), ("next", "乙")]),
        ("下一步:加强培训。", []),
        ("上一年：57条", []),
        ("如上一条：所述", []),
        ("前条：某规定如下，应当遵守。", []),
        ("前条：某规定", []),
        ("后页：某表", []),
        ("上一个：五年规划圆满完成，各项指标达到预期", []),
        ("下页：本报告数据统计期限为2017年1月1日至12月31日。", []),
        ("下一条：本条所称主动公开;依申请公开", []),
        ("上一章：" + "介绍了全镇的基本情况，" * 3, []),
        ("下一章内容：甲", []),
        ("上一篇没有了解的问题", []),
    ],
)
def test_navigation_lines(line, expected):
    assert navigation_of(line, 7) == tuple(Navigation(7, *each) for each in expected)


def test_navigation_is_data_and_not_text():
    reading = read_with_findings("一、概述\n平稳。\n\n上一条:甲,乙\n\n下一条:丙\n")
    assert reading.navigation == ((4, "previous", "甲,乙"), (6, "next", "丙"))
    assert reading.block_lines == (1, 2)
    told = [(f.line, f.id, f.severity) for f in reading.findings if f.line in (4, 6)]
    assert told == [(line, "navigation-line", Severity.INFO) for line in (4, 6)]


def test_a_line_that_is_no_navigation_stays_text_without_a_finding():
    reading = read_with_findings("一、概述\n前条：某规定如下，应当遵守。\n")
    assert reading.navigation == ()
    assert reading.block_lines == (1, 2)
    assert "navigation-line" not in {f.id for f in reading.findings}


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("首页>政务公开>政府信息公开年报", "首页>政务公开>政府信息公开年报"),
        ("首页 > 年报", "首页 > 年报"),
        ("网站首页＞政务公开", "网站首页＞政务公开"),
        ("网站首页 » 政务公开 » 年报", "网站首页 » 政务公开 » 年报"),
        ("您现在的位置: 首页 >> 年报", "首页 >> 年报"),
        ("您所在的位置：首页 > 年报", "首页 > 年报"),
        ("当前位置：政务公开 > 年报", "政务公开 > 年报"),
        ("当前位置：首页", "首页"),
        ("您的位置：", ""),
    ],
)
def test_the_path_of_a_page_in_its_site_is_navigation(line, path):
    assert navigation_of(line, 1) == (Navigation(1, "path", path),)


@pytest.mark.parametrize(
    "line",
    [
        "首页",
        "首页设置专栏",
        "首页 > 专栏的路径已在全县统一。",
        "当前位置",
        "当前位置图",
        "栏目：首页",
        "A > B",
        "公开位置：县政务服务中心一楼",
    ],
)
def test_what_only_speaks_of_a_first_page_or_a_place_is_text(line):
    assert navigation_of(line, 1) == ()


@pytest.mark.parametrize("crumbs", ["首页>政务公开>政府信息公开年报", "您的位置：首页 > 年报"])
def test_a_path_is_never_the_title(crumbs):
    title = "青禾县人民政府2023年政府信息公开工作年度报告"
    reading = read_with_findings(f"{crumbs}\n{title}\n一、总体情况\n平稳。\n")
    assert reading.document.main_part.title == title
    assert [each.direction for each in reading.navigation] == ["path"]
    assert ("navigation-line", 1) in {(f.id, f.line) for f in reading.findings}


def test_a_path_on_a_web_page_is_never_the_title():
    title = "青禾县人民政府2023年政府信息公开工作年度报告"
    page = f"<html><body><div>首页 &gt; 年报</div><p>{title}</p><p>一、总体情况</p></body></html>"
    reading = read_with_findings(page)
    assert reading.document.main_part.title == title
