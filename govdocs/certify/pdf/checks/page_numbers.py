"""Page numbers, and tables across the sheet.

Source:
    GB/T 9704-2012 7.5, 8, 10.1
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from govdocs.certify.data import tolerances
from govdocs.certify.judging import Outcome, all_of, is_near, judged
from govdocs.certify.pdf.anatomy import Anatomy
from govdocs.certify.pdf.imprint import digits_of
from govdocs.certify.pdf.places import (
    cells_from_left,
    cells_from_right,
    has_face,
    has_size,
    is_cells,
)
from govdocs.certify.pdf.sheet import Line, Sheet
from govdocs.certify.result import Verdict, Wording
from govdocs.standards.profile import Role
from govdocs.units import to_mm, to_pt

_FORM = re.compile(r"[—―](\d+)[—―]")
_HEAD_LEFT = 90
_MOST = 0.5
_NONE = Wording("没有页码", "no page numbers")
_FIRST_ALONE = Wording("只有一页，首页不显示页码", "one page, and page 1 shows none")


def check_page_numbers(a: Anatomy) -> Iterator[Outcome]:
    """Clauses 7.5 and 8."""
    numbered = [(sheet, a.numbers[sheet.number]) for sheet in a.sheets if sheet.number in a.numbers]
    across = [sheet for sheet in a.sheets if _is_across(sheet)]
    plain = [(sheet, line) for sheet, line in numbered if sheet not in across]
    if not a.profile.page_number.first_page:
        first = a.numbers.get(a.sheets[0].number)
        words = f"“{first.text}”" if first else Wording("无", "none")
        yield judged(
            "first-page-number", first is None, words, page=1, box=first.ink if first else None
        )
        plain = [(sheet, line) for sheet, line in plain if sheet is not a.sheets[0]]
    yield from _check_numbers(a, plain or numbered, across)
    if across:
        yield _check_heads(across)
        yield _check_numbers_across(a, across, plain)


def _check_numbers(
    a: Anatomy, numbered: Sequence[tuple[Sheet, Line]], across: Sequence[Sheet]
) -> Iterator[Outcome]:
    if not numbered:
        # 10.1: page 1 of a letter shows none, so one of a single page has nothing to measure.
        is_first_alone = not a.profile.page_number.first_page and a.page_count == 1
        verdict = Verdict.NOT_APPLICABLE if is_first_alone else Verdict.FAILS
        words = _FIRST_ALONE if is_first_alone else _NONE
        for id in ("form", "face", "drop", "side"):
            yield Outcome(f"page-number-{id}", verdict, words)
        return
    yield _check_form(a, numbered, across)
    yield _worst("page-number-face", [_face(a, *each) for each in numbered])
    yield _worst("page-number-drop", [_drop(a, *each) for each in numbered])
    yield _worst("page-number-side", [_side(a, *each) for each in numbered])


def _worst(id: str, outcomes: Sequence[Outcome]) -> Outcome:
    """The first that fails, else the first that cannot be measured, else the first."""
    order = ("fails", "not-measurable", "passes")
    return min(outcomes, key=lambda outcome: order.index(outcome.verdict))._replace(id=id)


def _check_form(
    a: Anatomy, numbered: Sequence[tuple[Sheet, Line]], across: Sequence[Sheet]
) -> Outcome:
    start = digits_of(numbered[0][1]) - numbered[0][0].number
    for sheet, line in numbered:
        if not _FORM.fullmatch(line.text) or digits_of(line) - sheet.number != start:
            return judged("page-number-form", False, f"“{line.text}”", page=sheet.number,
                          box=line.ink)  # fmt: skip
    missing = [
        sheet.number
        for sheet in a.sheets
        if sheet.number not in a.numbers and sheet not in across and not _may_lack(a, sheet)
    ]
    if missing:
        words = Wording(f"第 {missing[0]} 页没有页码", f"none on page {missing[0]}")
        return judged("page-number-form", False, words, page=missing[0])
    sheet, line = numbered[0]
    return judged("page-number-form", True, f"“{line.text}”", page=sheet.number, box=line.ink)


def _may_lack(a: Anatomy, sheet: Sheet) -> bool:
    """7.5: a blank page before the imprint's page and that page are not numbered; 10.1: page 1."""
    is_first = sheet is a.sheets[0] and not a.profile.page_number.first_page
    is_blank = not sheet.lines and not sheet.strokes and not sheet.pictures
    after_blank = sheet.number == a.imprint.sheet and _is_alone(a, sheet)
    return is_first or is_blank or after_blank


