"""The end of the body: the imprint (版记), and the properties of the last sections.

The imprint stands in a frame at its place on the sheet, so that it is where the standard wants it
and is still read as text; its rules are drawn lines. What the layout decided of its page is
followed: a word processor cannot find it out.

Source:
    GB/T 9704-2012 7.4, 7.5
"""

from __future__ import annotations

from collections.abc import Iterable

from govdocs.compose.composition import (
    ComposedImprint,
    ComposedParagraph,
    Composition,
    ImprintPlace,
    Role,
)
from govdocs.units import to_twips
from govdocs.writers.docx.landscape import left_open
from govdocs.writers.docx.oxml.frame import frame, ruled_line
from govdocs.writers.docx.oxml.markup import Markup
from govdocs.writers.docx.oxml.section import Feet, Section, end_section, ends_section, section
from govdocs.writers.docx.oxml.text import Tab, paragraph
from govdocs.writers.docx.package import DocxPackage
from govdocs.writers.docx.page import add_empty_foot
from govdocs.writers.docx.runs import runs_markup
from govdocs.writers.docx.style_sheet import AFTER_TABLE, BLACK, TAB_KINDS, StyleSheet

_FIRST_RULE = 90_001  # ids of drawings: far above those of pictures and charts
_RULE_NAME = "版记分隔线"


def closed_body(
    blocks: Iterable[Markup],
    composition: Composition,
    sheet: StyleSheet,
    package: DocxPackage,
    measures: Section,
    feet: Feet,
) -> list[Markup]:
    """The whole content of the body.

    Args:
        blocks: the markup of the composition's blocks.
        composition: what they come from; its imprint is settled.
        sheet: the styles.
        package: where feet without a number are added.
        measures: of the sheet.
        feet: of the document's first section.
    """
    body = list(blocks)
    last_feet = feet.later if any(map(ends_section, body)) else feet
    imprint = composition.imprint
    if imprint is None:
        turned = left_open(body)
        if turned is not None:
            return [*turned[0], turned[1]]
        return [*body, section(measures, last_feet)]
    low = paragraph(AFTER_TABLE)
    new_page = paragraph(AFTER_TABLE, page_break=True)
    begins_page = bool(body) and ends_section(body[-1])
    if imprint.place is ImprintPlace.AFTER_BLANK:
        if not begins_page:
            body = end_section(body, section(measures, last_feet), low)
        empty = add_empty_foot(package)
        last_feet = Feet(empty, empty)
        body += [low, new_page]  # the first is all that stands on the blank page
    elif imprint.place is ImprintPlace.NEXT_PAGE:
        body.append(low if begins_page else new_page)
    return [*body, *_imprint(imprint, sheet), section(measures, last_feet)]


def _imprint(imprint: ComposedImprint, sheet: StyleSheet) -> Iterable[Markup]:
    """The frame, and the low paragraph after it that holds it on its page with its rules."""
    profile = sheet.profile
    page, look = profile.page, profile.imprint
    pitch = profile.styles[Role.IMPRINT].line_pitch or page.line_top(1)
    counts = imprint.line_counts or (1,) * len(imprint.entries)
    height, foot = sum(counts) * pitch, page.head_margin + page.type_area_height
    lift = page.drop_in(pitch) - (look.baseline_drop if look else 0)
    place = frame(
        top=to_twips(foot - height - lift),
        width=to_twips(page.type_area_width),
        height=to_twips(height),
    )
    for entry in imprint.entries:
        yield _paragraph(entry.paragraph, sheet, place)
    rules = [
        ruled_line(
            number=number,
            name=_RULE_NAME,
            top=foot - lines_under * pitch,
            width=page.type_area_width,
            thickness=thickness,
            rgb=BLACK,
        )
        for number, (lines_under, thickness) in enumerate(imprint.rules(counts), _FIRST_RULE)
    ]
    yield paragraph(AFTER_TABLE, *rules)


def _paragraph(block: ComposedParagraph, sheet: StyleSheet, place: Markup) -> Markup:
    cell = sheet.profile.page.cell
    return paragraph(
        sheet.paragraph(block.role),
        *runs_markup(block.runs, block.role, sheet, has_tabs=bool(block.tabs)),
        left_indent=to_twips(block.left_indent),
        first_line=to_twips(block.first_line or 0),
        right_indent=to_twips(round((block.right_indent or 0) * cell)),
        frame=place,
        tabs=[Tab(to_twips(stop.position), TAB_KINDS[stop.align]) for stop in block.tabs],
    )
