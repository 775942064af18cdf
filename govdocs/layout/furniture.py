"""What stands on every page outside the type area: the page number; and where even pages stand.

Source:
    GB/T 9704-2012 5.2.1, 7.5, 10.1
"""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.compose.composition import Align, Composition, Role, TextRun
from govdocs.errors import FontError
from govdocs.layout.pages import Anchor, PlacedItem, TextLine
from govdocs.layout.setting import Setting, paragraph_lines


def page_furniture(
    index: int, pages: Sequence[Sequence[PlacedItem]], setting: Setting
) -> tuple[TextLine, ...]:
    """The number of a page, where it bears one.

    The first page of a letter bears none (10.1), nor do a blank page before the imprint and the
    page of the imprint after it (7.5). Pages without a number are counted.

    Args:
        index: the page's, from 0.
        pages: what stands on each page; nothing on a blank one.
        setting: surroundings.
    """
    is_first_without = not index and not setting.profile.page_number.first_page
    is_blank = not pages[index] and len(pages) > 1
    if is_first_without or is_blank or (index and not pages[index - 1]):
        return ()
    return (page_number(index + 1, setting),)


def even_shift(composition: Composition) -> int:
    """How far right of their places the items of even pages are printed, EMU (5.2.1)."""
    page = composition.profile.page
    return page.fore_edge_margin - page.binding_margin if composition.options.mirror_margins else 0


def page_number(number: int, setting: Setting) -> TextLine:
    """— 1 — below the type area: odd pages at the right, even pages at the left, one 字 in.

    The upper edge of the dashes' ink lies 7 mm under the type area.
    """
    profile = setting.profile
    page, look = profile.page, profile.page_number
    style = profile.styles[Role.PAGE_NUMBER]
    text = f"{look.dash} {number} {look.dash}"
    par = setting.prepared((TextRun(text, Role.PAGE_NUMBER, style.face),), style, "page number")
    if par is None:
        raise FontError("页码所用字体没有数字或一字线", "the page number's face lacks digits")
    face = par.segments[0].face
    edge = round(look.edge_chars * page.cell)
    lines = paragraph_lines(
        par,
        setting,
        left=page.binding_margin + edge,
        measure=page.type_area_width - 2 * edge,
        align=Align.RIGHT if number % 2 else Align.LEFT,
    )
    ink_top = round(face.ink_top(look.dash) * style.size / face.units_per_em)
    top = page.head_margin + page.type_area_height + look.below_type_area
    return TextLine(top + ink_top, lines[0], Anchor(0, Role.PAGE_NUMBER, is_repeated=True))
