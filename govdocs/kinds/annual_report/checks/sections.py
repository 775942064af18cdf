"""Sections that a prescribed outline does not have."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from govdocs.findings import Finding, Severity
from govdocs.formatting.ordinals import chinese_numeral
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.forms import SectionForm

_NEAR = 0.5
"""How alike two headings are, from 0 to 1, for one to be offered in place of the other."""

_LEAST_SHARED = 2
"""Characters in a row that two headings must share for one to be offered."""


def check_sections(report: AnnualReport) -> Iterator[Finding]:
    """A warning for each section that the format's outline lacks: it is printed as a part more.

    Mostly a section of the form under another name; the nearest one is named, first of those
    that have no text yet.
    """
    if not report.format.fixed_outline:
        return
    for number, section in enumerate(report.sections, 1):
        if section.key:
            continue
        meant = _meant(report, section.heading)
        asked_zh = f"；是否为“{meant.heading}”？" if meant else "，请核实"
        asked_en = f"; is it “{meant.heading}”?" if meant else ": check it"
        yield Finding(
            id="section-unknown",
            severity=Severity.WARNING,
            zh=f"“{section.heading}”不是本格式的章节，作为第{chinese_numeral(number)}部分印出{asked_zh}",
            en=f"“{section.heading}” is no section of the format; it is printed as part {number}"
            f"{asked_en}",
            place=f"章节 {section.heading}",
            expected=meant.heading if meant else None,
            found=section.heading,
        )


def _meant(report: AnnualReport, heading: str) -> SectionForm | None:
    """The section of the form that a heading most likely means."""

    def is_written(form: SectionForm) -> bool:
        section = report.section(form.key)
        return section is not None and bool(section.text.strip())

    forms = report.format.sections
    rated = [(_likeness(form, heading), not is_written(form), form) for form in forms]
    near = [each for each in rated if each[0] >= _NEAR]
    return max(near, key=lambda each: (each[1], each[0]))[2] if near else None


def _likeness(form: SectionForm, heading: str) -> float:
    """The share of the shorter of two names that stands in the other, in pieces of two or more."""
    names = (form.key, form.heading, *form.match)
    return max(_shared(name, heading) for name in names)


def _shared(one: str, other: str) -> float:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks if block.size >= _LEAST_SHARED)
    return shared / min(len(one), len(other)) if one and other else 0.0
