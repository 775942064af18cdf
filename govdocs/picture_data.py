"""PNG and JPEG data decoded: the one way in which every room learns whether a picture is sound.

The pixels are as stored: an orientation in a JPEG's Exif data turns the picture in no format, nor
does its size on paper follow it.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

MOST_PIXELS = 40_000_000  # 160 MB once decoded; A4 at 600 dpi has 35 million

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_JPEG_SIGNATURE = b"\xff\xd8"
_START_OF_SCAN = 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_KNOWN_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive
_APP0, _APP14 = 0xE0, 0xEE  # JFIF and Adobe: they say what the components are
_METADATA = frozenset({*range(_APP0 + 1, 0xF0), 0xFE}) - {_APP14}


class TooLarge(Exception):
    """A picture of more than :data:`MOST_PIXELS`.

    Attributes:
        width, height: in pixels.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        super().__init__(width, height)


class Unsound(Exception):
    """No whole PNG or JPEG."""


def decode_picture(data: bytes, media_type: str) -> ImageFile:
    """Decode a picture from end to end.

    What a picture says about itself (text, Exif, colour profile, animation) is not looked into,
    except that a PNG's check sums must hold.

    Args:
        data: the file.
        media_type: ``image/png`` or ``image/jpeg``.

    Raises:
        TooLarge: it has more pixels than :data:`MOST_PIXELS`.
        Unsound: it is not whole, or of another format.
    """
    try:
        image = _opened(data, media_type)
        if image.width * image.height <= MOST_PIXELS:
            image.load()
            if image.mode == "P" and image.palette is None:
                raise ValueError("no palette")
            return image
    except (ArithmeticError, EOFError, LookupError, OSError, SyntaxError) as error:
        raise Unsound from error
    except (TypeError, ValueError, struct.error, zlib.error) as error:
        raise Unsound from error
    raise TooLarge(image.width, image.height)


def _opened(data: bytes, media_type: str) -> ImageFile:
    """The picture with only its header read.

    Pillow's own ``Image.open`` is not used: it warns about large pictures before it can be asked
    how large they are.
    """
    # Pillow comes with reportlab; only documents with pictures pay for it.
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile

    if media_type == "image/png":
        return PngImageFile(io.BytesIO(b"".join(_png_essence(data))))
    return JpegImageFile(io.BytesIO(b"".join(_jpeg_essence(data))))


def _png_essence(data: bytes) -> Iterator[bytes]:
    """A PNG without what is not needed to show it.

    Source:
        PNG (ISO/IEC 15948) 5.3 chunk layout, 5.4 critical and ancillary chunks
    """
    if not data.startswith(_PNG_SIGNATURE):
        raise ValueError("not a PNG file")
    yield _PNG_SIGNATURE
    at, kind = len(_PNG_SIGNATURE), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        (check,) = struct.unpack_from(">I", data, end - 4)
        if zlib.crc32(data[at + 4 : end - 4]) != check:
            raise ValueError(f"wrong check sum in {kind!r}")
        is_critical = kind[:1].isupper()
        if is_critical or kind == b"tRNS":
            yield data[at:end]
        at = end


def _jpeg_essence(data: bytes) -> Iterator[bytes]:
    """A JPEG without the segments that are not needed to show it.

    Source:
        ITU-T T.81 B.1.1 markers and segments, B.2 the order of them
    """
    if not data.startswith(_JPEG_SIGNATURE):
        raise ValueError("not a JPEG file")
    yield _JPEG_SIGNATURE
    at, marker = len(_JPEG_SIGNATURE), 0
    while marker != _START_OF_SCAN:
        lead, marker = struct.unpack_from(">BB", data, at)
        if lead != 0xFF:
            raise ValueError("no marker found")
        if marker == 0xFF:  # fill bytes may stand before a marker
            at += 1
            continue
        if marker in _FRAMES - _KNOWN_FRAMES:
            raise ValueError("a coding (lossless, arithmetic) that readers of PDF and DOCX lack")
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if marker not in _METADATA:
            yield data[at:end]
        at = end
    yield data[at:]
