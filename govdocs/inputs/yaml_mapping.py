"""A YAML mapping one level deep, with the line of each key, as front matter has it.

Data as a tree is read by :mod:`govdocs.inputs.tree`: there a repeated key is an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govdocs.errors import InputError

if TYPE_CHECKING:
    import yaml

NULLS = ("", "~", "null", "Null", "NULL")
"""What YAML reads as nothing where it stands without quotes."""


class Value(NamedTuple):
    """The value of a key: one text, a list of texts, or texts by texts.

    Attributes:
        key: the key as written.
        line: its 1-based line in the source.
        content: the value; YAML's other types stay as they are written, its null is "".
    """

    key: str
    line: int
    content: str | list[str] | dict[str, str]


class Place(NamedTuple):
    """Where the mapping stands in its source, for messages."""

    name: str | None
    lines_above: int

    def error(self, line: int, zh: str, en: str) -> InputError:
        """An error at a line of the source."""
        return InputError(zh, en, at=f"{self.name or '-'}:{line}")


def parse_mapping(text: str, place: Place) -> list[Value] | None:
    """The keys and values of a mapping in order, repeated keys too; None if it is no mapping.

    Raises:
        InputError: the text is no YAML, or a value is nested deeper than one level.
    """
    # Imported here: most texts have no front matter, and reading must start without yaml.
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 + place.lines_above if mark else place.lines_above
        raise _broken(place, line, str(error.problem)) from error
    except (yaml.YAMLError, RecursionError) as error:
        problem = str(error).splitlines()[0] if isinstance(error, yaml.YAMLError) else "nested"
        raise _broken(place, place.lines_above, problem) from error
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        return None
    return [_value(key, value, place) for key, value in root.value]


def _broken(place: Place, line: int, problem: str) -> InputError:
    return place.error(
        line,
        f"front matter 不是正确的 YAML（{problem}）；每行应为“键: 值”，含冒号的值请加引号",
        f"the front matter is no YAML ({problem}); write “key: value” lines, quote values with :",
    )


def _value(key: yaml.Node, value: yaml.Node, place: Place) -> Value:
    line = key.start_mark.line + 1 + place.lines_above
    content: str | list[str] | dict[str, str]
    # By the kind of value, not by class: that would need yaml at the module's top.
    if isinstance(value.value, str):
        # A value without quotes has no style: "~" in quotes is a text.
        is_null = value.value in NULLS and getattr(value, "style", None) is None
        content = "" if is_null else value.value
    elif value.value and isinstance(value.value[0], tuple):
        content = {_scalar(k, line, place): _scalar(v, line, place) for k, v in value.value}
    else:
        content = [_scalar(each, line, place) for each in value.value]
    return Value(_scalar(key, line, place), line, content)


def _scalar(node: yaml.Node, line: int, place: Place) -> str:
    if isinstance(node.value, str):
        return node.value
    raise place.error(
        line,
        "front matter 的值嵌套太深；应为一个值、一个列表或一层“键: 值”",
        "the front matter is nested too deeply; give a value, a list, or one level of keys",
    )
