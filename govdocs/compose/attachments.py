"""附件说明 under the text, and the attachments on pages of their own.

Source:
    GB/T 9704-2012 7.3.4, 7.3.7
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.compose.composition import ComposedParagraph, OutlineEntry, Profile, Role, TextRun
from govdocs.compose.nominal import nominal_width
from govdocs.compose.title import title_breaks
from govdocs.model.nodes import Attachment, MainPart

_LABEL = "附件"
_TITLE_LEVEL = 1


def compose_attachment_note(main: MainPart, profile: Profile) -> Iterator[ComposedParagraph]:
    """附件：, with numbers where there are several; each name is aligned with its first character.

    The first line stands one blank line under the text, 2 字 in; no mark follows a name.
    """
    role = Role.ATTACHMENT_NOTE
    style, page = profile.styles[role], profile.page
    first = round(style.first_line_indent * page.type_size)
    label = f"{_LABEL}："
    several = len(main.attachment_note) > 1
    for index, name in enumerate(main.attachment_note):
        number = f"{index + 1}." if several else ""
        lead = label + number
        left = first + _advance(lead, profile)
        hang = _advance(number if index else lead, profile)
        text = (number if index else lead) + name
        yield ComposedParagraph(
            role,
            (TextRun(text, role, style.face),),
            left_indent=left,
            first_line=-hang,
            lines_before=0 if index else 1,
        )


def _advance(text: str, profile: Profile) -> int:
    """How far a text reaches on the grid, EMU."""
    page = profile.page
    width = nominal_width(text, profile.spacing.han_latin_gap_em) * page.type_size
    return round(width) + len(text) * page.tracking


def attachment_heading(
    attachment: Attachment, document_number: str | None, profile: Profile
) -> Iterator[ComposedParagraph]:
    """附件 and its number on line 1 of a new page, its title centred on line 3.

    One that is not bound with the text is led by the document number.
    """
    role = Role.ATTACHMENT_LABEL
    label = _LABEL if attachment.number is None else f"{_LABEL}{attachment.number}"
    lead = f"{document_number}" if document_number and not attachment.bound else ""
    entry = OutlineEntry(_TITLE_LEVEL, f"{label} {attachment.title}".strip())
    yield ComposedParagraph(
        role,
        (TextRun(lead + label, role, profile.styles[role].face),),
        entry,
        page_break=True,
    )
    if attachment.title:
        role = Role.ATTACHMENT_TITLE
        yield ComposedParagraph(
            role,
            (TextRun(attachment.title, role, profile.styles[role].face),),
            breaks=title_breaks(attachment.title, profile),
        )
