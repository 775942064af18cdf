"""Read the formats of yearly reports from their TOML files: ours, and those a caller brings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from govdocs.errors import InputError, UsageError
from govdocs.findings import Severity
from govdocs.standards.annual_report.format_files import (
    file_beside,
    file_named_in_data,
    toml_of,
)
from govdocs.standards.annual_report.format_keys import check_keys
from govdocs.standards.annual_report.forms import (
    Carry,
    CellRef,
    ChartPart,
    ChartPlan,
    Identity,
    NilGroup,
    ReportFormat,
    SectionForm,
    SwingRule,
    TableForm,
    Term,
)
from govdocs.standards.annual_report.table_loader import WrongFormat, table_form

_FOLDER = Path(__file__).parent


def format_names() -> tuple[str, ...]:
    """The ids of the formats that come with govdocs, oldest first."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def report_format(name: str, folder: Path | None = None) -> ReportFormat:
    """A format by its id, or from a caller's .toml file, in ``folder`` or the working folder.

    Raises:
        UsageError: there is no such format.
        InputError: the file cannot be read or says no format.
    """
    if name.endswith(".toml"):
        return _of_file(file_beside(name, folder), name)
    if name not in format_names():
        known = "、".join(format_names())
        raise UsageError(
            f"没有名为 {name!r} 的年报格式；可用的有：{known}，或给出一个 .toml 文件",
            f"no report format named {name!r}; known: {known}, or name a .toml file",
        )
    return _shipped(name)


def format_in_data(name: str, folder: Path | None) -> ReportFormat:
    """A format that data names, which may be anybody's: a file only where the data's own lie.

    Args:
        name: an id, or a .toml file in or below ``folder`` or the working folder.
        folder: where the data lies; None if it lies in no file, which then may name no file.

    Raises:
        UsageError: there is no such format, or it would lie elsewhere.
        InputError: the file cannot be read or says no format.
    """
    if name.endswith(".toml"):
        return _of_file(file_named_in_data(name, folder), name)
    return report_format(name)


def _of_file(path: Path, name: str) -> ReportFormat:
    return replace(read_format(path), source=name)


def format_of_year(year: int, province: str | None = None) -> ReportFormat:
    """The format of reports on a year, of a province where it has one of its own.

    Raises:
        UsageError: no format is known for that year.
    """
    formats = [_shipped(name) for name in format_names()]
    for form in formats:
        years = form.variant_years
        is_theirs = province and any(province.startswith(known) for known in form.provinces)
        if is_theirs and years and years[0] <= year <= years[1]:
            return form
    for form in formats:
        if form.years and form.years[0] <= year <= form.years[1]:
            return form
    raise UsageError(
        f"没有 {year} 年度报告的格式；《政府信息公开条例》自2008年5月1日起施行",
        f"there is no format for reports on {year}; the Regulations are in force since 2008",
    )


@cache
def _shipped(name: str) -> ReportFormat:
    return _read(_FOLDER / f"{name}.toml")


def read_format(path: Path) -> ReportFormat:
    """Read a format file.

    Raises:
        InputError: it cannot be read, is no TOML, lacks or misnames something, or takes the id of
            a format that comes with govdocs; the message names it.
    """
    form = _read(path)
    if form.id in format_names() and form != _shipped(form.id):
        raise InputError(
            f"id {form.id!r} 与随附格式相同，内容却不同，请另取",
            f"the id {form.id!r} is that of a format of govdocs, which says otherwise: choose "
            "another",
            at=str(path),
        )
    return form


def _read(path: Path) -> ReportFormat:
    try:
        return _format(_data(path))
    except WrongFormat as wrong:
        raise InputError(wrong.zh, wrong.en, at=str(path)) from wrong
    except KeyError as error:
        raise InputError(
            f"缺少或写错了 {error}", f"missing or misnamed: {error}", at=str(path)
        ) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(
            f"内容不合格式：{error}", f"not of the right shape: {error}", at=str(path)
        ) from error


