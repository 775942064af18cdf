"""编排: turn a document's meaning into styled blocks; text is final after this.

Source:
    GB/T 9704-2012 7.3
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import count

from govdocs.compose.addressees import compose_under_title
from govdocs.compose.attachments import (
    attachment_heading,
    compose_attachment_note,
    under_heading,
)
from govdocs.compose.attendance import compose_attendance
from govdocs.compose.charts import compose_chart
from govdocs.compose.closing.signature import compose_signature
from govdocs.compose.composition import (
    AS_USUAL,
    ComposedBlock,
    ComposedParagraph,
    Composition,
    FaceRole,
    OutlineEntry,
    PrintOptions,
    Profile,
    Role,
    TextRun,
)
from govdocs.compose.elements import check_elements
from govdocs.compose.figures import compose_figure
from govdocs.compose.header.block import compose_opening
from govdocs.compose.imprint import compose_imprint
from govdocs.compose.tables.landscape import turn_with_headings
from govdocs.compose.tables.table import compose_table
from govdocs.compose.tables.whole_tables import settle_whole_tables
from govdocs.compose.title.findings import title_findings
from govdocs.compose.title.lines import own_breaks, title_breaks
from govdocs.findings import Finding
from govdocs.fontbook.book import FontBook
from govdocs.formatting.ordinals import ordinal
from govdocs.model.chart import Chart
from govdocs.model.nodes import (
    Block,
    Document,
    Figure,
    InlineRole,
    Inlines,
    Item,
    Paragraph,
    Section,
    Table,
    plain_text,
)
from govdocs.model.walk import walk_blocks
from govdocs.standards.profile import HEADING_ROLES


def compose(
    document: Document,
    profile: Profile,
    *,
    date: datetime.date,
    fonts: FontBook | None = None,
    options: PrintOptions = AS_USUAL,
) -> Composition:
    """Compose a document in a profile.

    Args:
        document: what to say.
        profile: how its standard wants it.
        date: for the file's properties.
        fonts: the faces; needed for a header block, which is placed by its ink.
        options: what the caller decides about the print.

    Raises:
        UsageError: the document has an element that the profile cannot set.
        LayoutError: a header block that does not fit its page.
    """
    check_elements(document, profile)
    blocks = tuple(settle_whole_tables(_turned(document, profile, options), profile))
    return Composition(
        profile=profile,
        title=document.main_part.title,
        author=document.issuer or "、".join(document.main_part.signature),
        date=date,
        blocks=blocks,
        options=options,
        opening=compose_opening(document.header_block, blocks, profile, fonts, options),
        imprint=compose_imprint(document.imprint, profile),
        findings=_title_findings(document, profile),
    )


def _title_findings(document: Document, profile: Profile) -> tuple[Finding, ...]:
    main = document.main_part
    if not main.title:
        return ()
    return title_findings(main.title, profile, _organs(document), main.title_lines)


def _organs(document: Document) -> tuple[str, ...]:
    """The names that a title must not tear."""
    main, header = document.main_part, document.header_block
    named = (document.issuer or "", *main.signature, *(header.issuer_mark if header else ()))
    return tuple(name for name in named if name)


def _turned(document: Document, profile: Profile, options: PrintOptions) -> Sequence[ComposedBlock]:
    """The blocks; what leads to a landscape table goes with it."""
    is_free = document.header_block is None
    return turn_with_headings(_blocks(document, profile, options), profile, with_title=is_free)


def _blocks(document: Document, profile: Profile, options: PrintOptions) -> Iterator[ComposedBlock]:
    main = document.main_part
    if main.title:
        face = profile.styles[Role.TITLE].face
        yield ComposedParagraph(
            Role.TITLE,
            (TextRun(main.title, Role.TITLE, face),),
            outline=None,
            breaks=own_breaks(main.title, main.title_lines, profile)
            if main.title_lines
            else title_breaks(main.title, profile, _organs(document)),
            lines_after=0 if main.title_note else None,
        )
    yield from compose_under_title(main, profile)
    sources = count()
    yield from _text(main.body, profile, sources)
    yield from compose_attachment_note(main, profile)
    yield from compose_attendance(main, profile)
    yield from compose_signature(main, profile, options)
    number = document.header_block.document_number if document.header_block else None
    for attachment in main.attachments:
        yield from under_heading(
            attachment_heading(attachment, number, profile),
            _text(attachment.blocks, profile, sources),
            profile,
        )


def _text(
    blocks: tuple[Block, ...], profile: Profile, sources: Iterator[int]
) -> Iterator[ComposedBlock]:
    """The blocks of the body or of an attachment; ``sources`` numbers them through."""
    for visit, source in zip(walk_blocks(blocks), sources, strict=False):
        block = visit.block
        if isinstance(block, Section):
            yield _heading(block, profile, source)
        elif isinstance(block, Item | Paragraph):
            yield _paragraph(block, profile, source)
        elif isinstance(block, Table):
            yield compose_table(block, profile, source)
        elif isinstance(block, Figure):
            yield from compose_figure(block, profile, source)
        elif isinstance(block, Chart):
            yield from compose_chart(block, profile, source)


def _heading(section: Section, profile: Profile, source: int) -> ComposedParagraph:
    role = HEADING_ROLES[section.level - 1]
    number = ordinal(section.level, section.number)
    runs = styled_runs(section.heading, role, profile, before=number)
    outline = OutlineEntry(section.level, number + plain_text(section.heading).rstrip("。"))
    if not section.run_in:
        return ComposedParagraph(role, runs, outline, source=source)
    runs += styled_runs(section.run_in, Role.BODY, profile)
    return ComposedParagraph(Role.BODY, runs, outline, source=source)


def _paragraph(block: Item | Paragraph, profile: Profile, source: int) -> ComposedParagraph:
    role, number = Role.BODY, ""
    if isinstance(block, Item):
        role, number = Role.ITEM, ordinal(block.level, block.number)
    return ComposedParagraph(
        role, styled_runs(block.content, role, profile, before=number), source=source
    )


def styled_runs(
    content: Inlines, role: Role, profile: Profile, *, before: str = ""
) -> tuple[TextRun, ...]:
    """Inline content as runs with their faces; ``before`` is put in front in the role's face."""
    style_face = profile.styles[role].face
    runs = [TextRun(before, role, style_face)] if before else []
    for run in content:
        if not run.text:
            continue
        plain = run.role is InlineRole.PLAIN
        face: FaceRole = style_face if plain else profile.inline_faces[run.role.value]
        if runs and runs[-1].face is face:
            runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
        else:
            runs.append(TextRun(run.text, role, face))
    return tuple(runs)
