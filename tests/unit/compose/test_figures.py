"""Figures at their printed size, from the picture's own header."""

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.compose.composition import ComposedFigure, ComposedParagraph, Role
from govdocs.compose.figures import compose_figure, pixel_size
from govdocs.errors import GovdocsError, LayoutError
from govdocs.model.nodes import Figure
from govdocs.standards.loader import load_profile
from govdocs.testing.strategies import figures, png
from govdocs.units import mm, to_mm

PROFILE = load_profile("published-report")
PAGE = PROFILE.page


def png_with_density(width, height, dots_per_metre, unit=1):
    plain = png(width, height)
    content = b"pHYs" + struct.pack(">IIB", dots_per_metre, dots_per_metre, unit)
    chunk = struct.pack(">I", 9) + content + struct.pack(">I", zlib.crc32(content))
    return plain[:33] + chunk + plain[33:]


def jpeg(width, height, *, unit=0, density=1, frame=0xC0):
    app0 = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1"
    app0 += struct.pack(">BHHBB", unit, density, density, 0, 0)
    size = b"\xff" + bytes([frame]) + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\1\x11\0"
    return b"\xff\xd8" + app0 + size + b"\xff\xd9"


def composed(data, **options):
    return list(compose_figure(Figure(data=data, alt="图", **options), PROFILE, 7))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (png(30, 20), (30, 20, 96)),
        (png_with_density(30, 20, 11811), (30, 20, 299.9994)),
        (png_with_density(30, 20, 11811, unit=0), (30, 20, 96)),
        (png_with_density(30, 20, 0), (30, 20, 96)),
        (jpeg(30, 20), (30, 20, 96)),
        (jpeg(30, 20, unit=1, density=300), (30, 20, 300)),
        (jpeg(30, 20, unit=2, density=100), (30, 20, 254)),
        (jpeg(30, 20, frame=0xC2), (30, 20, 96)),
        (jpeg(30, 20).replace(b"\xff\xc0", b"\xff\xff\xff\xc0"), (30, 20, 96)),
    ],
)
def test_pixels_and_density_are_read_from_the_header(data, expected):
    assert pixel_size(Figure(data=data, alt="图")) == pytest.approx(expected)


@pytest.mark.parametrize(
    "data",
    [
        png(1, 1)[:12],
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\x00\x02",
        jpeg(3, 2)[:24],
        b"\xff\xd8\xff\xff\x00\x00" * 4,
    ],
)
def test_a_broken_header_is_a_layout_error_that_names_the_picture(data):
    with pytest.raises(LayoutError, match="图"):
        composed(data)


@pytest.mark.parametrize("data", [jpeg(0, 5), jpeg(5, 0)])
def test_a_picture_without_a_size_is_refused(data):
    with pytest.raises(LayoutError):
        composed(data)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([png(5, 5)[:16], b"\xff\xd8\xff\xe0"]), st.binary(max_size=60))
def test_any_bytes_after_the_signature_give_a_size_or_a_clear_error(start, rest):
    refused = False
    try:
        made = composed(start + rest)
    except GovdocsError:
        refused = True
    assert refused or (made[0].width > 0 and made[0].height > 0)


def test_a_small_picture_keeps_its_own_size():
    (made,) = composed(png_with_density(118, 59, 11811))
    assert to_mm(made.width) == pytest.approx(10, abs=0.05)
    assert to_mm(made.height) == pytest.approx(5, abs=0.05)


def test_a_given_width_counts():
    (made,) = composed(png(30, 20), width_mm=60)
    assert (made.width, made.height) == (mm(60), mm(40))


def test_no_picture_is_wider_than_the_type_area_or_taller_than_a_page():
    (wide,) = composed(png(4000, 100))
    assert wide.width == PAGE.type_area_width
    (tall,) = composed(png(10, 4000), width_mm=150)
    assert tall.height <= PAGE.type_area_height
    (huge,) = composed(png(10, 10), width_mm=1000)
    assert huge.width == PAGE.type_area_width


@settings(max_examples=60, deadline=None)
@given(figures())
def test_any_figure_fits_and_has_a_visible_size(figure):
    made = next(iter(compose_figure(figure, PROFILE, 0)))
    assert 0 < made.width <= PAGE.type_area_width
    assert 0 < made.height <= PAGE.type_area_height


@pytest.mark.parametrize(
    ("data", "width"), [(png(4000, 1), None), (png(1, 4000), None), (png(5, 5), 1e-6)]
)
def test_an_extreme_picture_still_has_a_visible_size(data, width):
    made = composed(data, width_mm=width)[0]
    assert made.width > 0
    assert made.height > 0


def test_the_caption_follows_its_picture():
    picture, caption = composed(png(3, 2), caption="图1 说明")
    assert isinstance(picture, ComposedFigure)
    assert (picture.media_type, picture.alt, picture.source) == ("image/png", "图", 7)
    assert isinstance(caption, ComposedParagraph)
    assert (caption.role, caption.text, caption.source) == (Role.CAPTION, "图1 说明", 7)


def test_without_a_caption_there_is_only_the_picture():
    (picture,) = composed(jpeg(3, 2))
    assert picture.media_type == "image/jpeg"
