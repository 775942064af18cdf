"""AnnualReport: its fields by two names, what is taken where they are left out, what it refuses."""

import datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from govdocs.kinds.annual_report.agency import AgencyKind
from govdocs.kinds.annual_report.facts import chinese_name
from govdocs.kinds.annual_report.report import AnnualReport, Period
from govdocs.kinds.annual_report.section import ExtraRow
from govdocs.standards.annual_report.forms import CellRef

SOME = {"年度": 2025, "机关": "青禾县教育局"}
NEW = CellRef("t2", "新收", "总计")


def report(**fields):
    return AnnualReport.model_validate({**SOME, **fields})


def faults(**fields):
    with pytest.raises(ValidationError) as caught:
        report(**fields)
    return {".".join(map(str, each["loc"])): each["msg"] for each in caught.value.errors()}


# ---- names -----------------------------------------------------------------------------------


def test_every_field_has_a_chinese_name_and_both_mean_the_same():
    names = {name: chinese_name(field) for name, field in AnnualReport.model_fields.items()}
    assert len(set(names.values())) == len(names)
    assert all("\u4e00" <= char <= "\u9fff" for name in names.values() for char in name)
    english = AnnualReport(
        year=2025, agency="青禾县教育局", with_charts=True, contact={"telephone": "0999-1"}
    )
    chinese = report(图表=True, 联系方式={"电话": "0999-1"})
    assert english == chinese


def test_a_field_given_by_both_names_is_refused():
    assert "year" in faults(year=2024)


def test_an_unknown_field_is_refused():
    assert "年份" in faults(年份=2025)


def test_a_report_is_immutable():
    with pytest.raises(ValidationError):
        report().agency = "青禾县民政局"


# ---- what the year, the province and the name give -------------------------------------------


@pytest.mark.parametrize(
    ("year", "province", "form"),
    [
        (2008, "", "2008"), (2013, "", "2008"), (2014, "", "2014"), (2018, "", "2014"),
        (2019, "", "2019"), (2020, "辽宁", "2019"), (2021, "", "2021"), (2031, "", "2021"),
        (2015, "辽宁省", "2014"), (2016, "辽宁省", "liaoning-2017"),
        (2018, "辽宁", "liaoning-2017"), (2017, "湖北", "2014"),
    ],
)  # fmt: skip
def test_year_and_province_pick_the_format(year, province, form):
    assert report(年度=year, 省份=province).format.id == form


def test_the_caller_may_pick_another_format():
    assert report(格式="2019").format.id == "2019"
    assert "没有名为" in faults(格式="1999")["格式"]


@pytest.mark.parametrize(
    ("year", "province", "title"),
    [
        (2009, "", "青禾县教育局2009年政府信息公开工作年度报告"),
        (2015, "", "青禾县教育局2015年政府信息公开工作年度报告"),
        (2017, "辽宁", "青禾县教育局2017年度政府信息公开工作报告"),
        (2020, "", "青禾县教育局2020年政府信息公开工作年度报告"),
        (2025, "", "青禾县教育局2025年政府信息公开工作年度报告"),
    ],
)
def test_the_title_follows_the_formats_pattern(year, province, title):
    assert report(年度=year, 省份=province).printed_title == title


def test_a_title_of_ones_own_is_printed():
    assert report(标题="关于信息公开的报告").printed_title == "关于信息公开的报告"


def test_the_period_is_the_whole_year_if_not_given():
    year = Period(start=datetime.date(2025, 1, 1), end=datetime.date(2025, 12, 31))
    assert report().period == year
    assert report(统计期限={"起": "2025-01-01", "止": "2025年12月31日"}).period == year


def test_the_name_tells_the_kind_and_how_the_agency_speaks_of_itself():
    assert (report().agency_kind, report().own_reference) == (AgencyKind.DEPARTMENT, "我局")
    told = report(机关类别="township", 自称="本镇")
    assert (told.agency_kind, told.own_reference) == (AgencyKind.TOWNSHIP, "本镇")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("政府", "government"), ("乡镇", "township"), ("部门", "department"), ("其他", "other")],
)
def test_the_kind_may_be_given_in_chinese(name, kind):
    assert report(机关类别=name).kind == kind


