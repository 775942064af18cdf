"""Prose bound to cells: numbers in the text that name a table figure and differ from it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.cell_places import cell_place
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.prose.claims import ChangeClaim, Claim, CountClaim, ShareClaim
from govdocs.kinds.annual_report.prose.closed_lists import list_findings
from govdocs.kinds.annual_report.prose.comparison import agrees
from govdocs.kinds.annual_report.prose.reader import claims_in
from govdocs.kinds.annual_report.prose.vocabulary import Sum
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.forms import ReportFormat, ValueKind

_HUNDRED = Decimal(100)
_TEN_THOUSAND = Decimal(10_000)
_MOST_NAMED = 3


def check_prose(report: AnnualReport) -> tuple[Finding, ...]:
    """Numbers of the prose that name a figure of the tables and differ from it, both with places.

    A number that reaches less far (a channel, another agency, another year), and one beside 含 or
    另, is not compared; a figure that is blank is not either. Findings are warnings
    (``prose-cell``); 其中 parts that do not sum are ``prose-parts``, an error where they exceed
    the total.

    Source:
        docs/design/prose-and-cells.md
    """
    judge = _Judge(report)
    found = [finding for claim in claims_in(report) for finding in judge.findings(claim)]
    found += list_findings(report)
    return tuple(dict.fromkeys(found))


class _Known(NamedTuple):
    """A sum of cells as far as they are stated."""

    value: Decimal
    is_complete: bool

    def may_be(self, found: Decimal, places: int) -> bool:
        """Whether a number may be this sum: it is, or blanks may make up the difference."""
        return agrees(self.value, found, places) or (not self.is_complete and found > self.value)


class _Judge:
    """Compares claims with the figures of a report and of the year before."""

    def __init__(self, report: AnnualReport) -> None:
        self.report = report
        self.form = report.format

    def findings(self, claim: Claim) -> Iterator[Finding]:
        """None where the claim agrees, or where the figures cannot tell."""
        match claim:
            case CountClaim():
                yield from self._count(claim)
            case ShareClaim():
                yield from self._share(claim)
            case ChangeClaim():
                yield from self._change(claim)

    def _known(self, cells: Sum) -> _Known:
        return _known(self.report.tables, self.form, cells)

    def _count(self, claim: CountClaim) -> Iterator[Finding]:
        if claim.figure.is_fee:
            yield from self._fee(claim)
            return
        if claim.is_of_last_year:
            yield from self._last_count(claim)
            return
        known = [self._known(cells) for cells in claim.sums]
        if not known or any(each.may_be(claim.found, claim.places) for each in known):
            return
        unit = claim.figure.unit
        yield self._finding(
            claim, claim.sums[0], _text(known[0].value) + unit, _text(claim.found) + unit
        )

    def _last_count(self, claim: CountClaim) -> Iterator[Finding]:
        """A number of the year before; its cells are in another report, so none is named by key."""
        last = self.report.last_year
        if last is None or last.year != self.report.year - 1:
            return
        known = [_known(last.tables, last.format, cells) for cells in claim.sums]
        if any(each.may_be(claim.found, claim.places) for each in known):
            return
        place, cells = claim.text.place, claim.sums[0]
        expected, found = _text(known[0].value), _text(claim.found)
        where = _where(last.format, cells)
        yield Finding(
            id="prose-cell",
            severity=Severity.WARNING,
            place=place,
            zh=f"{place}：“{claim.quote}”中的 {found} 与上年（{last.year}年）{where}的 {expected} "
            "不一致；请核对后改文字或上年数据",
            en=f"{place}: {found} in “{claim.quote}” differs from {expected} in {where} of "
            f"{last.year}; check both and change one",
            expected=expected,
            found=found,
        )

    def _fee(self, claim: CountClaim) -> Iterator[Finding]:
        fee, found = self.report.processing_fee, claim.found * _TEN_THOUSAND
        if fee is None or agrees(fee / _TEN_THOUSAND, claim.found, max(claim.places, 4)):
            return
        place = claim.text.place
        yield Finding(
            id="prose-cell",
            severity=Severity.WARNING,
            place=place,
            zh=f"{place}：“{claim.quote}”与“信息处理费”一项所填的 {_text(fee)} 元不一致；"
            "请核对后改其中一处",
            en=f"{place}: “{claim.quote}” differs from the field 信息处理费, {_text(fee)} yuan; "
            "check both and change one",
            expected=f"{_text(fee)}元",
            found=f"{_text(found)}元",
        )

    def _share(self, claim: ShareClaim) -> Iterator[Finding]:
        values: list[tuple[Decimal, Sum, Sum]] = []
        for part in claim.parts:
            for whole in claim.wholes:
                top, bottom = self._known(part), self._known(whole)
                if not (top.is_complete and bottom.is_complete):
                    return
                if bottom.value:
                    values.append((_HUNDRED * top.value / bottom.value, part, whole))
        if not values or any(agrees(value, claim.found, claim.places) for value, _, _ in values):
            return
        value, part, whole = values[0]
        ratio = f"{_text(self._known(part).value)}÷{_text(self._known(whole).value)}"
        expected = f"{_rounded(value, claim.places)}%"
        yield self._finding(
            claim, (*part, *whole), f"{expected}（{ratio}）", f"{_text(claim.found)}%"
        )

    def _change(self, claim: ChangeClaim) -> Iterator[Finding]:
        last_year = self.report.last_year
        if last_year is None or last_year.year != self.report.year - 1:
            return
        expected: list[str] = []
        for cells in claim.sums:
            now = self._known(cells)
            before = _known(last_year.tables, last_year.format, cells)
            if not (now.is_complete and before.is_complete):
                return
            if _is_change(claim, now.value, before.value):
                return
            if claim.is_percent and not before.value:
                return
            expected.append(_change_text(claim, now.value, before.value))
        if expected:
            found = _signed(claim.direction * claim.found) + ("%" if claim.is_percent else "件")
            yield self._finding(claim, claim.sums[0], expected[0], found)

    def _finding(self, claim: Claim, cells: Sum, expected: str, found: str) -> Finding:
        place = claim.text.place
        where = _where(self.form, cells)
        zh, en = _difference(claim, where, expected, found)
        return Finding(
            id="prose-cell",
            severity=Severity.WARNING,
            place=place,
            cells=tuple(map(str, cells)),
            zh=f"{place}：{zh}；请核对后改文字或表格",
            en=f"{place}: {en}; check both and change one",
            expected=expected,
            found=found,
        )


def _where(form: ReportFormat, cells: Sum) -> str:
    """The cells' places, the first few of many."""
    named = "、".join(cell_place(form, cell) for cell in cells[:_MOST_NAMED])
    return named + (f"等{len(cells)}格" if len(cells) > _MOST_NAMED else "")


