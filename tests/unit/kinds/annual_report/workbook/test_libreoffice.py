"""Filled in by hand, recalculated and saved by LibreOffice, read back: the same figures, and the
checks say what is true.
"""

import io
import re
import zipfile

import openpyxl
import pytest

from govdocs.environment import office_program
from govdocs.inputs.recognition import Kind
from govdocs.inputs.xlsx.conversion import converted
from govdocs.inputs.xlsx.reader import read_sheets
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.workbook.formulas import check_state, link_formula
from govdocs.kinds.annual_report.workbook.layout import table_layout
from govdocs.kinds.annual_report.workbook.links import links_to_last_year
from govdocs.kinds.annual_report.workbook.read import read_workbook
from govdocs.kinds.annual_report.workbook.write import write_workbook
from govdocs.processes import run_bounded
from govdocs.standards.annual_report.loader import report_format


def _soffice(folder, source, target):
    command = [
        str(office_program()), f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--norestore", "--nolockcheck",
        "--convert-to", target, "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    run_bounded(command, seconds=120, folder=folder)
    return folder / "out" / f"{source.stem}.{target}"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Have LibreOffice open a workbook and save it as another kind of file."""
    if office_program() is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("calc")

    def saved(data: bytes, target: str = "xlsx") -> bytes:
        source = folder / "source.xlsx"
        source.write_bytes(data)
        path = _soffice(folder, source, target)
        if not path.exists():
            pytest.skip("LibreOffice Calc is not installed")
        made = path.read_bytes()
        path.unlink()
        return made

    return saved


def _states(data, form, links=()):
    """What the checks show: identity and row or column → state."""
    sheets = read_sheets(data)
    shown = {}
    for table in form.tables:
        layout = table_layout(form, table, links)
        sheet = sheets.sheet(layout.sheet)
        for check in layout.checks:
            shown[check.identity.id, check.along] = sheet.value(check.area.row, check.area.column)
        for link in layout.links:
            state = sheet.value(link.state.row, link.state.column)
            shown[link.link.carry.id, str(link.link.cell)] = state
    return shown


def _expected(values, form, links=(), explained=None):
    shown = {}
    for table in form.tables:
        layout = table_layout(form, table, links)
        for check in layout.checks:
            shown[check.identity.id, check.along] = check_state(check, layout, values)
        for link in layout.links:
            result = link_formula(link, layout, values, explained).result
            shown[link.link.carry.id, str(link.link.cell)] = result
    return shown


def test_filled_in_recalculated_and_read_back(office, form, report, last_year, fill):
    empty = write_workbook(form, 2025, last_year=last_year)
    filling = fill(empty).type("基本信息!B5", report.agency)
    for table in form.tables:
        for value in table_layout(form, table).values:
            number = report.tables.get(value.cell)
            shown = None if number is None else float(number)
            filling.type(f"{table.name}!{value.area.a1}", shown)
    data = office(filling.saved())
    read = read_workbook(data)
    assert read.report.tables == report.tables
    assert not [f for f in read.findings if f.severity == "error"]
    links = links_to_last_year(form, 2025, last_year)
    assert _states(data, form, links) == _expected(report.tables, form, links)


def test_checks_turn_from_holding_to_broken_and_name_the_difference(office, form, written, fill):
    assert _states(office(written), form)["T2-flow", "自然人"] == "平"
    data = office(fill().type("申请表!D6", 6).type("复议诉讼表!E6", 3).saved())
    states = _states(data, form)
    assert states["T2-flow", "自然人"] == "差 1"
    assert states["T2-row", "新收"] == "差 -1"
    assert states["T3", "复议"] == "差 2"
    assert states["T3", "直接起诉"] == "平"
    assert states["T2-sum", "自然人"] == "未填19格"
    assert states["T2-row", "部分公开"] == "未填"


@pytest.mark.parametrize("typed", ["５", "无", "12件"])
def test_texts_are_no_numbers_to_the_checks(office, form, fill, typed):
    states = _states(office(fill().type("申请表!D6", typed).saved()), form)
    assert states["T2-flow", "自然人"] == "非数字"


def test_an_error_value_does_not_spread_as_an_error(office, form, fill):
    data = office(fill().type("申请表!D6", "=1/0").saved())
    assert _states(data, form)["T2-flow", "自然人"] == "有错误值"
    (finding,) = [f for f in read_workbook(data).findings if f.severity == "error"]
    assert (finding.id, finding.place) == ("workbook-error-value", "申请表!D6")


def test_formulas_of_the_clerk_are_read_by_their_results(office, fill):
    read = read_workbook(office(fill().type("申请表!J6", "=SUM(D6:I6)").saved()))
    assert read.report.tables.at("t2", "新收", "总计") == 5


def test_a_difference_from_last_year_wants_an_explanation(office, form, report, last_year, fill):
    data = write_workbook(form, 2025, report=report, last_year=last_year)
    links = links_to_last_year(form, 2025, last_year)
    key = ("carry-over", "t2.上年结转.自然人")
    filling = fill(data).type("申请表!D7", 2)
    assert _states(office(filling.saved()), form, links)[key] == "差 -1"
    filling.type("基本信息!B26", "机构改革划出1件")
    explained = office(filling.saved())
    assert _states(explained, form, links)[key] == "已说明"
    assert read_workbook(explained).report.explanations == {"t2.上年结转": "机构改革划出1件"}


@pytest.mark.parametrize(("name", "year"), [("2021", 2025), ("2019", 2020), ("2014", 2016)])
def test_the_results_saved_with_the_formulas_are_those_that_are_computed(office, name, year):
    form = report_format(name)
    tables = {table.key: {row.key: None for row in table.rows} for table in form.tables}
    figures = {}
    for number, cell in enumerate(form.cells()):
        # A mixture of numbers, blanks and dashes.
        figures[cell] = (number % 4, None, 0, "-", 2)[number % 5] if number % 3 else number % 2
    report = AnnualReport(year=year, agency="某县财政局", format=form, tables=tables)
    report = report.model_copy(update={"tables": report.tables.changed(figures)})
    data = write_workbook(form, year, report=report)
    assert _all_results(data) == _all_results(office(data))


def test_the_summary_of_the_checks_counts_each_of_them_once(office, form, last_year, fill):
    data = write_workbook(form, 2025, last_year=last_year)
    filling = fill(data).type("申请表!D6", "=1/0").type("申请表!D7", 9).type("申请表!F7", "无")
    sheet = read_sheets(office(filling.saved())).sheet("勾稽一览")
    total, *counts = map(int, re.findall(r"\d+", sheet.text(2, 0)))
    states = [row for row, column in sheet.cells if column == 0 and row > 3]
    assert total == len(states) == sum(counts)
    for word in ("非数字", "有错误值", "差"):
        assert f"{word} 0" not in sheet.text(2, 0)


def _all_results(data):
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data))
    return {
        f"{sheet.title}!{cell.coordinate}": values[sheet.title][cell.coordinate].value or ""
        for sheet in formulas.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_what_is_broken_is_red_and_what_holds_is_not(office, form, fill):
    """The conditional formatting as LibreOffice draws it, read from the page of the PDF."""
    import pdfplumber

    def reds(data):
        with pdfplumber.open(io.BytesIO(office(data, "pdf"))) as pdf:
            return sum(
                _is_red(rect.get("non_stroking_color"))
                for page in pdf.pages
                if "申请表（" in (page.extract_text() or "").replace(" ", "")
                for rect in page.rects
            )

    assert reds(fill().saved()) == 0
    # 平 becomes 差 in the column's flow and in the row: the states and the cells they concern.
    assert reds(fill().type("申请表!D6", 6).saved()) >= 5


def _is_red(colour):
    if not isinstance(colour, tuple) or len(colour) != 3:
        return False
    red, green, blue = colour
    return red > 0.7 and green < 0.85 and blue < 0.9 and red - green > 0.15 and red - blue > 0.1


def test_every_sheet_is_printed_on_pages_one_wide(office, written):
    import pdfplumber

    with pdfplumber.open(io.BytesIO(office(written, "pdf"))) as pdf:
        text = [page.extract_text() for page in pdf.pages]
        assert {(round(p.width), round(p.height)) for p in pdf.pages} == {(595, 842)}
    assert len(text) == 7


def test_old_formats_are_converted(office, written, report):
    old = office(written, "xls")
    assert converted(old, Kind.XLS)
    for data in (old, office(written, "ods")):
        read = read_workbook(data, name="填报.et")
        assert read.report.tables == report.tables
        assert read.findings[0].zh == "填报.et：不是 .xlsx，已用 LibreOffice 转换后读取；请核对"


def test_protection_and_locks_survive_a_save(office, written):
    with zipfile.ZipFile(io.BytesIO(office(written))) as archive:
        sheet = archive.read("xl/worksheets/sheet4.xml").decode()
    assert re.search(r"<sheetProtection[^>]*sheet=\"(?:1|true)\"", sheet)
