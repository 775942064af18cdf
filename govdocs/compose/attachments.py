"""附件说明 under the text, and the attachments on pages of their own.

Source:
    GB/T 9704-2012 7.3.4, 7.3.7
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govdocs.compose.composition import (
    ComposedBlock,
    ComposedFigure,
    ComposedParagraph,
    OutlineEntry,
    Profile,
    Role,
    TextRun,
)
from govdocs.compose.grid_text import advance
from govdocs.compose.plain_paragraph import plain_paragraph
from govdocs.compose.title.lines import title_breaks
from govdocs.model.nodes import Attachment, MainPart

_LABEL = "附件"
_TITLE_LEVEL = 1


def compose_attachment_note(main: MainPart, profile: Profile) -> Iterator[ComposedParagraph]:
    """附件：, with numbers where there are several; wrapped names stay right of their beginning.

    The first line stands one blank line under the text, 2 字 in; the numbers stand under each
    other, and no mark follows a name.
    """
    role = Role.ATTACHMENT_NOTE
    style, names = profile.styles[role], main.attachment_note
    label = f"{_LABEL}："
    numbers = [f"{index + 1}." for index in range(len(names))] if len(names) > 1 else [""]
    indent = round(style.first_line_indent * profile.page.type_size)
    for index, (number, name) in enumerate(zip(numbers, names, strict=False)):
        lead = number if index else label + number
        start = indent + (advance(label, profile, following=number) if index else 0)
        hang = advance(lead, profile, following=name)
        yield ComposedParagraph(
            role,
            (TextRun(lead + name, role, style.face),),
            left_indent=start + hang,
            first_line=-hang,
            lead=len(lead),
            lines_before=0 if index else None,
        )


def attachment_heading(
    attachment: Attachment, document_number: str | None, profile: Profile
) -> Iterator[ComposedParagraph]:
    """附件 and its number on line 1 of a new page, its title centred on line 3.

    One that is not bound with the text is led by the document number, flush left on the same line.
    """
    role = Role.ATTACHMENT_LABEL
    label = _LABEL if attachment.number is None else f"{_LABEL}{attachment.number}"
    runs = [TextRun(label, role, profile.styles[role].face)]
    if document_number and not attachment.bound:
        runs.insert(0, TextRun(document_number, role, profile.styles[Role.DOCUMENT_NUMBER].face))
    entry = OutlineEntry(_TITLE_LEVEL, f"{label} {attachment.title}".strip())
    yield ComposedParagraph(role, tuple(runs), entry, page_break=True)
    if attachment.title:
        title = plain_paragraph(Role.ATTACHMENT_TITLE, attachment.title, profile)
        yield title._replace(breaks=title_breaks(attachment.title, profile))


def under_heading(
    heading: Iterable[ComposedParagraph], content: Iterable[ComposedBlock], profile: Profile
) -> Iterator[ComposedBlock]:
    """An attachment; a picture that comes first is no higher than leaves its heading room.

    So label and title never stand on a page alone: a table begins under them by itself.
    """
    taken = 0.0
    for paragraph in heading:
        style = profile.styles[paragraph.role]
        taken += style.lines_before + style.lines_after + len(paragraph.breaks) + 1
        yield paragraph
    blocks = iter(content)
    first = next(blocks, None)
    if isinstance(first, ComposedFigure):
        # A caption may follow on two lines, as where the picture's size was found.
        first = _lowered(first, profile.page.type_area_height - profile.page.line_top(taken + 2))
    if first is not None:
        yield first
    yield from blocks


def _lowered(figure: ComposedFigure, room: int) -> ComposedFigure:
    if figure.height <= room:
        return figure
    return figure._replace(width=max(1, figure.width * room // figure.height), height=room)