def _difference(claim: Claim, where: str, expected: str, found: str) -> tuple[str, str]:
    """What differs, in Chinese and English; a nil statement has no 0 that could be quoted."""
    if isinstance(claim, CountClaim) and claim.nil:
        unit = "" if claim.figure.unit else "件"
        return (
            f"“{claim.quote}”说“{claim.nil}”，而{where}为 {expected}{unit}",
            f"“{claim.quote}” says that there were none, but {where} has {expected}",
        )
    if isinstance(claim, ChangeClaim) and not claim.direction:
        return (
            f"“{claim.quote}”说没有增减，而{where}为 {expected}",
            f"“{claim.quote}” says that nothing changed, but {where} has {expected}",
        )
    return (
        f"“{claim.quote}”中的 {found} 与{where}的 {expected} 不一致",
        f"{found} in “{claim.quote}” differs from {expected} in {where}",
    )


def _known(figures: Figures, form: ReportFormat, cells: Sum) -> _Known:
    values = [figures.number(cell, form) if cell in figures else None for cell in cells]
    total = Decimal(0)
    for cell, value in zip(cells, values, strict=True):
        if value is not None:
            is_money = form.table(cell.table).kind(cell.row, cell.column) is ValueKind.MONEY
            total += Decimal(value) / (_TEN_THOUSAND if is_money else 1)
    return _Known(total, None not in values)


def _is_change(claim: ChangeClaim, now: Decimal, before: Decimal) -> bool:
    change = (now - before) * (claim.direction or 1)
    if not claim.is_percent:
        return change == claim.found
    return bool(before) and agrees(_HUNDRED * change / before, claim.found, claim.places)


def _change_text(claim: ChangeClaim, now: Decimal, before: Decimal) -> str:
    numbers = f"（上年 {_text(before)}，本年 {_text(now)}）"
    if claim.is_percent:
        percent = _rounded(_HUNDRED * (now - before) / before, claim.places)
        return f"{_signed(percent)}%{numbers}"
    return f"{_signed(now - before)}件{numbers}"


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding="ROUND_HALF_UP")


def _signed(value: Decimal) -> str:
    return f"{value:+f}" if value else "0"


def _text(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
