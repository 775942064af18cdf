"""Put a county's reports together (汇总): one report of the whole, and all that is to be said."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from typing import NamedTuple, TypeVar

from govdocs.errors import UsageError
from govdocs.findings import Finding, Severity
from govdocs.formatting.dates import date_text
from govdocs.kinds.annual_report.agency import AgencyKind
from govdocs.kinds.annual_report.cell_places import cell_place, table_name
from govdocs.kinds.annual_report.checks.tie_outs import tie_out_findings
from govdocs.kinds.annual_report.county.roster import Noted
from govdocs.kinds.annual_report.county.summing import (
    Contribution,
    Sums,
    TotalCheck,
    printed_figures,
    sum_reports,
)
from govdocs.kinds.annual_report.report import AnnualReport, Contact, Period
from govdocs.kinds.annual_report.values import CellValue, number_of, value_text
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, ValueKind

_MOST_NAMED = 8


class Aggregate(NamedTuple):
    """The report of the whole.

    Attributes:
        report: its tables are the sums; its texts are the template's, to be written.
        sums: what stands behind its tables.
        notes: what is to be said, with the units concerned.
        units: full names of the units counted.
    """

    report: AnnualReport
    sums: Sums
    notes: tuple[Noted, ...]
    units: tuple[str, ...]


def aggregate(
    units: Sequence[Contribution], form: ReportFormat, year: int, agency: str, own: str = ""
) -> Aggregate:
    """Add up the reports of some units.

    Data cells are summed; totals are computed from the summed parts and compared with those
    stated. A blank is not counted as 0, it is told; a cell that every unit leaves blank stays so.

    Args:
        units: each once, all of this year and format; the order does not matter to the sums.
        form, year: of the reports.
        agency: full name of the government whose report this is.
        own: name of the unit that is this government itself (本级); ``agency`` if not given.

    Raises:
        UsageError: no unit, a unit twice, a report of another year or format, or a format that
            has no tables.
    """
    _refuse(units, form, year)
    sums = sum_reports(form, units)
    itself = next((unit.report for unit in units if unit.name == (own or agency)), None)
    fee, fee_notes = _processing_fee(units, form)
    report = AnnualReport(
        year=year,
        agency=agency,
        format=form,
        kind=itself.kind if itself else AgencyKind.GOVERNMENT,
        contact=itself.contact if itself else Contact(),
        website=itself.website if itself else "",
        tables=printed_figures(form, sums.numbers, units),
        processing_fee=fee,
    )
    notes = (
        *_total_notes(sums, form),
        *_blank_notes(sums, form),
        *_written_notes(sums, form),
        *_money_notes(units, form),
        *_other_notes(units, year),
        *fee_notes,
        *(Noted((), finding) for finding in tie_out_findings(form, report.tables)),
    )
    return Aggregate(report, sums, notes, tuple(unit.name for unit in units))


def _refuse(units: Sequence[Contribution], form: ReportFormat, year: int) -> None:
    names = [unit.name for unit in units]
    twice = sorted({name for name in names if names.count(name) > 1})
    other = [u.name for u in units if u.report.year != year or u.report.format.id != form.id]
    if not form.tables:
        raise UsageError(
            f"格式 {form.id} 没有统计表，没有可以相加的数字",
            f"the format {form.id} has no tables: there is nothing to add up",
        )
    if not units:
        raise UsageError("没有可以汇总的报告", "there is no report to add up")
    if twice:
        raise UsageError(
            f"有单位给了两次：{'、'.join(twice)}", f"units given twice: {', '.join(twice)}"
        )
    if other:
        raise UsageError(
            f"不同年度或格式的报告不能相加：{'、'.join(other)}",
            f"reports of another year or format cannot be added up: {', '.join(other)}",
        )


def _total_notes(sums: Sums, form: ReportFormat) -> Iterator[Noted]:
    """A finding for each total whose parts come to something else than was stated."""
    for check in sums.totals:
        if check.computed is None and check.stated is not None:
            name = form.cell_name(check.cell)
            text = value_text(check.stated)
            yield _of_cell(
                form, check.cell, tuple(name for name, _, _ in check.differing),
                "total-without-parts",
                f"{name}：各分项都是空白，按所报总计之和 {text} 汇总",
                f"{check.cell}: all its parts are blank; the totals stated come to {text}",
            )  # fmt: skip
        elif check.differing:
            yield _difference(check, form)


def _difference(check: TotalCheck, form: ReportFormat) -> Noted:
    """Which units' totals do not agree with their parts, and what that comes to."""
    name = form.cell_name(check.cell)
    told = [(u, value_text(s), value_text(c)) for u, s, c in check.differing]
    zh = "；".join(f"{u} 所报 {s}，分项之和 {c}" for u, s, c in told[:_MOST_NAMED])
    en = "; ".join(f"{u}: stated {s}, parts {c}" for u, s, c in told[:_MOST_NAMED])
    more = len(told) - _MOST_NAMED
    stated, computed = value_text(check.stated), value_text(check.computed)
    note = _of_cell(
        form, check.cell, tuple(u for u, _, _ in told), "total-differs",
        f"{name}：按分项重新计算为 {computed}，所报总计之和为 {stated}；"
        f"{zh}{f'；另有{more}个单位' if more > 0 else ''}；汇总用重新计算的数",
        f"{check.cell}: {computed} from the parts, {stated} as stated; {en}"
        f"{f'; {more} more units' if more > 0 else ''}; the computed one is used",
    )  # fmt: skip
    finding = dataclasses.replace(note.finding, expected=computed, found=stated)
    return note._replace(finding=finding)


