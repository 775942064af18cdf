"""Sources of a command: texts, pages, DOCX, documents as JSON, reports as data or workbooks."""

from __future__ import annotations

import codecs
import dataclasses
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from govdocs.api import RenderOptions, lower, templates_of
from govdocs.cli.language import Words
from govdocs.errors import GovdocsError, InputError, UsageError
from govdocs.findings import Finding, Severity
from govdocs.inputs.file_bytes import file_bytes
from govdocs.inputs.reading import Reading, read_with_findings
from govdocs.inputs.recognition import DATA_ENDINGS, SHEET_ENDINGS, Kind, kind_of
from govdocs.inputs.text.decoding import decode as decode_text
from govdocs.inputs.text.log import FindingLog
from govdocs.model.codec import decode
from govdocs.model.nodes import Document, Paragraph, plain_text
from govdocs.model.walk import walk

if TYPE_CHECKING:
    from govdocs.kinds.annual_report.reading import ReportReading
    from govdocs.kinds.annual_report.report import AnnualReport
    from govdocs.kinds.official.reading import OfficialReading

NO_LINE = 0
"""The line of a block that stands in no text: a JSON document has none to point at."""


_KIND_WORDS = tuple(
    word.encode(encoding)
    for word in ("文种", "kind", "发文机关", "发文字号", "主送机关", "事由")
    for encoding in ("utf-8", "gb18030")
)
_DATA = (*DATA_ENDINGS, *SHEET_ENDINGS)
_REPORT_WORDS = ("信息公开",)
_REPORT_TITLE = re.compile(
    "报告$|年报$|信息公开.{0,12}(?:报告|年报)(?!.{0,12}(?:通知|公告|通报|函|意见|方案)$)"
)
_REPORT_OPENINGS = ("年度报告", "工作报告", "本报告")
_FIRST_BLOCKS = 12


def replacements(pairs: tuple[str, ...], sources: Sequence[Path], words: Words) -> dict[str, str]:
    """``OLD=NEW`` options as a mapping; the first ``=`` splits.

    Args:
        pairs: the options.
        sources: what is read; data among them is read as it stands, beside a text or a page.
        words: for messages.

    Raises:
        click.UsageError: a pair without ``=`` or with nothing before it; two new texts for one
            old.
        InputError: there is nothing but data to read.
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
    if found and sources and all(source.suffix.lower() in _DATA for source in sources):
        raise InputError(
            "--replace 只用于文本和网页，不用于数据文件（JSON、YAML、工作簿）",
            "--replace works on texts and pages, not on data (JSON, YAML, workbooks)",
            at=str(sources[0]),
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
        findings: what was changed on the way, or is worth looking at.
        reading: the document or page itself; None for a report's data.
        report: the yearly report that it is, as typed; None for any other document.
        read: how the report was read; None as for ``report``.
        official: the official document that it is, as typed; None for any other.
    """

    findings: tuple[Finding, ...]
    reading: Reading | None = None
    report: AnnualReport | None = None
    read: ReportReading | None = None
    official: OfficialReading | None = None

    @property
    def holds_figures(self) -> bool:
        """Whether it is a yearly report with statutory tables, or the data of one."""
        return self.read is not None and (self.reading is None or self.read.has_tables)

    @property
    def has_checks(self) -> bool:
        """Whether its facts are checked when it is rendered."""
        return self.holds_figures or self.official is not None


def read_source(path: Path, options: ReadOptions) -> Source:
    """Read one source: text, web page, DOCX, a document as JSON, a report as YAML, JSON, XLSX, or
    an official document as YAML, JSON or text.

    Raises:
        InputError: it cannot be read.
    """
    ending = path.suffix.lower()
    data = file_bytes(path) if ending in _DATA else b""
    if ending in DATA_ENDINGS and not data.removeprefix(codecs.BOM_UTF8).strip():
        raise InputError("文件是空的", "the file is empty", at=str(path))
    if ending == ".json" and is_document(data):
        document = _document(path, data)
        return Source(document.findings, document)
    if ending in DATA_ENDINGS and _says_official(path, data):
        return _official(path, options)
    if ending in _DATA:
        return _report(path, options)
    if _is_official_text(path):
        return _official(path, options)
    reading = read_with_findings(path, replace=options.replace)
    if not may_be_report(reading):
        return Source(reading.findings, reading)
    return _page(reading, path, options)


def printed(source: Source, path: Path, options: ReadOptions) -> Reading:
    """What is printed of a source, with all findings: a report's data by way of its template.

    Raises:
        TemplateError: a report's text names what the report does not have; ``at`` has its line.
        InputError: a text that cannot stand in its section.
    """
    report, read = source.report, source.read
    if source.official is not None:
        return _printed_official(source.official, source.findings, path, options)
    if source.reading is not None or report is None or read is None:
        assert source.reading is not None
        return dataclasses.replace(source.reading, findings=source.findings)
    try:
        lowered = lower(report, options.rendering)
    except GovdocsError as error:
        error.at = _error_place(error, path, read)
        raise
    findings = (*source.findings, *read.placed(lowered.findings))
    return _without_lines(lowered.document, findings)


