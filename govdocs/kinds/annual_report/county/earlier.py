"""The report of the whole, made anew: what people wrote into the earlier one is kept."""

from __future__ import annotations

from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.county.roster import Noted, plain_name
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.forms import CellRef


class Renewed(NamedTuple):
    """A report with new figures, and what is to be said of it."""

    report: AnnualReport
    note: Noted


def is_same_report(earlier: AnnualReport, agency: str, year: int, format_id: str) -> bool:
    """Whether an earlier report is one of the same agency, year and format."""
    own = (plain_name(agency), year, format_id)
    return (plain_name(earlier.agency), earlier.year, earlier.format.id) == own


def renewed(fresh: AnnualReport, earlier: AnnualReport, file: str) -> Renewed:
    """The earlier report with the figures of the new one.

    Figures are the tables, and 信息处理费 where a unit states it. All else is people's: texts,
    title, contact, signature, date, explanations, last year's figures, rows that were added.

    Args:
        fresh: the report of the whole as it was just summed.
        earlier: the one that was made before, of the same agency, year and format.
        file: what it is called in the finding.
    """
    fee = earlier.processing_fee if fresh.processing_fee is None else fresh.processing_fee
    changed = _changed(fresh, earlier)
    report = earlier.model_copy(update={"tables": fresh.tables, "processing_fee": fee})
    return Renewed(report, Noted((), _finding(fresh, changed, file)))


def _changed(fresh: AnnualReport, earlier: AnnualReport) -> tuple[CellRef, ...]:
    return tuple(
        cell for cell in fresh.format.cells() if fresh.tables.get(cell) != earlier.tables.get(cell)
    )


def _finding(fresh: AnnualReport, changed: tuple[CellRef, ...], file: str) -> Finding:
    what, what_en = "数字没有变化", "no figure has changed"
    if changed:
        more = f"等{len(changed)}格" if len(changed) > 1 else ""
        what = f"数字按这次汇总更新：{fresh.format.cell_name(changed[0])}{more}"
        what_en = f"{len(changed)} figures are those of this run, {changed[0]} the first"
    return Finding(
        id="texts-kept",
        severity=Severity.INFO,
        zh=f"{file} 已有，保留其中的文字，{what}",
        en=f"{file} exists: its texts are kept, {what_en}",
        cells=tuple(map(str, changed)),
    )
