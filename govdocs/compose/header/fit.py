"""Whether the lines of a header block hold their texts.

Source:
    GB/T 9704-2012 7.2.1 to 7.2.6
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from govdocs.compose.composition import Align, Role
from govdocs.compose.header.measure import Measure
from govdocs.compose.opening import FixedText
from govdocs.errors import LayoutError

# Role -> its name in Chinese and English, and its clause. Mark and signatories see to themselves.
_NAMES = {
    Role.COPY_NUMBER: ("份号", "copy number", "7.2.1"),
    Role.SECRECY: ("密级和保密期限", "secrecy level", "7.2.2"),
    Role.URGENCY: ("紧急程度", "urgency", "7.2.3"),
    Role.DOCUMENT_NUMBER: ("发文字号", "document number", "7.2.5"),
}


def check_fit(texts: Sequence[FixedText], measure: Measure) -> None:
    """Check that no text sticks out of its line, and none touches another.

    Args:
        texts: those of the header block.
        measure: of texts.

    Raises:
        LayoutError: one does; it is named.
    """
    judged = [text for text in texts if text.role in _NAMES]
    for text in judged:
        left, right = _extent(text, measure)
        if left < text.left or right > text.right:
            raise _too_long(text)
    for _, line in groupby(sorted(judged, key=attrgetter("baseline")), key=attrgetter("baseline")):
        for before, after in pairwise(sorted(line, key=attrgetter("left"))):
            if _extent(before, measure)[1] + measure.gap > _extent(after, measure)[0]:
                raise _too_long(after)


def _extent(text: FixedText, measure: Measure) -> tuple[int, int]:
    """Left and right edge of a text, EMU."""
    width = measure.width(text.text, text.role)
    free = text.right - text.left - width
    left = text.left + {Align.CENTER: free // 2, Align.RIGHT: free}.get(text.align, 0)
    return left, left + width


def _too_long(text: FixedText) -> LayoutError:
    zh, en, clause = _NAMES[text.role]
    return LayoutError(
        f"版头的{zh}“{text.text}”在一行里排不下（GB/T 9704-2012 {clause}）；请核对并缩短",
        f"the {en} “{text.text}” of the header block does not fit on its line "
        f"(GB/T 9704-2012 {clause}); check it and shorten it",
    )
