"""Fill a report's texts: {{ … }} by its figures, what is left out by the format's template."""

from __future__ import annotations

from typing import Any, NamedTuple

from govdocs.errors import TemplateError
from govdocs.inputs.templating import Templates, render_text
from govdocs.kinds.annual_report.nil import is_nil
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.section import ReportSection
from govdocs.kinds.annual_report.template_data import template_data
from govdocs.standards.annual_report.forms import ReportFormat


class FinalTexts(NamedTuple):
    """A report with its texts filled; those that could not be are as typed, each with its error."""

    report: AnnualReport
    errors: tuple[TemplateError, ...]


def with_final_texts(report: AnnualReport, templates: Templates) -> AnnualReport:
    """The report with every text as it will be printed.

    The introduction, the sections and the closing that are empty are written by the pieces
    ``introduction``, ``section_<id>`` and ``closing`` of ``annual_report/<format>.jinja``, where
    the template has them; a format without a template of its own uses that of its base.

    Raises:
        TemplateError: a text or a template names what does not exist, or a figure not stated.
    """
    final = final_texts(report, templates)
    if final.errors:
        raise final.errors[0]
    return final.report


def final_texts(report: AnnualReport, templates: Templates) -> FinalTexts:
    """The same with every error, for checks that go on with what could be filled."""
    filler = _Filler(report, templates)
    introduction = filler.text(report.introduction, "引言", "introduction")
    sections = tuple(filler.section(section) for section in report.sections)
    closing = filler.text(report.closing, "结语", "closing")
    filled = {"introduction": introduction, "sections": sections, "closing": closing}
    return FinalTexts(report.model_copy(update=filled), tuple(filler.errors))


class _Filler:
    """Fills one report's texts and collects what goes wrong."""

    def __init__(self, report: AnnualReport, templates: Templates) -> None:
        self.errors: list[TemplateError] = []
        self._form = report.format
        self._templates = templates
        self._data = template_data(report)
        self._data["nil_sentences"] = {
            group.id: self.text("", group.id, f"nil_{group.id}")
            for group in report.format.nil_groups
            if is_nil(group, report.tables)
        }

    def section(self, section: ReportSection) -> ReportSection:
        """A section with its text."""
        macro = f"section_{self._form.section(section.key).id}" if section.key else ""
        text = self.text(section.text, f"章节 {section.heading}", macro)
        return section.model_copy(update={"text": text})

    def text(self, typed: str, name: str, macro: str) -> str:
        """A typed text filled, or a piece of the template if nothing was typed."""
        try:
            if typed:
                return render_text(typed, self._data, name=name)
            return piece(self._templates, self._form, macro, self._data) if macro else ""
        except TemplateError as error:
            self.errors.append(error)
            return typed


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
