"""The outline that a draft has for a seal, and the word across it, anchored at their line.

The outline is DrawingML; the word is VML text art, which both Word and LibreOffice turn (text in a
DrawingML shape stays level in LibreOffice 7.4).

Source:
    ISO/IEC 29500-4 19.1 (VML)
"""

from __future__ import annotations

from typing import NamedTuple

from govdocs.writers.docx.oxml.markup import Markup, escaped
from govdocs.writers.docx.oxml.shape import VML, Stand, anchored_shape, stroke, vml_style

_OFFICE = "urn:schemas-microsoft-com:office:office"


class Place(NamedTuple):
    """A box by its centre: EMU from the left margin and from the line's top; and its size."""

    across: int
    down: int
    width: int
    height: int


def outline(
    place: Place, *, number: int, name: str, is_round: bool, thickness: int, rgb: str
) -> Markup:
    """A run that holds a dashed outline behind the text.

    Args:
        place: where it stands.
        number: its id among the drawings of the document.
        name: what it is, for those who cannot see it.
        is_round: an ellipse, else a rectangle.
        thickness: EMU.
        rgb: six hexadecimal digits.
    """
    left, top = place.across - place.width // 2, place.down - place.height // 2
    return anchored_shape(
        Stand(left, top, place.width, place.height, "line"),
        number=number,
        names=f'name="Seal {number}" descr="{escaped(name)}"',
        preset="ellipse" if is_round else "rect",
        look="<a:noFill/>" + stroke(thickness, rgb, dash="dash"),
        is_behind=True,
    )


def turned_word(text: str, place: Place, *, number: int, turn: int, font: str, rgb: str) -> Markup:
    """A run that holds a word as large as its place, turned by degrees counter-clockwise.

    Args:
        text: the word.
        place: where it stood if it were level.
        number: apart from that of any other shape.
        turn: degrees.
        font: name of its face.
        rgb: six hexadecimal digits.
    """
    style = vml_style(
        place.across - place.width // 2,
        place.down - place.height // 2,
        place.width,
        place.height,
        across_from="margin",
        down_from="line",
        rotation=str(-turn % 360),
        z_index=str(-number),
    )
    return Markup(
        f'<w:r><w:pict xmlns:v="{VML}" xmlns:o="{_OFFICE}">{_text_art(number)}'
        f'<v:shape id="seal{number}" type="#textart{number}" style="{style}" '
        f'fillcolor="#{rgb}" stroked="f"><v:textpath style="font-family:{escaped(font)};'
        f'font-size:1pt" string="{escaped(text)}"/></v:shape></w:pict></w:r>'
    )


def _text_art(number: int) -> str:
    """Plain text art, as word processors define it, under an id of its own."""
    return (
        f'<v:shapetype id="textart{number}" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t" o:connecttype="rect"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
    )
