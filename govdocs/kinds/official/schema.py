"""The JSON Schema of an official document's data, by which editors complete and mark slips."""

from __future__ import annotations

from typing import Any

from govdocs.kinds.facts import chinese_name
from govdocs.kinds.json_schema import DIALECT, briefly, in_both_names
from govdocs.kinds.official.content import CONTENT_SCHEMA, OfficialAttachment
from govdocs.kinds.official.document import OfficialDocument, Organ, Stamp
from govdocs.kinds.official.kinds import kind_class
from govdocs.kinds.official.rules import all_forms, all_kinds

_DESCRIPTION = "党政机关公文（GB/T 9704—2012）。An official document of the fifteen kinds."
_INNER = {"发文机关": Organ, "签名章": Stamp, "附件": OfficialAttachment}
_CONTENT = ("正文", "body")


def official_schema(kind: str | None = None) -> dict[str, Any]:
    """The schema of official documents, or of one kind; every name in Chinese and in English.

    Raises:
        UsageError: there is no such kind.
    """
    model = OfficialDocument if kind is None else kind_class(kind)
    chinese = model.model_json_schema(by_alias=True)
    english = model.model_json_schema(by_alias=False)
    definitions = {
        name: briefly(in_both_names(schema, english["$defs"][name]))
        for name, schema in chinese.pop("$defs", {}).items()
    }
    schema = in_both_names(chinese, english)
    definitions["OfficialAttachment"] = _with_content(definitions["OfficialAttachment"])
    named = [k for k in all_kinds() if kind is None or k.id == model.kind_id]
    fields = {
        "kind": {"enum": [name for each in named for name in (*each.names, each.id)]},
        "form": {"enum": [name for each in all_forms() for name in (each.names[0], each.id)]},
    }
    for name, special in fields.items():
        for key in (name, chinese_name(OfficialDocument.model_fields[name])):
            described = schema["properties"][key].get("description", "")
            schema["properties"][key] = special | {"description": described}
    for field, inner in _INNER.items():
        for key in (field, _english(field)):
            schema["properties"][key] = _one_or_more(inner.__name__)
    return {
        "$schema": DIALECT,
        "title": "公文" if kind is None else named[0].name,
        **{key: value for key, value in _with_content(schema).items() if key != "title"},
        "description": _DESCRIPTION,
        "anyOf": [{"required": [key]} for key in ("文种", "kind")],
        "$defs": definitions,
    }


def _english(field: str) -> str:
    fields = OfficialDocument.model_fields
    return next(name for name, each in fields.items() if chinese_name(each) == field)


def _with_content(schema: dict[str, Any]) -> dict[str, Any]:
    """An object whose 正文 is one text, or parts."""
    content = dict.fromkeys(_CONTENT, CONTENT_SCHEMA)
    return {**schema, "properties": {**schema["properties"], **content}}


def _one_or_more(name: str) -> dict[str, Any]:
    """A text, an object, or a list of these."""
    one = [{"type": "string"}, {"$ref": f"#/$defs/{name}"}]
    return {"anyOf": [*one, {"type": "null"}, {"type": "array", "items": {"anyOf": one}}]}
