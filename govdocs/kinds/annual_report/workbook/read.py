"""Read a filled-in workbook back into a report; every wrong cell is named at once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from govdocs.errors import GovdocsError, InputError
from govdocs.findings import Finding
from govdocs.inputs.xlsx.reader import read_sheets
from govdocs.inputs.xlsx.sheets import Sheets
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.section import ExtraRow
from govdocs.kinds.annual_report.workbook.fields import AGENCY, YEAR
from govdocs.kinds.annual_report.workbook.labels import plain_label
from govdocs.kinds.annual_report.workbook.layout import BASIC_SHEET, DATA_SHEET, KIND, VERSION
from govdocs.kinds.annual_report.workbook.notes import Notes
from govdocs.kinds.annual_report.workbook.read_basic import ReadBasic, find_basic, read_basic
from govdocs.kinds.annual_report.workbook.read_tables import read_tables
from govdocs.kinds.annual_report.workbook.read_texts import read_texts
from govdocs.standards.annual_report.forms import ReportFormat
from govdocs.standards.annual_report.loader import format_in_data, format_of_year


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWorkbook:
    """What a workbook holds.

    Attributes:
        report: the report; cells with errors are blank in it. None where the agency, the year or
            the format cannot be told.
        findings: all that is wrong or was read otherwise than it was written, with its place.
        places: where each value stands, for messages of later checks: a cell's name
            (``t2.新收.总计``) or a field's path (``联系方式.邮编``, ``章节.总体情况``) →
            ``申请表!J6``.
    """

    report: AnnualReport | None
    findings: tuple[Finding, ...]
    places: Mapping[str, str]


class _Identity(NamedTuple):
    """Which report a workbook is: its form and year, and what its hidden sheet keeps."""

    form: ReportFormat
    year: int
    data: Mapping[str, Any]
    is_ours: bool


def read_workbook(
    source: bytes | Path | str,
    *,
    name: str | None = None,
    form: ReportFormat | None = None,
    year: int | None = None,
    agency: str | None = None,
) -> ReadWorkbook:
    """Read a workbook that :func:`write_workbook` made and a clerk filled in.

    A workbook of the office's own is read too, where it has the statutory tables: they are found
    by the labels of their rows and columns.

    Args:
        source: bytes of an .xlsx, or the path of one.
        name: of the file, for messages.
        form: the format, where the workbook does not tell it (a TOML of the caller's).
        year, agency: for a workbook that does not tell them.

    Raises:
        InputError: the file is no .xlsx, is encrypted, damaged or too large.
        UsageError: openpyxl is not installed.
    """
    sheets = read_sheets(source, name)
    notes = Notes()
    if sheets.converted:
        notes.info(
            "workbook-converted",
            sheets.name or "",
            "不是 .xlsx，已用 LibreOffice 转换后读取；请核对",
            "this is no .xlsx; LibreOffice converted it before it was read: check the figures",
        )
    identity = _identity(sheets, form, year, notes)
    if identity is None:
        return ReadWorkbook(report=None, findings=notes.all(), places={})
    ours = identity.is_ours
    basic = read_basic(identity.form, sheets, notes, is_ours=ours)
    tables = read_tables(identity.form, sheets, notes, is_ours=ours)
    texts = read_texts(identity.form, sheets, notes, is_ours=ours)
    kept = [ExtraRow(**row) for row in identity.data.get("附加行", ())]
    data: dict[str, Any] = {
        **basic.data,
        "年度": identity.year,
        "格式": identity.form,
        **_whole_period(basic, identity.year),
        "引言": texts.introduction,
        "章节": tuple(texts.sections),
        "结语": texts.closing,
        "表格": Figures(tables.values),
        "附加行": tuple(kept + tables.extra_rows),
    }
    if "上年" in identity.data:
        data["上年"] = identity.data["上年"]
    if agency and not data.get("机关"):
        data["机关"] = agency
    fields = {".".join(path): at for path, at in basic.places.items()}
    places = {**fields, **texts.places, **tables.places}
    report = _report(data, basic, notes)
    return ReadWorkbook(report=report, findings=notes.all(), places=places)


def _identity(
    sheets: Sheets, form: ReportFormat | None, year: int | None, notes: Notes
) -> _Identity | None:
    data = _own_data(sheets, notes)
    is_ours = data is not None
    kept = data or {}
    year = year or _shown_year(sheets, kept, notes) or _whole(kept.get("年度"))
    if year is None:
        notes.error(
            "workbook-year-missing",
            "",
            "工作簿里没有报告年度（不是用 govdocs workbook 生成的填报簿）；请指明年度",
            "the workbook does not tell the year of the report (govdocs workbook did not make it); "
            "give the year",
        )
        return None
    try:
        folder = Path(sheets.name).parent if sheets.name else None
        own = form or (format_in_data(str(kept["格式"]), folder) if "格式" in kept else None)
        usual = own if own and own.years is None else format_of_year(year)
    except GovdocsError as error:
        notes.error("workbook-format", sheets.name or "", error.zh, error.en)
        return None
    if own is not None and form is None and own.id != usual.id and not _is_variant(own, year):
        notes.error(
            "workbook-format",
            BASIC_SHEET,
            f"这是 {own.id} 格式的填报簿，{year} 年度应用 {usual.id} 格式（{usual.name}）；"
            f"请重新生成 {year} 年度的填报簿",
            f"this is a workbook of format {own.id}, and reports on {year} take {usual.id}; make a "
            f"new workbook for {year}",
            expected=usual.id,
            found=own.id,
        )
    if not is_ours:
        notes.info(
            "workbook-not-ours",
            sheets.name or "",
            "不是 govdocs 生成的填报簿，只按行、列的文字认出法定表格；请核对",
            "govdocs did not make this workbook; only the statutory tables were read, by the "
            "labels of their rows and columns",
        )
    return _Identity(own or usual, year, kept, is_ours)


def _is_variant(form: ReportFormat, year: int) -> bool:
    years = form.variant_years
    return years is not None and years[0] <= year <= years[1]


def _own_data(sheets: Sheets, notes: Notes) -> dict[str, Any] | None:
    """What :func:`write_workbook` put into the hidden sheet; None for another's workbook."""
    sheet = sheets.sheet(DATA_SHEET)
    if sheet is None or sheet.text(0, 1) != KIND:
        return None
    version = sheet.text(1, 1)
    if version != str(VERSION):
        notes.warning(
            "workbook-version",
            "",
            f"填报簿是另一版本的 govdocs 生成的（{version[:20]}），按现有版本读取；请核对",
            f"another version of govdocs made the workbook ({version[:20]}); check what was read",
        )
    rows = sorted(row for row, _ in sheet.cells if sheet.text(row, 0) == "data")
    try:
        data = json.loads("".join(sheet.text(row, 1) for row in dict.fromkeys(rows)))
    except ValueError:
        data = None
    if not isinstance(data, dict):
        notes.warning(
            "workbook-data",
            "",
            f"填报簿的隐藏数据（工作表“{DATA_SHEET}”）已损坏，上年数没有读取",
            f"the workbook's own data (sheet {DATA_SHEET}) is damaged; last year's figures were "
            "not read",
        )
        return {}
    return data


def _shown_year(sheets: Sheets, kept: Mapping[str, Any], notes: Notes) -> int | None:
    """The year on the sheet 基本信息, which people see; the hidden one must agree."""
    sheet = find_basic(sheets)
    if sheet is None:
        return None
    for (row, column), cell in sheet.cells.items():
        if isinstance(cell.value, str) and plain_label(cell.value) == YEAR.label:
            shown = _whole(sheet.value(row, column + 1))
            if shown is not None and kept.get("年度") not in (None, shown):
                notes.warning(
                    "workbook-year",
                    sheet.at(row, column + 1),
                    f"年度改成了 {shown}，填报簿是为 {kept['年度']} 年度生成的，"
                    "上年数等不再对得上；"
                    f"请重新生成 {shown} 年度的填报簿",
                    f"the year was changed to {shown}; the workbook was made for {kept['年度']}: "
                    "make a new one",
                    expected=str(kept["年度"]),
                    found=shown,
                )
            return shown
    return None


def _whole(value: object) -> int | None:
    if isinstance(value, str):
        value = int(text) if (text := value.strip().removesuffix("年")).isdecimal() else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, int) and 1000 <= value <= 9999 else None