def test_reasons_do_not_change():
    reasons = {"t2.上年结转": "机构改革"}
    told = report(说明=reasons)
    reasons["t2.新收"] = "甲"
    assert told.explanations == {"t2.上年结转": "机构改革"}
    with pytest.raises(TypeError):
        told.explanations["t2.新收"] = "甲"
    assert hash(told) == hash(report(说明={"t2.上年结转": "机构改革"}))
    assert told != report()


# ---- a wrong year ----------------------------------------------------------------------------


@pytest.mark.parametrize("year", [2007, 3000, "20x5", "", None, [2025]])
def test_a_wrong_year_is_refused(year):
    assert "年度" in faults(年度=year)


def test_what_only_follows_from_a_wrong_year_says_so():
    assert any("先更正年度" in message for message in faults(年度=2007).values())


# ---- amounts and texts -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "fee"),
    [
        (0, 0), ("0", 0), ("12.50", Decimal("12.5")), ("12.50元", Decimal("12.5")), ("1,234", 1234),
        ("３５", 35), (None, None), ("", None), (Decimal("3.1"), Decimal("3.1")),
    ],
)  # fmt: skip
def test_the_processing_fee_has_three_states(given, fee):
    assert report(信息处理费=given).processing_fee == fee


@pytest.mark.parametrize("given", ["-", "-1", -1, "1万元", "无"])
def test_what_is_no_fee_is_refused(given):
    assert "信息处理费" in faults(信息处理费=given)


def test_numbers_where_texts_are_wanted_are_texts():
    made = report(简称=110, 联系方式={"邮编": 650000})
    assert (made.short_name, made.contact.postcode) == ("110", "650000")


def test_one_text_is_a_list_of_one():
    assert report(署名="青禾县教育局").signature == ("青禾县教育局",)
    assert report(编制依据=["甲", "乙"]).legal_basis == ("甲", "乙")


@pytest.mark.parametrize(
    "text", ["2026-1-20", "2026年1月20日", "二〇二六年一月二十日", "2026.01.20"]
)
def test_dates_are_read_as_offices_write_them(text):
    assert report(成文日期=text).date_of_issue == datetime.date(2026, 1, 20)


@pytest.mark.parametrize("text", ["2026-02-30", "明年", "2026"])
def test_a_date_that_no_calendar_has_is_refused(text):
    assert "日历" in faults(成文日期=text)["成文日期"]


# ---- sections --------------------------------------------------------------------------------


def test_the_form_s_sections_stand_in_its_order_and_others_after_them():
    made = report(章节={"附则": "无。", "其他需要报告的事项": "无。", "overview": "好。"})
    assert [each.key for each in made.sections] == [
        "总体情况", "主动公开", "依申请公开", "复议诉讼", "问题及改进", "其他事项", "",
    ]  # fmt: skip
    assert made.section("附则").text == "无。"
    assert made.section("总体情况").text == "好。"
    assert made.section("没有的") is None


def test_other_words_for_a_heading_are_known_and_the_form_s_own_are_printed():
    made = report(章节={"政府信息公开工作存在的主要问题及改进措施": "有。"})
    assert made.section("问题及改进").heading == "存在的主要问题及改进情况"


def test_before_2019_the_office_s_own_headings_and_order_are_printed():
    made = report(年度=2010, 章节={"存在问题": "有。", "概述": "好。", "大事记": "无。"})
    assert [(each.key, each.heading) for each in made.sections] == [
        ("问题及改进", "存在问题"), ("概述", "概述"), ("", "大事记"),
    ]  # fmt: skip


def test_without_sections_the_usual_ones_are_there_to_be_filled():
    made = report(年度=2015)
    assert [each.key for each in made.sections] == [
        each.key for each in made.format.sections if each.required or each.tables
    ]


def test_a_section_given_twice_is_refused():
    assert "给了两次" in faults(章节={"总体情况": "甲", "overview": "乙"})["章节.overview"]


def test_a_section_without_a_heading_is_refused():
    assert "没有标题" in faults(章节={"": "甲"})["章节."]


