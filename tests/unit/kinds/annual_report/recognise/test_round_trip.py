"""A report printed and recognised again is the same report."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdocs
from govdocs.api import RenderOptions, templates_of
from govdocs.inputs.reading import read_with_findings
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.lower import Lowered, lower
from govdocs.kinds.annual_report.recognise import recognise
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.section import ExtraRow
from govdocs.standards.annual_report.forms import CellRef
from govdocs.standards.annual_report.loader import report_format

SAMPLES = Path(__file__).parents[4] / "samples"
FORM = report_format("2021")


def lowered(report: AnnualReport) -> Lowered:
    return lower(report, templates_of(RenderOptions()))


def again(report: AnnualReport):
    return recognise(read_with_findings(govdocs.render(report, "docx")))


@pytest.mark.parametrize("name", ["m04", "m13", "m15", "m16", "m18"])
def test_a_sample_read_printed_and_read_is_the_same(name):
    read = recognise(read_with_findings(next(SAMPLES.glob(f"{name}-*.txt")))).report
    first = lowered(read).report  # with the texts that templates add
    second = again(first).report
    assert second.tables == first.tables
    assert second.sections == first.sections
    assert second.title == first.title
    assert second.signature == first.signature
    assert second.date_of_issue == first.date_of_issue
    assert second.introduction == first.introduction


@settings(max_examples=15, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(list(FORM.cells())),
        st.integers(0, 99_999) | st.sampled_from(["-", "/", "无", "——"]),
        min_size=1,
    )
)
def test_any_figures_come_back_from_a_docx(values):
    report = AnnualReport(year=2024, agency="青禾县教育局", tables=Figures(values))
    assert again(report).report.tables == report.tables


def test_added_rows_come_back():
    rows = (
        ExtraRow(table="t2", after="行政查询", label="9.属于工作秘密事项", values=tuple("1200003")),
        ExtraRow(
            table="t2", after="其他处理", label="4.转交其他机关的申请", values=tuple("0000000")
        ),
    )
    report = AnnualReport(
        year=2024,
        agency="青禾县教育局",
        tables=Figures({CellRef("t2", "新收", "总计"): 5}),
        extra_rows=rows,
    )
    assert again(report).report.extra_rows == rows


def test_marks_of_a_template_in_a_page_stand_for_themselves():
    title = "青禾县教育局2024年政府信息公开工作年度报告"
    text = f"{title}\n一、总体情况\n栏目{{{{ t2.新收.总计 }}}}未填，{{%用模板%}}。"
    report = recognise(read_with_findings(text)).report
    section = lowered(report).document.main_part.body[-6]
    assert "{{ t2.新收.总计 }}未填，{%用模板%}" in section.blocks[0].content[0].text
