"""From an official document's facts to the document that is printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govdocs.environment import default_environment
from govdocs.findings import Finding, Severity
from govdocs.inputs.prose import read_prose
from govdocs.inputs.templating import Templates
from govdocs.kinds.official.content import OfficialAttachment, Part
from govdocs.kinds.official.document import USUAL_WORDS, OfficialDocument
from govdocs.kinds.official.files import read_content
from govdocs.model.nodes import (
    Attachment,
    Attendance,
    Block,
    Cell,
    Document,
    Figure,
    HeaderBlock,
    Imprint,
    MainPart,
    Run,
    SignatureStamp,
    Table,
)
from govdocs.model.walk import walk_blocks


class Lowered(NamedTuple):
    """The printed document of an official document's facts.

    Attributes:
        document: what is printed.
        findings: what was mended in the texts, with their places.
        body_places: where each block of the body stands, in the order of ``model.walk.walk``:
            ``正文 第3行``, or empty for a block that is in no text.
        file_titles: by index of the attachment, the title that its file has itself.
    """

    document: Document
    findings: tuple[Finding, ...]
    body_places: tuple[str, ...]
    file_titles: dict[int, str]


class _Blocks(NamedTuple):
    """Blocks with a place for each of them and of those in them."""

    blocks: tuple[Block, ...] = ()
    places: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    title: str = ""


def lower(official: OfficialDocument, templates: Templates | None = None) -> Lowered:
    """The document of an official document's facts.

    Files that it names are read here.

    Args:
        official: the facts.
        templates: where the usual words come from; the shipped ones if None.

    Raises:
        InputError: a file that cannot be read.
        TemplateError: a template that cannot be filled, or there is none for the words asked for.
        ModelError: a value that no document can hold.
    """
    templates = templates or Templates((default_environment().templates,))
    body = _joined(
        (
            _words(official, "开头语", official.opening, templates),
            _content(official.body, "正文"),
            _words(official, "结语", official.closing, templates),
        )
    )
    attachments = [_attached(each, n) for n, each in enumerate(official.attachments, 1)]
    document = Document(
        header_block=_header_block(official),
        main_part=_main_part(official, body.blocks, [each.blocks for each in attachments]),
        imprint=_imprint(official),
        issuer=official.issuer,
        kind=official.rules.name,
        form=official.printed_form,
    )
    findings = [*body.findings, *(found for each in attachments for found in each.findings)]
    titles = {n: each.title for n, each in enumerate(attachments) if each.title}
    return Lowered(document, tuple(findings), body.places, titles)


def _header_block(official: OfficialDocument) -> HeaderBlock | None:
    block = HeaderBlock(
        copy_number=official.copy_number,
        secrecy=official.printed_secrecy,
        urgency=official.urgency,
        issuer_mark=official.printed_mark,
        mark_word=official.printed_mark_word,
        document_number=official.printed_number,
        signatories=official.signatories,
    )
    return block if block != HeaderBlock(mark_word=official.printed_mark_word) else None


def _main_part(
    official: OfficialDocument, body: tuple[Block, ...], attached: list[tuple[Block, ...]]
) -> MainPart:
    title, lines = official.printed_title, official.title_lines
    in_imprint = official.addressees_in_imprint
    lists = (
        ("出席", official.attended), ("请假", official.absent), ("列席", official.observers)
    )  # fmt: skip
    note = official.attachment_note or tuple(a.title for a in official.attachments)
    return MainPart(
        title=title,
        title_lines=lines if "".join(lines) == title else (),
        title_note=_unbracketed(official.title_note),
        addressees=() if in_imprint else _addressees(official),
        body=body,
        attachment_note=note,
        attendance=tuple(
            Attendance(label=label, people="、".join(people)) for label, people in lists if people
        ),
        signature=official.printed_signature,
        signing=official.printed_signing,
        stamps=tuple(SignatureStamp(office=s.office, name=s.name) for s in official.stamps),
        date_of_issue=official.date_of_issue,
        remark=_unbracketed(official.remark),
        attachments=tuple(
            Attachment(
                title=attachment.title,
                number=attachment.number or (n if len(attached) > 1 else None),
                blocks=blocks,
                bound=attachment.bound,
            )
            for n, (attachment, blocks) in enumerate(
                zip(official.attachments, attached, strict=True), 1
            )
            # One that is named and not supplied has nothing to print; the checks say so.
            if attachment.is_supplied or attachment.title not in note
        ),
    )


def _addressees(official: OfficialDocument) -> tuple[str, ...]:
    """主送机关 without the colon at their end, which is added in print."""
    *first, last = official.addressees or ("",)
    return tuple(name for name in (*first, last.rstrip("：:")) if name)


def _unbracketed(text: str | None) -> str | None:
    """题注 and 附注 without their brackets, which are added in print."""
    if text and text[0] in "（(" and text[-1] in "）)":
        return text[1:-1]
    return text or None


def _imprint(official: OfficialDocument) -> Imprint | None:
    copied = tuple(name.rstrip("。") for name in official.copied_to)
    imprint = Imprint(
        addressed_to=_addressees(official) if official.addressees_in_imprint else (),
        copied_to=tuple(name for name in copied if name),
        printing_office=official.printing_office,
        date_of_printing=official.date_of_printing,
        others=(f"共印{official.copies}份",) if official.copies is not None else (),
    )
    return imprint if imprint != Imprint() else None


def _words(
    official: OfficialDocument, field: str, given: str | None, templates: Templates
) -> _Blocks:
    """Opening or closing words: as typed, or the kind's usual ones from its template."""
    if not given:
        return _Blocks()
    if given != USUAL_WORDS:
        return _prose(given, field)
    macro = "opening" if field == "开头语" else "closing"
    text = templates.piece(f"official/{official.rules.id}.jinja", macro, _facts(official))
    return _prose(text, field)


