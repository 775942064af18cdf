"""Embed faces: glyf subsets whose character codes are Unicode, so text needs no mapping.

A font's codes are UTF-16 code units (Identity-H); CIDToGIDMap leads them to the subset's glyphs.
Characters beyond U+FFFF, and squeezed ones, take codes of the surrogate range, which nothing else
uses; their true values stand in ToUnicode, which is the identity for all others.

Source:
    ISO 32000-1 9.7 (composite fonts), 9.10.3 (ToUnicode)
"""

from __future__ import annotations

import sys
import zlib
from array import array
from functools import lru_cache
from typing import NamedTuple

from govdocs.errors import LayoutError
from govdocs.fontbook.subset import Shape, subset
from govdocs.layout.pages import Face
from govdocs.writers.pdf.objects import PdfFile, deflate, escape

_FIRST_PRIVATE = 0xD800
_PRIVATE_CODES = 0x800
_ROWS_A_BLOCK = 100


class CodedText(NamedTuple):
    """Text of one font: its resource name and the literal string of its codes, escaped."""

    font: bytes
    codes: bytes


class _FontUse:
    """One font of the file: a face and the glyphs it shows."""

    def __init__(self, face: Face, name: bytes) -> None:
        self.face = face
        self.name = name
        self.chars: set[str] = set()  # those whose code is their own
        self.private: dict[Shape, int] = {}  # the others: code

    def coded(self, text: str, cut: int) -> bytes | None:
        """The codes of a text, escaped; None if the font has no codes left for it."""
        codes = text.encode("utf-16-be")
        if not cut and len(codes) == 2 * len(text):
            self.chars.update(text)
            return escape(codes)
        shapes = [Shape(char, 0) for char in text[:-1]] + [Shape(text[-1], cut)]
        private = {shape for shape in shapes if shape.cut or shape.char > "\uffff"}
        new = sorted(private - self.private.keys())
        if len(self.private) + len(new) > _PRIVATE_CODES:
            return None
        first = _FIRST_PRIVATE + len(self.private)
        self.private.update({shape: first + number for number, shape in enumerate(new)})
        self.chars.update(shape.char for shape in shapes if shape not in private)
        numbers = [self.private.get(shape, ord(shape.char)) for shape in shapes]
        return escape(b"".join([number.to_bytes(2, "big") for number in numbers]))


class FontTable:
    """The fonts of one file, in order of first use."""

    def __init__(self) -> None:
        self._uses: list[_FontUse] = []
        self._current: dict[Face, _FontUse] = {}

    def coded(self, face: Face, text: str, cut: int = 0) -> CodedText:
        """Text as codes of a font; the characters go into its subset.

        Args:
            face: the face.
            text: at least one character.
            cut: what the last character's advance gives up, in ``CUTS_AN_EM``-ths of an em. What
                follows a squeezed mark would else stand inside its advance, and readers would
                take that for another line.
        """
        use = self._current.get(face) or self._next(face)
        codes = use.coded(text, cut)
        if codes is None:
            use = self._next(face)
            codes = use.coded(text, cut)
        if codes is None:
            raise LayoutError(
                "一行中的生僻字超过 2048 个", "a line holds more than 2048 rare characters"
            )
        return CodedText(use.name, codes)

    def _next(self, face: Face) -> _FontUse:
        use = _FontUse(face, b"F%d" % (len(self._uses) + 1))
        self._uses.append(use)
        self._current[face] = use
        return use

    def write(self, file: PdfFile) -> bytes:
        """Add all fonts to a file; returns the body of the Font resource dictionary."""
        return b"".join(
            [
                b"/%s %d 0 R" % (use.name, _write(use, index, file))
                for index, use in enumerate(self._uses)
            ]
        )


def _write(use: _FontUse, index: int, file: PdfFile) -> int:
    face = use.face
    chars = sorted(use.chars)
    part = subset(face, chars, list(use.private))
    codes = [*map(ord, chars), *use.private.values()]
    name = b"%s+%s" % (_tag(index), face.name.encode("ascii"))
    # Outlines hardly repeat: looking for matches takes half the time and gives 2 % (measured on
    # the bundled faces; docs/design/pdf.md).
    program = file.stream(b"/Length1 %d" % len(part.data), part.data, zlib.Z_RLE)
    scale = 1000 / face.units_per_em
    widths = [
        b"%d[%s]" % (code, _number(advance * scale))
        for code, advance in zip(codes, part.advances, strict=True)
        if advance != face.units_per_em
    ]
    to_glyphs = file.stream(b"", _code_to_glyph(codes, part.glyphs))
    descriptor = file.new(
        b"<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0"
        b"/Ascent %d/Descent %d/CapHeight 700/StemV 80/FontFile2 %d 0 R>>"
        % (
            name,
            *(round(value * scale) for value in face.bbox),
            round(face.ascent * scale),
            round(face.descent * scale),
            program,
        )
    )
    descendant = file.new(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 1000/W[%s]"
        b"/CIDToGIDMap %d 0 R>>" % (name, descriptor, b"".join(widths), to_glyphs)
    )
    to_unicode = _write_to_unicode(use, file)
    return file.new(
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]"
        b"/ToUnicode %d 0 R>>" % (name, descendant, to_unicode)
    )


def _code_to_glyph(codes: list[int], glyphs: list[int]) -> bytes:
    """CIDToGIDMap: two bytes a code."""
    table = array("H", bytes(2 * (max(codes) + 1)))
    for code, glyph in zip(codes, glyphs, strict=True):
        table[code] = glyph
    if sys.byteorder == "little":
        table.byteswap()
    return table.tobytes()


def _tag(index: int) -> bytes:
    """The six letters that mark a subset; each font of a file has its own."""
    letters = bytearray(b"AAAAAA")
    for place in range(5, -1, -1):
        index, digit = divmod(index, 26)
        letters[place] += digit
    return bytes(letters)


def _number(value: float) -> bytes:
    return (b"%.3f" % value).rstrip(b"0").rstrip(b".")


def _write_to_unicode(use: _FontUse, file: PdfFile) -> int:
    """Add a font's ToUnicode map; most fonts share the one without private codes."""
    if not use.private:
        return file.raw_stream(b"/Filter/FlateDecode", _plain_to_unicode())
    pairs = [
        f"<{code:04X}> <{shape.char.encode('utf-16-be').hex().upper()}>\n"
        for shape, code in use.private.items()
    ]
    return file.stream(b"", _to_unicode(_blocks("bfchar", pairs)))


@lru_cache(maxsize=1)
def _plain_to_unicode() -> bytes:
    return deflate(_to_unicode(""))


def _to_unicode(private: str) -> bytes:
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{_identity_ranges()}{private}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


@lru_cache(maxsize=1)
def _identity_ranges() -> str:
    ranges = [
        # A range may not cross a high byte; U+0000, surrogates, FEFF, FFFE, FFFF have no place.
        (max(1, high << 8), {0xFE: 0xFEFE, 0xFF: 0xFFFD}.get(high, high << 8 | 0xFF))
        for high in range(256)
        if not 0xD8 <= high <= 0xDF
    ]
    return _blocks("bfrange", [f"<{low:04X}> <{high:04X}> <{low:04X}>\n" for low, high in ranges])


def _blocks(kind: str, rows: list[str]) -> str:
    """Rows of a CMap in blocks of at most a hundred."""
    return "".join(
        f"{len(group)} begin{kind}\n{''.join(group)}end{kind}\n"
        for group in (rows[i : i + _ROWS_A_BLOCK] for i in range(0, len(rows), _ROWS_A_BLOCK))
    )
