"""Paragraphs over and under a table: caption, unit, notes, headings of a turned table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from govdocs.compose.composition import ComposedParagraph, OutlineEntry, Role, RoleStyle
from govdocs.layout.pages import Anchor, GlyphRun, TextLine
from govdocs.layout.setting import Setting, paragraph_lines


class Frame(NamedTuple):
    """The room of a table on its page, EMU; that of a turned one as its reader holds the sheet."""

    left: int
    top: int
    width: int
    height: int


def frame_of(setting: Setting, *, is_turned: bool) -> Frame:
    """The type area; of a turned table the type area seen from the sheet's right edge."""
    page = setting.profile.page
    if is_turned:
        return Frame(
            page.foot_margin, page.binding_margin, page.type_area_height, page.type_area_width
        )
    return Frame(page.binding_margin, page.head_margin, page.type_area_width, page.type_area_height)


class TextUnit(NamedTuple):
    """A line of such a paragraph, with the blank lines that belong to it.

    Attributes:
        runs: the line, in its place across the page.
        height: of the line and the blank lines over and under it, EMU.
        drop: from its upper edge to its baseline.
        role, source: of its paragraph; number: which of the paragraphs, from 0.
        outline: its paragraph's line in the outline, if it is its first.
        style: how it is set.
    """

    runs: tuple[GlyphRun, ...]
    height: int
    drop: int
    role: Role
    source: int | None
    number: int
    outline: OutlineEntry | None
    style: RoleStyle


def set_texts(
    paragraphs: Sequence[ComposedParagraph], setting: Setting, frame: Frame, *, is_turned: bool
) -> tuple[TextUnit, ...]:
    """The lines of paragraphs, one under the other.

    Args:
        paragraphs: what to set.
        setting: surroundings.
        frame: where the table stands.
        is_turned: whether the first begins a page, where no blank lines stand over it, and a
            word processor has no grid.
    """
    units: list[TextUnit] = []
    for index, paragraph in enumerate(paragraphs):
        units += _units(paragraph, index, setting, frame, is_turned=is_turned)
    return tuple(units)


def _units(
    paragraph: ComposedParagraph, number: int, setting: Setting, frame: Frame, *, is_turned: bool
) -> Iterator[TextUnit]:
    page, style = setting.profile.page, setting.profile.styles[paragraph.role]
    text = paragraph.text
    where = text if len(text) <= 12 else f"{text[:12]}…"
    par = setting.prepared(
        paragraph.runs, style, where, source=paragraph.source, size=paragraph.size
    )
    if par is None:
        return
    first = round(style.first_line_indent * page.type_size)
    lines = paragraph_lines(
        par,
        setting,
        left=frame.left + paragraph.left_indent,
        measure=frame.width - paragraph.left_indent,
        align=style.align,
        first_line_indent=first if paragraph.first_line is None else paragraph.first_line,
        forced=paragraph.breaks,
    )
    pitch = page.flow_pitch if style.line_pitch is None else style.line_pitch
    is_on_grid = style.on_grid and not is_turned
    drop = page.drop_in(None if is_on_grid else pitch)
    before = style.lines_before if paragraph.lines_before is None else paragraph.lines_before
    for index, runs in enumerate(lines):
        over = round(page.flow_pitch * before) if not index and (number or not is_turned) else 0
        under = round(page.flow_pitch * style.lines_after) if index == len(lines) - 1 else 0
        outline = None if index else paragraph.outline
        yield TextUnit(
            runs,
            over + pitch + under,
            over + drop,
            paragraph.role,
            paragraph.source,
            number,
            outline,
            style,
        )


def height_of(units: Sequence[TextUnit]) -> int:
    """Height of lines one under the other, EMU."""
    return sum(unit.height for unit in units)


def placed_texts(units: Sequence[TextUnit], top: int, order: int) -> list[TextLine]:
    """The lines in their places from ``top`` on; ``order`` is that of the first paragraph."""
    tops = accumulate((unit.height for unit in units), initial=top)
    return [
        TextLine(
            over + unit.drop,
            unit.runs,
            Anchor(order + unit.number, unit.role, unit.source),
            unit.style.ink,
        )
        for unit, over in zip(units, tops, strict=False)
    ]


def outlines(units: Sequence[TextUnit]) -> Iterator[OutlineEntry]:
    """The lines that stand in the reader's outline."""
    return (unit.outline for unit in units if unit.outline)
