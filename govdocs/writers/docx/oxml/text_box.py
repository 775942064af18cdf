"""Text in a box at its place on the page, turned clockwise.

The box is written in VML: LibreOffice 7.4 loses the place of a DrawingML box in the foot of a
document's second turned section, and Word reads both.

Source:
    ISO/IEC 29500-4 19.1 (VML)
"""

from __future__ import annotations

from typing import NamedTuple

from govdocs.writers.docx.oxml.markup import Markup
from govdocs.writers.docx.oxml.shape import VML, vml_style


class Box(NamedTuple):
    """Where a box stands: EMU from the page's left and top, its width and height."""

    x: int
    y: int
    width: int
    height: int


def turned_text_box(paragraph: Markup, place: Box, *, name: str) -> Markup:
    """A run that holds a box without lines or margins; its text runs from top to bottom.

    Args:
        paragraph: what stands in it.
        place: where it stands, whatever holds it.
        name: its id, apart from that of any other shape.
    """
    style = vml_style(*place, across_from="page", down_from="page")
    return Markup(
        f'<w:r><w:pict><v:rect xmlns:v="{VML}" id="{name}" style="{style}" filled="f" '
        'stroked="f"><v:textbox style="layout-flow:vertical" inset="0,0,0,0">'
        f"<w:txbxContent>{paragraph}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    )
