"""Signature stamps: the office, the room of the stamp with its name, and the date.

Source:
    GB/T 9704-2012 7.3.5.3
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

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
from govdocs.compose.grid_text import printed_width
from govdocs.compose.plain_paragraph import plain_paragraph
from govdocs.errors import LayoutError
from govdocs.model.nodes import SignatureStamp

_OVER = 0.1  # of a line: a stamp may reach so far over its lines; ours


def compose_stamps(
    stamps: tuple[SignatureStamp, ...], date: str, profile: Profile, options: PrintOptions
) -> Iterator[ComposedParagraph]:
    """One stamp a row, its office 2 字 left of it and on its middle; then the date.

    The stamp bears the name: it is printed in the stamp's room, so that no file lacks it, and
    gives way only to a picture of the stamp. Offices too long for the room left of the stamps
    move these to the right.

    Raises:
        LayoutError: an office that finds no room left of its stamp.
    """
    page, closing = profile.page, profile.closing
    # Lines that a stamp takes; its office stands on the middle one, or between the two.
    lines = max(1, ceil(closing.stamp_height / page.line_top(1) - _OVER))
    beside = (lines - 1) / 2
    beyond = _beyond(stamps, profile)
    right = _right_edge(stamps, beyond, profile)
    for number, stamp in enumerate(stamps):
        apart = closing.stamp_lines_apart + beside if number else closing.stamp_blank_lines
        yield _stamped(stamp, right, beyond, profile, options)._replace(lines_before=apart + beside)
    if date:
        paragraph = plain_paragraph(Role.DATE_OF_ISSUE, date, profile)
        yield paragraph._replace(
            right_indent=closing.stamp_right_chars,
            lines_before=closing.stamp_lines_to_date + beside,
        )


def _beyond(stamps: tuple[SignatureStamp, ...], profile: Profile) -> int:
    """How far the longest name reaches beyond each side of its stamp, EMU."""
    longest = max(printed_width(stamp.name, profile) for stamp in stamps)
    return max(0, longest - profile.closing.stamp_width) // 2


def _right_edge(stamps: tuple[SignatureStamp, ...], beyond: int, profile: Profile) -> int:
    """Right edge of all stamps, EMU from the type area's left."""
    page, closing = profile.page, profile.closing
    widest = max(stamps, key=lambda stamp: printed_width(stamp.office, profile))
    office = printed_width(widest.office, profile) + round(closing.stamp_gap_chars * page.cell)
    usual = page.type_area_width - round(closing.stamp_right_chars * page.cell)
    right = max(usual, office + beyond + closing.stamp_width)
    if right + beyond > page.type_area_width:
        raise LayoutError(
            f"签名章的职务“{widest.office}”太长，左边排不下（7.3.5.3）；请改短，或把机关名称写进署名",
            f"the office “{widest.office}” finds no room left of its signature stamp (7.3.5.3); "
            "shorten it, or give the organ's name as the signature",
        )
    return right


def _stamped(
    stamp: SignatureStamp, right: int, beyond: int, profile: Profile, options: PrintOptions
) -> ComposedParagraph:
    page, closing = profile.page, profile.closing
    left = right - closing.stamp_width
    middle = (left + right) // 2
    office_end = left - beyond - round(closing.stamp_gap_chars * page.cell)
    office, name = Role.STAMP_OFFICE, Role.STAMP_NAME
    return ComposedParagraph(
        office,
        (
            TextRun(f"\t{stamp.office}\t", office, profile.styles[office].face),
            TextRun(stamp.name, name, profile.styles[name].face),
        ),
        leads=True,
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
