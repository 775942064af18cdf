"""Blocks as the text that reads back to them: the numbering is the markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govdocs.formatting.ordinals import chinese_numeral, ordinal
from govdocs.inputs.text.numbering import numbering_of
from govdocs.inputs.text.tables import Row
from govdocs.model.nodes import (
    Alignment,
    Block,
    Cell,
    Item,
    Paragraph,
    Section,
    Table,
    occupancy,
    plain_text,
)

_RULES = {Alignment.CENTER: ":-:", Alignment.LEFT: ":--", Alignment.RIGHT: "--:"}

# Numbers in one character (level: the first, how many) are read as such before any text.
_ONE_CHARACTER = {2: ("㈠", 10), 3: ("⒈", 20), 4: ("⑴", 20)}


def blocks_to_text(blocks: Sequence[Block]) -> str:
    """A text that ``read_prose`` reads as these blocks, for blocks that a text was read as.

    A line a block: its number and text. Tables are rows with ``|``; merged cells become their
    text and empty cells, since a text has none. Pictures and charts are left out: no text is
    read as one.
    """
    return flat_text(_in_order(blocks))


def flat_text(blocks: Iterable[Block]) -> str:
    """The text of blocks that are given one by one; what stands under a heading is not looked at.

    Two tables in a row are parted by a blank line.
    """
    lines: list[str] = []
    after_table = False
    for block in blocks:
        if isinstance(block, Table):
            lines += [""] if after_table else []
            lines += table_lines(block)
        elif line := own_text(block):
            lines.append(line)
        after_table = isinstance(block, Table)
    return "\n".join(lines)


def _in_order(blocks: Sequence[Block]) -> Iterator[Block]:
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        yield block
        if isinstance(block, Section):
            waiting += reversed(block.blocks)


def own_text(block: Block) -> str:
    """The line of a block, without the blocks under it; empty for tables and pictures."""
    if isinstance(block, Section):
        text = plain_text(block.heading) + plain_text(block.run_in)
        return _numbered(block.level, block.number, text)
    if isinstance(block, Item):
        return _numbered(block.level, block.number, plain_text(block.content))
    return plain_text(block.content) if isinstance(block, Paragraph) else ""


def _numbered(level: int, number: int, text: str) -> str:
    """A number and its text, written so that the number is read as one: 1.5万元 is a figure."""
    for form in _forms(level, number):
        found = numbering_of(form + text)
        if found and found[:2] == (level, number) and found.length == len(form):
            return form + text
    return ordinal(level, number) + text


def _forms(level: int, number: int) -> tuple[str, ...]:
    """The ways to write a number, the printed one first; a blank parts it from 二级, 1月."""
    printed = ordinal(level, number)
    others = {1: (f"{chinese_numeral(number)}．",), 3: (f"{number}、", f"{number}、 ")}
    first, most = _ONE_CHARACTER.get(level, ("", 0))
    whole = (chr(ord(first) + number - 1),) if number <= most else ()
    return printed, f"{printed} ", *others.get(level, ()), *whole


def table_lines(table: Table) -> Iterator[str]:
    """The rows of a table as lines with ``|``, and the rule that tells head and alignment."""
    rows = list(_texts(table))
    aligns = [Alignment.CENTER] * table.columns
    for column, index in occupancy(table.rows)[0]:
        aligns[column] = table.rows[0][index].align
    is_plain = set(aligns) == {Alignment.CENTER} and table.head_rows == (len(rows) > 1)
    looks_ruled = len(rows) > 1 and Row(0, rows[1]).is_rule
    yield _line(rows[0])
    if looks_ruled or not is_plain:
        yield _line([_RULES[align] for align in aligns])
    yield from map(_line, rows[1:])


def _texts(table: Table) -> Iterator[tuple[str, ...]]:
    for row, starts in zip(table.rows, occupancy(table.rows), strict=True):
        texts = [""] * table.columns
        for column, index in starts:
            texts[column] = _text(row[index])
        yield tuple(texts)


def _text(cell: Cell) -> str:
    return plain_text(cell.content).strip()


def _line(texts: Sequence[str]) -> str:
    cells = (text.replace("|", "\\|") for text in texts)
    return f"| {' | '.join(cells)} |"
