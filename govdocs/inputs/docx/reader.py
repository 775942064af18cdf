"""Read a DOCX: its paragraphs as lines, with the numbers that Word prints, and its tables.

Paragraphs and tables are counted together, in the order of the body, from 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdocs.errors import InputError
from govdocs.inputs.docx.numbering import Numbering
from govdocs.inputs.docx.package import Package, W, child, is_on, value
from govdocs.inputs.docx.styles import Styles
from govdocs.inputs.docx.tables import CellText, cells_of, grid_of, rows_of
from govdocs.inputs.docx.text import (
    ALTERNATIVES,
    WRAPPERS,
    ParagraphText,
    chosen,
    text_boxes,
)
from govdocs.inputs.docx.unread import MESSAGES
from govdocs.inputs.text.grid import Part, Written, joined
from govdocs.inputs.text.numbering import numbering_of
from govdocs.inputs.text.regex import regex
from govdocs.inputs.unread import Unread
from govdocs.messages.quoting import shortened
from govdocs.model.nodes import DEEPEST_LEVEL, Alignment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from govdocs.inputs.text.log import FindingLog

_MARGINS = frozenset({"header", "footer"})
_PAGE_NUMBER = regex(r"[\s\d—–―\-·.,/|第页共]*")
_BRACKETED = regex(r"[（(].*[）)]")
_ALIGNMENTS = {
    "center": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
}


def read_docx(data: bytes, name: str | None, log: FindingLog) -> tuple[Part, ...]:
    """The paragraphs and tables of a DOCX; what is left out is reported.

    Raises:
        InputError: it is damaged, encrypted, too large, or has no body.
    """
    package = Package(data, name)
    root = package.xml(package.main_part)
    body = child(root, "body")
    if body is None:
        raise InputError(
            f"DOCX 的正文部件 {package.main_part} 里没有正文；"
            "请用 Word 或 WPS 打开修复后另存为 .docx 再试",
            f"the main part {package.main_part} of the DOCX has no body; repair it in Word or "
            "WPS and save it as .docx",
            at=name,
        )
    reader = _Reader(package, log)
    parts = tuple(reader.parts(body))
    reader.report()
    return parts


class _Reader:
    """Goes through one document in reading order, once: its lists count on the way."""

    def __init__(self, package: Package, log: FindingLog) -> None:
        self._package = package
        self._log = log
        self._unread = Unread(MESSAGES)
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"), self._styles, self._unread)
        self._texts = ParagraphText(self._styles, self._unread)
        self._has_text = False
        self._to_be_joined = ""  # a paragraph whose end was deleted goes on in the next

    def parts(self, body: Element) -> Iterator[Part]:
        """The lines and grids of the body."""
        for number, block in enumerate(self._blocks(body, 1), 1):
            yield from self._parts_of(block, number)
        if self._to_be_joined:
            yield Written(number, self._to_be_joined)

    def _blocks(self, parent: Element, number: int) -> Iterator[Element]:
        """Paragraphs and tables, those in content controls and the like included."""
        for element in parent:
            tag = element.tag
            if tag in (W + "p", W + "tbl"):
                yield element
            elif tag == W + "sdt":
                content = child(element, "sdtContent")
                if content is not None and not self._is_contents(element, content, number):
                    yield from self._blocks(content, number)
            elif tag in WRAPPERS:
                yield from self._blocks(element, number)
            elif tag == ALTERNATIVES:
                branch = chosen(element)
                if branch is not None:
                    yield from self._blocks(branch, number)
            elif tag == W + "altChunk":
                self._unread.note("inserted-file", None)

    def _is_contents(self, control: Element, content: Element, number: int) -> bool:
        gallery = value(child(control, "sdtPr", "docPartObj", "docPartGallery"))
        if gallery != "Table of Contents":
            return False
        for paragraph in content.iter(W + "p"):
            self._unread.note("contents", None, self._texts.text(paragraph, number))
        return True

    def _parts_of(self, block: Element, number: int) -> Iterator[Part]:
        if block.tag == W + "p":
            yield from self._paragraph(block, number)
            yield from self._text_boxes(block, number)
            return
        grid = grid_of(block, number, lambda cell: self._cell(cell, number), self._unread,
                       self._log)  # fmt: skip
        if grid is not None:
            yield grid

    def _paragraph(self, paragraph: Element, number: int) -> Iterator[Written]:
        properties = child(paragraph, "pPr")
        text = self._texts.text(paragraph, number)
        if self._styles.is_contents(properties):
            self._unread.note("contents", number, text)
            return
        text = self._to_be_joined + self._with_number(text, properties, number)
        self._to_be_joined = ""
        if child(properties, "rPr", "del") is not None:
            self._to_be_joined = text
            return
        if not text.strip():
            return
        is_centred = self._styles.alignment(properties) == "center"
        lines = _lines_of_title(text) if is_centred else text.split("\n")
        if not is_centred:
            self._report_heading(text, properties, number)
        self._has_text = True
        for line in lines:
            yield Written(number, line)

    def _with_number(self, text: str, properties: Element | None, number: int) -> str:
        """The text behind the number that Word prints before it."""
        if is_on(child(properties, "rPr", "vanish")) and not text:
            return text  # a paragraph that is hidden whole is not counted either
        numbering = self._styles.numbering(properties)
        if numbering.id is None:
            return text
        printed = self._numbering.next_number(numbering, self._styles.names(properties))
        if not printed or not text.strip():
            if printed:
                self._unread.note("empty-number", number)
            return text
        text = text.lstrip()
        last = printed[-1]  # ① and ⒈ are neither a letter nor a decimal digit
        would_touch = last.isalpha() or last.isdecimal() or text[0].isdigit()
        return f"{printed} {text}" if would_touch and not last.isspace() else printed + text

    def _report_heading(self, text: str, properties: Element | None, number: int) -> None:
        level = self._styles.outline_level(properties)
        if level is None or level > DEEPEST_LEVEL or not self._has_text:
            return
        if numbering_of(text.strip()) is None:
            self._log.warning(
                "heading-unnumbered",
                f"“{shortened(text.strip())}”用了标题样式（大纲 {level} 级）却没有序号，"
                "按正文段落读取；如是标题请补上序号（一、（一）1.（1））",
                f"“{shortened(text.strip())}” has a heading's style (level {level}) and no "
                "number: it was read as a paragraph. Give it a number (一、（一）1.（1）) if it is "
                "a heading",
                line=number,
            )

    def _text_boxes(self, paragraph: Element, number: int) -> Iterator[Part]:
        for box in text_boxes(paragraph):
            parts = [
                part
                for block in self._blocks(box, number)
                for part in self._parts_of(block, number)
            ]
            text = "".join(part.text if isinstance(part, Written) else "…" for part in parts)
            self._unread.note("text-box", number, text)
            yield from parts

    def _cell(self, cell: Element, number: int) -> CellText:
        align: Alignment | None = None
        texts: list[str] = []
        for block in self._blocks(cell, number):
            if block.tag == W + "p":
                properties = child(block, "pPr")
                text = self._with_number(self._texts.text(block, number), properties, number)
                texts += text.splitlines()
                if align is None or (text.strip() and not joined(texts[:-1])):
                    align = _ALIGNMENTS.get(self._styles.alignment(properties), Alignment.LEFT)
                texts += self._texts_of_boxes(block, number)
            else:
                inner = self._nested(block, number)
                self._unread.note("nested-table", number, inner)
                texts.append(inner)
        return CellText(joined(texts), align or Alignment.CENTER)

    def _texts_of_boxes(self, paragraph: Element, number: int) -> list[str]:
        parts = self._text_boxes(paragraph, number)
        return [part.text for part in parts if isinstance(part, Written)]

    def _nested(self, table: Element, number: int) -> str:
        texts = [self._cell(cell, number).text for row in rows_of(table) for cell in cells_of(row)]
        return " ".join(text for text in texts if text)

    def report(self) -> None:
        """Tell of all that was left out."""
        for root in self._package.related_to_many(_MARGINS):
            texts = ParagraphText(self._styles, Unread(MESSAGES))
            for paragraph in root.iter(W + "p"):
                text = texts.text(paragraph, 0)
                if not _PAGE_NUMBER.fullmatch(text):
                    self._unread.note("margin", None, text)
        self._unread.report(self._log)
        for format, count in self._numbering.unknown.items():
            self._log.warning(
                "number-format",
                f"{count} 处自动编号的格式“{format}”不认识，按阿拉伯数字读取，请核对",
                f"the format {format!r} of {count} automatic numbers is not known; they were read "
                "as digits: check them",
            )


def _lines_of_title(text: str) -> list[str]:
    """A centred paragraph is a title or a caption: its lines are one, a line in brackets aside.

    Breaks in a title are layout; a date or year in brackets under it stands by itself.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    apart: list[str] = []
    while len(lines) > 1 and _BRACKETED.fullmatch(lines[-1].strip()):
        apart.insert(0, lines.pop())
    return [joined(lines), *apart]
