"""What stands at a place of the page: text in a frame (w:framePr), and ruled lines.

Source:
    ISO/IEC 29500-1 17.3.1.11 (frames), 20.4 (WordprocessingML drawings)
    [MS-ODRAWXML] 2.18 (shapes of WordprocessingML)
"""

from __future__ import annotations

from govdocs.writers.docx.oxml.markup import NAMESPACES, Markup, w

_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def frame(*, top: int, width: int, height: int, left: int = 0) -> Markup:
    """w:framePr: paragraphs that bear the same one stand in one frame.

    Readers of the text find them where they are in the body. The next paragraph outside the
    frame decides on which page it stands.

    Args:
        top: from the sheet's upper edge, twips.
        width, height: twips; it grows downwards when it is given more text.
        left: from the left margin, twips.
    """
    return w(
        "framePr",
        w=width,
        h=height,
        hRule="atLeast",
        hSpace=0,
        wrap="around",
        vAnchor="page",
        hAnchor="margin",
        x=left,
        y=top,
    )


def ruled_line(
    *, number: int, name: str, top: int, width: int, thickness: int, rgb: str, left: int = 0
) -> Markup:
    """A run that holds a level line, anchored at its paragraph.

    Args:
        number: its id among the drawings of the document.
        name: what it is, for those who look for it in a word processor.
        top: its centre from the sheet's upper edge, EMU.
        width, thickness: EMU.
        rgb: six hexadecimal digits.
        left: its left end from the left margin, EMU.
    """
    shape = (
        '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{thickness}"><a:solidFill><a:srgbClr val="{rgb}"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    return Markup(
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="margin"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{NAMESPACES["a"]}"><a:graphicData uri="{_SHAPE}" '
        f'xmlns:wps="{_SHAPE}">{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )
