"""Read a page (text, DOCX, HTML) as the yearly report that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from govdocs.errors import UsageError
from govdocs.findings import Finding, Severity
from govdocs.inputs.reading import Reading
from govdocs.kinds.annual_report.cell_places import table_name
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.recognise.facts import (
    Naming,
    contact_of,
    naming_of,
    period_of,
    processing_fee_of,
    website_of,
    whole_year,
)
from govdocs.kinds.annual_report.recognise.formats import is_of_other_year, tables_of
from govdocs.kinds.annual_report.recognise.outline import (
    Outline,
    outline_of,
    sections_of,
    text_of,
)
from govdocs.kinds.annual_report.recognise.strips import Strip, strips_of
from govdocs.kinds.annual_report.recognise.tables_read import TablesRead
from govdocs.kinds.annual_report.recognise.text_lines import text_lines
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.model.nodes import Figure
from govdocs.standards.annual_report.forms import ReportFormat
from govdocs.standards.annual_report.loader import format_of_year

_TEMPLATE_MARK = re.compile(r"\{[{%#]")


class TableBlocks(NamedTuple):
    """The blocks of a document that are a statutory table.

    Attributes:
        table: its id in the format.
        blocks: their numbers in the order of ``model.walk.walk``, from 0.
        lines: their lines, and those of their rows, in the source.
        is_whole: whether every figure in them found its cell, and nothing else stands there.
    """

    table: str
    blocks: tuple[int, ...]
    lines: tuple[int, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A page as a yearly report.

    Attributes:
        report: the report; None if the page names no year that a format is known for.
        findings: misprinted labels, figures without a place, rows missing or added, facts that
            had to be derived; with the line of the page and the cells.
        table_blocks: which blocks of the document became which statutory table, in page order.
        cell_lines: 1-based line of each data cell (``t2.新收.总计``) and table (``t2``).
        text_lines: lines of each line of a text, by its name in findings (``章节 总体情况``).
    """

    report: AnnualReport | None
    findings: tuple[Finding, ...]
    table_blocks: tuple[TableBlocks, ...] = ()
    cell_lines: Mapping[str, int] = field(default_factory=dict)
    text_lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def recognise(
    reading: Reading,
    *,
    agency: str | None = None,
    year: int | None = None,
    form: ReportFormat | None = None,
) -> Recognised:
    """Read a page as a yearly report: its sections, and its tables with every figure.

    Args:
        reading: the page, as ``read_with_findings`` or the readers of DOCX and HTML give it.
        agency, year, form: what the caller knows; the page is asked for what is not given.
    """
    strips = strips_of(reading)
    first = outline_of(strips, (), reading.title_line)
    naming = naming_of(reading, text_of(first.opening), agency, year)
    if naming.year is None:
        return Recognised(report=None, findings=naming.findings)
    try:
        read = tables_of(strips, naming.year, form)
    except UsageError as error:
        unknown = Finding(id="year-unknown", severity=Severity.ERROR, zh=error.zh, en=error.en)
        return Recognised(report=None, findings=(*naming.findings, unknown))
    tables = tuple(_table_blocks(strips, read))
    taken = {block for table in tables for block in table.blocks}
    outline = outline_of(strips, taken, reading.title_line)
    findings = (
        *naming.findings,
        *_about_format(read, naming.year, is_given=form is not None),
        *_left_out(strips, outline),
        *read.findings,
    )
    report = _report(reading, naming, naming.year, read, outline)
    return Recognised(
        report=report,
        findings=findings,
        table_blocks=tables,
        cell_lines=_cell_lines(strips, read, tables),
        text_lines=text_lines(outline, reading.title_line),
    )


def _cell_lines(
    strips: tuple[Strip, ...], read: TablesRead, tables: tuple[TableBlocks, ...]
) -> dict[str, int]:
    lines = {table.table: table.lines[0] for table in reversed(tables)}
    return lines | {str(cell): strips[index].line for cell, index in read.cell_strips.items()}


def _report(
    reading: Reading, naming: Naming, year: int, read: TablesRead, outline: Outline
) -> AnnualReport:
    opening = text_of(outline.opening)
    sections = sections_of(outline, read.form)
    texts = [section.text for section in sections]
    typed = [section.model_copy(update={"text": as_typed(section.text)}) for section in sections]
    main = reading.document.main_part
    return AnnualReport(
        year=year,
        agency=naming.agency,
        format=read.form,
        title=naming.title,
        period=period_of(opening) or whole_year(year),
        website=website_of(opening),
        contact=contact_of(opening),
        introduction=as_typed(opening),
        sections=tuple(typed),
        tables=Figures(read.values),
        extra_rows=read.extra,
        processing_fee=processing_fee_of(texts) if read.form.has_processing_fee else None,
        signature=main.signature,
        date_of_issue=main.date_of_issue,
    )


def as_typed(text: str) -> str:
    """A page's text as a report's text is typed: marks of a template stand for themselves."""
    return _TEMPLATE_MARK.sub(r'{{ "\g<0>" }}', text)


def _table_blocks(strips: tuple[Strip, ...], read: TablesRead) -> Iterator[TableBlocks]:
    for table, indexes in sorted(read.strips.items(), key=lambda item: item[1]):
        own = [strips[index] for index in indexes]
        yield TableBlocks(
            table,
            tuple(dict.fromkeys(strip.block for strip in own)),
            tuple(dict.fromkeys(strip.line for strip in own)),
            table not in read.doubtful,
        )


def _about_format(read: TablesRead, year: int, *, is_given: bool) -> Iterator[Finding]:
    if not is_given and is_of_other_year(read.form, year):
        own = format_of_year(year)
        yield Finding(
            id="format-other-year",
            severity=Severity.WARNING,
            zh=f"{year}年度报告应按“{own.name}”编制，原文是“{read.form.name}”的样子",
            en=f"a report on {year} follows the format {own.id}; the page looks like "
            f"{read.form.id}",
            expected=own.id,
            found=read.form.id,
        )
    severity = Severity.WARNING if read.form.fixed_outline else Severity.INFO
    for table in read.form.tables:
        if table.id not in read.strips:
            yield Finding(
                id="table-missing",
                severity=severity,
                zh=f"没有读到{table_name(table)}",
                en=f"the table {table.id} ({table_name(table)}) was not found",
                expected=table_name(table),
            )


def _left_out(strips: tuple[Strip, ...], outline: Outline) -> Iterator[Finding]:
    """What of the page is not in the report: its record, pictures."""
    if outline.record:
        lines = sorted({strip.line for strip in outline.record})
        yield Finding(
            id="page-record",
            severity=Severity.INFO,
            line=lines[0],
            zh=f"网页的著录信息（索引号等，共 {len(lines)} 行）不属于报告，没有读入",
            en=f"the page's record ({len(lines)} lines) is no part of the report",
        )
    for strip in strips:
        if isinstance(strip.node, Figure):
            yield Finding(
                id="figure-left-out",
                severity=Severity.WARNING,
                line=strip.line,
                zh=f"图片（{strip.node.alt}）没有读入年度报告",
                en=f"the picture ({strip.node.alt}) was not taken over into the report",
            )
