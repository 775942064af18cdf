"""The numbers that Word prints before paragraphs and does not keep in their text.

Source: ISO/IEC 29500-1 17.9 (w:num, w:abstractNum, w:lvl and what is in them)
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from govdocs.inputs.docx.number_formats import FORMATS
from govdocs.inputs.docx.package import W, child, is_on, value, whole
from govdocs.inputs.text.regex import regex

if TYPE_CHECKING:
    import re

    from lxml.etree import _Element as Element

    from govdocs.inputs.docx.styles import NumberingOf, Styles
    from govdocs.inputs.unread import Unread

LEVELS = 9

_PLACE = regex(r"%([1-9])")


class _Level(NamedTuple):
    """A level of a list.

    Attributes:
        format: Word's name of the number format.
        pattern: what is printed; ``%1`` stands for the number of the first level.
        start: its first number.
        restart: the 1-based level whose next number makes this one begin anew; 0 for none, None
            for every higher one.
        is_legal: whether all its numbers print as digits.
        style: the paragraph style that is tied to it, or None.
    """

    format: str
    pattern: str
    start: int
    restart: int | None
    is_legal: bool
    style: str | None


class _List(NamedTuple):
    """A list (w:num): its levels, and where it begins anew with other numbers."""

    counters: str  # lists of one definition count on together
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """Counts through a document's lists, paragraph by paragraph, in reading order."""

    def __init__(self, root: Element | None, styles: Styles, unread: Unread) -> None:
        self._unread = unread
        self.unknown: Counter[str] = Counter()
        self._styles = styles
        self._nums = _by_id(root, "num", "numId")
        self._definitions = _by_id(root, "abstractNum", "abstractNumId")
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next_number(self, numbering: NumberingOf, style_names: tuple[str, ...]) -> str:
        """The number of the next paragraph; empty where it has none, and for a bullet."""
        found = self._list(numbering.id) if numbering.id else None
        if found is None or numbering.id is None:
            return ""
        index = numbering.level if numbering.level is not None else _tied(found, style_names)
        index = min(index, LEVELS - 1)
        level = found.levels.get(index)
        if level is None:
            return ""
        if level.format == "bullet":
            self._unread.note("bullet", None)
            return ""
        counts = self._counted(numbering.id, found, index)
        return self._printed(found, level, counts)

    def _counted(self, id: str, found: _List, index: int) -> list[int | None]:
        counts = self._counts.setdefault(found.counters, [None] * LEVELS)
        first = found.starts.get(index)
        if first is not None and (id, index) not in self._begun:
            counts[index] = first
        else:
            count = counts[index]
            counts[index] = found.levels[index].start if count is None else count + 1
        self._begun.add((id, index))
        for upper in range(index):
            if counts[upper] is None and upper in found.levels:
                counts[upper] = found.levels[upper].start
        for lower in range(index + 1, LEVELS):
            restart = found.levels[lower].restart if lower in found.levels else None
            if restart is None or index < restart:
                counts[lower] = None
        return counts

    def _printed(self, found: _List, level: _Level, counts: list[int | None]) -> str:
        def number(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            count, other = counts[index], found.levels.get(index)
            if count is None or other is None:
                return ""
            format = "decimal" if level.is_legal and other.format != "none" else other.format
            if format not in FORMATS:
                self.unknown[format] += 1
                format = "decimal"
            return FORMATS[format](count)

        return _PLACE.sub(number, level.pattern)

    def _list(self, id: str) -> _List | None:
        if id not in self._lists:
            self._lists[id] = self._made(id)
        return self._lists[id]

    def _made(self, id: str) -> _List | None:
        num = self._nums.get(id)
        definition_id, definition = self._definition(num)
        if num is None or definition is None or definition_id is None:
            return None
        levels = _levels(definition)
        starts: dict[int, int] = {}
        for override in num.findall(W + "lvlOverride"):
            index = whole(value(override, "ilvl"), 0)
            levels |= _levels(override)
            start = value(child(override, "startOverride"))
            if start is not None:
                starts[index] = whole(start, 1)
        return _List(definition_id, levels, starts)

    def _definition(self, num: Element | None) -> tuple[str | None, Element | None]:
        """The definition of a list; it may only name a style, whose list has it."""
        for _ in range(LEVELS):
            id = value(child(num, "abstractNumId"))
            definition = self._definitions.get(id or "")
            style = value(child(definition, "numStyleLink"))
            if style is None:
                return id, definition
            num = self._nums.get(self._styles.numbering_of_style(style) or "")
        return None, None


def _by_id(root: Element | None, name: str, id: str) -> dict[str, Element]:
    found = [] if root is None else root.findall(W + name)
    return {each.get(W + id, ""): each for each in found}


def _levels(parent: Element) -> dict[int, _Level]:
    return {whole(value(level, "ilvl"), 0): _level(level) for level in parent.findall(W + "lvl")}


def _level(element: Element) -> _Level:
    restart = value(child(element, "lvlRestart"))
    # A custom format stands beside the one that older readers are to use, which comes last.
    formats = [value(each) or "decimal" for each in element.iter(W + "numFmt")]
    known = [each for each in formats if each != "custom"] or ["decimal"]
    return _Level(
        format=known[-1],
        pattern=value(child(element, "lvlText")) or "",
        start=whole(value(child(element, "start")), 0),
        restart=None if restart is None else whole(restart, 0),
        is_legal=is_on(child(element, "isLgl")),
        style=value(child(element, "pStyle")),
    )


def _tied(found: _List, style_names: tuple[str, ...]) -> int:
    """The level that is tied to a paragraph's style, else the first."""
    tied = (index for index, level in found.levels.items() if level.style in style_names)
    return next(tied, 0)
