"""Walk a Composition: paragraphs, tables and pictures become the markup of the body."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from govdocs.compose.composition import (
    ComposedFigure,
    ComposedParagraph,
    ComposedTable,
    Composition,
    Role,
)
from govdocs.units import to_twips
from govdocs.writers.docx.oxml.drawing import inline_picture
from govdocs.writers.docx.oxml.markup import Markup
from govdocs.writers.docx.oxml.text import paragraph
from govdocs.writers.docx.runs import run_markup
from govdocs.writers.docx.style_sheet import AFTER_TABLE, StyleSheet
from govdocs.writers.docx.tables import table_markup

AddPicture = Callable[[ComposedFigure], str]
"""Puts a picture into the package and returns its relationship id."""


def body_blocks(
    composition: Composition, sheet: StyleSheet, add_picture: AddPicture
) -> Iterator[Markup]:
    """The markup of every block.

    Word joins two tables that touch and wants a paragraph at the end: an empty one follows such
    tables, so low that it takes no room.

    Raises:
        LayoutError: text or a picture that a DOCX cannot hold.
    """
    pictures = 0
    table_is_open = False
    for block in composition.blocks:
        is_table = isinstance(block, ComposedTable)
        if table_is_open and is_table:
            yield paragraph(AFTER_TABLE)
        table_is_open = is_table
        if isinstance(block, ComposedTable):
            yield table_markup(block, sheet)
        elif isinstance(block, ComposedFigure):
            pictures += 1
            yield _figure(block, sheet, add_picture(block), pictures)
        else:
            yield _paragraph(block, sheet)
    if table_is_open or not composition.blocks:
        yield paragraph(AFTER_TABLE)


def _paragraph(block: ComposedParagraph, sheet: StyleSheet) -> Markup:
    right = block.right_indent
    cell = sheet.profile.page.cell
    return paragraph(
        sheet.paragraph(block.role),
        *_runs(block, sheet),
        right_indent=None if right is None else to_twips(round(right * cell)),
    )


def _runs(block: ComposedParagraph, sheet: StyleSheet) -> Iterator[Markup]:
    if not block.breaks:
        for run in block.runs:
            yield run_markup(run, block.role, sheet)
        return
    start = 0
    for run in block.runs:
        end = start + len(run.text)
        breaks: Sequence[int] = [at - start for at in block.breaks if start <= at < end and at]
        yield run_markup(run, block.role, sheet, breaks)
        start = end


def _figure(block: ComposedFigure, sheet: StyleSheet, relationship: str, number: int) -> Markup:
    picture = inline_picture(
        relationship, number=number, width=block.width, height=block.height, alt=block.alt
    )
    return paragraph(sheet.paragraph(Role.FIGURE), picture)
