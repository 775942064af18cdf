"""Pictures as image XObjects: a JPEG goes in as it is, a PNG as pixels with its transparency."""

from __future__ import annotations

import io

from govdocs.errors import LayoutError
from govdocs.layout.pages import Picture
from govdocs.writers.pdf.objects import PdfFile


class PictureTable:
    """The pictures of one file; the same data stands in it once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._names: dict[bytes, bytes] = {}
        self._resources: list[bytes] = []

    def name(self, picture: Picture) -> bytes:
        """Resource name of a picture; its data is added to the file when first asked for."""
        known = self._names.get(picture.data)
        if known is None:
            known = self._names[picture.data] = b"I%d" % (len(self._names) + 1)
            self._resources.append(b"/%s %d 0 R" % (known, _add(picture, self._file)))
        return known

    def resources(self) -> bytes:
        """Body of the XObject resource dictionary."""
        return b"".join(self._resources)


def _add(picture: Picture, file: PdfFile) -> int:
    # Pillow comes with reportlab; only documents with pictures pay for it.
    from PIL import Image

    try:
        with Image.open(io.BytesIO(picture.data)) as image:
            image.load()
            is_plain_jpeg = image.format == "JPEG" and image.mode in ("L", "RGB")
            if is_plain_jpeg:
                space = b"DeviceGray" if image.mode == "L" else b"DeviceRGB"
                head = _head(image.width, image.height, space)
                return file.raw_stream(head + b"/Filter/DCTDecode", picture.data)
            mask = b""
            if "A" in image.getbands() or "transparency" in image.info:
                alpha = image.convert("RGBA").getchannel("A")
                head = _head(image.width, image.height, b"DeviceGray")
                number = file.stream(head, alpha.tobytes())
                mask = b"/SMask %d 0 R" % number
            is_gray = image.mode in ("1", "L")
            pixels = image.convert("L" if is_gray else "RGB")
            space = b"DeviceGray" if is_gray else b"DeviceRGB"
            return file.stream(_head(pixels.width, pixels.height, space) + mask, pixels.tobytes())
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise LayoutError(
            f"图片“{picture.alt}”读不了：{error}", f"cannot read picture “{picture.alt}”: {error}"
        ) from error


def _head(width: int, height: int, space: bytes) -> bytes:
    return b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8" % (
        width,
        height,
        space,
    )
