"""Workbooks for these tests: written, filled in as a clerk would, read back."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.worksheet.cell_range import CellRange

from govdocs.kinds.annual_report.report import AnnualReport, LastYear
from govdocs.kinds.annual_report.workbook.read import read_workbook
from govdocs.kinds.annual_report.workbook.write import write_workbook
from govdocs.standards.annual_report.loader import report_format

AGENCY = "黑山县励家镇人民政府"
TABLES = {
    "主动公开": {"规章": [0, 0, 0], "规范性文件": [3, 1, 14], "行政许可": 12, "行政处罚": 0,
              "行政强制": 0, "行政事业性收费": "12.5"},
    "申请": {"新收": [5, 0, 0, 0, 0, 0, 5], "上年结转": [3, 1, 0, 0, 0, 0, 4],
           "予以公开": [6, 1, 0, 0, 0, 0, 7], "国家秘密": [1, 0, 0, 0, 0, 0, 1],
           "办结": [7, 1, 0, 0, 0, 0, 8], "结转下年": [1, 0, 0, 0, 0, 0, 1]},
    "复议诉讼": {"复议": [1, 0, 0, 0, 1], "直接起诉": [1, 0, 0, 0, 1],
             "复议后起诉": [0, 0, 0, 0, 0]},
}  # fmt: skip
LAST_TABLES = {
    "主动公开": {"规章": [0, 0, 0], "规范性文件": [2, 0, 12]},
    "申请": {"结转下年": [3, 1, 0, 0, 0, 0, 4]},
}


@pytest.fixture(scope="session")
def form():
    return report_format("2021")


@pytest.fixture(scope="session")
def report():
    """A report whose tie-outs hold or are open; blanks in the results."""
    return AnnualReport.model_validate(
        {
            "年度": 2025,
            "机关": AGENCY,
            "联系方式": {"邮编": "050000", "电话": "0416-5500000"},
            "信息处理费": "0",
            "署名": AGENCY,
            "成文日期": "2026-01-20",
            "章节": {
                "总体情况": "开头。\n（一）主动公开\n公开57条。\n"
                "（二）依申请公开\n收到{{ t2.新收.总计 }}件。",
                "其他事项": "无",
            },
            "表格": TABLES,
        }
    )


@pytest.fixture(scope="session")
def last_year():
    return LastYear.model_validate({"年度": 2024, "表格": LAST_TABLES})


@pytest.fixture(scope="session")
def written(form, report):
    return write_workbook(form, 2025, report=report, agencies=[AGENCY, "黑山县财政局"])


class Filling:
    """A workbook open for typing into."""

    def __init__(self, data: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(data))

    def type(self, place: str, value: object) -> Filling:
        """Put a value into a cell: ``申请表!D6``."""
        sheet, cell = place.split("!")
        self.book[sheet][cell] = value
        return self

    def merge(self, sheet: str, area: str) -> Filling:
        self.book[sheet].merge_cells(area)
        return self

    def shift(self, sheet: str, *, at: int, rows: int = 0, columns: int = 0) -> Filling:
        """Insert (or, below zero, delete) rows or columns before the 1-based ``at``."""
        page = self.book[sheet]
        merged = [CellRange(area.coord) for area in page.merged_cells.ranges]
        for area in merged:
            page.unmerge_cells(area.coord)
        if rows > 0:
            page.insert_rows(at, rows)
        elif rows < 0:
            page.delete_rows(at, -rows)
        if columns > 0:
            page.insert_cols(at, columns)
        elif columns < 0:
            page.delete_cols(at, -columns)
        for area in merged:
            moved = _moved(area, at, rows, columns)
            if moved is not None:
                page.merge_cells(moved.coord)
        return self

    def saved(self) -> bytes:
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()

    def read(self, **more):
        return read_workbook(self.saved(), name="填报.xlsx", **more)


def _moved(area, at, rows, columns):
    """A merged area after an insertion or deletion, as office programs move it."""
    low_row, high_row = _moved_span(area.min_row, area.max_row, at, rows)
    low_column, high_column = _moved_span(area.min_col, area.max_col, at, columns)
    if high_row < low_row or high_column < low_column:
        return None
    moved = CellRange(min_row=low_row, max_row=high_row, min_col=low_column, max_col=high_column)
    return moved if (high_row - low_row or high_column - low_column) else None


def _moved_span(low, high, at, count):
    if count >= 0:
        return low + (count if low >= at else 0), high + (count if high >= at else 0)
    gone = range(at, at - count)
    left = [each for each in range(low, high + 1) if each not in gone]
    if not left:
        return 1, 0
    moved = [each + (count if each >= gone.stop else 0) for each in left]
    return moved[0], moved[-1]


@pytest.fixture
def fill(written):
    """Start typing into the written workbook, or into another."""
    return lambda data=None: Filling(data or written)
