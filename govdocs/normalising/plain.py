"""A document as plain text that is read back as the same document: the numbering is the markup.

What only looks so (emphasis, widths of columns) is not written.
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.errors import UsageError
from govdocs.formatting.dates import date_text
from govdocs.formatting.ordinals import ordinal
from govdocs.model.chart import Chart
from govdocs.model.nodes import (
    Block,
    Document,
    Figure,
    Inlines,
    Item,
    Paragraph,
    Section,
    Signing,
    Table,
    plain_text,
)


def document_text(document: Document) -> str:
    """Title, body, signature, date and remark as lines; a table is rows with ``|``.

    Raises:
        UsageError: the document holds what plain text cannot.
    """
    missing = list(dict.fromkeys(_beyond_text(document)))
    if missing:
        zh, en = zip(*missing, strict=True)
        raise UsageError(
            f"纯文本写不下：{'、'.join(zh)}；请写成 .json、.docx 或 .pdf",
            f"plain text cannot hold: {', '.join(en)}; write .json, .docx or .pdf",
        )
    part = document.main_part
    lines = [part.title, ""] if part.title else []
    for block in part.body:
        lines += _lines(block)
    if part.signature or part.date_of_issue:
        lines += ["", *part.signature]
    if part.date_of_issue:
        lines.append(date_text(part.date_of_issue))
    if part.remark:
        lines.append(f"（{part.remark}）")
    return "\n".join(lines) + "\n"


def _beyond_text(document: Document) -> Iterator[tuple[str, str]]:
    part = document.main_part
    for value, zh, en in (
        (document.header_block, "版头", "the header block"),
        (document.imprint, "版记", "the imprint"),
        (part.title_note, "题注", "the note under the title"),
        (part.addressees, "主送机关", "the addressees"),
        (part.attachment_note, "附件说明", "the attachment note"),
        (part.attendance, "出席名单", "the attendance"),
        (part.stamps, "签名章", "signature stamps"),
        (part.signing is Signing.SEALED, "盖章", "seals"),
        (part.attachments, "附件", "attachments"),
    ):
        if value:
            yield zh, en
    yield from _blocks_beyond_text(part.body)


def _blocks_beyond_text(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Section():
                yield from _blocks_beyond_text(block.blocks)
            case Figure() | Chart():
                yield "图", "pictures"
            case Table():
                if any(cell.colspan > 1 or cell.rowspan > 1 for row in block.rows for cell in row):
                    yield "合并单元格", "merged cells"
                if block.landscape:
                    yield "横排表格", "landscape tables"
                if block.caption or block.unit or block.notes:
                    yield "表题、单位和表注", "captions, units and notes of tables"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Section():
            number = ordinal(block.level, block.number)
            yield f"{number}{plain_text(block.heading)}{plain_text(block.run_in)}"
            for inner in block.blocks:
                yield from _lines(inner)
        case Item():
            yield ordinal(block.level, block.number) + plain_text(block.content)
        case Paragraph():
            yield plain_text(block.content)
        case Table():
            yield from ("", *(_row([cell.content for cell in row]) for row in block.rows), "")


def _row(cells: list[Inlines]) -> str:
    """A row between bars, so that empty cells at its edges are kept."""
    texts = [plain_text(content).replace("|", r"\|") for content in cells]
    return f"| {' | '.join(texts)} |"
