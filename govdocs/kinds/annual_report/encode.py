"""A report as YAML that people edit, or as JSON; both are read back without loss."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.report import AnnualReport, Period
from govdocs.kinds.annual_report.values import CellValue, value_text
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, TableForm

if TYPE_CHECKING:
    import yaml

SCHEMA_FILE = "govdocs-annual-report.schema.json"
"""The name under which YAML files point editors to the schema (``govdocs schema``)."""


def report_data(report: AnnualReport) -> dict[str, Any]:
    """A report as plain data by its Chinese names; what is left out takes its default again."""
    data: dict[str, Any] = report.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if report.period == Period.of_year(report.year):
        data.pop("统计期限")
    if not report.tables:
        data.pop("表格")
    return data


def to_json(report: AnnualReport) -> str:
    """A report as JSON, by its Chinese names."""
    return json.dumps(report_data(report), ensure_ascii=False, indent=2) + "\n"


def to_yaml(
    report: AnnualReport, *, hints: Mapping[CellRef, str] | None = None, schema: str = SCHEMA_FILE
) -> str:
    """A report as YAML for people: every cell has its place, one row of a table a line.

    Args:
        report: the report.
        hints: words to set beside cells as comments, such as last year's figure.
        schema: where editors find the JSON Schema; empty for none.
    """
    # Imported here: PyYAML is needed only where YAML is written.
    import yaml

    data = report_data(report)
    data.pop("表格", None)
    last = data.pop("上年", None)
    plain = yaml.dump(
        _styled(data),
        Dumper=_dumper(),
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=10_000,
    )
    head = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    text = head + plain + "\n".join(_tables("表格", report.tables, report.format, hints or {}))
    if last is not None and report.last_year is not None:
        past = report.last_year
        text += f"\n上年:\n  年度: {past.year}\n  格式: '{past.format.reference}'\n"
        text += "\n".join(_tables("表格", past.tables, past.format, {}, stated_only=True))
    return text.rstrip("\n") + "\n"


_TEXT_TAG = "tag:yaml.org,2002:str"


class _Block(str):
    """A text that YAML shows line by line."""


class _Quoted(str):
    """A text that YAML shows in quotes: it holds what YAML takes for the end of a line."""


_OTHER_LINE_ENDS = frozenset("\x85\u2028\u2029")


def _styled(data: object) -> object:
    """Data whose texts are marked by the way in which YAML is to show them."""
    if isinstance(data, dict):
        return {_styled(key): _styled(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_styled(value) for value in data]
    if isinstance(data, str) and not _OTHER_LINE_ENDS.isdisjoint(data):
        return _Quoted(data)
    return _Block(data) if isinstance(data, str) and "\n" in data else data


def _dumper() -> type[yaml.SafeDumper]:
    """A dumper that writes texts as they are marked."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """PyYAML's dumper with rules for our texts; ours alone, so that no other is changed."""

    def add(kind: type[str], style: str) -> None:
        Dumper.add_representer(
            kind, lambda dumper, text: dumper.represent_scalar(_TEXT_TAG, text, style=style)
        )

    add(_Block, "|")
    add(_Quoted, '"')
    return Dumper


def _tables(
    key: str,
    figures: Figures,
    form: ReportFormat,
    hints: Mapping[CellRef, str],
    *,
    stated_only: bool = False,
) -> Iterator[str]:
    indent = "  " if stated_only else ""
    if not form.tables:
        return
    yield f"{indent}{key}:"
    for table in form.tables:
        yield f"{indent}  {table.key}:  # {table.part} {table.name}"
        for row in table.rows:
            cells = table.cells_of(row.key)
            if stated_only and not any(cell in figures for cell in cells):
                continue
            values = ", ".join(f"{cell.column}: {_yaml_value(figures.get(cell))}" for cell in cells)
            yield f"{indent}    {row.key}: {{{values}}}{_comment(table, cells, hints)}"


def _yaml_value(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return value_text(value)


def _comment(table: TableForm, cells: Sequence[CellRef], hints: Mapping[CellRef, str]) -> str:
    said = [f"{table.column(c.column).label} {hints[c]}" for c in cells if c in hints]
    return f"  # {'；'.join(said)}" if said else ""
