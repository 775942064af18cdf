"""Blocks of the document model: sections, paragraphs, items, tables, figures.

Every node is immutable and checks its own values when it is made. Text never holds control or
invisible format characters: they cannot be printed, and some of them reorder what is printed.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TypeAlias

from govdocs.errors import ModelError
from govdocs.model.chart import Chart
from govdocs.model.checks import (
    check_kind,
    check_optional_text,
    check_range,
    check_text,
    check_texts,
    check_tuple,
)
from govdocs.model.grid import occupancy
from govdocs.units import TYPE_SIZES

DEEPEST_LEVEL = 4
"""Heading levels of GB/T 9704-2012 7.3.3: 一、（一）1.（1）."""

HIGHEST_NUMBER = 9999
"""The highest heading number that Chinese numerals are written for here."""


class InlineRole(enum.StrEnum):
    """What a stretch of text is, inside its block."""

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one inline role."""

    text: str
    role: InlineRole = InlineRole.PLAIN

    def __post_init__(self) -> None:
        check_text(self.text, "文本", "text")
        check_kind(self.role, InlineRole, "文本的角色", "the role of a run")


Inlines: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """正文段落: a paragraph of running text."""

    content: Inlines

    def __post_init__(self) -> None:
        check_tuple(self.content, Run, "段落的 content", "content of a paragraph")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A numbered paragraph that is no heading (分条列项): body face throughout.

    Attributes:
        level: the form of its number, 1 to 4 (一、（一）1.（1）).
        number: the ordinal, from 1.
    """

    level: int
    number: int
    content: Inlines

    def __post_init__(self) -> None:
        _check_numbering(self.level, self.number)
        check_tuple(self.content, Run, "条项的 content", "content of an item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading (层次标题) and all that stands under it.

    Attributes:
        level: 1 to 4 (一、（一）1.（1）); a section nested in this one has a greater level.
        number: the ordinal, from 1, as printed.
        heading: the heading's text without its number; a run-in heading keeps its final 。.
        run_in: the text that follows a run-in heading on its line; empty for a heading that
            stands alone.
        blocks: what follows, in order.
    """

    level: int
    number: int
    heading: Inlines
    run_in: Inlines = ()
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        _check_numbering(self.level, self.number)
        check_tuple(self.heading, Run, "标题的 heading", "heading of a section")
        check_tuple(self.run_in, Run, "标题的 run_in", "run_in of a section")
        check_tuple(self.blocks, BLOCK_TYPES, "标题的 blocks", "blocks of a section")
        for block in self.blocks:
            if isinstance(block, Section) and block.level <= self.level:
                raise ModelError(
                    f"第 {self.level} 层标题之下不能有第 {block.level} 层标题",
                    f"a level {block.level} section cannot stand in one of level {self.level}",
                )


def _check_numbering(level: int, number: int) -> None:
    check_range(level, 1, DEEPEST_LEVEL, "标题层次", "a heading level")
    check_range(number, 1, HIGHEST_NUMBER, "序号", "a heading number")


