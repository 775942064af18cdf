"""A TrueType face, memory-mapped: coverage, advances and glyph outlines, read only when asked for.

Only what setting and embedding text needs: ``cmap`` (formats 4 and 12), ``hmtx``, ``glyf``.
Values already looked up are kept; two threads may look the same one up twice, with one result.

Source:
    OpenType specification 1.9: font file, cmap, hmtx, loca, glyf
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from govdocs.errors import FontError

_ARGS_ARE_WORDS, _HAS_SCALE, _MORE, _HAS_XY_SCALE, _HAS_2X2 = 0x1, 0x8, 0x20, 0x40, 0x80
_HAS_INSTRUCTIONS = 0x100

_NEEDED_TABLES = (b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp")


class GlyphData(NamedTuple):
    """One glyph: its outline without hinting (even length), its four hmtx bytes, its parts."""

    outline: bytes
    metrics: bytes
    components: tuple[int, ...]


class Face:
    """One face of a TrueType file.

    Attributes:
        path, index: the file and the face's index in a collection.
        name: PostScript-safe name for embedding.
        units_per_em, bbox, ascent, descent: in font units.
    """

    __slots__ = (
        "_cmap",
        "_data",
        "_glyph_ids",
        "_glyphs",
        "_long_loca",
        "_metrics_count",
        "_sizes",
        "_tables",
        "ascent",
        "bbox",
        "descent",
        "glyph_count",
        "index",
        "name",
        "path",
        "units_per_em",
    )

    def __init__(self, path: Path, index: int = 0) -> None:
        """Map a face.

        Raises:
            FontError: the file is missing, broken, or has no TrueType (glyf) outlines.
        """
        self.path = path
        self.index = index
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._read_header()
        except (OSError, ValueError) as error:
            raise FontError(
                f"读不了字体文件：{error}", f"cannot read the font file: {error}", at=str(path)
            ) from error
        except (struct.error, KeyError, IndexError) as error:
            raise FontError(
                "字体文件损坏，或不是 TrueType（glyf）轮廓；请换用 .ttf 文件",
                "the font is broken or has no TrueType (glyf) outlines; use a .ttf file",
                at=str(path),
            ) from error

    def _read_header(self) -> None:
        data = self._data
        offset = 0
        if data[:4] == b"ttcf":
            offset = struct.unpack_from(">I", data, 12 + 4 * self.index)[0]
        self._tables = {
            tag: (start, length)
            for tag, _, start, length in (
                struct.unpack_from(">4sIII", data, offset + 12 + 16 * i)
                for i in range(struct.unpack_from(">H", data, offset + 4)[0])
            )
        }
        size = len(data)
        for tag in _NEEDED_TABLES:
            start, length = self._tables[tag]
            if start + length > size:
                raise IndexError(tag)
        head = self._tables[b"head"][0]
        self.units_per_em: int = struct.unpack_from(">H", data, head + 18)[0]
        self.bbox: tuple[int, int, int, int] = struct.unpack_from(">4h", data, head + 36)
        self._long_loca: bool = struct.unpack_from(">h", data, head + 50)[0] == 1
        hhea = self._tables[b"hhea"][0]
        self.ascent, self.descent = struct.unpack_from(">2h", data, hhea + 4)
        self._metrics_count: int = struct.unpack_from(">H", data, hhea + 34)[0]
        self.glyph_count: int = struct.unpack_from(">H", data, self._tables[b"maxp"][0] + 4)[0]
        if not (self.units_per_em and self._metrics_count):
            raise IndexError("hhea")
        self._cmap = _read_cmap(data, self._tables[b"cmap"][0])
        self._glyphs: dict[int, GlyphData] = {}
        self._glyph_ids: dict[str, int] = {}
        self._sizes: dict[int, Advances] = {}
        stem = self.path.stem
        self.name = "".join(c for c in stem if c.isascii() and (c.isalnum() or c == "-")) or "Face"

    def table(self, tag: bytes) -> bytes:
        """The bytes of a table.

        Raises:
            KeyError: the face has no such table.
        """
        start, length = self._tables[tag]
        return self._data[start : start + length]

    def glyph_id(self, char: str) -> int:
        """The glyph of a character; 0 if the face does not hold it."""
        known = self._glyph_ids.get(char)
        if known is None:
            found = self._cmap.glyph_id(ord(char))
            known = self._glyph_ids[char] = found if found < self.glyph_count else 0
        return known

    def glyph_ids(self, chars: Sequence[str]) -> list[int]:
        """The glyphs of characters, in order."""
        try:
            return list(map(self._glyph_ids.__getitem__, chars))
        except KeyError:
            return [self.glyph_id(char) for char in chars]

    def __contains__(self, char: str) -> bool:
        return self.glyph_id(char) != 0

    def advances(self, size: int) -> Advances:
        """Advances at a type size in EMU: a mapping from a character to EMU."""
        try:
            return self._sizes[size]
        except KeyError:
            return self._sizes.setdefault(size, Advances(self, size))

    def advance_units(self, char: str) -> int:
        """The advance of a character in font units."""
        return int.from_bytes(self._metrics(self.glyph_id(char))[:2], "big")

    def ink_top(self, char: str) -> int:
        """The highest point of a character's ink above the baseline, font units."""
        outline = self.glyph(self.glyph_id(char)).outline
        return int(struct.unpack_from(">h", outline, 8)[0]) if len(outline) >= 10 else 0

    def _metrics(self, glyph: int) -> bytes:
        start = self._tables[b"hmtx"][0]
        data, count = self._data, self._metrics_count
        if glyph < count:
            return data[start + 4 * glyph : start + 4 * glyph + 4]
        advance = start + 4 * (count - 1)
        bearing = start + 4 * count + 2 * (glyph - count)
        return data[advance : advance + 2] + data[bearing : bearing + 2]

    def glyph(self, glyph: int) -> GlyphData:
        """The outline, metrics and components of a glyph."""
        known = self._glyphs.get(glyph)
        if known is None:
            try:
                known = self._glyphs[glyph] = self._read_glyph(glyph)
            except (struct.error, IndexError) as error:
                raise FontError(
                    "字体文件损坏：字形数据不完整；请换用完好的字体文件",
                    "the font is broken: its glyph data is incomplete; use a sound file",
                    at=str(self.path),
                ) from error
        return known

    def glyphs(self, glyphs: Sequence[int]) -> list[GlyphData]:
        """Outlines, metrics and components of glyphs, in order; see :meth:`glyph`."""
        try:
            return list(map(self._glyphs.__getitem__, glyphs))
        except KeyError:
            return [self.glyph(glyph) for glyph in glyphs]

    def _read_glyph(self, glyph: int) -> GlyphData:
        loca = self._tables[b"loca"][0]
        if self._long_loca:
            start, end = struct.unpack_from(">II", self._data, loca + 4 * glyph)
        else:
            start, end = (
                2 * half for half in struct.unpack_from(">HH", self._data, loca + 2 * glyph)
            )
        glyf = self._tables[b"glyf"][0]
        outline = self._data[glyf + start : glyf + end]
        components: tuple[int, ...] = ()
        if len(outline) > 10:
            if outline[0] >= 0x80:
                outline, components = _composite_without_hinting(outline)
            else:
                outline = _simple_without_hinting(outline)
        return GlyphData(outline + b"\0" * (len(outline) & 1), self._metrics(glyph), components)


