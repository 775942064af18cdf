"""The ledger's two sheets of figures: each unit's row with live sums, and the totals compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from govdocs.kinds.annual_report.county.decisions import County, Place
from govdocs.kinds.annual_report.county.ledger_book import A3, LedgerBook, at
from govdocs.kinds.annual_report.county.results import UnitResult
from govdocs.kinds.annual_report.county.summing import Sums, TotalCheck
from govdocs.kinds.annual_report.tie_out import Number
from govdocs.kinds.annual_report.values import value_text
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, ValueKind

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

UNITS_SHEET = "各单位数据"
TOTALS_SHEET = "合计核对"
_HEAD_ROWS = 3
_FIRST_ROW = 2 + _HEAD_ROWS
_NAME, _COUNTS, _FIRST = 0, 1, 2
_COUNTED = "是"


def write_figures(book: LedgerBook, county: County) -> None:
    """Both sheets; sums only where the whole was summed."""
    form = county.collection.form
    rows = [(result, place) for result, place in county.units if _summable(result, county)]
    columns = {cell: _FIRST + index for index, cell in enumerate(form.cells())}
    if not columns:
        return
    sum_row = _FIRST_ROW + len(rows)
    _write_units(book, form, rows, columns, county)
    if county.aggregate:
        _write_totals(book, form, columns, sum_row, county.aggregate.sums)


def _summable(result: UnitResult, county: County) -> bool:
    """Whether a unit's figures fit the columns."""
    report = result.report
    collection = county.collection
    return report is not None and (report.year, report.format.id) == (
        collection.year,
        collection.form.id,
    )


def _write_units(
    book: LedgerBook,
    form: ReportFormat,
    rows: Sequence[tuple[UnitResult, Place]],
    columns: Mapping[CellRef, int],
    county: County,
) -> None:
    note = (
        "“计入”栏为“是”的单位相加；改“是”“否”，合计随着变。总计格是各单位所报总计之和，与分项的核对见“合计核对”。"
        if county.aggregate
        else "还有单位没有决定是否计入，没有合计。"
    )
    sheet = book.sheet(
        UNITS_SHEET, "各单位数据", note + "带颜色的格是空白，或写的不是数字。", paper=A3
    )
    _write_heads(book, sheet, form, columns)
    for index, (result, place) in enumerate(rows):
        row = _FIRST_ROW + index
        sheet.write_string(row, _NAME, result.unit.name, book.look("name"))
        counts = {Place.LEFT_OUT: "否", Place.UNDECIDED: "待定"}.get(place, _COUNTED)
        sheet.write_string(row, _COUNTS, counts, book.look("center"))
        for cell, column in columns.items():
            _write_figure(book, sheet, (row, column), result, cell, form)
    if rows:
        sheet.data_validation(
            _FIRST_ROW, _COUNTS, _FIRST_ROW + len(rows) - 1, _COUNTS,
            {"validate": "list", "source": [_COUNTED, "否", "待定"]},
        )  # fmt: skip
    if county.aggregate:
        _write_sums(book, sheet, columns, len(rows), county.aggregate.sums)
    sheet.freeze_panes(_FIRST_ROW, _FIRST)
    sheet.fit_to_pages(0, 1)  # two hundred columns on one page could not be read
    sheet.repeat_rows(2, _FIRST_ROW - 1)
    sheet.repeat_columns(_NAME)


def _write_heads(
    book: LedgerBook, sheet: Worksheet, form: ReportFormat, columns: Mapping[CellRef, int]
) -> None:
    head = book.look("head")
    sheet.set_column(_NAME, _NAME, 30)
    sheet.set_column(_COUNTS, _COUNTS, 7)
    sheet.set_column(_FIRST, _FIRST + len(columns) - 1, 10)
    for index, height in ((2, 32), (3, 96), (4, 32)):
        sheet.set_row(index, height)
    for column, text in ((_NAME, "单位"), (_COUNTS, "计入")):
        sheet.merge_range(2, column, _FIRST_ROW - 1, column, text, head)
    for cell, column in columns.items():
        table = form.table(cell.table)
        row, of = table.row(cell.row), table.column(cell.column)
        money = table.kind(cell.row, cell.column) is ValueKind.MONEY
        sheet.write_string(2, column, f"{table.part}{table.name}", head)
        sheet.write_string(3, column, row.name, head)
        sheet.write_string(4, column, f"{of.name}{'（元）' if money else ''}", head)


