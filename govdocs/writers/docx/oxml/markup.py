"""XML as text: elements built by functions, everything in them escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NewType

from govdocs.errors import LayoutError

# Well-formed XML. The type keeps plain text from being taken for it; only this room's functions
# make it.
Markup = NewType("Markup", str)

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}

# What XML 1.0 cannot hold, and the white space that a reader would turn into plain spaces.
_REFUSED = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile('[&<>"]')


def escaped(text: str) -> Markup:
    """Text as it stands in an element or a quoted attribute.

    Raises:
        LayoutError: a character that XML cannot hold, or a tab or line break.
    """
    refused = _REFUSED.search(text)
    if refused:
        where, code = refused.start() + 1, ord(refused.group())
        raise LayoutError(
            f"DOCX 的文本里不能有字符 U+{code:04X}（第 {where} 个字符），请删去",
            f"the text of a DOCX cannot hold U+{code:04X} (character {where}); remove it",
        )
    if _SPECIAL.search(text):
        text = text.replace("&", "&amp;").replace("<", "&lt;")
        text = text.replace(">", "&gt;").replace('"', "&quot;")
    return Markup(text)


def joined(parts: Iterable[Markup]) -> Markup:
    """Pieces of markup one after the other."""
    return Markup("".join(parts))


def w(tag: str, *children: Markup | None, **attributes: str | int | None) -> Markup:
    """A ``w:`` element with ``w:`` attributes; None, child or attribute, is left out."""
    head = f"w:{tag}"
    for name, value in attributes.items():
        if value is not None:
            head += f' w:{name}="{value if isinstance(value, int) else escaped(value)}"'
    content = "".join([child for child in children if child is not None])
    return Markup(f"<{head}>{content}</w:{tag}>" if content else f"<{head}/>")


def root(prefixed_tag: str, *children: Markup, prefixes: tuple[str, ...] = ("w",)) -> Markup:
    """The outermost element of a part, with the namespaces that it needs."""
    names = "".join([f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes])
    return Markup(f"<{prefixed_tag}{names}>{''.join(children)}</{prefixed_tag}>")
