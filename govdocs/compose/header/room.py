"""Whether the first page still shows text under its header block.

Source:
    GB/T 9704-2012 7.3.3 (公文首页必须显示正文)
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from govdocs.compose.composition import ComposedBlock, ComposedParagraph, Profile, Role
from govdocs.compose.nominal import nominal_width
from govdocs.standards.profile import HEADING_ROLES

_OVER_TEXT = frozenset({Role.TITLE, Role.TITLE_NOTE, Role.ADDRESSEES, *HEADING_ROLES})


def lines_needed(blocks: Sequence[ComposedBlock], profile: Profile) -> int:
    """Grid lines from the title to the least text that the first page must show.

    Title, note, addressees and headings before the first paragraph count with their blank lines;
    widths are nominal, so that it may be wrong by a line of a paragraph that is just full.
    """
    look = profile.header
    needed = look.least_body_lines if look else 0
    for block in blocks:
        if not isinstance(block, ComposedParagraph) or block.role not in _OVER_TEXT:
            break
        needed += _lines(block, profile)
    return needed


def _lines(block: ComposedParagraph, profile: Profile) -> int:
    style, page = profile.styles[block.role], profile.page
    before = style.lines_before if block.lines_before is None else block.lines_before
    width = nominal_width(block.text, profile.spacing.han_latin_gap_em) + style.first_line_indent
    room = page.type_area_width / style.size if not style.on_grid else page.characters
    own = len(block.breaks) + 1 if block.breaks else max(1, ceil(width / room))
    return ceil(before + own + style.lines_after)


def lines_left(height: int, profile: Profile) -> int:
    """Grid lines of the first page under an opening of a height, EMU."""
    page = profile.page
    return (page.lines * page.flow_pitch - height) // page.flow_pitch
