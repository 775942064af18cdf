"""Collect a county's reports from one folder: what each unit of the roster handed in."""

from __future__ import annotations

from collections.abc import Collection as Some
from collections.abc import Iterator
from pathlib import Path

from govdocs.findings import Finding, Severity
from govdocs.inputs.templating import Templates
from govdocs.kinds.annual_report.cell_places import table_name
from govdocs.kinds.annual_report.checking import check_all
from govdocs.kinds.annual_report.county.folder import (
    FolderFiles,
    ReadFile,
    list_folder,
    read_file,
)
from govdocs.kinds.annual_report.county.matching import match_files, named_file
from govdocs.kinds.annual_report.county.results import (
    Collection,
    Reason,
    Status,
    UnitResult,
    UnknownFile,
    gravest_first,
)
from govdocs.kinds.annual_report.county.roster import (
    COVERED_ROW,
    COVERED_TWICE,
    Noted,
    Roster,
    Unit,
    plain_name,
)
from govdocs.kinds.annual_report.county.same_report import Sameness, sameness
from govdocs.kinds.annual_report.fill_totals import fill_totals
from govdocs.kinds.annual_report.reading import ReportReading
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.forms import CellRef, ReportFormat

_MOST_TOLD = 3
_PRINTS = (".pdf", ".ofd")
OTHER_WORDING = "same-figures-other-wording"
_DOUBLE = frozenset({COVERED_ROW, COVERED_TWICE})


def collect(
    folder: Path,
    roster: Roster,
    year: int,
    form: ReportFormat,
    templates: Templates,
    *,
    ignored: Some[Path] = (),
) -> Collection:
    """Find, read and check each unit's report; whatever fails is kept and stops no other.

    Args:
        folder: where the reports lie; its subfolders are not entered.
        roster: whose reports are looked for.
        year, form: what can be summed; reports of another year or format are told.
        templates: where the texts that reports leave out come from.
        ignored: files of the folder that are no unit's.

    Raises:
        InputError: the folder cannot be listed.
    """
    listed = list_folder(folder, ignored)
    claims = match_files(roster, folder, [read_file(path) for path in listed.files])
    double = {
        name for note in roster.notes if note.finding.id in _DOUBLE for name in note.units[:1]
    }
    judge = _Judge(folder, roster, year, form, templates)
    results = tuple(
        judge.result(unit, files, is_double=unit.name in double)
        for unit, files in zip(roster.units, claims.of_unit, strict=True)
    )
    return Collection(
        roster=roster,
        year=year,
        form=form,
        results=results,
        unknown=tuple(_unknown(file) for file in claims.unclaimed),
        notes=(*roster.notes, *_folder_notes(listed)),
    )


