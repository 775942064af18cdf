"""Pictures in the line of text (w:drawing, wp:inline)."""

from __future__ import annotations

from govdocs.writers.docx.oxml.markup import NAMESPACES, Markup, escaped


def inline_picture(relationship: str, *, number: int, width: int, height: int, alt: str) -> Markup:
    """A run that holds a picture.

    Args:
        relationship: id of the relationship to the image part.
        number: its id among the drawings of the document, from 1.
        width, height: EMU.
        alt: what it shows, for those who cannot see it.
    """
    names = f'id="{number}" name="Picture {number}" descr="{escaped(alt)}"'
    extent = f'cx="{width}" cy="{height}"'
    return Markup(
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {names}/>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
