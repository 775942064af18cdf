"""What shapes of DrawingML and VML share: the anchor, the place, the namespaces.

Source:
    ISO/IEC 29500-1 20.4 (WordprocessingML drawings); ISO/IEC 29500-4 19.1 (VML)
    [MS-ODRAWXML] 2.18 (shapes of WordprocessingML)
"""

from __future__ import annotations

from typing import NamedTuple

from govdocs.units import to_pt
from govdocs.writers.docx.oxml.markup import NAMESPACES, Markup

VML = "urn:schemas-microsoft-com:vml"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


class Stand(NamedTuple):
    """Where a shape stands: EMU from the left margin and from what it hangs on; its extent.

    ``hangs_on`` is the ``relativeFrom`` of its height: the page or the line that anchors it.
    """

    left: int
    top: int
    width: int
    height: int
    hangs_on: str


def anchored_shape(
    stand: Stand, *, number: int, names: str, preset: str, look: str, is_behind: bool = False
) -> Markup:
    """A run that holds a shape, anchored at its paragraph.

    Args:
        stand: where it stands.
        number: its id among the drawings of the document.
        names: attributes ``name`` and ``descr`` of wp:docPr, escaped.
        preset: its form (``line``, ``ellipse``).
        look: fill and stroke: what follows a:prstGeom.
        is_behind: whether text is printed over it.
    """
    extent = f'cx="{stand.width}" cy="{stand.height}"'
    kind = "Cn" if preset == "line" else "Sp"
    shape = (
        f'<wps:wsp><wps:cNv{kind}Pr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        f'</a:xfrm><a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{look}</wps:spPr>'
        "<wps:bodyPr/></wps:wsp>"
    )
    return Markup(
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="{int(is_behind)}" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin">'
        f"<wp:posOffset>{stand.left}</wp:posOffset></wp:positionH>"
        f'<wp:positionV relativeFrom="{stand.hangs_on}"><wp:posOffset>{stand.top}</wp:posOffset>'
        f'</wp:positionV><wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{number}" {names}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{NAMESPACES["a"]}"><a:graphicData uri="{_SHAPE}" '
        f'xmlns:wps="{_SHAPE}">{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )


def stroke(thickness: int, rgb: str, *, dash: str | None = None) -> str:
    """a:ln, its thickness in EMU and its colour as six hexadecimal digits."""
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    colour = f'<a:solidFill><a:srgbClr val="{rgb}"/></a:solidFill>'
    return f'<a:ln w="{thickness}">{colour}{dashes}</a:ln>'


def vml_style(
    left: int, top: int, width: int, height: int, *, across_from: str, down_from: str, **more: str
) -> str:
    """The style of a VML shape at its place: lengths in EMU, from what they are counted.

    ``more`` has further properties, ``_`` for ``-`` in their names.
    """
    properties = {
        "position": "absolute",
        "margin-left": _points(left),
        "margin-top": _points(top),
        "width": _points(width),
        "height": _points(height),
        **{name.replace("_", "-"): value for name, value in more.items()},
        "mso-position-horizontal-relative": across_from,
        "mso-position-vertical-relative": down_from,
    }
    return ";".join(f"{name}:{value}" for name, value in properties.items())


def _points(emu: int) -> str:
    return f"{to_pt(emu):.2f}pt"