def _facts(official: OfficialDocument) -> dict[str, object]:
    """What templates of words can speak of."""
    return {
        "organs": [organ.name for organ in official.organs],
        "matter": official.matter.strip().removeprefix("关于").removesuffix("的"),
        "title": official.printed_title,
        "addressees": list(_addressees(official)),
        "date": official.date_of_issue,
        "direction": official.goes.value,
        "attachments": [each.title for each in official.attachments],
    }


def _content(parts: Iterable[Part], field: str) -> _Blocks:
    parts = tuple(parts)
    if len(parts) == 1 and parts[0].text:
        return _prose(parts[0].text, field)
    return _joined(_part(part, f"{field} 第{number}项") for number, part in enumerate(parts, 1))


def _part(part: Part, place: str) -> _Blocks:
    if part.text:
        return _prose(part.text, place)
    if part.file is None:
        return _of((_table(part),), place)._replace(findings=tuple(_short_rows(part, place)))
    found = read_content(
        part.file, alt=part.alt or part.caption, place=place, landscape=part.landscape
    )
    blocks = tuple(_captioned(block, part) for block in found.blocks)
    return _of(blocks, place)._replace(findings=found.findings, title=found.title)


def _captioned(block: Block, part: Part) -> Block:
    """A picture or a table of a file with what the data says of it."""
    if isinstance(block, Figure):
        return dataclasses.replace(block, caption=part.caption, width_mm=part.picture_width)
    if isinstance(block, Table):
        caption, unit = part.caption or block.caption, _unit(part.unit) or block.unit
        notes = part.notes or block.notes
        return dataclasses.replace(block, caption=caption, unit=unit, notes=notes)
    return block


def _table(part: Part) -> Table:
    """A table of the data; short rows are filled up with empty cells."""
    rows = (*part.head, *part.rows)
    width = max(map(len, rows))
    return Table(
        rows=tuple(tuple(_cells(row, width)) for row in rows),
        head_rows=len(part.head),
        column_widths=part.widths or None,
        caption=part.caption,
        unit=_unit(part.unit),
        notes=part.notes,
        landscape=part.landscape,
    )


def _short_rows(part: Part, place: str) -> Iterator[Finding]:
    rows = (*part.head, *part.rows)
    width = max(map(len, rows))
    for number, row in enumerate(rows, 1):
        if len(row) < width:
            missing = width - len(row)
            yield Finding(
                id="row-padded",
                severity=Severity.WARNING,
                place=place,
                zh=f"表格第{number}行（含表头）只有 {len(row)} 格，"
                f"右侧补 {missing} 个空格至 {width} 列；数字可能因此错列，请逐格核对",
                en=f"row {number} of the table (head included) has {len(row)} cells; {missing} "
                "empty ones were added at the right. Figures may stand in the wrong column: check "
                "them",
                expected=str(width),
                found=str(len(row)),
            )


def _cells(row: tuple[str, ...], width: int) -> Iterator[Cell]:
    for text in (*row, *("",) * (width - len(row))):
        yield Cell(content=(Run(text),) if text else ())


def _unit(unit: str) -> str:
    return f"单位：{unit}" if unit and not unit.startswith("单位") else unit


def _attached(attachment: OfficialAttachment, number: int) -> _Blocks:
    place = f"附件 第{number}项"
    body = _content(attachment.body, f"{place} 正文")
    if attachment.file is None:
        return body
    found = read_content(
        attachment.file, alt=attachment.title, place=place, landscape=attachment.landscape
    )
    file = _of(_without_title(found.blocks, attachment.title), place)
    return _joined((body, file._replace(findings=found.findings)))._replace(title=found.title)


def _without_title(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """The blocks of a text without the title that it begins with: it is printed by itself."""
    first = blocks[0] if blocks else None
    text = "".join(run.text for run in getattr(first, "content", ()))
    return blocks[1:] if first and text.strip() == title else blocks


def _prose(text: str, field: str) -> _Blocks:
    prose = read_prose(text)
    findings = tuple(
        dataclasses.replace(
            finding,
            place=field if finding.line is None else f"{field} 第{finding.line}行",
            line=None,
        )
        for finding in prose.findings
    )
    return _Blocks(prose.blocks, tuple(f"{field} 第{n}行" for n in prose.lines), findings)


def _of(blocks: tuple[Block, ...], place: str) -> _Blocks:
    return _Blocks(blocks, tuple(place for _ in walk_blocks(blocks)))


def _joined(all_blocks: Iterable[_Blocks]) -> _Blocks:
    each = tuple(all_blocks)
    return _Blocks(
        tuple(block for blocks in each for block in blocks.blocks),
        tuple(place for blocks in each for place in blocks.places),
        tuple(finding for blocks in each for finding in blocks.findings),
        next((blocks.title for blocks in each if blocks.title), ""),
    )
