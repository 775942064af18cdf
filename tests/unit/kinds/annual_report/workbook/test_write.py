"""What a clerk is given: locked labels, open figures, prompts, formulas with their results."""

import io
import re
import zipfile

import openpyxl
import pytest

from govdocs.errors import UsageError
from govdocs.kinds.annual_report.workbook.layout import table_layout
from govdocs.kinds.annual_report.workbook.write import write_workbook
from govdocs.standards.annual_report.loader import format_names, report_format


@pytest.fixture
def book(written):
    return openpyxl.load_workbook(io.BytesIO(written))


def test_the_same_arguments_give_the_same_bytes(form, report, last_year):
    first, second = (
        write_workbook(form, 2025, report=report, last_year=last_year) for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize("name", format_names())
def test_every_format_has_a_workbook(name):
    form = report_format(name)
    year = form.years[0] if form.years else 2017
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(form, year)))
    assert book.sheetnames[0] == "说明"
    assert {table.name for table in form.tables} <= set(book.sheetnames)


def test_order_of_the_sheets(book):
    assert book.sheetnames == [
        "说明", "基本信息", "主动公开表", "申请表", "复议诉讼表", "正文", "勾稽一览",
        "名单", "_govdocs",
    ]  # fmt: skip
    assert book["名单"].sheet_state == "hidden"
    assert book["_govdocs"].sheet_state == "veryHidden"


def test_labels_are_locked_and_figures_are_not(book, form):
    for table in form.tables:
        layout = table_layout(form, table)
        sheet = book[layout.sheet]
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert all(not sheet[v.area.a1].protection.locked for v in layout.values)
        assert all(sheet[label.area.a1].protection.locked for label in layout.labels)
        assert all(sheet[check.area.a1].protection.locked for check in layout.checks)


def test_merged_cells_are_those_of_the_form(book, form):
    for table in form.tables:
        layout = table_layout(form, table)
        merged = {area.coord for area in book[layout.sheet].merged_cells.ranges}
        placed = [each.area for each in (*layout.labels, *layout.values)]
        assert {area.range for area in placed if ":" in area.range} <= merged


def test_figures_are_validated_with_chinese_prompts(book, form):
    rules = book["申请表"].data_validations.dataValidation
    cells = {str(rule.sqref): rule for rule in rules}
    assert len(cells) == 175
    rule = cells["D6"]
    assert (rule.type, rule.operator, rule.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert rule.prompt == "一、本年新收政府信息公开申请数量×自然人\n填非负整数；没有的填 0。"
    assert rule.error.startswith("这里应填非负整数，没有的填 0。")
    fees = {str(r.sqref): r for r in book["主动公开表"].data_validations.dataValidation}
    assert fees["B16"].type == "decimal"


def test_agencies_are_a_list_that_may_be_left(book):
    rules = {str(r.sqref): r for r in book["基本信息"].data_validations.dataValidation}
    rule = rules["B5"]
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", "'名单'!$A$1:$A$2", "warning")


def test_printing_is_a4_portrait_one_page_wide(book):
    for sheet in book.worksheets[:-2]:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == "portrait"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)
        assert sheet.page_setup.fitToHeight == 0
    assert book["申请表"].freeze_panes == "D6"


def test_texts_that_look_like_formulas_stay_texts(form, report):
    hostile = report.model_copy(update={"introduction": "=1+1", "title": "@SUM(A1)"})
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(form, 2025, report=hostile)))
    assert book["正文"]["C4"].value == "=1+1"
    assert book["正文"]["C4"].data_type == "s"


def test_checks_are_saved_with_their_results(written):
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        sheet = archive.read("xl/worksheets/sheet4.xml").decode()
    states = re.findall(r't="str"><f>=?IF\(ISERROR.*?</f><v>(.*?)</v>', sheet)
    assert states.count("平") >= 12
    assert "未填19格" in states


def test_carry_overs_are_filled_in_and_noted(form, last_year):
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(form, 2025, last_year=last_year)))
    row = [book["申请表"].cell(7, column).value for column in range(4, 11)]
    assert row == [3, 1, 0, 0, 0, 0, 4]
    # 现行有效 is proposed beside the table, never filled in.
    assert book["主动公开表"]["D6"].value is None
    assert book["主动公开表"]["F6"].value == 12


def test_the_report_must_be_of_the_year_and_the_format(form, report):
    with pytest.raises(UsageError) as caught:
        write_workbook(form, 2024, report=report)
    assert caught.value.zh == (
        "填入的报告是 2025 年度、2021 格式的，填报簿应是 2024 年度、2021 格式的"
    )


def test_last_year_must_be_the_year_before(form, last_year):
    with pytest.raises(UsageError, match="上年数据是 2024 年度的，应为 2025 年度"):
        write_workbook(form, 2026, last_year=last_year)
