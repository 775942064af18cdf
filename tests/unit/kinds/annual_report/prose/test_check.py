import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.findings import Severity
from govdocs.kinds.annual_report.prose.check import check_prose
from govdocs.kinds.annual_report.report import AnnualReport

TABLES = {
    "t2": {
        "新收": [11, 1, 0, 0, 1, 0, 13],
        "上年结转": [2, 0, 0, 0, 0, 0, 2],
        "予以公开": [6, 1, 0, 0, 0, 0, 7],
        "办结": [12, 1, 0, 0, 1, 0, 14],
        "结转下年": [1, 0, 0, 0, 0, 0, 1],
    },
    "t3": {"复议": [1, 0, 0, 0, 1], "直接起诉": [0] * 5, "复议后起诉": [0, 0, 0, 1, 1]},
}
LAST = {"year": 2024, "tables": {"t2": {"新收": [8, 1, 0, 0, 1, 0, 10], "上年结转": [0] * 7}}}


def found(text, **facts):
    facts = {"tables": TABLES, "last_year": LAST} | facts
    sections = {"总体情况": text}
    report = AnnualReport(year=2025, agency="青禾县柳湾乡人民政府", sections=sections, **facts)
    return check_prose(report)


def test_a_number_that_differs_is_found_with_both_places():
    (finding,) = found("（二）依申请公开\n全年新收申请12件，办结14件。")
    assert finding.id == "prose-cell"
    assert finding.severity is Severity.WARNING
    assert finding.cells == ("t2.新收.总计",)
    assert (finding.expected, finding.found) == ("13", "12")
    assert "总体情况" in finding.place
    assert "第2行" in finding.place
    assert "表2 R1 C7" in finding.zh
    assert "第三部分 申请表：一、本年新收政府信息公开申请数量×总计" in finding.zh


@pytest.mark.parametrize("number", [13, 15])
def test_received_in_all_may_count_what_was_carried_over(number):
    assert found(f"共收到政府信息公开申请{number}件。") == ()
    assert found("共收到政府信息公开申请14件。")


@pytest.mark.parametrize(
    "text",
    [
        "门户网站收到申请9件。",
        "县教育局收到申请5件，办结5件。",
        "全县共收到申请900件。",
        "2024年收到申请10件。",
        "2008年以来累计收到申请300件。",
        "上年收到申请10件。",
        "共收到申请18件（含上年结转2件）。",
        "另收到申请3件。",
        "收到申请十余件。",
        "公开信息50条。",
        "举办培训3次，开设专栏2个。",
        "办理建议提案57件，办结57件，办结率100%。",
        "《关于收到99件申请的通知》",
        "收到申请{{ t2.新收.总计 }}件。",
    ],
)
def test_scope_comes_first(text):
    assert found(text) == ()


def test_a_blank_cell_is_not_compared_but_parts_above_a_number_are():
    blank = {"t2": {"国家秘密": {"总计": 3}}}
    assert found("不予公开申请5件。", tables=blank) == ()
    assert found("不予公开申请2件。", tables=blank)
    assert found("收到政府信息公开申请5件。", tables={}) == ()


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("未收到政府信息公开申请。", [("t2.新收.总计",)]),
        ("没有收到申请。", [("t2.新收.总计",)]),
        (
            "未发生行政复议、行政诉讼。",
            [("t3.复议.总计",), ("t3.直接起诉.总计", "t3.复议后起诉.总计")],
        ),
        ("无结转下年度申请。", [("t2.结转下年.总计",)]),
        ("未收到行政许可申请。", []),
        ("未发生责任追究。", []),
    ],
)
def test_nil_statements_against_stated_figures(text, cells):
    assert [finding.cells for finding in found(text)] == cells


def test_a_bare_nil_is_about_its_heading():
    tables = {"tables": TABLES}
    sections = {"复议诉讼": "未发生。"}
    report = AnnualReport(year=2025, agency="青禾县教育局", sections=sections, **tables)
    assert [finding.cells[0] for finding in check_prose(report)] == [
        "t3.复议.总计",
        "t3.直接起诉.总计",
    ]


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("收到申请13件，同比增加3件。", True),
        ("收到申请13件，同比增长30%。", True),
        ("收到申请13件，比上年减少3件。", False),
        ("收到申请13件，较2024年增长25%。", False),
        ("收到申请13件，与上年持平。", False),
        ("收到政府信息公开申请13件，办结率93.3%。", True),
        ("收到政府信息公开申请13件，办结率93.4%。", False),
        ("收到申请13件，其中自然人11件，占84.6%。", True),
        ("收到申请13件，其中自然人11件，占84.7%。", False),
    ],
)
def test_percentages_and_changes(text, is_right):
    assert (found(text) == ()) is is_right


def test_changes_need_last_year():
    assert found("收到申请13件，同比增加9件。", last_year=None) == ()


def test_the_processing_fee_is_a_field():
    assert found("收取信息处理费120元。", processing_fee="120") == ()
    assert len(found("未收取信息处理费。", processing_fee="120")) == 1
    assert found("未收取信息处理费。") == ()


def test_kinds_of_applicants_follow_the_row_that_is_spoken_of():
    assert found("政府信息公开申请办结14件，其中自然人12件。") == ()
    assert found("收到政府信息公开申请13件，其中自然人12件。")[0].cells == ("t2.新收.自然人",)


@given(
    st.text(
        alphabet="收到申请办结其中含另同比未发生占、，。（）0123456789%件条年月上下\n", max_size=60
    )
)
def test_any_text_is_read_without_failing(text):
    for finding in found(text):
        assert finding.zh
        assert finding.en
