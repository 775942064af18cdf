"""Text in a box at its place on the page, turned clockwise.

The box is written in VML: LibreOffice 7.4 loses the place of a DrawingML box in the foot of a
document's second turned section, and Word reads both.

Source:
    ISO/IEC 29500-4 19.1 (VML)
"""

from __future__ import annotations

from typing import NamedTuple

from govdocs.units import to_pt
from govdocs.writers.docx.oxml.markup import Markup

_VML = "urn:schemas-microsoft-com:vml"


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
    measures = {
        "position": "absolute",
        "margin-left": _points(place.x),
        "margin-top": _points(place.y),
        "width": _points(place.width),
        "height": _points(place.height),
        "mso-position-horizontal-relative": "page",
        "mso-position-vertical-relative": "page",
    }
    style = ";".join(f"{key}:{value}" for key, value in measures.items())
    return Markup(
        f'<w:r><w:pict><v:rect xmlns:v="{_VML}" id="{name}" style="{style}" filled="f" '
        'stroked="f"><v:textbox style="layout-flow:vertical" inset="0,0,0,0">'
        f"<w:txbxContent>{paragraph}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    )


def _points(emu: int) -> str:
    return f"{to_pt(emu):.2f}pt"
