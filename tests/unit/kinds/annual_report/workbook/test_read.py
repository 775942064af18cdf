"""Written and read back is the same; what the workbook does not tell is asked for."""

import io

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govdocs.errors import InputError
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.report import AnnualReport, LastYear
from govdocs.kinds.annual_report.workbook.read import read_workbook, require_report
from govdocs.kinds.annual_report.workbook.write import write_workbook
from govdocs.standards.annual_report.forms import ValueKind
from govdocs.standards.annual_report.loader import format_names, report_format

_COUNTS = st.one_of(st.none(), st.integers(0, 10**9), st.sampled_from(["-", "/", "无", "——"]))
_AMOUNTS = st.one_of(
    st.none(), st.integers(0, 10**9), st.decimals(0, 10**6, places=4, allow_nan=False)
)
_CHANGES = st.one_of(st.none(), st.integers(-(10**6), 10**6))
_MONEY = st.one_of(st.none(), st.integers(0, 10**6), st.just("12.5万元"))
_KINDS = {
    ValueKind.COUNT: _COUNTS,
    ValueKind.AMOUNT: _AMOUNTS,
    ValueKind.CHANGE: _CHANGES,
    ValueKind.MONEY: _MONEY,
}


@st.composite
def _figures(draw, name):
    form = report_format(name)
    cells = draw(st.sets(st.sampled_from(sorted(form.cells())), max_size=25))
    return Figures(
        {c: draw(_KINDS[form.table(c.table).kind(c.row, c.column)]) for c in sorted(cells)}
    )


@pytest.mark.parametrize(("name", "year"), [("2021", 2025), ("2019", 2020), ("2014", 2016)])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_figures_written_are_read_back(name, year, data):
    figures = data.draw(_figures(name))
    form = report_format(name)
    report = AnnualReport(year=year, agency="黑山县财政局", format=form, tables=figures)
    read = read_workbook(write_workbook(form, year, report=report))
    assert read.report.tables == figures
    assert {f.severity for f in read.findings} <= {"info"}


def test_a_whole_report_is_read_back(written, report):
    read = read_workbook(written)
    assert read.report == report
    assert [f.id for f in read.findings] == ["workbook-part-empty"]


def test_every_cell_has_its_place(written, form):
    places = read_workbook(written).places
    assert places["t2.新收.自然人"] == "申请表!D6"
    assert places["t2.新收.总计"] == "申请表!J6"
    assert places["t3.复议后起诉.总计"] == "复议诉讼表!O6"
    assert places["联系方式.邮编"] == "基本信息!B17"
    assert places["章节.总体情况"] == "正文!C5"
    assert {str(cell) for cell in form.cells()} <= places.keys()


def test_last_years_figures_come_back(form, report, last_year):
    data = write_workbook(form, 2025, report=report, last_year=last_year)
    assert read_workbook(data).report.last_year == last_year


def test_extra_rows_and_explanations_come_back(form, report):
    full = AnnualReport.model_validate(
        {
            "年度": 2025, "机关": report.agency, "表格": report.tables,
            "附加行": [{"table": "t1", "after": "规章", "label": "备案", "values": ["1", "2"]}],
            "说明": {"t2.上年结转": "机构改革", "t2.新收.总计": "集中申请"},
            "机关类别": "township", "图表": True, "编制依据": ["甲", "乙"], "自称": "我镇",
            "信息处理费": "120.5",
            "统计期限": {"起": "2025-03-01", "止": "2025-12-31"},
        }
    )  # fmt: skip
    read = read_workbook(write_workbook(form, 2025, report=full)).report
    assert read.extra_rows == full.extra_rows
    assert read.explanations == full.explanations
    assert read.model_dump(exclude={"period"}) == full.model_dump(exclude={"period"})
    assert read.period.start == full.period.start


@pytest.mark.parametrize("name", format_names())
def test_every_format_is_read_back(name):
    form = report_format(name)
    year = form.years[0] if form.years else 2017
    texts = {section.key: f"第{number}段。" for number, section in enumerate(form.sections)}
    report = AnnualReport.model_validate(
        {"年度": year, "机关": "某县财政局", "格式": form, "章节": texts}
    )
    read = read_workbook(write_workbook(form, year, report=report))
    assert read.report == report
    assert not [f for f in read.findings if f.severity != "info"]


