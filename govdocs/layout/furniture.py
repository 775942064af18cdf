"""What stands on every page outside the type area: the page number.

Source:
    GB/T 9704-2012 7.5
"""

from __future__ import annotations

from govdocs.compose.composition import Align, Role, TextRun
from govdocs.errors import FontError
from govdocs.layout.pages import Anchor, TextLine
from govdocs.layout.setting import Setting, paragraph_lines


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