def _write_figure(
    book: LedgerBook,
    sheet: Worksheet,
    place: tuple[int, int],
    result: UnitResult,
    cell: CellRef,
    form: ReportFormat,
) -> None:
    figures = result.report.tables if result.report else {}
    number = result.report.tables.number(cell, form) if result.report else None
    if number is not None:
        sheet.write_number(*place, float(number), book.look("number"))
    elif cell in figures:
        sheet.write_string(*place, value_text(figures[cell]), book.look("odd"))
    else:
        sheet.write_blank(*place, None, book.look("odd"))


def _write_sums(
    book: LedgerBook, sheet: Worksheet, columns: Mapping[CellRef, int], rows: int, sums: Sums
) -> None:
    row = _FIRST_ROW + rows
    sheet.write_string(row, _NAME, "计入单位合计", book.look("sum_name"))
    sheet.write_blank(row, _COUNTS, None, book.look("sum_name"))
    first, last = _FIRST_ROW, row - 1
    tests = f"{_fixed(first, _COUNTS)}:{_fixed(last, _COUNTS)}"
    for cell, column in columns.items():
        area = f"{at(first, column)}:{at(last, column)}"
        # Where no unit states a number the sum is empty too: a blank is not 0.
        known = f'SUMPRODUCT(({tests}="{_COUNTED}")*ISNUMBER({area}))'
        formula = f'=IF({known}=0,"",SUMIF({tests},"{_COUNTED}",{area}))'
        result = float(sums.stated[cell]) if cell in sums.stated else ""
        sheet.write_formula(row, column, formula, book.look("sum"), result)


def _fixed(row: int, column: int) -> str:
    cell = at(row, column)
    letters = cell.rstrip("0123456789")
    return f"${letters}${cell[len(letters) :]}"


def _write_totals(
    book: LedgerBook,
    form: ReportFormat,
    columns: Mapping[CellRef, int],
    sum_row: int,
    sums: Sums,
) -> None:
    sheet = book.sheet(
        TOTALS_SHEET,
        "合计核对",
        "按分项重新计算，与各单位所报总计之和比较；汇总报告用重新计算的数。",
    )
    heads = (
        ("总计格", 52), ("所报总计之和", 14), ("分项之和", 14), ("差", 10), ("结果", 8),
        ("不一致的单位（所报／分项之和）", 60),
    )  # fmt: skip
    for column, (text, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        sheet.write_string(2, column, text, book.look("head"))
    for index, check in enumerate(sums.totals):
        _write_total(book, sheet, 3 + index, check, form, _Refs(columns, sum_row), sums)
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)


class _Refs:
    """Cells of the sum row, as formulas of another sheet name them."""

    def __init__(self, columns: Mapping[CellRef, int], row: int) -> None:
        self._columns = columns
        self._row = row

    def of(self, cell: CellRef) -> str:
        """One cell of the sum row."""
        return f"'{UNITS_SHEET}'!{at(self._row, self._columns[cell])}"


def _write_total(
    book: LedgerBook,
    sheet: Worksheet,
    row: int,
    check: TotalCheck,
    form: ReportFormat,
    refs: _Refs,
    sums: Sums,
) -> None:
    # A part that is a total itself stands in the sum row as it was stated.
    known = [sums.stated[part] for part in check.parts if part in sums.stated]
    stated, parts = check.stated or 0, sum(known, start=0)
    number = book.look("number")
    sheet.write_string(row, 0, form.cell_name(check.cell), book.look("text"))
    own = "" if check.stated is None else float(stated)
    sheet.write_formula(row, 1, f"={refs.of(check.cell)}", number, own)
    formula = f"=SUM({','.join(refs.of(part) for part in check.parts)})"
    sheet.write_formula(row, 2, formula, number, float(parts))
    difference = f"=ROUND(N(B{row + 1})-C{row + 1},6)"
    sheet.write_formula(row, 3, difference, number, float(stated - parts))
    verdict, look = ("平", "good") if stated == parts else ("差", "bad")
    look = "warn" if check.differing and verdict == "平" else look
    sheet.write_formula(row, 4, f'=IF(D{row + 1}=0,"平","差")', book.look(look), verdict)
    told = _differing(check.differing)
    sheet.write_string(row, 5, told, book.look("text"))
    book.fit_row(sheet, row, ((form.cell_name(check.cell), 52), (told, 60)))


def _differing(units: Sequence[tuple[str, Number, Number]]) -> str:
    return "；".join(f"{name}（{value_text(s)}／{value_text(c)}）" for name, s, c in units)
