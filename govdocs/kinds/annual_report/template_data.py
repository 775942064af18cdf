"""What templates and {{ … }} in texts may name: a report as plain data."""

from __future__ import annotations

from typing import Any

from govdocs.formatting.dates import date_text
from govdocs.formatting.ordinals import chinese_numeral
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.nil import is_nil, is_stated
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.forms import ReportFormat


def template_data(report: AnnualReport) -> dict[str, Any]:
    """A report as nested plain dicts, by English and by Chinese names.

    Tables stand under their ids (``t2.新收.总计``, ``t2.received.total``); a row of a table with
    one column is its figure. Last year's tables stand under ``last``. ``stated`` and ``nil`` tell
    of each group of figures of the format's nil statements whether all are stated, and all zero.
    """
    start, end = date_text(report.period.start), date_text(report.period.end)
    data: dict[str, Any] = {
        "year": report.year,
        "agency": report.agency,
        "own": report.own_reference,
        "short_name": report.short_name,
        "is_government": report.agency_kind.is_government,
        "title": report.printed_title,
        "legal_basis": list(report.legal_basis or report.format.legal_basis),
        "period": {"start": start, "end": end, "text": f"自{start}起至{end}止"},
        "website": report.website,
        "contact": report.contact.model_dump(),
        "headings": [section.heading for section in report.sections],
        "part_count": chinese_numeral(max(1, len(report.sections))),
        "stated": {each.id: is_stated(each, report.tables) for each in report.format.nil_groups},
        "nil": {each.id: is_nil(each, report.tables) for each in report.format.nil_groups},
        "processing_fee": report.processing_fee,
        "last": {},
        **_tables(report.tables, report.format),
    }
    if report.last_year is not None:
        last = report.last_year
        data["last"] = {"year": last.year, **_tables(last.tables, last.format)}
    return data | {chinese: data[english] for english, chinese in _CHINESE.items()}


_CHINESE = {
    "year": "年度",
    "agency": "机关",
    "own": "自称",
    "short_name": "简称",
    "title": "标题",
    "legal_basis": "编制依据",
    "website": "公开网站",
    "processing_fee": "信息处理费",
    "last": "上年",
}


def _tables(figures: Figures, form: ReportFormat) -> dict[str, Any]:
    tables: dict[str, Any] = {}
    for name, rows in figures.as_tables(form).items():
        table = form.table(name)
        plain: dict[str, Any] = {}
        for key, cells in rows.items():
            row: Any = dict(cells)
            for column, value in cells.items():
                row[table.column(column).id] = value
            if len(table.columns) == 1:
                row = cells[table.columns[0].key]
            plain[key] = plain[table.row(key).id] = row
        tables[name] = plain
    return tables
