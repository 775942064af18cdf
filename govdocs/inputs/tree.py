"""YAML and JSON as a tree of texts, with the place of each value in its source.

No scalar is typed here: 050000, 9:00, on and 2023e5 stay the text that was written. What a text
means is for the kind of report to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from govdocs.errors import InputError, UsageError
from govdocs.inputs.text.decoding import decode
from govdocs.inputs.text.log import FindingLog
from govdocs.messages.paths import Path

MOST_CHARACTERS = 2_000_000
"""Characters of one source; a report's data has some thousands."""

MOST_NODES = 100_000
"""Values and keys of one source, each use of an alias counted in full."""

DEEPEST = 50
"""Levels of lists and mappings within each other."""

Node: TypeAlias = "str | list[Node] | dict[str, Node] | None"
Format: TypeAlias = Literal["yaml", "json"]


class Place(NamedTuple):
    """Where something stands: 1-based line and column, in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the values and keys of a tree; both empty where none could be found."""

    values: Mapping[Path, Place]
    keys: Mapping[Path, Place]

    def at(self, path: Sequence[str | int]) -> Place | None:
        """The place of the value at a path, else that of the nearest value around it."""
        steps = tuple(path)
        ends = range(len(steps), -1, -1)
        return next((self.values[steps[:end]] for end in ends if steps[:end] in self.values), None)

    def of_key(self, path: Sequence[str | int]) -> Place | None:
        """The place of the key that leads to a path, else as :meth:`at`."""
        return self.keys.get(tuple(path)) or self.at(path)


NO_PLACES = Places(MappingProxyType({}), MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Tree:
    """What a source holds.

    Attributes:
        value: texts, None (nothing written, ``~``, ``null``), lists, and mappings by text.
            JSON's true and false are the texts "true" and "false".
        places: where each value and key stands.
        name: name of the source, or None.
    """

    value: Node
    places: Places
    name: str | None = None

    def at(self, path: Sequence[str | int], *, key: bool = False) -> str:
        """``name:line:column`` of a value (or of its key), for messages; "-" without a name."""
        place = self.places.of_key(path) if key else self.places.at(path)
        return where(self.name, place)


def where(name: str | None, place: Place | None) -> str:
    """A place in a source as errors name it: ``name:line:column``."""
    return f"{name or '-'}:{place.line}:{place.column}" if place else name or "-"


def load_tree(data: str | bytes, *, name: str | None = None, format: Format) -> Tree:
    """Read YAML or JSON; bytes by their BOM, else as UTF-8, else as GB18030.

    Args:
        data: the whole source.
        name: the name to speak of it by, mostly the file's.
        format: ``"yaml"`` or ``"json"``.

    Raises:
        InputError: broken, a key given twice, too long, too deep, or too many values.
        UsageError: no such format.
    """
    if format not in ("yaml", "json"):
        raise UsageError(
            f"没有 {format!r} 这种格式；应为 'yaml' 或 'json'",
            f"no such format: {format!r}; give 'yaml' or 'json'",
        )
    text = _text(data, name)
    # Imported here: the one needs PyYAML, and reading a plain text must start without it.
    if format == "json":
        from govdocs.inputs.json_tree import parse_json

        return parse_json(text, name)
    from govdocs.inputs.yaml_tree import parse_yaml

    return parse_yaml(text, name)


def _text(data: str | bytes, name: str | None) -> str:
    if len(data) > MOST_CHARACTERS * (1 if isinstance(data, str) else 4):
        raise _too_long(name)
    text = (
        data.removeprefix("\ufeff") if isinstance(data, str) else decode(data, name, FindingLog())
    )
    if len(text) > MOST_CHARACTERS:
        raise _too_long(name)
    return text


def _too_long(name: str | None) -> InputError:
    return InputError(
        f"数据超过 {MOST_CHARACTERS} 个字符；请核对是否选错了文件",
        f"the data has more than {MOST_CHARACTERS} characters; check that it is the right file",
        at=name,
    )


def too_many(name: str | None, place: Place | None) -> InputError:
    """The error for a source with too many values, aliases counted in full."""
    return InputError(
        f"数据超过 {MOST_NODES} 项（引用按展开后计）；请核对文件",
        f"the data has more than {MOST_NODES} values (aliases expanded); check the file",
        at=where(name, place),
    )


def too_deep(name: str | None, place: Place | None) -> InputError:
    """The error for a source that is nested too deeply."""
    return InputError(
        f"数据嵌套超过 {DEEPEST} 层；请核对缩进和括号",
        f"the data is nested more than {DEEPEST} levels deep; check indents and brackets",
        at=where(name, place),
    )
