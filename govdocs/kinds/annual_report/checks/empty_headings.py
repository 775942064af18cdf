"""Headings that nothing stands under: the outline of last year's report, not written out yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdocs.findings import Finding, Severity
from govdocs.formatting.ordinals import ordinal
from govdocs.inputs.prose import read_prose
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.section import ReportSection
from govdocs.model.nodes import Block, Section, plain_text

_SENTENCE_ENDS = ("。", "；", "！", "？", "，", "：")


def check_empty_headings(report: AnnualReport) -> Iterator[Finding]:
    """A warning for each heading without text; one above a section's tables may stand alone."""
    for section in report.sections:
        headings = list(_empty(read_prose(section.text).blocks)) if section.text else []
        if headings and _has_tables(report, section) and headings[-1] == _last(section):
            headings.pop()
        for heading in headings:
            yield _finding(section, heading)


def _empty(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if not isinstance(block, Section):
            continue
        text = plain_text(block.heading)
        if not block.blocks and not block.run_in and not text.endswith(_SENTENCE_ENDS):
            yield f"{ordinal(block.level, block.number)}{text}"
        yield from _empty(block.blocks)


def _has_tables(report: AnnualReport, section: ReportSection) -> bool:
    return bool(section.key and report.format.section(section.key).tables)


def _last(section: ReportSection) -> str:
    """The last heading of a section, at whatever level."""
    blocks: Sequence[Block] = read_prose(section.text).blocks
    last = ""
    while blocks and isinstance(block := blocks[-1], Section):
        last = f"{ordinal(block.level, block.number)}{plain_text(block.heading)}"
        blocks = block.blocks
    return last


def _finding(section: ReportSection, heading: str) -> Finding:
    lines = section.text.splitlines()
    text = heading.partition("）")[2] or heading
    at = next((number for number, line in enumerate(lines, 1) if line.strip().endswith(text)), None)
    place = f"章节 {section.heading}"
    return Finding(
        id="heading-empty",
        severity=Severity.WARNING,
        place=f"{place} 第{at}行" if at else place,
        found=heading,
        zh=f"“{section.heading}”中的“{heading}”下面没有内容；请补写，不需要的请删去",
        en=f"nothing stands under “{heading}” in {section.heading}; write it or remove it",
    )