def _blank_notes(sums: Sums, form: ReportFormat) -> Iterator[Noted]:
    """A finding for each set of units and the cells that just these leave blank."""
    computed = {check.cell for check in sums.totals if check.computed is not None}
    for (table, names), cells in _grouped(form, sums.blank).items():
        is_whole = len(cells) == len(list(form.table(table).cells()))
        sets: dict[str, list[CellRef]] = {}
        for cell in cells:
            # Of a table that is blank the totals are no matter of their own.
            then = _without(cell, sums, frozenset() if is_whole else computed)
            sets.setdefault(then, []).append(cell)
        for then, same in sets.items():
            where_zh, where_en = _cells_named(form, table, same)
            yield _of_cells(
                form, same, names, "blank-in-sum",
                f"{where_zh}：{_listed(names)} 空白，{_WITHOUT[then][0]}；请核实，没有的填0",
                f"{where_en}: blank in {_listed(names)}; {_WITHOUT[then][1]}: fill in or write 0",
            )  # fmt: skip


def _without(cell: CellRef, sums: Sums, computed: Set[CellRef]) -> str:
    """What the sum of a cell is where a unit leaves it blank."""
    if cell in computed:
        return "computed"
    return "missing" if cell in sums.numbers else "empty"


_WITHOUT = {
    "computed": ("总计按分项计算", "the total is computed from its parts"),
    "missing": ("按缺数处理，不作0计", "missing, not counted as 0"),
    "empty": ("没有数字可加，汇总表中留空", "no unit has a number, so the sum is blank"),
}


def _written_notes(sums: Sums, form: ReportFormat) -> Iterator[Noted]:
    for (table, units), cells in _grouped(form, sums.written).items():
        where_zh, where_en = _cells_named(form, table, cells)
        names = tuple(name for name, _ in units)
        told = "、".join(f"{name} 写作“{text}”" for name, text in units[:_MOST_NAMED])
        more = len(units) - _MOST_NAMED
        told += f"等{len(units)}个单位" if more > 0 else ""
        yield _of_cells(
            form, cells, names, "text-in-sum",
            f"{where_zh}：{told}，按缺数处理，不作0计",
            f"{where_en}: {told}: no number; missing, not counted as 0",
        )  # fmt: skip


_Told = TypeVar("_Told", bound=Hashable)


def _grouped(
    form: ReportFormat, by_cell: Mapping[CellRef, _Told]
) -> dict[tuple[str, _Told], list[CellRef]]:
    """Cells of one table of which the same is to be said."""
    found: dict[tuple[str, _Told], list[CellRef]] = {}
    for cell in form.cells():
        if cell in by_cell:
            found.setdefault((cell.table, by_cell[cell]), []).append(cell)
    return found


