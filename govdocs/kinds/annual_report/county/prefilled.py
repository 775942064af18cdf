"""One prefilled workbook for each unit of a roster (填报簿), last year's figures in it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import NamedTuple

from govdocs.errors import GovdocsError
from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.county.folder import ReadFile, list_folder, read_file
from govdocs.kinds.annual_report.county.matching import match_files
from govdocs.kinds.annual_report.county.roster import (
    DUPLICATE_NAME,
    Roster,
    Unit,
    file_stems,
    plain_name,
)
from govdocs.kinds.annual_report.facts import LONGEST_NAME
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
    roster: Roster,
    form: ReportFormat,
    year: int,
    *,
    last_folder: Path | None = None,
    replace: Mapping[str, str] | None = None,
) -> Iterator[Prefilled]:
    """A workbook for each unit in turn; one that fails does not stop the others.

    Args:
        roster: the units.
        form, year: of the reports to be filled in.
        last_folder: where last year's reports lie, whatever holds them.
        replace: texts to replace in pages before they are read.

    Raises:
        InputError: the folder cannot be listed.
    """
    names = file_stems(roster)
    shared = {
        name for note in roster.notes if note.finding.id == DUPLICATE_NAME for name in note.units
    }
    nothing = [_Past(None, ())] * len(names)
    past = _last_reports(roster, last_folder, year - 1, replace) if last_folder else nothing
    agencies = [unit.name for unit in roster.units]
    for unit, name, last in zip(roster.units, names, past, strict=True):
        told = (*_kept_back(unit), *last.findings)
        fault = next(_name_faults(unit, shared), None)
        if fault is not None:
            yield Prefilled(unit, f"{name}.xlsx", None, (*told, fault))
            continue
        try:
            report = begun_report(unit, form, year, last.report)
            data = write_workbook(form, year, report=report, agencies=agencies)
        except GovdocsError as error:
            fault = _finding("cannot-fill", Severity.ERROR, error.zh, error.en)
            yield Prefilled(unit, f"{name}.xlsx", None, (*told, fault))
        except Exception as error:  # a defect of ours must not take the other units along
            zh, en = f"govdocs 内部错误（{error!r}）", f"internal error ({error!r})"
            fault = _finding("cannot-fill", Severity.ERROR, zh, en)
            yield Prefilled(unit, f"{name}.xlsx", None, (*told, fault))
        else:
            yield Prefilled(unit, f"{name}.xlsx", data, told)


def _name_faults(unit: Unit, shared: Set[str]) -> Iterator[Finding]:
    """Why no workbook can be made under a unit's name."""
    if unit.name in shared:
        yield _finding(
            "unit-name", Severity.ERROR,
            f"{unit.name}：名册中另有一行用同样的全称或简称，分不清填报簿是谁的；请先改正名册",
            f"{unit.name}: another row of the roster bears the same name, so that it would not "
            "be known whose the workbook is; mend the roster first",
        )  # fmt: skip
    if max(len(unit.name), len(unit.short_name)) > LONGEST_NAME:
        yield _finding(
            "unit-name", Severity.ERROR,
            f"{unit.name[:20]}……：全称和简称最多{LONGEST_NAME}字；请在名册中改正",
            f"{unit.name[:20]}…: a full or short name has {LONGEST_NAME} characters at most; mend "
            "the roster",
        )  # fmt: skip


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


class _Past(NamedTuple):
    """A unit's report of the year before, and what is to be said of it."""

    report: AnnualReport | None
    findings: tuple[Finding, ...]


def _last_reports(
    roster: Roster, folder: Path, year: int, replace: Mapping[str, str] | None
) -> list[_Past]:
    """Each unit's report of the year before, if the folder has just one."""
    files = [read_file(path, replace=replace) for path in list_folder(folder).files]
    claims = match_files(_by_names_only(roster), folder, files)
    return [
        _last_report(unit, own, year)
        for unit, own in zip(roster.units, claims.of_unit, strict=True)
    ]


def _last_report(unit: Unit, files: tuple[ReadFile, ...], year: int) -> _Past:
    reports = [file.reading.report for file in files if file.reading]
    of_year = [report for report in reports if report.year == year]
    own = [report for report in of_year if plain_name(report.agency) in unit.names]
    if len({(report.agency, report.tables) for report in own}) == 1:
        return _Past(own[0], ())
    names = "、".join(file.path.name for file in files) or "没有"
    why = f"没有读出{year}年度的报告"
    if own:
        why = "有几份不同的报告"
    elif of_year:
        why = f"是“{of_year[0].agency}”的报告，更名的请在名册“并入自”中写上原名"
    finding = _finding(
        "no-last-year", Severity.WARNING,
        f"{unit.name}：上年文件夹中{why}（文件：{names}），没有带入上年数字",
        f"{unit.name}: no single report of its own on {year} among last year's files ({names}); "
        "its figures are not filled in",
    )  # fmt: skip
    return _Past(None, (finding,))


def _by_names_only(roster: Roster) -> Roster:
    """The roster without file names: these are of this year's files."""
    return Roster(roster.name, tuple(dataclasses.replace(u, file="") for u in roster.units))


def _finding(id: str, severity: Severity, zh: str, en: str) -> Finding:
    return Finding(id=id, severity=severity, zh=zh, en=en)
