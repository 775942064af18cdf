"""Lay a composition out, and hand back what only its pages can tell.

A word processor cannot find out for itself where the imprint goes or how many lines a page needs
for the closing to find room (7.3.5.5): what the layout decided stands in the settled composition,
which the writer of a DOCX follows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from govdocs.compose.closing.seal_findings import seal_findings
from govdocs.compose.composition import Composition
from govdocs.errors import FontError, LayoutError
from govdocs.findings import Finding
from govdocs.fontbook.book import FontBook
from govdocs.layout.fitting import fit_closing
from govdocs.layout.imprint import settled_imprint
from govdocs.layout.pages import Pages


class Settled(NamedTuple):
    """A composition in which nothing is left open, and its pages.

    ``decisions`` say what was changed for it; they are among the findings of the pages.
    """

    composition: Composition
    pages: Pages
    decisions: tuple[Finding, ...] = ()


class SettledFlow(NamedTuple):
    """A composition for a word processor, as far as it could be settled, and what to know of it."""

    composition: Composition
    findings: tuple[Finding, ...]


def settle(composition: Composition, fonts: FontBook) -> Settled:
    """The composition with what its pages decide; the findings are those of its print.

    Raises:
        MissingGlyphError: a character that no face holds; all of them are named.
        LayoutError: content that no page can hold.
    """
    settled = _settled(composition, fonts)
    pages, seals = settled.pages, tuple(seal_findings(composition, has_pictures=True))
    found = (*composition.findings, *seals, *pages.findings)
    return settled._replace(pages=pages._replace(findings=found))


def settle_flow(composition: Composition, fonts: Callable[[], FontBook]) -> SettledFlow:
    """The composition as a flow of text; it is laid out only where something is open in it.

    A report in which only the closing may need room is left as it is where its pages cannot be
    made: a word processor has other faces.

    Args:
        composition: what is to be written.
        fonts: gives the faces, if they are needed.

    Raises:
        MissingGlyphError: a character that no face holds; all of them are named.
        LayoutError: content that no page can hold.
    """
    known = (*composition.findings, *seal_findings(composition, has_pictures=False))
    if not composition.is_open and not composition.is_signed:
        return SettledFlow(composition, known)
    try:
        settled = _settled(composition, fonts())
    except (FontError, LayoutError):
        if composition.is_open:
            raise
        return SettledFlow(composition, known)
    return SettledFlow(settled.composition, (*known, *settled.decisions))


def _settled(composition: Composition, fonts: FontBook) -> Settled:
    composition, pages, decisions = fit_closing(composition, fonts)
    if composition.imprint is not None:
        imprint = settled_imprint(composition.imprint, pages.pages)
        composition = replace(composition, imprint=imprint)
    return Settled(composition, pages, decisions)
