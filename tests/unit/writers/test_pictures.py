"""One check for pictures: DOCX and PDF take in the same ones and refuse the same ones."""

import io
import struct
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image

import govdocs
from govdocs import build
from govdocs.compose.composition import ComposedFigure
from govdocs.compose.figures import pixel_size
from govdocs.errors import LayoutError
from govdocs.model.nodes import Figure
from govdocs.writers.pictures import MOST_PIXELS, decoded

FORMATS = ("docx", "pdf")
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def render(to, *pictures):
    figures = [build.figure(data, f"第{number}图") for number, data in enumerate(pictures, 1)]
    document = build.document("关于图的报告", "一段。", *figures)
    return govdocs.render(document, to, bundled_fonts=True)


def chunk(kind, content):
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def png(rows, *, size=(4, 1), bits=8, colour=0, extra=b""):
    header = struct.pack(">IIBBBBB", *size, bits, colour, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(rows))
    return SIGNATURE + chunks + chunk(b"IEND", b"")


def saved(mode, image_format, size=(40, 20), **options):
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(out, image_format, **options)
    return out.getvalue()


def without_jfif(data):
    """A JPEG that begins with its tables."""
    assert data[2:4] == b"\xff\xe0"
    return data[:2] + data[4 + int.from_bytes(data[4:6], "big") :]


def with_segment(data, marker, content):
    """A JPEG with one more segment at its beginning."""
    return (
        data[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content + data[2:]
    )


def turned():
    exif = Image.Exif()
    exif[0x112] = 6  # to be turned by 90°
    return saved("RGB", "JPEG", exif=exif)


RGB = saved("RGB", "PNG")
JPEG = saved("RGB", "JPEG")
PALETTE = chunk(b"PLTE", b"\x0a\x14\x1e\xc8\x64\x32")

SOUND = {
    "png-1": saved("1", "PNG"),
    "png-2-bit": png(b"\0\x1b", bits=2),
    "png-8": saved("L", "PNG"),
    "png-16": png(b"\0" + struct.pack(">4H", 0, 0x1234, 0x8000, 0xFFFF), bits=16),
    "png-palette": saved("P", "PNG"),
    "png-palette-alpha": saved("P", "PNG", transparency=b"\x10\x80\xff"),
    "png-gray-alpha": saved("LA", "PNG"),
    "png-rgb": RGB,
    "png-rgb-16": png(b"\0" + b"\x80\1" * 12, bits=16, colour=2),
    "png-rgba": saved("RGBA", "PNG"),
    "png-rgba-16": png(b"\0" + b"\x80\1" * 16, bits=16, colour=6),
    "png-broken-animation": png(b"\0abcd", extra=chunk(b"acTL", bytes(8))),
    "png-large-text": png(b"\0abcd", extra=chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(9**7)))),
    "png-bytes-after-the-end": RGB + b"\0" * 9,
    "jpeg-gray": saved("L", "JPEG"),
    "jpeg-rgb": JPEG,
    "jpeg-progressive": saved("RGB", "JPEG", progressive=True),
    "jpeg-cmyk-adobe": saved("CMYK", "JPEG"),
    "jpeg-without-jfif": without_jfif(JPEG),
    "jpeg-gray-without-jfif": without_jfif(saved("L", "JPEG")),
    "jpeg-broken-exif": with_segment(without_jfif(JPEG), 0xE1, b"Exif\0\0II*\0\x08\0\0\0\x09\0abc"),
    "jpeg-fill-bytes": JPEG.replace(b"\xff\xdb", b"\xff\xff\xff\xdb", 1),
    "jpeg-turned": turned(),
}

BROKEN = {
    "png-cut-in-data": RGB[:-20],
    "png-cut-before-end": RGB[:-12],
    "png-cut-in-header": RGB[:40],
    "png-cut-by-one": RGB[:-1],
    "png-check-sum": RGB[:-13] + bytes([RGB[-13] ^ 1]) + RGB[-12:],
    "png-check-sum-of-text": png(b"\0abcd", extra=chunk(b"tEXt", b"k\0v")[:-1] + b"?"),
    "png-colour-type": png(b"\0abcd", colour=5),
    "png-bit-depth": png(b"\0abcd", bits=3),
    "png-filter": png(b"\x09abcd"),
    "png-without-palette": png(b"\0\0\1\0\1", colour=3),
    "png-ends-in-a-row": png(b"\0abcd\0ab", size=(4, 5)),
    "png-not-deflated": SIGNATURE + RGB[8:33] + chunk(b"IDAT", b"abcd") + RGB[-12:],
    "jpeg-cut-in-data": JPEG[: JPEG.index(b"\xff\xda") + 16],
    "jpeg-cut-in-tables": JPEG[: JPEG.index(b"\xff\xda") - 5],
    "jpeg-without-tables": JPEG.replace(b"\xff\xdb", b"\xff\xfe"),
    "jpeg-arithmetic": JPEG.replace(b"\xff\xc0", b"\xff\xc9"),
    "jpeg-lossless": JPEG.replace(b"\xff\xc0", b"\xff\xc3"),
}

