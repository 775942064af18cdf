"""How a data cell is named in messages: by its place, and by what people call it."""

from __future__ import annotations

import re

from govdocs.standards.annual_report.forms import CellRef, Identity, ReportFormat, TableForm

_ASIDE = re.compile(r"(?<=.)（[^）]*）")
_SECOND_CLAUSE = re.compile(r"、(?=行政机关)|[，；].*")


def cell_place(form: ReportFormat, cell: CellRef) -> str:
    """``表2 R5 C1 第三部分 申请表：…×自然人``: table, data row and column from 1, and the name."""
    table = form.table(cell.table)
    number = form.tables.index(table) + 1
    row = table.rows.index(table.row(cell.row)) + 1
    column = table.columns.index(table.column(cell.column)) + 1
    return f"表{number} R{row} C{column} {form.cell_name(cell)}"


def table_name(table: TableForm) -> str:
    """第三部分 申请表."""
    return f"{table.part} {table.name}"


def line_name(form: ReportFormat, identity: Identity, along: str) -> str:
    """The column or row that a tie-out is held for: ``第三部分 申请表“自然人”列``."""
    table = form.table(identity.table)
    if identity.each == "column":
        column = table.column(along).name
        return table_name(table) if len(table.columns) == 1 else f"{table_name(table)}“{column}”列"
    return f"{table_name(table)}“{short_name(table.row(along).name)}”行"


def line_name_en(form: ReportFormat, identity: Identity, along: str) -> str:
    """The same in an English message; the form's own words stay Chinese."""
    table = form.table(identity.table)
    if identity.each == "column" and len(table.columns) == 1:
        return table_name(table)
    name = table.column(along).name if identity.each == "column" else table.row(along).name
    return f"{table_name(table)}, {identity.each} “{short_name(name)}”"


def term_name(form: ReportFormat, identity: Identity, cell: CellRef) -> str:
    """A cell of a tie-out by what tells it from the others there: its row's name or column's."""
    table = form.table(cell.table)
    if identity.each == "column":
        return short_name(table.row(cell.row).name)
    return table.column(cell.column).name


def short_name(name: str) -> str:
    """A label without its asides and second clauses: 1.申请人无正当理由逾期不补正."""
    return _SECOND_CLAUSE.split(_ASIDE.sub("", name))[0] or name
