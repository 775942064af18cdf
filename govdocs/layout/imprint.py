"""The imprint (版记) at the foot of the last page.

Source:
    GB/T 9704-2012 7.4, 7.5
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govdocs.compose.composition import (
    Align,
    ComposedImprint,
    ComposedParagraph,
    Composition,
    ImprintPlace,
    Role,
)
from govdocs.errors import LayoutError
from govdocs.layout.pages import Anchor, Bar, GlyphRun, Page, PlacedItem, TextLine
from govdocs.layout.setting import Setting, paragraph_lines
from govdocs.layout.tabbed import tabbed_line
from govdocs.units import to_mm

_PLACE = "版记"


class SetImprint(NamedTuple):
    """The imprint in lines, not yet on a page.

    Attributes:
        imprint: what it was.
        lines: the lines of each entry.
        pitch: from line to line, EMU.
    """

    imprint: ComposedImprint
    lines: tuple[tuple[tuple[GlyphRun, ...], ...], ...]
    pitch: int

    @property
    def height(self) -> int:
        """From the first rule to the last, EMU."""
        return self.pitch * sum(map(len, self.lines))


def set_imprint(composition: Composition, setting: Setting) -> SetImprint | None:
    """The lines of a composition's imprint; None if it has none, or where a glyph is missing.

    Raises:
        LayoutError: it is higher than the type area.
    """
    imprint = composition.imprint
    if imprint is None:
        return None
    lines = [_lines(entry.paragraph, setting) for entry in imprint.entries]
    page = setting.profile.page
    pitch = setting.profile.styles[Role.IMPRINT].line_pitch or page.line_top(1)
    made = SetImprint(imprint, tuple(map(tuple, lines)), pitch)
    if made.height > page.type_area_height:
        area, height = to_mm(page.type_area_height), to_mm(made.height)
        raise LayoutError(
            f"版记有 {sum(map(len, lines))} 行，高 {height:.0f} mm，超过版心高度 {area:.0f} mm，"
            "一页排不下（GB/T 9704-2012 7.4）；请用机关统称，缩短主送机关或抄送机关",
            f"the imprint has {sum(map(len, lines))} lines and is {height:.0f} mm high; the type "
            f"area has {area:.0f} mm (GB/T 9704-2012 7.4); name the organs by a common name, so "
            "that the list is shorter",
        )
    return made


def _lines(paragraph: ComposedParagraph, setting: Setting) -> list[tuple[GlyphRun, ...]]:
    page, style = setting.profile.page, setting.profile.styles[Role.IMPRINT]
    if paragraph.tabs:
        line = tabbed_line(paragraph, style, setting, _PLACE)
        return [] if line is None else [line]
    par = setting.prepared(paragraph.runs, style, _PLACE)
    if par is None:
        return []
    right = round((paragraph.right_indent or 0) * page.cell)
    return paragraph_lines(
        par,
        setting,
        left=page.binding_margin + paragraph.left_indent,
        measure=page.type_area_width - paragraph.left_indent - right,
        align=Align.LEFT,
        first_line_indent=paragraph.first_line or 0,
    )


def pages_before(page: int, *, fits: bool, on_even_page: bool) -> int:
    """How many pages are turned before the imprint stands: none, one, or two with a blank one.

    Args:
        page: number of the page on which the text ends.
        fits: whether the imprint finds room under the text.
        on_even_page: whether it has to stand on an even page.
    """
    first = page if fits else page + 1
    return first - page + (1 if on_even_page and first % 2 else 0)


def imprint_items(made: SetImprint, setting: Setting, order: int) -> Iterator[PlacedItem]:
    """What stands at the foot of a page; the last rule lies on the type area's lower edge.

    Args:
        made: the imprint.
        setting: surroundings.
        order: reading order of what stands before it.
    """
    page, look = setting.profile.page, setting.profile.imprint
    style = setting.profile.styles[Role.IMPRINT]
    foot = page.head_margin + page.type_area_height
    drop = look.baseline_drop if look else page.baseline_drop
    left = page.binding_margin
    anchor = Anchor(order + 1, Role.IMPRINT)
    for lines_under, thick in made.imprint.rules(tuple(map(len, made.lines))):
        top = foot - lines_under * made.pitch - thick // 2
        yield Bar(left, top, page.type_area_width, thick, anchor)
    baseline = foot - made.height + drop
    for index, entry in enumerate(made.lines):
        anchor = Anchor(order + 1 + index, Role.IMPRINT)
        for runs in entry:
            yield TextLine(baseline, runs, anchor, style.ink)
            baseline += made.pitch


def _is_of_imprint(item: PlacedItem) -> bool:
    return isinstance(item, TextLine | Bar) and item.anchor.role is Role.IMPRINT


def settled_imprint(imprint: ComposedImprint, pages: tuple[Page, ...]) -> ComposedImprint:
    """The imprint with its place and the lines of its entries, as the pages have them."""
    *before, last = pages
    own = [item for item in last.items if _is_of_imprint(item)]
    orders = [item.anchor.order for item in own if isinstance(item, TextLine)]
    counts = tuple(orders.count(order) for order in sorted(set(orders)))
    place = ImprintPlace.UNDER_TEXT
    if before and len(own) == len(last.items):
        is_after_blank = not before[-1].items
        place = ImprintPlace.AFTER_BLANK if is_after_blank else ImprintPlace.NEXT_PAGE
    return imprint._replace(place=place, line_counts=counts)
