"""Read a text: the numbering is the markup, and every change is a finding.

The rules stand in docs/design/reading.md; each stage is a module of ``govdocs.inputs.text``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govdocs.findings import Finding
from govdocs.inputs.front_matter import FrontMatter, read_front_matter
from govdocs.inputs.text.assemble import Body, assemble
from govdocs.inputs.text.characters import folded
from govdocs.inputs.text.closing import Closing, find_closing
from govdocs.inputs.text.doubtful import report_doubtful
from govdocs.inputs.text.entries import Entry
from govdocs.inputs.text.facts import issuer_of, year_of
from govdocs.inputs.text.foreign_names import find_foreign_names
from govdocs.inputs.text.lines import Line, cleaned, separated, split_lines
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.navigation import Navigation, navigation_of
from govdocs.inputs.text.numbering import numbering_of, report_form
from govdocs.inputs.text.punctuation import restored
from govdocs.inputs.text.replacing import Replacer
from govdocs.inputs.text.source import Source, load
from govdocs.inputs.text.tables import is_row
from govdocs.inputs.text.title import FoundTitle, find_title, is_metadata
from govdocs.model.nodes import Document, HeaderBlock, Imprint, MainPart

__all__ = ["Navigation", "Reading", "Source", "read", "read_with_findings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text that was read.

    Attributes:
        document: what it says.
        findings: each change made and each thing to look at, in the order of the source.
        navigation: links to other pages that stood in it.
        block_lines: 1-based source line of each block, in the order of ``model.walk.walk``.
        title_line: line of the title (its first, where it stands on several), or None.
        signature_lines: line of each organ of the signature; empty if it is not in the text.
        date_line: line of the date of issue, or None.
        remark_line: line of the remark, or None.
    """

    document: Document
    findings: tuple[Finding, ...]
    navigation: tuple[Navigation, ...]
    block_lines: tuple[int, ...]
    title_line: int | None = None
    signature_lines: tuple[int, ...] = ()
    date_line: int | None = None
    remark_line: int | None = None


def read(source: Source, *, replace: Mapping[str, str] | None = None) -> Document:
    """Read a text as a document; see :func:`read_with_findings`."""
    return read_with_findings(source, replace=replace).document


def read_with_findings(source: Source, *, replace: Mapping[str, str] | None = None) -> Reading:
    """Read a text as a document, with every change made to it.

    Args:
        source: a path, or a ``str`` without a line end that names a file; any other ``str`` is
            the text itself; bytes, or a stream of text or bytes.
        replace: texts to replace before all else, old to new, full and half width alike. Those
            of the front matter are made as well; on the same old text these here win.

    Raises:
        InputError: the source cannot be read or is no text; its front matter is broken.
        UsageError: the source or a replacement is of no kind that can be read.
    """
    log = FindingLog()
    name, text = load(source, log)
    raw_lines = split_lines(text)
    front, taken = read_front_matter(raw_lines, name, log)
    replacer = Replacer({**front.replace, **(replace or {})}, log)
    lines = _lines(raw_lines, taken, replacer, log)
    replacer.report_unmatched()
    foreign = find_foreign_names(lines, log)
    entries, navigation = _entries(lines, foreign, log)
    return _reading(entries, navigation, front, log)


def _lines(raw: Sequence[str], first: int, replacer: Replacer, log: FindingLog) -> list[Line]:
    lines = (
        cleaned(replacer.replaced(line), log)
        for number, text in enumerate(raw[first:], first + 1)
        for line in separated(number, text, log)
    )
    return [line for line in lines if line.text]


def _entries(
    lines: Sequence[Line], foreign: Mapping[int, Sequence[range]], log: FindingLog
) -> tuple[list[Entry], tuple[Navigation, ...]]:
    entries: list[Entry] = []
    navigation: list[Navigation] = []
    for index, line in enumerate(lines):
        if found := navigation_of(line.text, line.number):
            navigation += found
        else:
            entries.append(_entry(line, foreign.get(index, ()), log))
    return entries, tuple(navigation)


def _entry(line: Line, foreign: Sequence[range], log: FindingLog) -> Entry:
    row = is_row(line.text)
    numbering = None if row else numbering_of(line.text)
    if numbering:
        report_form(line, numbering, log)
    start = numbering.length if numbering else 0
    line = restored(line, log, start=start, kept=foreign)
    report_doubtful(line, log, start)
    return Entry(line, numbering, row, bool(foreign))


