"""Rules on a document: every text of it, each by its kind.

Figures of charts, names on stamps, 份号, 密级, 紧急程度 and 签发人 are facts, not prose.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import count

from govdocs.model.chart import Chart
from govdocs.model.nodes import (
    Attachment,
    Block,
    Cell,
    Document,
    Figure,
    HeaderBlock,
    Imprint,
    Inlines,
    Item,
    MainPart,
    Paragraph,
    Run,
    Section,
    Table,
)
from govdocs.normalising.rule import Part, Rule
from govdocs.normalising.rules.all import rules_without
from govdocs.normalising.text import Change, normalise_pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalised:
    """A document after the rules.

    Attributes:
        document: the same document, its texts as the standards want them.
        changes: all that was changed, and all that a person should look at (``after`` is None), in
            the order of the document.
    """

    document: Document
    changes: tuple[Change, ...]

    @property
    def made(self) -> tuple[Change, ...]:
        """The changes that were made."""
        return tuple(change for change in self.changes if change.is_made)

    @property
    def doubtful(self) -> tuple[Change, ...]:
        """The places that need a person's judgement; nothing was changed there."""
        return tuple(change for change in self.changes if not change.is_made)


def normalise(document: Document, *, without: Collection[str] = ()) -> Normalised:
    """A document with its numbers, dates and marks as the standards want them.

    Normalising the result again changes nothing.

    Args:
        document: it stays as it is.
        without: names of rules to leave out; ``normalising.rules.all.RULES`` has them all.

    Raises:
        UsageError: no rule has such a name.
    """
    work = _Work(rules_without(without))
    header, imprint = document.header_block, document.imprint
    changed = replace(
        document,
        header_block=work.header_block(header) if header else None,
        main_part=work.main_part(document.main_part),
        imprint=work.imprint(imprint) if imprint else None,
        # The issuer is the signature's, which told its changes: these are not told twice.
        issuer=_Work(work.rules).optional("", document.issuer, Part.NAME),
    )
    return Normalised(document=changed, changes=tuple(work.changes))


