"""All that can be said of a report before it is published."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from govdocs.errors import TemplateError
from govdocs.findings import Finding, Severity
from govdocs.inputs.templating import Templates
from govdocs.kinds.annual_report.chain import Sources, check_chain
from govdocs.kinds.annual_report.checks.all import check_report
from govdocs.kinds.annual_report.final_texts import final_texts, piece
from govdocs.kinds.annual_report.nil import is_nil, is_stated
from govdocs.kinds.annual_report.normalised import normalised
from govdocs.kinds.annual_report.prose.check import check_prose
from govdocs.kinds.annual_report.repeats import without_echoes, without_repeats
from govdocs.kinds.annual_report.report import AnnualReport, LastYear
from govdocs.kinds.annual_report.template_data import template_data

_APPLICATIONS = "依申请公开"
"""The part whose figures stand in a table, so that its sentence can be offered."""


def check_all(
    report: AnnualReport,
    templates: Templates,
    *,
    last: LastYear | None = None,
    sources: Sources | None = None,
    without: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """Form, tie-outs, prose against cells, chain of years, and nil statements to offer.

    Args:
        report: the report as typed; its texts are filled first, as for printing.
        templates: where the texts that are left out come from.
        last: last year's figures; those that the report keeps if None.
        sources: what messages of the chain call the two reports.
        without: names of rules of normalising that are left out, of a report that is normalised
            before it is printed; None for one that is printed as it is.
    """
    final, errors = final_texts(report, templates)
    if without is not None:  # findings speak of what is printed
        final = normalised(final, without)
    found = [_template_fault(error) for error in errors]
    formal = check_report(final) if report.introduction else without_echoes(check_report(final))
    found += [each for each in formal if not (errors and _is_unfilled(each))]
    found += check_prose(final)
    found += check_chain(report, last, sources)
    found += _nil_offers(final, templates)
    found += _application_offer(final, templates)
    return without_repeats(found)


def _template_fault(error: TemplateError) -> Finding:
    return Finding(
        id="template-error", severity=Severity.ERROR, place=error.at, zh=error.zh, en=error.en
    )


def _is_unfilled(finding: Finding) -> bool:
    """Whether a mark was left to be filled in because its text could not be."""
    return finding.id == "placeholder" and (finding.found or "").startswith(("{{", "{%"))


def _nil_offers(report: AnnualReport, templates: Templates) -> Iterator[Finding]:
    """A sentence to offer for each group of zeros that the text does not speak of."""
    for group in report.format.nil_groups:
        section = report.section(group.section)
        if section is None or not is_nil(group, report.tables):
            continue
        if any(word in section.text for word in group.known_by):
            continue
        try:
            text = piece(templates, report.format, f"nil_{group.id}", template_data(report))
        except TemplateError as error:
            yield _template_fault(error)
            continue
        if text:
            yield Finding(
                id="nil-statement",
                severity=Severity.INFO,
                place=f"章节 {section.heading}",
                cells=tuple(map(str, group.cells)),
                expected=text,
                zh=f"“{section.heading}”可以写明：{text}",
                en=f"section {section.heading} may say: {text}",
            )


def _application_offer(report: AnnualReport, templates: Templates) -> Iterator[Finding]:
    """The template's sentence on applications, where the text has every part but that one."""
    form = next((each for each in report.format.sections if _APPLICATIONS in each.parts), None)
    section = report.section(form.key) if form else None
    group = next((g for g in report.format.nil_groups if g.id == "applications"), None)
    if form is None or section is None or group is None or not is_stated(group, report.tables):
        return
    others = [part for part in form.parts if part != _APPLICATIONS]
    if is_nil(group, report.tables) or not all(part in section.text for part in others):
        return
    if _APPLICATIONS in section.text:
        return
    try:
        text = piece(templates, report.format, group.id, template_data(report))
    except TemplateError as error:
        yield _template_fault(error)
        return
    if text:
        yield Finding(
            id="part-statement",
            severity=Severity.INFO,
            place=f"章节 {section.heading}",
            expected=text,
            zh=f"“{section.heading}”没有写依申请公开，可以写明：{text}",
            en=f"section {section.heading} says nothing of applications; it may say: {text}",
        )
