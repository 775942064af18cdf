"""Turned content: the items of a landscape table in coordinates of their own.

Source:
    ISO 32000-1 8.3.4 (transformation matrices)
"""

from __future__ import annotations

from govdocs.units import EMU_PER_PT


def turned_content(content: bytes, width: int) -> bytes:
    """Content turned by 90° counter-clockwise about the sheet's foot at the left.

    Args:
        content: operators for a sheet as high as this one is wide.
        width: of the sheet, EMU.
    """
    return b"q 0 1 -1 0 %.3f 0 cm\n%s\nQ" % (width / EMU_PER_PT, content)