class _Work:
    """One pass over a document: applies the rules and collects what they say."""

    __slots__ = ("_block", "_blocks", "changes", "rules")

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self.changes: list[Change] = []
        self._block: int | None = None
        self._blocks = count()

    def pieces(self, place: str, texts: Sequence[str], part: Part) -> tuple[str, ...]:
        """Texts that are read as one."""
        pieces, changes = normalise_pieces(texts, self.rules, part=part)
        self.changes += [each._replace(place=place, block=self._block) for each in changes]
        return pieces

    def text(self, place: str, text: str, part: Part) -> str:
        return self.pieces(place, (text,), part)[0]

    def optional(self, place: str, text: str | None, part: Part) -> str | None:
        return None if text is None else self.text(place, text, part)

    def each(self, place: str, texts: Sequence[str], part: Part) -> tuple[str, ...]:
        """Texts that stand each for itself."""
        return tuple(self.text(place, text, part) for text in texts)

    def runs(self, place: str, content: Inlines, part: Part) -> Inlines:
        """A block's content: each run keeps its role; one that loses all its text goes."""
        texts = self.pieces(place, [run.text for run in content], part)
        return tuple(
            Run(text, run.role) if text != run.text else run
            for run, text in zip(content, texts, strict=True)
            if text or not run.text
        )

    def header_block(self, header: HeaderBlock) -> HeaderBlock:
        return replace(
            header,
            issuer_mark=self.each("发文机关标志", header.issuer_mark, Part.NAME),
            document_number=self.optional("发文字号", header.document_number, Part.DOCUMENT_NUMBER),
        )

    def main_part(self, part: MainPart) -> MainPart:
        lines = self.pieces("标题", part.title_lines or (part.title,), Part.TITLE)
        return replace(
            part,
            title="".join(lines),
            title_lines=tuple(filter(None, lines)) if part.title_lines else (),
            title_note=self.optional("题注", part.title_note, Part.TITLE),
            addressees=self.each("主送机关", part.addressees, Part.NAME),
            body=self.body(part.body),
            attachment_note=self.each("附件说明", part.attachment_note, Part.TITLE),
            attendance=tuple(
                replace(each, people=self.text(each.label, each.people, Part.NAME))
                for each in part.attendance
            ),
            signature=self.each("发文机关署名", part.signature, Part.NAME),
            remark=self.optional("附注", part.remark, Part.PROSE),
            attachments=tuple(self.attachment(each) for each in part.attachments),
        )

    def attachment(self, attachment: Attachment) -> Attachment:
        name = f"附件{attachment.number or ''}"
        return replace(
            attachment,
            title=self.text(f"{name} 标题", attachment.title, Part.TITLE),
            blocks=_Blocks(self, f"{name} ").blocks(attachment.blocks),
        )

    def imprint(self, imprint: Imprint) -> Imprint:
        return replace(
            imprint,
            addressed_to=self.each("版记 主送机关", imprint.addressed_to, Part.NAME),
            copied_to=self.each("版记 抄送机关", imprint.copied_to, Part.NAME),
            printing_office=self.optional("印发机关", imprint.printing_office, Part.NAME),
            others=self.each("版记", imprint.others, Part.TITLE),
        )

    def body(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks of the body, whose indexes the changes name."""
        own = _Blocks(self, "", before=self._next_block)
        changed = own.blocks(blocks)
        self._block = None
        return changed

    def _next_block(self) -> None:
        self._block = next(self._blocks)


class _Blocks:
    """The blocks of a body or an attachment, with a name for each place."""

    __slots__ = ("_before", "_figures", "_paragraphs", "_tables", "_where", "_work")

    def __init__(
        self, work: _Work, where: str, *, before: Callable[[], None] | None = None
    ) -> None:
        self._work = work
        self._where = where
        self._before = before
        self._paragraphs, self._tables, self._figures = count(1), count(1), count(1)

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        if self._before:
            self._before()
        match block:
            case Section():
                return self.section(block)
            case Item() | Paragraph():
                content = self._work.runs(self._paragraph(), block.content, Part.PROSE)
                return replace(block, content=content)
            case Table():
                return self.table(block)
            case Figure() | Chart():
                return self.picture(block)

    def section(self, section: Section) -> Section:
        place, work = self._paragraph(), self._work
        return replace(
            section,
            heading=work.runs(place, section.heading, Part.PROSE),
            run_in=work.runs(place, section.run_in, Part.PROSE),
            blocks=self.blocks(section.blocks),
        )

    def table(self, table: Table) -> Table:
        place, work = f"{self._where}表{next(self._tables)}", self._work
        return replace(
            table,
            caption=work.text(f"{place} 表题", table.caption, Part.TITLE),
            unit=work.text(f"{place} 计量单位", table.unit, Part.NAME),
            rows=tuple(
                tuple(self.cell(f"{place} R{row} C{column}", cell) for column, cell in cells)
                for row, cells in enumerate((enumerate(each, 1) for each in table.rows), 1)
            ),
            notes=work.each(f"{place} 表注", table.notes, Part.PROSE),
        )

    def cell(self, place: str, cell: Cell) -> Cell:
        return replace(cell, content=self._work.runs(place, cell.content, Part.CELL))

    def picture(self, block: Figure | Chart) -> Figure | Chart:
        place, work = f"{self._where}图{next(self._figures)}", self._work
        alt = work.text(f"{place} 替代文字", block.alt, Part.TITLE)
        if isinstance(block, Chart):
            return replace(block, alt=alt, title=work.text(place, block.title, Part.TITLE))
        caption = work.text(place, block.caption, Part.TITLE)
        return replace(block, alt=alt or block.alt, caption=caption)

    def _paragraph(self) -> str:
        return f"{self._where or '正文'}第{next(self._paragraphs)}段"
