"""Every check of a yearly report, in the order in which their findings are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from govdocs.findings import Finding
from govdocs.kinds.annual_report.checks.completeness import check_completeness
from govdocs.kinds.annual_report.checks.contact import check_contact
from govdocs.kinds.annual_report.checks.figures import (
    check_blanks,
    check_domains,
    check_in_force,
    check_rules,
    check_written_values,
)
from govdocs.kinds.annual_report.checks.issuing import (
    check_date_of_issue,
    check_format,
    check_processing_fee,
    check_signature,
)
from govdocs.kinds.annual_report.checks.marks import check_marks
from govdocs.kinds.annual_report.checks.notices import check_notices
from govdocs.kinds.annual_report.checks.other_organs import check_other_organs
from govdocs.kinds.annual_report.checks.part_counts import check_part_counts
from govdocs.kinds.annual_report.checks.placeholders import check_placeholders
from govdocs.kinds.annual_report.checks.plans import check_plans
from govdocs.kinds.annual_report.checks.privacy import check_privacy
from govdocs.kinds.annual_report.checks.sections import check_sections
from govdocs.kinds.annual_report.checks.subject import Subject, of_document, of_report
from govdocs.kinds.annual_report.checks.tie_outs import check_tie_outs
from govdocs.kinds.annual_report.checks.titles import check_title
from govdocs.kinds.annual_report.checks.years import check_period, check_years
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.model.nodes import Document

ReportCheck: TypeAlias = Callable[[AnnualReport], Iterator[Finding]]
TextCheck: TypeAlias = Callable[[Subject], Iterator[Finding]]

REPORT_CHECKS: tuple[ReportCheck, ...] = (
    check_format,
    check_period,
    check_sections,
    check_completeness,
    check_processing_fee,
    check_tie_outs,
    check_blanks,
    check_written_values,
    check_domains,
    check_rules,
    check_in_force,
    check_signature,
    check_date_of_issue,
    check_contact,
)
"""Checks that need the facts of a report."""

TEXT_CHECKS: tuple[TextCheck, ...] = (
    check_title,
    check_years,
    check_plans,
    check_part_counts,
    check_notices,
    check_placeholders,
    check_marks,
    check_other_organs,
    check_privacy,
)
"""Checks that need only text: for reports and for documents without known tables."""


def check_report(report: AnnualReport) -> tuple[Finding, ...]:
    """All findings of a report but those of prose against cells.

    Texts are read as they are: hand in a report whose {{ … }} were filled, else each is told as
    a place left to be filled in. ``place`` says where a finding is; ``column`` is the character
    in that line.
    """
    subject = of_report(report)
    found = [finding for check in REPORT_CHECKS for finding in check(report)]
    found += [finding for check in TEXT_CHECKS for finding in check(subject)]
    return tuple(found)


def check_document(
    document: Document, *, block_lines: Sequence[int] = (), title_line: int | None = None
) -> tuple[Finding, ...]:
    """The findings that the text of a document alone gives.

    Args:
        document: a report that was read as a document.
        block_lines: source line of each block (``Reading.block_lines``); findings then have it.
        title_line: source line of the title.
    """
    subject = of_document(document, block_lines=block_lines, title_line=title_line)
    return tuple(finding for check in TEXT_CHECKS for finding in check(subject))
