"""The chain of years (年度衔接): what this year's figures owe to last year's."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.formatting.numbers import change_text
from govdocs.kinds.annual_report.cell_places import cell_place
from govdocs.kinds.annual_report.explanations import explanation, unmatched_explanations
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.report import AnnualReport, LastYear
from govdocs.standards.annual_report.forms import Carry, CellRef, ReportFormat, Term


class Sources(NamedTuple):
    """What messages call the two reports, mostly their files."""

    last: str
    this: str


class Link(NamedTuple):
    """A cell of this year and the figure that last year's report gives for it."""

    cell: CellRef
    carry: Carry
    due: int | Decimal


def links(last: LastYear, this: AnnualReport) -> Iterator[Link]:
    """Every link of this year's format that last year's figures can be followed along.

    The chain stops where the form changed: a link names the formats it may come from.
    """
    for carry in this.format.carries:
        if _comes_from(carry, last.format):
            for column in carry.columns:
                due = _due(carry, column, last.tables, this.tables)
                if due is not None:
                    yield Link(CellRef(carry.table, carry.row, column), carry, due)


def _comes_from(carry: Carry, form: ReportFormat) -> bool:
    """Whether a link takes figures from reports in a format; a caller's own goes by its base."""
    known = (form.id, *form.lineage) if form.source else (form.id,)
    return any(name in carry.formats for name in known)


def _due(carry: Carry, column: str, last: Figures, this: Figures) -> int | Decimal | None:
    """Last year's figures, with this year's movements that are stated; None if one is blank."""
    total: int | Decimal = 0
    for term in carry.last:
        number = _number(term, column, last)
        if number is None:
            return None
        total += term.sign * number
    for term in carry.this:
        total += term.sign * (_number(term, column, this) or 0)
    return total


def _number(term: Term, column: str, figures: Figures) -> int | Decimal | None:
    return figures.number(CellRef(term.table, term.row, term.column or column))


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
        return (*unmatched, _wrong_year(past, this, names))
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


def _wrong_year(past: LastYear, this: AnnualReport, names: Sources) -> Finding:
    return Finding(
        id="chain-years",
        severity=Severity.WARNING,
        zh=f"{names.last} 是 {past.year} 年度的，不是 {names.this} 的上一年度；没有核对年度衔接",
        en=f"{names.last} is on {past.year}, not the year before {names.this}; "
        "the chain was not checked",
    )


def _stop(past: LastYear, this: AnnualReport) -> Iterator[Finding]:
    carries = this.format.carries
    if carries and not any(_comes_from(carry, past.format) for carry in carries):
        yield Finding(
            id="chain-stops",
            severity=Severity.INFO,
            zh=f"{past.year} 年度用 {past.format.id} 格式，{this.year} 年度用 {this.format.id} "
            "格式，两年的数字不衔接",
            en=f"{past.year} is in format {past.format.id} and {this.year} in {this.format.id}: "
            "no figure carries over",
        )


def _differences(past: LastYear, this: AnnualReport, names: Sources) -> Iterator[Finding]:
    for link in links(past, this):
        number = this.tables.number(link.cell)
        if number is None or number == link.due:
            continue
        is_hint = link.carry.severity is Severity.INFO
        yield _hint(link, number, this) if is_hint else _difference(link, number, past, this, names)


def _difference(
    link: Link, number: int | Decimal, past: LastYear, this: AnnualReport, names: Sources
) -> Finding:
    reason = explanation(this, link.cell)
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
        cells=(str(link.cell),),
        expected=str(link.due),
        found=str(number),
        zh=f"{names.this} {here} 为 {number}，{names.last} {there} 为 {link.due}，"
        f"应当相等；{remedy_zh}",
        en=f"{names.this} {here} is {number}, {names.last} {there} is {link.due}, "
        f"and they must agree; {remedy_en}",
    )


def _hint(link: Link, number: int | Decimal, this: AnnualReport) -> Finding:
    here = this.format.cell_name(link.cell)
    return Finding(
        id="in-force",
        severity=Severity.INFO,
        place=cell_place(this.format, link.cell),
        cells=(str(link.cell),),
        expected=str(link.due),
        found=str(number),
        zh=f"{here} 为 {number}，按上年现行有效加本年制发减本年废止为 {link.due}；"
        "如有失效、修改请忽略，否则请核对",
        en=f"{here} is {number}; last year's figure plus issued minus repealed gives {link.due}; "
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
