"""From a yearly report to the document that is printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

from govdocs.errors import InputError
from govdocs.findings import Finding
from govdocs.inputs.prose import Prose, read_prose
from govdocs.inputs.templating import Templates
from govdocs.kinds.annual_report.charts import charts_of
from govdocs.kinds.annual_report.final_texts import with_final_texts
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.section import ReportSection
from govdocs.kinds.annual_report.tables import table_node
from govdocs.model.nodes import Block, Document, MainPart, Run, Section


class Lowered(NamedTuple):
    """The printed document of a report.

    Attributes:
        document: what is printed.
        report: the report with its texts as printed; checks of wording look at this one.
        findings: what was mended in the texts that were typed, with their places.
    """

    document: Document
    report: AnnualReport
    findings: tuple[Finding, ...]


def lower(report: AnnualReport, templates: Templates) -> Lowered:
    """The document of a report: title, introduction, sections with tables, closing, signature.

    Raises:
        TemplateError: a text or template names what the report does not have.
        InputError: a text has a heading of level 1.
    """
    final = with_final_texts(report, templates)
    findings: list[Finding] = []
    typed = {section.heading for section in report.sections if section.text}
    introduction = _read(final.introduction, "引言")
    if report.introduction:
        findings += _placed(introduction, "引言")
    body: list[Block] = list(introduction.blocks)
    for number, section in enumerate(final.sections, 1):
        prose = _read(section.text, f"章节 {section.heading}")
        if section.heading in typed:
            findings += _placed(prose, f"章节 {section.heading}")
        body.append(_section(number, section, prose, final))
    closing = _read(final.closing, "结语")
    if report.closing:
        findings += _placed(closing, "结语")
    body += closing.blocks
    document = Document(
        main_part=MainPart(
            title=final.printed_title,
            body=tuple(body),
            signature=final.signature,
            date_of_issue=final.date_of_issue,
        ),
        issuer=final.agency,
        year=final.year,
    )
    return Lowered(document, final, tuple(findings))


def _read(text: str, field: str) -> Prose:
    """The blocks of a text; the report's sections alone have headings of level 1."""
    prose = read_prose(text)
    if any(isinstance(block, Section) and block.level == 1 for block in prose.blocks):
        raise InputError(
            "正文中不能有“一、”这一层标题；请另写一章，或改用（一）",
            "a text cannot hold a heading of level 1 (一、); make it a section, or use （一）",
            at=field,
        )
    return prose


def _placed(prose: Prose, field: str) -> Iterator[Finding]:
    """Findings of a text, with the text they are of in their place."""
    for finding in prose.findings:
        place = field if finding.line is None else f"{field} 第{finding.line}行"
        yield dataclasses.replace(finding, place=place, line=None)


def _section(number: int, section: ReportSection, prose: Prose, report: AnnualReport) -> Section:
    return Section(
        level=1,
        number=number,
        heading=(Run(section.heading),),
        blocks=(*prose.blocks, *_tables(section, report)),
    )


def _tables(section: ReportSection, report: AnnualReport) -> Iterator[Block]:
    if not section.key:
        return
    for name in report.format.section(section.key).tables:
        form = report.format.table(name)
        yield table_node(form, report.tables, report.extra_rows)
        if report.with_charts:
            yield from charts_of(report, name)
