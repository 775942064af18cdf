"""Signature stamps: the office, the room of the stamp with its name, and the date.

Source:
    GB/T 9704-2012 7.3.5.3
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from govdocs.compose.closing_measures import closing_paragraph
from govdocs.compose.composition import (
    Align,
    ComposedParagraph,
    PrintOptions,
    Profile,
    Role,
    SealPlace,
    TabStop,
    TextRun,
)
from govdocs.model.nodes import SignatureStamp


def compose_stamps(
    stamps: tuple[SignatureStamp, ...], date: str, profile: Profile, options: PrintOptions
) -> Iterator[ComposedParagraph]:
    """One stamp a row, its office 2 字 left of it and on its middle; then the date.

    The stamp bears the name: it is printed in the stamp's room, so that no file lacks it, and
    gives way only to a picture of the stamp.
    """
    page, closing = profile.page, profile.closing
    # Lines that a stamp takes; its office stands on the middle one, or between the two.
    lines = max(1, ceil(closing.stamp_height / page.line_top(1) - 0.1))
    beside = (lines - 1) / 2
    for number, stamp in enumerate(stamps):
        apart = closing.stamp_lines_apart + beside if number else closing.stamp_blank_lines
        yield _stamped(stamp, apart + beside, profile, options)
    if date:
        paragraph = closing_paragraph(Role.DATE_OF_ISSUE, date, profile)
        yield paragraph._replace(
            right_indent=closing.stamp_right_chars,
            lines_before=closing.stamp_lines_to_date + beside,
        )


def _stamped(
    stamp: SignatureStamp, lines_before: float, profile: Profile, options: PrintOptions
) -> ComposedParagraph:
    page, closing = profile.page, profile.closing
    right = page.type_area_width - round(closing.stamp_right_chars * page.cell)
    left = right - closing.stamp_width
    middle = (left + right) // 2
    office_end = left - round(closing.stamp_gap_chars * page.cell)
    office, name = Role.STAMP_OFFICE, Role.STAMP_NAME
    return ComposedParagraph(
        office,
        (
            TextRun(f"\t{stamp.office}\t", office, profile.styles[office].face),
            TextRun(stamp.name, name, profile.styles[name].face),
        ),
        leads=True,
        lines_before=lines_before,
        tabs=(TabStop(office_end, Align.RIGHT), TabStop(middle, Align.CENTER)),
        seals=(
            SealPlace(
                stamp.name,
                middle,
                None,
                closing.stamp_width,
                closing.stamp_height,
                is_round=False,
                is_drafted=options.draft_seals,
                picture=options.seals.get(stamp.name),
            ),
        ),
    )
