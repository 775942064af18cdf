"""A source font, read as outlines of 1/1000 em."""

from functools import cached_property

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from outlines import MARKS, bounds, transformed
from recipe import UNITS_PER_EM

_SAMPLED_HANZI = 900


class SourceFont:
    """One face of a file ``path`` or ``path#index``, with its character map open to change.

    Attributes:
        cmap: code point -> glyph name.
        is_quadratic: whether its curves are TrueType's; otherwise they are cubic (CFF).
    """

    def __init__(self, reference):
        path, _, index = str(reference).partition("#")
        self._font = TTFont(path, fontNumber=int(index or -1), lazy=True)
        self._glyphs = self._font.getGlyphSet()
        self._scale = UNITS_PER_EM / self._font["head"].unitsPerEm
        self.cmap = dict(self._font.getBestCmap())
        self.is_quadratic = "glyf" in self._font

    def use_full_width_marks(self):
        """Put the full-width alternates (``fwid``) of the Chinese marks into the map."""
        self._substitute("fwid", map(ord, MARKS))

    def use_half_width_ascii(self):
        """Put the half-width alternates (``hwid``) of ASCII into the map."""
        self._substitute("hwid", range(0x20, 0x7F))

    def _substitute(self, feature, codes):
        alternates = self._single_substitutions(feature)
        for code in codes:
            glyph = self.cmap.get(code)
            if glyph in alternates:
                self.cmap[code] = alternates[glyph]

    def _single_substitutions(self, feature):
        """Glyph -> glyph of every one-to-one lookup of a GSUB feature."""
        if "GSUB" not in self._font:
            return {}
        table = self._font["GSUB"].table
        lookups = [
            table.LookupList.Lookup[index]
            for record in table.FeatureList.FeatureRecord
            if record.FeatureTag == feature
            for index in record.Feature.LookupListIndex
        ]
        result = {}
        for lookup in lookups:
            for subtable in lookup.SubTable:
                subtable = getattr(subtable, "ExtSubTable", subtable)
                result.update(getattr(subtable, "mapping", {}))
        return result

    def advance(self, code):
        """Advance of a character; it may be a fraction."""
        return self._glyphs[self.cmap[code]].width * self._scale

    def outline(self, code):
        """Outline of a character, its components resolved."""
        recording = DecomposingRecordingPen(self._glyphs)
        self._glyphs[self.cmap[code]].draw(recording)
        if self._scale == 1:
            return recording
        return transformed(recording, (self._scale, 0, 0, self._scale, 0, 0))

    @cached_property
    def ink_centre(self):
        """Mean height of the middle of a hanzi's ink above the baseline."""
        hanzi = [code for code in sorted(self.cmap) if 0x4E00 <= code <= 0x9FA5] or [
            code for code in sorted(self.cmap) if code >= 0x20000
        ]
        sample = hanzi[:: max(1, len(hanzi) // _SAMPLED_HANZI)]
        boxes = [box for code in sample if (box := bounds(self.outline(code)))]
        middles = [(box[1] + box[3]) / 2 for box in boxes]
        return sum(middles) / len(middles)
