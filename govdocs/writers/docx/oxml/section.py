"""Sections: sheet, margins, grid and the feet of their pages (w:sectPr).

The properties of a section stand at its end: those of the last section end the body, those of
another stand in its last paragraph, where :func:`end_section` puts them. A section of other pages
in the middle of a document (a landscape table, a page without number) is made in three steps:
end the section before it with the document's own properties, write its blocks, end it with its
own::

    blocks = end_section(blocks, section(measures, feet), low)
    blocks += end_section(its_blocks, section(turned(measures), its_feet), low)
    ... the rest of the document goes on in the document's own section, with feet.later

Pages are numbered through; a section begins a page by itself. Its feet must be named: one that
names none has those of the section before it.

Source:
    ISO/IEC 29500-1 17.6 (sections), 17.10 (headers and footers)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govdocs.writers.docx.oxml.markup import Markup, w


class Section(NamedTuple):
    """Measures of a section, all in twips; ``footer`` is from the sheet's lower edge.

    Its pages have a grid of lines, but for a ``line_pitch`` of None.

    ``is_landscape`` says how the sheet goes into a printer; width and height are those of the
    page as it is read.
    """

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    footer: int
    line_pitch: int | None
    is_landscape: bool = False


def turned(measures: Section) -> Section:
    """The same sheet read from its right edge: turned by 90° counter-clockwise (clause 8).

    What stands along the top of the turned page lies along the left edge of the sheet.
    """
    return measures._replace(
        width=measures.height,
        height=measures.width,
        top=measures.left,
        right=measures.top,
        bottom=measures.right,
        left=measures.bottom,
        is_landscape=not measures.is_landscape,
    )


class Feet(NamedTuple):
    """Relationship ids of the footers of odd and even pages.

    ``first`` is that of the section's first page, where it has one of its own; only the first
    section of a document may have one, the others take what :attr:`later` gives.
    """

    odd: str
    even: str
    first: str | None = None

    @property
    def later(self) -> Feet:
        """The feet of the sections after the first."""
        return self._replace(first=None)


def section(measures: Section, feet: Feet) -> Markup:
    """w:sectPr with a grid of lines; the section begins on the next page."""
    return w(
        "sectPr",
        _footer_reference("default", feet.odd),
        _footer_reference("even", feet.even),
        _footer_reference("first", feet.first) if feet.first else None,
        w(
            "pgSz",
            w=measures.width,
            h=measures.height,
            orient="landscape" if measures.is_landscape else None,
        ),
        w(
            "pgMar",
            top=measures.top,
            right=measures.right,
            bottom=measures.bottom,
            left=measures.left,
            header=measures.footer,
            footer=measures.footer,
            gutter=0,
        ),
        w("titlePg") if feet.first else None,
        w("docGrid", type="lines", linePitch=measures.line_pitch) if measures.line_pitch else None,
    )


def _footer_reference(kind: str, relationship: str) -> Markup:
    return Markup(f'<w:footerReference w:type="{kind}" r:id="{relationship}"/>')


def ends_section(block: Markup) -> bool:
    """Whether a block of the body bears the properties of a section."""
    return "<w:sectPr>" in block


_PARAGRAPH = "<w:p><w:pPr>"
_PROPERTIES_END = "</w:pPr>"


def end_section(blocks: Iterable[Markup], properties: Markup, low: Markup) -> list[Markup]:
    """Blocks of the body with the properties of the section that they end.

    The last paragraph bears them, so that nothing is added to a full page. After a table (or
    where there is nothing) a paragraph follows that bears nothing else.

    Args:
        blocks: what stands in the section, or its last blocks.
        properties: a w:sectPr.
        low: an empty paragraph as low as can be, for after a table.
    """
    *before, last = [*blocks] or [low]
    if not last.startswith(_PARAGRAPH):
        before, last = [*before, last], low
    head, end, rest = last.partition(_PROPERTIES_END)
    return [*before, Markup(f"{head}{properties}{end}{rest}")]
