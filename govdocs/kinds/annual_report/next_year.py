"""Begin this year's report from last year's: figures carried over, outline kept, prose emptied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.formatting.ordinals import ordinal
from govdocs.inputs.prose import read_prose
from govdocs.kinds.annual_report.chain import links
from govdocs.kinds.annual_report.entering import sections_from
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.report import AnnualReport, LastYear
from govdocs.kinds.annual_report.section import ReportSection
from govdocs.model.nodes import Block, Section, plain_text
from govdocs.standards.annual_report.forms import CellRef, ReportFormat
from govdocs.standards.annual_report.loader import format_names, format_of_year


def next_year(report: AnnualReport) -> AnnualReport:
    """The report on the next year, begun.

    Carry-overs that must agree are filled in; last year's figures are kept beside, so that the
    chain can be checked from the one file. Headings stay, texts go; the opening paragraph is
    the template's again; years in headings move on.

    Raises:
        UsageError: there is no format for the next year.
    """
    year = report.year + 1
    form = _format_after(report, year)
    past = LastYear.of(report)
    begun = report.model_copy(
        update={
            "year": year,
            "format": form,
            "title": _moved(report.title, report.year),
            "legal_basis": (),
            "period": type(report.period).of_year(year),
            "introduction": "",
            "closing": "",
            "sections": _outline(report, form),
            "tables": Figures(),
            "extra_rows": (),
            "processing_fee": None,
            "explanations": {},
            "last_year": past,
            "date_of_issue": None,
        }
    )
    carried = {link.cell: link.due for link in links(past, begun) if link.carry.severity == "error"}
    return begun.model_copy(update={"tables": Figures(carried)})


def proposals(report: AnnualReport) -> dict[CellRef, str]:
    """Last year's figures to be shown beside cells that need not agree with them (现行有效)."""
    past = report.last_year
    if past is None or past.year != report.year - 1:
        return {}
    return {
        link.cell: f"上年 {link.due}"
        for link in links(past, report)
        if link.carry.severity == "info"
    }


def _format_after(report: AnnualReport, year: int) -> ReportFormat:
    """A caller's own format stays; ours gives way to the next where its years are over."""
    if report.format.source or report.format.id not in format_names():
        return report.format
    theirs = report.format.variant_years  # a page shows its province's format, not the province
    if theirs and theirs[0] <= year <= theirs[1]:
        return report.format
    return format_of_year(year, report.province)


def _moved(text: str, year: int) -> str:
    """A text in which this year has become the next, and the next the one after it."""

    def later(match: re.Match[str]) -> str:
        found = int(match[0])
        return str(found + 1) if found in (year, year + 1) else match[0]

    return re.sub(r"(?<!\d)\d{4}(?!\d)", later, text)


def _outline(report: AnnualReport, form: ReportFormat) -> tuple[ReportSection, ...]:
    kept = {
        _moved(section.heading, report.year): _headings(section, report.year)
        for section in report.sections
    }
    if form.id != report.format.id and form.fixed_outline:
        # The new form prescribes its own sections; an outline under one that it lacks is no use.
        sections = sections_from(kept, form)
        return tuple(section for section in sections if section.key)
    return tuple(
        section.model_copy(
            update={
                "heading": _moved(section.heading, report.year),
                "text": _headings(section, report.year),
            }
        )
        for section in report.sections
    )


def _headings(section: ReportSection, year: int) -> str:
    """The headings inside a section, each standing alone on its line."""
    blocks = read_prose(section.text).blocks if section.text else ()
    return _moved("\n".join(_heading_lines(blocks)), year)


def _heading_lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section):
            text = plain_text(block.heading).rstrip("。：")
            yield f"{ordinal(block.level, block.number)}{text}"
            yield from _heading_lines(block.blocks)
