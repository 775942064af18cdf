"""A report as YAML and JSON and back: nothing is lost, and people can read and edit it."""

import datetime
import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.kinds.annual_report.decode import decode_report
from govdocs.kinds.annual_report.encode import report_data, to_json, to_yaml
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.values import INSTEAD_OF_NUMBERS
from govdocs.standards.annual_report.forms import CellRef, ValueKind
from govdocs.standards.annual_report.loader import format_names, report_format
from govdocs.testing.annual_reports import valid_reports

YEARS = {"2008": 2010, "2014": 2015, "liaoning-2017": 2017, "2019": 2020, "2021": 2025}
LAST = {"2008": "2008", "2014": "2008", "liaoning-2017": "liaoning-2017", "2019": "2014"}

texts = st.text(
    st.sampled_from(
        "公开年报：；，。（一）一、“”%#:-?{}[]&*!|>'\"\\@`~, \t0123.abcYnN\u3000\u2028\x85é𠀀"
    )
    | st.characters(exclude_categories=("Cs", "Cc")),
    max_size=30,
)
lines = st.lists(texts, max_size=4).map("\n".join)
dates = st.dates(datetime.date(2008, 1, 1), datetime.date(2040, 12, 31))


@st.composite
def figures(draw, form):
    """Figures of every kind for some of a format's cells."""
    values = {
        ValueKind.COUNT: st.integers(0, 10**6),
        ValueKind.AMOUNT: st.decimals(0, 10**6, places=2),
        ValueKind.CHANGE: st.integers(-(10**6), 10**6),
        ValueKind.MONEY: st.integers(0, 99) | st.sampled_from(("12.5万元", "3亿元", "0.50")),
    }
    dash = st.sampled_from(sorted(INSTEAD_OF_NUMBERS))
    cells = draw(st.lists(st.sampled_from(list(form.cells())), max_size=12)) if form.tables else []
    return Figures(
        {
            cell: draw(values[form.table(cell.table).kind(cell.row, cell.column)] | dash)
            for cell in cells
        }
    )


@st.composite
def whole_reports(draw):
    """Reports with anything in any field."""
    form = report_format(draw(st.sampled_from(format_names())))
    year = YEARS[form.id]
    past = report_format(LAST.get(form.id, draw(st.sampled_from(("2019", "2021")))))
    table = form.tables[-1] if form.tables else None
    row = {
        "table": table.id if table else "",
        "after": table.rows[0].key if table else "",
        "label": draw(texts),
        "values": draw(st.lists(texts, max_size=3)),
    }
    keys = st.sampled_from([each.key for each in form.sections])
    return AnnualReport(
        year=year,
        agency="青禾县" + draw(texts),
        short_name=draw(texts),
        own_name=draw(texts),
        kind=draw(st.sampled_from((None, "township", "部门"))),
        province=draw(texts),
        format=form,
        title=draw(texts),
        legal_basis=draw(st.lists(texts, max_size=2)),
        period=draw(st.none() | dates.map(lambda day: {"起": day, "止": day})),
        website=draw(texts),
        contact={"电话": draw(texts), "address": draw(texts)},
        introduction=draw(lines),
        closing=draw(lines),
        sections=draw(st.dictionaries(keys, lines, max_size=4)),
        tables=draw(figures(form)),
        extra_rows=[row] if table and draw(st.booleans()) else [],
        processing_fee=draw(st.none() | st.decimals(0, 10**6, places=2)),
        explanations=draw(st.dictionaries(texts.filter(str.strip), texts, max_size=2)),
        last_year=draw(
            st.none()
            | st.builds(
                lambda tables: {"year": year - 1, "format": past, "tables": tables}, figures(past)
            )
        ),
        with_charts=draw(st.booleans()),
        signature=draw(st.lists(texts, max_size=2)),
        date_of_issue=draw(st.none() | dates),
    )


@settings(max_examples=150, deadline=None)
@given(whole_reports())
def test_a_report_comes_back_from_yaml_as_it_was(report):
    assert decode_report(to_yaml(report)).report == report


@settings(max_examples=150, deadline=None)
@given(whole_reports())
def test_a_report_comes_back_from_json_as_it_was(report):
    assert decode_report(to_json(report), format="json").report == report


@pytest.mark.parametrize("name", format_names())
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_valid_report_comes_back_from_both(name, data):
    report = data.draw(valid_reports(name))
    assert decode_report(to_yaml(report)).report == report
    assert decode_report(to_json(report), format="json").report == report


@settings(max_examples=20, deadline=None)
@given(valid_reports())
def test_next_year_s_begun_report_comes_back(report):
    begun = report.next_year()
    assert decode_report(to_yaml(begun)).report == begun


# ---- as people see it ------------------------------------------------------------------------

REPORT = AnnualReport(
    year=2025,
    agency="青禾县教育局",
    contact={"postcode": "050000"},
    sections={"总体情况": "（一）主动公开\n全年公开信息58条。"},
    tables={"t1": {"行政许可": 3, "行政事业性收费": "402.10"}, "t2": {"新收": {"总计": "-"}}},
    processing_fee=Decimal("0.50"),
    date_of_issue=datetime.date(2026, 1, 20),
)


def test_every_cell_has_its_place_and_a_row_its_line():
    text = to_yaml(REPORT)
    assert "    行政许可: {处理决定: 3}\n" in text
    assert "    规章: {制发: , 废止: , 现行有效: }\n" in text
    assert "    新收: {自然人: , 商业企业: , 科研机构: , 社会公益组织: , " in text
    assert '其他: , 总计: "-"}\n' in text
    assert "  申请:  # 第三部分 申请表\n" in text
    for row in REPORT.format.table("t2").rows:
        assert f"\n    {row.key}: {{" in text


def test_numbers_stand_as_they_are_printed():
    text = to_yaml(REPORT)
    assert "收费: 402.10}" in text
    assert "邮编: '050000'" in text
    assert "信息处理费: '0.50'" in text


def test_a_long_text_stands_line_by_line():
    assert "  总体情况: |-\n    （一）主动公开\n    全年公开信息58条。\n" in to_yaml(REPORT)


def test_hints_stand_beside_their_cells():
    cell = CellRef("t1", "规范性文件", "现行有效")
    text = to_yaml(REPORT, hints={cell: "上年 6"})
    assert "规范性文件: {制发: , 废止: , 现行有效: }  # 现行有效件数 上年 6\n" in text
    assert decode_report(text).report == REPORT


def test_editors_find_the_schema():
    assert to_yaml(REPORT).startswith("# yaml-language-server: $schema=")
    assert to_yaml(REPORT, schema="").startswith("年度: 2025\n")


def test_what_is_left_out_is_not_written():
    data = report_data(AnnualReport(year=2025, agency="青禾县教育局"))
    assert set(data) == {"年度", "机关", "格式", "章节"}


def test_data_is_in_chinese_throughout():
    row = {"table": "t2", "after": "received", "label": "其中", "values": ["1"]}
    made = AnnualReport(year=2025, agency="青禾县教育局", kind="township", extra_rows=[row])
    data = report_data(made)
    assert data["机关类别"] == "乡镇"
    assert data["附加行"] == [{"表": "t2", "位于": "新收", "名称": "其中", "数值": ["1"]}]


def test_json_has_chinese_names_in_plain_text():
    data = json.loads(to_json(REPORT))
    assert data["表格"]["主动公开"]["行政许可"] == {"处理决定": 3}
    assert data["成文日期"] == "2026-01-20"
    assert "青禾县教育局" in to_json(REPORT)