TOO_LARGE = {
    "png-40-million-and-one-row": png(b"", size=(10_000, MOST_PIXELS // 10_000 + 1)),
    "png-beyond-the-warning": png(b"", size=(10_000, 10_000)),
    "png-30000": png(bytes(10**6), size=(30_000, 30_000), bits=1),
    "png-largest": png(b"", size=(2**31 - 1, 2**31 - 1)),
    "png-widest": png(b"", size=(2**31 - 1, 1)),
    "jpeg-65535": JPEG.replace(struct.pack(">HH", 20, 40), b"\xff\xff" * 2, 1),
}


def cases(pictures):
    return [pytest.param(data, id=name) for name, data in pictures.items()]


def in_pdf(data, number=0):
    """A picture of a PDF's first page, its pixels as stored."""
    page = pypdfium2.PdfDocument(data)[0]
    images = list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    return images[number].get_bitmap().to_pil()


def in_docx(data):
    """Names and bytes of the pictures in a DOCX."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if "/media/" in name}


@pytest.mark.parametrize("data", cases(SOUND))
def test_sound_pictures_go_into_both(data, tmp_path):
    docx = render("docx", data)
    assert list(in_docx(docx).values()) == [data]
    image = in_pdf(render("pdf", data))
    assert image.size == pixel_size(Figure(data=data, alt="图"))[:2]
    (tmp_path / "a.docx").write_bytes(docx)
    validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019)
    assert validator.validate(tmp_path / "a.docx").errors == []


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("data", cases(BROKEN))
def test_broken_pictures_go_into_neither(data, to):
    with pytest.raises(LayoutError) as caught:
        render(to, RGB, data)
    assert "“第2图”" in caught.value.zh
    assert "换一张" in caught.value.zh
    assert "“第2图”" in caught.value.en
    assert "use another" in caught.value.en


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("data", cases(TOO_LARGE))
def test_pictures_too_large_are_refused_by_their_header(data, to):
    with pytest.raises(LayoutError) as caught:
        render(to, data)
    assert "“第1图”太大" in caught.value.zh
    assert "请缩小" in caught.value.zh
    assert "“第1图” is too large" in caught.value.en
    assert "scale it down" in caught.value.en


def test_a_picture_of_the_most_pixels_is_decoded():
    size = (10_000, MOST_PIXELS // 10_000)
    rows = bytes((size[0] // 8 + 1) * size[1])
    image = decoded(figure(png(rows, size=size, bits=1)))
    assert image.size == size


def figure(data, media_type="image/png"):
    return ComposedFigure(data, media_type, 1, 1, "图", 0)


@pytest.mark.parametrize(
    ("data", "media_type"), [(JPEG, "image/png"), (RGB, "image/jpeg"), (b"", "image/png")]
)
def test_a_picture_of_another_kind_is_refused(data, media_type):
    with pytest.raises(LayoutError, match="图"):
        decoded(figure(data, media_type))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([*SOUND.values()]),
    st.lists(st.tuples(st.integers(2, 400), st.integers(0, 255)), max_size=3),
    st.integers(0, 2000),
)
def test_any_bytes_are_decoded_or_refused_without_a_warning(data, changes, length):
    changed = bytearray(data)
    for at, value in changes:
        if at < len(changed):
            changed[at] = value
    kind = "image/png" if data.startswith(SIGNATURE) else "image/jpeg"
    for some in (bytes(changed), bytes(changed[:length])):
        try:
            image = decoded(figure(some, kind))
        except LayoutError:
            continue
        assert image.width * image.height <= MOST_PIXELS


def test_the_same_picture_stands_in_a_docx_once_and_others_beside_it():
    media = in_docx(render("docx", RGB, JPEG, RGB))
    assert media == {"word/media/figure1.png": RGB, "word/media/figure2.jpg": JPEG}


def test_16_bit_gray_keeps_its_shades_in_a_pdf():
    image = in_pdf(render("pdf", SOUND["png-16"])).convert("L")
    assert list(image.tobytes()) == [0x00, 0x12, 0x80, 0xFF]


def test_a_palette_keeps_its_colours_and_transparency_in_a_pdf():
    extra = PALETTE + chunk(b"tRNS", b"\x40\x80")
    file = render("pdf", png(b"\0\0\1\0\1", colour=3, extra=extra))
    assert in_pdf(file).convert("RGB").tobytes() == bytes([10, 20, 30, 200, 100, 50] * 2)
    assert file.count(b"/SMask") == 1
    assert zlib.compress(bytes([0x40, 0x80] * 2), 1) in file


def test_an_orientation_turns_a_picture_in_neither():
    assert list(in_docx(render("docx", turned())).values()) == [turned()]
    assert in_pdf(render("pdf", turned())).size == (40, 20)


@pytest.mark.parametrize("to", FORMATS)
def test_many_threads_write_the_same_bytes(to):
    pictures = list(SOUND.values())[:8]
    expected = render(to, *pictures)
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: render(to, *pictures), range(8)))
    assert set(made) == {expected}
