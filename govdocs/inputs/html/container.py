"""Find the part of a page that holds its article, and the article's title around it.

The container is the innermost element whose id or class names an article (``TRS_Editor``,
``zoom``, ``content``, ``article``, ``main`` and the like), or an ``<article>`` or ``<main>``, that
holds at least :data:`SHARE` of all text outside links; failing that, the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from govdocs.inputs.html.elements import SILENT, is_control, is_hidden, text_of
from govdocs.inputs.text.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SHARE = 0.75
"""Of the page's text outside links, what the article must hold."""

_NAMES = regex(r"trs_?editor|ucap|zoom|content|article|detail|^main|^con$|^te?xt$", re.IGNORECASE)
_ELEMENTS = frozenset({"article", "main"})
_TITLE_NAMES = regex(r"title|^bt$|^biaoti$", re.IGNORECASE)
_TITLE_ELEMENTS = frozenset({"h1", "h2", "h3"})
_TITLE_PARTS = regex(r"\s*[_|]\s*|\s+[-–—]+\s+|--+")
_LONGEST_TITLE = 120


class Amount(NamedTuple):
    """How many characters of text an element holds; blanks aside."""

    prose: int
    links: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.prose + self.links


class Container(NamedTuple):
    """The element that holds the article, what it holds and what the whole page does."""

    element: Element
    held: Amount
    page: Amount


def find_container(root: Element) -> Container:
    """The article of a page."""
    body = root.find("body")
    body = root if body is None else body
    page, found = _amounts(body)
    least = SHARE * page.prose
    fitting = [(amount, element) for element, amount in found if amount.prose >= least]
    if not fitting or not page.prose:
        return Container(body, page, page)
    held, element = min(fitting, key=lambda each: each[0].total)
    return Container(element, held, page)


def _amounts(body: Element) -> tuple[Amount, list[tuple[Element, Amount]]]:
    """The text of a body, and of each element in it that may be the container, inner ones first."""
    found: list[tuple[Element, Amount]] = []
    open_: list[list[int]] = [[0, 0]]
    links = 0
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            links += _is_clicked(element)
            open_.append([0, 0])
            if element is not body and (element.tag in SILENT or is_hidden(element)):
                walker.skip_subtree()
            else:
                open_[-1][links > 0] += _length(element.text)
            continue
        links -= _is_clicked(element)
        prose, linked = open_.pop()
        if _may_be_container(element):
            found.append((element, Amount(prose, linked)))
        open_[-1][0] += prose
        open_[-1][1] += linked
        if element is not body:
            open_[-1][links > 0] += _length(element.tail)
    return Amount(*open_[0]), found


def _is_clicked(element: Element) -> bool:
    return element.tag == "a" or is_control(element)


def _length(text: str | None) -> int:
    return sum(map(len, text.split())) if text else 0


def _may_be_container(element: Element) -> bool:
    return element.tag in _ELEMENTS or any(_NAMES.search(name) for name in _names(element))


def _names(element: Element) -> list[str]:
    return [*(element.get("class") or "").split(), *(element.get("id") or "").split()]


def titles_around(root: Element, container: Element) -> Iterator[str]:
    """What may be the article's title outside its container, the likeliest first.

    The standard tag ``ArticleTitle`` of government websites (政府网站标签), then headings and
    elements named after a title, then the parts of the page's own title.
    """
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() == "articletitle":
            yield _one_line(meta.get("content") or "")
    inside = set(container.iter())
    for element in root.iter("h1", "h2", "h3", "div", "p", "span", "td"):
        is_title = element.tag in _TITLE_ELEMENTS or any(map(_TITLE_NAMES.search, _names(element)))
        if is_title and element not in inside and not is_hidden(element):
            text = _one_line(text_of(element))
            if len(text) <= _LONGEST_TITLE:
                yield text
    for title in root.iter("title"):
        yield from _TITLE_PARTS.split(_one_line(text_of(title)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
