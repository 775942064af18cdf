"""Cut a face down to the glyphs of a text, for embedding in a PDF.

Source:
    ISO 32000-1 9.9: a CIDFontType2 file needs glyf, head, hhea, hmtx, loca, maxp
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from govdocs.fontbook.sfnt import Face, GlyphData, with_components

_NOTDEF = 0


CUTS_AN_EM = 20
"""Advances are cut by steps of this part of an em."""


class Shape(NamedTuple):
    """A character as it is shown: ``cut`` says how much less than its own its advance is."""

    char: str
    cut: int


class Subset(NamedTuple):
    """A subset font file and what its glyphs are.

    Attributes:
        data: the TrueType file.
        glyphs: the glyph number of each character, then of each shape, in the order asked for.
        advances: the advance of each, in font units.
    """

    data: bytes
    glyphs: list[int]
    advances: list[int]


def subset(face: Face, chars: Sequence[str], shapes: Sequence[Shape] = ()) -> Subset:
    """The part of a face that characters, and shapes of characters, need.

    Args:
        face: a face that holds every one of them.
        chars: characters, each once, in a fixed order (the bytes follow it).
        shapes: what is shown with another advance, or apart from the characters; the same.
    """
    wanted = face.glyph_ids([*chars, *(shape.char for shape in shapes)])
    glyphs = _with_components(face, [_NOTDEF, *wanted])
    renumber = dict(zip(glyphs, range(len(glyphs)), strict=True))
    outlines = [
        with_components(data.outline, renumber) if data.components else data.outline
        for data in glyphs.values()
    ]
    metrics = [data.metrics for data in glyphs.values()]
    numbers = list(map(renumber.__getitem__, wanted))
    for place, shape in enumerate(shapes, len(chars)):
        if shape.cut:
            outlines.append(outlines[numbers[place]])
            cut = shape.cut * face.units_per_em // CUTS_AN_EM
            metrics.append(_cut(metrics[numbers[place]], cut))
            numbers[place] = len(outlines) - 1
    advances = [entry[0] << 8 | entry[1] for entry in metrics]
    return Subset(
        _font_file(face, outlines, metrics), numbers, list(map(advances.__getitem__, numbers))
    )


def _cut(metrics: bytes, amount: int) -> bytes:
    """Glyph metrics with a smaller advance."""
    advance = max(0, int.from_bytes(metrics[:2], "big") - amount)
    return advance.to_bytes(2, "big") + metrics[2:]


def _with_components(face: Face, wanted: Sequence[int]) -> dict[int, GlyphData]:
    """Glyphs and, behind them, all that they are composed of, each once, in a fixed order."""
    glyphs = dict(zip(wanted, face.glyphs(wanted), strict=True))
    pending = [data for data in glyphs.values() if data.components]
    while pending:
        for component in pending.pop().components:
            if component not in glyphs:
                glyphs[component] = face.glyph(component)
                pending.append(glyphs[component])
    return glyphs


def _font_file(face: Face, outlines: list[bytes], metrics: list[bytes]) -> bytes:
    offsets = list(accumulate(map(len, outlines), initial=0))
    long_loca = offsets[-1] >= 0x20000
    loca = (
        struct.pack(f">{len(offsets)}I", *offsets)
        if long_loca
        else struct.pack(f">{len(offsets)}H", *[offset >> 1 for offset in offsets])
    )
    count = struct.pack(">H", len(outlines))
    head, hhea, maxp = (face.table(tag) for tag in (b"head", b"hhea", b"maxp"))
    return _sfnt(
        (
            (b"glyf", b"".join(outlines)),
            # Checksum adjustment 0: no PDF reader looks at it.
            (
                b"head",
                head[:8] + bytes(4) + head[12:50] + struct.pack(">H", long_loca) + head[52:54],
            ),
            (b"hhea", hhea[:34] + count),
            (b"hmtx", b"".join(metrics)),
            (b"loca", loca),
            (b"maxp", maxp[:4] + count + maxp[6:]),
        )
    )


def _sfnt(tables: Sequence[tuple[bytes, bytes]]) -> bytes:
    count = len(tables)
    power = 1 << count.bit_length() - 1
    parts = [
        struct.pack(
            ">IHHHH", 0x10000, count, power * 16, power.bit_length() - 1, (count - power) * 16
        )
    ]
    offset = 12 + 16 * count
    for tag, data in tables:
        parts.append(tag + struct.pack(">III", 0, offset, len(data)))
        offset += len(data) + (-len(data) & 3)
    parts += [data + bytes(-len(data) & 3) for _, data in tables]
    return b"".join(parts)
