"""What styles say of a paragraph: each property from the nearest style that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govdocs.inputs.docx.package import W, child, is_on, value, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_NO_LEVEL = 9
"""Word's outline level for body text; 0 to 8 are headings."""

_LONGEST_CHAIN = 50  # styles may be based on each other in a ring


class NumberingOf(NamedTuple):
    """The list of a paragraph: its id and level (0 to 8); no id means none."""

    id: str | None
    level: int | None


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(W + "style")
        self._styles = {style.get(W + "styleId", ""): style for style in styles}
        self._default: dict[str, str] = {}
        for id, style in self._styles.items():
            if style.get(W + "default") in ("1", "true", "on"):
                self._default.setdefault(style.get(W + "type", ""), id)
        self._defaults = child(root, "docDefaults", "pPrDefault", "pPr")
        self._hidden: dict[str, bool] = {}

    def _chain(self, id: str | None, kind: str) -> Iterator[Element]:
        """A style and those that it is based on, the nearest first."""
        id = id if id in self._styles else self._default.get(kind)
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(id or "")
            if style is None:
                return
            yield style
            id = value(child(style, "basedOn"))

    def _sources(self, properties: Element | None) -> Iterator[Element]:
        """The paragraph properties that count for a paragraph, the nearest first."""
        if properties is not None:
            yield properties
        for style in self._chain(value(child(properties, "pStyle")), "paragraph"):
            found = child(style, "pPr")
            if found is not None:
                yield found
        if self._defaults is not None:
            yield self._defaults

    def alignment(self, properties: Element | None) -> str:
        """The value of w:jc that counts for a paragraph of these properties; left if none."""
        found = (value(child(source, "jc")) for source in self._sources(properties))
        return next((jc for jc in found if jc), "left")

    def outline_level(self, properties: Element | None) -> int | None:
        """1 to 9 for a heading, None for text."""
        found = (value(child(source, "outlineLvl")) for source in self._sources(properties))
        level = whole(next((each for each in found if each), None), _NO_LEVEL)
        return level + 1 if level < _NO_LEVEL else None

    def numbering(self, properties: Element | None) -> NumberingOf:
        """The list that a paragraph belongs to, by itself or by its style."""
        id: str | None = None
        level: int | None = None
        for source in self._sources(properties):
            numbering = child(source, "numPr")
            if numbering is not None:
                id = id or value(child(numbering, "numId"))
                found = value(child(numbering, "ilvl"))
                level = whole(found, 0) if level is None and found else level
                if id:
                    break
        return NumberingOf(None if id == "0" else id, level)

    def names(self, properties: Element | None) -> tuple[str, ...]:
        """The ids of a paragraph's style and of those that it is based on."""
        styles = self._chain(value(child(properties, "pStyle")), "paragraph")
        return tuple(style.get(W + "styleId", "") for style in styles)

    def is_contents(self, properties: Element | None) -> bool:
        """Whether the style is one of a table of contents: TOC 1 to TOC 9."""
        if child(properties, "pStyle") is None:
            return False
        styles = self._chain(value(child(properties, "pStyle")), "paragraph")
        names = (value(child(style, "name")) or "" for style in styles)
        return any(name.lower().removeprefix("toc ").isdigit() for name in names)

    def numbering_of_style(self, id: str) -> str | None:
        """The list that a numbering style stands for."""
        style = self._styles.get(id)
        return value(child(style, "pPr", "numPr", "numId"))

    def is_hidden(self, run_properties: Element | None, properties: Element | None) -> bool:
        """Whether a run is hidden text, by itself, its style or its paragraph's style."""
        own = child(run_properties, "vanish")
        if own is not None:
            return is_on(own)
        style = value(child(run_properties, "rStyle"))
        if style and self._hides(style, "character"):
            return True
        return self._hides(value(child(properties, "pStyle")) or "", "paragraph")

    def _hides(self, id: str, kind: str) -> bool:
        key = f"{kind} {id}"
        if key not in self._hidden:
            found = (child(style, "rPr", "vanish") for style in self._chain(id, kind))
            self._hidden[key] = is_on(next((each for each in found if each is not None), None))
        return self._hidden[key]
