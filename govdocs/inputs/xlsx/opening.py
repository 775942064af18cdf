"""Open a workbook's bytes: only .xlsx, only of a size that people fill in, nothing executed."""

from __future__ import annotations

import re
import zipfile
from typing import NamedTuple

from govdocs.errors import InputError
from govdocs.inputs.archive import DAMAGED, TooLarge, member, opened
from govdocs.inputs.recognition import Kind, kind_of

MOST_BYTES = 32 * 1024 * 1024
"""Bytes of a workbook file."""

MOST_PART_BYTES = 16 * 1024 * 1024
"""Bytes of one part of it, unpacked; a filled-in workbook has some hundred thousand."""

MOST_ALL_BYTES = 48 * 1024 * 1024
"""Bytes of all its parts of text, unpacked."""

MOST_PARTS = 2_000
MOST_MERGED_CELLS = 200_000
"""Cells inside merged areas of one sheet."""

_MERGED = re.compile(
    rb"""mergeCell\s[^>]{0,200}?ref\s*=\s*["']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"""
)
_WORKBOOK = "xl/workbook.xml"


class _Advice(NamedTuple):
    zh: str
    en: str


_OTHERS = {
    Kind.XLS: _Advice(
        "这是旧格式的表格（.xls 或 WPS 的 .et）；请用 Excel 或 WPS 打开，另存为 .xlsx 再试",
        "this is a workbook of the old format (.xls or .et); open it in Excel or WPS and save it "
        "as .xlsx",
    ),
    Kind.ODS: _Advice(
        "这是 OpenDocument 表格（.ods）；请打开后另存为 .xlsx 再试",
        "this is an OpenDocument spreadsheet (.ods); open it and save it as .xlsx",
    ),
    Kind.DOC: _Advice(
        "这是文字文档（.doc 或 .wps），不是表格；填报簿应为 .xlsx",
        "this is a text document (.doc or .wps) and no workbook; give an .xlsx",
    ),
    Kind.DOCX: _Advice(
        "这是 Word 文档（.docx），不是表格；填报簿应为 .xlsx",
        "this is a Word document (.docx) and no workbook; give an .xlsx",
    ),
    Kind.ENCRYPTED: _Advice(
        "工作簿设有打开密码；请用密码打开，去掉密码后另存为 .xlsx 再试",
        "the workbook is encrypted; open it with its password and save it without one as .xlsx",
    ),
    Kind.BROKEN_ZIP: _Advice(
        "文件已损坏或没有传完，打不开；请重新取得，或用 Excel、WPS 修复后另存为 .xlsx",
        "the file is damaged or incomplete; get it again, or repair it in Excel or WPS",
    ),
}
_NO_WORKBOOK = _Advice(
    "这不是 .xlsx 工作簿；请用 Excel 或 WPS 打开，另存为 .xlsx 再试",
    "this is no .xlsx workbook; open it in Excel or WPS and save it as .xlsx",
)
_BINARY = _Advice(
    "这是二进制工作簿（.xlsb）；请另存为 .xlsx 再试",
    "this is a binary workbook (.xlsb); save it as .xlsx",
)
_EMPTY = _Advice("文件是空的（0 字节）；请重新取得", "the file is empty (0 bytes)")
_MARKUP = _Advice(
    "工作簿里有不应有的内容（DOCTYPE 或不明编码）；请用 Excel 或 WPS 打开，另存为 .xlsx 再试",
    "the workbook has a DOCTYPE or an unknown encoding; open it in Excel or WPS and save it anew",
)


def checked(data: bytes, name: str | None) -> bytes:
    """The bytes, once it is sure that they are an .xlsx that may be opened.

    Raises:
        InputError: they are another kind of file, encrypted, damaged, or too large; the message
            says what to do.
    """
    kind = kind_of(data, name)
    if not data:
        raise _refused(_EMPTY, name)
    if kind is not Kind.XLSX:
        raise _refused(_OTHERS.get(kind, _NO_WORKBOOK), name)
    if len(data) > MOST_BYTES:
        raise _too_large(name, f"文件超过 {MOST_BYTES} 字节", f"more than {MOST_BYTES} bytes")
    try:
        with opened(data) as archive:
            _check_parts(archive, name)
    except TooLarge as error:
        raise _too_large(
            name,
            f"其中 {error} 展开后超过 {MOST_PART_BYTES} 字节",
            f"{error} unpacks to more than {MOST_PART_BYTES} bytes",
        ) from error
    except DAMAGED as error:
        raise _refused(_OTHERS[Kind.BROKEN_ZIP], name) from error
    return data


def _check_parts(archive: zipfile.ZipFile, name: str | None) -> None:
    members = archive.namelist()
    if _WORKBOOK not in members:
        raise _refused(_BINARY, name)
    if len(members) > MOST_PARTS:
        raise _too_large(name, f"有 {len(members)} 个部件", f"{len(members)} parts")
    total = 0
    for part in members:
        if not part.endswith((".xml", ".rels", ".vml")):
            continue
        content = member(archive, part, MOST_PART_BYTES)
        total += len(content)
        if total > MOST_ALL_BYTES:
            raise _too_large(
                name,
                f"展开后超过 {MOST_ALL_BYTES} 字节",
                f"unpacks to more than {MOST_ALL_BYTES} bytes",
            )
        # No office program writes these; they serve to blow up a reader.
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content[:200]:
            raise _refused(_MARKUP, name)
        _check_merged(content, part, name)


def _check_merged(content: bytes, part: str, name: str | None) -> None:
    """A merged area of a million rows is three lines of XML and gigabytes once read."""
    cells = 0
    for first, last in _MERGED.findall(content):
        (row, column), (end_row, end_column) = _place(first), _place(last)
        cells += max(end_row - row + 1, 0) * max(end_column - column + 1, 0)
        if cells > MOST_MERGED_CELLS:
            raise _too_large(
                name,
                f"{part} 的合并单元格超过 {MOST_MERGED_CELLS} 格",
                f"more than {MOST_MERGED_CELLS} merged cells in {part}",
            )


def _place(cell: bytes) -> tuple[int, int]:
    letters = cell.rstrip(b"0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return int(cell[len(letters) :]), column


def _refused(advice: _Advice, name: str | None) -> InputError:
    return InputError(advice.zh, advice.en, at=name)


def _too_large(name: str | None, zh: str, en: str) -> InputError:
    return InputError(
        f"工作簿太大：{zh}；请只保留填报用的工作表，另存为 .xlsx 再试",
        f"the workbook is too large: {en}; keep only the sheets that are filled in",
        at=name,
    )
