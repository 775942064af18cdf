"""Compositions made by hand, and the DOCX files that the writer makes of them."""

from __future__ import annotations

import datetime
import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from govdocs.compose.composition import (
    Align,
    ComposedBlock,
    ComposedCell,
    ComposedFigure,
    ComposedParagraph,
    ComposedTable,
    Composition,
    FaceRole,
    OutlineEntry,
    Profile,
    Role,
    TextRun,
)
from govdocs.environment import default_environment
from govdocs.standards.loader import load_profile
from govdocs.units import mm
from govdocs.writers.docx.writer import write_docx

TEMPLATE = default_environment().templates / "docx"

Block = Callable[..., ComposedBlock]
Compose = Callable[..., Composition]
Write = Callable[[Composition], bytes]


@pytest.fixture(scope="session")
def profile() -> Profile:
    return load_profile("published-report")


@pytest.fixture(scope="session")
def template() -> Path:
    return TEMPLATE


@pytest.fixture(scope="session")
def paragraph(profile: Profile) -> Block:
    """Make a paragraph: runs are texts of its role, (text, role) or (text, role, face)."""

    def run(part: str | tuple, role: Role) -> TextRun:
        if isinstance(part, str):
            part = (part, role)
        text, own_role, *face = part
        return TextRun(text, own_role, face[0] if face else profile.styles[own_role].face)

    def make(role: Role, *parts: str | tuple, **fields) -> ComposedParagraph:
        return ComposedParagraph(role, tuple(run(part, role) for part in parts), **fields)

    return make


@pytest.fixture(scope="session")
def compose(profile: Profile) -> Compose:
    """Make a composition of blocks."""

    def make(*blocks: ComposedBlock, title="报告", author="某镇人民政府") -> Composition:
        return Composition(
            profile=profile,
            title=title,
            author=author,
            date=datetime.date(2018, 1, 9),
            blocks=blocks,
        )

    return make


@pytest.fixture(scope="session")
def write() -> Write:
    def make(composition: Composition) -> bytes:
        out = io.BytesIO()
        write_docx(composition, out, template=TEMPLATE)
        return out.getvalue()

    return make


@pytest.fixture(scope="session")
def table(profile: Profile) -> Block:
    """Make a table of rows of texts or (text, colspan, rowspan); the type area is shared evenly."""

    def make(*rows: tuple, columns: int, head_rows: int = 1, size: int | None = None):
        taken: set[tuple[int, int]] = set()
        composed = []
        for number, row in enumerate(rows):
            role = Role.TABLE_HEAD if number < head_rows else Role.TABLE_CELL
            cells, column = [], 0
            for entry in row:
                text, colspan, rowspan = entry if isinstance(entry, tuple) else (entry, 1, 1)
                while (number, column) in taken:
                    column += 1
                runs = (TextRun(text, role, profile.styles[role].face),)
                cells.append(ComposedCell(runs, role, Align.CENTER, column, colspan, rowspan))
                taken |= {(number + r, column + c) for r in range(rowspan) for c in range(colspan)}
            composed.append(tuple(cells))
        width = profile.page.type_area_width // columns
        own_size = profile.styles[Role.TABLE_CELL].size
        return ComposedTable(
            tuple(composed),
            head_rows,
            (width,) * columns,
            own_size if size is None else size,
            0,
            profile.table.ordinary,
        )

    return make


def png(width: int = 4, height: int = 2) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x88" * width for _ in range(height)))
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.fixture(scope="session")
def figure() -> Block:
    def make(alt: str = "示意图", data: bytes | None = None) -> ComposedFigure:
        return ComposedFigure(png() if data is None else data, "image/png", mm(80), mm(40), alt, 0)

    return make


@pytest.fixture(scope="session")
def everything(paragraph: Block, table: Block, figure: Block, compose: Compose) -> Composition:
    """A report with one of each thing that the writer writes."""
    title = "黑山县励家镇2017年度政府信息公开工作报告"
    return compose(
        paragraph(Role.TITLE, title, breaks=(11,)),
        paragraph(Role.BODY, "根据《条例》规定，编制本报告。全文见“某县政府网”——公开栏……"),
        paragraph(Role.HEADING_1, "一、总体情况", outline=OutlineEntry(1, "一、总体情况")),
        paragraph(
            Role.BODY,
            ("（一）组织领导。", Role.HEADING_2),
            "镇政府高度重视，",
            ("明确", Role.BODY, FaceRole.KAI),
            "责任，",
            ("从严", Role.BODY, FaceRole.HEI),
            "落实。",
            outline=OutlineEntry(2, "（一）组织领导"),
        ),
        paragraph(Role.HEADING_2, "（二）主动公开", outline=OutlineEntry(2, "（二）主动公开")),
        paragraph(Role.HEADING_3, "1.数量", outline=OutlineEntry(3, "1.数量")),
        paragraph(Role.HEADING_4, "（1）网站", outline=OutlineEntry(4, "（1）网站")),
        paragraph(Role.ITEM, "（一）对重大决策事项，听取意见建议。"),
        table(
            ("类别", ("数量", 2, 1), ("备注", 1, 2)),
            ("", "2016年", "2017年"),
            (("规章", 1, 2), "1", "2", ""),
            ("3", "4", "新增"),
            columns=4,
            head_rows=2,
        ),
        table(("甲", "乙"), ("1", "2"), columns=2, size=95250),
        figure(),
        paragraph(Role.CAPTION, "图1 公开数量"),
        paragraph(Role.SIGNATURE, "黑山县励家镇人民政府", right_indent=4.5),
        paragraph(Role.DATE_OF_ISSUE, "2018年1月9日"),
        paragraph(Role.REMARK, "（此件公开发布）"),
        title=title,
    )


@pytest.fixture(scope="session")
def everything_docx(everything: Composition, write: Write) -> bytes:
    return write(everything)


@pytest.fixture
def everything_file(everything_docx: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "everything.docx"
    path.write_bytes(everything_docx)
    return path
