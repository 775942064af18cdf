"""Tables as printed, from a table node, a DOCX and a PDF: each cell with its place and spans."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

import pdfplumber
from docx import Document as open_docx
from docx.oxml.ns import qn
from docx.table import Table as DocxTable

from govdocs.model.nodes import Block, Document, Section, Table, plain_text

LEFT = "<"
ABOVE = "^"


class PrintedCell(NamedTuple):
    """A cell: its text without white space, and how many columns and rows it covers."""

    text: str
    across: int = 1
    down: int = 1


Printed: TypeAlias = dict[tuple[int, int], PrintedCell]
"""Cells by row and column of their top left place, from 0."""


def drawn(*rows: Sequence[str]) -> Printed:
    """A table drawn as a grid: ``<`` and ``^`` where the cell at the left or above goes on."""
    found: Printed = {}
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text not in (LEFT, ABOVE):
                across = _run(row[x + 1 :], LEFT)
                below = [rows[each][x] for each in range(y + 1, len(rows))]
                found[y, x] = PrintedCell(_bare(text), 1 + across, 1 + _run(below, ABOVE))
    return found


def _run(marks: Iterable[str], mark: str) -> int:
    count = 0
    for each in marks:
        if each != mark:
            break
        count += 1
    return count


def _bare(text: str) -> str:
    return "".join(text.split())


def tables_of(document: Document) -> list[Table]:
    """The table nodes of a document, in order."""
    return list(_tables(document.main_part.body))


def _tables(blocks: Sequence[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section):
            yield from _tables(block.blocks)


def of_node(table: Table) -> Printed:
    """A table node: each cell takes the first place that no cell above covers."""
    found: Printed = {}
    covered: set[tuple[int, int]] = set()
    for y, row in enumerate(table.rows):
        x = 0
        for cell in row:
            while (y, x) in covered:
                x += 1
            text = _bare(plain_text(cell.content))
            found[y, x] = PrintedCell(text, cell.colspan, cell.rowspan)
            covered |= {(y + i, x + j) for i in range(cell.rowspan) for j in range(cell.colspan)}
    return found


def of_docx(data: bytes) -> list[Printed]:
    """The tables of a DOCX, gridSpan and vMerge resolved."""
    return [_of_docx_table(table) for table in open_docx(io.BytesIO(data)).tables]


def _of_docx_table(table: DocxTable) -> Printed:
    found: Printed = {}
    origin: dict[int, tuple[int, int]] = {}
    for y, row in enumerate(table._tbl.tr_lst):
        x = 0
        for cell in row.tc_lst:
            text = _bare("".join(node.text or "" for node in cell.iter(qn("w:t"))))
            merge = cell.tcPr.find(qn("w:vMerge")) if cell.tcPr is not None else None
            if merge is not None and merge.get(qn("w:val")) != "restart":
                assert not text
                first = found[origin[x]]
                assert first.across == cell.grid_span
                found[origin[x]] = first._replace(down=first.down + 1)
            else:
                found[y, x] = PrintedCell(text, cell.grid_span)
                origin[x] = (y, x)
            x += cell.grid_span
    return found


def of_pdf(data: bytes) -> list[Printed]:
    """The tables of a PDF, from their ruled cells; each page's part of a table is one.

    What does not fill its rectangle with cells is none, but the bars of a chart.
    """
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        ruled = [_of_boxes(page, table.cells) for page in pdf.pages for table in page.find_tables()]
    return [each for each in ruled if _is_filled(each)]


def _is_filled(printed: Printed) -> bool:
    rows = max(y + cell.down for (y, _), cell in printed.items())
    columns = max(x + cell.across for (_, x), cell in printed.items())
    return sum(cell.across * cell.down for cell in printed.values()) == rows * columns


def _of_boxes(page: pdfplumber.page.Page, boxes: Sequence[tuple[float, ...]]) -> Printed:
    columns = _edges(each for box in boxes for each in (box[0], box[2]))
    rows = _edges(each for box in boxes for each in (box[1], box[3]))
    found: Printed = {}
    for x0, top, x1, bottom in boxes:
        left, upper = _at(columns, x0), _at(rows, top)
        text = _bare(page.crop((x0, top, x1, bottom)).extract_text())
        found[upper, left] = PrintedCell(text, _at(columns, x1) - left, _at(rows, bottom) - upper)
    return found


def _edges(values: Iterable[float]) -> list[float]:
    """Places of rules, those less than a point apart as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 1:
            edges.append(value)
    return edges


def _at(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))
