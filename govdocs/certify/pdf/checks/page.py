"""Sheet, margins, type area, grid, face of the text, colours.

Source:
    GB/T 9704-2012 5.1, 5.2
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govdocs.certify.colours import is_black, is_neutral, is_red
from govdocs.certify.data import tolerances
from govdocs.certify.figures import adjusted_lines, pitch_range
from govdocs.certify.forms import is_han
from govdocs.certify.judging import Outcome, all_of, is_near, judged
from govdocs.certify.pdf.anatomy import Anatomy
from govdocs.certify.pdf.frames import (
    Edges,
    in_table,
    is_at_head,
    is_of_size,
    nearest_edge,
)
from govdocs.certify.pdf.main_part import Placed
from govdocs.certify.pdf.places import has_face, has_size, is_cells, look
from govdocs.certify.pdf.sheet import DESCENT_EM, MM_PER_PT, Glyph, Line
from govdocs.certify.result import Wording
from govdocs.standards.profile import Role
from govdocs.units import to_mm, to_pt

_UNKNOWN = Wording("没有足够的整行", "too few full lines")


def check_page(a: Anatomy) -> Iterator[Outcome]:
    """Clauses 5.1 and 5.2."""
    yield check_sheet_size(a)
    yield _check_head(a)
    yield _check_binding(a)
    yield _check_width(a)
    yield _check_foot(a)
    yield _check_body_face(a)
    yield _check_lines(a)
    yield _check_characters(a)
    yield _check_colours(a)


def check_sheet_size(a: Anatomy) -> Outcome:
    """5.1: A4, across or upright."""
    page, near = a.profile.page, tolerances().sheet_mm
    wrong = [
        sheet
        for sheet in a.sheets
        if not (
            is_near(sheet.width, to_mm(page.width), near)
            and is_near(sheet.height, to_mm(page.height), near)
        )
    ]
    shown = wrong[0] if wrong else a.sheets[0]
    text = f"{shown.width:.1f}×{shown.height:.1f} mm"
    return judged("sheet-size", not wrong, text, page=shown.number)


def _check_head(a: Anatomy) -> Outcome:
    head = to_mm(a.profile.page.head_margin)
    annexes = {annex.sheet for annex in a.main.annexes}
    tops = [top for top in a.grid.tops if top.sheet not in annexes]
    if not tops:
        words = Wording("没有从版心首行起排的正文", "no text that begins at a page's top")
        return judged("margin-head", None, words)
    # The sheet that is most off tells.
    top = max(tops, key=lambda top: abs(nearest_edge(top, head) - head))
    edge = nearest_edge(top, head)
    return judged(
        "margin-head", is_at_head(top, head), f"{edge:.1f} mm", page=top.sheet, box=top.line.ink
    )


def _check_binding(a: Anatomy) -> Outcome:
    page, near = a.profile.page, tolerances().margin_mm
    odd, even = a.grid.odd.left, a.grid.even.left
    binding, fore_edge = to_mm(page.binding_margin), to_mm(page.fore_edge_margin)
    known = [edge for edge in (odd, even) if edge is not None]
    if not known:
        return judged("margin-binding", None, _UNKNOWN)
    is_right = (odd is None or is_near(odd, binding, near)) and (
        even is None or any(is_near(even, edge, near) for edge in (binding, fore_edge))
    )
    text = " / ".join(f"{edge:.1f}" for edge in known)
    both = Wording(f"单/双页 {text} mm", f"odd/even {text} mm")
    return judged("margin-binding", is_right, both if len(known) > 1 else f"{text} mm")


def _check_width(a: Anatomy) -> Outcome:
    widths = [width for edges in (a.grid.odd, a.grid.even) if (width := _width(edges)) is not None]
    if not widths:
        return judged("type-area-width", None, _UNKNOWN)
    expected, near = to_mm(a.profile.page.type_area_width), tolerances().margin_mm
    text = " / ".join(f"{width:.1f}" for width in widths)
    is_right = all(is_near(width, expected, near) for width in widths)
    return judged("type-area-width", is_right, f"{text} mm")


def _width(edges: Edges) -> float | None:
    if edges.left is None or edges.right is None:
        return None
    return edges.right - edges.left


def _check_foot(a: Anatomy) -> Outcome:
    """No text below the type area's foot, page numbers apart."""
    lowest: tuple[float, int, Line] | None = None
    for sheet in a.sheets:
        number = a.numbers.get(sheet.number)
        for line in sheet.lines:
            if line is number or line.size < 6:
                continue
            over = line.baseline - a.frames[sheet.number].foot
            if lowest is None or over > lowest[0]:
                lowest = (over, sheet.number, line)
    if lowest is None:
        return judged("type-area-foot", None, _UNKNOWN)
    over, number_of, line = lowest
    height = to_mm(a.profile.page.type_area_height) + over + DESCENT_EM * line.em
    is_right = over + DESCENT_EM * line.em <= tolerances().margin_mm
    words = Wording(f"文字到版心上边缘下 {height:.1f} mm", f"text down to {height:.1f} mm")
    return judged("type-area-foot", is_right, words, page=number_of, box=line.ink)