class _Judge:
    """Says of one unit after another how its report stands."""

    def __init__(
        self, folder: Path, roster: Roster, year: int, form: ReportFormat, templates: Templates
    ) -> None:
        self._folder = folder
        self._roster = roster
        self._year = year
        self._form = form
        self._templates = templates

    def result(self, unit: Unit, files: tuple[ReadFile, ...], *, is_double: bool) -> UnitResult:
        """What became of a unit."""
        double = self._double(unit) if is_double else ()
        files, passed_over = self._usable(files)
        if not files:
            return UnitResult(unit=unit, reasons=(self._missing(unit), *double))
        same = sameness(files, self._templates)
        if same.differs:
            return UnitResult(unit=unit, reasons=(_several(files, same), *double))
        file = files[0]
        if file.reading is None:
            return UnitResult(
                unit=unit,
                file=file.path,
                findings=file.failure.findings if file.failure else (),
                reasons=(_unreadable(file), *double),
            )
        reading = file.reading
        told = (*passed_over, *_alike(files, same))
        findings = [*told, *reading.findings, *self._checked(reading)]
        reasons = [*double, *self._reasons(unit, reading, findings)]
        return UnitResult(
            unit=unit,
            file=file.path,
            reading=reading,
            findings=tuple(findings),
            reasons=gravest_first(reasons),
        )

    def _usable(
        self, files: tuple[ReadFile, ...]
    ) -> tuple[tuple[ReadFile, ...], tuple[Finding, ...]]:
        """Files without those beside the report: of other years, and prints of it."""
        of_year = [f for f in files if f.reading and f.reading.report.year == self._year]
        usable = tuple(
            file
            for file in files
            if not of_year
            or (file.reading is None and file.path.suffix.lower() not in _PRINTS)
            or file in of_year
        )
        rest = [file for file in files if file not in usable]
        return usable, tuple(self._passed_over(file) for file in rest)

    def _passed_over(self, file: ReadFile) -> Finding:
        name = file.path.name
        if file.reading:
            year = file.reading.report.year
            return Finding(
                id="other-years-file",
                severity=Severity.WARNING,
                zh=f"{name} 是{year}年度的报告，没有用",
                en=f"{name} is on {year} and was not used",
            )
        return Finding(
            id="print-not-read",
            severity=Severity.WARNING,
            zh=f"{name} 是版式文件，没有读；数字取自另一份文件，请核对两者一致",
            en=f"{name} is a print and was not read; the figures are another file's: compare them",
        )

    def _checked(self, reading: ReportReading) -> tuple[Finding, ...]:
        return reading.placed(check_all(reading.report, self._templates))

    def _reasons(
        self, unit: Unit, reading: ReportReading, findings: list[Finding]
    ) -> Iterator[Reason]:
        report = reading.report
        if report.year != self._year:
            yield Reason(
                Status.OTHER_YEAR,
                f"报告是{report.year}年度的，应为{self._year}年度",
                f"the report is on {report.year}, not {self._year}",
            )
            return  # what else is wrong with it is of another year too
        if report.format.id != self._form.id:
            yield Reason(
                Status.OTHER_FORMAT,
                f"报告用 {report.format.id} 格式，应为 {self._form.id}",
                f"the report is in format {report.format.id}, not {self._form.id}",
            )
            return
        if plain_name(report.agency) not in unit.names:
            yield self._other_agency(unit, report)
        of_figures, of_text = _split_errors(reading, findings)
        if of_figures:
            yield _errors(Status.ERRORS, of_figures, "数据错误", "in the figures")
        if of_text:
            yield _errors(Status.TEXT_ERRORS, of_text, "文字错误", "in the text")
        if is_all_zero(report):
            yield Reason(Status.ALL_ZERO, "表中所有数字都是0", "every figure is 0")
        if not report.tables and self._form.tables:
            yield Reason(Status.ERRORS, "表格一个数字也没有填", "no figure is filled in")
        elif missing := missing_cells(report):
            yield _incomplete(report, missing)

    def _other_agency(self, unit: Unit, report: AnnualReport) -> Reason:
        other = self._roster.unit(report.agency)
        whose = f"名册中另一个单位（{other.place}）" if other else "名册中没有的机关"
        return Reason(
            Status.OTHER_AGENCY,
            f"文件里是“{report.agency}”的报告，这是{whose}；"
            "请核对文件，更名的请在名册“并入自”中写上原名",
            f"the file holds the report of {report.agency}; check it, or name it in 并入自",
        )

    def _missing(self, unit: Unit) -> Reason:
        if unit.file and named_file(unit, self._folder) is None:
            return Reason(
                Status.MISSING,
                f"来源文件“{unit.file}”不在文件夹里面；请只写文件名",
                f"the file {unit.file} is not inside the folder; give its name only",
            )
        if unit.file:
            return Reason(
                Status.MISSING,
                f"文件夹里没有来源文件“{unit.file}”",
                f"the folder has no file {unit.file}",
            )
        return Reason(
            Status.MISSING,
            f"没有找到文件名或机关名称为“{'”“'.join(unit.own_names)}”的报告",
            f"no file bears the name {unit.name}, nor holds its report",
        )

    def _double(self, unit: Unit) -> tuple[Reason, ...]:
        notes = [
            n for n in self._roster.notes if n.finding.id in _DOUBLE and n.units[0] == unit.name
        ]
        return tuple(Reason(Status.COUNTED_TWICE, n.finding.zh, n.finding.en) for n in notes)


def _split_errors(
    reading: ReportReading, findings: list[Finding]
) -> tuple[list[Finding], list[Finding]]:
    """Errors that put the figures in doubt, and those of the wording.

    What could not be read of data or of a workbook may have been a figure.
    """
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    of_source = () if reading.page else reading.findings
    of_figures = [finding for finding in errors if finding.cells or finding in of_source]
    return of_figures, [finding for finding in errors if finding not in of_figures]


def is_all_zero(report: AnnualReport) -> bool:
    """Whether there are figures and every one of them is 0."""
    numbers = [report.tables.number(cell, report.format) for cell in report.tables]
    known = [number for number in numbers if number is not None]
    return bool(known) and not any(known)


def missing_cells(report: AnnualReport) -> tuple[CellRef, ...]:
    """Blank cells of the tables, without totals that follow from what is stated."""
    cells = list(report.format.cells())
    if all(cell in report.tables for cell in cells):
        return ()
    known = fill_totals(report).report.tables
    return tuple(cell for cell in cells if cell not in known)


