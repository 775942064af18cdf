"""Our TrueType reader and subsetter against fontTools."""

import io
import random
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from govdocs.errors import FontError
from govdocs.fontbook.sfnt import Face
from govdocs.fontbook.subset import Shape, subset

FONTS = Path(__file__).parents[3] / "fonts"
FACES = [
    "GovdocsFang-Regular",
    "GovdocsHei-Regular",
    "GovdocsExt2-Regular",
    "LiberationSerif-Regular",
]


@pytest.fixture(params=FACES)
def pair(request):
    """One of the bundled faces as we read it, as fontTools reads it, and some of its characters."""
    path = FONTS / f"{request.param}.ttf"
    reference = TTFont(path, lazy=True)
    cmap = reference.getBestCmap()
    codes = random.Random(1).sample(sorted(cmap), min(len(cmap), 150))
    yield Face(path), reference, sorted(map(chr, codes))
    reference.close()


def outline(font, glyph_name):
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph_name].draw(pen)
    return pen.value


def test_glyphs_and_advances_are_those_of_the_file(pair):
    face, reference, chars = pair
    cmap, metrics = reference.getBestCmap(), reference["hmtx"]
    for char in chars:
        name = cmap[ord(char)]
        assert face.glyph_id(char) == reference.getGlyphID(name)
        assert face.advance_units(char) == metrics[name][0]


def test_a_character_that_the_face_lacks_has_glyph_0(pair):
    face, _, _ = pair
    assert face.glyph_id("\U0010fffd") == 0
    assert "\U0010fffd" not in face


def test_a_subset_holds_the_same_outlines_and_widths(pair):
    face, reference, chars = pair
    part = subset(face, chars)
    cut = TTFont(io.BytesIO(part.data))
    cmap = reference.getBestCmap()
    glyph_of = dict(zip(chars, part.glyphs, strict=True))
    for char in chars[:60]:
        name = cut.getGlyphName(glyph_of[char])
        assert outline(cut, name) == outline(reference, cmap[ord(char)])
        assert cut["hmtx"][name][0] == reference["hmtx"][cmap[ord(char)]][0]


def test_a_subset_keeps_the_parts_of_composite_glyphs():
    face = Face(FONTS / "LiberationSerif-Regular.ttf")
    part = subset(face, ["é"])
    assert face.glyph(face.glyph_id("é")).components
    cut = TTFont(io.BytesIO(part.data))
    assert cut["maxp"].numGlyphs > 2
    assert outline(cut, cut.getGlyphName(part.glyphs[0]))


def test_a_cut_shape_has_the_same_outline_and_a_smaller_advance():
    face = Face(FONTS / "GovdocsFang-Regular.ttf")
    part = subset(face, ["，"], [Shape("，", 10)])
    cut = TTFont(io.BytesIO(part.data))
    whole, half = (cut.getGlyphName(number) for number in part.glyphs)
    assert outline(cut, whole) == outline(cut, half)
    assert (cut["hmtx"][whole][0], cut["hmtx"][half][0]) == (1000, 500)
    assert part.advances == [1000, 500]


def test_advances_are_whole_emu_at_a_size():
    face = Face(FONTS / "LiberationSerif-Regular.ttf")
    advances = face.advances(203_200)
    assert advances["1"] == 101_600
    assert all(isinstance(advances[char], int) for char in "WiIl.%")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\0\1\0\0" + bytes(40), b"OTTO" + bytes(99)])
def test_a_file_that_is_no_truetype_face_is_a_clear_error(tmp_path, data):
    path = tmp_path / "broken.ttf"
    path.write_bytes(data)
    with pytest.raises(FontError) as caught:
        Face(path)
    assert str(path) in str(caught.value)
    assert "TrueType" in caught.value.en or "read" in caught.value.en


def test_a_missing_file_is_a_clear_error(tmp_path):
    with pytest.raises(FontError, match=r"none\.ttf"):
        Face(tmp_path / "none.ttf")
