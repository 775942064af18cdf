"""The ledger: every sheet, formulas with their values, the same when they are calculated anew."""

import datetime
import io
import re
import subprocess

import openpyxl
import pdfplumber
import pytest
from county_cases import ZEROS, report, tables
from parity import find_soffice

from govdocs.kinds.annual_report.county.decisions import put_together
from govdocs.kinds.annual_report.county.ledger import write_ledger
from govdocs.kinds.annual_report.county.roster import Unit

COUNTY = "青禾县人民政府"
DAY = datetime.date(2026, 1, 20)
SHEETS = ["总览", "缺报", "全零", "不同年度", "问题", "各单位数据", "合计核对"]
BROKEN = tables() | {"申请": tables()["申请"] | {"新收": [3, 0, 0, 0, 0, 0, 4]}}


@pytest.fixture
def collected(gather):
    dash = tables(8) | {"复议诉讼": ZEROS["复议诉讼"] | {"复议": ["-", 1, 0, 0, 1]}}
    files = {
        "甲局.yaml": report("甲局", tables(7)),
        "乙局.yaml": report("乙局", BROKEN),
        "丁局.yaml": report("丁局", 年度=2024),
        "戊局.yaml": report("戊局", ZEROS),
        "己局.yaml": report("己局", dash),
        "通知.txt": "通知",
    }
    units = ["甲局", "乙局", Unit(name="丙局", order=3, contact="=1+1"), "丁局", "戊局", "己局"]
    return gather(files, *units)


@pytest.fixture
def county(collected):
    return put_together(collected, COUNTY, leave_out=["丙局", "丁局"], force=["乙局"])


def opened(data, *, values=True):
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def rows(sheet):
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=4)]


def names(sheet):
    return [row[1] for row in rows(sheet) if row[1]]


def test_the_sheets_list_the_units(county):
    book = opened(write_ledger(county, COUNTY, made_on=DAY))
    assert book.sheetnames == SHEETS
    assert names(book["缺报"]) == ["丙局"]
    assert names(book["全零"]) == ["戊局"]
    assert names(book["不同年度"]) == ["丁局"]
    assert names(book["总览"])[:6] == ["甲局", "乙局", "丙局", "丁局", "戊局", "己局"]
    assert [row[3] for row in rows(book["总览"])[:4]] == ["计入", "强制计入", "不计入", "不计入"]
    assert "通知.txt" in names(book["总览"])


def test_every_finding_is_listed_with_its_unit(county):
    found = rows(opened(write_ledger(county, COUNTY, made_on=DAY))["问题"])
    assert [row[0] for row in found if row[4] == "total-differs"] == ["乙局"]
    broken = {row[0] for row in found if row[4] == "tie-out" and row[1] == "错误"}
    assert broken == {"乙局"}  # of the sum none: the wrong total was computed anew
    assert [row[0] for row in found if row[4] == "text-in-sum"] == ["己局"]
    assert [row[0] for row in found if row[4] == "missing"] == ["丙局"]


def test_texts_are_no_formulas(county):
    book = opened(write_ledger(county, COUNTY, made_on=DAY), values=False)
    assert rows(book["总览"])[2][7] == "=1+1"
    cell = next(c for c in book["总览"][6] if c.value == "=1+1")
    assert cell.data_type == "s"


def figures(book):
    """The sheet 各单位数据: the figures of the sum and of each unit, and the rows' names."""
    columns = list(book["各单位数据"].iter_cols(min_row=3, values_only=True))
    return {column[0]: list(column[2:]) for column in columns[3:]}, list(columns[1][2:])


def test_a_column_a_unit_and_the_sum_as_formula_and_value(county):
    data = write_ledger(county, COUNTY, made_on=DAY)
    (values, names), (formulas, _) = figures(opened(data)), figures(opened(data, values=False))
    assert list(values) == ["计入单位合计", "甲局", "乙局", "戊局", "己局"]
    row = names.index("行政许可")
    assert [column[row] for column in values.values()] == [27, 7, 12, 0, 8]
    assert formulas["计入单位合计"][row].startswith('=IF(SUMPRODUCT(($E$4:$H$4="是")*ISNUMBER(')
    assert "SUMIF" in formulas["计入单位合计"][row]
    assert "-" in values["己局"]