def _incomplete(report: AnnualReport, missing: tuple[CellRef, ...]) -> Reason:
    """Which cells are missing: tables that are blank as a whole, then how many of the others."""
    told, told_en = [], []
    for table in report.format.tables:
        cells = [cell for cell in missing if cell.table == table.id]
        if not cells:
            continue
        zh, en = report.format.cell_name(cells[0]), str(cells[0])
        if not any(cell in report.tables for cell in table.cells()):
            zh, en = f"{table_name(table)}（整张表）", f"{table.id} (all of it)"
        elif len(cells) > 1:
            zh, en = f"{zh}等{len(cells)}格", f"{en} and others, {len(cells)} cells"
        told.append(zh)
        told_en.append(en)
    return Reason(
        Status.INCOMPLETE,
        f"有空白的格，汇总时会缺数：{'；'.join(told)}；请补填，没有的填0",
        f"blank cells would be missing from the sum: {'; '.join(told_en)}; fill in, 0 for none",
    )


def _errors(status: Status, errors: list[Finding], zh: str, en: str) -> Reason:
    # The first sentence says what is wrong; the ledger has the rest.
    told = "；".join(finding.zh.partition("。")[0] for finding in errors[:_MOST_TOLD])
    told_en = "; ".join(finding.en.partition(". ")[0] for finding in errors[:_MOST_TOLD])
    more = len(errors) - _MOST_TOLD
    return Reason(
        status,
        f"{zh}{len(errors)}处：{told}{f'；另有{more}处' if more > 0 else ''}",
        f"{len(errors)} errors {en}: {told_en}{f'; {more} more' if more > 0 else ''}",
    )


def _unreadable(file: ReadFile) -> Reason:
    zh, en, _ = file.failure or ("", "", ())
    return Reason(Status.UNREADABLE, f"{file.path.name}：{zh}", f"{file.path.name}: {en}")


def _several(files: tuple[ReadFile, ...], same: Sameness) -> Reason:
    names = "、".join(file.path.name for file in files)
    zh = f"有{len(files)}份不同的文件：{names}"
    en = f"{len(files)} different files: {names}"
    if same.texts:
        zh += f"；数字相同，文字不同（{'、'.join(same.texts)}）"
        en += f"; the same figures, but other texts ({', '.join(same.texts)})"
    return Reason(
        Status.DUPLICATE_FILES,
        f"{zh}；请只留一份，或在名册“来源文件”中指定",
        f"{en}; keep one, or name it in 来源文件",
    )


def _alike(files: tuple[ReadFile, ...], same: Sameness) -> Iterator[Finding]:
    if len(files) < 2:
        return
    used, names = files[0].path.name, "、".join(file.path.name for file in files[1:])
    if same.texts:
        parts = "、".join(same.texts)
        yield Finding(
            id=OTHER_WORDING,
            severity=Severity.WARNING,
            zh=f"{names} 与 {used} 数字全同，文字不同（{parts}）；用的是 {used}，请只留定稿",
            en=f"{names}: the same figures as {used}, but other texts ({parts}); {used} is used: "
            "keep the final one only",
        )
    else:
        yield Finding(
            id="same-report-twice",
            severity=Severity.INFO,
            zh=f"{names} 与 {used} 内容相同，只计一次",
            en=f"{names}: the same report as {used}; counted once",
        )


def _unknown(file: ReadFile) -> UnknownFile:
    if file.reading:
        report = file.reading.report
        return UnknownFile(
            file.path,
            f"{report.agency}{report.year}年度的报告，没有哪个单位认领；请补入名册，或移出文件夹",
            f"a report of {report.agency} on {report.year} that is no unit's; "
            "add it to the roster or take it away",
        )
    zh, en, _ = file.failure or ("", "", ())
    return UnknownFile(file.path, f"没有哪个单位认领，也读不出年度报告：{zh}",
                       f"no unit's, and no report could be read: {en}")  # fmt: skip


def _folder_notes(listed: FolderFiles) -> Iterator[Noted]:
    for paths, zh, en in (
        (listed.hidden, "跳过了隐藏文件和临时文件", "hidden and temporary files passed over"),
        (listed.folders, "没有进入子文件夹", "subfolders not entered"),
    ):
        if paths:
            names = "、".join(path.name for path in paths)
            yield Noted((), Finding(
                id="passed-over", severity=Severity.INFO, zh=f"{zh}：{names}", en=f"{en}: {names}"
            ))  # fmt: skip
