"""Fill a report's texts: {{ … }} by its figures, what is left out by the format's template."""

from __future__ import annotations

from typing import Any

from govdocs.inputs.templating import Templates, render_text
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.section import ReportSection
from govdocs.kinds.annual_report.template_data import template_data
from govdocs.standards.annual_report.forms import ReportFormat


def with_final_texts(report: AnnualReport, templates: Templates) -> AnnualReport:
    """The report with every text as it will be printed.

    The introduction, the sections and the closing that are empty are written by the pieces
    ``introduction``, ``section_<id>`` and ``closing`` of ``annual_report/<format>.jinja``, where
    the template has them; a format without a template of its own uses that of its base.

    Raises:
        TemplateError: a text or a template names what does not exist, or a figure not stated.
    """
    data = template_data(report)
    form = report.format
    ends = {
        name: render_text(typed, data, name=label) if typed else piece(templates, form, name, data)
        for name, label, typed in (
            ("introduction", "引言", report.introduction),
            ("closing", "结语", report.closing),
        )
    }
    sections = tuple(_filled(section, form, templates, data) for section in report.sections)
    return report.model_copy(update={"sections": sections, **ends})


def _filled(
    section: ReportSection, form: ReportFormat, templates: Templates, data: dict[str, Any]
) -> ReportSection:
    if section.text:
        name = f"章节 {section.heading}"
        text = render_text(section.text, data, name=name)
    elif section.key:
        text = piece(templates, form, f"section_{form.section(section.key).id}", data)
    else:
        return section
    return section.model_copy(update={"text": text})


def piece(templates: Templates, form: ReportFormat, macro: str, data: dict[str, Any]) -> str:
    """A piece of the format's template, or of that of a format it is based on; empty for none.

    Raises:
        TemplateError: the template names what the data does not have.
    """
    for name in (form.id, *form.lineage):
        file = f"annual_report/{name}.jinja"
        if templates.has_piece(file, macro):
            return templates.piece(file, macro, data).strip("\n")
    return ""
