"""YAML as a tree of texts, made from the parser's events.

From events and not from composed nodes: so limits hold while reading, nothing recurses, and an
alias is counted at each use.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

import yaml

from govdocs.errors import InputError
from govdocs.inputs.text.regex import regex
from govdocs.inputs.tree import (
    DEEPEST,
    MOST_NODES,
    NO_PLACES,
    Node,
    Place,
    Places,
    Tree,
    too_deep,
    too_many,
    where,
)
from govdocs.inputs.yaml_mapping import NULLS
from govdocs.messages.paths import Path
from govdocs.messages.quoting import shortened

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# What the parser refuses with a place in bytes, or with no place; a line counts by "\n" alone.
_UNREADABLE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

_HINTS = (
    ("cannot start any token", "缩进请用空格，不要用 Tab；以 %、@、` 开头的值请加引号"),
    ("mapping values are not allowed", "值中有“: ”时请加引号，并核对缩进"),
    ("could not find expected ':'", "键后应为半角冒号加一个空格"),
    ("found duplicate anchor", "锚点重名"),
    ("exceeded maximum nesting", "嵌套太深"),
    ("found unexpected end of stream", "引号或括号没有成对"),
    ("did not find expected", "请核对缩进、引号和括号"),
)


class _Anchored(NamedTuple):
    """A value with a name: what an alias stands for, and what it costs."""

    value: Node
    nodes: int
    depth: int


class _Open:
    """A list or mapping that is being read."""

    __slots__ = ("anchor", "container", "deepest", "key", "lines", "nodes_before", "path")

    def __init__(self, container: list[Node] | dict[str, Node], path: Path, nodes: int) -> None:
        self.container = container
        self.path = path
        self.nodes_before = nodes
        self.anchor: str | None = None
        self.key: str | None = None
        self.lines: dict[str, Place] = {}
        self.deepest = 1


def parse_yaml(text: str, name: str | None) -> Tree:
    """The tree of a YAML text; see :func:`govdocs.inputs.tree.load_tree`.

    Raises:
        InputError: no YAML, a tag, a second document, a key given twice, or past a limit.
    """
    if found := _UNREADABLE.search(text):
        raise _unreadable(found.start(), text, name)
    reader = _Reader(name)
    try:
        reader.read(text)
    except yaml.YAMLError as error:
        raise reader.repeated or _broken(error, text, name) from error
    if reader.repeated:
        raise reader.repeated
    return Tree(reader.root, reader.places(), name)


def places_of_json(text: str, name: str | None) -> Places:
    """The places in a JSON text; none where the YAML parser cannot read it.

    Raises:
        InputError: a key is given twice; the error names both lines.
    """
    reader = _Reader(name)
    try:
        reader.read(text)
    except (yaml.YAMLError, UnicodeError, InputError):
        pass
    else:
        if not reader.repeated:
            return reader.places()
    if reader.repeated:
        raise reader.repeated
    return NO_PLACES


class _Reader:
    """Takes the events of one source and holds what has been read so far."""

    def __init__(self, name: str | None) -> None:
        self.root: Node = None
        self.repeated: InputError | None = None
        self._name = name
        self._open: list[_Open] = []
        self._anchors: dict[str, _Anchored] = {}
        self._values: dict[Path, Place] = {}
        self._keys: dict[Path, Place] = {}
        self._nodes = 0
        self._documents = 0

    def places(self) -> Places:
        """Where the values and keys stand."""
        return Places(MappingProxyType(self._values), MappingProxyType(self._keys))

    def read(self, text: str) -> None:
        """Read a text; a key given twice is kept in :attr:`repeated`, not raised."""
        for event in yaml.parse(text, Loader=_LOADER):
            self._take(event)

    def _take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        match event:
            case yaml.ScalarEvent():
                self._take_scalar(event, place)
            case yaml.SequenceStartEvent():
                self._start([], event, place)
            case yaml.MappingStartEvent():
                self._start({}, event, place)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._end()
            case yaml.AliasEvent():
                self._take_alias(event.anchor or "", place)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise self._error(
                        place,
                        "一个文件只能有一份数据；请删去“---”及其后的内容",
                        "a file holds one document; remove the “---” and what follows it",
                    )

    def _take_scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        self._refuse_tag(event.tag, place)
        self._count(1, place)
        parent = self._open[-1] if self._open else None
        if parent and isinstance(parent.container, dict) and parent.key is None:
            self._take_key(parent, event.value, place)
            if event.anchor:
                self._anchors[event.anchor] = _Anchored(event.value, 1, 0)
            return
        value = None if not event.style and event.value in NULLS else event.value
        self._add(value, place)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(value, 1, 0)

    def _take_key(self, parent: _Open, key: str, place: Place) -> None:
        if not key:
            raise self._error(
                place, "冒号前没有键；应为“键: 值”", "no key before the colon; write “key: value”"
            )
        first = parent.lines.setdefault(key, place)
        if first is not place and self.repeated is None:
            self.repeated = self._error(
                place,
                f"“{shortened(key)}”重复：第 {first.line} 行和第 {place.line} 行；请删去一个",
                f"“{shortened(key)}” is given twice, in lines {first.line} and {place.line}; "
                "remove one",
            )
        parent.key = key
        self._keys[(*parent.path, key)] = place

    def _start(
        self,
        container: list[Node] | dict[str, Node],
        event: yaml.CollectionStartEvent,
        place: Place,
    ) -> None:
        self._refuse_tag(event.tag, place)
        self._refuse_as_key(place)
        if len(self._open) >= DEEPEST:
            raise too_deep(self._name, place)
        before = self._nodes
        self._count(1, place)
        path = self._add(container, place)
        opened = _Open(container, path, before)
        opened.anchor = event.anchor
        self._open.append(opened)

    def _end(self) -> None:
        closed = self._open.pop()
        if closed.anchor:
            nodes = self._nodes - closed.nodes_before
            self._anchors[closed.anchor] = _Anchored(closed.container, nodes, closed.deepest)
        if self._open:
            self._open[-1].deepest = max(self._open[-1].deepest, closed.deepest + 1)

    def _take_alias(self, anchor: str, place: Place) -> None:
        self._refuse_as_key(place)
        named = self._anchors.get(anchor)
        if named is None:
            raise self._error(
                place,
                f"引用 *{shortened(anchor)} 之前没有写完的 &{shortened(anchor)}；请先定义再引用",
                f"*{shortened(anchor)} has no finished &{shortened(anchor)} before it",
            )
        if len(self._open) + named.depth > DEEPEST:
            raise too_deep(self._name, place)
        self._count(named.nodes, place)
        self._add(_copied(named.value), place)
        if self._open:
            self._open[-1].deepest = max(self._open[-1].deepest, named.depth + 1)

    def _add(self, value: Node, place: Place) -> Path:
        """Put a value where it belongs; its path."""
        if not self._open:
            self.root = value
            path: Path = ()
        else:
            parent = self._open[-1]
            if isinstance(parent.container, list):
                path = (*parent.path, len(parent.container))
                parent.container.append(value)
            else:
                key = parent.key or ""
                path = (*parent.path, key)
                parent.container[key] = value
                parent.key = None
        self._values[path] = place
        return path

    def _count(self, nodes: int, place: Place) -> None:
        self._nodes += nodes
        if self._nodes > MOST_NODES:
            raise too_many(self._name, place)

    def _refuse_as_key(self, place: Place) -> None:
        parent = self._open[-1] if self._open else None
        if parent and isinstance(parent.container, dict) and parent.key is None:
            raise self._error(
                place,
                "键应为文本，不能是列表、映射或引用；{{ … }} 开头的值请加引号",
                "a key must be a text; put values with {{ … }} in quotes",
            )

    def _refuse_tag(self, tag: str | None, place: Place) -> None:
        if tag is not None:
            raise self._error(
                place,
                f"不支持类型标记“{shortened(tag)}”；请删去 ! 开头的标记，或给值加引号",
                f"tags like “{shortened(tag)}” are not supported; remove it, or quote the value",
            )

    def _error(self, place: Place, zh: str, en: str) -> InputError:
        return InputError(zh, en, at=where(self._name, place))


def _copied(value: Node) -> Node:
    """A copy, so that two uses of an anchor are two values."""
    if isinstance(value, dict):
        return {key: _copied(each) for key, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list) else value


def _unreadable(start: int, text: str, name: str | None) -> InputError:
    place = Place(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    code = f"U+{ord(text[start]):04X}"
    return InputError(
        f"有不可见的控制字符 {code}；请删去",
        f"holds the control character {code}; remove it",
        at=where(name, place),
    )


def _broken(error: yaml.YAMLError, text: str, name: str | None) -> InputError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(mark.line + 1, mark.column + 1) if mark else None
    problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
    hint = next((zh for sign, zh in _HINTS if sign in problem), "请核对缩进、引号和冒号")
    lines = text.split("\n")
    # The parser stops at the line with the fault or at the one after it.
    around = lines[max(place.line - 2, 0) : place.line] if place else []
    if any("：" in line and ": " not in line for line in around):
        hint = "键后应为半角冒号加一个空格（“键: 值”），这里是全角“：”"
    return InputError(
        f"不是正确的 YAML（{shortened(problem)}）；{hint}",
        f"no valid YAML ({shortened(problem)}); write “key: value”, quote values that hold “: ”",
        at=where(name, place),
    )