def _data(path: Path) -> dict[str, Any]:
    """What a file says, with what it takes from its base."""
    data = toml_of(path)
    check_keys(data)
    base = data.pop("base", None)
    if base is None:
        return data
    if base not in format_names():
        raise InputError(
            f"base 应为随附格式之一（{'、'.join(format_names())}），得到 {base!r}",
            f"base takes one of {', '.join(format_names())}, got {base!r}",
            at=str(path),
        )
    return _based(_data(_FOLDER / f"{base}.toml"), data)


_MERGED = ("tables", "identities", "carries", "charts", "nil_statements")
_OWN = ("years", "provinces", "variant_years")


def _based(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """A format that says only what differs from its base.

    Tables, tie-outs and links between years replace those of the same id and stand with the
    others; every other key replaces the base's. Tables that no section prints go. When a format
    is the default is never taken over.
    """
    merged = {key: value for key, value in base.items() if key not in _OWN} | own
    merged["id"] = own["id"]  # a format of its own has a name of its own
    merged["lineage"] = [base["id"], *base.get("lineage", [])]
    for key in _MERGED:
        entries = [*base.get(key, []), *own.get(key, [])]
        merged[key] = list({each["id"]: each for each in entries}.values())
    printed = {name for section in merged["sections"] for name in section.get("tables", [])}
    merged["tables"] = [each for each in merged["tables"] if each["id"] in printed]
    if not merged["tables"]:
        merged.pop("swings", None)
    for key in ("identities", "charts", "nil_statements"):
        merged[key] = [each for each in merged[key] if each["table"] in printed]
    merged["carries"] = [each for each in merged["carries"] if _carry_is_known(each, merged)]
    return merged


def _carry_is_known(carry: Mapping[str, Any], data: Mapping[str, Any]) -> bool:
    """Whether the columns and row of a link exist in what a based format's tables have become."""
    for table in data["tables"]:
        if table["id"] == carry["table"]:
            rows = {row["key"] for row in table["rows"]}
            columns = {column["key"] for column in table["columns"]}
            return carry["row"] in rows and set(carry.get("columns", [])) <= columns
    return False


def _format(data: Mapping[str, Any]) -> ReportFormat:
    data["title"].format(agency="", year=0)  # a field that it does not have is a KeyError
    tables = tuple(table_form(each) for each in data.get("tables", ()))
    by_id = {table.id: table for table in tables}
    sections = tuple(_section(each) for each in data["sections"])
    for section in sections:
        for name in section.tables:
            if name not in by_id:
                raise WrongFormat(
                    f"章节“{section.key}”要印的表 {name} 没有定义",
                    f"section {section.id} prints table {name}, which is not defined",
                )
    return ReportFormat(
        id=data["id"],
        name=data["name"],
        notice=data.get("notice", ""),
        years=_pair(data.get("years")),
        provinces=tuple(data.get("provinces", ())),
        variant_years=_pair(data.get("variant_years")),
        verified=data["verified"],
        title=data["title"],
        legal_basis=tuple(data["legal_basis"]),
        fixed_outline=data["fixed_outline"],
        has_processing_fee=data.get("has_processing_fee", False),
        department_deadline=_pair(data.get("department_deadline")),
        sections=sections,
        tables=tables,
        identities=tuple(_identity(each, by_id) for each in data.get("identities", ())),
        carries=tuple(_carry(each, by_id) for each in data.get("carries", ())),
        charts=tuple(_chart(each, by_id) for each in data.get("charts", ())),
        nil_groups=tuple(_nil_group(each, by_id) for each in data.get("nil_statements", ())),
        swings=_swings(data["swings"], by_id) if "swings" in data else None,
        lineage=tuple(data.get("lineage", ())),
    )


def _pair(numbers: Sequence[int] | None) -> tuple[int, int] | None:
    return None if numbers is None else (int(numbers[0]), int(numbers[1]))


def _section(data: Mapping[str, Any]) -> SectionForm:
    return SectionForm(
        key=data["key"],
        id=data["id"],
        heading=data["heading"],
        match=tuple(data.get("match", ())),
        tables=tuple(data.get("tables", ())),
        parts=tuple(data.get("parts", ())),
        required=data.get("required", True),
    )


def _identity(data: Mapping[str, Any], tables: Mapping[str, TableForm]) -> Identity:
    form = tables[data["table"]]
    each = cast(Literal["column", "row"], data["each"])
    named = form.row if each == "column" else form.column
    along = [c.key for c in form.columns] if each == "column" else [r.key for r in form.rows]
    sides = {side: tuple(named(key).key for key in data[side]) for side in ("left", "right")}
    over = tuple(data.get("over", along))
    identity = Identity(
        id=data["id"],
        table=form.id,
        each=each,
        left=sides["left"],
        right=sides["right"],
        relation=cast(Literal["=", ">="], data.get("relation", "=")),
        severity=Severity(data.get("severity", "error")),
        over=over,
        zh=data["zh"],
        en=data["en"],
    )
    printed = set(form.cells())
    for key in over:
        for cell in (cell for side in identity.sides(key) for cell in side):
            if cell not in printed:
                raise WrongFormat(
                    f"勾稽关系 {identity.id} 用到的格 {cell} 不在表中",
                    f"tie-out {identity.id} uses {cell}, which the table does not have",
                )
    return identity


def _carry(data: Mapping[str, Any], tables: Mapping[str, TableForm]) -> Carry:
    form = tables[data["table"]]
    return Carry(
        id=data["id"],
        table=form.id,
        row=form.row(data["row"]).key,
        columns=tuple(
            form.column(key).key for key in data.get("columns", [c.key for c in form.columns])
        ),
        last=tuple(_term(each) for each in data["last"]),
        this=tuple(_term(each) for each in data.get("this", ())),
        formats=tuple(data["formats"]),
        severity=Severity(data["severity"]),
    )


def _chart(data: Mapping[str, Any], tables: Mapping[str, TableForm]) -> ChartPlan:
    form = tables[data["table"]]
    column = form.column(data["column"]).key
    known = {row.key for row in form.rows}
    return ChartPlan(
        id=data["id"],
        table=form.id,
        form=data["form"],
        by_year=data.get("by_year", False),
        title=data["title"],
        unit=data.get("unit", ""),
        parts=tuple(
            ChartPart(
                part["name"],
                # A based format may lack rows of its base; what is left is still the part.
                tuple(CellRef(form.id, row, column) for row in part["rows"] if row in known),
            )
            for part in data["parts"]
        ),
    )


def _nil_group(data: Mapping[str, Any], tables: Mapping[str, TableForm]) -> NilGroup:
    form = tables[data["table"]]
    column = form.column(data["column"]).key
    return NilGroup(
        id=data["id"],
        section=data["section"],
        cells=tuple(CellRef(form.id, form.row(row).key, column) for row in data["rows"]),
        known_by=tuple(data["known_by"]),
    )


def _swings(data: Mapping[str, Any], tables: Mapping[str, TableForm]) -> SwingRule:
    cells = [CellRef(*text.split(".")) for text in data["cells"]]
    # A based format may lack cells or tables of its base.
    printed = {cell for form in tables.values() for cell in form.cells()}
    return SwingRule(
        percent=data["percent"],
        least=data["least"],
        cells=tuple(cell for cell in cells if cell in printed),
        told_by=tuple(data["told_by"]),
    )


def _term(text: str) -> Term:
    """``+t2.结转下年`` or ``-t1.规章.废止``."""
    table, row, column = [*text[1:].split("."), ""][:3]
    return Term(-1 if text[0] == "-" else 1, table, row, column)
