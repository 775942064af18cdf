"""Compute the totals that a report leaves blank; on request only, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.cell_places import cell_place
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.tie_out import Number, TieOut, numbers_in, tie_outs
from govdocs.kinds.annual_report.values import value_text
from govdocs.standards.annual_report.forms import CellRef


class Filled(NamedTuple):
    """A report with its blank totals computed, and a finding for each of them."""

    report: AnnualReport
    findings: tuple[Finding, ...]


def fill_totals(report: AnnualReport) -> Filled:
    """Fill each blank cell that a tie-out makes the sum of others, all of them stated.

    Totals of totals follow. A cell that holds a text (``-``) is not blank, and no part is filled
    from a total: only sums are computed, so 结转下年 stays blank. Where two sums of one cell
    disagree it stays blank with a warning.
    """
    findings: list[Finding] = []
    disputed: set[CellRef] = set()
    figures = report.tables
    while found := _sums(report, disputed):
        for cell, sums in found.items():
            if len({number for _, number in sums}) > 1:
                disputed.add(cell)
                findings.append(_dispute(report, cell, sums))
            else:
                figures = figures.changed({cell: sums[0][1]})
                findings.append(_filling(report, cell, *sums[0]))
        report = report.model_copy(update={"tables": figures})
    return Filled(report, tuple(findings))


def _sums(
    report: AnnualReport, disputed: set[CellRef]
) -> dict[CellRef, list[tuple[TieOut, Number]]]:
    """The blank totals that can be computed now, with every sum that gives one."""
    numbers = numbers_in(report.format, report.tables)
    found: dict[CellRef, list[tuple[TieOut, Number]]] = {}
    for each in _summing(report):
        total = each.left[0]
        is_blank = total not in report.tables and total not in disputed
        if is_blank and all(part in numbers for part in each.right):
            number = sum((numbers[part] for part in each.right), start=0)
            found.setdefault(total, []).append((each, number))
    return found


def _summing(report: AnnualReport) -> Iterator[TieOut]:
    """Tie-outs that make one cell the sum of several; soft ones compute nothing."""
    for each in tie_outs(report.format):
        rule = each.identity
        is_sum = rule.relation == "=" and len(each.left) == 1 and len(each.right) > 1
        if is_sum and rule.severity is Severity.ERROR:
            yield each


def _filling(report: AnnualReport, cell: CellRef, rule: TieOut, number: Number) -> Finding:
    name, text = report.format.cell_name(cell), value_text(number)
    return Finding(
        id="total-filled",
        severity=Severity.INFO,
        zh=f"{name}：空白，已按“{rule.identity.zh}”（{rule.identity.id}）填入 {text}",
        en=f"{cell}: was blank, filled with {text} ({rule.identity.id}: {rule.identity.en})",
        place=cell_place(report.format, cell),
        cells=(str(cell),),
        expected=text,
        found="",
    )


def _dispute(report: AnnualReport, cell: CellRef, sums: list[tuple[TieOut, Number]]) -> Finding:
    name = report.format.cell_name(cell)
    told = [(each.identity.id, value_text(number)) for each, number in sums]
    zh = "，".join(f"按{id}为{text}" for id, text in told)
    en = ", ".join(f"{text} by {id}" for id, text in told)
    return Finding(
        id="total-not-filled",
        severity=Severity.WARNING,
        zh=f"{name}：空白，未填：{zh}，两者不一致，请先核对各分项",
        en=f"{cell}: left blank, its sums disagree: {en}; check the parts first",
        place=cell_place(report.format, cell),
        cells=(str(cell),),
        expected=" | ".join(text for _, text in told),
        found="",
    )
