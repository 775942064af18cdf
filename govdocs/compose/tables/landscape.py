"""Landscape tables: what goes with them on their turned pages.

A landscape table stands on pages of its own (GB/T 9704-2012 clause 8). A heading left behind on
the portrait page would stand there alone, and an attachment that is one table would begin with a
page that holds its label and title only. So what leads to the table is turned with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from govdocs.compose.composition import (
    ComposedBlock,
    ComposedParagraph,
    ComposedTable,
    Profile,
    Role,
)
from govdocs.compose.nominal import nominal_width
from govdocs.standards.profile import HEADING_ROLES

_GO_ALONG = frozenset({*HEADING_ROLES, Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE})
_SENTENCE_ENDS = ("。", "！", "？", "；")
_UNSURE = 2  # 字: a line as long as this short of the edge may turn out longer


def turn_with_headings(
    blocks: Iterable[ComposedBlock], profile: Profile, *, with_title: bool
) -> Sequence[ComposedBlock]:
    """The blocks; headings and the line that names a landscape table stand in its ``above``.

    Args:
        blocks: the content in reading order.
        profile: how it is set.
        with_title: whether the document's title goes along too, if nothing else follows it. It
            stays where a header block stands over it.
    """
    roles = _GO_ALONG | {Role.TITLE} if with_title else _GO_ALONG
    done: list[ComposedBlock] = []
    for block in blocks:
        if isinstance(block, ComposedTable) and block.is_turned:
            leading = _leading(done, roles, profile)
            if leading:
                del done[-len(leading) :]
                block = block._replace(above=(*_at_the_top(leading), *block.above))
        done.append(block)
    return done


def _leading(
    blocks: Sequence[ComposedBlock], roles: frozenset[Role], profile: Profile
) -> Sequence[ComposedParagraph]:
    """The last blocks as far as they lead to what follows."""
    found: list[ComposedParagraph] = []
    for block in reversed(blocks):
        if not isinstance(block, ComposedParagraph):
            break
        if block.role not in roles and (found or not names_what_follows(block, profile)):
            break
        found.append(block)
    return found[::-1]


def _at_the_top(leading: Sequence[ComposedParagraph]) -> Sequence[ComposedParagraph]:
    """The paragraphs on a page that they begin anyway."""
    first, *rest = (paragraph._replace(page_break=False) for paragraph in leading)
    return [first._replace(lines_before=0), *rest]


def names_what_follows(paragraph: ComposedParagraph, profile: Profile) -> bool:
    """Whether a paragraph is one line of body text and no sentence, as 附表：…."""
    if paragraph.role is not Role.BODY or paragraph.outline is not None:
        return False
    return is_one_phrase(paragraph, profile)


def is_one_phrase(paragraph: ComposedParagraph, profile: Profile) -> bool:
    """Whether a paragraph is surely one line, and no sentence."""
    text = paragraph.text
    if text.endswith(_SENTENCE_ENDS) or not text:
        return False
    indent = profile.styles[paragraph.role].first_line_indent
    return nominal_width(text) + indent <= profile.page.characters - _UNSURE


def paragraph_height(
    paragraph: ComposedParagraph, profile: Profile, measure: int, *, is_first: bool = False
) -> int:
    """Height of a paragraph over or under a table, EMU, from nominal widths.

    Args:
        paragraph: what is to be set.
        profile: how.
        measure: the width it has, EMU.
        is_first: whether it begins a page, where no blank lines stand over it.
    """
    style, page = profile.styles[paragraph.role], profile.page
    size = paragraph.size or style.size
    cell = page.cell if style.on_grid else size
    width = nominal_width(paragraph.text, profile.spacing.han_latin_gap_em) * cell
    indent = style.first_line_indent * page.type_size
    lines = max(1, ceil((width + indent) / measure), len(paragraph.breaks) + 1)
    blank = style.lines_after + (0 if is_first else _lines_before(paragraph, profile))
    pitch = page.flow_pitch if style.line_pitch is None else style.line_pitch
    return lines * pitch + round(blank * page.flow_pitch)


def _lines_before(paragraph: ComposedParagraph, profile: Profile) -> float:
    own = paragraph.lines_before
    return profile.styles[paragraph.role].lines_before if own is None else own
