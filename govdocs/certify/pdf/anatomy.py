"""A measured file: its sheets, and which line on them is which element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govdocs.certify.colours import is_red
from govdocs.certify.pdf.frames import Frame, Grid, frames, in_table, measure_grid
from govdocs.certify.pdf.header import NO_HEADER, Header, find_header
from govdocs.certify.pdf.imprint import Imprint, find_imprint, find_numbers
from govdocs.certify.pdf.main_part import LABEL, MainPart, find_main_part
from govdocs.certify.pdf.sheet import Line, Sheet
from govdocs.standards.loader import load_profile
from govdocs.standards.profile import Profile
from govdocs.units import to_mm

_OF_LETTERS_MM = 162.0


class Anatomy(NamedTuple):
    """What a file's sheets hold.

    Attributes:
        profile: what it is measured against.
        sheets: those that were read.
        grid, frames: as measured; frames by sheet.
        header, main, imprint: the three parts.
        numbers: page numbers by sheet.
        page_count: of the file.
    """

    profile: Profile
    sheets: tuple[Sheet, ...]
    grid: Grid
    frames: Mapping[int, Frame]
    header: Header
    main: MainPart
    imprint: Imprint
    numbers: Mapping[int, Line]
    page_count: int

    @property
    def first_frame(self) -> Frame:
        """The type area of the first sheet."""
        return self.frames[self.sheets[0].number]

    @property
    def cell(self) -> float:
        """字 as the standard has it, mm."""
        return to_mm(self.profile.page.cell)

    @property
    def pitch(self) -> float:
        """The line pitch as measured, else as the standard has it, mm."""
        return self.grid.pitch or to_mm(self.profile.page.line_top(1))


def anatomy(sheets: Sequence[Sheet], profile: str | None, page_count: int) -> Anatomy:
    """The anatomy of sheets of which there is at least one.

    Args:
        sheets: as read.
        profile: the name of the format; None to recognise it.
        page_count: of the file.
    """
    header = find_header(sheets[0])
    numbers = find_numbers(sheets)
    imprint = find_imprint(sheets, numbers)
    chosen = load_profile(profile or recognised(header))
    if chosen.header is None:
        header = NO_HEADER
    page = chosen.page
    lines = {sheet.number: _main_lines(sheet, header, imprint, numbers, sheets) for sheet in sheets}
    grid = measure_grid(sheets, page, lines)
    annexes = frozenset(n for n, own in lines.items() if own and LABEL.fullmatch(own[0].text))
    framed = frames(sheets, grid, page, leave_out=annexes)
    main = find_main_part(sheets, lines, grid, framed)
    return Anatomy(chosen, tuple(sheets), grid, framed, header, main, imprint, numbers, page_count)


def recognised(header: Header) -> str:
    """The format that a header block shows."""
    text = "".join(line.text for line in header.mark)
    if (text.endswith("令") and header.number is None) or _is_order_number(header):
        return "order"
    if text.endswith("纪要"):
        return "minutes"
    reds = [*header.rules, *header.foot_rules]
    if header.foot_rules or (header.rules and _is_letter_rule(header)):
        return "letter"
    is_red_head = (
        header.drawn_mark is not None
        or any(is_red(s.rgb) for s in reds)
        or any(is_red(glyph.rgb) for line in header.mark for glyph in line.glyphs)
    )
    return "official" if is_red_head or (header.mark and header.number) else "published-report"


def _is_order_number(header: Header) -> bool:
    number = header.number
    return number is not None and number.text.startswith("第") and number.text.endswith("号")


def _is_letter_rule(header: Header) -> bool:
    return len(header.rules) > 1 and header.rules[0].length > _OF_LETTERS_MM


def _main_lines(
    sheet: Sheet,
    header: Header,
    imprint: Imprint,
    numbers: Mapping[int, Line],
    sheets: Sequence[Sheet],
) -> list[Line]:
    """A sheet's lines without header block, page number, imprint and tables."""
    own = numbers.get(sheet.number)
    left_out = {id(glyph) for line in imprint.lines for glyph in line.glyphs}
    if sheet is sheets[0]:
        elements = (*header.mark, *header.elements)
        left_out |= {id(glyph) for line in elements for glyph in line.glyphs}
    found = []
    for line in sheet.lines:
        if line is own or in_table(sheet, line.baseline):
            continue
        if sheet is sheets[0] and line.baseline <= header.foot:
            continue
        glyphs = [glyph for glyph in line.glyphs if id(glyph) not in left_out]
        if glyphs:
            found.append(line if len(glyphs) == len(line.glyphs) else Line(glyphs))
    return found
