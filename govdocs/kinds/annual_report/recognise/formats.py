"""Which format a page follows: told by its tables, else by its headings, else by its year."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.kinds.annual_report.recognise.outline import known_sections, outline_of
from govdocs.kinds.annual_report.recognise.strips import Strip
from govdocs.kinds.annual_report.recognise.tables_read import TablesRead, read_tables
from govdocs.standards.annual_report.forms import ReportFormat
from govdocs.standards.annual_report.loader import format_names, format_of_year, report_format


def tables_of(strips: Sequence[Strip], year: int, form: ReportFormat | None = None) -> TablesRead:
    """The tables of a page, in the format that they and the headings follow best.

    Args:
        strips: the lines of the page.
        year: the report year; its own format is taken where others are no better.
        form: the format to take whatever the page looks like.

    Raises:
        UsageError: no format is known for the year.
    """
    if form is not None:
        return read_tables(strips, form)
    own = read_tables(strips, format_of_year(year))
    if own.is_complete:
        return own
    others = (report_format(name) for name in format_names() if name != own.form.id)
    read = [own, *(read_tables(strips, each) for each in others)]
    best = max(read, key=lambda each: each.score)
    return best if best.score else _by_headings(strips, read, year)


def _by_headings(strips: Sequence[Strip], read: Sequence[TablesRead], year: int) -> TablesRead:
    """The first of the formats that know most headings; one made for such years before others."""
    names = [chapter.name for chapter in outline_of(strips, (), None).chapters]

    def rank(each: TablesRead) -> tuple[int, bool]:
        return len(known_sections(names, each.form)), _is_of(each.form, year)

    return max(read, key=rank)


def _is_of(form: ReportFormat, year: int) -> bool:
    return any(
        years is not None and years[0] <= year <= years[1]
        for years in (form.years, form.variant_years)
    )


def is_of_other_year(form: ReportFormat, year: int) -> bool:
    """Whether a format is another year's."""
    return not _is_of(form, year)
