"""What a file with tables of its own gives to the reader: numbered texts and grids, in order.

A grid goes through the rules of the text row by row, as a line with ``|`` between its cells, so
that replacements, marks and foreign names are treated in it as everywhere else. Its shape (merged
cells, head, alignment) stands beside and is put back at the end.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from govdocs.errors import InputError
from govdocs.inputs.text.lines import Line, cleaned
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.replacing import Replacer
from govdocs.inputs.text.tables import MOST_CELLS, Row
from govdocs.model.nodes import Alignment, Cell, Run, Table


class Written(NamedTuple):
    """A line of text and the 1-based number it is spoken of by: a paragraph's, or a line's."""

    number: int
    text: str


class GridCell(NamedTuple):
    """A cell as it stands in a file: its text is not cleaned yet."""

    text: str = ""
    colspan: int = 1
    rowspan: int = 1
    align: Alignment = Alignment.CENTER


class Grid(NamedTuple):
    """A table of a file; merged cells stand once, and the rows fill a rectangle exactly.

    Attributes:
        number: the 1-based number it is spoken of by.
        rows: the cells of each row; a row that merged cells cover whole has none.
        head_rows: rows from the top that are the head; no merged cell reaches out of it.
    """

    number: int
    rows: tuple[tuple[GridCell, ...], ...]
    head_rows: int = 0


Part: TypeAlias = Written | Grid

_EAST_ASIA = 0x2E80  # from here on scripts that set no blanks between words


def joined(texts: Iterable[str]) -> str:
    """Texts of several lines or paragraphs as one; a blank only where two words would touch.

    Between Han, and beside marks, nothing is put in.
    """
    whole = ""
    for text in texts:
        bare = text.strip()
        is_word = whole and bare and _is_of_word(whole[-1]) and _is_of_word(bare[0])
        whole += f" {bare}" if is_word else bare
    return whole


def _is_of_word(char: str) -> bool:
    return char.isalnum() and ord(char) < _EAST_ASIA


def row_lines(grid: Grid, replacer: Replacer, log: FindingLog) -> Iterator[Line]:
    """A line for each row that has cells of its own: ``| a | b |``, replaced and cleaned.

    Raises:
        InputError: the table has more cells than :data:`MOST_CELLS`.
    """
    _check_size(grid)
    for row in grid.rows:
        if row:
            yield _row_line(grid.number, row, replacer, log)


def _row_line(number: int, row: Sequence[GridCell], replacer: Replacer, log: FindingLog) -> Line:
    pieces = ["|"]
    starts, columns = array("q", [0]), array("q", [1])
    length, column = 1, 2  # of what is written so far, and where the next cell stands
    for cell in row:
        text = joined(cell.text.splitlines())
        line = cleaned(replacer.replaced(Line(number, text, columns=(column,))), log)
        escaped = line.text.replace("|", "\\|")
        starts.append(length)
        columns.append(line.column(0))
        pieces.append(f" {escaped} |")
        length += len(pieces[-1])
        column += len(text) + 3
    return Line(number, "".join(pieces), 0, starts, columns)


def _check_size(grid: Grid) -> None:
    width = sum(cell.colspan for cell in grid.rows[0])
    if width * len(grid.rows) > MOST_CELLS:
        raise InputError(
            f"第 {grid.number} 段（行）的表格有 {len(grid.rows)} 行 {width} 列，"
            f"超过 {MOST_CELLS} 格；请分成几个表",
            f"the table at {grid.number} has {len(grid.rows)} rows and {width} columns, more than "
            f"{MOST_CELLS} cells; split it",
        )


def table_of_grid(grid: Grid, rows: Sequence[Row]) -> Table:
    """The table of a grid, with the texts of its rows as the rules have left them."""
    texts = iter(rows)
    return Table(
        rows=tuple(_cells(row, next(texts).cells) if row else () for row in grid.rows),
        head_rows=grid.head_rows,
    )


def _cells(row: Sequence[GridCell], texts: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            content=(Run(text),) if text else (),
            colspan=cell.colspan,
            rowspan=cell.rowspan,
            align=cell.align,
        )
        for cell, text in zip(row, texts, strict=True)
    )
