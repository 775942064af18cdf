"""Tell of numbers that a table's cells are too narrow for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from govdocs.findings import Finding, Severity
from govdocs.layout.cells import CellLine
from govdocs.layout.table import TableLayout, TablePart

_LONGEST_SHOWN = 24


def broken_numbers(table: TableLayout, part: TablePart, page: int) -> Iterator[Finding]:
    """A warning for each cell of a part, on a page (from 1), in which a number is broken."""
    for row in part.rows[part.repeated_head :]:
        for cell, lines in table.rows[row].cells:
            if len(lines) < 2:
                continue
            texts = [_text(line) for line in lines]
            if any(_goes_on(above, below) for above, below in pairwise(texts)):
                yield _finding(page, row + 1, cell.column + 1, texts)


def _text(line: CellLine) -> str:
    return "".join([run.text for run in line.runs])


def _goes_on(above: str, below: str) -> bool:
    return above[-1:].isdecimal() and below[:1].isdecimal()


def _finding(page: int, row: int, column: int, texts: Sequence[str]) -> Finding:
    text = "".join(texts)
    shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return Finding(
        id="number-broken",
        severity=Severity.WARNING,
        zh=f"第 {page} 页表格第 {row} 行第 {column} 列的“{shown}”排不下，数字断成了两行",
        en=f"page {page}, table row {row} column {column}: “{shown}” does not fit its cell and "
        "is broken inside a number",
    )
