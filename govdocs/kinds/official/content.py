"""What stands in the text of an official document: texts in natural markup, tables, files."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, field_validator, model_validator

from govdocs.kinds.facts import Facts, bad, named, short
from govdocs.kinds.official.fields import LONGEST_TEXT, FileOfData, Texts, YesOrNo, one_line


def _rows(value: object) -> object:
    """Rows of cells; a row may be one text with ``|`` between its cells."""
    if value is None:
        return ()
    if isinstance(value, str):
        value = [line for line in value.splitlines() if line.strip()]
    if not isinstance(value, list | tuple):
        return value
    return tuple(_row(row) for row in value)


def _row(row: object) -> object:
    if isinstance(row, str):
        cells = row.strip().removeprefix("|").removesuffix("|").split("|")
        return tuple(cell.strip() for cell in cells)
    if isinstance(row, list | tuple):
        return tuple("" if cell is None else cell for cell in row)
    return row


Rows = Annotated[
    tuple[tuple[str, ...], ...],
    BeforeValidator(_rows),
    WithJsonSchema({"type": ["array", "string", "null"], "items": {"type": ["array", "string"]}}),
]


class Part(Facts):
    """A part of a text: words, a table, or a file (text, DOCX, workbook, picture)."""

    text: str = named("文字", "", max_length=LONGEST_TEXT)
    """按自然标记写的正文：一、（一）1.（1）。Words in the natural markup."""
    head: Rows = named("表头", ())
    """表头各行。Head rows of a table."""
    rows: Rows = named("行", ())
    """表格各行。Rows of a table."""
    caption: str = short("题名", "")
    """表题或图题。Caption of the table or picture."""
    unit: str = short("单位", "")
    """计量单位，如 万元。Unit of a table's figures."""
    notes: Texts = named("表注", ())
    """表注。Notes under a table."""
    landscape: YesOrNo = named("横排", False)
    """横排表格，独占页面。A table turned on pages of its own (clause 8)."""
    widths: tuple[Annotated[float, Field(gt=0, le=1000)], ...] = named("列宽", ())
    """各列宽度的比例。Widths of the columns, in proportion."""
    file: FileOfData | None = named("文件", None)
    """文件，从本文件所在文件夹算起。A file beside this one."""
    alt: str = short("说明", "")
    """图片的文字说明。What a picture shows, in words."""
    picture_width: float | None = named("图宽", None, gt=0, le=1000)
    """图宽（毫米）。Width of a picture in mm."""

    _one_line = field_validator("caption", "unit", "notes", "alt")(one_line)

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        given = [bool(self.text), bool(self.rows or self.head), self.file is not None]
        if sum(given) != 1:
            raise bad(
                "part_of_one_kind",
                "每一项应只有 文字、行（表格）、文件 三者之一",
                "each part takes one of text (文字), rows (行) and file (文件)",
            )
        return self


def _parts(value: object) -> object:
    """One text or part is a list of one; a text is a part of words."""
    if value is None:
        return ()
    if isinstance(value, str | dict | Part):
        value = (value,)
    if not isinstance(value, list | tuple):
        return value
    return tuple({"text": each} if isinstance(each, str) else each for each in value if each)


CONTENT_SCHEMA = {
    "anyOf": [
        {"type": ["string", "null"]},
        {"$ref": "#/$defs/Part"},
        {"type": "array", "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Part"}]}},
    ]
}
"""What a content looks like in a file."""

Content = Annotated[tuple[Part, ...], BeforeValidator(_parts)]
"""Parts of a text; in a file also one text."""


class OfficialAttachment(Facts):
    """附件: its title and what stands in it; see GB/T 9704-2012 7.3.7."""

    title: str = named("名称", min_length=1, max_length=300)
    """附件名称，与附件说明一致。The title that 附件说明 names."""
    number: int | None = named("序号", None, ge=1, le=9999)
    """附件序号；不填则按次序。Its number; in order if not given."""
    body: Content = named("正文", ())
    """附件正文。The text of the attachment."""
    file: FileOfData | None = named("文件", None)
    """附件文件：文本、DOCX、工作簿或图片。Its file: a text, a DOCX, a workbook or a picture."""
    landscape: YesOrNo = named("横排", False)
    """文件中的表格是否横排。Whether the tables of the file are turned."""
    bound: YesOrNo = named("装订", True)
    """是否与正文一起装订。Whether it is bound with the text."""

    _one_line = field_validator("title")(one_line)

    @property
    def is_supplied(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.body) or self.file is not None


def _attachment(value: object) -> object:
    return {"title": value} if isinstance(value, str) else value


def _attachments(value: object) -> object:
    if value is None:
        return ()
    if isinstance(value, str | dict | OfficialAttachment):
        value = (value,)
    return tuple(map(_attachment, value)) if isinstance(value, list | tuple) else value


Attachments = Annotated[tuple[OfficialAttachment, ...], BeforeValidator(_attachments)]
