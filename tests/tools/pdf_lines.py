"""Read a finished PDF back into pages, lines and characters, as a reader of the page sees them.

PDFium reads the file, so what is checked is what the file says, not what its writer meant. Lengths
are points; x runs from the left edge of the sheet, y from its top edge. Nothing is normalised: a
caller that compares two writers decides for itself which differences are none. Only spaces are not
to be relied on: PDFium reports several in a row as one and may leave out one at a change of face.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

SAME_BASELINE = 2.5
"""Baselines this close (pt) are one line: a raised mark starts no other."""

_HYPHEN_AT_LINE_END = 0x02  # what PDFium puts in the place of a hyphen that ends a line
_NAME_LENGTH = 128


class Char(NamedTuple):
    """One drawn character.

    Attributes:
        text: the character, from the ToUnicode map.
        x: its origin.
        left: left edge of its advance box, without letter spacing.
        right: right edge of its advance box.
        baseline: of this character; a line's own is that of its first character.
        font: PostScript name of the face, without the subset prefix.
        size: in points, with the scale of the text matrix.
        ink: left, top, right and bottom of what is drawn; empty boxes have no area.
    """

    text: str
    x: float
    left: float
    right: float
    baseline: float
    font: str
    size: float
    ink: tuple[float, float, float, float]


class Line(NamedTuple):
    """Characters on one baseline, left to right."""

    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        """The characters of the line, drawn spaces included."""
        return "".join(char.text for char in self.chars)

    @property
    def y(self) -> float:
        """The baseline."""
        return self.chars[0].baseline

    @property
    def left(self) -> float:
        """Left edge of the first advance box."""
        return self.chars[0].left

    @property
    def right(self) -> float:
        """Right edge of the last advance box."""
        return self.chars[-1].right


class Page(NamedTuple):
    """A page's lines, top to bottom."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


class _Face(NamedTuple):
    """What all characters of one text object share."""

    font: str
    size: float


def read_pages(source: Path | bytes) -> list[Page]:
    """Read every page of a PDF, given as a file or as its bytes; numbers count from 1."""
    document = pypdfium2.PdfDocument(source)
    try:
        return [_read_page(document[index], index + 1) for index in range(len(document))]
    finally:
        document.close()


def group_lines(chars: Iterable[Char]) -> list[Line]:
    """Group characters, in drawing order, into lines from top to bottom."""
    rows: list[list[Char]] = []
    for char in chars:
        for row in reversed(rows):
            if abs(row[0].baseline - char.baseline) < SAME_BASELINE:
                row.append(char)
                break
        else:
            rows.append([char])
    rows.sort(key=lambda row: row[0].baseline)
    return [Line(tuple(_left_to_right(row))) for row in rows]


def _left_to_right(row: list[Char]) -> Iterator[Char]:
    """Order a row by runs, not by characters.

    A squeezed mark may have its origin left of the mark before it, so the drawing order holds
    until a character stands a whole em further left: there another run (a table cell) begins.
    """
    runs: list[list[Char]] = []
    for char in row:
        if runs and char.x > runs[-1][-1].x - char.size:
            runs[-1].append(char)
        else:
            runs.append([char])
    for run in sorted(runs, key=lambda run: run[0].x):
        yield from run


def _read_page(page: pypdfium2.PdfPage, number: int) -> Page:
    left, _, _, top = page.get_mediabox()
    textpage = page.get_textpage()
    try:
        lines = group_lines(_read_chars(textpage, left, top))
    finally:
        textpage.close()
        width, height = page.get_size()
        page.close()
    return Page(number, width, height, tuple(lines))


def _read_chars(textpage: pypdfium2.PdfTextPage, left: float, top: float) -> Iterator[Char]:
    raw = textpage.raw
    faces: dict[int, _Face] = {}
    boxes = _Boxes(raw, left, top)
    for index, text in _drawn_text(raw, textpage.count_chars()):
        # One text object holds many characters; its address tells when the face may change.
        owner = ctypes.cast(pdfium.FPDFText_GetTextObject(raw, index), ctypes.c_void_p).value or 0
        face = faces.get(owner)
        if face is None:
            face = faces[owner] = _face(raw, index)
        x, baseline, advance_left, advance_right, ink = boxes.read(index)
        yield Char(text, x, advance_left, advance_right, baseline, face.font, face.size, ink)


def _drawn_text(raw: pdfium.FPDF_TEXTPAGE, count: int) -> Iterator[tuple[int, str]]:
    """Index and text of each character that the file itself draws.

    PDFium adds spaces and line ends of its own, and it may report a character beyond U+FFFF as
    two surrogates.
    """
    high: int | None = None
    for index in range(count):
        if pdfium.FPDFText_IsGenerated(raw, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high is not None and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = None
        yield index, "-" if code == _HYPHEN_AT_LINE_END else chr(code)


class _Boxes:
    """Reads positions into buffers made once: a page has a thousand characters."""

    __slots__ = ("_edges", "_left", "_loose", "_origin", "_raw", "_top")

    def __init__(self, raw: pdfium.FPDF_TEXTPAGE, left: float, top: float) -> None:
        self._raw, self._left, self._top = raw, left, top
        self._origin = (ctypes.c_double(), ctypes.c_double())
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._loose = pdfium.FS_RECTF()

    def read(
        self, index: int
    ) -> tuple[float, float, float, float, tuple[float, float, float, float]]:
        """Origin x, baseline, advance box left and right, ink box of a character."""
        x, y = self._origin
        pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(self._raw, index, self._loose)
        # PDFium's own order of the four edges: left, right, bottom, top.
        left, right, bottom, top = self._edges
        pdfium.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top)
        return (
            x.value - self._left,
            self._top - y.value,
            self._loose.left - self._left,
            self._loose.right - self._left,
            (
                left.value - self._left,
                self._top - top.value,
                right.value - self._left,
                self._top - bottom.value,
            ),
        )


def _face(raw: pdfium.FPDF_TEXTPAGE, index: int) -> _Face:
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    pdfium.FPDFText_GetFontInfo(raw, index, name, _NAME_LENGTH, None)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, index, matrix)
    scale = (matrix.b**2 + matrix.d**2) ** 0.5
    font = name.value.decode("utf-8", "replace")
    prefix, plus, rest = font.partition("+")
    return _Face(
        font=rest if plus and len(prefix) == 6 else font,
        size=round(pdfium.FPDFText_GetFontSize(raw, index) * scale, 3),
    )
