"""The ledger (汇总台账): the sheets in words, and the workbook of them all."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.county.decisions import County, Place
from govdocs.kinds.annual_report.county.ledger_book import LedgerBook
from govdocs.kinds.annual_report.county.ledger_figures import write_figures
from govdocs.kinds.annual_report.county.results import Status, UnitResult
from govdocs.kinds.annual_report.county.roster import KIND_NAMES, Noted

LEDGER_FILE = "汇总台账.xlsx"

_Cell: TypeAlias = "str | int | tuple[str, str]"
_SEVERITIES = {
    Severity.ERROR: ("错误", "bad"),
    Severity.WARNING: ("警告", "warn"),
    Severity.INFO: ("提示", "center"),
}
_PLACE_LOOKS = {
    Place.COUNTED: "good",
    Place.FORCED: "warn",
    Place.LEFT_OUT: "warn",
    Place.UNDECIDED: "bad",
}


def write_ledger(county: County, agency: str, *, made_on: datetime.date) -> bytes:
    """The ledger as .xlsx bytes; the same county and date give the same bytes.

    Sheets: 总览, 缺报, 全零, 不同年度, 问题, 各单位数据, 合计核对 (the last only of a whole).
    Classic formulas only, so that WPS and older Excel show what is meant.

    Raises:
        UsageError: xlsxwriter is not installed.
    """
    title = f"{agency}{county.collection.year}年度政府信息公开年报汇总台账"
    book = LedgerBook(title, datetime.datetime.combine(made_on, datetime.time()))
    _write_overview(book, county, title)
    for name, note, statuses in (
        ("缺报", "没有找到报告的单位。", (Status.MISSING,)),
        ("全零", "表中所有数字都是0的单位；请核实。", (Status.ALL_ZERO,)),
        ("不同年度", "年度或格式不符的报告，不能相加。", (Status.OTHER_YEAR, Status.OTHER_FORMAT)),
    ):
        sheet = book.sheet(name, f"{title}：{name}", note)
        rows = [_unit_row(r, p) for r, p in county.units if any(map(r.has, statuses))]
        book.listing(sheet, _UNIT_HEADS, rows, "没有这样的单位。")
    _write_findings(book, county, title)
    write_figures(book, county)
    return book.finish()


_UNIT_HEADS = (
    ("顺序", 6), ("单位", 30), ("类别", 10), ("是否计入", 10), ("状态", 10), ("文件", 26),
    ("原因", 70), ("联系人", 10), ("联系电话", 16),
)  # fmt: skip


def _write_overview(book: LedgerBook, county: County, title: str) -> None:
    sheet = book.sheet("总览", title, summary(county))
    rows = [_unit_row(result, place) for result, place in county.units]
    count = book.listing(sheet, _UNIT_HEADS, rows, "名册里没有单位。")
    row = 4 + count
    for file in county.collection.unknown:
        if row == 4 + count:
            sheet.write_string(row, 0, "文件夹里没有单位认领的文件", book.look("title"))
        row += 1
        sheet.write_string(row, 1, file.file.name, book.look("text"))
        sheet.merge_range(row, 2, row, 8, file.zh, book.look("text"))
        book.fit_row(sheet, row, ((file.file.name, 30), (file.zh, 140)))


def summary(county: County, lang: str = "zh") -> str:
    """The run in one sentence."""
    places = list(county.places)
    counted = sum(place.counts for place in places)
    forced, out, open_ = (places.count(p) for p in (Place.FORCED, Place.LEFT_OUT, Place.UNDECIDED))
    unknown = len(county.collection.unknown)
    if lang == "zh":
        end = "已汇总。" if county.aggregate else "没有汇总：还有单位或名册的错误没有处理。"
        return (
            f"名册{len(places)}个单位：计入{counted}个（其中强制{forced}个），按要求不计入{out}个，"
            f"待定{open_}个；没有单位认领的文件{unknown}个。{end}"
        )
    end = "Summed." if county.aggregate else "Not summed: units or the roster need a decision."
    return (
        f"{len(places)} units: {counted} counted ({forced} forced), {out} left out, "
        f"{open_} undecided; {unknown} files that are no unit's. {end}"
    )


def _unit_row(result: UnitResult, place: Place) -> Sequence[_Cell]:
    unit = result.unit
    status = result.status
    look = "good" if status is Status.OK else "bad" if status.fails else "warn"
    return (
        unit.order,
        unit.name,
        KIND_NAMES[unit.kind],
        (place.zh, _PLACE_LOOKS[place]),
        (status.zh, look),
        result.file.name if result.file else "",
        "；".join(reason.zh for reason in result.reasons),
        unit.contact,
        unit.telephone,
    )


def _write_findings(book: LedgerBook, county: County, title: str) -> None:
    sheet = book.sheet("问题", f"{title}：问题", "每一处问题；汇总的问题在前，各单位的在后。")
    heads = (("单位", 30), ("级别", 8), ("位置", 36), ("问题", 90), ("规则", 22))
    book.listing(sheet, heads, _finding_rows(county), "没有问题。")


def _finding_rows(county: County) -> Iterator[Sequence[_Cell]]:
    for note in county.notes:
        yield _finding_row("、".join(note.units) or "（汇总）", note.finding)
    for file in county.collection.unknown:
        yield ("（无单位认领）", ("警告", "warn"), file.file.name, file.zh, "unknown-file")
    for result in county.collection.results:
        for reason in result.reasons:
            look = "bad" if reason.status.fails else "warn"
            level = "错误" if reason.status.fails else "警告"
            place = result.file.name if result.file else result.unit.place
            yield (result.unit.name, (level, look), place, reason.zh, reason.status.value)
        for finding in result.findings:
            yield _finding_row(result.unit.name, finding)


def _finding_row(unit: str, finding: Finding) -> Sequence[_Cell]:
    line = f"第{finding.line}行" if finding.line is not None else ""
    place = " ".join(filter(None, (line, finding.place)))
    return (unit, _SEVERITIES[finding.severity], place, finding.zh, finding.id)


def all_notes(county: County) -> tuple[Noted, ...]:
    """Every finding of the run with its units, those of the whole first."""
    of_units = (
        Noted((result.unit.name,), finding)
        for result in county.collection.results
        for finding in result.findings
    )
    return (*county.notes, *of_units)
