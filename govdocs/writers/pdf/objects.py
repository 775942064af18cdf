"""The PDF file: reportlab's document with ready-made bytes as objects, packed in object streams.

reportlab numbers the objects; how the file is put together is ours (ISO 32000-1 7.5.7 object
streams, 7.5.8 cross-reference streams), and so is its identity, which comes from the content alone.
"""

from __future__ import annotations

import zlib
from hashlib import md5
from itertools import accumulate
from typing import Any

from reportlab.pdfbase import pdfdoc

DEFLATE_LEVEL = 1  # a few per cent smaller is not worth twice the time
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_OBJECTS_A_STREAM = 200


def deflate(data: bytes, strategy: int = zlib.Z_DEFAULT_STRATEGY) -> bytes:
    """Compress a stream; the one place that sets the level."""
    packer = zlib.compressobj(DEFLATE_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS, 9, strategy)
    return packer.compress(data) + packer.flush()


def text_string(text: str) -> bytes:
    """A text string object: ASCII as it is, anything else as UTF-16BE with a mark."""
    if text.isascii():
        return b"(" + escape(text.encode("ascii")) + b")"
    return b"(" + escape(b"\xfe\xff" + text.encode("utf-16-be")) + b")"


def escape(data: bytes) -> bytes:
    """Escape bytes for a literal string (ISO 32000-1 7.3.4.2)."""
    for plain, escaped in ((b"\\", b"\\\\"), (b"(", b"\\("), (b")", b"\\)"), (b"\r", b"\\r")):
        if plain in data:
            data = data.replace(plain, escaped)
    return data


class _Ready(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose bytes are known; a stream has a dictionary and its (compressed) data."""

    __RefOnly__ = 1

    def __init__(self, body: bytes, data: bytes | None = None) -> None:
        self.body = body
        self.data = data

    def format(self, document: Any) -> bytes:
        if self.data is None:
            return self.body
        head = b"<<%s/Length %d>>stream\n" % (self.body, len(self.data))
        return head + self.data + b"\nendstream"


class PdfFile(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A PDF file that takes ready-made objects by number."""

    def __init__(self) -> None:
        super().__init__(compression=0, invariant=1, pdfVersion=(1, 7), dummyoutline=1)
        self._ready: dict[int, _Ready] = {}
        # reportlab puts a time of its own into the signature; ours comes from the content alone.
        self.signature = md5(usedforsecurity=False)
        # reportlab begins with a dictionary of standard fonts, which no page here uses.
        self.objectcounter = 0
        self.idToObjectNumberAndVersion.clear()
        self.idToObject.clear()
        self.numberToId.clear()

    def new(self, body: bytes = b"null") -> int:
        """Add an object; returns its number. Its bytes may be set later with ``fill``."""
        return self._register(_Ready(body))

    def fill(self, number: int, body: bytes) -> None:
        """Set the bytes of an object added before."""
        self._ready[number].body = body

    def stream(
        self, dictionary: bytes, data: bytes, strategy: int = zlib.Z_DEFAULT_STRATEGY
    ) -> int:
        """Add a stream, compressed here; ``dictionary`` is without brackets and Length."""
        return self.raw_stream(dictionary + b"/Filter/FlateDecode", deflate(data, strategy))

    def raw_stream(self, dictionary: bytes, data: bytes) -> int:
        """Add a stream whose data is as it shall stand in the file."""
        self.signature.update(data)
        return self._register(_Ready(dictionary, data))

    def _register(self, ready: _Ready) -> int:
        self.Reference(ready)
        number: int = self.objectcounter
        self._ready[number] = ready
        return number

    def file(self, catalog: int, info: int) -> bytes:
        """The bytes of the whole file.

        Args:
            catalog: number of the catalog.
            info: number of the document information dictionary.
        """
        parts = [_HEADER]
        offset = len(_HEADER)
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

        def put(number: int, body: bytes) -> None:
            nonlocal offset
            places[number] = (1, offset, 0)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
            offset += len(parts[-1])

        plain = []
        for number, ready in self._ready.items():
            if ready.data is None:
                plain.append(number)
                self.signature.update(ready.body)
            else:
                put(number, ready.format(self))
        number = self.objectcounter
        for first in range(0, len(plain), _OBJECTS_A_STREAM):
            group = plain[first : first + _OBJECTS_A_STREAM]
            number += 1
            places.update({inner: (2, number, index) for index, inner in enumerate(group)})
            put(number, self._object_stream(group).format(self))
        number += 1
        places[number] = (1, offset, 0)
        xref = self._cross_reference(places, catalog, info)
        parts.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, xref, offset))
        return b"".join(parts)

    def _object_stream(self, numbers: list[int]) -> _Ready:
        bodies = [self._ready[number].body for number in numbers]
        offsets = accumulate((len(body) + 1 for body in bodies), initial=0)
        index = b" ".join([b"%d %d" % pair for pair in zip(numbers, offsets, strict=False)]) + b"\n"
        return _Ready(
            b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(numbers), len(index)),
            deflate(index + b"\n".join(bodies)),
        )

    def _cross_reference(
        self, places: dict[int, tuple[int, int, int]], catalog: int, info: int
    ) -> bytes:
        rows = b"".join(
            [
                b"%c" % kind + where.to_bytes(4, "big") + extra.to_bytes(2, "big")
                for kind, where, extra in (places[number] for number in range(len(places)))
            ]
        )
        identity = self.signature.hexdigest().encode("ascii")
        return _Ready(
            b"/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]/Filter/FlateDecode"
            % (len(places), catalog, info, identity, identity),
            deflate(rows),
        ).format(self)
