"""A report's tables flattened in the ways in which web pages and copies have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.tables import table_node
from govdocs.model.nodes import Cell, Table, occupancy, plain_text
from govdocs.standards.annual_report.forms import ReportFormat

Flatten = Callable[[Table], Iterator[str]]


def texts(row: tuple[Cell, ...]) -> list[str]:
    return [plain_text(cell.content).strip() for cell in row]


def rows_with_padding(table: Table) -> Iterator[str]:
    """``a | b |||``: an empty cell at the end for each column that merged cells cover."""
    for row in table.rows:
        missing = table.columns - len(row)
        yield " | ".join(texts(row)) + " |" + "|" * missing


def rows_bare(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield " | ".join(texts(row)) + " |"


def rows_in_place(table: Table) -> Iterator[str]:
    """Every cell in its column, empty ones for what merged cells cover."""
    for cells in _in_place(table):
        yield "|" + "|".join(cells) + "|"


def cell_and_bar_on_a_line(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield from (f"{text} |" for text in texts(row))


def bars_on_lines_of_their_own(table: Table) -> Iterator[str]:
    for row in table.rows:
        for text in texts(row):
            yield from (text, "|")


def one_cell_a_line(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield from texts(row)


def one_cell_a_paragraph(table: Table) -> Iterator[str]:
    for row in table.rows:
        for text in texts(row):
            yield from ("　　" + text, "")


def words_split(table: Table) -> Iterator[str]:
    """One cell a line, and labels of the head over two lines (商业/企业)."""
    for row in table.rows:
        for text in texts(row):
            if len(text) in (3, 4) and not any(char.isdigit() for char in text):
                yield from (text[:2], text[2:])
            else:
                yield text


def tabs(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield "\t".join(texts(row))


def tabs_in_place(table: Table) -> Iterator[str]:
    for cells in _in_place(table):
        yield "\t".join(cells)


def blanks(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield "   ".join(texts(row))


def _in_place(table: Table) -> Iterator[list[str]]:
    for row, starts in zip(table.rows, occupancy(table.rows), strict=True):
        cells = [""] * table.columns
        for column, index in starts:
            cells[column] = plain_text(row[index].content).strip()
        yield cells


KEEPING_BLANKS: tuple[Flatten, ...] = (
    rows_with_padding,
    rows_bare,
    rows_in_place,
    cell_and_bar_on_a_line,
    bars_on_lines_of_their_own,
)
LOSING_BLANKS: tuple[Flatten, ...] = (
    one_cell_a_line,
    one_cell_a_paragraph,
    words_split,
    tabs,
    tabs_in_place,
    blanks,
)


def page(form: ReportFormat, year: int, figures: Figures, flatten: Flatten) -> str:
    """A page with a report of a format: its outline, a sentence in each part, its tables."""
    lines = [
        f"青禾县柳湾镇人民政府{year}年政府信息公开工作年度报告",
        "",
        "根据有关规定，编制本报告。",
    ]
    for number, section in enumerate(form.sections):
        lines.append(f"{'一二三四五六七八九十'[number]}、{section.heading}")
        if not section.tables or number % 2:
            lines.append("严格按照规定开展工作。")
        for name in section.tables:
            lines += flatten(table_node(form.table(name), figures))
    return "\n".join(lines)


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    return getattr(val, "__name__", None)
