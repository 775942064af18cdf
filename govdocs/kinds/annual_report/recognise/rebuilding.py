"""A page's document with its statutory tables set as the form prints them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.inputs.reading import Reading
from govdocs.kinds.annual_report.cell_places import table_name
from govdocs.kinds.annual_report.recognise.recognising import Recognised, TableBlocks
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.tables import table_node
from govdocs.model.nodes import Block, Document, Item, Section, Table
from govdocs.model.walk import walk

_CHANGES = frozenset({"label-typo", "row-missing", "row-blank", "row-added", "figure-form"})
"""Findings of what a table prints otherwise than the page had it."""


class _Piece(NamedTuple):
    """A block without those under it, and its line."""

    block: Block
    line: int


def rebuilt(reading: Reading, recognised: Recognised) -> Document:
    """The document of a page with each recognised table as the form prints it.

    The figures are those that were read, added rows included; nothing else of the text changes.
    A table with figures that found no cell stays as it was.
    """
    return rebuilt_reading(reading, recognised).document


def rebuilt_reading(reading: Reading, recognised: Recognised) -> Reading:
    """The same with its findings: warnings of padded rows go; what a table prints otherwise comes.

    Misprinted labels are named, and there is a note for each table.
    """
    report = recognised.report
    whole = [table for table in recognised.table_blocks if _can_be_set(table, recognised)]
    if report is None or not whole:
        return reading
    pieces = list(_pieces(reading, report, whole))
    body = nested(piece.block for piece in pieces)
    main = dataclasses.replace(reading.document.main_part, body=body)
    return dataclasses.replace(
        reading,
        document=dataclasses.replace(reading.document, main_part=main),
        block_lines=tuple(piece.line for piece in pieces),
        findings=tuple(_findings(reading, recognised, whole)),
    )


def _can_be_set(table: TableBlocks, recognised: Recognised) -> bool:
    """Whether nothing is lost; a block that a doubtful table stands in as well is left alone."""
    doubtful = {
        block for each in recognised.table_blocks if not each.is_whole for block in each.blocks
    }
    return table.is_whole and not doubtful.intersection(table.blocks)


def _pieces(reading: Reading, report: AnnualReport, whole: list[TableBlocks]) -> Iterator[_Piece]:
    taken = {block for table in whole for block in table.blocks}
    for number, (visit, line) in enumerate(
        zip(walk(reading.document), reading.block_lines, strict=True)
    ):
        for table in whole:
            if table.blocks[0] == number:
                yield _Piece(_node(report, table.table), line)
        if number not in taken:
            yield _Piece(_alone(visit.block), line)


def _alone(block: Block) -> Block:
    """A block without those under it."""
    return dataclasses.replace(block, blocks=()) if isinstance(block, Section) else block


def _node(report: AnnualReport, table: str) -> Table:
    return table_node(report.format.table(table), report.tables, report.extra_rows)


def nested(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks in reading order, each put under the headings that are open, as a text is read."""
    opened: list[Section] = []
    made: list[list[Block]] = [[]]

    def close_to(level: int) -> None:
        while opened and opened[-1].level >= level:
            heading = dataclasses.replace(opened.pop(), blocks=tuple(made.pop()))
            made[-1].append(heading)

    for block in blocks:
        if isinstance(block, Section | Item):
            close_to(block.level)
        if isinstance(block, Section):
            opened.append(block)
            made.append([])
        else:
            made[-1].append(block)
    close_to(0)
    return tuple(made[0])


def _findings(
    reading: Reading, recognised: Recognised, whole: list[TableBlocks]
) -> Iterator[Finding]:
    lines = {line for table in whole for line in table.lines}
    for finding in reading.findings:
        if finding.id != "row-padded" or finding.line not in lines:
            yield finding
    report = recognised.report
    assert report is not None
    names = {table.table for table in whole}
    for finding in recognised.findings:
        own = finding.line in lines or any(cell.split(".")[0] in names for cell in finding.cells)
        if own and finding.id in _CHANGES:
            yield finding
    for table in recognised.table_blocks:
        name = table_name(report.format.table(table.table))
        is_set = table in whole
        yield Finding(
            id="table-rebuilt" if is_set else "table-kept",
            severity=Severity.INFO if is_set else Severity.WARNING,
            line=table.lines[0],
            zh=f"{name}按“{report.format.name}”的格式重排"
            if is_set
            else f"{name}有数字找不到所属的格，没有重排，照原样印出",
            en=f"{name} was set as the format {report.format.id} prints it"
            if is_set
            else f"{name} was not set anew: some of its figures found no cell",
        )