class Alignment(enum.StrEnum):
    """How text stands in a table cell."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell; it covers ``colspan`` columns and ``rowspan`` rows."""

    content: Inlines = ()
    colspan: int = 1
    rowspan: int = 1
    align: Alignment = Alignment.CENTER

    def __post_init__(self) -> None:
        check_tuple(self.content, Run, "单元格的 content", "content of a cell")
        check_kind(self.align, Alignment, "单元格的 align", "align of a cell")
        check_range(self.colspan, 1, 1000, "合并列数", "colspan")
        check_range(self.rowspan, 1, 100_000, "合并行数", "rowspan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """表格: rows of cells; a merged cell stands once, in its top left place (as in HTML).

    Attributes:
        rows: the cells of each row, left to right. Together they fill a rectangle exactly.
        head_rows: how many rows from the top are the head, repeated on each page.
        column_widths: one for each column, in proportion: the table is as wide as the type area,
            so those that add up to its 156 mm are millimetres. None to fit them to the text.
        type_size: 字号 of its text (``"小五"``), set closer than other tables; None for the
            profile's. The profile's smallest size is kept to.
        keep_together: whether it goes over to the next page as a whole rather than break.
        caption: 表题, set over the table; empty for none.
        unit: 计量单位, set at the right over the table (``单位：万元``); empty for none.
        notes: 表注, one paragraph each, set under the table.
        landscape: whether it stands turned on pages of its own (横排表格, clause 8).
    """

    rows: tuple[tuple[Cell, ...], ...]
    head_rows: int = 0
    column_widths: tuple[float, ...] | None = None
    type_size: str | None = None
    keep_together: bool = False
    caption: str = ""
    unit: str = ""
    notes: tuple[str, ...] = ()
    landscape: bool = False

    def __post_init__(self) -> None:
        check_tuple(self.rows, tuple, "表格的 rows", "rows of a table")
        for row in self.rows:
            check_tuple(row, Cell, "表格的行", "a row of a table")
        if not self.rows:
            raise ModelError("表格没有行", "the table has no rows")
        check_range(self.head_rows, 0, len(self.rows), "表头行数", "head_rows")
        occupancy(self.rows)
        head = enumerate(self.rows[: self.head_rows])
        if any(index + cell.rowspan > self.head_rows for index, row in head for cell in row):
            raise ModelError(
                "表头中的合并单元格伸到了表身",
                "a merged cell of the head reaches into the body of the table",
            )
        _check_widths(self.column_widths, self.columns)
        _check_type_size(self.type_size)
        check_kind(self.keep_together, bool, "表格的 keep_together", "keep_together of a table")
        check_text(self.caption, "表题", "a table's caption")
        check_text(self.unit, "表格的 unit", "unit of a table")
        check_texts(self.notes, "表注", "notes of a table")
        check_kind(self.landscape, bool, "表格的 landscape", "landscape of a table")

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return sum(cell.colspan for cell in self.rows[0])


def _check_widths(widths: tuple[float, ...] | None, columns: int) -> None:
    if widths is None:
        return
    check_tuple(widths, (int, float), "表格的 column_widths", "column_widths of a table")
    if len(widths) != columns:
        raise ModelError(
            f"表格有 {columns} 列，却给了 {len(widths)} 个列宽；每列应有一个",
            f"the table has {columns} columns and {len(widths)} column widths; give one for each",
        )
    for number, width in enumerate(widths, 1):
        if isinstance(width, bool) or not 0 < width <= 1000:
            raise ModelError(
                f"表格第 {number} 列的列宽应为不超过 1000 的正数，得到 {width!r}",
                f"the width of table column {number} must be positive and at most 1000, "
                f"got {width!r}",
            )


def _check_type_size(name: str | None) -> None:
    check_optional_text(name, "表格的 type_size", "type_size of a table")
    if name is not None and name not in TYPE_SIZES:
        known = "、".join(TYPE_SIZES)
        raise ModelError(
            f"{name!r} 不是字号；可用的有：{known}", f"{name!r} is no 字号; known: {known}"
        )


class ImageFormat(enum.StrEnum):
    """The picture formats that a figure may have."""

    PNG = "png"
    JPEG = "jpeg"


_FIRST_BYTES = {ImageFormat.PNG: b"\x89PNG\r\n\x1a\n", ImageFormat.JPEG: b"\xff\xd8\xff"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """图: a PNG or JPEG picture, centred, with its text for those who cannot see it.

    Attributes:
        data: the bytes of the picture file.
        alt: what the picture shows, in words; never empty.
        caption: 图题, set under the picture; empty for none.
        width_mm: printed width in mm; None for the picture's own size, at most the type area.
    """

    data: bytes
    alt: str
    caption: str = ""
    width_mm: float | None = None

    def __post_init__(self) -> None:
        check_kind(self.data, bytes, "图片数据", "the picture data")
        check_text(self.alt, "图的替代文字", "a figure's alt text")
        check_text(self.caption, "图题", "a figure's caption")
        if not self.alt.strip():
            raise ModelError("图缺少替代文字（alt）", "a figure needs alt text")
        width = self.width_mm
        if width is not None and not (type(width) in (int, float) and 0 < width <= 1000):
            raise ModelError(
                f"图宽应为正数（毫米），得到 {self.width_mm!r}",
                f"a figure's width must be positive (mm), got {self.width_mm!r}",
            )
        _picture_format(self.data)

    @property
    def format(self) -> ImageFormat:
        """The picture's format, told by its first bytes."""
        return _picture_format(self.data)


def _picture_format(data: bytes) -> ImageFormat:
    for image_format, signature in _FIRST_BYTES.items():
        if data[: len(signature)] == signature:
            return image_format
    raise ModelError("图片数据既不是 PNG 也不是 JPEG", "the picture data is neither PNG nor JPEG")


Block: TypeAlias = Section | Item | Paragraph | Table | Figure | Chart
BLOCK_TYPES = (Section, Item, Paragraph, Table, Figure, Chart)


def plain_text(content: Inlines) -> str:
    """The text of a block's content, roles left aside."""
    return "".join([run.text for run in content])
