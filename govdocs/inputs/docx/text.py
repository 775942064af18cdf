"""The text of a paragraph as Word prints it, and what of it was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdocs.inputs.docx.package import W, child, value, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from govdocs.inputs.docx.styles import Styles
    from govdocs.inputs.unread import Unread

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

ALTERNATIVES = _MC + "AlternateContent"
TEXT_BOX = W + "txbxContent"

WRAPPERS = frozenset(
    W + name
    for name in ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "hyperlink", "fldSimple",
                 "dir", "bdo")
)  # fmt: skip
"""Elements that only stand around paragraphs or runs."""

_DELETED = frozenset({W + "del", W + "moveFrom"})
_INSERTED = frozenset({W + "ins", W + "moveTo"})
_PICTURES = frozenset({W + "drawing", W + "pict", W + "object"})
_NOTES = {
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
    W + "commentReference": "comment",
}
_CHARACTERS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}

# Signs of the fonts Wingdings and Wingdings 2, by the low byte of their code.
_SIGNS = {
    ("wingdings", 0x6C): "●", ("wingdings", 0x6E): "■", ("wingdings", 0x6F): "□",
    ("wingdings", 0x71): "❑", ("wingdings", 0x75): "◆", ("wingdings", 0x76): "❖",
    ("wingdings", 0xA8): "□", ("wingdings", 0xD8): "➢", ("wingdings", 0xFB): "✗",
    ("wingdings", 0xFC): "✓", ("wingdings", 0xFD): "☒", ("wingdings", 0xFE): "☑",
    ("wingdings 2", 0x50): "✓", ("wingdings 2", 0x52): "☑", ("wingdings 2", 0x53): "☒",
    ("wingdings 2", 0x54): "☒", ("wingdings 2", 0xA3): "□",
}  # fmt: skip


def chosen(alternatives: Element) -> Element | None:
    """Of several forms of the same content the one to read: the first, never two of them."""
    choice = alternatives.find(_MC + "Choice")
    return alternatives.find(_MC + "Fallback") if choice is None else choice


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph, each in one form only."""
    # Most paragraphs have none, and a search is quicker than a walk.
    if next(paragraph.iter(TEXT_BOX), None) is None:
        return
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag == TEXT_BOX:
            yield element
        elif element.tag == ALTERNATIVES:
            branch = chosen(element)
            stack += [] if branch is None else [branch]
        elif element is paragraph or element.tag != W + "p":
            stack += reversed(element)


class ParagraphText:
    """Reads the text of paragraphs; what it leaves out is counted."""

    def __init__(self, styles: Styles, unread: Unread) -> None:
        self._styles = styles
        self._unread = unread

    def text(self, paragraph: Element, number: int) -> str:
        """The text of a paragraph; line breaks in it are ``\\n``.

        Args:
            paragraph: a w:p.
            number: what the findings speak of it by.
        """
        properties = child(paragraph, "pPr")
        return "".join(self._pieces(paragraph, properties, number))

    def _pieces(self, parent: Element, properties: Element | None, number: int) -> Iterator[str]:
        for element in parent:
            tag = element.tag
            if tag == W + "r":
                yield self._run(element, properties, number)
            elif tag in WRAPPERS:
                if tag in _INSERTED:
                    self._unread.note("inserted", number)
                yield from self._pieces(element, properties, number)
            elif tag == W + "sdt":
                content = child(element, "sdtContent")
                if content is not None:
                    yield from self._pieces(content, properties, number)
            elif tag in _DELETED:
                self._unread.note("deleted", number, _all_text(element))
            elif tag == ALTERNATIVES:
                branch = chosen(element)
                if branch is not None:
                    yield from self._pieces(branch, properties, number)
            elif isinstance(tag, str) and tag.startswith(_MATH):
                yield self._formula(element, number)

    def _formula(self, element: Element, number: int) -> str:
        text = "".join(each.text or "" for each in element.iter(_MATH + "t"))
        self._unread.note("formula", number, text)
        return text

    def _run(self, run: Element, properties: Element | None, number: int) -> str:
        is_hidden = self._styles.is_hidden(child(run, "rPr"), properties)
        text = "".join(self._run_pieces(run, properties, number))
        if is_hidden and text:
            self._unread.note("hidden", number, text)
        return "" if is_hidden else text

    def _run_pieces(self, run: Element, properties: Element | None, number: int) -> Iterator[str]:
        for element in run:
            tag = element.tag
            if tag == W + "t":
                yield element.text or ""
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag]
            elif tag == W + "br":
                yield "\n"
            elif tag == W + "sym":
                yield _sign(element)
            elif tag in _NOTES:
                self._unread.note(_NOTES[tag], number)
            elif tag in _PICTURES:
                self._picture(element, number)
            elif tag == W + "ruby":
                yield from self._ruby(element, properties, number)
            elif tag == ALTERNATIVES:
                branch = chosen(element)
                if branch is not None:
                    yield from self._run_pieces(branch, properties, number)

    def _picture(self, element: Element, number: int) -> None:
        if next(element.iter(TEXT_BOX), None) is None:
            self._unread.note("picture", number)

    def _ruby(self, ruby: Element, properties: Element | None, number: int) -> Iterator[str]:
        above = child(ruby, "rt")
        if above is not None:
            self._unread.note("ruby", number, _all_text(above))
        base = child(ruby, "rubyBase")
        if base is not None:
            yield from self._pieces(base, properties, number)


def _sign(element: Element) -> str:
    """A sign of a symbol font; one that is not known stays in private use, which is reported."""
    font = (value(element, "font") or "").lower()
    try:
        code = int(value(element, "char") or "", 16)
    except ValueError:
        return ""
    return _SIGNS.get((font, code & 0xFF)) or (chr(code) if 0x20 <= code <= 0xFFFD else "")


def _all_text(element: Element) -> str:
    names = (W + "t", W + "delText")
    return "".join(each.text or "" for each in element.iter(*names))


def size_of_span(element: Element | None) -> int:
    """The number of columns that a table property speaks of; 1 if it is not given."""
    return max(1, whole(value(element), 1))
