"""The fill-in workbook (填报簿): a format, a year, and what is known already, as an .xlsx."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from govdocs.errors import UsageError
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.links import Link
from govdocs.kinds.annual_report.report import AnnualReport, LastYear
from govdocs.kinds.annual_report.values import CellValue
from govdocs.kinds.annual_report.workbook.book import Book
from govdocs.kinds.annual_report.workbook.layout import (
    BASIC_SHEET,
    CHECK_SHEET,
    DATA_SHEET,
    KIND,
    LIST_SHEET,
    TEXT_SHEET,
    VERSION,
    table_layout,
)
from govdocs.kinds.annual_report.workbook.links import links_to_last_year
from govdocs.kinds.annual_report.workbook.texts import text_rows
from govdocs.kinds.annual_report.workbook.write_basic import (
    basic_lines,
    explanation_places,
    write_basic,
)
from govdocs.kinds.annual_report.workbook.write_pages import (
    write_checks,
    write_front,
    write_texts,
)
from govdocs.kinds.annual_report.workbook.write_tables import Filling, write_table
from govdocs.standards.annual_report.forms import CellRef, ReportFormat

_CHUNK = 30_000


def write_workbook(
    form: ReportFormat,
    year: int,
    *,
    report: AnnualReport | None = None,
    last_year: LastYear | None = None,
    agencies: Sequence[str] = (),
    made_on: datetime.date | None = None,
) -> bytes:
    """A workbook that a clerk fills in, as .xlsx bytes; the same arguments give the same bytes.

    Args:
        form: the format of the report.
        year: the year reported on.
        report: what is filled in already; its format should be ``form``.
        last_year: last year's figures, ``report.last_year`` if not given: carry-overs are filled
            in and compared, others are shown.
        agencies: full names for the drop-down list; other names may be typed.
        made_on: date of the file, 1 January after the year if not given.

    Raises:
        UsageError: xlsxwriter is not installed, ``last_year`` is not on the year before, or the
            report is of another year or format.
    """
    _check_report(report, form, year)
    last = last_year or (report.last_year if report else None)
    links = links_to_last_year(form, year, last)
    values = _filled(report.tables if report else Figures(), links)
    layouts = [table_layout(form, table, links) for table in form.tables]
    lines = basic_lines(form, year, report)
    filling = Filling(year, values, explanation_places(lines))
    made_on = made_on or datetime.date(year + 1, 1, 1)
    book = Book(made_on, f"政府信息公开工作年度报告填报簿（{year}年度）")
    names = {"basic": BASIC_SHEET, "text": TEXT_SHEET, "check": CHECK_SHEET}
    write_front(book, form, year, names)
    write_basic(book, lines, agencies)
    for layout in layouts:
        write_table(book, form, layout, filling)
    sections = report.sections if report else ()
    opening, closing = (report.introduction, report.closing) if report else ("", "")
    write_texts(book, list(text_rows(form, opening, sections, closing)))
    if any(layout.checks or layout.links for layout in layouts):
        write_checks(book, layouts, filling, form)
    _write_hidden(book, agencies, _own_data(form, year, report, last))
    return book.finish()


def _check_report(report: AnnualReport | None, form: ReportFormat, year: int) -> None:
    if report is not None and (report.year, report.format.id) != (year, form.id):
        raise UsageError(
            f"填入的报告是 {report.year} 年度、{report.format.id} 格式的，"
            f"填报簿应是 {year} 年度、{form.id} 格式的",
            f"the report is on {report.year} in format {report.format.id}, and the workbook on "
            f"{year} in format {form.id}",
        )


def _filled(figures: Figures, links: Sequence[Link]) -> Mapping[CellRef, CellValue]:
    """The figures, with carry-overs where their row is still empty."""
    filled = {(cell.table, cell.row) for cell in figures}
    carried = {
        link.cell: link.last
        for link in links
        if link.must_agree and (link.cell.table, link.cell.row) not in filled
    }
    return figures.changed(carried) if carried else figures


def _own_data(
    form: ReportFormat, year: int, report: AnnualReport | None, last: LastYear | None
) -> dict[str, Any]:
    """What reading back needs and no clerk should touch."""
    data: dict[str, Any] = {"年度": year, "格式": form.id, "文号": form.notice}
    if last is not None:
        data["上年"] = last.model_dump(by_alias=True, mode="json")
    if report is not None and report.extra_rows:
        data["附加行"] = [row.model_dump(mode="json") for row in report.extra_rows]
    return data


def _write_hidden(book: Book, agencies: Sequence[str], data: Mapping[str, Any]) -> None:
    if agencies:
        names = book.workbook.add_worksheet(LIST_SHEET)
        for row, name in enumerate(agencies):
            names.write_string(row, 0, name)
        names.hide()
    own = book.workbook.add_worksheet(DATA_SHEET)
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, default=_plain)
    rows = [("kind", KIND), ("version", str(VERSION))]
    rows += [("data", text[at : at + _CHUNK]) for at in range(0, len(text), _CHUNK)]
    for row, (key, value) in enumerate(rows):
        own.write_string(row, 0, key)
        own.write_string(row, 1, value)
    own.very_hidden()


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(type(value).__name__)
