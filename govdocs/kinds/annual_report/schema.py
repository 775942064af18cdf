"""The JSON Schema of a report's data, by which editors complete names and mark slips."""

from __future__ import annotations

from typing import Any

from govdocs.kinds.annual_report.facts import chinese_name
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.values import INSTEAD_OF_NUMBERS
from govdocs.kinds.json_schema import DIALECT, briefly, in_both_names
from govdocs.standards.annual_report.forms import ReportFormat, TableForm, ValueKind
from govdocs.standards.annual_report.loader import format_names

_DESCRIPTION = "一个机关一个年度的报告。One agency's report on one year."
_DIGITS = "^[0-9０-９][0-9０-９,，]*"


def report_schema(form: ReportFormat) -> dict[str, Any]:
    """The schema of a report in one format; every name in Chinese and in English."""
    chinese = AnnualReport.model_json_schema(by_alias=True)
    english = AnnualReport.model_json_schema(by_alias=False)
    definitions = {
        name: briefly(in_both_names(schema, english["$defs"][name]))
        for name, schema in chinese.pop("$defs", {}).items()
    }
    schema = in_both_names(chinese, english) | {"description": _DESCRIPTION}
    for name, special in _special(form).items():
        for key in (name, chinese_name(AnnualReport.model_fields[name])):
            described = schema["properties"][key].get("description")
            schema["properties"][key] = special | ({"description": described} if described else {})
    return {
        "$schema": DIALECT,
        "title": f"政府信息公开工作年度报告（{form.id}）",
        **{key: value for key, value in schema.items() if key != "title"},
        "$defs": definitions | _table_definitions(form),
    }


def _special(form: ReportFormat) -> dict[str, dict[str, Any]]:
    """The fields whose shape depends on the format."""
    tables = {
        name: _ref(table.id)
        for table in form.tables
        for name in dict.fromkeys((table.key, table.id))
    }
    sections = {
        name: {**_TEXT, "description": section.heading}
        for section in form.sections
        for name in (section.key, section.heading, section.id)
    }
    return {
        "format": {
            "anyOf": [
                {"enum": list(format_names())},
                {"type": "string", "pattern": r"\.toml$"},
                {"type": "integer"},
            ]
        },
        "tables": {"type": ["object", "null"], "properties": tables, "additionalProperties": False},
        "sections": {"type": "object", "properties": sections, "additionalProperties": _TEXT},
    }


_TEXT = {"type": ["string", "null", "object"], "additionalProperties": {"type": ["string", "null"]}}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _table_definitions(form: ReportFormat) -> dict[str, Any]:
    """A definition for each table, each kind of row in it, and each kind of value."""
    definitions = {f"value-{kind.value}": _value(kind) for kind in ValueKind}
    for table in form.tables:
        rows: dict[str, Any] = {}
        for row in table.rows:
            columns = tuple(cell.column for cell in table.cells_of(row.key))
            kinds = tuple(table.kind(row.key, column) for column in columns)
            name = f"{table.id}-{'-'.join(columns)}-{'-'.join(sorted(set(kinds)))}"
            definitions[name] = _row(table, columns, kinds)
            for key in dict.fromkeys((row.key, row.id)):
                rows[key] = {"description": row.name, **_ref(name)}
        definitions[table.id] = {
            "type": ["object", "null"],
            "description": f"{table.part} {table.name}",
            "properties": rows,
            "additionalProperties": False,
        }
    return definitions


def _row(
    table: TableForm, columns: tuple[str, ...], kinds: tuple[ValueKind, ...]
) -> dict[str, Any]:
    """A row by its columns, as a list, or, where it has one cell, as that."""
    values = [_ref(f"value-{kind.value}") for kind in kinds]
    cells = {
        name: {"description": table.column(column).label, **value}
        for column, value in zip(columns, values, strict=True)
        for name in dict.fromkeys((column, table.column(column).id))
    }
    count = len(values)
    given: list[dict[str, Any]] = [
        {"type": "object", "properties": cells, "additionalProperties": False},
        {"type": "array", "prefixItems": values, "minItems": count, "maxItems": count},
        {"type": "null"},
    ]
    return {"anyOf": [*given, values[0]] if count == 1 else given}


def _value(kind: ValueKind) -> dict[str, Any]:
    """What a cell takes: a number, the same as text, a dash or its like, or nothing."""
    instead = {"enum": sorted(INSTEAD_OF_NUMBERS)}
    numbers: dict[ValueKind, list[dict[str, Any]]] = {
        ValueKind.COUNT: [
            {"type": "integer", "minimum": 0},
            {"type": "string", "pattern": _DIGITS},
        ],
        ValueKind.AMOUNT: [
            {"type": "number", "minimum": 0},
            {"type": "string", "pattern": _DIGITS},
        ],
        ValueKind.CHANGE: [{"type": "integer"}, {"type": "string", "pattern": "^[-+－＋0-9０-９]"}],
        ValueKind.MONEY: [{"type": "number", "minimum": 0}, {"type": "string", "pattern": _DIGITS}],
    }
    return {"anyOf": [*numbers[kind], instead, {"type": "null"}]}
