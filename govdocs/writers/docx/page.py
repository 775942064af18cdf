"""The sheet in whole twips, and the page numbers at its foot.

Source:
    GB/T 9704-2012 5.1, 5.2, 7.5
"""

from __future__ import annotations

from govdocs.compose.composition import Profile, Role
from govdocs.units import EMU_PER_TWIP, to_twips
from govdocs.writers.docx.oxml.field import empty_footer_part, footer_part
from govdocs.writers.docx.oxml.section import Feet, Section
from govdocs.writers.docx.package import DocxPackage
from govdocs.writers.docx.style_sheet import FOOTER

# From the upper edge of a dash's ink to the foot of its line, in parts of the type size, where the
# line is exactly as high as the type. Measured in LibreOffice with the bundled 宋体.
_DASH_ABOVE_LINE_FOOT = 0.572


def section_measures(profile: Profile) -> Section:
    """Margins that leave exactly the type area, rounded down to whole twips.

    A type area wider by one twip than the standard's could take one more character of type, one
    lower than its lines one line less; so the rounding goes to the margins.
    """
    page = profile.page
    width, height = to_twips(page.width), to_twips(page.height)
    area_width = page.type_area_width // EMU_PER_TWIP
    right, top = to_twips(page.fore_edge_margin), to_twips(page.head_margin)
    area_height = to_twips(page.type_area_height)
    return Section(
        width=width,
        height=height,
        top=top,
        right=right,
        bottom=height - top - area_height,
        left=width - right - area_width,
        footer=_footer_distance(profile),
        line_pitch=page.line_pitch_twips,
    )


def _footer_distance(profile: Profile) -> int:
    """From the sheet's lower edge to the foot of the page number's line, twips."""
    page, size = profile.page, profile.styles[Role.PAGE_NUMBER].size
    ink_top = page.foot_margin - profile.page_number.below_type_area
    return to_twips(round(ink_top - _DASH_ABOVE_LINE_FOOT * size))


def add_feet(package: DocxPackage, profile: Profile) -> Feet:
    """Page numbers: at the right of odd pages, at the left of even ones.

    The document's first page has a foot of its own where it bears no number (10.1).
    """
    look = profile.page_number
    edge = to_twips(round(look.edge_chars * profile.page.cell))
    odd, even = (
        package.add_footer(footer_part(FOOTER, align=align, edge=edge, dash=look.dash))
        for align in ("right", "left")
    )
    return Feet(odd, even, None if look.first_page else add_empty_foot(package))


def add_empty_foot(package: DocxPackage) -> str:
    """Relationship id of a foot without a number."""
    return package.add_footer(empty_footer_part(FOOTER))
