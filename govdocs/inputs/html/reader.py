"""Read a web page: its article as lines and tables, numbered by the lines of its source.

lxml's parser mends what browsers mend (tags that are never closed, rows without a table) and gives
a tree in which containers can be measured; the standard library's gives tags as they come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from govdocs.errors import InputError
from govdocs.inputs.html.charset import decoded_page
from govdocs.inputs.html.container import Container, find_container, titles_around
from govdocs.inputs.html.elements import line_of
from govdocs.inputs.html.flow import Flow
from govdocs.inputs.html.lists import ListNumbers
from govdocs.inputs.html.unread import MESSAGES
from govdocs.inputs.text.entries import Entry
from govdocs.inputs.text.grid import Grid, Part, Written
from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.numbering import numbering_of
from govdocs.inputs.text.title import FIRST_LINES, find_title
from govdocs.inputs.unread import Unread
from govdocs.messages.quoting import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from govdocs.inputs.text.log import FindingLog

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of a page; with pictures inside (``data:``) one may have some millions."""

_MUCH = 0.1
"""Of the page's text outside links, what is left out without a warning."""


def read_html(data: bytes, name: str | None, log: FindingLog) -> tuple[Part, ...]:
    """The lines and tables of a page's article; what is left out is reported.

    Raises:
        InputError: the page is too large, cannot be decoded or is nested too deeply.
    """
    if len(data) > MOST_BYTES:
        raise InputError(
            f"网页有 {len(data)} 字节，超过 {MOST_BYTES}，不予读取；请只保存正文部分",
            f"the page has {len(data)} bytes, more than {MOST_BYTES}; save its article only",
            at=name,
        )
    root = _parsed(decoded_page(data, name, log), name)
    if root is None:
        return ()
    container = find_container(root)
    unread = Unread(MESSAGES)
    flow = Flow(log, unread, ListNumbers())
    flow.read(container.element)
    unread.report(log)
    _report_frame(container, log)
    title = _title_around(root, container, flow.parts, log)
    return (*title, *flow.parts)


def _parsed(text: str, name: str | None) -> Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing but comments and blanks
        return None
    # What is nested deeper than the parser goes is missing from the tree.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise InputError(
            "网页的标签嵌套过深，读不全；请在浏览器中选取正文，粘贴到 Word 另存为 .docx 再试",
            "the page's elements are nested too deeply to be read in full; copy the article from "
            "the browser into Word and save it as .docx",
            at=name,
        )
    return root


def _report_frame(container: Container, log: FindingLog) -> None:
    left_out = container.page.total - container.held.total
    if not left_out:
        return
    element = container.element
    shown = f"<{element.tag}{_attribute(element, 'id')}{_attribute(element, 'class')}>"
    prose = container.page.prose - container.held.prose
    tell = log.warning if prose > _MUCH * container.page.prose else log.info
    tell(
        "page-frame",
        f"正文取自 {shown}，{container.held.total} 字；其外 {left_out} 字"
        f"（链接以外 {prose} 字）是网页的其他部分，未读取",
        f"the text was taken from {shown}, {container.held.total} characters; {left_out} outside "
        f"it ({prose} of them in no link) are the rest of the page and were left out",
        line=line_of(element),
    )


def _attribute(element: Element, name: str) -> str:
    value = element.get(name)
    return f' {name}="{shortened(value)}"' if value else ""


def _title_around(
    root: Element, container: Container, parts: Sequence[Part], log: FindingLog
) -> tuple[Written, ...]:
    """The article's title, where it stands outside the article."""
    entries = [_entry(part) for part in parts[:FIRST_LINES]]
    found = find_title(entries)
    if found and _is_title(found.text):
        return ()
    for text in titles_around(root, container.element):
        if _is_title(text):
            log.info(
                "title-from-page",
                f"标题“{shortened(text)}”取自正文之外的网页标题",
                f"the title “{shortened(text)}” was taken from the page around the text",
                line=1,
            )
            return (Written(1, text),)
    return ()


def _entry(part: Part) -> Entry:
    is_grid = isinstance(part, Grid)
    text = "|" if isinstance(part, Grid) else part.text.strip()
    return Entry(Line(part.number, text), None if is_grid else numbering_of(text), is_grid, False)


def _is_title(text: str) -> bool:
    """Whether a text ends as titles do: alone, only such a text is taken for one."""
    return find_title([Entry(Line(1, text), None, False, False)]) is not None
