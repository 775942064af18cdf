"""The blocks of a file that an official document holds: text, DOCX, workbook or picture."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from govdocs.errors import InputError
from govdocs.findings import Finding
from govdocs.formatting.dates import date_text
from govdocs.inputs.file_bytes import file_bytes
from govdocs.inputs.prose import read_prose
from govdocs.inputs.reading import read_with_findings
from govdocs.inputs.recognition import SHEET_ENDINGS, Kind, kind_of
from govdocs.inputs.text.decoding import decode
from govdocs.inputs.text.log import FindingLog
from govdocs.kinds.official.sheet_table import table_of_sheet
from govdocs.model.nodes import Block, Figure, MainPart, Paragraph, Run, Section, Table

_OF_WHOLE_DOCUMENTS = frozenset(("title-missing", "addressees-in-text"))
"""Findings that say nothing of an attachment: the data gives its title, and its text may have
addressees."""


class FileContent(NamedTuple):
    """What a file holds.

    Attributes:
        blocks: what is printed of it.
        findings: what was changed on the way, placed by the file's name and line.
        title: the title that it has itself; empty for none.
    """

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()
    title: str = ""


def read_content(path: Path, *, alt: str, place: str, landscape: bool = False) -> FileContent:
    """The blocks of a file.

    Args:
        path: a text, a DOCX, a web page, a workbook or a PNG or JPEG picture.
        alt: what a picture shows, in words.
        place: the field that names the file, for messages.
        landscape: whether its tables are turned (clause 8).

    Raises:
        InputError: it cannot be read.
        ModelError: a picture of another format.
    """
    data = file_bytes(path)
    if not data.strip():
        raise InputError(
            "文件是空的，没有可印的内容；请换成有内容的文件",
            "the file is empty, so there is nothing to print; give one with content",
            at=str(path),
        )
    kind = kind_of(data, path.name)
    if kind is Kind.PICTURE:
        figure = Figure(data=data, alt=alt or path.stem)
        _check_picture(figure, path, place)
        return FileContent((figure,))
    if path.suffix.lower() in SHEET_ENDINGS or kind in (Kind.XLSX, Kind.XLS, Kind.ODS):
        return FileContent((table_of_sheet(data, str(path), landscape=landscape),))
    found = _of_text(data, path) if kind is Kind.TEXT else _of_document(path)
    return found._replace(blocks=_turned(found.blocks) if landscape else found.blocks)


def _check_picture(figure: Figure, path: Path, place: str) -> None:
    """Refuse a broken picture here, where its file is known; the writers see only its data."""
    # It loads Pillow: only documents with pictures pay for it.
    from govdocs.picture_data import TooLarge, Unsound, decode_picture

    try:
        decode_picture(figure.data, f"image/{figure.format.value}")
    except Unsound as error:
        raise InputError(
            f"“{place}”的图片文件已损坏或不完整，读不了；请用看图软件打开并另存，或换一张",
            f"the picture file of “{place}” is damaged or not whole and cannot be read; open and "
            "save it anew in an image program, or use another",
            at=str(path),
        ) from error
    except TooLarge as size:
        raise InputError(
            f"“{place}”的图片太大：{size.width}×{size.height} 像素；请缩小后再用",
            f"the picture of “{place}” is too large: {size.width} × {size.height} pixels; "
            "scale it down",
            at=str(path),
        ) from None


def _of_text(data: bytes, path: Path) -> FileContent:
    log = FindingLog()
    prose = read_prose(decode(data, str(path), log))
    found = (*log.findings(), *prose.findings)
    return FileContent(prose.blocks, tuple(_in_file(each, path) for each in found))


def _of_document(path: Path) -> FileContent:
    reading = read_with_findings(path)
    main = reading.document.main_part
    found = tuple(_in_file(e, path) for e in reading.findings if e.id not in _OF_WHOLE_DOCUMENTS)
    return FileContent((*main.body, *_closing(main)), found, main.title)


def _closing(main: MainPart) -> Iterator[Block]:
    """What was taken for the closing of the file: in an attachment it is text like any other."""
    for text in main.signature:
        yield Paragraph(content=(Run(text),))
    if main.date_of_issue:
        yield Paragraph(content=(Run(date_text(main.date_of_issue)),))
    if main.remark:
        yield Paragraph(content=(Run(f"（{main.remark}）"),))


def _in_file(finding: Finding, path: Path) -> Finding:
    line = "" if finding.line is None else f":{finding.line}"
    return dataclasses.replace(finding, place=f"{path.name}{line}", line=None, column=None)


def _turned(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with their tables turned."""
    return tuple(_turned_block(block) for block in blocks)


def _turned_block(block: Block) -> Block:
    if isinstance(block, Table):
        return dataclasses.replace(block, landscape=True)
    if isinstance(block, Section):
        return dataclasses.replace(block, blocks=_turned(block.blocks))
    return block
