"""Where signature and date stand: sealed, unsealed, or with signature stamps.

Paper does not say which was meant, so any of the standard's places is right.

Source:
    GB/T 9704-2012 7.3.5.1 to 7.3.5.3
"""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.certify.data import tolerances
from govdocs.certify.judging import Outcome, is_near, joined_words, judged
from govdocs.certify.pdf.anatomy import Anatomy
from govdocs.certify.pdf.main_part import Placed
from govdocs.certify.pdf.places import (
    blank_lines,
    cells_from_left,
    cells_from_right,
    is_cells,
    is_lines,
    is_set_as,
)
from govdocs.certify.pdf.sheet import joined
from govdocs.certify.result import Box, Wording
from govdocs.standards.profile import Role

_SMALLEST_SEAL_MM = 25.0
_LARGEST_SEAL_MM = 60.0
_NEAR_DATE_MM = 15.0
_FULL_CELLS = 2.0


def check_signature(a: Anatomy) -> Outcome:
    """The place of signature and date, of which there is one."""
    date, signature = a.main.date, a.main.signature
    assert date is not None
    right = cells_from_right(a, date.line, a.frames[date.sheet])
    words: list[Wording | str] = [
        Wording(f"日期右空 {right:.1f} 字", f"date {right:.1f} 字 from the right")
    ]
    if not signature:
        places = [a.profile.closing.seal_right_chars, a.profile.styles[Role.SIGNATURE].right_indent]
        is_right = any(is_cells(right, place) for place in places)
        box = date.line.ink
        return judged("signature", is_right, joined_words(words), page=date.sheet, box=box)
    last = _last_row(signature)
    own = cells_from_right(a, last[-1].line, a.frames[date.sheet])
    shift = (date.line.left - _signature_left(a, signature, last)) / a.cell
    words.append(
        Wording(
            f"署名右空 {own:.1f} 字，日期首字比署名首字右移 {shift:.1f} 字",
            f"signature {own:.1f} 字 from the right, date {shift:.1f} 字 further right",
        )
    )
    is_right = (
        _is_unsealed(a, right, own, shift, date, last)
        or _is_sealed(a, right, date, last)
        or _is_stamped(a, right, date, last)
    )
    is_right = is_right and is_set_as(a, [date.line], Role.DATE_OF_ISSUE, digits=True) is not False
    box = joined([date.line.ink, *(placed.line.ink for placed in signature)])
    return judged("signature", is_right, joined_words(words), page=date.sheet, box=box)


def _last_row(signature: Sequence[Placed]) -> list[Placed]:
    """The pieces on the line nearest to the date."""
    foot = max(placed.line.baseline for placed in signature)
    return [placed for placed in signature if abs(placed.line.baseline - foot) < 1]


def _signature_left(a: Anatomy, signature: Sequence[Placed], last: Sequence[Placed]) -> float:
    """Where the signature over the date begins: a long one goes on from full lines."""
    left, lower = last[0].line.left, last[0].line
    for placed in reversed(signature):
        line, frame = placed.line, a.frames[placed.sheet]
        if line.baseline > lower.baseline - 1:
            continue
        is_full = cells_from_left(a, line, frame) < _FULL_CELLS
        if not is_full or not is_lines(blank_lines(a, line.em_bottom, lower.em_top), 0):
            break
        left, lower = line.left, line
    return left


def _is_next_line(a: Anatomy, date: Placed, last: Sequence[Placed]) -> bool:
    return is_lines(blank_lines(a, last[-1].line.em_bottom, date.line.em_top), 0)


def _is_unsealed(
    a: Anatomy, right: float, own: float, shift: float, date: Placed, last: Sequence[Placed]
) -> bool:
    """7.3.5.2: two 字 from the right, the date two 字 further in; a long date gives the edge."""
    closing = a.profile.closing
    edge = a.profile.styles[Role.SIGNATURE].right_indent
    if len(last) > 1 or not _is_next_line(a, date, last):
        return False
    if not is_cells(shift, closing.date_shift_chars):
        return False
    # The signature ends at the edge; a longer date does in its stead.
    date_width = date.line.right - date.line.left
    is_date_longer = date_width > last[-1].line.right - last[0].line.left + a.cell / 2
    return is_cells(min(own, right), edge) or (is_cells(own, edge) and not is_date_longer)


def _is_sealed(a: Anatomy, right: float, date: Placed, last: Sequence[Placed]) -> bool:
    """7.3.5.1: the date four 字 from the right, the signature over it in its middle."""
    if not _is_next_line(a, date, last):
        return False
    frame = a.frames[date.sheet]
    widest = min(cells_from_right(a, placed.line, frame) for placed in a.main.signature)
    is_centred = is_near(last[-1].line.middle, date.line.middle, tolerances().centre_mm)
    # A wide signature is shifted left until it stands in the type area, and the date with it.
    is_at_edge = right > a.profile.closing.seal_right_chars and widest < 1.0
    return is_centred and (is_cells(right, a.profile.closing.seal_right_chars) or is_at_edge)


def _is_stamped(a: Anatomy, right: float, date: Placed, last: Sequence[Placed]) -> bool:
    """7.3.5.3: the stamp and the date four 字 from the right, a blank line between them."""
    gap = blank_lines(a, last[-1].line.em_bottom, date.line.em_top)
    closing = a.profile.closing
    return is_cells(right, closing.stamp_right_chars) and gap >= (
        closing.stamp_lines_to_date - tolerances().fewer_lines
    )


def check_seal(a: Anatomy) -> Outcome | None:
    """7.3.5.1: the place of a seal, where one is printed as a picture; None where none is."""
    date, signature = a.main.date, a.main.signature
    if date is None or not signature:
        return None
    sheet = next(sheet for sheet in a.sheets if sheet.number == date.sheet)
    seal = next((box for box in sheet.pictures if _is_seal(box) and _is_near(box, date)), None)
    if seal is None:
        return None
    # Of a joint document the first row of seals stands within a line of the text.
    top = min(box.top for box in sheet.pictures if _is_seal(box))
    near = tolerances()
    off = (seal.left + seal.right) / 2 - date.line.middle
    boundary = (_last_row(signature)[-1].line.baseline + date.line.em_top) / 2
    below = boundary - (seal.top + seal.bottom) / 2
    above = [p.line for p in (*a.main.text, *a.main.note) if p.sheet == date.sheet]
    gap = blank_lines(a, above[-1].em_bottom, top) if above else 0.0
    is_right = (
        abs(off) <= near.seal_mm and 0 <= below <= near.seal_below_mm and gap <= 1 + near.more_lines
    )
    words = Wording(
        f"偏 {off:+.1f} mm；署名、日期在中心下 {below:.1f} mm；顶端距正文 {gap:.1f} 行",
        f"{off:+.1f} mm off; signature and date {below:.1f} mm below its centre; "
        f"{gap:.1f} lines under the text",
    )
    return judged("seal", is_right, words, page=date.sheet, box=seal)


def _is_seal(box: Box) -> bool:
    """Whether a picture is as large and as round as a seal."""
    width, height = box.right - box.left, box.bottom - box.top
    return _SMALLEST_SEAL_MM < width < _LARGEST_SEAL_MM and abs(width - height) < width / 5


def _is_near(box: Box, date: Placed) -> bool:
    """Whether a picture lies over the date, or not far over or under it."""
    ink, near = date.line.ink, _NEAR_DATE_MM
    is_beside = box.left < ink.right and box.right > ink.left
    return is_beside and box.top < ink.bottom + near and box.bottom > ink.top - near