def test_an_outline_without_order_keeps_its_sections():
    form = report_format("2008")
    sections = {"概述": "一段。", "咨询情况": "无", "主动公开": "另一段。\n\n第三段。"}
    report = AnnualReport.model_validate({"年度": 2010, "机关": "某县", "章节": sections})
    read = read_workbook(write_workbook(form, 2010, report=report)).report
    assert read.sections == report.sections


def test_long_texts_take_several_rows(form, report):
    long = AnnualReport.model_validate(
        {"年度": 2025, "机关": "某县财政局", "章节": {"问题及改进": "政" * 70_000}}
    )
    read = read_workbook(write_workbook(form, 2025, report=long))
    assert read.report.section("问题及改进").text == "政" * 70_000


def test_an_empty_workbook_lacks_only_its_agency(form):
    read = read_workbook(write_workbook(form, 2025))
    assert read.report is None
    assert [(f.id, f.zh) for f in read.findings] == [
        (
            "workbook-agency-missing",
            "基本信息!B5：没有填机关全称；请从下拉名单选择，或直接输入",
        )
    ]
    with pytest.raises(InputError, match="没有填机关全称"):
        require_report(read, "填报.xlsx")
    assert read_workbook(write_workbook(form, 2025), agency="某局").report.tables == Figures()


def test_a_caller_s_own_format_is_named_by_the_caller(form):
    own = form.__class__(**{f: getattr(form, f) for f in form.__slots__} | {"id": "ours"})
    data = write_workbook(own, 2025)
    read = read_workbook(data, agency="某局")
    assert read.report is None
    assert read.findings[0].id == "workbook-format"
    assert read_workbook(data, form=own, agency="某局").report.format is own


def _table_of_another_office(form, table):
    """A workbook with the statutory table as an office would have typed it: nothing of ours."""
    from govdocs.kinds.annual_report.workbook.layout import grid_cells
    from govdocs.standards.annual_report.forms import LabelCell

    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B2"] = "2025年依申请公开情况"
    number = 0
    for cell, area in grid_cells(form.table(table)):
        row, column = area.row + 4, area.column + 2
        if isinstance(cell, LabelCell):
            sheet.cell(row, column, cell.text.replace("（", "(").replace("）", ")"))
            if area.down * area.across > 1:
                sheet.merge_cells(
                    start_row=row, start_column=column,
                    end_row=row + area.down - 1, end_column=column + area.across - 1,
                )  # fmt: skip
        else:
            number += 1
            sheet.cell(row, column, number)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("table", "count"), [("t1", 10), ("t2", 175), ("t3", 15)])
def test_a_workbook_of_the_office_s_own_is_read_by_its_labels(form, table, count):
    data = _table_of_another_office(form, table)
    read = read_workbook(data, year=2025, agency="某县财政局")
    cells = list(form.table(table).cells())
    assert len(cells) == count
    assert [read.report.tables[cell] for cell in cells] == list(range(1, count + 1))
    assert "workbook-not-ours" in {f.id for f in read.findings}


def test_a_workbook_of_another_year_s_kind_needs_its_year(form):
    read = read_workbook(_table_of_another_office(form, "t3"))
    assert read.report is None
    assert read.findings[0].zh == (
        "工作簿里没有报告年度（不是用 govdocs workbook 生成的填报簿）；请指明年度"
    )


def test_last_year_of_another_form_is_not_linked(report):
    form = report_format("2021")
    last = LastYear.model_validate({"年度": 2020, "表格": {"申请": {"结转下年": [1] * 7}}})
    early = AnnualReport.model_validate({"年度": 2021, "机关": report.agency})
    read = read_workbook(write_workbook(form, 2021, report=early, last_year=last)).report
    assert [read.tables.at("t2", "上年结转", "自然人")] == [1]
    assert read.tables.at("t1", "规章", "现行有效") is None
