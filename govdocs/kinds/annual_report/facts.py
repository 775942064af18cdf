"""What everything in a report is made of: immutable models whose fields have two names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

LONGEST_NAME = 200
"""Most characters of a name, an address or another short field."""


class Facts(BaseModel):
    """Base of everything in a report: immutable, no unknown fields, docstrings as descriptions."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        arbitrary_types_allowed=True,
        use_attribute_docstrings=True,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
    )


class Reasons(Mapping[str, str]):
    """Why figures differ from last year's, by what each reason is given for; immutable."""

    __slots__ = ("_given",)

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        self._given = dict(given or {})

    def __getitem__(self, name: str) -> str:
        return self._given[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)

    def __hash__(self) -> int:
        return hash(frozenset(self._given.items()))

    def __repr__(self) -> str:
        return f"Reasons({self._given!r})"


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