def _printed_official(
    read: OfficialReading, findings: tuple[Finding, ...], path: Path, options: ReadOptions
) -> Reading:
    from govdocs.kinds.official.lower import lower as lower_official

    try:
        lowered = lower_official(read.official, templates_of(options.rendering))
    except GovdocsError as error:
        error.at = error.at or str(path)
        raise
    places = read.placed(
        Finding(id="", severity=Severity.INFO, zh="", en="", place=place)
        for place in lowered.body_places
    )
    return Reading(
        document=lowered.document,
        findings=(*findings, *read.placed(lowered.findings)),
        navigation=(),
        block_lines=tuple(place.line or NO_LINE for place in places),
    )


def _error_place(error: GovdocsError, path: Path, read: ReportReading) -> str:
    """``file:line`` of an error in a report's text; a template's file names itself."""
    where = Finding(id="", severity=Severity.ERROR, zh="", en="", place=error.at)
    at = read.placed((where,))[0]
    if at.line is not None:
        return f"{path}:{at.line}"
    return f"{path} {at.place}" if at.place != error.at else error.at or str(path)


def read_report_source(
    path: Path, options: ReadOptions
) -> tuple[AnnualReport, tuple[Finding, ...]]:
    """A yearly report from any source, as typed, with what was changed on the way.

    Raises:
        InputError: it cannot be read, or is no yearly report.
    """
    from govdocs.kinds.annual_report.reading import read_report_with_findings

    read = read_report_with_findings(
        path, format=options.format, province=options.province, replace=options.replace
    )
    report, filled = _filled(read.report, options)
    return report, (*read.findings, *read.placed(filled))


def _document(path: Path, data: bytes) -> Reading:
    try:
        document = decode(data)
    except GovdocsError as error:
        raise InputError(error.zh, error.en, at=f"{path} {error.at or ''}".strip()) from error
    return _without_lines(document, ())


def _report(path: Path, options: ReadOptions) -> Source:
    """A report from data."""
    from govdocs.kinds.annual_report.reading import read_report_with_findings

    read = read_report_with_findings(path, format=options.format, province=options.province)
    report, filled = _filled(read.report, options)
    return Source((*read.findings, *read.placed(filled)), None, report, read)


def _official(path: Path, options: ReadOptions) -> Source:
    """An official document from data or text."""
    from govdocs.kinds.official.reading import read_official_with_findings

    read = read_official_with_findings(path, replace=options.replace)
    return Source(read.findings, official=read)


def _says_official(path: Path, data: bytes) -> bool:
    """Whether data names a kind of official document; broken data is for its reader to refuse."""
    if not any(word in data for word in _KIND_WORDS):
        return False
    from govdocs.inputs.tree import load_tree
    from govdocs.kinds.official.recognising import is_official

    return is_official(load_tree(data, name=str(path), format=DATA_ENDINGS[path.suffix.lower()]))


def _is_official_text(path: Path) -> bool:
    """Whether a file is a text that is an official document."""
    from govdocs.kinds.official.recognising import is_official_text

    data = file_bytes(path)
    if kind_of(data, path.name) is not Kind.TEXT:
        return False
    return is_official_text(decode_text(data, str(path), FindingLog()))


def _page(reading: Reading, path: Path, options: ReadOptions) -> Source:
    """A page or text that may be a yearly report: printed as it is, its tables set right."""
    from govdocs.kinds.annual_report.reading import from_reading

    given = {"format": options.format, "province": options.province}
    try:
        read = from_reading(reading, {k: v for k, v in given.items() if v is not None}, str(path))
    except InputError:
        return Source(reading.findings, reading)  # a page without a year is still a document
    if not read.has_tables and not _is_named_report(reading):
        return Source(reading.findings, reading)
    report, filled = _filled(read.report, options)
    page = read.with_figures(report.tables) if filled else read.page or reading
    # Of a page without statutory tables it does not matter to print it that it is a report.
    found = read.findings if read.has_tables else reading.findings
    return Source((*found, *read.placed(filled)), page, report, read)


def _is_named_report(reading: Reading) -> bool:
    """Whether a page without statutory tables says that it is a report, not one about reports."""
    title = reading.document.main_part.title
    if title:
        return bool(_REPORT_TITLE.search(title))
    return any(word in text for text in _first_texts(reading) for word in _REPORT_OPENINGS)


def _filled(report: AnnualReport, options: ReadOptions) -> tuple[AnnualReport, tuple[Finding, ...]]:
    if not options.fill_totals:
        return report, ()
    from govdocs.kinds.annual_report.fill_totals import fill_totals

    return fill_totals(report)


def may_be_report(reading: Reading) -> bool:
    """Whether a page may be a yearly report; others need not load what reads one."""
    texts = [reading.document.main_part.title, *_first_texts(reading)]
    return any(word in text for text in texts for word in _REPORT_WORDS)


def _first_texts(reading: Reading) -> Iterator[str]:
    """A page's first paragraphs; above the opening may stand its record."""
    for block in reading.document.main_part.body[:_FIRST_BLOCKS]:
        if isinstance(block, Paragraph):
            yield plain_text(block.content)


def is_document(data: bytes) -> bool:
    """Whether JSON is a document of govdocs rather than a report's data."""
    return b'"main_part"' in data


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


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths name one file, on any file system."""
    return _same_file(one) == _same_file(other)


def _same_file(path: Path) -> str:
    """A path in the form in which two that some file system takes for one file are equal."""
    # Links are followed: a file is written where they lead.
    name = os.path.normcase(os.path.realpath(path))
    return unicodedata.normalize("NFC", name).casefold()