def test_totals_are_compared(county):
    sheet = opened(write_ledger(county, COUNTY, made_on=DAY))["合计核对"]
    found = {row[0]: row[1:] for row in rows(sheet)}
    name = "第三部分 申请表：一、本年新收政府信息公开申请数量×总计"
    assert found[name] == (10, 9, 1, "差", "乙局（4／3）")
    assert [row[3] for row in found.values()].count("差") == 1


def test_without_a_decision_there_is_no_sum(collected):
    book = opened(write_ledger(put_together(collected, COUNTY), COUNTY, made_on=DAY))
    assert book.sheetnames == SHEETS[:-1]
    assert list(figures(book)[0]) == ["计入单位合计", "甲局", "乙局", "戊局", "己局"]
    assert set(figures(book)[0]["计入单位合计"]) == {None}
    assert book["各单位数据"]["F4"].value == "待定"
    assert "没有汇总" in book["总览"]["A2"].value


def test_the_same_county_gives_the_same_bytes(county):
    assert write_ledger(county, COUNTY, made_on=DAY) == write_ledger(county, COUNTY, made_on=DAY)


def test_only_functions_that_every_office_program_has(county):
    book = opened(write_ledger(county, COUNTY, made_on=DAY), values=False)
    formulas = [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    used = {name for formula in formulas for name in re.findall(r"([A-Z.]+)\(", formula)}
    assert used == {"IF", "SUMPRODUCT", "ISNUMBER", "SUMIF", "SUM", "ROUND", "N"}


@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_calculates_the_same_values(county, tmp_path):
    source = tmp_path / "台账.xlsx"
    data = write_ledger(county, COUNTY, made_on=DAY)
    # One unit is taken out by hand: the sums must follow.
    book = opened(data, values=False)
    book["各单位数据"]["E4"] = "否"
    book.save(source)
    subprocess.run(
        [find_soffice(), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "ods", "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    subprocess.run(
        [find_soffice(), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "xlsx", "--outdir", str(tmp_path / "neu"), str(tmp_path / "台账.ods")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    counted = openpyxl.load_workbook(tmp_path / "neu" / "台账.xlsx", data_only=True)
    values, names = figures(counted)
    assert values["计入单位合计"][names.index("行政许可")] == 20
    name = "第三部分 申请表：一、本年新收政府信息公开申请数量×总计"
    found = {row[0]: row[1:5] for row in rows(counted["合计核对"])}
    assert found[name] == (7, 6, 1, "差")


@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed")
def test_twelve_units_are_printed_side_by_side_with_the_names_of_the_rows(gather, tmp_path):
    units = [f"第{number:02d}局" for number in range(1, 15)]
    found = gather({f"{name}.yaml": report(name) for name in units}, *units)
    whole = put_together(found, COUNTY)
    book = opened(write_ledger(whole, COUNTY, made_on=DAY), values=False)
    for name in set(SHEETS) - {"各单位数据"}:
        del book[name]
    book.save(tmp_path / "台账.xlsx")
    subprocess.run(
        [find_soffice(), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "台账.xlsx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    with pdfplumber.open(tmp_path / "台账.pdf") as pdf:
        texts = [page.extract_text().replace(" ", "") for page in pdf.pages]
        assert {(round(page.width), round(page.height)) for page in pdf.pages} == {(1191, 842)}
    assert len(texts) <= 10
    assert all("计入单位合计" in text for text in texts)
    across = [[name for name in units if name in text] for text in texts]
    assert sorted(map(tuple, set(map(tuple, across)))) == [tuple(units[:12]), tuple(units[12:])]
