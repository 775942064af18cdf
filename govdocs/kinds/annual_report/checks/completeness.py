"""What a report owes and does not have: sections, parts, what governments must tell.

Source: 政府信息公开条例 art. 50; 国办公开办函〔2021〕30号.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.checks.empty_headings import check_empty_headings
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.section import ReportSection
from govdocs.standards.annual_report.forms import SectionForm

_SUPERVISION = "监督保障"
"""The part in which governments tell what art. 50(4) asks of them."""

_OWED = (
    ("工作考核", "assessment", re.compile(r"考核")),
    ("社会评议", "public appraisal", re.compile(r"评议|社会评价|满意度(?:测评|调查|评价)")),
    ("责任追究", "accountability", re.compile(r"责任追究|追究责任|追责|问责|追究.{0,8}责任")),
)


def check_completeness(report: AnnualReport) -> Iterator[Finding]:
    """Sections and headings without text, parts not found, and what art. 50(4) asks for."""
    yield from check_empty_headings(report)
    if not report.format.fixed_outline:
        return
    yield from _empty_sections(report)
    for form in report.format.sections:
        section = report.section(form.key)
        if form.parts and section and section.text.strip():
            yield from _parts(form, section)
            if _SUPERVISION in form.parts and report.agency_kind.is_government:
                yield from _owed_by_governments(report, section)


def _empty_sections(report: AnnualReport) -> Iterator[Finding]:
    for form in report.format.sections:
        section = report.section(form.key)
        has_text = section is not None and section.text.strip()
        if form.required and not form.tables and not has_text:
            yield Finding(
                id="section-empty",
                severity=Severity.WARNING,
                zh=f"“{form.heading}”没有内容；没有需要报告的，也应写明“无”",
                en=f"“{form.heading}” has no text; where there is nothing to report, say so",
                place=f"章节 {form.heading}",
            )


def _parts(form: SectionForm, section: ReportSection) -> Iterator[Finding]:
    missing = [
        part
        for part in form.parts
        # 政府信息公开平台建设 is found by 平台建设 as well.
        if part not in section.text and part[-4:] not in section.text
    ]
    if missing:
        yield Finding(
            id="part-missing",
            severity=Severity.INFO,
            zh=f"“{section.heading}”中没有找到：{'、'.join(missing)}；如确未写，请补上",
            en=f"not found in {section.heading}: {', '.join(missing)}; add what is missing",
            place=f"章节 {section.heading}",
            expected="、".join(missing),
        )


def _owed_by_governments(report: AnnualReport, section: ReportSection) -> Iterator[Finding]:
    text = "\n".join(each.text for each in report.sections)
    missing = [(zh, en) for zh, en, pattern in _OWED if not pattern.search(text)]
    if missing:
        zh = "、".join(name for name, _ in missing)
        yield Finding(
            id="assessment-missing",
            severity=Severity.WARNING,
            zh=f"政府的年度报告应在“{_SUPERVISION}”中写明工作考核、社会评议和责任追究结果"
            f"（《政府信息公开条例》第五十条），没有找到：{zh}；没有发生的也应写明",
            en="a government's report owes the results of assessment, public appraisal and "
            f"accountability (art. 50); not found: {', '.join(name for _, name in missing)}",
            place=f"章节 {section.heading} {_SUPERVISION}",
            expected=zh,
        )
