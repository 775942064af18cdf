"""Lay a composition out, and hand back what only its pages can tell.

A word processor cannot find out for itself where the imprint goes or how many lines a page needs
for the closing to find room (7.3.5.5): what the layout decided stands in the settled composition,
which the writer of a DOCX follows.
"""

from __future__ import annotations

from typing import NamedTuple

from govdocs.compose.composition import Composition
from govdocs.fontbook.book import FontBook
from govdocs.layout.page import paginate
from govdocs.layout.pages import Pages


class Settled(NamedTuple):
    """A composition in which nothing is left open, and its pages."""

    composition: Composition
    pages: Pages


def settle(composition: Composition, fonts: FontBook) -> Settled:
    """The composition with what its pages decide.

    Raises:
        MissingGlyphError: a character that no face holds; all of them are named.
        LayoutError: content that no page can hold.
    """
    return Settled(composition, paginate(composition, fonts))
