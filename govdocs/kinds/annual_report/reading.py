"""Read a report from whatever holds it: YAML, JSON, a workbook, last year's DOCX, page or text."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from govdocs.errors import InputError, ReportError, UsageError
from govdocs.findings import Finding, Severity
from govdocs.inputs.file_bytes import file_bytes
from govdocs.inputs.reading import Reading, read_with_findings
from govdocs.inputs.recognition import DATA_ENDINGS, SHEET_ENDINGS, Kind, kind_of
from govdocs.kinds.annual_report.decode import decode_report
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.placing import SourceLine, Spots, named_places, placed
from govdocs.kinds.annual_report.recognise import Recognised, rebuilt_reading, recognise
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.loader import format_of_year, report_format

_WORKBOOKS = frozenset({Kind.XLSX, Kind.XLS, Kind.ODS})
_LONGEST_NAME = 4096


class ReportReading(NamedTuple):
    """A report that was read, and where its parts stand in the source.

    Attributes:
        report: the report.
        findings: what was changed or is worth looking at.
        lines: 1-based line of a cell (``t2.新收.总计``) or a field, where the source has lines.
        places: ``sheet!cell`` of a cell or a field, where the source is a workbook.
        texts: source lines of a text, line by line, by the name that findings give it.
        page: the page or text itself, its statutory tables set right; None for data.
        as_read: what was read and what was recognised in it; None for data.
    """

    report: AnnualReport
    findings: tuple[Finding, ...]
    lines: Mapping[str, int]
    places: Mapping[str, str]
    page: Reading | None = None
    as_read: tuple[Reading, Recognised] | None = None
    texts: Mapping[str, Sequence[SourceLine]] = MappingProxyType({})

    @property
    def has_tables(self) -> bool:
        """Whether statutory tables were recognised in the page."""
        return self.as_read is not None and bool(self.as_read[1].table_blocks)

    def with_figures(self, figures: Figures) -> Reading:
        """The page with other figures in its statutory tables.

        Raises:
            UsageError: the report was not read from a page.
        """
        if self.as_read is None or self.as_read[1].report is None:
            raise UsageError(
                "这份报告不是从网页或文本读出的", "the report was not read from a page"
            )
        reading, found = self.as_read
        report = self.report.model_copy(update={"tables": figures})
        return rebuilt_reading(reading, dataclasses.replace(found, report=report))

    def placed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings on cells and texts, with the line or the sheet's cell that they stand in."""
        spots = Spots(self.lines, self.texts, self.places)
        return tuple(placed(finding, spots) for finding in findings)


def read_report(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    format: str | None = None,
    province: str | None = None,
    replace: Mapping[str, str] | None = None,
) -> AnnualReport:
    """Read a report; see :func:`read_report_with_findings`."""
    return read_report_with_findings(
        source, format=format, province=province, replace=replace
    ).report


def read_report_with_findings(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    format: str | None = None,
    province: str | None = None,
    replace: Mapping[str, str] | None = None,
) -> ReportReading:
    """Read a yearly report, told by the source's kind.

    Args:
        source: a path: YAML, JSON, XLSX, DOCX, HTML or text; or the text of one of the last two,
            or the bytes of any but YAML and JSON, or a binary stream of such bytes.
        format: id of the report's format, or a TOML file; the source's or the year's if None.
        province: province, where it has a format of its own.
        replace: texts to replace in a page or text before it is read.

    Raises:
        InputError: it cannot be read, or holds no yearly report.
        ReportError: its data is wrong; every fault with its place.
    """
    given = {"format": format, "province": province}
    overrides = {name: value for name, value in given.items() if value is not None}
    path = _path(source)
    name = str(path) if path else None
    if path and path.suffix.lower() in DATA_ENDINGS:
        decoded = decode_report(
            file_bytes(path),
            name=name,
            format=DATA_ENDINGS[path.suffix.lower()],
            overrides=overrides,
        )
        return ReportReading(decoded.report, (), decoded.lines, {}, texts=decoded.texts)
    data = file_bytes(path) if path else _whole(source)
    is_sheet = path is not None and path.suffix.lower() in SHEET_ENDINGS
    if isinstance(data, bytes) and (is_sheet or kind_of(data, name) in _WORKBOOKS):
        return _from_workbook(data, name, overrides)
    return from_reading(read_with_findings(path or data, replace=replace), overrides, name)


def _path(source: object) -> Path | None:
    """The file that a source names; a text of one line may be one, if there is such a file."""
    if isinstance(source, os.PathLike):
        return Path(source)
    if not isinstance(source, str) or "\n" in source or len(source) > _LONGEST_NAME:
        return None
    path = Path(source)
    return path if path.suffix.lower() in DATA_ENDINGS or path.is_file() else None


def _whole(source: str | os.PathLike[str] | bytes | BinaryIO) -> str | bytes:
    """A text or bytes; a stream is read to its end."""
    if isinstance(source, str | bytes):
        return source
    if isinstance(source, os.PathLike):
        return file_bytes(Path(source))
    return source.read()


def _from_workbook(data: bytes, name: str | None, overrides: Mapping[str, str]) -> ReportReading:
    # Imported here: it needs openpyxl, which is an extra.
    from govdocs.kinds.annual_report.workbook.read import read_workbook

    form = report_format(overrides["format"]) if "format" in overrides else None
    read = read_workbook(data, name=name, form=form)
    if read.report is None:
        wrong = tuple(each for each in read.findings if each.severity is Severity.ERROR)
        raise ReportError(wrong or read.findings, at=name)
    places = named_places(read.report, read.places)
    return ReportReading(read.report, read.findings, {}, places)


def from_reading(
    reading: Reading, overrides: Mapping[str, str] | None = None, name: str | None = None
) -> ReportReading:
    """A report from a page or text that was read; its statutory tables are set right.

    Raises:
        InputError: it holds no yearly report.
        UsageError: a format is asked for that there is not.
    """
    given = overrides or {}
    form = report_format(given["format"]) if "format" in given else None
    found = recognise(reading, form=form)
    if found.report and form is None and "province" in given:
        form = format_of_year(found.report.year, given["province"])
        found = recognise(reading, form=form)
    if found.report is None:
        raise InputError(
            "没有认出政府信息公开工作年度报告：看不出是哪个年度的",
            "no yearly report was recognised: it does not tell its year",
            at=name,
        )
    page = rebuilt_reading(reading, found)
    # Both tell of what a table prints otherwise than the page had it.
    findings = tuple(dict.fromkeys((*page.findings, *found.findings)))
    texts = {name: [SourceLine(n) for n in lines] for name, lines in found.text_lines.items()}
    return ReportReading(
        found.report, findings, found.cell_lines, {}, page, (reading, found), texts
    )
