"""One prefilled workbook for each unit of a roster (填报簿), last year's figures in it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from govdocs.errors import GovdocsError
from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.county.folder import list_folder, read_file
from govdocs.kinds.annual_report.county.matching import match_files
from govdocs.kinds.annual_report.county.roster import Roster, Unit, file_stems
from govdocs.kinds.annual_report.report import AnnualReport, Contact
from govdocs.kinds.annual_report.workbook.write import write_workbook
from govdocs.standards.annual_report.forms import ReportFormat

_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")


class Prefilled(NamedTuple):
    """A unit's workbook.

    Attributes:
        unit: whose it is.
        file: its name: order and short name.
        data: the workbook; None if it could not be made.
        findings: what was not filled in, and why.
    """

    unit: Unit
    file: str
    data: bytes | None
    findings: tuple[Finding, ...]


def prefilled_workbooks(
    roster: Roster, form: ReportFormat, year: int, *, last_folder: Path | None = None
) -> Iterator[Prefilled]:
    """A workbook for each unit in turn; one that fails does not stop the others.

    Args:
        roster: the units.
        form, year: of the reports to be filled in.
        last_folder: where last year's reports lie, whatever holds them.

    Raises:
        InputError: the folder cannot be listed.
        UsageError: two units would get files of one name.
    """
    names = file_stems(roster)
    past = _last_reports(roster, last_folder, year - 1) if last_folder else None
    agencies = [unit.name for unit in roster.units]
    for unit, name in zip(roster.units, names, strict=True):
        findings = list(_kept_back(unit))
        last: AnnualReport | None = None
        if past is not None:
            last, told = past[unit.name]
            findings += told
        try:
            report = begun_report(unit, form, year, last)
            data = write_workbook(form, year, report=report, agencies=agencies)
            yield Prefilled(unit, f"{name}.xlsx", data, tuple(findings))
        except GovdocsError as error:
            findings.append(_finding("cannot-fill", Severity.ERROR, error.zh, error.en))
            yield Prefilled(unit, f"{name}.xlsx", None, tuple(findings))


def begun_report(
    unit: Unit, form: ReportFormat, year: int, last: AnnualReport | None = None
) -> AnnualReport:
    """What is known of a unit's report before it is filled in.

    Last year's report gives its outline, its contact, and its figures for the chain of years;
    the roster's names go before its own. A mobile number and a person's name stay in the roster:
    the report is published.
    """
    if last is None:
        contact = Contact(telephone="" if _MOBILE.search(unit.telephone) else unit.telephone)
        return AnnualReport(
            year=year,
            agency=unit.name,
            short_name=unit.short_name,
            kind=unit.kind,
            format=form,
            contact=contact,
        )
    begun = last.next_year()
    changed: dict[str, object] = {
        "agency": unit.name,
        "short_name": unit.short_name,
        "kind": unit.kind,
    }
    if last.agency != unit.name:
        changed |= {"title": "", "own_name": "", "signature": ()}
    if begun.format.id == form.id:
        return begun.model_copy(update=changed)
    fresh = AnnualReport(year=year, agency=unit.name, format=form, contact=begun.contact)
    return fresh.model_copy(update=changed | {"last_year": begun.last_year})


def _kept_back(unit: Unit) -> Iterator[Finding]:
    if _MOBILE.search(unit.telephone):
        yield _finding(
            "mobile-not-filled", Severity.INFO,
            f"{unit.name}：联系电话是手机号码，报告要公开，没有预填",
            f"{unit.name}: a mobile number is not filled in, as the report is published",
        )  # fmt: skip


def _last_reports(
    roster: Roster, folder: Path, year: int
) -> dict[str, tuple[AnnualReport | None, tuple[Finding, ...]]]:
    """Each unit's report of the year before, if the folder has just one."""
    files = [read_file(path) for path in list_folder(folder).files]
    claims = match_files(_by_names_only(roster), folder, files)
    found: dict[str, tuple[AnnualReport | None, tuple[Finding, ...]]] = {}
    for unit, own in zip(roster.units, claims.of_unit, strict=True):
        reports = [file.reading.report for file in own if file.reading]
        of_year = [report for report in reports if report.year == year]
        alike = {(report.agency, report.tables) for report in of_year}
        if len(alike) == 1:
            found[unit.name] = (of_year[0], ())
            continue
        names = "、".join(file.path.name for file in own) or "没有"
        why = "有几份不同的报告" if of_year else f"没有读出{year}年度的报告"
        found[unit.name] = (None, (_finding(
            "no-last-year", Severity.WARNING,
            f"{unit.name}：上年文件夹中{why}（文件：{names}），没有带入上年数字",
            f"{unit.name}: no single report on {year} among last year's files ({names}); "
            "its figures are not filled in",
        ),))  # fmt: skip
    return found


def _by_names_only(roster: Roster) -> Roster:
    """The roster without file names: these are of this year's files."""
    return Roster(roster.name, tuple(dataclasses.replace(u, file="") for u in roster.units))


def _finding(id: str, severity: Severity, zh: str, en: str) -> Finding:
    return Finding(id=id, severity=severity, zh=zh, en=en)
