"""The checks of a source that was read, for the commands that run them."""

from __future__ import annotations

from pathlib import Path

from govdocs.api import rules_left_out, templates_of
from govdocs.cli.sources import NO_LINE, ReadOptions, Source
from govdocs.findings import Finding


def findings_of_text(source: Source) -> tuple[Finding, ...]:
    """What the checks of wording find in a document that is no yearly report."""
    from govdocs.kinds.annual_report.checks.all import check_document as check_wording
    from govdocs.kinds.official.checks.all import check_document

    reading = source.reading
    assert reading is not None
    lines = () if NO_LINE in reading.block_lines else reading.block_lines
    document, at = reading.document, reading.title_line
    return (
        *check_wording(document, block_lines=lines, title_line=at),
        *check_document(document, block_lines=lines, title_line=at),
    )


def findings_of_official(source: Source, options: ReadOptions) -> tuple[Finding, ...]:
    """What the checks find in an official document, each with its place in the source."""
    from govdocs.kinds.official.checks.all import check

    read = source.official
    assert read is not None
    found = check(
        read.official,
        templates_of(options.rendering),
        without=rules_left_out(options.rendering),
    )
    return (*read.findings, *read.placed(found))


def findings_of_report(
    source: Source,
    path: Path,
    options: ReadOptions,
    last: tuple[Path | None, Source | None] = (None, None),
) -> tuple[Finding, ...]:
    """What the checks find in a yearly report, each with its place in the source."""
    from govdocs.kinds.annual_report.chain import Sources
    from govdocs.kinds.annual_report.checking import check_all
    from govdocs.kinds.annual_report.report import LastYear

    read, report = source.read, source.report
    assert read is not None
    assert report is not None
    last_path, last_source = last
    past = last_source.report if last_source else None
    found = check_all(
        report,
        templates_of(options.rendering),
        last=LastYear.of(past) if past else None,
        sources=Sources(str(last_path), str(path)) if past else None,
        without=rules_left_out(options.rendering),
    )
    return (*read.findings, *read.placed(found))
