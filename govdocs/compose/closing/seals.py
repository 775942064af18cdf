"""Signatures under seals: one organ, or several in rows, and the room of their seals.

Source:
    GB/T 9704-2012 7.3.5.1
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from govdocs.compose.composition import (
    Align,
    ComposedParagraph,
    PrintOptions,
    Profile,
    Role,
    SealPlace,
    TabStop,
    TextRun,
)
from govdocs.compose.grid_text import (
    even_breaks,
    printed_width,
)
from govdocs.compose.plain_paragraph import plain_paragraph
from govdocs.errors import LayoutError


def compose_sealed(
    organs: tuple[str, ...], date: str, profile: Profile, options: PrintOptions
) -> Iterator[ComposedParagraph]:
    """Signatures with the room of a seal over each, then the date.

    The last seal stands over the last signature and the date, which lie a little under its centre.

    Args:
        organs: the signatures, the host first; may be none.
        date: as printed, or empty.
        profile: how they are set.
        options: whether a draft shows the seals, and pictures of them.

    Raises:
        LayoutError: so many seals that no page holds them and a line of text.
    """
    plan = _planned(organs, date, profile)
    axis = plan.axes[-1]
    paragraphs = list(_rows(plan, profile))
    if date:
        paragraphs.append(_date(date, axis, profile))
    if not organs:
        paragraphs[:] = [each._replace(lines_before=_blank(profile)) for each in paragraphs]
    if paragraphs:
        seals = _seals(plan, date, profile, options)
        paragraphs[-1] = paragraphs[-1]._replace(seals=tuple(seals))
    yield from paragraphs


def _blank(profile: Profile) -> int:
    return profile.closing.seal_blank_lines


def _axis(organ: str, date: str, profile: Profile) -> int:
    """What one seal, its signature and the date are centred on.

    The date stands 4 字 from the right; a wider signature shifts both to the left, so that it
    stays inside the type area.
    """
    area, organ_width = profile.page.type_area_width, printed_width(organ, profile)
    reach = max(min(organ_width, area), profile.closing.seal_size)
    return min(_date_axis(date or organ, profile), area - reach // 2)


def _date_axis(text: str, profile: Profile) -> int:
    right = round(profile.closing.seal_right_chars * profile.page.cell)
    width = min(printed_width(text, profile), profile.page.type_area_width - right)
    return profile.page.type_area_width - right - width // 2


def _centred_on(paragraph: ComposedParagraph, axis: int, profile: Profile) -> ComposedParagraph:
    """A paragraph centred on a place, EMU from the type area's left edge.

    It has all the room that lies evenly at both sides of it.
    """
    page = profile.page
    beyond = 2 * axis - page.type_area_width
    return paragraph._replace(
        align=Align.CENTER,
        left_indent=max(0, beyond),
        right_indent=max(0, -beyond) / page.cell,
    )


def _alone(organ: str, axis: int, profile: Profile) -> ComposedParagraph:
    """One signature over which one seal stands; a name wider than a line has several."""
    paragraph = _centred_on(plain_paragraph(Role.SIGNATURE, organ, profile), axis, profile)
    return paragraph._replace(breaks=even_breaks(organ, profile))


def _date(date: str, axis: int, profile: Profile) -> ComposedParagraph:
    paragraph = plain_paragraph(Role.DATE_OF_ISSUE, date, profile)
    if axis == _date_axis(date, profile):
        return paragraph._replace(right_indent=profile.closing.seal_right_chars)
    return _centred_on(paragraph, axis, profile)


def _seals(plan: _Plan, date: str, profile: Profile, options: PrintOptions) -> Iterator[SealPlace]:
    """A seal over each signature, as seen from the last paragraph."""
    closing = profile.closing
    for number, names in enumerate(plan.rows or ((date,),)):
        below = len(plan.rows) - 1 - number
        for name, axis in zip(names, plan.axes[-len(names) :], strict=True):
            yield SealPlace(
                name,
                axis,
                closing.seal_drop if plan.rows else None,
                closing.seal_size,
                closing.seal_size,
                lines_up=below * plan.pitch + bool(plan.rows and date),
                is_drafted=options.draft_seals,
                picture=options.seals.get(name),
            )


class _Plan(NamedTuple):
    """Signatures in rows: the names of each, the columns' centres, lines from row to row."""

    rows: tuple[tuple[str, ...], ...]
    axes: tuple[int, ...]
    pitch: int


def _planned(organs: tuple[str, ...], date: str, profile: Profile) -> _Plan:
    """As many signatures a row as names and seals allow, the rows as full as each other."""
    page, closing = profile.page, profile.closing
    pitch = ceil((closing.seal_size + closing.seal_gap) / page.line_top(1))
    if len(organs) < 2:
        rows: tuple[tuple[str, ...], ...] = (organs,) if organs else ()
        return _Plan(rows, (_axis("".join(organs), date, profile),), pitch)
    for most in range(min(closing.seals_a_row, len(organs)), 0, -1):
        a_row = ceil(len(organs) / ceil(len(organs) / most))
        axes = _columns(a_row, organs, date, profile)
        if axes:
            break
    else:
        axes = (_axis(max(organs, key=len), date, profile),)
        pitch += max(len(even_breaks(organ, profile)) for organ in organs)
    starts = range(0, len(organs), a_row)
    rows = tuple(organs[start : start + a_row] for start in starts)
    # Blank lines, all rows, the date, the rest of the last seal; and a line of text.
    if closing.seal_blank_lines + (len(rows) - 1) * pitch + 4 > page.lines:
        raise _too_many(len(organs), a_row)
    return _Plan(rows, axes, pitch)


def _columns(
    count: int, organs: tuple[str, ...], date: str, profile: Profile
) -> tuple[int, ...] | None:
    """Centres of so many columns; None if the widest name or the seals do not fit so often.

    The last stands where the date of one organ would, unless the others need its room; there is
    as much room left of the first as right of the last.
    """
    page, closing = profile.page, profile.closing
    area = page.type_area_width
    name = max(printed_width(organ, profile) for organ in organs)
    wide = max(name, closing.seal_size, printed_width(date, profile))
    least = max(closing.seal_size + closing.seal_gap, name + page.cell)
    if (count - 1) * least + wide > area:
        return None
    last = min(_date_axis(date or organs[-1], profile), area - wide // 2)
    if count == 1:
        return (last,)
    step = max(least, (2 * last - area) // (count - 1))
    first = max(last - (count - 1) * step, wide // 2)
    return tuple(first + column * step for column in range(count))


def _rows(plan: _Plan, profile: Profile) -> Iterator[ComposedParagraph]:
    """A row of fewer signatures than columns fills those at the right: the last is the date's."""
    for number, names in enumerate(plan.rows):
        if len(plan.axes) == 1:
            alone = _alone(names[0], plan.axes[0], profile)
            blank = plan.pitch - 1 - len(alone.breaks) if number else _blank(profile)
            yield alone._replace(lines_before=blank)
            continue
        face = profile.styles[Role.SIGNATURE].face
        run = TextRun("".join(f"\t{name}" for name in names), Role.SIGNATURE, face)
        yield ComposedParagraph(
            Role.SIGNATURE,
            (run,),
            lines_before=plan.pitch - 1 if number else _blank(profile),
            right_indent=0,
            tabs=tuple(TabStop(axis, Align.CENTER) for axis in plan.axes[-len(names) :]),
            align=Align.LEFT,
        )


def _too_many(count: int, a_row: int) -> LayoutError:
    return LayoutError(
        f"{count} 个机关联合行文，每排 {a_row} 枚印章，一页排不下署名、印章和正文（7.3.5.1）；"
        "请用机关的规范化简称，或只由主办机关盖章",
        f"{count} organs sign jointly under {a_row} seals a row: no page holds the signatures, "
        "the seals and some text (7.3.5.1); use the organs' standard short names, or have the "
        "host alone seal",
    )
