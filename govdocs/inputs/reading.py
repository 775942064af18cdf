"""Read a text or a file: the numbering is the markup, and every change is a finding.

The rules stand in docs/design/reading.md; each stage is a module of ``govdocs.inputs.text``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from govdocs.errors import InputError, UsageError
from govdocs.findings import Finding
from govdocs.inputs.front_matter import FrontMatter, read_front_matter
from govdocs.inputs.merging import document_of, is_overridden, report_overridden, report_title
from govdocs.inputs.text.addressees import report_addressees
from govdocs.inputs.text.assemble import assemble
from govdocs.inputs.text.attachment_notes import attachment_lines
from govdocs.inputs.text.closing import find_closing
from govdocs.inputs.text.doubtful import report_doubtful
from govdocs.inputs.text.entries import Entry
from govdocs.inputs.text.foreign_names import find_foreign_names
from govdocs.inputs.text.grid import Grid, Part, Written, row_lines
from govdocs.inputs.text.lines import Line, cleaned, separated, split_lines
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.navigation import Navigation, navigation_of, report_navigation
from govdocs.inputs.text.numbering import numbering_of, report_form
from govdocs.inputs.text.organ_place import find_in_organ_place
from govdocs.inputs.text.punctuation import restored
from govdocs.inputs.text.remnants import report_remnants
from govdocs.inputs.text.replacing import Replacer
from govdocs.inputs.text.source import Loaded, Source, load
from govdocs.inputs.text.tables import is_row, report_too_wide
from govdocs.inputs.text.title import find_title
from govdocs.model.nodes import Document

__all__ = ["Navigation", "Reading", "Source", "read", "read_with_findings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text that was read.

    Attributes:
        document: what it says.
        findings: each change made and each thing to look at, in the order of the source.
        navigation: links to other pages that stood in it.
        block_lines: 1-based source line of each block, in the order of ``model.walk.walk``. Of a
            DOCX it is the paragraph's number, tables counted as one; of a web page the line that
            its element begins on. The lines of findings and those below are of the same kind.
        title_line: line of the title (its first, where it stands on several), or None if the
            text has none or another one than the front matter.
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
            the text itself; bytes, or a stream of text or bytes. A file may be text, DOCX or a
            web page; DOC, WPS, RTF and ODT are converted where LibreOffice is installed.
        replace: texts to replace before all else, old to new, full and half width alike. Those
            of the front matter are made as well; on the same old text these here win.

    Raises:
        InputError: the source cannot be read, is of no kind that can be read or is empty; its
            front matter is broken.
        UsageError: the source or a replacement is of no kind that can be read.
    """
    _check_replace(replace)
    log = FindingLog()
    loaded = load(source, log)
    front, parts = _front_matter_and_parts(loaded, log)
    replacer = Replacer({**front.replace, **(replace or {})}, log)
    lines, grids = _lines(parts, replacer, log)
    replacer.report_unmatched()
    if not lines and front._replace(replace={}) == FrontMatter():
        raise InputError("没有可排的文字", "there is no text to set", at=loaded.name)
    foreign = foreign_names_in(lines, log)
    has_tables = loaded.parts is not None
    entries, navigation = entries_of(lines, foreign, log, grids=grids if has_tables else None)
    return _reading(entries, navigation, front, log)


def _front_matter_and_parts(loaded: Loaded, log: FindingLog) -> tuple[FrontMatter, Iterable[Part]]:
    """A file with paragraphs and tables of its own has no front matter."""
    if loaded.parts is not None:
        return FrontMatter(), loaded.parts
    raw = split_lines(loaded.text)
    front, taken = read_front_matter(raw, loaded.name, log)
    return front, (Written(number, text) for number, text in enumerate(raw[taken:], taken + 1))


def _check_replace(replace: object) -> None:
    if replace is not None and not isinstance(replace, Mapping):
        raise UsageError(
            f"replace 应为“原文: 新文”的映射，得到 {type(replace).__name__}",
            f"replace takes a mapping of old texts to new ones, got {type(replace).__name__}",
        )


