"""What checks of text look at: the lines of a report or of a document, each with its place."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.agency import own_reference
from govdocs.kinds.annual_report.facts import chinese_name
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.texts import INTRODUCTION, texts
from govdocs.model.chart import Chart
from govdocs.model.nodes import Block, Document, Figure, Section, Table, plain_text
from govdocs.model.walk import walk
from govdocs.standards.annual_report.forms import ReportFormat


class Part(enum.Enum):
    """What part of a report a line belongs to."""

    TITLE = enum.auto()
    INTRODUCTION = enum.auto()
    SECTION = enum.auto()
    TABLE = enum.auto()
    CONTACT = enum.auto()
    BASIS = enum.auto()  # 编制依据
    OTHER = enum.auto()  # 署名, 说明 and other short texts


class TextLine(NamedTuple):
    """A line of text.

    Attributes:
        part: what it belongs to.
        heading: the level-1 heading that it stands under; empty for none.
        place: where it is, in words; None if its line tells.
        line: its line in the source, if that is known.
        text: as typed.
    """

    part: Part
    heading: str
    place: str | None
    line: int | None
    text: str


class Subject(NamedTuple):
    """A report or a document, as far as its text is concerned.

    Attributes:
        year: the year reported on, or None if nothing tells it.
        agency: full name of the agency, or empty.
        names: other names of it.
        own: how it speaks of itself (我镇).
        title: the title, or empty.
        form: the format, or None for a document.
        headings: level-1 headings.
        lines: every line of text, the title first.
    """

    year: int | None
    agency: str
    names: tuple[str, ...]
    own: str
    title: str
    form: ReportFormat | None
    headings: tuple[str, ...]
    lines: tuple[TextLine, ...]


def finding(
    id: str,
    severity: Severity,
    line: TextLine,
    zh: str,
    en: str,
    *,
    at: int | None = None,
    expected: str | None = None,
    found: str | None = None,
) -> Finding:
    """A finding about a line of text; ``at`` is the index of a character in it.

    The column is told where the line is the report's own, not one of a source.
    """
    column = at + 1 if at is not None and line.line is None else None
    return Finding(
        id=id,
        severity=severity,
        zh=zh,
        en=en,
        line=line.line,
        column=column,
        place=line.place,
        expected=expected,
        found=found,
    )


def of_report(report: AnnualReport) -> Subject:
    """A report as a subject of checks; its texts are taken as they are (not rendered)."""
    return Subject(
        year=report.year,
        agency=report.agency,
        names=(report.short_name,) if report.short_name else (),
        own=report.own_reference,
        title=report.printed_title,
        form=report.format,
        headings=tuple(section.heading for section in report.sections),
        lines=tuple(_report_lines(report)),
    )


def _report_lines(report: AnnualReport) -> Iterator[TextLine]:
    if report.title:
        yield TextLine(Part.TITLE, "", "标题", None, report.title)
    for number, text in enumerate(report.legal_basis, 1):
        yield TextLine(Part.BASIS, "", f"编制依据 第{number}项", None, text)
    for placed in texts(report):
        is_first = placed.field == INTRODUCTION
        part = Part.INTRODUCTION if is_first else Part.SECTION
        yield TextLine(part, "" if is_first else placed.heading, placed.place, None, placed.text)
    for name, field in type(report.contact).model_fields.items():
        text = getattr(report.contact, name)
        if isinstance(text, str) and text:
            yield TextLine(Part.CONTACT, "", f"联系方式 {chinese_name(field)}", None, text)
    for row in report.extra_rows:
        where = f"附加行 {row.label}"
        yield TextLine(Part.TABLE, "", where, None, " | ".join((row.label, *row.values)))
    for cell, text in report.explanations.items():
        yield TextLine(Part.OTHER, "", f"说明 {cell}", None, text)
    for text in report.signature:
        yield TextLine(Part.OTHER, "", "署名", None, text)


def of_document(
    document: Document, *, block_lines: Sequence[int] = (), title_line: int | None = None
) -> Subject:
    """A document as a subject of checks.

    Args:
        document: what was read.
        block_lines: the source line of each block, as a reading gives them; where there are
            none, places count the blocks.
        title_line: the source line of the title.
    """
    main = document.main_part
    visits = [visit.block for visit in walk(document)]
    agency = document.issuer or (main.signature[0] if main.signature else "")
    return Subject(
        year=document.year,
        agency=agency,
        names=(),
        own=own_reference(agency),
        title=main.title,
        form=None,
        headings=tuple(
            plain_text(block.heading) for block in main.body if isinstance(block, Section)
        ),
        lines=tuple(_document_lines(document, visits, block_lines, title_line)),
    )


def _document_lines(
    document: Document, blocks: Sequence[Block], numbers: Sequence[int], title_line: int | None
) -> Iterator[TextLine]:
    main = document.main_part
    if main.title:
        yield TextLine(Part.TITLE, "", None if title_line else "标题", title_line, main.title)
    heading = ""
    for index, block in enumerate(blocks):
        if isinstance(block, Section) and block.level == 1:
            heading = plain_text(block.heading)
        line = numbers[index] if index < len(numbers) else None
        place = None if line else f"第{index + 1}段"
        part = Part.SECTION if heading else Part.INTRODUCTION
        if isinstance(block, Table):
            part = Part.TABLE
        for text in _texts_of(block):
            yield TextLine(part, heading, place, line, text)
    for text in main.signature:
        yield TextLine(Part.OTHER, "", "署名", None, text)
    if main.remark:
        yield TextLine(Part.OTHER, "", "附注", None, main.remark)


def _texts_of(block: Block) -> Iterator[str]:
    match block:
        case Section():
            yield plain_text(block.heading) + plain_text(block.run_in)
        case Table():
            for row in block.rows:
                if text := " | ".join(filter(None, (plain_text(cell.content) for cell in row))):
                    yield text
        case Figure():
            yield block.caption
        case Chart():
            return
        case _:
            yield plain_text(block.content)
