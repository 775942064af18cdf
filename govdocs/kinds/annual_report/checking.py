"""All that can be said of a report before it is published."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.errors import TemplateError
from govdocs.findings import Finding, Severity
from govdocs.inputs.templating import Templates
from govdocs.kinds.annual_report.chain import Sources, check_chain
from govdocs.kinds.annual_report.checks.all import check_report
from govdocs.kinds.annual_report.final_texts import final_texts, piece
from govdocs.kinds.annual_report.nil import is_nil
from govdocs.kinds.annual_report.prose.check import check_prose
from govdocs.kinds.annual_report.repeats import without_repeats
from govdocs.kinds.annual_report.report import AnnualReport, LastYear
from govdocs.kinds.annual_report.template_data import template_data


def check_all(
    report: AnnualReport,
    templates: Templates,
    *,
    last: LastYear | None = None,
    sources: Sources | None = None,
) -> tuple[Finding, ...]:
    """Form, tie-outs, prose against cells, chain of years, and nil statements to offer.

    Args:
        report: the report as typed; its texts are filled first, as for printing.
        templates: where the texts that are left out come from.
        last: last year's figures; those that the report keeps if None.
        sources: what messages of the chain call the two reports.
    """
    final, errors = final_texts(report, templates)
    found = [_template_fault(error) for error in errors]
    found += [each for each in check_report(final) if not (errors and _is_unfilled(each))]
    found += check_prose(final)
    found += check_chain(report, last, sources)
    found += _nil_offers(final, templates)
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
