"""Landscape tables: pages of their own, turned so that the head lies along the left edge.

The left edge is the binding edge of an odd page and the fore edge of an even one, so every page is
turned the same way: by 90° counter-clockwise. The page number stays where other pages have it.

Source:
    GB/T 9704-2012 clause 8
"""

from __future__ import annotations

from typing import NamedTuple

from govdocs.findings import Finding
from govdocs.layout.broken_numbers import broken_numbers
from govdocs.layout.pages import Bookmark, Turned
from govdocs.layout.table import TableLayout, TablePart
from govdocs.layout.table_placing import placed_table
from govdocs.layout.table_texts import outlines


class TurnedPages(NamedTuple):
    """The pages of a landscape table, its lines in the outline, and what is to be told of it."""

    pages: tuple[Turned, ...]
    bookmarks: tuple[Bookmark, ...]
    findings: tuple[Finding, ...]


def turned_pages(table: TableLayout, order: int, first_page: int) -> TurnedPages:
    """Cut a landscape table into pages.

    Args:
        table: set in lines for its turned frame.
        order: reading order of its first item.
        first_page: index of its first page, from 0.
    """
    room = table.frame.height - table.flow_extra
    part: TablePart | None = None
    pages: list[Turned] = []
    findings: list[Finding] = []
    while part is None or part.next_step < table.steps:
        part = table.part(part, room, page_is_empty=True)
        assert part is not None  # the page is empty
        pages.append(Turned(tuple(placed_table(table, part, table.frame.top, order))))
        findings += broken_numbers(table, part, first_page + len(pages))
    # The outline leads to the sheet's upper edge: as it lies, the text runs upwards from its foot.
    bookmarks = tuple(Bookmark(entry, first_page, 0) for entry in outlines(table.above))
    return TurnedPages(tuple(pages), bookmarks, tuple(findings))
