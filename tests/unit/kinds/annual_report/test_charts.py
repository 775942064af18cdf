"""Charts of a report: last year beside this one, and what a total is made of."""

import pytest

from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.model.chart import ChartForm

RESULTS = {
    "予以公开": 35, "部分公开": 7, "国家秘密": 0, "法律法规禁止": 0, "三安全一稳定": 0,
    "第三方权益": 2,
    "内部事务信息": 1, "过程性信息": 3, "执法案卷": 2, "行政查询": 1, "不掌握": 9, "需另行制作": 1,
    "补正仍不明确": 1, "信访举报投诉": 2, "重复申请": 2, "公开出版物": 0, "大量反复申请": 0,
    "确认或重新出具": 1, "逾期不补正": 1, "逾期不缴费": 0, "其他处理": 1,
}  # fmt: skip


def applications(**totals):
    return {"申请": {row: {"总计": value} for row, value in totals.items()}}


def report(year=2025, *, past=None, past_year=2024, **totals):
    last = None if past is None else {"年度": past_year, "表格": applications(**past)}
    return AnnualReport.model_validate(
        {"年度": year, "机关": "青禾县教育局", "表格": applications(**totals), "上年": last}
    )


def test_last_year_stands_beside_this_year():
    (chart,) = report(
        past={"新收": 57, "办结": 58, "结转下年": 4}, 新收=68, 办结=69, 结转下年=3
    ).charts()
    assert (chart.form, chart.unit) == (ChartForm.COLUMN, "件")
    assert chart.categories == ("2024年", "2025年")
    assert [(each.name, each.values) for each in chart.series] == [
        ("新收", (57, 68)), ("办结", (58, 69)), ("结转下年", (4, 3)),
    ]  # fmt: skip


def test_figures_of_the_form_before_may_stand_beside_those_of_this_one():
    past = {"新收": 5, "办结": 5, "结转下年": 0}
    (chart,) = report(2021, past=past, past_year=2020, **past).charts()
    assert chart.categories == ("2020年", "2021年")


@pytest.mark.parametrize(
    "past", [None, {"新收": 57, "办结": 58}, {"新收": "-", "办结": 1, "结转下年": 1}]
)
def test_without_last_year_s_figures_there_is_none(past):
    assert report(past=past, 新收=68, 办结=69, 结转下年=3).charts() == ()


def test_a_total_is_shown_by_its_parts_above_zero():
    (chart,) = report(**RESULTS).charts()
    assert chart.form is ChartForm.PIE
    assert chart.title == "2025年政府信息公开申请办理结果构成"
    assert dict(zip(chart.categories, chart.series[0].values, strict=True)) == {
        "予以公开": 35, "部分公开": 7, "不予公开": 9, "无法提供": 11, "不予处理": 5, "其他处理": 2,
    }  # fmt: skip


def test_parts_of_zero_leave_the_pie_and_all_of_zero_leave_none():
    (chart,) = report(**{**dict.fromkeys(RESULTS, 0), "予以公开": 1}).charts()
    assert chart.categories == ("予以公开",)
    assert report(**dict.fromkeys(RESULTS, 0)).charts() == ()


def test_a_part_that_is_not_stated_leaves_the_chart_out():
    assert report(**{**RESULTS, "国家秘密": None}).charts() == ()


def test_in_2019_the_sixth_part_is_one_row():
    kept = {row: value for row, value in RESULTS.items() if not row.startswith("逾期")}
    (chart,) = report(2020, **kept).charts()
    assert chart.series[0].values[-1] == 1


def test_channels_of_2014_stand_side_by_side():
    channels = {
        "政府公报": 62,
        "政府网站": 7215,
        "政务微博": 386,
        "政务微信": 0,
        "其他方式公开": 467,
    }
    made = AnnualReport.model_validate(
        {"年度": 2015, "机关": "青禾县人民政府", "表格": {"统计": channels}}
    )
    (chart,) = made.charts()
    assert chart.form is ChartForm.COLUMN
    assert chart.series[0].values == (62, 7215, 386, 0, 467)
