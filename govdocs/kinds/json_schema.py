"""The JSON Schema of facts: each field by its Chinese or its English name, as people type it."""

from __future__ import annotations

from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The dialect that these schemas are written in."""


def briefly(schema: dict[str, Any]) -> dict[str, Any]:
    """A definition with the first paragraph of its description: the rest speaks to programmers."""
    if "description" not in schema:
        return schema
    first = str(schema["description"]).partition("\n\n")[0]
    return {**schema, "description": " ".join(first.split())}


def in_both_names(chinese: dict[str, Any], english: dict[str, Any]) -> dict[str, Any]:
    """An object that takes each property by its Chinese or its English name."""
    if "properties" not in chinese:
        return chinese
    names = dict(zip(chinese["properties"], english["properties"], strict=True))
    properties = {
        key: _typed_by_people(schema)
        for source in (chinese, english)
        for key, schema in source["properties"].items()
    }
    either = [
        {"anyOf": [{"required": [name]}, {"required": [names[name]]}]}
        for name in chinese.get("required", [])
    ]
    return {
        **{key: value for key, value in chinese.items() if key not in ("properties", "required")},
        "properties": properties,
        **({"allOf": either} if either else {}),
    }


def _typed_by_people(schema: dict[str, Any]) -> dict[str, Any]:
    """A text may look like a number where it is typed: 邮编 050000."""
    if schema.get("type") == "string" and "enum" not in schema and "format" not in schema:
        return {**schema, "type": ["string", "number"]}
    if schema.get("type") == "array" and "items" in schema:
        return {**schema, "items": _typed_by_people(schema["items"])}
    return {key: value for key, value in schema.items() if key != "title"}
