"""Sources of a command: texts, pages, DOCX, documents as JSON, reports as data or workbooks."""

from __future__ import annotations

import dataclasses
import os
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from govdocs.api import RenderOptions, lower
from govdocs.cli.language import Words
from govdocs.errors import GovdocsError, InputError, UsageError
from govdocs.findings import Finding
from govdocs.inputs.reading import Reading, read_with_findings
from govdocs.model.codec import decode
from govdocs.model.nodes import Document, Paragraph, plain_text
from govdocs.model.walk import walk

if TYPE_CHECKING:
    from govdocs.kinds.annual_report.reading import ReportReading
    from govdocs.kinds.annual_report.report import AnnualReport

NO_LINE = 0
"""The line of a block that stands in no text: a JSON document has none to point at."""


_DATA = (".yaml", ".yml", ".json")
_SHEETS = (".xlsx", ".xlsm", ".xls", ".et", ".ods")
_REPORT_WORDS = ("信息公开",)


def replacements(pairs: tuple[str, ...], words: Words) -> dict[str, str]:
    """``OLD=NEW`` options as a mapping; the first ``=`` splits.

    Raises:
        click.UsageError: a pair without ``=`` or with nothing before it; two new texts for one
            old.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        old, equals, new = pair.partition("=")
        if not (old and equals):
            raise click.UsageError(
                words(
                    f"--replace 应写成 原文=新文，得到 {pair!r}",
                    f"--replace takes OLD=NEW, got {pair!r}",
                )
            )
        if found.setdefault(old, new) != new:
            raise click.UsageError(
                words(
                    f"--replace 给了 {old!r} 两个不同的新文",
                    f"--replace gives {old!r} two different new texts",
                )
            )
    return found


class ReadOptions(NamedTuple):
    """How sources are read.

    Attributes:
        replace: texts to replace before a page or text is read.
        format, province: of yearly reports; None for what the source or its year tells.
        fill_totals: whether blank totals of a yearly report are computed.
        rendering: where the texts that a report leaves out come from.
    """

    replace: dict[str, str]
    rendering: RenderOptions
    format: str | None = None
    province: str | None = None
    fill_totals: bool = False


class Source(NamedTuple):
    """A source that was read.

    Attributes:
        reading: what is printed, and what was changed on the way.
        report: the yearly report that it is, as typed; None for any other document.
        read: how the report was read; None as for ``report``.
    """

    reading: Reading
    report: AnnualReport | None = None
    read: ReportReading | None = None


def read_source(path: Path, options: ReadOptions) -> Source:
    """Read one source: text, web page, DOCX, a document as JSON, or a report as YAML, JSON, XLSX.

    Raises:
        InputError: it cannot be read.
        TemplateError: a report's text names what the report does not have.
    """
    ending = path.suffix.lower()
    data = _bytes(path) if ending in (*_DATA, *_SHEETS) else b""
    if ending == ".json" and is_document(data):
        return Source(_document(path, data, options))
    if ending in (*_DATA, *_SHEETS):
        return _report(path, options)
    reading = read_with_findings(path, replace=options.replace or None)
    return _page(reading, path, options) if may_be_report(reading) else Source(reading)


def read_report_source(
    path: Path, options: ReadOptions
) -> tuple[AnnualReport, tuple[Finding, ...]]:
    """A yearly report from any source, as typed, with what was changed on the way.

    Raises:
        InputError: it cannot be read, or is no yearly report.
    """
    from govdocs.kinds.annual_report.reading import read_report_with_findings

    read = read_report_with_findings(
        path, format=options.format, province=options.province, replace=options.replace or None
    )
    report, filled = _filled(read.report, options)
    return report, (*read.findings, *read.placed(filled))


def _document(path: Path, data: bytes, options: ReadOptions) -> Reading:
    _refuse_replacing(path, options)
    try:
        document = decode(data)
    except GovdocsError as error:
        raise InputError(error.zh, error.en, at=f"{path} {error.at or ''}".strip()) from error
    return _without_lines(document, ())


def _report(path: Path, options: ReadOptions) -> Source:
    """A report from data: printed by way of its template."""
    from govdocs.kinds.annual_report.reading import read_report_with_findings

    _refuse_replacing(path, options)
    read = read_report_with_findings(path, format=options.format, province=options.province)
    report, filled = _filled(read.report, options)
    lowered = lower(report, options.rendering)
    findings = (*read.findings, *read.placed(filled), *lowered.findings)
    return Source(_without_lines(lowered.document, findings), report, read)


def _page(reading: Reading, path: Path, options: ReadOptions) -> Source:
    """A page or text that may be a yearly report: printed as it is, its tables set right."""
    from govdocs.kinds.annual_report.reading import from_reading

    given = {"format": options.format, "province": options.province}
    try:
        read = from_reading(reading, {k: v for k, v in given.items() if v is not None}, str(path))
    except InputError:
        return Source(reading)  # a page without a year is still a document
    report, filled = _filled(read.report, options)
    page = read.with_figures(report.tables) if filled else read.page or reading
    # Of a page without statutory tables it does not matter here that it may be a report.
    findings = (*read.findings, *filled) if read.has_tables else reading.findings
    return Source(dataclasses.replace(page, findings=findings), report, read)


def _filled(report: AnnualReport, options: ReadOptions) -> tuple[AnnualReport, tuple[Finding, ...]]:
    if not options.fill_totals:
        return report, ()
    from govdocs.kinds.annual_report.fill_totals import fill_totals

    return fill_totals(report)


def may_be_report(reading: Reading) -> bool:
    """Whether a page may be a yearly report; others need not load what reads one."""
    document = reading.document
    texts = [document.main_part.title]
    texts += [
        plain_text(b.content) for b in document.main_part.body[:3] if isinstance(b, Paragraph)
    ]
    return any(word in text for text in texts for word in _REPORT_WORDS)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"读不了文件：{error}", f"cannot read it: {error}", at=str(path)
        ) from error


def is_document(data: bytes) -> bool:
    """Whether JSON is a document of govdocs rather than a report's data."""
    return b'"main_part"' in data


