"""Walk a Composition: paragraphs, tables and pictures become the markup of the body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from govdocs.compose.composition import (
    ComposedChart,
    ComposedFigure,
    ComposedParagraph,
    ComposedTable,
    Composition,
    Role,
)
from govdocs.units import to_twips
from govdocs.writers.docx.landscape import Sections
from govdocs.writers.docx.oxml.chart import inline_chart
from govdocs.writers.docx.oxml.drawing import inline_picture
from govdocs.writers.docx.oxml.markup import Markup
from govdocs.writers.docx.oxml.section import ends_section
from govdocs.writers.docx.oxml.table import is_table
from govdocs.writers.docx.oxml.text import Tab, paragraph
from govdocs.writers.docx.runs import runs_markup
from govdocs.writers.docx.seals import seal_runs
from govdocs.writers.docx.style_sheet import (
    AFTER_TABLE,
    AFTER_TABLE_PITCH,
    JUSTIFICATION,
    TAB_KINDS,
    StyleSheet,
)
from govdocs.writers.docx.tables import table_markup

AddPicture = Callable[[ComposedFigure], str]
"""Puts a picture into the package and returns its relationship id."""

_Space = tuple[int | None, int | None]  # twips before and after a paragraph, None: its style's

AddChart = Callable[[ComposedChart], str]
"""The same for a chart."""


def body_blocks(
    composition: Composition,
    sheet: StyleSheet,
    add_picture: AddPicture,
    add_chart: AddChart,
    sections: Sections,
) -> list[Markup]:
    """The markup of every block.

    Word joins two tables that touch and wants a paragraph at the end: an empty one follows such
    tables, so low that it takes no room.

    Raises:
        LayoutError: text or a picture that a DOCX cannot hold, or a chart without python-pptx.
    """
    drawings = 0
    airs = [*map(to_twips, composition.airs), 0]
    body: list[Markup] = []
    table_is_open = False
    for block, above, below in zip(composition.blocks, airs, airs[1:], strict=False):
        space = (above or None, below or None)
        if isinstance(block, ComposedTable):
            if block.is_turned:
                body = sections.turned(sections.end_upright(body), [*_table(block, sheet)])
            else:
                if table_is_open:
                    body.append(paragraph(AFTER_TABLE, space=(above - AFTER_TABLE_PITCH, None)))
                body += _table(block, sheet)
            table_is_open = not block.is_turned
            continue
        table_is_open = False
        if isinstance(block, ComposedFigure):
            drawings += 1
            body.append(_figure(block, sheet, add_picture(block), drawings, space))
        elif isinstance(block, ComposedChart):
            drawings += 1
            body.append(_chart(block, sheet, add_chart(block), drawings, space))
        else:
            if body and ends_section(body[-1]):
                block = block._replace(lines_before=0, page_break=False)
            body.append(_paragraph(block, sheet, space, seal_runs(block, sheet, len(body))))
    if not body or is_table(body[-1]):
        body.append(paragraph(AFTER_TABLE))
    return body


def _table(block: ComposedTable, sheet: StyleSheet) -> Iterator[Markup]:
    """A table, with the paragraphs over and under it, which stay on its pages."""
    nothing = (None, None)
    for each in block.above:
        keeps = sheet.profile.styles[each.role].keep_with_next
        yield _paragraph(each._replace(leads=not keeps), sheet, nothing)
    last = len(block.below) - 1
    notes = [
        _paragraph(each._replace(leads=block.notes_stay and index < last), sheet, nothing)
        for index, each in enumerate(block.below)
    ]
    are_row = block.notes_stay and not block.is_whole
    yield table_markup(block, sheet, notes if are_row else ())
    yield from () if are_row else notes


def _paragraph(
    block: ComposedParagraph, sheet: StyleSheet, space: _Space, before: Iterable[Markup] = ()
) -> Markup:
    right = block.right_indent
    cell = sheet.profile.page.cell
    return paragraph(
        sheet.paragraph(block.role),
        *before,
        *runs_markup(
            block.runs, block.role, sheet, block.breaks, size=block.size, has_tabs=bool(block.tabs)
        ),
        left_indent=to_twips(block.left_indent) if block.left_indent else None,
        first_line=None if block.first_line is None else to_twips(block.first_line),
        right_indent=None if right is None else to_twips(round(right * cell)),
        align=None if block.align is None else JUSTIFICATION[block.align],
        keep_next=block.leads,
        page_break=block.page_break,
        tabs=[Tab(to_twips(stop.position), TAB_KINDS[stop.align]) for stop in block.tabs],
        space=_over_style(space, block, sheet),
    )


def _over_style(space: _Space, block: ComposedParagraph, sheet: StyleSheet) -> _Space:
    """What stands before and after a paragraph in all, where it is not what its style has."""
    style, pitch = sheet.profile.styles[block.role], sheet.profile.page.line_pitch_twips
    before, after = space
    lines = block.lines_before
    if lines is None:
        over = before and before + round(style.lines_before * pitch)
    else:
        over = (before or 0) + round(lines * pitch)
    if block.lines_after is not None:
        return over, (after or 0) + block.lines_after * pitch
    return over, after and after + style.lines_after * pitch


def _figure(
    block: ComposedFigure, sheet: StyleSheet, relationship: str, number: int, space: _Space
) -> Markup:
    picture = inline_picture(
        relationship, number=number, width=block.width, height=block.height, alt=block.alt
    )
    return paragraph(sheet.paragraph(Role.FIGURE), picture, space=space)


def _chart(
    block: ComposedChart, sheet: StyleSheet, relationship: str, number: int, space: _Space
) -> Markup:
    chart = inline_chart(
        relationship, number=number, width=block.width, height=block.height, alt=block.alt
    )
    return paragraph(sheet.paragraph(Role.FIGURE), chart, space=space)
