"""The numbers that a browser prints before the entries of a list (``<ol>``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from govdocs.formatting.ordinals import ordinal
from govdocs.inputs.html.elements import number_of, style_of
from govdocs.inputs.text.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLE = regex(r"list-style(?:-type)?:([\w-]+)")


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) + "."


def _chinese(number: int) -> str:
    return ordinal(1, number) if 1 <= number <= 9999 else f"{number}、"


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "a": _letter,
    "lower-alpha": _letter,
    "A": lambda number: _letter(number).upper(),
    "upper-alpha": lambda number: _letter(number).upper(),
    "cjk-ideographic": _chinese,
    "simp-chinese-informal": _chinese,
    "trad-chinese-informal": _chinese,
    "cjk-decimal": _chinese,
    "none": lambda number: "",
}


class ListNumbers:
    """Counts the entries of the lists of one page."""

    def __init__(self) -> None:
        self._last: dict[Element, int] = {}

    def number_of(self, entry: Element) -> str:
        """The number that is printed before an ``<li>``; empty for none."""
        parent = entry.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        last = self._last.get(parent, number_of(parent, "start", 1) - 1)
        number = number_of(entry, "value", last + 1)
        self._last[parent] = number
        styled = _STYLE.search(style_of(entry)) or _STYLE.search(style_of(parent))
        format = styled[1] if styled else parent.get("type") or "decimal"
        return _FORMATS[format](number) if format in _FORMATS else f"{number}."
