"""YAML and JSON to a report: Chinese or English keys, every fault at once with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import ValidationError

from govdocs.errors import ReportError
from govdocs.findings import Finding, Severity
from govdocs.inputs.text.decoding import decode
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.tree import Node, Tree, load_tree
from govdocs.kinds.annual_report.facts import Facts, chinese_name
from govdocs.kinds.annual_report.placing import SourceLine
from govdocs.kinds.annual_report.report import (
    NEEDS_YEAR,
    AnnualReport,
    Contact,
    LastYear,
    Period,
)
from govdocs.kinds.annual_report.section import ExtraRow
from govdocs.kinds.annual_report.text_lines import text_lines
from govdocs.kinds.field_names import child, exists, fault_of, field_names
from govdocs.standards.annual_report.forms import CellRef, ReportFormat
from govdocs.standards.annual_report.loader import report_format

_INNER: dict[str, type[Facts]] = {
    "统计期限": Period,
    "联系方式": Contact,
    "附加行": ExtraRow,
    "上年": LastYear,
}
"""What stands below a field of a report that has fields of its own."""

_NAMES = field_names(AnnualReport, _INNER)


class Decoded(NamedTuple):
    """A report read from data.

    Attributes:
        report: the report.
        lines: 1-based line of each field (by its English name) and of each cell (``t2.新收.总计``).
        texts: lines of each text, by its name in findings (``章节 总体情况``).
    """

    report: AnnualReport
    lines: Mapping[str, int]
    texts: Mapping[str, tuple[SourceLine, ...]]


def decode_report(
    data: str | bytes,
    *,
    name: str | None = None,
    format: Literal["yaml", "json"] = "yaml",
    overrides: Mapping[str, object] | None = None,
) -> Decoded:
    """Read a report from YAML or JSON.

    Args:
        data: the whole source.
        name: what to call it in messages; if it is a path, a format's path in the data
            (``格式: ./本省.toml``) is looked for in its folder first, and never outside of that
            and the working folder. Without a name the data may name no file.
        format: ``"yaml"`` or ``"json"``.
        overrides: fields, by English name, that go before those of the data; a format's file
            may lie anywhere.

    Raises:
        InputError: it is no YAML or JSON.
        ReportError: fields or figures are wrong; it holds each with its line.
        UsageError: there is no format of the name that the caller gives.
    """
    tree = load_tree(data, name=name, format=format)
    value = tree.value if tree.value is not None else {}
    over = dict(overrides or {})
    # A format named in a file lies beside it; one named by the caller, where the caller stands.
    if isinstance(chosen := over.get("format"), str):
        over["format"] = report_format(chosen)
    given = _overridden(value, over) if over and isinstance(value, dict) else value
    context = {"folder": None if name is None else Path(name).parent}
    try:
        report = AnnualReport.model_validate(given, context=context)
    except ValidationError as error:
        raise ReportError(faults_of(error, tree), at=name) from error
    # Lines of a text differ from those of its source in JSON, where a string is one line.
    source = "" if format == "json" else _source_text(data, name)
    return Decoded(report, dict(_lines(report, tree)), text_lines(report, tree, source))


def _source_text(data: str | bytes, name: str | None) -> str:
    return data if isinstance(data, str) else decode(data, name, FindingLog())


def _overridden(value: Mapping[str, Node], overrides: Mapping[str, object]) -> dict[str, object]:
    replaced = {name for key in overrides for name in (key, _NAMES.other.get(key, key))}
    return {**{k: v for k, v in value.items() if k not in replaced}, **overrides}


def faults_of(error: ValidationError, tree: Tree) -> tuple[Finding, ...]:
    """Every fault that the report's model found, with its line in the source."""
    return tuple(_fault(each, tree) for each in error.errors() if each["type"] != NEEDS_YEAR)


def _fault(error: Mapping[str, object], tree: Tree) -> Finding:
    fault = fault_of(error, tree, _NAMES)
    return Finding(id="bad-report-data", severity=Severity.ERROR, **fault._asdict())


def _lines(report: AnnualReport, tree: Tree) -> Iterator[tuple[str, int]]:
    for name, field in AnnualReport.model_fields.items():
        path = _NAMES.typed_path(tree.value, (chinese_name(field),))
        if exists(tree.value, path) and (place := tree.places.of_key(path)):
            yield name, place.line
    path = _NAMES.typed_path(tree.value, ("表格",))
    tables = child(tree.value, path[0])
    for cell, cell_path in _cell_paths(tables, report.format):
        if place := tree.places.at((*path, *cell_path)):
            yield str(cell), place.line


def _cell_paths(
    tables: Node, form: ReportFormat
) -> Iterator[tuple[CellRef, tuple[str | int, ...]]]:
    """Each cell that a source gives, and where it stands below 表格."""
    for table_name, rows in tables.items() if isinstance(tables, dict) else ():
        table = form.table(table_name)
        for row_name, cells in rows.items() if isinstance(rows, dict) else ():
            row = table.row(row_name).key
            columns = [cell.column for cell in table.cells_of(row)]
            steps: list[tuple[str, tuple[str | int, ...]]]
            if isinstance(cells, dict):
                steps = [(table.column(name).key, (name,)) for name in cells]
            elif isinstance(cells, list):
                steps = [(column, (index,)) for index, column in enumerate(columns)]
            else:
                steps = [(column, ()) for column in columns]
            for column, step in steps:
                yield CellRef(table.id, row, column), (table_name, row_name, *step)
