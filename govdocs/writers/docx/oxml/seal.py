"""The outline that a draft has for a seal, and the word across it, anchored at their line.

The outline is DrawingML; the word is VML text art, which both Word and LibreOffice turn (text in a
DrawingML shape stays level in LibreOffice 7.4).

Source:
    ISO/IEC 29500-1 20.4 (WordprocessingML drawings); ISO/IEC 29500-4 19.1 (VML)
    [MS-ODRAWXML] 2.18 (shapes of WordprocessingML)
"""

from __future__ import annotations

from typing import NamedTuple

from govdocs.units import to_pt
from govdocs.writers.docx.oxml.markup import NAMESPACES, Markup, escaped

_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_VML = "urn:schemas-microsoft-com:vml"
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
    extent = f'cx="{place.width}" cy="{place.height}"'
    shape = (
        '<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {extent}/></a:xfrm><a:prstGeom prst="{"ellipse" if is_round else "rect"}">'
        f'<a:avLst/></a:prstGeom><a:noFill/><a:ln w="{thickness}"><a:solidFill>'
        f'<a:srgbClr val="{rgb}"/></a:solidFill><a:prstDash val="dash"/></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    left, top = place.across - place.width // 2, place.down - place.height // 2
    return Markup(
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="margin"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="line"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Seal {number}" descr="{escaped(name)}"/>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic xmlns:a="{NAMESPACES["a"]}"><a:graphicData uri="{_SHAPE}" '
        f'xmlns:wps="{_SHAPE}">{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
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
    measures = {
        "position": "absolute",
        "margin-left": _points(place.across - place.width // 2),
        "margin-top": _points(place.down - place.height // 2),
        "width": _points(place.width),
        "height": _points(place.height),
        "rotation": str(-turn % 360),
        "z-index": str(-number),
        "mso-position-horizontal-relative": "margin",
        "mso-position-vertical-relative": "line",
    }
    style = ";".join(f"{key}:{value}" for key, value in measures.items())
    return Markup(
        f'<w:r><w:pict xmlns:v="{_VML}" xmlns:o="{_OFFICE}">{_text_art(number)}'
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


def _points(emu: int) -> str:
    return f"{to_pt(emu):.2f}pt"