class Advances(dict[str, int]):
    """Character -> advance in EMU at one size, filled as it is asked."""

    __slots__ = ("_face", "_size")

    def __init__(self, face: Face, size: int) -> None:
        super().__init__()
        self._face = face
        self._size = size

    def __missing__(self, char: str) -> int:
        units = self._face.advance_units(char)
        advance = self[char] = round(units * self._size / self._face.units_per_em)
        return advance


class _Cmap12(NamedTuple):
    starts: array[int]
    ends: array[int]
    glyphs: array[int]

    def glyph_id(self, code: int) -> int:
        i = bisect_right(self.starts, code) - 1
        if i < 0 or code > self.ends[i]:
            return 0
        return self.glyphs[i] + code - self.starts[i]


class _Cmap4(NamedTuple):
    ends: array[int]
    starts: array[int]
    deltas: array[int]
    ranges: array[int]  # the range offsets and the glyph array behind them

    def glyph_id(self, code: int) -> int:
        i = bisect_left(self.ends, code)
        if code > 0xFFFF or i >= len(self.ends) or self.starts[i] > code:
            return 0
        offset = self.ranges[i]
        if not offset:
            return (code + self.deltas[i]) & 0xFFFF
        place = offset // 2 + code - self.starts[i] + i
        glyph = self.ranges[place] if place < len(self.ranges) else 0
        return (glyph + self.deltas[i]) & 0xFFFF if glyph else 0


