"""Heading alone, run-in heading, numbered paragraph: three things."""

import pytest

from govdocs.inputs.reading import read_with_findings
from govdocs.inputs.text.headings import numbered_text


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("制度机制建设情况", 1),
        ("推进行政决策、执行、管理、服务、结果“五公开”情况", 1),
        ("概述。", 1),
        ("2017年，我县政务公开工作总体情况", 1),
        ("通过互联网主动公开政府信息的数量", 2),
        ("信息公开的形式。", 2),
        ("主要做法：", 2),
        ("为什么要公开？", 2),
        ("已公开信息的主要类别。", 2),
        ("类别。", 3),
        ("机构类", 4),
        ("存在的主要问题，改进的措施", 2),
    ],
)
def test_headings_that_stand_alone(text, level):
    assert numbered_text(text, level, has_text_under=True).kind == "heading"


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("完善组织领导情况。镇政府高度重视。", "完善组织领导情况。"),
        ("建章立制。全年有部署、有检查。", "建章立制。"),
        ("加强领导，健全机制。成立领导小组。", "加强领导，健全机制。"),
        ("推进“放管服。效”改革。取消事项5项。", "推进“放管服。效”改革。"),
        ("数量。公开信息46条。", "数量。"),
    ],
)
def test_run_in_headings_end_with_their_first_stop(text, heading):
    found = numbered_text(text, 2, has_text_under=False)
    assert (found.kind, found.heading) == ("run-in", heading)
    assert found.heading + found.body == text


@pytest.mark.parametrize(
    "text",
    [
        "对重大决策事项中涉及公共安全、社会稳定、环境保护等方面信息，通过召开座谈、"
        "媒体沟通等方式，听取基层或有关单位及相关群体代表的意见建议。",
        "机构职能5条；",
        "财政资金8条。",
        "公开信息46条",
        "公开信息46条。其中网站30条。",
        "我镇未收到申请。",
        "我局高度重视，成立了领导小组。局长任组长。",
        "截至年底，平台运行正常。下一步加强维护。",
        "2017年，平台运行正常。下一步加强维护。",
        "今年公开力度加大。群众满意。",
        "联系电话：0999-1234567",
        "没有发生复议。",
        "做好公开，",
        "内容如下：甲；乙",
        "全面推进决策公开、执行公开、管理公开、服务公开和结果公开工作向基层延伸。成效明显。",
    ],
)
def test_numbered_paragraphs_that_are_no_headings(text):
    found = numbered_text(text, 2, has_text_under=True)
    assert (found.kind, found.heading, found.body) == ("item", text, "")


def test_a_short_clause_with_nothing_under_it_is_an_item():
    assert numbered_text("加强培训。", 3, has_text_under=False).kind == "item"


def test_a_heading_alone_with_a_stop_is_reported():
    reading = read_with_findings("（一）信息公开的形式。\n通过公开栏公布。\n")
    assert [f.line for f in reading.findings if f.id == "heading-full-stop"] == [1]
