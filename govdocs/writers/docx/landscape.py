"""Landscape tables: sections of turned pages, with the page number where other pages have it.

A word processor turns the whole page, its foot too: the number stands in a box at its place on the
sheet instead, its text turned back.

Source:
    GB/T 9704-2012 7.5, clause 8
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govdocs.compose.composition import ComposedTable, Composition, Profile, Role
from govdocs.units import EMU_PER_TWIP, to_twips
from govdocs.writers.docx.oxml.field import number_line
from govdocs.writers.docx.oxml.markup import Markup, root, w
from govdocs.writers.docx.oxml.section import (
    Feet,
    Section,
    end_section,
    ends_section,
    section,
    turned,
)
from govdocs.writers.docx.oxml.text import paragraph
from govdocs.writers.docx.oxml.text_box import Box, turned_text_box
from govdocs.writers.docx.package import DocxPackage
from govdocs.writers.docx.style_sheet import AFTER_TABLE, FOOTER


@dataclass(frozen=True, slots=True)
class Sections:
    """The properties of a document's sections.

    Attributes:
        measures, feet: of upright pages.
        turned_feet: of turned pages; None where the document has none.
        are_mirrored: whether left and right change places on even pages.
    """

    measures: Section
    feet: Feet
    turned_feet: Feet | None = None
    are_mirrored: bool = False

    def end_upright(self, body: Sequence[Markup]) -> list[Markup]:
        """The body with its upright pages ended, so that turned ones can follow."""
        if not body or ends_section(body[-1]):
            return [*body]
        return end_section(body, section(self.measures, self._feet_after(body)), _LOW)

    def turned(self, body: Sequence[Markup], blocks: Sequence[Markup]) -> list[Markup]:
        """The body and after it a section of turned pages with the blocks."""
        assert self.turned_feet is not None
        feet = self.turned_feet if body else self.turned_feet._replace(first=self.feet.first)
        return [*body, *end_section(blocks, section(self._turned_sheet(), feet), _LOW)]

    def _turned_sheet(self) -> Section:
        # The foot is empty; it must not reach into the type area. No whole number of lines fills
        # the page, and LibreOffice leaves half of the rest of a grid over the first.
        sheet = turned(self.measures)
        sheet = sheet._replace(footer=sheet.bottom // 2, line_pitch=None)
        if not self.are_mirrored:
            return sheet
        # What changes places on a turned page is head and foot of the sheet.
        left = (sheet.left + sheet.right) // 2
        return sheet._replace(left=left, right=sheet.left + sheet.right - left)

    def _feet_after(self, body: Sequence[Markup]) -> Feet:
        return self.feet.later if any(map(ends_section, body)) else self.feet


_LOW = paragraph(AFTER_TABLE)
_SECTION = re.compile("<w:sectPr>.*?</w:sectPr>")


def left_open(body: Sequence[Markup]) -> tuple[list[Markup], Markup] | None:
    """A body that ends with turned pages, their section left open, and its properties.

    The last section of a document ends with the body, not with a paragraph.
    """
    if not body or not ends_section(body[-1]):
        return None
    found = _SECTION.search(body[-1])
    assert found is not None
    last = Markup(body[-1].replace(found.group(), "", 1))
    return [*body[:-1], last], Markup(found.group())


def document_sections(
    composition: Composition, package: DocxPackage, measures: Section, feet: Feet
) -> Sections:
    """The sections of a document; feet of turned pages are added to the package where needed."""
    blocks, are_mirrored = composition.blocks, composition.options.mirror_margins
    if not any(isinstance(block, ComposedTable) and block.is_turned for block in blocks):
        return Sections(measures, feet)
    page = composition.profile.page
    lefts = (page.binding_margin, page.fore_edge_margin if are_mirrored else page.binding_margin)
    places = [_number_place(composition.profile, measures, left) for left in lefts]
    return Sections(
        measures, feet, _turned_feet(package, composition.profile, places), are_mirrored
    )


def _turned_feet(package: DocxPackage, profile: Profile, places: Sequence[Box]) -> Feet:
    """Page numbers at the foot of the sheet: odd ones at the right, even ones at the left."""
    look = profile.page_number
    edge = to_twips(round(look.edge_chars * profile.page.cell))
    lines = [
        number_line(FOOTER, align=align, edge=edge, dash=look.dash) for align in ("right", "left")
    ]
    odd, even = (
        package.add_footer(_foot(line, place, f"page_number_{index}"))
        for index, (line, place) in enumerate(zip(lines, places, strict=True))
    )
    return Feet(odd, even)


def _foot(number: Markup, place: Box, name: str) -> Markup:
    box = turned_text_box(number, place, name=name)
    return root("w:ftr", w("p", w("pPr", w("pStyle", val=FOOTER)), box))


def _number_place(profile: Profile, measures: Section, left: int) -> Box:
    """The line of the number, seen on the turned page; ``left`` is the sheet's left margin."""
    height = profile.styles[Role.PAGE_NUMBER].size
    over_foot = measures.footer * EMU_PER_TWIP
    return Box(over_foot, left, height, profile.page.type_area_width)
