"""What the facts of a kind are made of: immutable models whose fields have two names."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

LONGEST_NAME = 200
"""Most characters of a name, an address or another short field."""


class Facts(BaseModel):
    """Base of all facts: immutable, no unknown fields, docstrings as descriptions."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        arbitrary_types_allowed=True,
        use_attribute_docstrings=True,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
    )


def named(chinese: str, default: object = ..., **rules: Any) -> Any:  # noqa: ANN401
    """A field with its Chinese name; the field's docstring is its description in the schema."""
    if "default_factory" not in rules:
        rules["default"] = default
    return Field(validation_alias=chinese, serialization_alias=chinese, **rules)


def short(chinese: str, default: object = ..., **rules: Any) -> Any:  # noqa: ANN401
    """A field for a name: what is longer is a slip, or meant to use up the machine."""
    return named(chinese, default, max_length=LONGEST_NAME, **rules)


def chinese_name(field: FieldInfo) -> str:
    """The Chinese name of a field."""
    return str(field.validation_alias)


def bad(kind: str, zh: str, en: str) -> PydanticCustomError:
    """An error whose words are ours, in both languages: ``ctx`` holds ``zh`` and ``en``."""
    return PydanticCustomError(kind, "{zh} / {en}", {"zh": zh, "en": en})
