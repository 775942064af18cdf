"""Single cells: blanks, what is written in place of numbers, numbers that cannot be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.agency import AgencyKind
from govdocs.kinds.annual_report.cell_places import cell_place, short_name, table_name
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.values import value_text
from govdocs.standards.annual_report.forms import CellRef, TableForm, ValueKind

_RULES = "规章"
_LARGEST_FEES = {
    AgencyKind.TOWNSHIP: 1_000,
    AgencyKind.DEPARTMENT: 100_000,
    AgencyKind.GOVERNMENT: 500_000,
    AgencyKind.OTHER: 100_000,
}
"""Fees of a year, 万元, above which a figure was probably entered in 元; our judgement."""

_PLAIN = min(_LARGEST_FEES.values())
"""Whole numbers up to this are right in any cell."""

_NO_RULES = re.compile(r"[县旗](?!级)|(?<![治新])区(?!域)|[乡镇]|街道")
"""In an agency's name: below a city with districts, so without power to make 规章."""


def check_blanks(report: AnnualReport) -> Iterator[Finding]:
    """A warning for each set of blank cells: a whole table, or rows with the same blanks."""
    for table in report.format.tables:
        cells = list(table.cells())
        blank = [cell for cell in cells if cell not in report.tables]
        if len(blank) == len(cells):
            name = table_name(table)
            yield _blank(report, blank, f"{name}：整张表为空", f"{name}: the whole table is blank")
            continue
        rows: dict[str, list[CellRef]] = {}
        for cell in blank:
            rows.setdefault(cell.row, []).append(cell)
        sets: dict[tuple[str, ...], list[CellRef]] = {}
        for of_row in rows.values():
            sets.setdefault(tuple(cell.column for cell in of_row), []).extend(of_row)
        for same in sets.values():
            yield _blank(report, same, *_blank_names(table, same))


def _blank_names(table: TableForm, cells: list[CellRef]) -> tuple[str, str]:
    """Cells of some rows, the same columns in each."""
    rows = [table.row(key) for key in dict.fromkeys(cell.row for cell in cells)]
    columns = [table.column(key) for key in dict.fromkeys(cell.column for cell in cells)]
    zh = "、".join(short_name(row.name) for row in rows)
    en = ", ".join(short_name(row.name) for row in rows)
    if len(table.columns) > 1:
        zh += f"×{'、'.join(column.name for column in columns)}"
        en += f" × {', '.join(column.name for column in columns)}"
    count = f"（共{len(cells)}格）" if len(cells) > 1 else ""
    aside = f" ({len(cells)} cells)" if len(cells) > 1 else ""
    return f"{table_name(table)}：{zh}{count}为空", f"{table_name(table)}: {en}{aside} blank"


def _blank(report: AnnualReport, cells: list[CellRef], zh: str, en: str) -> Finding:
    return Finding(
        id="blank-cell",
        severity=Severity.WARNING,
        zh=f"{zh}；没有发生的应填0，否则请核实后填写",
        en=f"{en}; write 0 where there was none, else fill it in",
        place=cell_place(report.format, cells[0]),
        cells=tuple(map(str, cells)),
        found="",
    )


def check_written_values(report: AnnualReport) -> Iterator[Finding]:
    """What stands in place of numbers is told, table by table; it is never read as 0."""
    form = report.format
    for table in form.tables:
        texts: dict[str, list[CellRef]] = {}
        for cell in table.cells():
            value = report.tables.get(cell)
            if isinstance(value, str) and report.tables.number(cell, form) is None:
                texts.setdefault(value, []).append(cell)
        for text, cells in texts.items():
            zh = f"{table_name(table)}：有{len(cells)}格写作“{text}”"
            names = "、".join(form.cell_name(cell).partition("：")[2] for cell in cells)
            yield Finding(
                id="value-as-written",
                severity=Severity.INFO,
                zh=f"{zh}（{names}），照原样保留，不作0计；没有发生的宜填0",
                en=f"{table_name(table)}: {len(cells)} cells hold “{text}” ({names}); kept as "
                "written, not taken as 0",
                place=cell_place(form, cells[0]),
                cells=tuple(map(str, cells)),
                expected="0",
                found=text,
            )


def check_domains(report: AnnualReport) -> Iterator[Finding]:
    """Negative counts, fractions of a case, fees that were probably entered in 元."""
    for cell, value in report.tables.items():
        is_plain = isinstance(value, int) and 0 <= value <= _PLAIN
        if isinstance(value, str) or value is None or is_plain:
            continue
        kind = report.format.table(cell.table).kind(cell.row, cell.column)
        if value < 0 and kind is not ValueKind.CHANGE:
            yield _cell(report, cell, "negative-figure", Severity.ERROR, *_NEGATIVE)
        elif kind in (ValueKind.COUNT, ValueKind.CHANGE) and value != int(value):
            yield _cell(report, cell, "fraction", Severity.ERROR, *_FRACTION)
        elif kind is ValueKind.AMOUNT and value > _LARGEST_FEES[report.agency_kind]:
            yield _large_fee(report, cell, Decimal(value))


_NEGATIVE = ("不能为负数，请核实", "cannot be negative", ">=0")
_FRACTION = ("应为整数，请核实", "must be a whole number", None)


def _large_fee(report: AnnualReport, cell: CellRef, value: Decimal) -> Finding:
    as_yuan = value_text(value / 10_000)
    return _cell(
        report,
        cell,
        "large-amount",
        Severity.WARNING,
        f"金额过大；单位是万元，如按元填写，应为 {as_yuan}",
        f"very large; the unit is 万元: if it was entered in 元, write {as_yuan}",
        as_yuan,
    )


def check_rules(report: AnnualReport) -> Iterator[Finding]:
    """规章 are made by ministries, provinces and cities with districts (立法法 art. 91, 93)."""
    if not _NO_RULES.search(report.agency.replace("自治区", "")):
        return
    cells = [
        cell
        for cell, value in report.tables.items()
        if cell.row == _RULES and not isinstance(value, str) and value
    ]
    for cell in sorted(cells):
        yield _cell(
            report,
            cell,
            "rules-without-power",
            Severity.WARNING,
            "设区的市以下的机关无权制定规章，应为0，请确认",
            "below a city with districts no 规章 are made: confirm",
            "0",
        )


def check_in_force(report: AnnualReport) -> Iterator[Finding]:
    """A hint where fewer files are in force than this year alone has added."""
    for table in report.format.tables:
        for row in table.rows:
            refs = [CellRef(table.id, row.key, key) for key in ("制发", "废止", "现行有效")]
            numbers = [report.tables.number(ref) for ref in refs]
            if any(number is None for number in numbers):
                continue
            issued, repealed, in_force = (number or 0 for number in numbers)
            if in_force < issued - repealed:
                yield _cell(
                    report,
                    refs[2],
                    "in-force",
                    Severity.INFO,
                    f"少于本年制发{value_text(issued)}减本年废止{value_text(repealed)}，请核实",
                    f"fewer than issued {issued} less repealed {repealed} this year",
                    f">={value_text(issued - repealed)}",
                )


def _cell(
    report: AnnualReport,
    cell: CellRef,
    id: str,
    severity: Severity,
    zh: str,
    en: str,
    expected: str | None,
) -> Finding:
    text = report.tables.text(cell)
    return Finding(
        id=id,
        severity=severity,
        zh=f"{report.format.cell_name(cell)}：{text}：{zh}",
        en=f"{cell}: {text}: {en}",
        place=cell_place(report.format, cell),
        cells=(str(cell),),
        expected=expected,
        found=text,
    )