def _read_cmap(data: mmap.mmap, start: int) -> _Cmap4 | _Cmap12:
    best = (0, 0)
    for i in range(struct.unpack_from(">H", data, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * i)
        unicode = platform == 0 or (platform == 3 and encoding in (1, 10))
        table_format = struct.unpack_from(">H", data, start + offset)[0]
        if unicode and table_format in (4, 12):
            best = max(best, (table_format, start + offset))
    table_format, at = best
    if table_format == 12:
        count = struct.unpack_from(">I", data, at + 12)[0]
        values = _big_endian("I", data[at + 16 : at + 16 + 12 * count])
        return _Cmap12(values[0::3], values[1::3], values[2::3])
    if table_format != 4:
        raise KeyError("cmap")
    length, _, doubled = struct.unpack_from(">3H", data, at + 2)
    count = doubled // 2
    values = _big_endian("H", data[at + 14 : at + 14 + (length - 14) // 2 * 2])
    return _Cmap4(
        values[:count],
        values[count + 1 : 2 * count + 1],
        values[2 * count + 1 : 3 * count + 1],
        values[3 * count + 1 :],
    )


def _big_endian(typecode: str, data: bytes) -> array[int]:
    values = array(typecode, data)
    if sys.byteorder == "little":
        values.byteswap()
    return values


def _simple_without_hinting(outline: bytes) -> bytes:
    contours = int.from_bytes(outline[:2], "big")
    at = 10 + 2 * contours
    length = int.from_bytes(outline[at : at + 2], "big")
    return outline[:at] + b"\0\0" + outline[at + 2 + length :] if length else outline


def _composite_without_hinting(outline: bytes) -> tuple[bytes, tuple[int, ...]]:
    parts = bytearray(outline)
    components: list[int] = []
    for at, flags in _component_places(outline):
        components.append(int.from_bytes(outline[at + 2 : at + 4], "big"))
        parts[at : at + 2] = (flags & ~_HAS_INSTRUCTIONS).to_bytes(2, "big")
        end = at + _component_length(flags)
    return bytes(parts[:end]), tuple(components)


def _component_places(outline: bytes) -> list[tuple[int, int]]:
    """(offset, flags) of each component of a composite outline."""
    places: list[tuple[int, int]] = []
    at = 10
    while True:
        flags = int.from_bytes(outline[at : at + 2], "big")
        places.append((at, flags))
        if not flags & _MORE:
            return places
        at += _component_length(flags)


def _component_length(flags: int) -> int:
    length = 8 if flags & _ARGS_ARE_WORDS else 6
    for bit, extra in ((_HAS_SCALE, 2), (_HAS_XY_SCALE, 4), (_HAS_2X2, 8)):
        if flags & bit:
            return length + extra
    return length


def with_components(outline: bytes, renumber: dict[int, int]) -> bytes:
    """A composite outline whose components carry new glyph numbers."""
    parts = bytearray(outline)
    for at, _ in _component_places(outline):
        old = int.from_bytes(outline[at + 2 : at + 4], "big")
        parts[at + 2 : at + 4] = renumber[old].to_bytes(2, "big")
    return bytes(parts)
