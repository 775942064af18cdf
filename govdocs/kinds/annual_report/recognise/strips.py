"""A document's blocks line by line: what a page had in each, tables row by row."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from govdocs.inputs.reading import Reading
from govdocs.kinds.annual_report.recognise.prose_text import own_text
from govdocs.model.nodes import Alignment, Block, Section, Table, plain_text
from govdocs.model.walk import walk

MOST_TEXT = 400
"""Characters of a line of text; longer ones are prose, and no part of a table."""

_IN_BRACKETS = re.compile(r"（[^（）]*）")
_AMOUNT = re.compile(r"(\d)\s+(万元|亿元|元)(?=\s|$)")


Ends: TypeAlias = Literal["kept", "filled", "cut"]
"""Blank cells at a row's ends: as on the page; perhaps the reader's own; or lost, as from a line
whose cells tabs part."""


class Strip(NamedTuple):
    """A line of a document: a heading, a paragraph, or one row of a table.

    Attributes:
        block: number of its block in ``model.walk.walk`` order.
        node: that block.
        line: 1-based line of the source.
        text: the line as text, with its number; empty for a row.
        cells: the cells of a row, or the words of a short text.
        is_row: whether it is a row of a table.
        has_blanks: whether blank cells are among its cells: in a row of several, and in a line
            whose cells tabs part.
        width: how many cells the page had in the line; 0 where merged cells or the lack of blank
            ones leave nothing to compare.
        ends: what became of the blank cells at its ends.
    """

    block: int
    node: Block
    line: int
    text: str
    cells: tuple[str, ...]
    is_row: bool
    has_blanks: bool
    width: int = 0
    ends: Ends = "kept"

    @property
    def is_chapter(self) -> bool:
        """Whether it is a heading of level 1."""
        return isinstance(self.node, Section) and self.node.level == 1


def strips_of(reading: Reading) -> tuple[Strip, ...]:
    """Every line of a document; cells that the reader put in at a row's end are left out."""
    padded = _padded(reading)
    tabs = _tabs(reading)
    blocks = [visit.block for visit in walk(reading.document)]
    ends = (*reading.block_lines[1:], None)
    made: list[Strip] = []
    for number, (block, line, end) in enumerate(
        zip(blocks, reading.block_lines, ends, strict=True)
    ):
        if isinstance(block, Table):
            made += _rows(number, block, line, end, padded)
        else:
            made.append(_text(number, block, line, tabs[line]))
    return tuple(made)


def _padded(reading: Reading) -> dict[int, int | None]:
    """How many cells each padded row had, by its line; None for the rows of a file's table."""
    return {
        finding.line: int(finding.found) if finding.found else None
        for finding in reading.findings
        if finding.id == "row-padded" and finding.line is not None
    }


def _tabs(reading: Reading) -> Counter[int | None]:
    """How many tabs each line had; the reader made a blank of each."""
    return Counter(
        finding.line
        for finding in reading.findings
        if finding.id == "space-normalised" and "U+0009" in finding.en
    )


def _text(number: int, block: Block, line: int, tabs: int) -> Strip:
    text = own_text(block)
    if len(text) > MOST_TEXT:
        return Strip(number, block, line, text, (), is_row=False, has_blanks=False)
    is_tabbed = 0 < tabs == text.count(" ")
    words = tuple(text.split(" ") if is_tabbed else _words(text))
    ends: Ends = "cut" if is_tabbed else "kept"
    return Strip(number, block, line, text, words, False, is_tabbed, ends=ends)


def _words(text: str) -> list[str]:
    """The words of a line; blanks in brackets, and between an amount and its unit, part none.

    A PDF's text has blanks beside each figure: （…计 1 条）, 24.5 万元.
    """
    whole = _IN_BRACKETS.sub(lambda match: "".join(match[0].split()), text)
    return _AMOUNT.sub(r"\1\2", whole).split()


def _rows(
    number: int, table: Table, line: int, end: int | None, padded: Mapping[int, int | None]
) -> Iterator[Strip]:
    rows = [tuple(plain_text(cell.content).strip() for cell in row) for row in table.rows]
    cut = {at: found for at, found in padded.items() if found is not None}
    lines = _lines(table, rows, line, end, cut)
    has_lines = len(set(lines)) == len(rows)
    last = line if has_lines else max(line, (end or sys.maxsize) - 1)
    is_filled = any(line <= at <= last and not (has_lines and at in cut) for at in padded)
    for at, cells in zip(lines, rows, strict=True):
        found = cut.get(at, len(cells)) if has_lines else len(cells)
        kept = cells if any(cells[found:]) else cells[:found]
        yield Strip(
            number,
            table,
            at,
            "",
            kept,
            is_row=True,
            has_blanks=table.columns > 1,
            width=len(kept) if has_lines else 0,
            ends="filled" if is_filled else "kept",
        )


def _lines(
    table: Table,
    rows: Sequence[tuple[str, ...]],
    line: int,
    end: int | None,
    cut: Mapping[int, int],
) -> tuple[int, ...]:
    """The line of each row; that of the table for all, where it is a table of a file.

    In a text a rule may stand in second place (``|---|``): alignments tell, which no row has
    without one, and the lines of padded rows.
    """
    has_spans = any(cell.colspan > 1 or cell.rowspan > 1 for row in table.rows for cell in row)
    is_ruled = any(cell.align is not Alignment.CENTER for row in table.rows for cell in row)
    for after_rule in (1, 0) if is_ruled else (0, 1):
        lines = (line, *(line + index + after_rule for index in range(1, len(rows))))
        fits = end is None or end > lines[-1]
        padded = zip(lines, rows, strict=True)
        if fits and not has_spans and not any(any(row[cut.get(at, 999) :]) for at, row in padded):
            return lines
    return (line,) * len(rows)
