"""Lines to blocks: paragraphs, items and tables, nested under their headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from govdocs.inputs.text.entries import Entry
from govdocs.inputs.text.grid import table_of_grid
from govdocs.inputs.text.headings import NumberedText, numbered_text
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.numbering import Numbering, SequenceCheck
from govdocs.inputs.text.tables import Row, row_of, table_of
from govdocs.model.nodes import Block, Inlines, Item, Paragraph, Run, Section, Table


class Body(NamedTuple):
    """The blocks of a text and the source line of each, in reading order."""

    blocks: tuple[Block, ...]
    lines: tuple[int, ...]


class _Heading(NamedTuple):
    """A heading that is still open: blocks that follow go under it."""

    numbering: Numbering
    heading: Inlines
    run_in: Inlines


_Piece: TypeAlias = Paragraph | Item | Table | _Heading


def assemble(entries: Sequence[Entry], log: FindingLog) -> Body:
    """The body that entries make, in order.

    Raises:
        InputError: a table is too large.
    """
    outline = _Outline()
    lines: list[int] = []
    sequence = SequenceCheck(log)
    for line, piece, numbering in _pieces(entries, log):
        lines.append(line)
        if numbering:
            sequence.see(numbering.level, numbering.number, line)
        outline.add(piece, numbering)
    return Body(outline.close(), tuple(lines))


class _Outline:
    """Nests blocks under the headings that are open, without recursion."""

    __slots__ = ("_blocks", "_open")

    def __init__(self) -> None:
        self._open: list[_Heading] = []
        self._blocks: list[list[Block]] = [[]]

    def add(self, piece: _Piece, numbering: Numbering | None) -> None:
        if numbering:
            self._close_to(numbering.level)
        if isinstance(piece, _Heading):
            self._open.append(piece)
            self._blocks.append([])
        else:
            self._blocks[-1].append(piece)

    def close(self) -> tuple[Block, ...]:
        self._close_to(0)
        return tuple(self._blocks[0])

    def _close_to(self, level: int) -> None:
        """Close the headings that a number of this level cannot stand under."""
        while self._open and self._open[-1].numbering.level >= level:
            heading = self._open.pop()
            blocks = tuple(self._blocks.pop())
            self._blocks[-1].append(
                Section(
                    level=heading.numbering.level,
                    number=heading.numbering.number,
                    heading=heading.heading,
                    run_in=heading.run_in,
                    blocks=blocks,
                )
            )


def _pieces(
    entries: Sequence[Entry], log: FindingLog
) -> Iterator[tuple[int, _Piece, Numbering | None]]:
    rows: list[Row] = []
    for entry, following in pairwise((*entries, None)):
        assert entry is not None  # only the last of the chain is None
        if entry.is_row:
            rows.append(row_of(entry.line))
            if following and _is_next_row(following, entry):
                continue
            grid = entry.grid
            yield rows[0].line, table_of_grid(grid, rows) if grid else table_of(rows, log), None
            rows = []
        elif entry.numbering:
            yield entry.line.number, _numbered(entry, following, log), entry.numbering
        else:
            yield entry.line.number, Paragraph(content=(Run(entry.text),)), None


def _is_next_row(following: Entry, entry: Entry) -> bool:
    if entry.grid is not None or following.grid is not None:
        return following.grid is entry.grid
    return following.is_row and following.line.number <= entry.line.number + 1


def _numbered(entry: Entry, following: Entry | None, log: FindingLog) -> Item | _Heading:
    numbering = entry.numbering
    assert numbering is not None
    found = numbered_text(
        entry.text, numbering.level, has_text_under=_stands_under(following, numbering)
    )
    if found.kind == "item":
        return Item(level=numbering.level, number=numbering.number, content=(Run(found.heading),))
    if found.kind == "heading" and found.heading.endswith("。"):
        _report_stop(entry, found, log)
    run_in = (Run(found.body),) if found.body else ()
    return _Heading(numbering, (Run(found.heading),), run_in)


def _stands_under(following: Entry | None, numbering: Numbering) -> bool:
    if following is None:
        return False
    return following.numbering is None or following.numbering.level > numbering.level


def _report_stop(entry: Entry, found: NumberedText, log: FindingLog) -> None:
    log.info(
        "heading-full-stop",
        f"单独成行的标题“{found.heading}”末尾有句号，照原文保留",
        f"the heading “{found.heading}” stands alone, yet ends with 。; it was kept",
        line=entry.line.number,
    )
