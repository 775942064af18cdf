"""The ledger's two sheets of figures: a column a unit with live sums, and the totals compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from govdocs.kinds.annual_report.county.decisions import County, Place
from govdocs.kinds.annual_report.county.ledger_book import A3, LedgerBook, at
from govdocs.kinds.annual_report.county.results import UnitResult
from govdocs.kinds.annual_report.county.summing import Sums, TotalCheck
from govdocs.kinds.annual_report.tie_out import Number
from govdocs.kinds.annual_report.values import value_text
from govdocs.kinds.annual_report.workbook.book import height_of, lines_needed
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, ValueKind

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

UNITS_SHEET = "各单位数据"
TOTALS_SHEET = "合计核对"
_NAMES, _COUNTS, _FIRST = 2, 3, 4
"""Rows of the units' names and of 计入, and the first row of figures."""

_LABELS = (("表", 10.0), ("行", 58.0), ("列", 18.0))
_SUM = len(_LABELS)
_FIRST_UNIT = _SUM + 1
_SUM_WIDTH, _UNIT_WIDTH = 10.0, 9.5
_UNITS_A_PAGE = 12
_PRINT_SCALE = 66
"""Percent at which the labels, the sum and twelve units are as wide as a page of A3."""

_COUNTED = "是"


def write_figures(book: LedgerBook, county: County) -> None:
    """Both sheets; sums only where the whole was summed."""
    form = county.collection.form
    units = [(result, place) for result, place in county.units if _summable(result, county)]
    rows = {cell: _FIRST + index for index, cell in enumerate(form.cells())}
    if not rows:
        return
    _write_units(book, form, units, rows, county)
    if county.aggregate:
        _write_totals(book, form, rows, county.aggregate.sums)


def _summable(result: UnitResult, county: County) -> bool:
    """Whether a unit's figures fit the rows."""
    report = result.report
    collection = county.collection
    return report is not None and (report.year, report.format.id) == (
        collection.year,
        collection.form.id,
    )


def _write_units(
    book: LedgerBook,
    form: ReportFormat,
    units: Sequence[tuple[UnitResult, Place]],
    rows: Mapping[CellRef, int],
    county: County,
) -> None:
    note = (
        "“计入”为“是”的单位相加；改“是”“否”，合计随着变。总计格是各单位所报总计之和，与分项的核对见“合计核对”。"
        if county.aggregate
        else "还有单位没有决定是否计入，没有合计。"
    )
    sheet = book.sheet(
        UNITS_SHEET, "各单位数据", note + "带颜色的格是空白，或写的不是数字。", paper=A3
    )
    _write_labels(book, sheet, form, rows)
    _write_heads(book, sheet, units)
    for column, (result, _) in enumerate(units, _FIRST_UNIT):
        for cell, row in rows.items():
            _write_figure(book, sheet, (row, column), result, cell, form)
    if county.aggregate:
        _write_sums(book, sheet, rows, len(units), county.aggregate.sums)
    _set_pages(sheet, len(units))


def _set_pages(sheet: Worksheet, units: int) -> None:
    """The labels stay in sight; printed, they stand on each page beside twelve units."""
    sheet.freeze_panes(_FIRST, _FIRST_UNIT)
    sheet.repeat_rows(_NAMES, _COUNTS)
    sheet.repeat_columns(0, _SUM)
    # Not fitted to one page: eighty units side by side could not be read.
    sheet.set_print_scale(_PRINT_SCALE)
    breaks = range(_FIRST_UNIT + _UNITS_A_PAGE, _FIRST_UNIT + units, _UNITS_A_PAGE)
    sheet.set_v_pagebreaks(list(breaks))
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)


def _write_labels(
    book: LedgerBook, sheet: Worksheet, form: ReportFormat, rows: Mapping[CellRef, int]
) -> None:
    head, look = book.look("head"), book.look("text")
    for column, (text, width) in enumerate(_LABELS):
        sheet.set_column(column, column, width)
        sheet.merge_range(_NAMES, column, _COUNTS, column, text, head)
    sheet.set_column(_SUM, _SUM, _SUM_WIDTH)
    sheet.merge_range(_NAMES, _SUM, _COUNTS, _SUM, "计入单位合计", head)
    for cell, row in rows.items():
        table = form.table(cell.table)
        money = table.kind(cell.row, cell.column) is ValueKind.MONEY
        of = f"{table.column(cell.column).name}{'（元）' if money else ''}"
        texts = (table.key, table.row(cell.row).name, of)
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, look)
        widths = (width for _, width in _LABELS)
        book.fit_row(sheet, row, zip(texts, widths, strict=True))


def _write_heads(
    book: LedgerBook, sheet: Worksheet, units: Sequence[tuple[UnitResult, Place]]
) -> None:
    names = [result.unit.name for result, _ in units]
    lines = max((lines_needed(name, _UNIT_WIDTH) for name in names), default=1)
    sheet.set_row(_NAMES, height_of(lines, 10))
    for column, (result, place) in enumerate(units, _FIRST_UNIT):
        sheet.set_column(column, column, _UNIT_WIDTH)
        sheet.write_string(_NAMES, column, result.unit.name, book.look("head"))
        counts = {Place.LEFT_OUT: "否", Place.UNDECIDED: "待定"}.get(place, _COUNTED)
        sheet.write_string(_COUNTS, column, counts, book.look("center"))
    if units:
        sheet.data_validation(
            _COUNTS, _FIRST_UNIT, _COUNTS, _FIRST_UNIT + len(units) - 1,
            {"validate": "list", "source": [_COUNTED, "否", "待定"]},
        )  # fmt: skip


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
    book: LedgerBook, sheet: Worksheet, rows: Mapping[CellRef, int], units: int, sums: Sums
) -> None:
    first, last = _FIRST_UNIT, _FIRST_UNIT + units - 1
    tests = f"{_fixed(_COUNTS, first)}:{_fixed(_COUNTS, last)}"
    for cell, row in rows.items():
        area = f"{at(row, first)}:{at(row, last)}"
        # Where no unit states a number the sum is empty too: a blank is not 0.
        known = f'SUMPRODUCT(({tests}="{_COUNTED}")*ISNUMBER({area}))'
        formula = f'=IF({known}=0,"",SUMIF({tests},"{_COUNTED}",{area}))'
        result = float(sums.stated[cell]) if cell in sums.stated else ""
        sheet.write_formula(row, _SUM, formula, book.look("sum"), result)


def _fixed(row: int, column: int) -> str:
    cell = at(row, column)
    letters = cell.rstrip("0123456789")
    return f"${letters}${cell[len(letters) :]}"


def _write_totals(
    book: LedgerBook,
    form: ReportFormat,
    rows: Mapping[CellRef, int],
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
        _write_total(book, sheet, 3 + index, check, form, _Refs(rows), sums)
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)


class _Refs:
    """Sums of the units, as formulas of another sheet name them."""

    def __init__(self, rows: Mapping[CellRef, int]) -> None:
        self._rows = rows

    def of(self, cell: CellRef) -> str:
        """The sum of one cell."""
        return f"'{UNITS_SHEET}'!{at(self._rows[cell], _SUM)}"


def _write_total(
    book: LedgerBook,
    sheet: Worksheet,
    row: int,
    check: TotalCheck,
    form: ReportFormat,
    refs: _Refs,
    sums: Sums,
) -> None:
    # A part that is a total itself stands among the sums as it was stated.
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
