"""编排: turn a document's meaning into styled blocks; text is final after this.

Source:
    GB/T 9704-2012 7.3
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import count

from govdocs.compose.addressees import compose_under_title
from govdocs.compose.attachments import attachment_heading, compose_attachment_note
from govdocs.compose.charts import compose_chart
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
from govdocs.compose.signature import compose_signature
from govdocs.compose.tables import compose_table
from govdocs.compose.title import title_breaks
from govdocs.compose.whole_tables import settle_whole_tables
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
    """
    check_elements(document, profile)
    return Composition(
        profile=profile,
        title=document.main_part.title,
        author=document.issuer or "、".join(document.main_part.signature),
        date=date,
        blocks=tuple(settle_whole_tables(_blocks(document, profile), profile)),
        options=options,
    )


def _blocks(document: Document, profile: Profile) -> Iterator[ComposedBlock]:
    main = document.main_part
    if main.title:
        face = profile.styles[Role.TITLE].face
        yield ComposedParagraph(
            Role.TITLE,
            (TextRun(main.title, Role.TITLE, face),),
            outline=None,
            breaks=title_breaks(main.title, profile),
        )
    yield from compose_under_title(main, profile)
    sources = count()
    yield from _text(main.body, profile, sources)
    yield from compose_attachment_note(main, profile)
    yield from compose_signature(main, profile)
    number = document.header_block.document_number if document.header_block else None
    for attachment in main.attachments:
        yield from attachment_heading(attachment, number, profile)
        yield from _text(attachment.blocks, profile, sources)


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
