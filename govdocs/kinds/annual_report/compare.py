"""What changed between two reports (年度对比): figures as number and per cent, and wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from typing import NamedTuple

from govdocs.formatting.numbers import change_text
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.values import number_of, value_text
from govdocs.standards.annual_report.forms import CellRef, ReportFormat

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?|\n")


class CellChange(NamedTuple):
    """A figure that is not the same in both reports.

    Attributes:
        cell: the cell, as this year's format has it.
        name: what people call it.
        last, this: what stands there, as printed; empty for blank.
        difference: this minus last; None unless both are numbers.
        percent: the change on last year's figure in words (增长5.2%); empty where there is none.
    """

    cell: CellRef
    name: str
    last: str
    this: str
    difference: int | Decimal | None
    percent: str


class TextChange(NamedTuple):
    """A stretch of wording that differs: one side is empty where it was added or removed."""

    heading: str
    last: str
    this: str


class Comparison(NamedTuple):
    """Two reports side by side.

    Attributes:
        last, this: the reports.
        cells: figures that differ, in printed order.
        only_last, only_this: names of the tables' rows that one form has and the other lacks.
        texts: wording that differs, in the order of this year's report.
    """

    last: AnnualReport
    this: AnnualReport
    cells: tuple[CellChange, ...]
    only_last: tuple[str, ...]
    only_this: tuple[str, ...]
    texts: tuple[TextChange, ...]


def compare(last: AnnualReport, this: AnnualReport) -> Comparison:
    """Compare two reports; figures are matched by table, row and column, text by section."""
    return Comparison(
        last,
        this,
        tuple(_cell_changes(last, this)),
        tuple(_rows_missing(last.format, this.format)),
        tuple(_rows_missing(this.format, last.format)),
        tuple(_text_changes(last, this)),
    )


def _cell_changes(last: AnnualReport, this: AnnualReport) -> Iterator[CellChange]:
    known = set(last.format.cells())
    for cell in this.format.cells():
        if cell not in known:
            continue
        old, new = last.tables.get(cell), this.tables.get(cell)
        if old == new:
            continue
        kind = this.format.table(cell.table).kind(cell.row, cell.column)
        before, after = number_of(old, kind), number_of(new, kind)
        both = (before, after) if before is not None and after is not None else None
        yield CellChange(
            cell,
            this.format.cell_name(cell),
            value_text(old),
            value_text(new),
            both[1] - both[0] if both else None,
            change_text(both[1], both[0]) if both and both[0] else "",
        )


def _rows_missing(form: ReportFormat, other: ReportFormat) -> Iterator[str]:
    """Rows of a form that have no figure in the other form."""
    known = {(cell.table, cell.row) for cell in other.cells()}
    for table in form.tables:
        for row in table.rows:
            if (table.id, row.key) not in known:
                yield f"{table.part} {table.name}：{row.name}"


def _text_changes(last: AnnualReport, this: AnnualReport) -> Iterator[TextChange]:
    yield from _changes("标题", last.printed_title, this.printed_title)
    yield from _changes("引言", last.introduction, this.introduction)
    before = {section.key or section.heading: section for section in last.sections}
    for section in this.sections:
        old = before.pop(section.key or section.heading, None)
        yield from _changes(section.heading, old.text if old else "", section.text)
    for section in before.values():
        yield from _changes(section.heading, section.text, "")
    yield from _changes("结语", last.closing, this.closing)


def _changes(heading: str, last: str, this: str) -> Iterator[TextChange]:
    """Sentences that differ, neighbours together."""
    old, new = _SENTENCE.findall(last), _SENTENCE.findall(this)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for action, i, j, k, m in matcher.get_opcodes():
        if action != "equal":
            change = TextChange(heading, "".join(old[i:j]).strip(), "".join(new[k:m]).strip())
            if change.last != change.this:
                yield change
