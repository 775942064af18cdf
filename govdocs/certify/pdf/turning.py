"""From a page's own coordinates to those of the sheet standing upright.

Source:
    GB/T 9704-2012 clause 8: a table across has its head along the sheet's left edge
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govdocs.certify.pdf.sheet import MM_PER_PT
from govdocs.certify.result import Box

if TYPE_CHECKING:
    import pypdfium2


class Turning(NamedTuple):
    """How a page's user space lies on the upright sheet.

    Attributes:
        x, y: user coordinates (points) of the corner that shows at the upper left.
        quarter: quarter turns counter-clockwise from user space to the sheet.
        width, height: of the sheet, mm.
        is_across: whether the page is shown across.
    """

    x: float
    y: float
    quarter: int
    width: float
    height: float
    is_across: bool

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space on the sheet, mm from its upper left."""
        right, up = (x - self.x) * MM_PER_PT, (y - self.y) * MM_PER_PT
        # What points right and down on the sheet, for each turn counter-clockwise.
        return ((right, -up), (-up, -right), (-right, up), (up, right))[self.quarter]

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of user space on the sheet."""
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def direction(self, degrees: float) -> int:
        """A direction in user space (counter-clockwise) on the sheet, whole degrees 0 to 359."""
        return round(degrees + 90 * self.quarter) % 360


def turning_of(page: pypdfium2.PdfPage) -> Turning:
    """The turning of a page.

    A page that is shown across, by its own size or by /Rotate, is turned a quarter
    counter-clockwise: so a table across stands on a bound sheet.
    """
    left, bottom, right, top = page.get_cropbox(fallback_ok=True)
    shown = page.get_rotation() % 360 // 90  # clockwise
    width, height = abs(right - left), abs(top - bottom)
    if shown % 2:
        width, height = height, width
    is_across = width > height
    quarter = (-shown + is_across) % 4
    if is_across:
        width, height = height, width
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    x, y = corners[quarter]
    return Turning(x, y, quarter, width * MM_PER_PT, height * MM_PER_PT, is_across)
