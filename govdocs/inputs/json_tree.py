"""JSON as a tree of texts, with places where they can be found.

The places come from the YAML parser, since JSON's tells none. It reads nearly all JSON; where it
does not (escaped surrogate pairs, keys past 1,024 characters) the tree has no places.
"""

from __future__ import annotations

import json
from typing import NoReturn

from govdocs.errors import InputError
from govdocs.inputs.tree import (
    DEEPEST,
    MOST_NODES,
    Node,
    Place,
    Tree,
    too_deep,
    too_many,
    where,
)
from govdocs.messages.quoting import shortened


class _NoNumberError(Exception):
    """NaN or Infinity, which JSON does not have."""


def parse_json(text: str, name: str | None) -> Tree:
    """The tree of a JSON text; see :func:`govdocs.inputs.tree.load_tree`.

    Raises:
        InputError: no JSON, a key given twice, or past a limit.
    """
    repeated: list[str] = []

    def as_dict(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = set[str]()
        for key, _ in pairs:
            if key in keys:
                repeated.append(key)
            keys.add(key)
        return dict(pairs)

    try:
        value = json.loads(
            text,
            parse_int=str,
            parse_float=str,
            parse_constant=_refuse_constant,
            object_pairs_hook=as_dict,
        )
    except json.JSONDecodeError as error:
        raise _broken(error, name) from error
    except _NoNumberError as error:
        raise _no_number(str(error), name) from error
    except RecursionError as error:
        raise too_deep(name, None) from error
    tree = _as_texts(value, name)
    # Imported here, so that JSON can be checked and read where PyYAML is not loaded yet.
    from govdocs.inputs.yaml_tree import places_of_json

    places = places_of_json(text, name)
    if repeated:
        key = shortened(repeated[0])
        raise InputError(f"“{key}”重复；请删去一个", f"“{key}” is given twice; remove one", at=name)
    return Tree(tree, places, name)


def _as_texts(value: object, name: str | None) -> Node:
    """The value with its true and false as texts, all limits kept."""
    nodes = 0

    def text_of(value: object, depth: int) -> Node:
        nonlocal nodes
        nodes += 1
        if nodes > MOST_NODES:
            raise too_many(name, None)
        if isinstance(value, dict | list) and depth >= DEEPEST:
            raise too_deep(name, None)
        if isinstance(value, dict):
            nodes += len(value)
            return {_text(key): text_of(each, depth + 1) for key, each in value.items()}
        if isinstance(value, list):
            return [text_of(each, depth + 1) for each in value]
        if isinstance(value, bool):
            return "true" if value else "false"
        return None if value is None else _text(str(value))

    def _text(text: str) -> str:
        if any("\ud800" <= char <= "\udfff" for char in text):
            raise InputError(
                f"“{_shown(text)}”中有半个字符（\\uD800–\\uDFFF 应成对）",
                f"“{_shown(text)}” holds half a character (an escape \\uD800 to \\uDFFF alone)",
                at=name,
            )
        return text

    return text_of(value, 0)


def _shown(text: str) -> str:
    return shortened(text.encode("utf-8", "backslashreplace").decode())


def _refuse_constant(text: str) -> NoReturn:
    raise _NoNumberError(text)


def _no_number(text: str, name: str | None) -> InputError:
    return InputError(
        f"{text} 不是数字；没有填写的请写 null",
        f"{text} is no number; write null for none",
        at=name,
    )


def _broken(error: json.JSONDecodeError, name: str | None) -> InputError:
    return InputError(
        f"不是正确的 JSON（{error.msg}）；请核对引号、逗号和括号",
        f"no valid JSON ({error.msg}); check quotes, commas and brackets",
        at=where(name, Place(error.lineno, error.colno)),
    )
