"""The one check that a picture passes on its way into a file of any format.

Every writer decodes a picture before it takes it in, so that all of them accept and refuse the
same ones. The pixels are as stored: an orientation in a JPEG's Exif data turns the picture in no
format, nor does its size on paper follow it.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdocs.errors import LayoutError

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

    from govdocs.compose.composition import ComposedFigure
    from govdocs.layout.pages import Picture

MOST_PIXELS = 40_000_000  # 160 MB once decoded; A4 at 600 dpi has 35 million

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_JPEG_SIGNATURE = b"\xff\xd8"
_START_OF_SCAN = 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_KNOWN_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive
_APP0, _APP14 = 0xE0, 0xEE  # JFIF and Adobe: they say what the components are
_METADATA = frozenset({*range(_APP0 + 1, 0xF0), 0xFE}) - {_APP14}


def decoded(picture: ComposedFigure | Picture) -> ImageFile:
    """Decode a picture from end to end.

    What a picture says about itself (text, Exif, colour profile, animation) is not looked into,
    except that a PNG's check sums must hold.

    Raises:
        LayoutError: it is no whole PNG or JPEG, as its media type has it, or too large.
    """
    try:
        image = _opened(picture)
        if image.width * image.height <= MOST_PIXELS:
            image.load()
            if image.mode == "P" and image.palette is None:
                raise ValueError("no palette")
            return image
    except (ArithmeticError, EOFError, LookupError, OSError, SyntaxError) as error:
        raise _unreadable(picture) from error
    except (TypeError, ValueError, struct.error, zlib.error) as error:
        raise _unreadable(picture) from error
    raise LayoutError(
        f"图片“{picture.alt}”太大：{image.width}×{image.height} 像素，"
        f"超过 {MOST_PIXELS // 10_000} 万像素；请缩小后再用",
        f"the picture “{picture.alt}” is too large: {image.width} × {image.height} pixels, "
        f"more than {MOST_PIXELS // 1_000_000} million; scale it down",
    )


def _unreadable(picture: ComposedFigure | Picture) -> LayoutError:
    kind = picture.media_type.removeprefix("image/").upper()
    return LayoutError(
        f"图片“{picture.alt}”不是完好的 {kind}，读不了；请用看图软件打开并另存，或换一张",
        f"the picture “{picture.alt}” is no sound {kind} and cannot be read; "
        "open and save it anew in an image program, or use another",
    )


def _opened(picture: ComposedFigure | Picture) -> ImageFile:
    """The picture with only its header read.

    Pillow's own ``Image.open`` is not used: it warns about large pictures before it can be asked
    how large they are.
    """
    # Pillow comes with reportlab; only documents with pictures pay for it.
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile

    if picture.media_type == "image/png":
        return PngImageFile(io.BytesIO(b"".join(_png_essence(picture.data))))
    return JpegImageFile(io.BytesIO(b"".join(_jpeg_essence(picture.data))))


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
