"""Lines with ``|`` become tables: split, padded at the right, never merged by guess."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govdocs.errors import InputError
from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex
from govdocs.model.nodes import Alignment, Cell, Run, Table

MOST_COLUMNS = 200
"""More cells on a line than any table has: such a line is text."""

MOST_CELLS = 200_000
"""Cells of one table, padding counted."""

_PIPE = regex(r"(?<!\\)\|")
_RULE = regex(r":-+:?|-+:|-{3,}")  # - and -- are common for "nothing" in a cell
_ALIGNMENTS = {(True, True): Alignment.CENTER, (True, False): Alignment.LEFT,
               (False, True): Alignment.RIGHT, (False, False): Alignment.CENTER}  # fmt: skip


class Row(NamedTuple):
    """A table row: its line and the texts of its cells."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_rule(self) -> bool:
        """Whether it looks like a Markdown rule (``|---|:-:|``); it is one in second place."""
        return all(_RULE.fullmatch(cell) for cell in self.cells)


def is_row(text: str) -> bool:
    """Whether a line is a table row."""
    return "|" in text and text.count("|") <= MOST_COLUMNS and bool(_PIPE.search(text))


def report_too_wide(line: Line, log: FindingLog) -> None:
    """Warn of a line with more pipes than any table has columns: it is text."""
    pipes = line.text.count("|")
    if pipes > MOST_COLUMNS:
        log.warning(
            "row-too-wide",
            f"本行有 {pipes} 个“|”，超过 {MOST_COLUMNS} 列，按正文读取，没有排成表格",
            f"the line has {pipes} “|”, more than {MOST_COLUMNS} columns: it is text, no table row",
            line=line.number,
        )


def row_of(line: Line) -> Row:
    """Split a line at its pipes; the edges at its two ends are dropped, ``\\|`` is a pipe."""
    cells = _PIPE.split(line.text)
    if not cells[0].strip():
        del cells[0]
    if len(cells) > 1 and not cells[-1].strip():
        del cells[-1]
    return Row(line.number, tuple(cell.strip().replace("\\|", "|") for cell in cells))


def table_of(rows: Sequence[Row], log: FindingLog) -> Table:
    """The table of consecutive rows; a rule right under the first one makes that the head.

    A row of dashes anywhere else is data.

    Raises:
        InputError: the rows, made equally long, have more cells than :data:`MOST_CELLS`.
    """
    rule = rows[1] if len(rows) > 1 and rows[1].is_rule else None
    data = [row for row in rows if row is not rule]
    width = max(len(row.cells) for row in data)
    if width * len(data) > MOST_CELLS:
        raise _too_large(rows[0].line, len(data), width)
    alignments = _alignments(rule, width) if rule else [Alignment.CENTER] * width
    head_rows = int(rule is not None or len(data) > 1)
    return Table(
        rows=tuple(_cells(row, alignments, log) for row in data),
        head_rows=head_rows,
    )


def _alignments(rule: Row, width: int) -> list[Alignment]:
    given = [_ALIGNMENTS[cell.startswith(":"), cell.endswith(":")] for cell in rule.cells[:width]]
    return given + [Alignment.CENTER] * (width - len(given))


def _cells(row: Row, alignments: list[Alignment], log: FindingLog) -> tuple[Cell, ...]:
    missing = len(alignments) - len(row.cells)
    if missing:
        log.warning(
            "row-padded",
            f"表格本行只有 {len(row.cells)} 格，右侧补 {missing} 个空格至 {len(alignments)} 列；"
            "数字可能因此错列，请逐格核对；如有合并单元格请在代码中指定",
            f"the row has {len(row.cells)} cells; {missing} empty ones were added at the right. "
            "Figures may stand in the wrong column: check them",
            line=row.line,
            expected=str(len(alignments)),
            found=str(len(row.cells)),
        )
    texts = row.cells + ("",) * missing
    return tuple(
        Cell(content=(Run(text),) if text else (), align=align)
        for text, align in zip(texts, alignments, strict=True)
    )


def _too_large(line: int, rows: int, columns: int) -> InputError:
    return InputError(
        f"第 {line} 行起的表格有 {rows} 行 {columns} 列，超过 {MOST_CELLS} 格；请分成几个表",
        f"the table at line {line} has {rows} rows and {columns} columns, more than "
        f"{MOST_CELLS} cells; split it",
    )