def _is_alone(a: Anatomy, sheet: Sheet) -> bool:
    """Whether a sheet holds nothing but the imprint."""
    own = {id(glyph) for line in a.imprint.lines for glyph in line.glyphs}
    return all(id(glyph) in own for line in sheet.lines for glyph in line.glyphs)


def _face(a: Anatomy, sheet: Sheet, line: Line) -> Outcome:
    style = a.profile.styles[Role.PAGE_NUMBER]
    glyphs = [glyph for glyph in line.glyphs if glyph.text.isdigit()] or list(line.glyphs)
    is_right = all_of((has_size(glyphs, to_pt(style.size)), has_face(glyphs, style.face)))
    font = Counter(glyph.font for glyph in glyphs).most_common(1)[0][0]
    words = f"{font} {glyphs[0].size:.1f} pt"
    return judged("page-number-face", is_right, words, page=sheet.number, box=line.ink)


def _drop(a: Anatomy, sheet: Sheet, line: Line) -> Outcome:
    drop, expected = _drop_of(a, sheet, line), to_mm(a.profile.page_number.below_type_area)
    is_right = is_near(drop, expected, tolerances().position_mm)
    return judged("page-number-drop", is_right, f"{drop:.1f} mm", page=sheet.number, box=line.ink)


def _drop_of(a: Anatomy, sheet: Sheet, line: Line) -> float:
    """From the type area's foot to the dashes' upper ink edge, not to their middle."""
    dashes = [glyph.ink for glyph in line.glyphs if not glyph.text.isalnum()]
    top = min(ink.top for ink in dashes) if dashes else line.ink.top
    return top - a.frames[sheet.number].foot


def _edge_of(a: Anatomy, sheet: Sheet, line: Line) -> float:
    """字 from the right edge for odd numbers, from the left one for even numbers."""
    frame = a.frames[sheet.number]
    is_odd = digits_of(line) % 2
    return cells_from_right(a, line, frame) if is_odd else cells_from_left(a, line, frame)


def _side(a: Anatomy, sheet: Sheet, line: Line) -> Outcome:
    off, at = _edge_of(a, sheet, line), sheet.number
    side = ("右", "right") if digits_of(line) % 2 else ("左", "left")
    words = Wording(
        f"第 {at} 页{side[0]}空 {off:.1f} 字", f"page {at}: {off:.1f} 字 from the {side[1]}"
    )
    is_right = is_cells(off, a.profile.page_number.edge_chars)
    return judged("page-number-side", is_right, words, page=at, box=line.ink)


def _is_across(sheet: Sheet) -> bool:
    """Whether a sheet's text lies across it; a seal's ring of text is none."""
    upright = sum(len(line.glyphs) for line in sheet.lines)
    level = sum(glyph.turn in (_HEAD_LEFT, 270) for glyph in sheet.turned)
    return level > upright


def _check_heads(across: Sequence[Sheet]) -> Outcome:
    for sheet in across:
        turns = Counter(glyph.turn for glyph in sheet.turned)
        if turns[_HEAD_LEFT] < _MOST * len(sheet.turned):
            words = Wording("表头在右边", "head at the right")
            return judged("landscape-head", False, words, page=sheet.number)
    words = Wording("表头在左边（逆时针 90°）", "head at the left (90° counter-clockwise)")
    return judged("landscape-head", True, words, page=across[0].number)


def _check_numbers_across(
    a: Anatomy, across: Sequence[Sheet], plain: Sequence[tuple[Sheet, Line]]
) -> Outcome:
    """8: the number stands where upright pages have it, else where the standard wants it."""
    number = a.profile.page_number
    drop = median([_drop_of(a, *each) for each in plain] or [to_mm(number.below_type_area)])
    edge = median([_edge_of(a, *each) for each in plain] or [number.edge_chars])
    for sheet in across:
        line = a.numbers.get(sheet.number)
        if line is None:
            words = Wording("直立页脚处没有页码", "no number at the upright sheet's foot")
            return judged("landscape-number", False, words, page=sheet.number)
        own, off = _drop_of(a, sheet, line), _edge_of(a, sheet, line)
        if not (is_near(own, drop, tolerances().position_mm) and is_cells(off, edge)):
            words = Wording(
                f"版心下 {own:.1f} mm，距边 {off:.1f} 字；其他页 {drop:.1f} mm，{edge:.1f} 字",
                f"{own:.1f} mm below, {off:.1f} 字 in; elsewhere {drop:.1f} mm, {edge:.1f} 字",
            )
            return judged("landscape-number", False, words, page=sheet.number, box=line.ink)
    first = a.numbers[across[0].number]
    return judged("landscape-number", True, f"“{first.text}”", page=across[0].number, box=first.ink)