def _refuse_replacing(path: Path, options: ReadOptions) -> None:
    if options.replace:
        raise InputError(
            "--replace 只用于文本和网页，不用于数据文件（JSON、YAML、工作簿）",
            "--replace works on texts and pages, not on data (JSON, YAML, workbooks)",
            at=str(path),
        )


def _without_lines(document: Document, findings: tuple[Finding, ...]) -> Reading:
    """A document that no text was read for: its blocks have no lines."""
    no_lines = tuple(NO_LINE for _ in walk(document))
    return Reading(document=document, findings=findings, navigation=(), block_lines=no_lines)


def output_paths(
    sources: tuple[Path, ...], folder: Path | None, formats: tuple[str, ...]
) -> list[list[Path]]:
    """Where each source's files go: beside it, or in one folder.

    Raises:
        UsageError: two sources would write the same file, or a source would be overwritten.
    """
    read = {_same_file(source): source for source in sources}
    planned: dict[str, Path] = {}
    paths: list[list[Path]] = []
    for source in sources:
        home = folder or source.parent
        own = [home / f"{source.stem}.{ending}" for ending in formats]
        for path in own:
            key = _same_file(path)
            if key in read:
                raise UsageError(
                    f"{source} 会写成 {path}，盖掉来源 {read[key]}；请改名，或用 -o 写到别处",
                    f"{source} would write {path} over the source {read[key]}; "
                    "rename it, or write elsewhere with -o",
                )
            other = planned.setdefault(key, source)
            if other is not source:
                raise UsageError(
                    f"{other} 和 {source} 都会写成 {path}；请分开运行或改名",
                    f"{other} and {source} would both write {path}; rename one or run them apart",
                )
        paths.append(own)
    return paths


def _same_file(path: Path) -> str:
    """A path in the form in which two that some file system takes for one file are equal."""
    name = os.path.normcase(os.path.abspath(path))
    return unicodedata.normalize("NFC", name).casefold()
