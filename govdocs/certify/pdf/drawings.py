"""Rules, filled shapes and pictures of a page."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from govdocs.certify.colours import Rgb
from govdocs.certify.data import tolerances
from govdocs.certify.pdf.sheet import MM_PER_PT, Area, Stroke
from govdocs.certify.result import Box

if TYPE_CHECKING:
    import pypdfium2

    from govdocs.certify.pdf.turning import Turning

_THICKEST_RULE = 3.0
_SHORTEST_RULE = 3.0
_LEVEL = 0.2
_MEETING = 0.6
_MOST_SEGMENTS = 2_000
_DEEPEST_FORM = 8


class Drawings(NamedTuple):
    """What is drawn beside text."""

    strokes: tuple[Stroke, ...]
    areas: tuple[Area, ...]
    pictures: tuple[Box, ...]


class _Matrix(NamedTuple):
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: _Matrix) -> _Matrix:
        """This one, and then the one around it."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return _Matrix(a, b, c, d, *outer.point(self.e, self.f))

    @property
    def scale(self) -> float:
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


class _Point(NamedTuple):
    """A point of a path, and whether a straight line leads to it."""

    x: float
    y: float
    is_straight: bool


_Points = list[_Point]


def read_drawings(page: pypdfium2.PdfPage, turning: Turning) -> Drawings:
    """The drawings of a page, those inside its form objects too."""
    import pypdfium2.raw as pdfium

    strokes: list[Stroke] = []
    areas: list[Area] = []
    pictures: list[Box] = []
    left = tolerances().limits.objects
    for item, matrix in _objects(page.raw, _Matrix(), 0):
        left -= 1
        if left < 0:
            break
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            corners = [
                _Point(*_matrix_of(item).then(matrix).point(x, y), True)
                for x in (0, 1)
                for y in (0, 1)
            ]
            pictures.append(_box(corners, turning))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _read_path(item, _matrix_of(item).then(matrix), turning, strokes, areas)
    return Drawings(_joined(strokes), tuple(areas), tuple(pictures))


def _joined(strokes: list[Stroke]) -> tuple[Stroke, ...]:
    """Level rules whose ends meet as one: Word draws a table's rule cell by cell."""
    found = [stroke for stroke in strokes if not stroke.is_level]
    level = [stroke for stroke in strokes if stroke.is_level]
    last: Stroke | None = None
    for stroke in sorted(level, key=lambda s: (round(s.y, 1), s.box.left)):
        meets = (
            last is not None
            and abs(stroke.y - last.y) < _LEVEL
            and stroke.box.left - last.box.right <= _MEETING
            and stroke.rgb == last.rgb
        )
        if last is not None and meets:
            last = last._replace(
                box=last.box.joined(stroke.box), thickness=max(last.thickness, stroke.thickness)
            )
            found[-1] = last
        else:
            last = stroke
            found.append(stroke)
    return tuple(found)


def _objects(holder: object, matrix: _Matrix, depth: int) -> Iterator[tuple[object, _Matrix]]:
    """Page objects with what places them on the page."""
    import pypdfium2.raw as pdfium

    is_page = not depth
    count = (
        pdfium.FPDFPage_CountObjects(holder) if is_page else pdfium.FPDFFormObj_CountObjects(holder)
    )
    for index in range(count):
        item = (
            pdfium.FPDFPage_GetObject(holder, index)
            if is_page
            else pdfium.FPDFFormObj_GetObject(holder, index)
        )
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_FORM:
            yield item, matrix
        elif depth < _DEEPEST_FORM:
            yield from _objects(item, _matrix_of(item).then(matrix), depth + 1)


def _matrix_of(item: object) -> _Matrix:
    import pypdfium2.raw as pdfium

    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return _Matrix()
    return _Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def _read_path(
    item: object, matrix: _Matrix, turning: Turning, strokes: list[Stroke], areas: list[Area]
) -> None:
    import pypdfium2.raw as pdfium

    fill, is_stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, is_stroked)
    parts = list(_parts(item, matrix))
    if fill.value and (rgb := _colour(pdfium.FPDFPageObj_GetFillColor, item)) is not None:
        for points in parts:
            _add_filled(_box(points, turning), rgb, strokes, areas)
    if is_stroked.value:
        width = ctypes.c_float()
        pdfium.FPDFPageObj_GetStrokeWidth(item, width)
        thickness = width.value * matrix.scale * MM_PER_PT
        rgb = _colour(pdfium.FPDFPageObj_GetStrokeColor, item)
        for points in parts:
            for one, other in pairwise(points):
                stroke = _stroke(_box([one, other], turning), thickness, rgb)
                if stroke is not None and other.is_straight:
                    strokes.append(stroke)


def _stroke(line: Box, thickness: float, rgb: Rgb | None) -> Stroke | None:
    """A straight line as a rule; None where it is slanted or a mere dot."""
    across, down = line.right - line.left, line.bottom - line.top
    if max(across, down) < _SHORTEST_RULE or min(across, down) > _LEVEL:
        return None
    half = thickness / 2
    if across > down:
        return Stroke(
            Box(line.left, line.top - half, line.right, line.bottom + half), thickness, rgb, True
        )
    return Stroke(
        Box(line.left - half, line.top, line.right + half, line.bottom), thickness, rgb, False
    )


def _add_filled(box: Box, rgb: Rgb, strokes: list[Stroke], areas: list[Area]) -> None:
    """A filled shape: Word draws its rules as thin rectangles."""
    across, down = box.right - box.left, box.bottom - box.top
    thin, long = min(across, down), max(across, down)
    if thin <= _THICKEST_RULE and long >= _SHORTEST_RULE and long > 3 * thin:
        strokes.append(Stroke(box, thin, rgb, across > down))
    elif thin > 0:
        areas.append(Area(box, rgb))


def _parts(item: object, matrix: _Matrix) -> Iterator[_Points]:
    """The subpaths as points on the page; curves by their ends and handles."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    points: _Points = []
    for index in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        is_straight = kind != pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(_Point(*matrix.point(x.value, y.value), is_straight))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0]._replace(is_straight=True))
    if len(points) > 1:
        yield points


def _box(points: _Points, turning: Turning) -> Box:
    xs, ys = [point.x for point in points], [point.y for point in points]
    return turning.box(min(xs), min(ys), max(xs), max(ys))


def _colour(ask: object, item: object) -> Rgb | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not callable(ask) or not ask(item, red, green, blue, alpha) or not alpha.value:
        return None
    return Rgb(red.value, green.value, blue.value)
