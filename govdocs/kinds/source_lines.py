"""Which line of a YAML or JSON source each line of a text in it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govdocs.inputs.tree import Node, Place, Tree

_LITERAL = re.compile(r"(?:&\S+\s+)?\|[-+\d]*\s*(?:#.*)?$")
_PLAIN_START = re.compile(r"""["']?""")
_TAGS = ("{%", "{#")
"""What may leave no line of its own, so that the text printed has other lines than the typed."""

_Path = tuple[str | int, ...]


class SourceLine(NamedTuple):
    """A line of the source that a line of a report's text stands in.

    Attributes:
        line: its number, from 1.
        indent: characters before the text; None where columns of the two do not agree.
    """

    line: int
    indent: int | None = None


class SourceTexts:
    """The texts of a source, with their lines.

    Args:
        tree: the data.
        source: the text of that data; empty where its texts have no lines of their own (JSON).
    """

    def __init__(self, tree: Tree, source: str) -> None:
        """Take a source; nothing is looked up yet."""
        self._tree = tree
        self._source = source.splitlines()

    def mapping(self, key: str) -> dict[str, Node]:
        """What stands under a key, if it has names under it."""
        value = self._tree.value.get(key) if isinstance(self._tree.value, dict) else None
        return value if isinstance(value, dict) else {}

    def lines(self, path: _Path, value: Node) -> tuple[SourceLine, ...]:
        """The lines of a text, or of a section's parts with their headings; else the key's line."""
        if isinstance(value, str):
            return self._text(path, value)
        place = self._tree.places.of_key(path)
        own = (SourceLine(place.line),) if place else ()
        if isinstance(value, dict) and all(isinstance(part, str | None) for part in value.values()):
            parts = [self._part((*path, name), text) for name, text in value.items()]
            return tuple(line for part in parts for line in part) or own
        return own

    def _part(self, path: _Path, text: Node) -> Iterator[SourceLine]:
        place = self._tree.places.of_key(path)
        if place:
            yield SourceLine(place.line)
            yield from self._text(path, text) if isinstance(text, str) and text else ()

    def _text(self, path: _Path, text: str) -> tuple[SourceLine, ...]:
        place = self._tree.places.at(path)
        if place is None:
            return ()
        start = self._at(place)
        if not _LITERAL.match(start):
            quote = _PLAIN_START.match(start)
            indent = place.column - 1 + len(quote[0] if quote else "") if start else None
            is_one_line = "\n" not in text and "{{" not in text
            return (SourceLine(place.line, indent if is_one_line else None),)
        # Blank lines before the text are no part of it.
        first = place.line + 1 + len(text) - len(text.lstrip("\n"))
        count = 1 if any(tag in text for tag in _TAGS) else text.strip("\n").count("\n") + 1
        return tuple(self._literal(first + number) for number in range(count))

    def _literal(self, number: int) -> SourceLine:
        line = self._source[number - 1] if number <= len(self._source) else ""
        has_columns = bool(line) and "{{" not in line
        return SourceLine(number, len(line) - len(line.lstrip()) if has_columns else None)

    def _at(self, place: Place) -> str:
        """What stands in the source from a place on to the end of its line."""
        line = self._source[place.line - 1] if place.line <= len(self._source) else ""
        return line[place.column - 1 :]
