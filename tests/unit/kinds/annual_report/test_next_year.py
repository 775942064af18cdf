"""Next year's report begun from this year's: what is carried over, kept, moved on and emptied."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from govdocs.errors import UsageError
from govdocs.kinds.annual_report.chain import check_chain
from govdocs.kinds.annual_report.decode import decode_report
from govdocs.kinds.annual_report.next_year import proposals
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.forms import CellRef
from govdocs.testing.annual_reports import valid_reports

EXAMPLES = Path(__file__).parents[4] / "examples/annual_reports"
COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def example(name):
    path = EXAMPLES / f"{name}.yaml"
    return decode_report(path.read_bytes(), name=str(path)).report


def report(**fields):
    return AnnualReport.model_validate({"年度": 2025, "机关": "青禾县教育局", **fields})


def test_what_was_carried_forward_is_carried_over_in_each_of_the_seven_columns():
    last = example("2025")
    begun = last.next_year()
    assert (begun.year, begun.format.id) == (2026, "2021")
    assert {str(cell): value for cell, value in begun.tables.items()} == {
        f"t2.上年结转.{column}": last.tables.at("t2", "结转下年", column) for column in COLUMNS
    }


def test_figures_prose_date_and_reasons_of_last_year_go():
    begun = report(
        引言="2025年。", 信息处理费=3, 成文日期="2026-01-20", 说明={"t2": "改革"},
        附加行=[{"table": "t2", "label": "其中"}], 编制依据=["甲"], 章节={"总体情况": "好。"},
    ).next_year()  # fmt: skip
    assert (begun.introduction, begun.processing_fee, begun.date_of_issue) == ("", None, None)
    assert (begun.explanations, begun.extra_rows, begun.legal_basis) == ({}, (), ())
    assert not begun.tables
    assert begun.section("总体情况").text == ""


def test_who_reports_and_where_to_ask_stay():
    kept = {
        "简称": "县教育局",
        "公开网站": "网站",
        "署名": ["青禾县教育局"],
        "联系方式": {"电话": "1"},
        "图表": True,
    }
    begun, made = report(**kept).next_year(), report(**kept)
    for name in ("agency", "short_name", "website", "signature", "contact", "with_charts"):
        assert getattr(begun, name) == getattr(made, name)


def test_the_period_and_the_years_in_titles_and_headings_move_on():
    begun = report(
        标题="教育局2025年报告",
        章节={"2025年工作": "（一）2025年情况\n好。\n（二）2026年打算。抓落实。"},
    ).next_year()
    assert begun.title == "教育局2026年报告"
    assert begun.period.start == datetime.date(2026, 1, 1)
    assert begun.period.end == datetime.date(2026, 12, 31)
    section = begun.sections[-1]
    assert section.heading == "2026年工作"
    assert section.text == "（一）2026年情况\n（二）2027年打算"


def test_other_numbers_of_four_digits_stay():
    assert report(标题="12025号2024年报告").next_year().title == "12025号2024年报告"


def test_the_headings_inside_a_section_stay_and_its_sentences_go():
    begun = example("2025").next_year()
    assert begun.section("总体情况").text.split("\n") == [
        "（一）主动公开",
        "（二）依申请公开",
        "（三）政府信息管理",
        "（四）政府信息公开平台建设",
        "（五）监督保障",
    ]


@pytest.mark.parametrize(
    ("year", "province", "form"),
    [
        (2013, "", "2014"),
        (2018, "", "2019"),
        (2018, "辽宁", "2019"),
        (2015, "辽宁", "liaoning-2017"),
        (2020, "", "2021"),
        (2009, "", "2008"),
    ],
)
def test_the_next_year_s_form_takes_over(year, province, form):
    assert report(年度=year, 省份=province).next_year().format.id == form


def test_a_new_form_brings_its_own_sections():
    begun = report(年度=2018, 章节={"概述": "（一）领导\n好。", "大事记": "无。"}).next_year()
    assert [each.key for each in begun.sections] == [each.key for each in begun.format.sections]


def test_from_2020_only_what_was_carried_forward_comes_over():
    begun = example("2020").next_year()
    assert {cell.row for cell in begun.tables} == {"上年结转"}
    assert begun.tables.at("t2", "上年结转", "总计") == 1
    assert proposals(begun) == {}


def test_a_form_of_ones_own_stays_and_its_chain_goes_on():
    last = example("variant/2025")
    begun = last.next_year()
    assert begun.format.id == "my-province-2021"
    assert begun.tables.at("t2", "上年结转", "总计") == 0
    assert "chain-stops" not in {each.id for each in check_chain(begun)}


def test_what_is_in_force_is_proposed_beside_the_cell_and_not_filled_in():
    begun = example("2025").next_year()
    cell = CellRef("t1", "规范性文件", "现行有效")
    assert proposals(begun)[cell] == "上年 47"
    assert cell not in begun.tables


def test_a_blank_of_last_year_is_not_carried_over():
    begun = report(表格={"申请": {"结转下年": {"自然人": 2, "总计": "-"}}}).next_year()
    assert {str(cell): value for cell, value in begun.tables.items()} == {"t2.上年结转.自然人": 2}


def test_no_form_is_known_after_the_last():
    with pytest.raises(UsageError):
        AnnualReport.model_construct(**{**dict(report()), "year": 9999}).next_year()


@settings(max_examples=25, deadline=None)
@given(valid_reports())
def test_the_chain_of_a_begun_report_holds(last):
    begun = last.next_year()
    assert begun.last_year.tables == last.tables
    assert check_chain(begun) == ()
