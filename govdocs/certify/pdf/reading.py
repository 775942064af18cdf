"""Read the sheets of a PDF by PDFium: each page once."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from govdocs.certify.colours import Rgb
from govdocs.certify.data import tolerances
from govdocs.certify.faces import without_subset
from govdocs.certify.pdf.drawings import Drawings, read_drawings
from govdocs.certify.pdf.sheet import Glyph, Sheet, group_lines
from govdocs.certify.pdf.turning import Turning, turning_of
from govdocs.certify.result import Box

if TYPE_CHECKING:
    import pypdfium2

_NAME_BYTES = 256
_INVISIBLE = 3
_ENCODINGS = ("utf-8", "gb18030")


class _Look(NamedTuple):
    """What all characters of one text object share."""

    font: str
    size: float
    rgb: Rgb | None
    turn: int
    is_visible: bool


def measured_pages(document: pypdfium2.PdfDocument) -> tuple[int, ...]:
    """The pages that are measured, from 0: the first ones and the last."""
    most, count = tolerances().limits.pages, len(document)
    if count <= most:
        return tuple(range(count))
    return (*range(most - 1), count - 1)


def read_sheets(document: pypdfium2.PdfDocument) -> list[Sheet]:
    """The sheets that are measured."""
    return [_read_sheet(document[index], index + 1) for index in measured_pages(document)]


def _read_sheet(page: pypdfium2.PdfPage, number: int) -> Sheet:
    turning = turning_of(page)
    textpage = page.get_textpage()
    try:
        glyphs, unreadable = _read_glyphs(textpage, turning)
        drawings: Drawings = read_drawings(page, turning)
    finally:
        textpage.close()
        page.close()
    return Sheet(
        number=number,
        width=turning.width,
        height=turning.height,
        is_across=turning.is_across,
        lines=group_lines(glyph for glyph in glyphs if glyph.turn == 0),
        turned=tuple(glyph for glyph in glyphs if glyph.turn),
        strokes=drawings.strokes,
        areas=drawings.areas,
        pictures=drawings.pictures,
        unreadable=unreadable,
    )


def _read_glyphs(textpage: pypdfium2.PdfTextPage, turning: Turning) -> tuple[list[Glyph], int]:
    import pypdfium2.raw as pdfium

    raw = textpage.raw
    looks: dict[int, _Look] = {}
    boxes = _Boxes(raw, turning)
    glyphs: list[Glyph] = []
    unreadable = 0
    count = min(textpage.count_chars(), tolerances().limits.glyphs)
    for index, text in _drawn_text(raw, count):
        owner = ctypes.cast(pdfium.FPDFText_GetTextObject(raw, index), ctypes.c_void_p).value or 0
        look = looks.get(owner)
        if look is None:
            look = looks[owner] = _look(raw, index, turning)
        if not look.is_visible:
            continue
        if text in ("\0", "\ufffd") or 0xE000 <= ord(text) < 0xF900:
            unreadable += 1
            continue
        glyphs.append(boxes.glyph(index, text, look))
    return glyphs, unreadable


def _drawn_text(raw: object, count: int) -> Iterator[tuple[int, str]]:
    """Index and text of each character that the file draws; spaces draw nothing."""
    import pypdfium2.raw as pdfium

    high: int | None = None
    for index in range(count):
        if pdfium.FPDFText_IsGenerated(raw, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if 0xD800 <= code < 0xDC00:  # PDFium may report the halves of one character
            high = code
            continue
        if high is not None and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = None
        text = "-" if code == 0x02 else chr(code)  # its sign for a hyphen at a line's end
        if not text.isspace():
            yield index, text


class _Boxes:
    """Reads positions into buffers made once: a page has a thousand characters."""

    __slots__ = ("_edges", "_loose", "_origin", "_raw", "_turning")

    def __init__(self, raw: object, turning: Turning) -> None:
        import pypdfium2.raw as pdfium

        self._raw, self._turning = raw, turning
        self._origin = (ctypes.c_double(), ctypes.c_double())
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._loose = pdfium.FS_RECTF()

    def glyph(self, index: int, text: str, look: _Look) -> Glyph:
        """The glyph of an index."""
        import pypdfium2.raw as pdfium

        x, y = self._origin
        pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(self._raw, index, self._loose)
        left, right, bottom, top = self._edges  # PDFium's own order
        pdfium.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top)
        loose = self._loose
        advance = self._turning.box(loose.left, loose.bottom, loose.right, loose.top)
        start, end, baseline = _along(advance, self._turning.point(x.value, y.value), look.turn)
        return Glyph(
            text=text,
            left=start,
            right=end,
            baseline=baseline,
            font=look.font,
            size=look.size,
            ink=self._turning.box(left.value, bottom.value, right.value, top.value),
            rgb=look.rgb,
            turn=look.turn,
        )


def _along(advance: Box, origin: tuple[float, float], turn: int) -> tuple[float, float, float]:
    """Start, end and baseline of a glyph as its reader sees it, who turns the sheet."""
    if turn == 90:
        return -advance.bottom, -advance.top, origin[0]
    if turn == 270:
        return advance.top, advance.bottom, -origin[0]
    return advance.left, advance.right, origin[1]


def _look(raw: object, index: int, turning: Turning) -> _Look:
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(_NAME_BYTES)
    pdfium.FPDFText_GetFontInfo(raw, index, name, _NAME_BYTES, None)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, index, matrix)
    scale = math.hypot(matrix.b, matrix.d)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    is_plain = pdfium.FPDFText_GetFillColor(raw, index, red, green, blue, alpha)
    owner = pdfium.FPDFText_GetTextObject(raw, index)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(owner) if owner else 0
    return _Look(
        font=without_subset(_decoded(name.value)),
        size=pdfium.FPDFText_GetFontSize(raw, index) * scale,
        rgb=Rgb(red.value, green.value, blue.value) if is_plain else None,
        turn=turning.direction(math.degrees(math.atan2(matrix.b, matrix.a))),
        # Text under a scan is drawn in no colour at all.
        is_visible=mode != _INVISIBLE and (not is_plain or alpha.value > 0),
    )


def _decoded(name: bytes) -> str:
    """A face's name: WPS and others write Chinese names in GBK."""
    for encoding in _ENCODINGS:
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("latin-1")
