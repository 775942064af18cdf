"""Signature, date of issue and remark at a text's end."""

import datetime

import pytest

from govdocs.inputs.reading import read_with_findings
from govdocs.model.nodes import Paragraph

START = "青禾县2017年度报告\n一、概述\n全年平稳。\n"
DATE = datetime.date(2018, 1, 9)


def closing(text):
    part = read_with_findings(text).document.main_part
    return part.signature, part.date_of_issue, part.remark


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("青禾县教育局\n2018年1月9日\n", (("青禾县教育局",), DATE, None)),
        ("青禾县教育局\n二〇一八年一月九日\n", (("青禾县教育局",), DATE, None)),
        ("青禾县教育局\n二0一八年一月九日\n", (("青禾县教育局",), DATE, None)),
        ("青禾县教育局\n2018年元月9日\n", (("青禾县教育局",), DATE, None)),
        ("青禾县教育局（盖章）\n2018年1月9日\n", (("青禾县教育局（盖章）",), DATE, None)),
        ("柳湾乡\n2018年1月9日\n", (("柳湾乡",), DATE, None)),
        ("青禾县教育局\n2018-01-09\n", (("青禾县教育局",), DATE, None)),
        ("青禾县教育局 2018年1月9日\n", (("青禾县教育局",), DATE, None)),
        (
            "青禾县教育局\n青禾县财政局\n2018年1月9日\n",
            (("青禾县教育局", "青禾县财政局"), DATE, None),
        ),
        ("2018年1月9日\n", ((), DATE, None)),
        (
            "柳湾乡人民政府\n2018年1月9日\n（此件公开发布）\n",
            (("柳湾乡人民政府",), DATE, "此件公开发布"),
        ),
        ("(此件公开发布)\n", ((), None, None)),
        ("柳湾乡人民政府\n", (("柳湾乡人民政府",), None, None)),
        ("以下由教育局\n负责。\n", ((), None, None)),
        ("2018年1月\n", ((), None, None)),
        ("全年共培训干部\n2018年1月9日\n", ((), DATE, None)),
    ],
)
def test_closings(end, expected):
    assert closing(START + end) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("推进“放管服”改革领导小组办公室\n2018年1月9日\n", ("推进“放管服”改革领导小组办公室",)),
        ("青禾县教育局主任 张三\n2018年1月9日\n", ("青禾县教育局主任 张三",)),
        ("我局干部全部参加\n2018年1月9日\n", ()),
        ("扫一扫在手机打开当前页\n2018年1月9日\n", ()),
        ("长" * 41 + "\n2018年1月9日\n", ()),
    ],
)
def test_a_short_line_above_the_date_is_the_signature(end, expected):
    assert closing(START + end) == (expected, DATE, None)


def test_a_line_that_only_its_place_makes_a_signature_is_doubtful_and_no_issuer():
    reading = read_with_findings(START + "教育局主任 张三\n2018年1月9日\n")
    assert [f.line for f in reading.findings if f.id == "closing-doubtful"] == [4]
    assert reading.document.issuer is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (START + "青禾县教育局\n2018年1月\n", 5),
        (START + "青禾县教育局\n二〇一二年二月\n", 5),
        (START + "青禾县教育局2018年1月\n", 4),
        (START + "青禾县教育局\n2018年1月9日\n附：统计表\n甲|乙\n1|2\n", 5),
        ("青禾县2017年度报告\n青禾县教育局\n2018年1月9日\n一、概述\n平稳。\n好。\n", 3),
        ("青禾县2017年度报告\n（2018年1月9日）\n一、概述\n平稳。\n好。\n好。\n", 2),
    ],
)
def test_a_date_that_closes_nothing_stays_text_with_a_warning(text, line):
    reading = read_with_findings(text)
    assert reading.document.main_part.date_of_issue is None
    (finding,) = [f for f in reading.findings if f.id == "closing-doubtful"]
    assert finding.line == line
    assert "date_of_issue" in finding.zh


def test_the_first_bracketed_line_after_the_date_is_the_remark():
    end = "青禾县教育局\n2018年1月9日\n（此件公开发布）\n（联系人：张三）\n抄送：县人大办\n"
    reading = read_with_findings(START + end)
    assert reading.document.main_part.remark == "此件公开发布"
    assert reading.remark_line == 6
    assert [f.line for f in reading.findings if f.id == "after-signature"] == [7, 8]


def test_navigation_lines_may_follow():
    text = START + "青禾县教育局\n2018年1月9日\n\n上一条:甲\n下一条:乙\n"
    assert closing(text) == (("青禾县教育局",), DATE, None)


def test_lines_and_changed_form_are_told():
    reading = read_with_findings(START + "青禾县教育局\n二〇一八年一月九日\n（公开）\n")
    assert (reading.signature_lines, reading.date_line, reading.remark_line) == ((4,), 5, 6)
    assert [(f.line, f.id) for f in reading.findings if f.id == "date-form"] == [(5, "date-form")]
    plain = read_with_findings(START + "2018年1月9日\n")
    assert [f.id for f in plain.findings] == []


def test_an_impossible_date_stays_text_with_a_warning():
    reading = read_with_findings(START + "青禾县教育局\n2018年2月30日\n")
    part = reading.document.main_part
    assert (part.signature, part.date_of_issue) == ((), None)
    assert [f.line for f in reading.findings if f.id == "date-impossible"] == [5]
    last = part.body[0].blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.content[0].text == "2018年2月30日"


def test_short_lines_after_the_signature_stay_in_the_body_with_a_warning():
    reading = read_with_findings(START + "青禾县教育局\n2018年1月9日\n附件：收费清单\n")
    assert reading.document.main_part.signature == ("青禾县教育局",)
    assert [f.line for f in reading.findings if f.id == "after-signature"] == [6]


def test_a_date_under_the_title_is_no_closing():
    text = "青禾县2017年度报告\n2018-01-09\n" + "一、概述\n全年平稳。\n" * 4
    assert closing(text) == ((), None, None)


def test_the_front_matter_wins_over_the_text():
    text = "---\nsignature: 青禾县财政局\n成文日期: 2018年1月9日\n---\n" + START
    assert closing(text) == (("青禾县财政局",), DATE, None)
    reading = read_with_findings(text + "青禾县教育局\n2018年1月10日\n")
    assert reading.document.main_part.signature == ("青禾县财政局",)
    assert sum(f.id == "closing-overridden" for f in reading.findings) == 2