def _whole_period(basic: ReadBasic, year: int) -> dict[str, Any]:
    """The period, its other end being the year's where only one was filled in."""
    given = basic.data.get("统计期限")
    return {"统计期限": {"起": f"{year}-01-01", "止": f"{year}-12-31", **given}} if given else {}


def _report(data: dict[str, Any], basic: ReadBasic, notes: Notes) -> AnnualReport | None:
    """The report; a field that the model refuses is a finding, and is left out."""
    try:
        return AnnualReport.model_validate(data)
    except ValidationError as error:
        fields = [tuple(map(str, each["loc"])) for each in error.errors()]
        for path, problem in zip(fields, error.errors(), strict=True):
            _say_refused(path, problem, basic, notes)
    left = {key: value for key, value in data.items() if not any(p[0] == key for p in fields)}
    try:
        return AnnualReport.model_validate(left) if left.keys() >= {"年度", "机关"} else None
    except ValidationError:
        return None


def _say_refused(
    path: Sequence[str], problem: Mapping[str, Any], basic: ReadBasic, notes: Notes
) -> None:
    at = next((basic.places[p] for p in (tuple(path[:n]) for n in range(len(path), 0, -1))
               if p in basic.places), "")  # fmt: skip
    if tuple(path) == AGENCY.path:
        notes.error(
            "workbook-agency-missing",
            at or BASIC_SHEET,
            "没有填机关全称；请从下拉名单选择，或直接输入",
            "the full name of the agency is missing",
        )
        return
    words = problem.get("ctx", {})
    zh, en = words.get("zh", problem["msg"]), words.get("en", problem["msg"])
    label = ".".join(path)
    notes.error("workbook-field", at, f"“{label}”：{zh}", f"{label}: {en}")


def require_report(read: ReadWorkbook, name: str | None = None) -> AnnualReport:
    """The report of a workbook, for callers that cannot go on without one.

    Raises:
        InputError: there is none; it says the first of the findings that are errors.
    """
    if read.report is not None:
        return read.report
    first = next(f for f in read.findings if f.severity == "error")
    raise InputError(first.zh, first.en, at=name)
