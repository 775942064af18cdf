"""Outlines: recorded, moved, measured and thinned. Lengths are units of 1/1000 em."""

import ctypes

from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.perimeterPen import PerimeterPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from freetype.raw import FT_Outline, FT_Outline_EmboldenXY, FT_Vector
from recipe import UNITS_PER_EM

MARKS = "“”‘’—…·"  # full-width in Chinese text, narrow in most sources
_MARGIN = 70  # between a full-width quotation mark and the edge of its cell
_OVERLAP = 4  # of a dash beyond each edge of its cell, so that —— joins
_SUBUNITS = 64  # FreeType counts in 1/64 units


def transformed(recording, matrix):
    """A new recording under an affine map (xx, xy, yx, yy, dx, dy)."""
    result = DecomposingRecordingPen(None)
    recording.replay(TransformPen(result, matrix))
    return result


def bounds(recording):
    """(xMin, yMin, xMax, yMax) of the ink, or None for an empty glyph."""
    pen = BoundsPen(None)
    recording.replay(pen)
    return pen.bounds


def stroke_thickness(recording):
    """Mean thickness of the strokes: twice the area over the length of the contours."""
    area = AreaPen(None)
    recording.replay(area)
    perimeter = PerimeterPen(None, tolerance=1.0)
    recording.replay(perimeter)
    return 2 * abs(area.value) / perimeter.value if perimeter.value else 0


def must_widen(character, box, advance):
    """Whether a mark has to be brought to the full width of a cell."""
    if box is None:
        return False
    return character == "—" or (character in MARKS and advance != UNITS_PER_EM)


def widened(recording, character, box):
    """A mark at full width: dashes stretched, quotation marks at their side, dots in the middle.

    Returns:
        The recording, and how far right it has still to move.
    """
    left, _, right, _ = box
    width = right - left
    if character == "—":
        reach = UNITS_PER_EM + 2 * _OVERLAP
        matrix = (reach / width, 0, 0, 1, -left * reach / width - _OVERLAP, 0)
        return transformed(recording, matrix), 0
    if character in "“‘":
        return recording, UNITS_PER_EM - _MARGIN - width - left
    if character in "”’":
        return recording, _MARGIN - left
    return recording, (UNITS_PER_EM - width) / 2 - left


def thin(glyph, horizontal, vertical):
    """Take so much off the strokes of a simple TrueType glyph, in place.

    Returns:
        Whether FreeType could offset the outline; if not, the glyph is as before.
    """
    points = (FT_Vector * len(glyph.coordinates))(
        *(FT_Vector(x * _SUBUNITS, y * _SUBUNITS) for x, y in glyph.coordinates)
    )
    outline = _freetype_outline(glyph, points)
    across, down = (-round(amount * _SUBUNITS) for amount in (horizontal, vertical))
    if FT_Outline_EmboldenXY(ctypes.byref(outline), across, down):
        return False
    # FreeType keeps the lower left corner; half the loss puts the glyph back in its middle
    glyph.coordinates = GlyphCoordinates(
        [
            (
                round(point.x / _SUBUNITS + horizontal / 2),
                round(point.y / _SUBUNITS + vertical / 2),
            )
            for point in points
        ]
    )
    return True


def _freetype_outline(glyph, points):
    """A FreeType outline of the glyph's contours over the given points."""
    # the element types differ between versions of FreeType, so they are asked for
    types = dict(FT_Outline._fields_)
    on_curve = [flag & 1 for flag in glyph.flags]
    tags = (types["tags"]._type_ * len(points))(*on_curve)
    ends = (types["contours"]._type_ * glyph.numberOfContours)(*glyph.endPtsOfContours)
    outline = FT_Outline()
    outline.n_contours = glyph.numberOfContours
    outline.n_points = len(points)
    outline.points = ctypes.cast(points, types["points"])
    outline.tags = ctypes.cast(tags, types["tags"])
    outline.contours = ctypes.cast(ends, types["contours"])
    outline.flags = 0
    return outline
