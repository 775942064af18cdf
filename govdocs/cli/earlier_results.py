"""What an earlier run of ``govdocs aggregate`` left: people write into it, so it is not lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from govdocs.errors import InputError, UsageError
from govdocs.findings import Finding, Severity

if TYPE_CHECKING:
    from govdocs.kinds.annual_report.report import AnnualReport
    from govdocs.standards.annual_report.forms import ReportFormat


def earlier_report(
    path: Path, agency: str, year: int, form: ReportFormat, *, may_overwrite: bool
) -> AnnualReport | None:
    """The report of the whole as it stands, with what was written into it; None if there is none.

    Raises:
        UsageError: a file stands there that cannot be read, or is another report, and may not be
            written over.
    """
    from govdocs.kinds.annual_report.county.earlier import is_same_report
    from govdocs.kinds.annual_report.reading import read_report

    if not path.is_file():
        return None
    try:
        report = read_report(path)
    except InputError as error:
        if may_overwrite:
            return None
        raise UsageError(
            f"{path} 已有，但读不了（{error.zh}）；其中可能有写好的文字，请改正，或移开，"
            "确定不要时加 --overwrite",
            f"{path} exists and cannot be read ({error.en}); texts may stand in it: mend it or "
            "take it away, or add --overwrite to lose it",
        ) from error
    if is_same_report(report, agency, year, form.id):
        return report
    if may_overwrite:
        return None
    raise UsageError(
        f"{path} 已有，是 {report.agency} {report.year} 年度、{report.format.id} 格式的报告，"
        "不是这次要写的；请移开，或用 -o 写到别处，确定不要时加 --overwrite",
        f"{path} exists and is the report of {report.agency} on {report.year} in format "
        f"{report.format.id}, another than this; take it away or choose another folder with -o, "
        "or add --overwrite to lose it",
    )


def ledger_place(path: Path, data: bytes, *, may_overwrite: bool) -> tuple[Path, Finding | None]:
    """Where the ledger goes: beside one that differs, in which somebody may have noted something.

    Raises:
        OSError: an earlier one cannot be read.
    """
    place, number = path, 1
    while not may_overwrite and place.is_file() and place.read_bytes() != data:
        number += 1
        place = path.with_name(f"{path.stem}({number}){path.suffix}")
    if number == 1:
        return place, None
    return place, Finding(
        id="ledger-kept",
        severity=Severity.INFO,
        zh=f"{path.name} 已有，内容与这次不同（可能有批注），没有改动；这次的写到 {place.name}",
        en=f"{path.name} exists and differs from this run's (it may hold notes): left as it is; "
        f"this run's is {place.name}",
    )


def earlier_ledgers(path: Path) -> tuple[Path, ...]:
    """The ledgers of earlier runs in the folder of results; they are no unit's reports."""
    if not path.parent.is_dir():
        return ()
    return tuple(sorted(path.parent.glob(f"{path.stem}([0-9]*){path.suffix}")))