def test_a_section_may_be_given_by_its_parts():
    made = report(章节={"总体情况": {"主动公开": "好。", "依申请公开": None}})
    assert made.sections[0].text == "（一）主动公开\n好。\n（二）依申请公开"


@pytest.mark.parametrize("given", ["文字", ["甲"], {"总体情况": ["甲"]}])
def test_what_is_no_section_is_refused(given):
    assert faults(章节=given)


# ---- tables ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tables",
    [
        {"申请": {"新收": {"总计": 3}}},
        {"t2": {"received": {"total": "3"}}},
        {"申请": {"received": {"总计": "３件"}}},
        {"t2": {"新收": [None, "", None, None, None, None, 3]}},
    ],
)
def test_figures_are_given_by_either_name_or_as_a_list(tables):
    assert dict(report(表格=tables).tables) == {NEW: 3}


def test_a_row_of_one_cell_may_be_its_figure():
    cell = CellRef("t1", "行政许可", "处理决定")
    assert dict(report(表格={"主动公开": {"行政许可": 7}}).tables) == {cell: 7}


@pytest.mark.parametrize(
    ("tables", "where", "words"),
    [
        ({"申请表": {}}, "表格.申请表", "是否想写“申请”"),
        ({"申请": {"新收申请": [1]}}, "表格.申请.新收申请", "是否想写“新收”"),
        ({"申请": {"新收": {"自然": 1}}}, "表格.申请.新收.自然", "是否想写“自然人”"),
        ({"申请": {"新收": [1, 2]}}, "表格.申请.新收", "给了 2 个数"),
        ({"申请": {"新收": 3}}, "表格.申请.新收", "7 格"),
        ({"申请": {"新收": {"总计": "三"}}}, "表格.申请.新收.总计", "非负整数"),
        ({"申请": {"新收": {"总计": True}}}, "表格.申请.新收.总计", "非负整数"),
        ({"申请": {"新收": {"总计": 1.5}}}, "表格.申请.新收.总计", "非负整数"),
        ({"申请": [1]}, "表格.申请", "层次"),
        ("三件", "表格", "层次"),
        ({"申请": {"新收": {"总计": 1, "total": 1}}}, "表格.申请", "给了两次"),
    ],
)
def test_a_slip_in_a_table_is_told_with_its_place(tables, where, words):
    found = faults(表格=tables)
    assert words in found[where]


def test_every_slip_is_told_at_once():
    found = faults(
        机关="", 表格={"申请": {"新收": {"总计": "x"}, "无此行": 1}, "t9": {}}, 成文日期="不详"
    )
    assert set(found) == {
        "机关", "表格.申请.新收.总计", "表格.申请.无此行", "表格.t9", "成文日期",
    }  # fmt: skip


# ---- added rows ------------------------------------------------------------------------------


def test_an_added_row_knows_its_table_and_the_row_above_by_either_name():
    given = [{"table": "申请", "after": "received", "label": "其中：网络申请", "values": [1, "2"]}]
    assert report(附加行=given).extra_rows == (
        ExtraRow(table="t2", after="新收", label="其中：网络申请", values=("1", "2")),
    )


def test_an_added_row_has_chinese_names_as_well():
    given = [{"表": "申请", "位于": "新收", "名称": "其中：网络申请", "数值": [1, "2"]}]
    assert report(附加行=given).extra_rows == (
        ExtraRow(table="t2", after="新收", label="其中：网络申请", values=("1", "2")),
    )


def test_an_added_row_that_has_no_place_is_refused():
    rows = [{"table": "申", "label": "甲"}, {"table": "t2", "after": "无此行", "label": "乙"}]
    assert set(faults(附加行=rows)) == {"附加行.0.table", "附加行.1.after"}


# ---- last year -------------------------------------------------------------------------------


def test_last_year_is_read_in_its_own_format():
    past = report(年度=2021, 上年={"年度": 2020, "表格": {"申请": {"其他处理": [1] * 7}}}).last_year
    assert past.format.id == "2019"
    assert past.tables.at("t2", "其他处理", "总计") == 1
    assert "上年.表格.申请.逾期不缴费" in faults(
        上年={"年度": 2020, "表格": {"申请": {"逾期不缴费": [1] * 7}}}
    )