def _reading(
    entries: Sequence[Entry],
    navigation: tuple[Navigation, ...],
    front: FrontMatter,
    log: FindingLog,
) -> Reading:
    title = find_title(entries)
    closing = find_closing(entries, title.entries[-1] + 1 if title else 0, log)
    _report_title(title, entries, front, log)
    _report_overridden(closing, entries, front, log)
    taken = closing.entries | set(title.entries if title else ())
    body = assemble([entry for i, entry in enumerate(entries) if i not in taken], log)
    return Reading(
        document=_document(title, closing, body, entries, front),
        findings=log.findings(),
        navigation=navigation,
        block_lines=body.lines,
        title_line=entries[title.entries[0]].line.number if title else None,
        signature_lines=tuple(entries[at.index].line.number for at in closing.signature),
        date_line=entries[closing.date[0]].line.number if closing.date else None,
        remark_line=entries[closing.remark.index].line.number if closing.remark else None,
    )


def _document(
    title: FoundTitle | None,
    closing: Closing,
    body: Body,
    entries: Sequence[Entry],
    front: FrontMatter,
) -> Document:
    title_text = front.title or (title.text if title else "")
    is_foreign = title is not None and any(entries[i].is_foreign for i in title.entries)
    named = title_text if front.title or not is_foreign else ""
    year = front.year or year_of(title_text, entries)
    signature = front.signature or tuple(organ.text for organ in closing.signature)
    issuer = front.issuer or (signature[0] if signature else issuer_of(named, year, entries))
    return Document(
        header_block=_header_block(front),
        main_part=MainPart(
            title=title_text,
            addressees=front.addressees,
            body=body.blocks,
            attachment_note=front.attachment_note,
            signature=signature,
            date_of_issue=front.date_of_issue or (closing.date[1] if closing.date else None),
            remark=front.remark or (closing.remark.text if closing.remark else None),
        ),
        imprint=_imprint(front),
        issuer=issuer,
        year=year,
    )


def _header_block(front: FrontMatter) -> HeaderBlock | None:
    block = HeaderBlock(
        copy_number=front.copy_number,
        secrecy=front.secrecy,
        urgency=front.urgency,
        issuer_mark=front.issuer_mark,
        document_number=front.document_number,
        signatories=front.signatories,
    )
    return block if block != HeaderBlock() else None


def _imprint(front: FrontMatter) -> Imprint | None:
    imprint = Imprint(
        copied_to=front.copied_to,
        printing_office=front.printing_office,
        date_of_printing=front.date_of_printing,
    )
    return imprint if imprint != Imprint() else None


def _report_title(
    title: FoundTitle | None, entries: Sequence[Entry], front: FrontMatter, log: FindingLog
) -> None:
    if title is None:
        if not front.title:
            log.warning(
                "title-missing",
                "没有找到标题，输出时无标题；可在 front matter 中写 title（标题）",
                "no title was found, and none will be printed; front matter can give one (title)",
            )
        return
    line = entries[title.entries[0]].line.number
    if front.title and folded(front.title) != folded(title.text):
        log.warning(
            "title-overridden",
            f"标题以 front matter 为准，文中的“{title.text}”未采用",
            f"the front matter's title counts; “{title.text}” in the text was left out",
            line=line,
        )
    if len(title.entries) > 1:
        log.info(
            "title-joined",
            f"标题由 {len(title.entries)} 行连成：“{title.text}”",
            f"the title was joined from {len(title.entries)} lines: “{title.text}”",
            line=line,
        )
    if title.entries[0] > 0:
        log.info(
            "title-below",
            f"标题取自第 {line} 行；其上 {title.entries[0]} 行留在正文中",
            f"the title is line {line}; the {title.entries[0]} lines above stay in the body",
            line=line,
        )


def _report_overridden(
    closing: Closing, entries: Sequence[Entry], front: FrontMatter, log: FindingLog
) -> None:
    """Warn of what the text says at its end and the front matter says otherwise."""
    organs = tuple(organ.text for organ in closing.signature)
    pairs = (
        ("署名", "signature", front.signature, organs),
        ("成文日期", "date", front.date_of_issue, closing.date[1] if closing.date else None),
        ("附注", "remark", front.remark, closing.remark.text if closing.remark else None),
    )
    for zh, en, given, found in pairs:
        if given and found and given != found:
            log.warning(
                "closing-overridden",
                f"{zh}以 front matter 为准，文末所写未采用",
                f"the front matter's {en} counts; the one at the end of the text was left out",
                line=entries[min(closing.entries)].line.number,
            )