def _lines(
    parts: Iterable[Part], replacer: Replacer, log: FindingLog
) -> tuple[list[Line], dict[int, Grid]]:
    """Lines with text in them, and the table of a file that the line at an index is a row of."""
    lines: list[Line] = []
    grids: dict[int, Grid] = {}
    for part in parts:
        if isinstance(part, Grid):
            rows = list(row_lines(part, replacer, log))
            grids |= dict.fromkeys(range(len(lines), len(lines) + len(rows)), part)
            lines += rows
        else:
            for line in separated(part.number, part.text, log):
                line = cleaned(replacer.replaced(line), log)
                if line.text:
                    lines.append(line)
    return lines, grids


def foreign_names_in(lines: Sequence[Line], log: FindingLog) -> dict[int, list[range]]:
    """The places of foreign names in the line at an index, reported."""
    found = find_foreign_names(lines, log)
    for index, places in find_in_organ_place(lines, found, log).items():
        found.setdefault(index, []).extend(places)
    return found


def entries_of(
    lines: Sequence[Line],
    foreign: Mapping[int, Sequence[range]],
    log: FindingLog,
    *,
    grids: Mapping[int, Grid] | None = None,
) -> tuple[list[Entry], tuple[Navigation, ...]]:
    """Lines as the later stages see them, and the navigation that was taken out.

    Args:
        lines: the lines of a text, cleaned.
        foreign: the places of foreign names in the line at an index.
        log: takes the findings.
        grids: of a file that has tables of its own, the table of the line at an index; ``|`` is
            a character there like any other. None for a text.
    """
    entries: list[Entry] = []
    navigation: list[Navigation] = []
    attachments = attachment_lines(lines, log)
    for index, line in enumerate(lines):
        grid = grids.get(index) if grids else None
        if grid is None and (found := navigation_of(line.text, line.number)):
            navigation += found
            report_navigation(line, log)
            continue
        row = grid is not None or (grids is None and is_row(line.text))
        if grids is None and not row:
            report_too_wide(line, log)
        may_have_number = index not in attachments and not row
        entry = _entry(line, foreign.get(index, ()), log, has_number=may_have_number)
        entries.append(entry._replace(is_row=row, grid=grid))
    return entries, tuple(navigation)


def _entry(line: Line, foreign: Sequence[range], log: FindingLog, *, has_number: bool) -> Entry:
    report_remnants(line, log)
    numbering = numbering_of(line.text) if has_number else None
    if numbering:
        report_form(line, numbering, log)
    start = numbering.length if numbering else 0
    line = restored(line, log, start=start, kept=foreign)
    report_doubtful(line, log, start)
    return Entry(line, numbering, False, bool(foreign))


def _reading(
    entries: Sequence[Entry],
    navigation: tuple[Navigation, ...],
    front: FrontMatter,
    log: FindingLog,
) -> Reading:
    title = find_title(entries)
    first = title.entries[-1] + 1 if title else 0
    closing = find_closing(entries, first, log)
    if title or front.title:
        report_addressees(entries, first, log)
    report_title(title, entries, front, log)
    report_overridden(closing, entries, front, log)
    if title and is_overridden(title, front):
        title = None
    taken = closing.entries | set(title.entries if title else ())
    body = assemble([entry for i, entry in enumerate(entries) if i not in taken], log)
    return Reading(
        document=document_of(title, closing, body, entries, front),
        findings=log.findings(),
        navigation=navigation,
        block_lines=body.lines,
        title_line=entries[title.entries[0]].line.number if title else None,
        signature_lines=tuple(entries[organ.at].line.number for organ in closing.signature),
        date_line=entries[closing.date[0]].line.number if closing.date else None,
        remark_line=entries[closing.remark.at].line.number if closing.remark else None,
    )
