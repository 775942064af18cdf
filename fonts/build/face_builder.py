"""One bundled face: its glyphs from the sources, and the font around them."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from charsets import is_hanzi
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from outlines import bounds, must_widen, stroke_thickness, thin, widened
from recipe import (
    ASCENT,
    BUILD_TIME,
    DESCENT,
    GENTLER_THINNING,
    INK_CENTRE,
    SOURCES,
    UNITS_PER_EM,
)
from source_font import SourceFont

_MAC_EPOCH = 2082844800  # seconds from 1904 to 1970; font dates count from 1904
_THICKEST = 1.1  # how far beyond the plain amount a thick stroke may be thinned
_SYMBOL_SHARE = 0.8  # of the plain amount for full-width signs that are no hanzi


@dataclass
class Statistics:
    """What happened to the characters of a face."""

    filled: int = 0
    widened: int = 0
    thinned: int = 0
    missing: list = field(default_factory=list)


class FaceBuilder:
    """Builds one face.

    Args:
        face: its entry in the recipe.
        unpacked: folder of the unpacked packages.
        max_error: how far a quadratic curve may be off its cubic original, in units.
        thinning: whether faces that the recipe thins are thinned.
        label: ends the version string.
    """

    def __init__(self, face, unpacked, *, max_error, thinning, label):
        self.face = face
        self.max_error = max_error
        self.thinning = face.thinning if thinning else None
        self.version = f"Version 1.000; {label}"
        self.base = SourceFont(unpacked / SOURCES[face.source])
        self.base.use_full_width_marks()
        if face.half_width_ascii:
            self.base.use_half_width_ascii()
        self.filler = None
        if face.filler:
            self.filler = SourceFont(unpacked / SOURCES[face.filler])
            self.filler.use_full_width_marks()
        self.statistics = Statistics()
        self.glyphs = {".notdef": _missing_glyph_box()}
        self.metrics = {".notdef": (UNITS_PER_EM, 60)}
        self.cmap = {}

    def build(self, characters):
        """The finished font of these characters; those in no source are left out."""
        for code in sorted(map(ord, characters)):
            self._add(code)
        return self._font()

    def _add(self, code):
        source = self._source_of(code)
        if source is None:
            self.statistics.missing.append(code)
            return
        outline = source.outline(code)
        box = bounds(outline)
        if is_hanzi(code) and box is None:  # a blank hanzi is not covered
            self.statistics.missing.append(code)
            return
        advance = round(source.advance(code))
        shift = 0
        if must_widen(chr(code), box, advance):
            self.statistics.widened += 1
            outline, shift = widened(outline, chr(code), box)
            advance = UNITS_PER_EM
        rise = INK_CENTRE - source.ink_centre if advance == UNITS_PER_EM else 0
        glyph = self._glyph(outline, shift, rise, source.is_quadratic)
        if source is self.base and advance == UNITS_PER_EM:
            self._thin(glyph, code, outline)
        self._keep(code, glyph, advance)

    def _source_of(self, code):
        if code in self.base.cmap:
            return self.base
        if self.filler and code in self.filler.cmap:
            self.statistics.filled += 1
            return self.filler
        return None

    def _glyph(self, outline, shift, rise, is_quadratic):
        pen = TTGlyphPen(None)
        placed = TransformPen(pen, (1, 0, 0, 1, shift, rise))
        if is_quadratic:
            outline.replay(placed)
        else:
            # TrueType contours run the other way round than those of CFF
            outline.replay(Cu2QuPen(placed, self.max_error, reverse_direction=True))
        return pen.glyph(dropImpliedOnCurves=True)

    def _thin(self, glyph, code, outline):
        if self.thinning is None or glyph.numberOfContours <= 0:
            return
        share = _SYMBOL_SHARE
        if is_hanzi(code):
            share = min(_THICKEST, stroke_thickness(outline) / self.thinning.reference)
        share *= GENTLER_THINNING.get(chr(code), 1)
        if thin(glyph, self.thinning.horizontal * share, self.thinning.vertical * share):
            self.statistics.thinned += 1

    def _keep(self, code, glyph, advance):
        name = f"uni{code:04X}" if code < 0x10000 else f"u{code:05X}"
        left = 0
        if glyph.numberOfContours:
            glyph.recalcBounds(None)
            left = glyph.xMin
        self.glyphs[name] = glyph
        self.metrics[name] = (advance, left)
        self.cmap[code] = name

    def _font(self):
        builder = FontBuilder(UNITS_PER_EM, isTTF=True)
        builder.setupGlyphOrder(list(self.glyphs))
        builder.setupCharacterMap(self.cmap)
        builder.setupGlyf(self.glyphs)
        builder.setupHorizontalMetrics(self.metrics)
        builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT, lineGap=0)
        builder.setupNameTable(self._names(), mac=False)
        builder.setupOS2(**self._os2())
        builder.setupPost(keepGlyphNames=False)
        builder.setupMaxp()
        font = builder.font
        font["gasp"] = newTable("gasp")
        font["gasp"].version = 1
        font["gasp"].gaspRange = {0xFFFF: 0x0A}  # smoothed at every size, never grid-fitted
        font["head"].created = font["head"].modified = BUILD_TIME + _MAC_EPOCH
        font.recalcTimestamp = False
        return font

    def _names(self):
        face = self.face
        origin = PurePosixPath(SOURCES[face.source]).name
        return {
            "copyright": {
                "en": f"{face.copyright} Modified version (subset, outline conversion, metrics, "
                "weight) by the govdocs project."
            },
            "familyName": {"en": face.family, "zh-Hans": face.family_zh},
            "styleName": {"en": "Regular", "zh-Hans": "Regular"},
            "uniqueFontIdentifier": f"{face.family} {self.version}",
            "fullName": {"en": face.family, "zh-Hans": face.family_zh},
            "psName": face.file,
            "version": self.version,
            "description": f"Derived from {origin} for setting Chinese official documents "
            "(GB/T 9704).",
            "licenseDescription": face.license,
            "licenseInfoURL": "https://openfontlicense.org",
        }

    def _os2(self):
        drawn = [glyph for glyph in self.glyphs.values() if glyph.numberOfContours]
        highest = max(glyph.yMax for glyph in drawn)
        lowest = min(glyph.yMin for glyph in drawn)
        return {
            "sTypoAscender": ASCENT,
            "sTypoDescender": DESCENT,
            "sTypoLineGap": 0,
            "usWinAscent": max(ASCENT, min(highest, 1000)),
            "usWinDescent": max(-DESCENT, min(-lowest, 300)),
            "sxHeight": 450,
            "sCapHeight": 700,
            "usWeightClass": self.face.weight,
            "fsType": 0,  # may be embedded without limit
            "achVendID": "GOVD",
            "fsSelection": 0x40 | 0x80,  # regular; the typographic line box counts
            "ulCodePageRange1": (1 << 0) | (1 << 18),  # Latin 1, simplified Chinese
            "xAvgCharWidth": UNITS_PER_EM,
        }


def _missing_glyph_box():
    """The glyph of a character that the face lacks: an upright frame."""
    pen = TTGlyphPen(None)
    outer = ((60, -80), (60, 780), (940, 780), (940, -80))
    inner = ((110, -30), (890, -30), (890, 730), (110, 730))
    for first, *others in (outer, inner):
        pen.moveTo(first)
        for point in others:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()
