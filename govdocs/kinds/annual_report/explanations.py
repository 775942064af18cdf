"""Reasons (说明) given for figures that differ from last year's, and what they are given for.

A reason is given for a cell (``t2.上年结转.总计``), a row (``t2.上年结转``, 上年结转) or a table
(``t2``, 申请), by ids, Chinese keys or printed labels.
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.forms import CellRef, ReportFormat


def explanation(report: AnnualReport, cell: CellRef) -> str:
    """The reason given for a cell, its row or its table; empty for none."""
    for name, reason in report.explanations.items():
        if _names(name, cell, report.format):
            return reason.strip()
    return ""


def unmatched_explanations(report: AnnualReport) -> Iterator[str]:
    """What reasons are given for that is no cell, row or table of the report's format."""
    cells = list(report.format.cells())
    for name in report.explanations:
        if not any(_names(name, cell, report.format) for cell in cells):
            yield name


def _names(name: str, cell: CellRef, form: ReportFormat) -> bool:
    """Whether a name is that of a cell, of its row or of its table."""
    table = form.table(cell.table)
    row, column = table.row(cell.row), table.column(cell.column)
    steps = [step.strip() for step in name.replace("/", ".").split(".")]
    # A label may hold a full stop (1.属于国家秘密): then it is a step by itself.
    if name.strip() in (row.key, row.id, row.label):
        steps = [table.id, row.key]
    elif steps[0] in (row.key, row.id):
        steps = [table.id, *steps]
    known = (
        (table.id, table.key, table.name),
        (row.key, row.id, row.label),
        (column.key, column.id, column.label),
    )
    return len(steps) <= len(known) and all(
        step in names for step, names in zip(steps, known, strict=False)
    )