def _check_body_face(a: Anatomy) -> Outcome:
    if not a.main.text:
        return judged("body-face", None, Wording("没有正文", "no text"))
    style = a.profile.styles[Role.BODY]
    # Names of tables and what charts say are set in sizes of their own.
    of_size = [p for p in a.main.text if is_of_size(p.line, a.grid.body_size)] or a.main.text
    glyphs = _without_headings(a, of_size) or _chinese(placed.line for placed in of_size)
    if not glyphs:
        return judged("body-face", None, Wording("没有汉字", "no Chinese characters"))
    is_right = all_of((has_size(glyphs, to_pt(style.size)), has_face(glyphs, style.face)))
    first = a.main.text[0]
    return judged("body-face", is_right, look([Line(glyphs)]), page=first.sheet, box=first.line.ink)


def _without_headings(a: Anatomy, text: Sequence[Placed]) -> list[Glyph]:
    """Glyphs of lines that go on from others: no heading is among them."""
    return _chinese(
        placed.line
        for placed in text
        if placed.line.left < a.frames[placed.sheet].left + a.cell / 2
    )


def _chinese(lines: Iterable[Line]) -> list[Glyph]:
    return [glyph for line in lines for glyph in line.glyphs if is_han(glyph.text)]


def _check_lines(a: Anatomy) -> Outcome:
    pitch, page = a.grid.pitch, a.profile.page
    if pitch is None:
        return judged("lines", None, Wording("没有相邻的两行正文", "no two lines of text"))
    points = pitch / MM_PER_PT
    low, high = pitch_range(a.profile, page.lines)
    near = tolerances().pitch_pt * MM_PER_PT
    if low - near <= pitch <= high + near:
        return judged("lines", True, Wording(f"行距 {points:.2f} pt", f"pitch {points:.2f} pt"))
    adjusted = None if a.main.date is None else adjusted_lines(a.profile, pitch)
    words = Wording(f"行距 {points:.2f} pt", f"pitch {points:.2f} pt")
    if adjusted is not None:
        words = Wording(
            f"行距 {points:.2f} pt，{adjusted} 行（按 7.3.5.5 调整）",
            f"pitch {points:.2f} pt, {adjusted} lines (adjusted by 7.3.5.5)",
        )
    return judged("lines", adjusted is not None, words)


def _check_characters(a: Anatomy) -> Outcome:
    cell, page = a.grid.cell, a.profile.page
    if cell is None:
        return judged("characters", None, _UNKNOWN)
    width, near = to_mm(page.type_area_width), tolerances().line_width_mm
    is_right = is_near(cell * page.characters, width, near)
    words = Wording(
        f"{width / cell:.1f} 字，每字 {cell / MM_PER_PT:.2f} pt",
        f"{width / cell:.1f} characters, {cell / MM_PER_PT:.2f} pt each",
    )
    return judged("characters", is_right, words)


def _check_colours(a: Anatomy) -> Outcome:
    """Text black, drawings grey or red: a seal is red, and so are mark and rules."""
    mark = {glyph for line in a.header.mark for glyph in line.glyphs}
    for sheet in a.sheets:
        for line in sheet.lines:
            is_plain = not in_table(sheet, line.baseline)
            for glyph in line.glyphs:
                # White on a dark ground is a chart's or a table's.
                if glyph in mark or is_black(glyph.rgb) or _is_drawing(a, line):
                    continue
                if is_neutral(glyph.rgb) and not is_plain:
                    continue
                words = Wording(f"“{glyph.text}” {glyph.rgb}", f"“{glyph.text}” {glyph.rgb}")
                return judged("colours", False, words, page=sheet.number, box=glyph.ink)
        drawn = [(s.box, s.rgb) for s in sheet.strokes] + [(x.box, x.rgb) for x in sheet.areas]
        for box, rgb in drawn:
            if not (is_neutral(rgb) or is_red(rgb)):
                return judged("colours", False, str(rgb), page=sheet.number, box=box)
    return judged("colours", True, Wording("黑、红", "black and red"))


def _is_drawing(a: Anatomy, line: Line) -> bool:
    """Whether a line is part of a chart or of a seal: small type, or grey over the signing."""
    return is_neutral(line.glyphs[0].rgb) and not is_cells(line.size / a.grid.body_size, 1)
