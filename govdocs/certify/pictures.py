"""A small picture of each measured place of a PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from govdocs.certify.result import Box, Row, SelfCheck

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image

_DPI = 150
_MOST_PIXELS = 4_000
_AROUND_MM = 6.0
_MM_PER_INCH = 25.4
_MARK = (0, 90, 200)


class Crop(NamedTuple):
    """A picture: its file's name, and PNG bytes."""

    name: str
    data: bytes


def crops(source: Path | bytes, check: SelfCheck) -> Iterator[Crop]:
    """Crops of the places of a PDF's table, page by page; none of a DOCX.

    Args:
        source: the PDF that was measured.
        check: its table.

    Raises:
        InputError: the PDF cannot be read again.
    """
    # Imported when used: PDFium is an extra.
    from govdocs.certify.pdf.opening import opened

    placed = sorted(
        (row for row in check.rows if row.page is not None and row.box is not None),
        key=lambda row: row.page or 0,
    )
    if check.file_format != "pdf" or not placed:
        return
    data = source if isinstance(source, bytes) else source.read_bytes()
    with opened(data, str(source) if isinstance(source, Path) else None) as document:
        shown, picture, scale = 0, None, 1.0
        for row in placed:
            assert row.page is not None
            assert row.box is not None
            if picture is None or row.page != shown:
                shown = row.page
                picture, scale = _sheet(document[shown - 1])
            yield Crop(_name(row), _cropped(picture, row.box, scale))


def _name(row: Row) -> str:
    return f"{row.clause}-{row.id}-{row.verdict.value}-p{row.page}.png"


def _sheet(page: pypdfium2.PdfPage) -> tuple[Image, float]:
    """A page standing upright, and its pixels a millimetre."""
    width, height = page.get_size()
    scale = min(_DPI / 72, _MOST_PIXELS / max(width, height))
    picture = page.render(scale=scale).to_pil().convert("RGB")
    page.close()
    if width > height:
        from PIL import Image as images

        # Boxes are those of the sheet as it is bound: a page across is turned.
        picture = picture.transpose(images.Transpose.ROTATE_90)
    return picture, scale * 72 / _MM_PER_INCH


def _cropped(picture: Image, box: Box, scale: float) -> bytes:
    from PIL import ImageDraw

    around = _AROUND_MM * scale
    left, top, right, bottom = (edge * scale for edge in box)
    area = (
        max(0, round(left - around)),
        max(0, round(top - around)),
        min(picture.width, round(right + around)),
        min(picture.height, round(bottom + around)),
    )
    if area[2] <= area[0] or area[3] <= area[1]:  # it lies outside the page
        area = (0, 0, picture.width, picture.height)
    cut = picture.crop(area)
    frame = (left - area[0] - 2, top - area[1] - 2, right - area[0] + 2, bottom - area[1] + 2)
    ImageDraw.Draw(cut).rectangle(frame, outline=_MARK)
    out = io.BytesIO()
    cut.save(out, "PNG")
    return out.getvalue()
