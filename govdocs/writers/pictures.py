"""The one check that a picture passes on its way into a file of any format.

Every writer decodes a picture before it takes it in, so that all of them accept and refuse the
same ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdocs.errors import LayoutError
from govdocs.picture_data import MOST_PIXELS as MOST_PIXELS
from govdocs.picture_data import TooLarge, Unsound, decode_picture

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

    from govdocs.compose.composition import ComposedFigure
    from govdocs.layout.pages import Picture


def decoded(picture: ComposedFigure | Picture) -> ImageFile:
    """Decode a picture from end to end, as :func:`govdocs.picture_data.decode_picture` does.

    Raises:
        LayoutError: it is no whole PNG or JPEG, as its media type has it, or too large.
    """
    try:
        return decode_picture(picture.data, picture.media_type)
    except Unsound as error:
        raise _unreadable(picture) from error
    except TooLarge as size:
        raise LayoutError(
            f"图片“{picture.alt}”太大：{size.width}×{size.height} 像素，"
            f"超过 {MOST_PIXELS // 10_000} 万像素；请缩小后再用",
            f"the picture “{picture.alt}” is too large: {size.width} × {size.height} pixels, "
            f"more than {MOST_PIXELS // 1_000_000} million; scale it down",
        ) from None


def _unreadable(picture: ComposedFigure | Picture) -> LayoutError:
    kind = picture.media_type.removeprefix("image/").upper()
    return LayoutError(
        f"图片“{picture.alt}”不是完好的 {kind}，读不了；请用看图软件打开并另存，或换一张",
        f"the picture “{picture.alt}” is no sound {kind} and cannot be read; "
        "open and save it anew in an image program, or use another",
    )
