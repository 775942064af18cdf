"""Tell what kind of file bytes are: by what is in them, and by the name's ending last of all."""

from __future__ import annotations

import codecs
import enum
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from govdocs.inputs.text.regex import regex

if TYPE_CHECKING:
    import zipfile


DATA_ENDINGS: Mapping[str, Literal["yaml", "json"]] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
}
"""Endings of data files, and how the data is written in each."""

SHEET_ENDINGS = (".xlsx", ".xlsm", ".xls", ".et", ".ods")
"""Endings of workbooks: whatever the bytes of such a file are, it is no text."""


class Kind(enum.StrEnum):
    """The kinds of files that are told apart; the value is what a message calls one."""

    TEXT = "TXT"
    HTML = "HTML"
    DOCX = "DOCX"
    XLSX = "XLSX"
    PPTX = "PPTX"
    ODT = "ODT"
    ODS = "ODS/ODP"
    OFD = "OFD"
    EPUB = "EPUB"
    ZIP = "ZIP"
    BROKEN_ZIP = "ZIP/DOCX"
    DOC = "DOC/WPS"
    XLS = "XLS/ET"
    PPT = "PPT/DPS"
    ENCRYPTED = "DOCX/XLSX"
    COMPOUND = "DOC/WPS/XLS"
    RTF = "RTF"
    WORD_XML = "Word XML"
    MHTML = "MHTML"
    PDF = "PDF"
    PICTURE = "PNG/JPEG/GIF"
    ARCHIVE = "RAR/7-Zip/GZIP"


_FIRST_BYTES = (
    (b"%PDF", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"Rar!", Kind.ARCHIVE),
    (b"7z\xbc\xaf", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0"

# A member of the package that only this kind has.
_MEMBERS = (
    ("word/document.xml", Kind.DOCX),
    ("xl/workbook.xml", Kind.XLSX),
    ("xl/workbook.bin", Kind.XLSX),
    ("ppt/presentation.xml", Kind.PPTX),
    ("OFD.xml", Kind.OFD),
)
_MIME_TYPES = (
    (b"application/vnd.oasis.opendocument.text", Kind.ODT),
    (b"application/vnd.oasis.opendocument", Kind.ODS),
    (b"application/epub", Kind.EPUB),
)
_DOCX_TYPE = b"wordprocessingml.document.main+xml"
_DOCX_MACRO_TYPE = b"ms-word.document.macroEnabled.main+xml"

# Names of streams in a compound file, as its directory has them (UTF-16).
_STREAMS = (
    ("EncryptedPackage", Kind.ENCRYPTED),
    ("WordDocument", Kind.DOC),
    ("Workbook", Kind.XLS),
    ("PowerPoint Document", Kind.PPT),
    ("Book", Kind.XLS),
)

_LEAD = 4096
_HTML_ENDING = regex(r".*\.(?:html?|xhtml|shtml|jhtml|jspx?|aspx?|php)", re.IGNORECASE | re.DOTALL)
_OFFICE_ENDING = regex(r".*\.(?:docx?|wps|rtf|xlsx?|et)", re.IGNORECASE | re.DOTALL)
_BEGINS_AS_HTML = regex(r"<(?:!doctype\s+html|html|head|body|meta)[\s>]", re.IGNORECASE)
_BEFORE_HTML = (("<!--", "-->"), ("<?xml", "?>"))
_HOLDS_HTML = regex(r"<(?:html|head|body|table|div|p)[\s>]", re.IGNORECASE)
_WORD_XML = regex(r"<\?mso-application\s|<w:wordDocument[\s>]|<pkg:package[\s>]")
_MHTML = regex(r"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_RELATED = regex(r"Content-Type:\s*multipart/related", re.IGNORECASE)


def kind_of(data: bytes, name: str | None) -> Kind:
    """What kind of file bytes are; the file's name counts only where they do not say."""
    for first, kind in _FIRST_BYTES:
        if data.startswith(first):
            return kind
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if data.startswith(_COMPOUND):
        return _kind_of_compound(data)
    return kind_of_text(_beginning(data), name)


def kind_of_text(text: str, name: str | None = None) -> Kind:
    """TEXT, or the kind of markup that a text is, told by its beginning."""
    lead = text[:_LEAD].lstrip("\ufeff")
    if _BEGINS_AS_HTML.match(_without_preamble(lead)):
        return Kind.HTML
    if _WORD_XML.search(lead) and lead.lstrip().startswith("<"):
        return Kind.WORD_XML
    if _RELATED.search(lead) and _MHTML.search(lead):
        return Kind.MHTML
    if name and _HTML_ENDING.fullmatch(name) and "<" in text:
        return Kind.HTML
    # Many systems of offices give out a web page under the name of a Word file.
    if name and _OFFICE_ENDING.fullmatch(name) and _HOLDS_HTML.search(lead):
        return Kind.HTML
    return Kind.TEXT


def _without_preamble(text: str) -> str:
    """The text from its first character that is no blank, comment or XML declaration."""
    text = text.lstrip()
    while ends := [end for start, end in _BEFORE_HTML if text.startswith(start)]:
        text = text.partition(ends[0])[2].lstrip()
    return text


class _Mark(NamedTuple):
    mark: bytes
    encoding: str


_MARKS = (_Mark(codecs.BOM_UTF16_LE, "utf-16-le"), _Mark(codecs.BOM_UTF16_BE, "utf-16-be"))


def _beginning(data: bytes) -> str:
    """The first bytes as text in which at least ASCII can be read."""
    lead = data[: 4 * _LEAD].removeprefix(codecs.BOM_UTF8)
    for mark, encoding in _MARKS:
        if lead.startswith(mark):
            return lead.decode(encoding, "ignore").lstrip("\ufeff")
    return lead.decode("latin-1")


def _kind_of_zip(data: bytes) -> Kind:
    # zipfile costs more to import than all that a plain text needs.
    from govdocs.inputs.archive import DAMAGED, opened

    try:
        with opened(data) as archive:
            return _kind_of_members(archive)
    except DAMAGED:
        return Kind.BROKEN_ZIP


def _kind_of_members(archive: zipfile.ZipFile) -> Kind:
    names = set(archive.namelist())
    for member, kind in _MEMBERS:
        if member in names:
            return kind
    if "[Content_Types].xml" in names:
        types = _start_of(archive, "[Content_Types].xml")
        return Kind.DOCX if _DOCX_TYPE in types or _DOCX_MACRO_TYPE in types else Kind.ZIP
    mime = _start_of(archive, "mimetype") if "mimetype" in names else b""
    return next((kind for first, kind in _MIME_TYPES if mime.startswith(first)), Kind.ZIP)


def _start_of(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        return member.read(1_000_000)


def _kind_of_compound(data: bytes) -> Kind:
    for name, kind in _STREAMS:
        if name.encode("utf-16-le") + b"\0\0" in data:
            return kind
    return Kind.COMPOUND
