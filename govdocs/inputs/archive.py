"""Open a ZIP archive and take members out of it, whatever its directory claims."""

from __future__ import annotations

import io
import zipfile
import zlib

DAMAGED = (
    zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError,
    EOFError, IndexError,
)  # fmt: skip
"""What zipfile raises for an archive that is damaged, encrypted or packed in another way."""


class TooLarge(Exception):
    """A member holds more than it may."""


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive that bytes are.

    Raises:
        one of DAMAGED: they are none.
    """
    return zipfile.ZipFile(io.BytesIO(data))


def member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """A member's content, unpacked no further than it may be large.

    Raises:
        TooLarge: it has more than ``most`` bytes. What its header says does not count.
        KeyError: there is no such member.
        one of DAMAGED: it cannot be unpacked.
    """
    with archive.open(name) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise TooLarge(name)
    return content
