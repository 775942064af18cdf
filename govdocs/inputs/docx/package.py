"""The parts of a DOCX: found by their relationships, bounded in size, parsed without entities."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from govdocs.errors import InputError
from govdocs.inputs.archive import DAMAGED, TooLarge, member, opened

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements, as lxml writes it before a name."""

MOST_BYTES = 128 * 1024 * 1024
"""Bytes of all parts that are read, unpacked; a long report with tables has two million."""

# The strict variant of the format has other names for the same elements.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL_MAIN_PART = "word/document.xml"


class Package:
    """An opened DOCX."""

    def __init__(self, data: bytes, name: str | None) -> None:
        """Open it.

        Raises:
            InputError: it is no ZIP archive, or its main part is missing.
        """
        self._name = name
        self._left = MOST_BYTES
        try:
            self._archive: zipfile.ZipFile = opened(data)
        except DAMAGED as error:
            raise self._damaged(None) from error
        self._members = {entry.lower(): entry for entry in self._archive.namelist()}
        self.main_part = self._main_part()
        self._targets = dict(self._relationships(self.main_part))

    def _main_part(self) -> str:
        for kind, target in self._relationships(""):
            if kind == "officeDocument" and target.lower() in self._members:
                return target
        if _USUAL_MAIN_PART not in self._members:
            raise InputError(
                "DOCX 中缺少正文部件 word/document.xml，文件不完整；"
                "请用 Word 或 WPS 打开修复后另存为 .docx 再试",
                "the DOCX has no main part word/document.xml; repair it in Word or WPS and save "
                "it as .docx",
                at=self._name,
            )
        return _USUAL_MAIN_PART

    def _relationships(self, part: str) -> Iterator[tuple[str, str]]:
        """The last word of each relationship's type, and the part that it leads to."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        for each in root.iter(_RELATIONSHIP) if root is not None else ():
            target = each.get("Target", "")
            if each.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, target))
                yield posixpath.basename(each.get("Type", "")), path.lstrip("/")

    def related(self, kind: str) -> Element | None:
        """The root of the part of a kind (``styles``, ``numbering``), or None."""
        target = self._targets.get(kind)
        return self.xml(target) if target else None

    def related_to_many(self, kinds: frozenset[str]) -> Iterator[Element]:
        """The roots of the parts of kinds of which there may be several (``header``)."""
        for kind, target in self._relationships(self.main_part):
            if kind in kinds:
                root = self.xml(target)
                if root is not None:
                    yield root

    def xml(self, part: str) -> Element | None:
        """The root element of a part, or None if it is not there.

        Raises:
            InputError: it is damaged, no XML, has a document type, or is too large.
        """
        entry = self._members.get(part.lower())
        if entry is None:
            return None
        data = self._bytes(entry)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged(part) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise InputError(
                f"DOCX 的部件 {part} 带有文档类型声明（DTD），正常的 Word 文件没有，不予读取；"
                "请用 Word 或 WPS 另存为 .docx 再试",
                f"part {part} of the DOCX has a document type (DTD), which no Word file has; it "
                "is not read. Save it again as .docx in Word or WPS",
                at=self._name,
            )
        return root

    def _bytes(self, entry: str) -> bytes:
        try:
            content = member(self._archive, entry, self._left)
        except TooLarge as error:
            raise InputError(
                f"DOCX 的部件解压后超过 {MOST_BYTES} 字节，不予读取；"
                "请删去多余内容后另存为 .docx 再试",
                f"the parts of the DOCX unpack to more than {MOST_BYTES} bytes; it is not read. "
                "Remove what is not needed and save it again as .docx",
                at=self._name,
            ) from error
        except DAMAGED as error:
            raise self._damaged(entry) from error
        self._left -= len(content)
        return content

    def _damaged(self, part: str | None) -> InputError:
        zh, en = (f"的部件 {part} ", f"part {part} of ") if part else ("", "")
        return InputError(
            f"DOCX {zh}已损坏或加密，读不了；请用 Word 或 WPS 打开修复后另存为 .docx 再试",
            f"{en}the DOCX is damaged or encrypted; repair it in Word or WPS and save it as .docx",
            at=self._name,
        )


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of Word's namespace, or None."""
    return None if element is None else element.get(W + name)


def child(element: Element | None, *names: str) -> Element | None:
    """The element that a path of Word's names leads to, or None."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return element is not None and element.get(W + "val", "true") not in ("0", "false", "off")


def whole(text: str | None, otherwise: int) -> int:
    """A whole number of up to nine digits, or another value."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise
