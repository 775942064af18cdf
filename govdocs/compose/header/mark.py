"""发文机关标志: the organs' names and what follows them, fitted to their room.

Source:
    GB/T 9704-2012 7.2.4, 10.1 to 10.3
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govdocs.compose.composition import Align, Role
from govdocs.compose.header.measure import Measure
from govdocs.compose.opening import FixedRun, FixedText
from govdocs.errors import LayoutError
from govdocs.units import EMU_PER_PT, to_mm, to_pt

_SIZE_STEP = EMU_PER_PT // 2  # what a DOCX can say


class MarkTexts(NamedTuple):
    """What a mark says: the names, the host's first, and the word after them (may be empty)."""

    names: tuple[str, ...]
    word: str

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines, where the word of a single name follows it on its line."""
        return (self.names[0] + self.word,) if len(self.names) == 1 else self.names


class MarkPlace(NamedTuple):
    """Where a mark goes: the top of its ink from the sheet's upper edge, and its room; EMU."""

    top: int
    width: int


class MarkSize(NamedTuple):
    """A type size (EMU), and the distance of the lines of a joint mark in ems."""

    size: int
    pitch_em: float


class Mark(NamedTuple):
    """A mark at its place; ``foot`` is the lower edge of its last line, from the sheet's top."""

    texts: tuple[FixedText, ...]
    foot: int


def sizes(texts: MarkTexts, place: MarkPlace, measure: Measure) -> Iterator[MarkSize]:
    """The sizes in which a mark fits the width, largest first.

    The lines of a joint mark move together once its characters are as small as they may be.

    Raises:
        LayoutError: none does.
    """
    look = measure.look
    size = look.mark_size
    fits = False
    while size >= look.smallest_mark_size:
        if _width(texts, measure, size) <= place.width:
            fits = True
            yield MarkSize(size, look.mark_pitch_em)
        size -= _SIZE_STEP
    if not fits:
        raise _too_long(texts, place, look.smallest_mark_size)
    if len(texts.names) > 1:
        yield MarkSize(look.smallest_mark_size, look.smallest_mark_pitch_em)


def _width(texts: MarkTexts, measure: Measure, size: int) -> int:
    widest = max(measure.width(line, Role.ISSUER_MARK, size) for line in texts.lines)
    if len(texts.names) == 1 or not texts.word:
        return widest
    return widest + _gap(measure, size) + measure.width(texts.word, Role.ISSUER_MARK, size)


def _gap(measure: Measure, size: int) -> int:
    return round(measure.look.word_gap_em * size)


def _too_long(texts: MarkTexts, place: MarkPlace, smallest: int) -> LayoutError:
    longest = max(texts.lines, key=len)
    points, room = f"{to_pt(smallest):g}", f"{to_mm(place.width):.0f}"
    return LayoutError(
        f"发文机关标志“{longest}”排不下：用最小字号 {points} 磅仍宽于 {room} mm"
        "（GB/T 9704-2012 7.2.4）；请改用机关的规范化简称",
        f"the issuer mark “{longest}” does not fit: at the smallest size, {points} pt, it is wider "
        f"than {room} mm (GB/T 9704-2012 7.2.4); use the organ's standard short name (规范化简称)",
    )


def place_mark(texts: MarkTexts, place: MarkPlace, measure: Measure, size: MarkSize) -> Mark:
    """A mark with the top of its ink at its place, centred on the type area.

    A joint mark has one line for each organ, all as wide as the widest, and its word at their
    right, midway between the upper edge of the first line and the lower edge of the last.
    """
    page = measure.profile.page
    em = size.size
    centre = page.binding_margin + page.type_area_width // 2
    first = place.top + measure.ink_top(texts.lines[0], Role.ISSUER_MARK, em)
    last = first + round(size.pitch_em * em) * (len(texts.lines) - 1)
    foot = last + page.descent(em)
    is_above = place.top < page.head_margin
    if len(texts.names) == 1:
        box = (centre - place.width // 2, centre + place.width // 2)
        line = _text(texts.lines[0], measure, box, Align.CENTER, first, em)
        return Mark((line._replace(floats=is_above),), foot)
    left = centre - _width(texts, measure, em) // 2
    names = max(measure.width(name, Role.ISSUER_MARK, em) for name in texts.names)
    lines = [
        _spread(name, measure, (left, left + names), first + round(size.pitch_em * em) * index, em)
        for index, name in enumerate(texts.names)
    ]
    if texts.word:
        start = left + names + _gap(measure, em)
        box = (start, start + measure.width(texts.word, Role.ISSUER_MARK, em))
        middle = (place.top + last + measure.ink_top(texts.word, Role.ISSUER_MARK, em)) // 2
        word = _text(texts.word, measure, box, Align.LEFT, middle, em)
        lines.append(word._replace(floats=True))
    return Mark(tuple(lines), foot)


def _spread(
    name: str, measure: Measure, box: tuple[int, int], baseline: int, size: int
) -> FixedText:
    """A name as wide as its box; one of a single character stands in its middle."""
    if len(name) == 1:
        return _text(name, measure, box, Align.CENTER, baseline, size)
    free = box[1] - box[0] - measure.width(name, Role.ISSUER_MARK, size)
    line = _text(name, measure, box, Align.LEFT, baseline, size)
    return line._replace(tracking=line.tracking + free // (len(name) - 1))


def _text(
    text: str, measure: Measure, box: tuple[int, int], align: Align, baseline: int, size: int
) -> FixedText:
    style = measure.style(Role.ISSUER_MARK)
    tracking = measure.profile.page.tracking if style.on_grid else 0
    run = FixedRun(text, Role.ISSUER_MARK, style.face)
    return FixedText((run,), box[0], box[1], align, baseline, size, tracking)
