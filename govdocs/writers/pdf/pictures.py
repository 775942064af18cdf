"""Pictures as image XObjects: a JPEG goes in as it is, a PNG as pixels with its transparency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdocs.errors import LayoutError
from govdocs.layout.pages import Picture, Role
from govdocs.writers.pdf.objects import PdfFile
from govdocs.writers.pictures import decoded

if TYPE_CHECKING:
    from PIL.Image import Image

_OPAQUE = 255
_GRAY = frozenset({"1", "L", "LA", "I;16"})


class PictureTable:
    """The pictures of one file; the same data stands in it once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._names: dict[bytes, bytes] = {}
        self._resources: list[bytes] = []

    def name(self, picture: Picture) -> bytes:
        """Resource name of a picture; its data is added to the file when first asked for.

        Raises:
            LayoutError: the picture is broken or too large.
        """
        known = self._names.get(picture.data)
        if known is None:
            known = self._names[picture.data] = b"I%d" % (len(self._names) + 1)
            self._resources.append(b"/%s %d 0 R" % (known, _add(picture, self._file)))
        return known

    def resources(self) -> bytes:
        """Body of the XObject resource dictionary."""
        return b"".join(self._resources)


def _add(picture: Picture, file: PdfFile) -> int:
    image = decoded(picture)
    if image.format == "JPEG" and image.mode in ("L", "RGB"):
        head = _head(image, is_gray=image.mode == "L")
        return file.raw_stream(head + b"/Filter/DCTDecode", picture.data)
    mask = b""
    is_opaque = True
    pixels: Image = image
    if "A" in image.getbands() or "transparency" in image.info:
        pixels = image.convert("RGBA")
        alpha = pixels.getchannel("A").tobytes()
        is_opaque = min(alpha) == _OPAQUE
        mask = b"/SMask %d 0 R" % file.stream(_head(image, is_gray=True), alpha)
    if is_opaque and picture.anchor.role is Role.SEAL:
        raise _opaque_seal(picture.alt)
    is_gray = image.mode in _GRAY
    return file.stream(
        _head(image, is_gray=is_gray) + mask,
        _gray(image) if is_gray else pixels.convert("RGB").tobytes(),
    )


def _opaque_seal(name: str) -> LayoutError:
    return LayoutError(
        f"印章图片“{name}”没有透明的部分，会盖住署名和成文日期；请换成底色透明的 PNG",
        f"the picture of the seal “{name}” has no transparent part and would hide signature and "
        "date; use a PNG with a transparent ground",
    )


def _gray(image: Image) -> bytes:
    if image.mode == "I;16":
        return image.tobytes()[1::2]  # the upper byte of each pixel; Pillow would clip instead
    return image.convert("L").tobytes()


def _head(image: Image, *, is_gray: bool) -> bytes:
    return b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8" % (
        image.width,
        image.height,
        b"DeviceGray" if is_gray else b"DeviceRGB",
    )
