"""The texts of a yearly report as they are printed once they are normalised."""

from __future__ import annotations

from collections.abc import Collection

from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.normalising.rule import Part
from govdocs.normalising.rules.all import rules_without
from govdocs.normalising.text import normalise_text


def normalised(report: AnnualReport, without: Collection[str]) -> AnnualReport:
    """A report with its title and its prose normalised, line by line: places stay.

    Args:
        report: its texts are filled (no ``{{ … }}`` in them).
        without: names of rules that are left out.

    Raises:
        UsageError: no rule has such a name.
    """
    rules = rules_without(without)

    def prose(text: str) -> str:
        return "\n".join(normalise_text(line, rules)[0] for line in text.splitlines())

    title = report.title and normalise_text(report.title, rules, part=Part.TITLE)[0]
    sections = tuple(
        section.model_copy(update={"text": prose(section.text)}) for section in report.sections
    )
    return report.model_copy(
        update={
            "title": title,
            "introduction": prose(report.introduction),
            "sections": sections,
            "closing": prose(report.closing),
        }
    )
