"""What python-pptx's chart objects cannot say in DrawingML, and the frame in the line of text.

The functions work on lxml elements of a ``c:chartSpace``; each keeps to the order of the schema.

Source:
    ISO/IEC 29500-1 21.2 (charts), 20.4 (WordprocessingML drawings)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from govdocs.writers.docx.oxml.markup import NAMESPACES, Markup, escaped
from govdocs.writers.docx.oxml.style import Fonts

if TYPE_CHECKING:
    from lxml.etree import _Element

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A, _R = NAMESPACES["a"], NAMESPACES["r"]
_NAMES = {"c": _C, "a": _A}

_NO_LOOK = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_WHITE = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>'
_AFTER_SHAPE_PROPERTIES = ("txPr", "dLblPos", "showLegendKey", "externalData", "printSettings")
_NEGATIVE_ID = re.compile('(<c:(?:axId|crossAx) val=")-')


def inline_chart(relationship: str, *, number: int, width: int, height: int, alt: str) -> Markup:
    """A run that holds a chart.

    Args:
        relationship: id of the relationship to the chart part.
        number: its id among the drawings of the document, from 1.
        width, height: EMU.
        alt: the chart in words.
    """
    return Markup(
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" descr="{escaped(alt)}"/>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" r:id="{relationship}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def with_valid_ids(xml: str) -> str:
    """Chart XML whose axis ids are the unsigned numbers that the schema wants."""
    return _NEGATIVE_ID.sub(r"\1", xml)


def finish_space(space: _Element, fonts: Fonts, workbook: str) -> None:
    """Give the whole chart its faces, no frame and its workbook.

    Args:
        space: the ``c:chartSpace``.
        fonts: faces of all its text.
        workbook: id of the chart part's relationship to the workbook.
    """
    corners = _element('<c:roundedCorners val="0"/>')
    first = space.find("c:date1904", _NAMES)
    if first is None:
        space.insert(0, corners)
    else:
        first.addnext(corners)
    _put_shape_properties(space, _NO_LOOK)
    data = f'<c:externalData xmlns:r="{_R}" r:id="{workbook}"><c:autoUpdate val="0"/>'
    space.append(_element(f"{data}</c:externalData>"))
    for properties in space.iter(f"{{{_A}}}defRPr", f"{{{_A}}}rPr"):
        _set_faces(properties, fonts)


def _set_faces(properties: _Element, fonts: Fonts) -> None:
    faces = (("latin", fonts.latin), ("ea", fonts.east_asian), ("cs", fonts.latin))
    for tag, face in faces:
        for old in properties.findall(f"a:{tag}", _NAMES):
            properties.remove(old)
        properties.append(_element(f'<a:{tag} typeface="{escaped(face)}"/>'))


class Box(NamedTuple):
    """A place in parts of the chart's width and height; without a size, it takes its own."""

    x: float
    y: float
    width: float | None = None
    height: float | None = None


def place_title(title: _Element, box: Box) -> None:
    """Put a title's corner in its place."""
    text = title.find("c:tx", _NAMES)
    assert text is not None
    _place(title, box, after=text)


def place_legend(legend: _Element, box: Box) -> None:
    """Put the legend in its place."""
    position = legend.find("c:legendPos", _NAMES)
    assert position is not None
    _place(legend, box, after=position)


def place_plot(space: _Element, box: Box) -> None:
    """Put the part with the figures, without names and labels around it, in its place."""
    plot = space.find("c:chart/c:plotArea", _NAMES)
    assert plot is not None
    _place(plot, box, after=None, target='<c:layoutTarget val="inner"/>')


def _place(part: _Element, box: Box, *, after: _Element | None, target: str = "") -> None:
    for old in part.findall("c:layout", _NAMES):
        part.remove(old)
    values = zip("xywh", box, strict=True)
    places = "".join([f'<c:{name} val="{at:.4f}"/>' for name, at in values if at is not None])
    layout = _element(
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>{places}'
        "</c:manualLayout></c:layout>"
    )
    if after is None:
        part.insert(0, layout)
    else:
        after.addnext(layout)


def set_level(labels: _Element) -> None:
    """Keep the names of an axis level: long ones are wrapped, not turned."""
    properties = labels.find("c:txPr/a:bodyPr", _NAMES)
    assert properties is not None
    properties.set("rot", "0")
    properties.set("vert", "horz")


def put_on_plate(labels: _Element) -> None:
    """Give the figures of a series a white ground."""
    _put_shape_properties(labels, _WHITE)


def leave_out(labels: _Element, indices: list[int]) -> None:
    """Take single figures out of those of a series."""
    for index in reversed(indices):
        label = f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'
        labels.insert(0, _element(label))


def set_separator(labels: _Element, text: str) -> None:
    """What stands between the value and the percentage of a slice."""
    separator = _element("<c:separator/>")
    separator.text = text
    last = labels.find("c:showBubbleSize", _NAMES)
    assert last is not None
    last.addnext(separator)


def _put_shape_properties(parent: _Element, markup: str) -> None:
    for old in parent.findall("c:spPr", _NAMES):
        parent.remove(old)
    properties = _element(markup)
    for tag in _AFTER_SHAPE_PROPERTIES:
        following = parent.find(f"c:{tag}", _NAMES)
        if following is not None:
            following.addprevious(properties)
            return
    parent.append(properties)


def _element(markup: str) -> _Element:
    # lxml comes with python-docx; it is imported when a chart is written.
    from lxml import etree

    root = etree.fromstring(f'<x xmlns:c="{_C}" xmlns:a="{_A}">{markup}</x>')
    (element,) = root
    element.tail = None
    return element
