"""Walk a Composition: paragraphs, tables and pictures become the markup of the body."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from govdocs.compose.composition import (
    ComposedChart,
    ComposedFigure,
    ComposedParagraph,
    ComposedTable,
    Composition,
    Role,
)
from govdocs.units import to_twips
from govdocs.writers.docx.oxml.chart import inline_chart
from govdocs.writers.docx.oxml.drawing import inline_picture
from govdocs.writers.docx.oxml.markup import Markup
from govdocs.writers.docx.oxml.text import paragraph
from govdocs.writers.docx.runs import runs_markup
from govdocs.writers.docx.style_sheet import AFTER_TABLE, AFTER_TABLE_PITCH, StyleSheet
from govdocs.writers.docx.tables import table_markup

AddPicture = Callable[[ComposedFigure], str]
"""Puts a picture into the package and returns its relationship id."""

_Space = tuple[int, int]  # twips before and after a paragraph

AddChart = Callable[[ComposedChart], str]
"""The same for a chart."""


def body_blocks(
    composition: Composition, sheet: StyleSheet, add_picture: AddPicture, add_chart: AddChart
) -> Iterator[Markup]:
    """The markup of every block.

    Word joins two tables that touch and wants a paragraph at the end: an empty one follows such
    tables, so low that it takes no room.

    Raises:
        LayoutError: text or a picture that a DOCX cannot hold, or a chart without python-pptx.
    """
    drawings = 0
    airs = [*map(to_twips, composition.airs), 0]
    table_is_open = False
    for block, above, below in zip(composition.blocks, airs, airs[1:], strict=False):
        space = (above, below)
        is_table = isinstance(block, ComposedTable)
        if table_is_open and is_table:
            yield paragraph(AFTER_TABLE, space=(above - AFTER_TABLE_PITCH, 0))
        table_is_open = is_table
        if isinstance(block, ComposedTable):
            yield table_markup(block, sheet)
        elif isinstance(block, ComposedFigure):
            drawings += 1
            yield _figure(block, sheet, add_picture(block), drawings, space)
        elif isinstance(block, ComposedChart):
            drawings += 1
            yield _chart(block, sheet, add_chart(block), drawings, space)
        else:
            yield _paragraph(block, sheet, space)
    if table_is_open or not composition.blocks:
        yield paragraph(AFTER_TABLE)


def _paragraph(block: ComposedParagraph, sheet: StyleSheet, space: _Space) -> Markup:
    right = block.right_indent
    cell = sheet.profile.page.cell
    return paragraph(
        sheet.paragraph(block.role),
        *runs_markup(block.runs, block.role, sheet, block.breaks),
        right_indent=None if right is None else to_twips(round(right * cell)),
        keep_next=block.leads,
        space=_over_style(space, block.role, sheet),
    )


def _over_style(space: _Space, role: Role, sheet: StyleSheet) -> _Space:
    """What stands before and after a paragraph in all, where anything is added to its style's."""
    style, pitch = sheet.profile.styles[role], sheet.profile.page.line_pitch_twips
    before, after = space
    return (
        before and before + style.lines_before * pitch,
        after and after + style.lines_after * pitch,
    )


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
