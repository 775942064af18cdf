"""The section: sheet, margins, grid and the feet of odd and even pages (w:sectPr)."""

from __future__ import annotations

from typing import NamedTuple

from govdocs.writers.docx.oxml.markup import Markup, w


class Section(NamedTuple):
    """Measures of a section, all in twips; ``footer`` is from the sheet's lower edge."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    footer: int
    line_pitch: int


class Feet(NamedTuple):
    """Relationship ids of the footers of odd and even pages."""

    odd: str
    even: str


def section(measures: Section, feet: Feet) -> Markup:
    """w:sectPr with a grid of lines."""
    return w(
        "sectPr",
        _footer_reference("default", feet.odd),
        _footer_reference("even", feet.even),
        w("pgSz", w=measures.width, h=measures.height),
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
        w("docGrid", type="lines", linePitch=measures.line_pitch),
    )


def _footer_reference(kind: str, relationship: str) -> Markup:
    return Markup(f'<w:footerReference w:type="{kind}" r:id="{relationship}"/>')