def _money_notes(units: Sequence[Contribution], form: ReportFormat) -> Iterator[Noted]:
    """Amounts whose unit was to be written in the cell, and was not."""
    for cell in form.cells():
        if form.table(cell.table).kind(cell.row, cell.column) is not ValueKind.MONEY:
            continue
        bare = [(u.name, v) for u in units if _has_no_unit(v := u.report.tables.get(cell))]
        if bare:
            told = "、".join(f"{name} {value_text(value)}" for name, value in bare)
            yield _of_cell(
                form, cell, tuple(name for name, _ in bare), "amount-without-unit",
                f"{form.cell_name(cell)}：没有写金额单位：{told}；按元汇总，如是万元请改正后重新汇总",
                f"{cell}: amounts without a unit: {told}; taken as 元",
            )  # fmt: skip


def _has_no_unit(value: CellValue) -> bool:
    if isinstance(value, str):
        number = number_of(value, ValueKind.MONEY)
        return bool(number) and not value.endswith(("元", "万", "亿", "千", "百"))
    return bool(value)


def _other_notes(units: Sequence[Contribution], year: int) -> Iterator[Noted]:
    for unit in units:
        report = unit.report
        if report.extra_rows:
            rows = "、".join(row.label for row in report.extra_rows)
            yield _of_unit(
                unit.name, "extra-rows-not-summed",
                f"{unit.name}：附加行没有汇总：{rows}", f"{unit.name}: rows not summed: {rows}",
            )  # fmt: skip
        if report.period != Period.of_year(year):
            start, end = report.period.start, report.period.end
            yield _of_unit(
                unit.name, "other-period",
                f"{unit.name}：统计期限为{date_text(start)}至{date_text(end)}，不是全年",
                f"{unit.name}: the period is {start} to {end}, not the whole year",
            )  # fmt: skip


def _processing_fee(
    units: Sequence[Contribution], form: ReportFormat
) -> tuple[Decimal | None, tuple[Noted, ...]]:
    """信息处理费 of those that state it; who does not is told."""
    if not form.has_processing_fee:
        return None, ()
    fees = [u.report.processing_fee for u in units if u.report.processing_fee is not None]
    silent = tuple(u.name for u in units if u.report.processing_fee is None)
    if not silent:
        return sum(fees, start=Decimal(0)), ()
    finding = Finding(
        id="fee-not-stated",
        severity=Severity.WARNING,
        zh=f"信息处理费：{_listed(silent)} 没有说明；"
        + ("汇总数只含已说明的单位，请核实" if fees else "汇总报告也不作说明"),
        en=f"信息处理费 is not stated by {_listed(silent)}; the sum is of the others",
    )
    return (sum(fees, start=Decimal(0)) if fees else None), (Noted(silent, finding),)


def _listed(names: tuple[str, ...]) -> str:
    more = f"等{len(names)}个单位" if len(names) > _MOST_NAMED else ""
    return "、".join(names[:_MOST_NAMED]) + more


def _cells_named(form: ReportFormat, table: str, cells: Sequence[CellRef]) -> tuple[str, str]:
    """Some cells of one table in words: the whole table, the first and their number, or one."""
    found = form.table(table)
    if len(cells) == len(list(found.cells())):
        return f"{table_name(found)}（整张表）", f"{table} (all of it)"
    if len(cells) == 1:
        return form.cell_name(cells[0]), str(cells[0])
    count = len(cells)
    return f"{form.cell_name(cells[0])}等{count}格", f"{cells[0]} and others, {count} cells in all"


def _of_cell(
    form: ReportFormat, cell: CellRef, units: tuple[str, ...], id: str, zh: str, en: str
) -> Noted:
    return _of_cells(form, [cell], units, id, zh, en)


def _of_cells(
    form: ReportFormat, cells: Sequence[CellRef], units: tuple[str, ...], id: str, zh: str, en: str
) -> Noted:
    finding = Finding(
        id=id,
        severity=Severity.WARNING,
        zh=zh,
        en=en,
        place=cell_place(form, cells[0]),
        cells=tuple(map(str, cells)),
    )
    return Noted(units, finding)


def _of_unit(name: str, id: str, zh: str, en: str) -> Noted:
    return Noted((name,), Finding(id=id, severity=Severity.WARNING, zh=zh, en=en))
