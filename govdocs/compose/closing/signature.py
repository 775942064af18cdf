"""发文机关署名, 成文日期 and 附注 at the end of the main part.

Source:
    GB/T 9704-2012 7.3.5.1 (sealed), 7.3.5.2 (unsealed), 7.3.5.3 (signature stamps), 7.3.5.4
    (digits of the date), 7.3.6 (remark)
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.compose.closing.seals import compose_sealed
from govdocs.compose.closing.stamps import compose_stamps
from govdocs.compose.composition import (
    AS_USUAL,
    ComposedParagraph,
    PrintOptions,
    Profile,
    Role,
)
from govdocs.compose.grid_text import printed_width
from govdocs.compose.plain_paragraph import plain_paragraph
from govdocs.formatting.dates import date_text
from govdocs.model.nodes import MainPart, Signing


def compose_signature(
    main: MainPart, profile: Profile, options: PrintOptions = AS_USUAL
) -> Iterator[ComposedParagraph]:
    """The closing paragraphs of a document, as far as it has them.

    Where there are stamps, an organ that is named as well stands over them.

    Raises:
        LayoutError: so many seals that no page holds them and a line of text.
    """
    paragraphs = list(_signed(main, profile, options))
    if main.remark:
        # The remark goes over together with what it stands under.
        paragraphs[-1:] = [last._replace(leads=True) for last in paragraphs[-1:]]
        paragraphs.append(plain_paragraph(Role.REMARK, f"（{main.remark}）", profile))
    yield from paragraphs


def _signed(main: MainPart, profile: Profile, options: PrintOptions) -> Iterator[ComposedParagraph]:
    date = date_text(main.date_of_issue) if main.date_of_issue else ""
    if main.stamps:
        yield from _unsealed(main.signature, "", profile)
        yield from compose_stamps(main.stamps, date, profile, options)
    elif main.signing is Signing.SEALED:
        yield from compose_sealed(main.signature, date, profile, options)
    else:
        yield from _unsealed(main.signature, date, profile)


def _unsealed(organs: tuple[str, ...], date: str, profile: Profile) -> Iterator[ComposedParagraph]:
    """The signatures, the host first, 2 字 from the right; the date begins 2 字 right of the last.

    A date longer than the signature stands 2 字 from the edge, and the signatures move left.
    """
    page = profile.page
    edge = round(profile.styles[Role.SIGNATURE].right_indent * page.cell)
    room = page.type_area_width - edge  # a longer name goes over several lines
    signature_right, date_right = edge, edge
    if organs and date:
        shift = round(profile.closing.date_shift_chars * page.cell)
        width = min(printed_width(organs[-1], profile), room)
        date_width = printed_width(date, profile)
        if date_width > width:
            signature_right = edge + date_width + shift - width
        else:
            date_right = max(0, edge + width - shift - date_width)
    for number, organ in enumerate(organs):
        # An organ with a longer name than the last one's moves left only as far as it has room.
        free = page.type_area_width - printed_width(organ, profile)
        right = max(edge, min(signature_right, free))
        yield plain_paragraph(Role.SIGNATURE, organ, profile)._replace(
            right_indent=right / page.cell, lines_before=0 if number else None
        )
    if date:
        yield plain_paragraph(Role.DATE_OF_ISSUE, date, profile)._replace(
            right_indent=date_right / page.cell
        )
