"""The chain of years (年度衔接): what this year's figures owe to last year's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.formatting.numbers import change_text
from govdocs.kinds.annual_report.cell_places import cell_place
from govdocs.kinds.annual_report.explanations import explanation, unmatched_explanations
from govdocs.kinds.annual_report.links import Link, comes_from, links_of
from govdocs.kinds.annual_report.report import AnnualReport, LastYear
from govdocs.standards.annual_report.forms import CellRef


class Sources(NamedTuple):
    """What messages call the two reports, mostly their files."""

    last: str
    this: str


def check_chain(
    this: AnnualReport, last: LastYear | None = None, sources: Sources | None = None
) -> tuple[Finding, ...]:
    """Differences from last year's figures.

    Args:
        this: this year's report.
        last: last year's figures; those that this year's report keeps if None.
        sources: what messages call the two.

    Returns:
        ``carry-over``: an error, a warning where an explanation is given; ``in-force``: a hint;
        ``swing``: a change that asks for a sentence; ``chain-years``, ``chain-stops``;
        ``explanation-unmatched``, whether there is a last year or not.
    """
    unmatched = tuple(_unmatched(this))
    past = last or this.last_year
    if past is None:
        return unmatched
    names = sources or Sources(f"{past.year}年报告", f"{this.year}年报告")
    if past.year != this.year - 1:
        return (*unmatched, _wrong_year(past, names))
    found = [*_stop(past, this), *_differences(past, this, names), *_swings(past, this)]
    return (*unmatched, *found)


def _unmatched(this: AnnualReport) -> Iterator[Finding]:
    for name in unmatched_explanations(this):
        yield Finding(
            id="explanation-unmatched",
            severity=Severity.WARNING,
            place=f"说明 {name}",
            found=name,
            zh=f"“说明”中的“{name}”不是表中的行或格，没有起作用；请写成“t2.上年结转”这样",
            en=f"{name!r} under 说明 names no row or cell and has no effect; write t2.上年结转 or "
            "the like",
        )


def _wrong_year(past: LastYear, names: Sources) -> Finding:
    return Finding(
        id="chain-years",
        severity=Severity.WARNING,
        zh=f"{names.last} 是 {past.year} 年度的，不是 {names.this} 的上一年度；没有核对年度衔接",
        en=f"{names.last} is on {past.year}, not the year before {names.this}; "
        "the chain was not checked",
    )


def _stop(past: LastYear, this: AnnualReport) -> Iterator[Finding]:
    carries = this.format.carries
    if carries and not any(comes_from(carry, past.format) for carry in carries):
        yield Finding(
            id="chain-stops",
            severity=Severity.INFO,
            zh=f"{past.year} 年度用 {past.format.id} 格式，{this.year} 年度用 {this.format.id} "
            "格式，两年的数字不衔接",
            en=f"{past.year} is in format {past.format.id} and {this.year} in {this.format.id}: "
            "no figure carries over",
        )


def _differences(past: LastYear, this: AnnualReport, names: Sources) -> Iterator[Finding]:
    for link in links_of(this.format, past):
        number, due = this.tables.number(link.cell), link.due(this.tables)
        if number is None or due is None or number == due:
            continue
        told = _difference(link, past, this, names) if link.must_agree else _hint(link, this)
        yield replace(told, cells=(str(link.cell),), expected=str(due), found=str(number))


def _difference(link: Link, past: LastYear, this: AnnualReport, names: Sources) -> Finding:
    reason = explanation(this, link.cell)
    number, due = this.tables.text(link.cell), link.due(this.tables)
    here = this.format.cell_name(link.cell)
    origin = link.carry.last[0]
    there = past.format.cell_name(
        CellRef(origin.table, origin.row, origin.column or link.cell.column)
    )
    remedy_zh = f"已说明：{reason}" if reason else "请核对；确有原因的，在“说明”中写明"
    remedy_en = f"explained: {reason}" if reason else "check it, or give the reason in 说明"
    return Finding(
        id="carry-over",
        severity=Severity.WARNING if reason else link.carry.severity,
        place=cell_place(this.format, link.cell),
        zh=f"{names.this} {here} 为 {number}，{names.last} {there} 为 {due}，应当相等；{remedy_zh}",
        en=f"{names.this} {here} is {number}, {names.last} {there} is {due}, "
        f"and they must agree; {remedy_en}",
    )


def _hint(link: Link, this: AnnualReport) -> Finding:
    here = this.format.cell_name(link.cell)
    number, due = this.tables.text(link.cell), link.due(this.tables)
    return Finding(
        id="in-force",
        severity=Severity.INFO,
        place=cell_place(this.format, link.cell),
        zh=f"{here} 为 {number}，按上年现行有效加本年制发减本年废止为 {due}；"
        "如有失效、修改请忽略，否则请核对",
        en=f"{here} is {number}; last year's figure plus issued minus repealed gives {due}; "
        "documents may also have expired: check",
    )


def _swings(past: LastYear, this: AnnualReport) -> Iterator[Finding]:
    rule = this.format.swings
    if rule is None or any(word in s.text for s in this.sections for word in rule.told_by):
        return
    known = set(past.format.cells())
    for cell in rule.cells:
        old = past.tables.number(cell) if cell in known else None
        new = this.tables.number(cell)
        if old is None or new is None or explanation(this, cell):
            continue
        swing = abs(Decimal(new) - Decimal(old))
        if swing < rule.least or (old and swing * 100 <= rule.percent * old):
            continue
        change = change_text(new, old) if old else "上年为 0"
        name = this.format.cell_name(cell)
        yield Finding(
            id="swing",
            severity=Severity.INFO,
            place=cell_place(this.format, cell),
            cells=(str(cell),),
            expected=str(old),
            found=str(new),
            zh=f"{name} 由 {old} 变为 {new}（{change}），变动较大，建议在正文中用一句话说明原因",
            en=f"{name} went from {old} to {new}; a sentence on the reason is advised",
        )
