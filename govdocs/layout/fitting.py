"""Where the closing finds no room with text: other lines a page, so that it does.

No page bears a signature and no text, and 此页无正文 is never written.

Source:
    GB/T 9704-2012 7.3.5.5
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from govdocs.compose.composition import (
    ComposedBlock,
    ComposedParagraph,
    Composition,
    PageGeometry,
    Profile,
    Role,
)
from govdocs.findings import Finding, Severity
from govdocs.fontbook.book import FontBook
from govdocs.layout.opening import BEFORE_TEXT
from govdocs.layout.page import paginate
from govdocs.layout.pages import Anchor, Pages, PlacedItem, SealRoom, Turned

_CLOSING = frozenset(
    {
        Role.SIGNATURE,
        Role.DATE_OF_ISSUE,
        Role.STAMP_OFFICE,
        Role.STAMP_NAME,
        Role.SEAL,
        Role.REMARK,
    }
)
_CLAUSE = "GB/T 9704-2012 7.3.5.5"


class Fitted(NamedTuple):
    """A composition whose closing stands with text as far as it can, and its pages.

    ``findings`` say what was done for it; they are among those of the pages.
    """

    composition: Composition
    pages: Pages
    findings: tuple[Finding, ...] = ()


def fit_closing(composition: Composition, fonts: FontBook) -> Fitted:
    """Lay out, and lay out again with other lines a page where the closing has no text with it.

    Raises:
        MissingGlyphError: a character that no face holds; all of them are named.
        LayoutError: content that no page can hold.
    """
    pages = paginate(composition, fonts)
    if _is_settled(pages):
        return Fitted(composition, pages)
    for candidate in _candidates(composition):
        tried = paginate(candidate, fonts)
        if _is_settled(tried):
            return _with(candidate, tried, _adjusted(composition, candidate))
    moved = _with_last_text(composition)
    tried = pages if moved is composition else paginate(moved, fonts)
    if _is_settled(tried):
        return _with(moved, tried, _text_moved())
    return _with(composition, pages, _alone())


def _with(composition: Composition, pages: Pages, finding: Finding) -> Fitted:
    pages = pages._replace(findings=(finding, *pages.findings))
    return Fitted(composition, pages, (finding,))


def _candidates(composition: Composition) -> Iterator[Composition]:
    profile = composition.profile
    for count in profile.closing.line_counts:
        if count != profile.page.lines:
            page = _with_lines(profile.page, count)
            yield replace(composition, profile=profile._replace(page=page))


def _with_lines(page: PageGeometry, lines: int) -> PageGeometry:
    """The page with other lines; text stands in the middle of a line's box, as in the usual one."""
    other = page._replace(lines=lines)
    middle = (other.flow_pitch - page.flow_pitch) // 2
    return other._replace(baseline_drop=page.baseline_drop + middle)


class _Place(NamedTuple):
    """A block's page and its place in the reading order."""

    page: int
    order: int


def _is_settled(pages: Pages) -> bool:
    """Whether the closing stands on one page, with text, its seals inside the type area.

    A document without text, or without closing, has nothing to settle.
    """
    closing, text = _places(pages)
    if not closing:
        return True
    first = closing[0]
    before = {place.page for place in text if place.order < first.order}
    if not before:
        return True
    return {place.page for place in closing} <= {first.page} & before and _has_room(pages)


def _places(pages: Pages) -> tuple[list[_Place], list[_Place]]:
    closing: list[_Place] = []
    text: list[_Place] = []
    for index, page in enumerate(pages.pages):
        for anchor in _anchors(page.items):
            place = _Place(index, anchor.order)
            if anchor.role in _CLOSING:
                closing.append(place)
            elif anchor.role not in BEFORE_TEXT and anchor.role is not Role.IMPRINT:
                text.append(place)
    return closing, text


def _anchors(items: Iterable[PlacedItem]) -> Iterator[Anchor]:
    for item in items:
        if isinstance(item, Turned):
            yield from _anchors(item.items)
        else:
            yield item.anchor


def _has_room(pages: Pages) -> bool:
    """Whether no seal reaches below the type area or into another."""
    page = pages.geometry
    foot = page.head_margin + page.type_area_height
    return all(room.y + room.height <= foot for room in pages.rooms) and not any(
        _touch(one, other) for one, other in combinations(pages.rooms, 2)
    )


def _touch(one: SealRoom, other: SealRoom) -> bool:
    return (
        one.page == other.page
        and abs(one.x - other.x) <= (one.width + other.width) // 2
        and abs(one.y - other.y) <= (one.height + other.height) // 2
    )


def _with_last_text(composition: Composition) -> Composition:
    """The last paragraph of the text begins a page, so that the closing has text with it.

    Its headings go along, and so do the other lines of 附件说明.
    """
    blocks = composition.blocks
    closing = next((at for at, block in enumerate(blocks) if _role(block) in _CLOSING), 0)
    at = closing - 1
    while at > 0 and _go_along(blocks[at - 1], blocks[at], composition.profile):
        at -= 1
    block = blocks[at] if at > 0 else None
    if not isinstance(block, ComposedParagraph):
        return composition
    begun = block._replace(page_break=True, lines_before=0)
    return replace(composition, blocks=(*blocks[:at], begun, *blocks[at + 1 :]))


def _go_along(above: ComposedBlock, below: ComposedBlock, profile: Profile) -> bool:
    """Whether a block may not stay behind when the next one begins a page."""
    if not isinstance(above, ComposedParagraph):
        return False
    if above.role is _role(below) is Role.ATTACHMENT_NOTE:
        return True
    return above.leads or profile.styles[above.role].keep_with_next


def _role(block: ComposedBlock) -> Role | None:
    return block.role if isinstance(block, ComposedParagraph) else None


def _adjusted(usual: Composition, chosen: Composition) -> Finding:
    before, after = usual.profile.page.lines, chosen.profile.page.lines
    return Finding(
        id="closing-spacing",
        severity=Severity.INFO,
        zh=f"署名和成文日期与正文排不在一页，已调整行距：每页由 {before} 行改为 {after} 行"
        f"（{_CLAUSE}）",
        en=f"signature and date found no room on a page with text: the line spacing was adjusted "
        f"to {after} lines a page instead of {before} ({_CLAUSE})",
        expected=str(before),
        found=str(after),
    )


def _text_moved() -> Finding:
    return Finding(
        id="closing-text-moved",
        severity=Severity.WARNING,
        zh="调整行距后署名和成文日期仍与正文排不在一页，已把正文最后一段移到署名所在页，"
        f"前一页页末留空（{_CLAUSE}）；请增减正文文字",
        en="no line spacing puts signature and date on a page with text: the last paragraph was "
        "moved to their page, which leaves the page before it short "
        f"({_CLAUSE}); lengthen or shorten the text",
    )


def _alone() -> Finding:
    return Finding(
        id="closing-alone",
        severity=Severity.WARNING,
        zh="署名和成文日期所在页没有正文，或者印章超出版心，调整行距也排不下"
        f"（{_CLAUSE}）；请增减正文文字，不要写“此页无正文”",
        en="signature and date stand on a page without text, or a seal leaves the type area, and "
        f"no line spacing helps ({_CLAUSE}); lengthen or shorten the text",
    )
