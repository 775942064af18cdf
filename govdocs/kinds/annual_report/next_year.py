"""Begin this year's report from last year's: figures carried over, outline kept, prose emptied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.formatting.ordinals import ordinal
from govdocs.inputs.prose import read_prose
from govdocs.kinds.annual_report.entering import exact_section, sections_from
from govdocs.kinds.annual_report.facts import Reasons
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.links import links_of
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
            "explanations": Reasons(),
            "last_year": past,
            "date_of_issue": None,
        }
    )
    carried = {link.cell: link.last for link in links_of(form, past) if link.must_agree}
    return begun.model_copy(update={"tables": Figures(carried)})


def proposals(report: AnnualReport) -> dict[CellRef, str]:
    """Last year's figures to be shown beside cells that need not agree with them (现行有效)."""
    past = report.last_year
    if past is None or past.year != report.year - 1:
        return {}
    return {
        link.cell: f"上年 {link.last}"
        for link in links_of(report.format, past)
        if not link.must_agree and link.last is not None
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
    kept = _distinct(report, form)
    if form.id == report.format.id:
        return kept
    sections = sections_from({section.heading: section.text for section in kept}, form)
    if not form.fixed_outline:
        return sections
    # The new form prescribes its own sections; an outline under one that it lacks is no use.
    return tuple(section for section in sections if section.key)


def _distinct(report: AnnualReport, form: ReportFormat) -> tuple[ReportSection, ...]:
    """Sections with their headings alone; those of a page that has one twice become one."""
    made: dict[str, ReportSection] = {}
    for section in report.sections:
        heading = _moved(section.heading, report.year)
        meant = exact_section(form, heading)
        own_key = section.key if form.id == report.format.id else ""
        name = own_key or (meant.key if meant else heading)
        text = _headings(section, report.year)
        if name in made:
            text = "\n".join(filter(None, (made[name].text, text)))
            made[name] = made[name].model_copy(update={"text": text})
        else:
            made[name] = section.model_copy(update={"heading": heading, "text": text})
    return tuple(made.values())


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
