"""Official faces installed on the machine: found by name, with the standard library alone.

A face is usable here if its outlines are TrueType (``glyf``) and its licence bits allow
embedding. Of each file only the table directory, ``name`` and ``OS/2`` are read. A file that
cannot be read, or that ends too early, is passed over in silence: a broken font somewhere on a
machine is no reason to refuse a document.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

_SUFFIXES = (".ttf", ".ttc", ".otf", ".otc")
_SFNT_TAGS = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_MAX_FACES = 1024  # more in one collection is not a font but noise
_FAMILY_IDS = (1, 16)
_FACE_IDS = (4, 6)  # full name and PostScript name point at one face of a family
_REGULAR_WEIGHT = 400
_ITALIC, _BOLD = 1 << 0, 1 << 5  # bits of fsSelection


class InstalledFace(NamedTuple):
    """One usable face.

    Attributes:
        name: the preferred name that it was found by.
        path: the font file.
        index: number of the face in a collection; 0 in a file with one face.
    """

    name: str
    path: Path
    index: int  # type: ignore[assignment]  # tuple.index is given up for the plain word


class _Style(NamedTuple):
    """What OS/2 says of a face."""

    fs_type: int = 0
    weight: int = _REGULAR_WEIGHT
    is_bold_or_italic: bool = False


class _Candidate(NamedTuple):
    """A face under one of its names; the smaller tuple is the better match for that name."""

    by_family: bool
    off_weight: int
    order: int
    path: Path
    face: int


def find_installed(directories: tuple[Path, ...], names: tuple[str, ...]) -> InstalledFace | None:
    """The usable face of the first name that has one.

    A family name stands for its upright regular face; a full or PostScript name for just the
    face that bears it. Names are compared without regard to case. The folders are searched
    once; later calls with the same folders use what was found then.

    Args:
        directories: folders, searched with everything below them; the earlier wins.
        names: family, full or PostScript names, best first.

    Returns:
        The face, or None if no name has a usable one.
    """
    catalogue = _catalogue(directories)
    for name in names:
        best = catalogue.get(name.casefold())
        if best is not None:
            return InstalledFace(name, best.path, best.face)
    return None


@lru_cache(maxsize=8)
def _catalogue(directories: tuple[Path, ...]) -> Mapping[str, _Candidate]:
    """Case-folded name -> the best usable face of that name."""
    best: dict[str, _Candidate] = {}
    for order, path in enumerate(_font_files(directories)):
        for name, candidate in _candidates(path, order):
            held = best.get(name)
            if held is None or candidate < held:
                best[name] = candidate
    return MappingProxyType(best)


def _font_files(directories: tuple[Path, ...]) -> Iterator[Path]:
    """Font files of each folder, sorted, then of what lies below it.

    Links are followed, but no folder is entered twice, so a ring of links ends.
    """
    seen: set[str] = set()
    waiting = list(reversed(directories))
    while waiting:
        current = waiting.pop()
        real = os.path.realpath(current)
        if real in seen:
            continue
        seen.add(real)
        try:
            entries = sorted(current.iterdir())
        except OSError:
            continue
        waiting.extend(entry for entry in reversed(entries) if os.path.isdir(entry))
        # isfile is false for pipes, and opening one would wait for ever
        yield from (e for e in entries if e.suffix.lower() in _SUFFIXES and os.path.isfile(e))


def _candidates(path: Path, order: int) -> list[tuple[str, _Candidate]]:
    """The usable faces of one file under each of their names; none if the file is broken."""
    try:
        with path.open("rb") as file:
            return list(_read_candidates(file, path, order))
    except (OSError, struct.error, ValueError, OverflowError):
        return []


def _read_candidates(file: BinaryIO, path: Path, order: int) -> Iterator[tuple[str, _Candidate]]:
    size = file.seek(0, os.SEEK_END)
    for index, offset in enumerate(_face_offsets(file)):
        tables = _table_directory(file, offset, size)
        if not {b"glyf", b"loca", b"head", b"name"} <= tables.keys():
            continue
        style = _style(file, tables)
        if _forbids_embedding(style.fs_type):
            continue
        for name, by_family in _names(file, *tables[b"name"]):
            if by_family and style.is_bold_or_italic:
                continue
            off_weight = abs(style.weight - _REGULAR_WEIGHT) if by_family else 0
            yield name, _Candidate(by_family, off_weight, order, path, index)


def _face_offsets(file: BinaryIO) -> tuple[int, ...]:
    file.seek(0)
    if file.read(4) != b"ttcf":
        return (0,)
    (count,) = struct.unpack(">4xL", file.read(8))
    if count > _MAX_FACES:
        raise ValueError("not a font collection")
    return struct.unpack(f">{count}L", file.read(4 * count))


def _table_directory(file: BinaryIO, offset: int, size: int) -> dict[bytes, tuple[int, int]]:
    """Tag -> (offset, length) in bytes of one face.

    Raises:
        ValueError: this is no sfnt font, or a table reaches past the end of the file.
    """
    file.seek(offset)
    kind, count = struct.unpack(">4sH6x", file.read(12))
    if kind not in _SFNT_TAGS:
        raise ValueError("not a TrueType or OpenType font")
    tables = {}
    for _ in range(count):
        tag, start, length = struct.unpack(">4s4xLL", file.read(16))
        if start + length > size:
            raise ValueError("the file ends inside a table")
        tables[tag] = (start, length)
    return tables


def _style(file: BinaryIO, tables: Mapping[bytes, tuple[int, int]]) -> _Style:
    """Embedding bits, weight and slant; a face without OS/2 counts as free and regular."""
    if b"OS/2" not in tables:
        return _Style()
    file.seek(tables[b"OS/2"][0])
    weight, fs_type, selection = struct.unpack(">4xH2xH52xH", file.read(64))
    return _Style(fs_type, weight, bool(selection & (_ITALIC | _BOLD)))


def _forbids_embedding(fs_type: int) -> bool:
    """Whether the licence bits rule out embedding a subset of the outlines.

    Source:
        OpenType, OS/2 fsType: 0x0002 restricted licence (where no laxer bit stands beside it),
        0x0100 no subsetting, 0x0200 bitmaps only.
    """
    return fs_type & 0x000E == 0x0002 or bool(fs_type & 0x0300)


def _names(file: BinaryIO, start: int, length: int) -> Iterator[tuple[str, bool]]:
    """Each name of a face, case-folded, with whether it is the name of a whole family."""
    file.seek(start)
    table = file.read(length)
    count, strings = struct.unpack_from(">2xHH", table)
    for position in range(6, 6 + 12 * count, 12):
        platform, encoding, _, kind, size, offset = struct.unpack_from(">6H", table, position)
        if kind not in _FAMILY_IDS + _FACE_IDS:
            continue
        raw = table[strings + offset : strings + offset + size]
        name = _decode(raw, platform, encoding).strip("\0 ").casefold()
        if name:
            yield name, kind in _FAMILY_IDS


def _decode(raw: bytes, platform: int, encoding: int) -> str:
    """The text of a name record; what cannot be decoded is dropped."""
    if (platform, encoding) in {(1, 25), (3, 3)}:  # simplified Chinese, ASCII led by a NUL
        return raw.replace(b"\0", b"").decode("gb18030", errors="ignore")
    if platform in (0, 3):
        return raw.decode("utf-16-be", errors="ignore")
    return raw.decode("mac_roman", errors="ignore")
