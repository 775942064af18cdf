"""Find the elements of the header block (版头) on the first sheet.

Source:
    GB/T 9704-2012 7.2, 10.1 to 10.3
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govdocs.certify.colours import is_red
from govdocs.certify.forms import DOCUMENT_NUMBER, ORDER_NUMBER
from govdocs.certify.pdf.frames import is_table_rule
from govdocs.certify.pdf.sheet import Line, Sheet, Stroke, joined
from govdocs.certify.result import Box

COPY_NUMBER = re.compile(r"(?:№|No\.?|NO\.?)?\d{3,8}")
SECRECY = re.compile(r"(?:绝密|机密|秘密)")
URGENCY = re.compile(r"(?:特急|加急|平急|特提|紧急)")
SIGNATORY = re.compile(r"签发人[：:]?")

_LARGE_PT = 24.0
_LONG_RULE_MM = 60.0
_LONG_BLACK_RULE_MM = 120.0
_UPPER_PART = 0.66
_MARK_PART = 0.45
_LEAST_MARK_MM = 30.0
_SAME_RULE_MM = 2.5


class Header(NamedTuple):
    """What was found of the header block; lines are pieces between wide gaps.

    Attributes:
        mark: the lines of the mark.
        drawn_mark: the place of a mark that is drawn in red shapes, not set as text.
        pictured_mark: the place of a picture in the mark's stead.
        copy_number, secrecy, urgency, number: pieces, or None.
        signatories: the piece with 签发人, and the lines of further names under it.
        rules: strokes of the rule under the mark or number.
        foot_rules: strokes at the sheet's foot.
        foot: where the main part begins, mm from the sheet's upper edge.
    """

    mark: tuple[Line, ...]
    drawn_mark: Box | None
    pictured_mark: Box | None
    copy_number: Line | None
    secrecy: Line | None
    urgency: Line | None
    number: Line | None
    signatories: tuple[Line, ...]
    rules: tuple[Stroke, ...]
    foot_rules: tuple[Stroke, ...]
    foot: float

    @property
    def elements(self) -> list[Line]:
        """The pieces beside the mark."""
        found = (self.copy_number, self.secrecy, self.urgency, self.number, *self.signatories)
        return [piece for piece in found if piece is not None]


def find_header(sheet: Sheet) -> Header:
    """The header block of the first sheet; everything empty where there is none."""
    mark = _mark(sheet)
    upper, lower = _rules(sheet)
    drawn = None if mark else _drawn_mark(sheet)
    pictured = None if mark or drawn or not upper else _pictured_mark(sheet, upper[0].y)
    if not mark and not upper:
        return NO_HEADER
    shapes = [box for box in (drawn, pictured) if box is not None]
    mark_foot = max((box.bottom for box in (*(line.ink for line in mark), *shapes)), default=0.0)
    is_above = _is_above_number(upper, sheet, mark_foot)
    # Of a letter the rule stands under the mark and the elements under the rule.
    limit = upper[-1].y if upper and not is_above else sheet.height * _UPPER_PART
    marks = {glyph for line in mark for glyph in line.glyphs}
    pieces = [
        piece
        for line in sheet.lines
        if line.baseline <= limit
        for piece in line.pieces
        if not marks & set(piece.glyphs)
    ]
    above = [p for p in pieces if p.baseline < mark_foot or is_above]
    number = _first(pieces, DOCUMENT_NUMBER, whole=True) or _order_number(pieces, mark_foot)
    signatories = _signatories(pieces, upper)
    elements: list[Line | None] = [number, *signatories]
    found = Header(
        mark,
        drawn,
        pictured,
        _first(above, COPY_NUMBER, whole=True),
        _first(above, SECRECY),
        _first(above, URGENCY),
        number,
        signatories,
        upper,
        lower,
        0.0,
    )
    foots = [mark_foot, *(stroke.y for stroke in upper)]
    if is_above or not upper:
        elements = list(found.elements)
    foots += [piece.em_bottom for piece in elements if piece is not None]
    return found._replace(foot=max(foots))


NO_HEADER = Header((), None, None, None, None, None, None, (), (), (), 0.0)
"""A sheet without one."""


def _drawn_mark(sheet: Sheet) -> Box | None:
    """The box of red shapes at the top: a mark that was turned into outlines."""
    boxes = [area.box for area in sheet.areas if is_red(area.rgb)]
    boxes += [s.box for s in sheet.strokes if is_red(s.rgb) and s.length < _LONG_RULE_MM]
    upper = [box for box in boxes if box.bottom < sheet.height * _MARK_PART]
    found = joined(upper) if upper else None
    return found if found and found.right - found.left > _LEAST_MARK_MM else None


def _pictured_mark(sheet: Sheet, rule: float) -> Box | None:
    """A picture over the red rule."""
    found = [
        box for box in sheet.pictures if box.bottom < rule and box.right - box.left > _LEAST_MARK_MM
    ]
    return found[0] if found else None


def _mark(sheet: Sheet) -> tuple[Line, ...]:
    """The mark: the large or red lines at the top, whatever their face."""
    found: list[Line] = []
    for line in sheet.lines:
        if line.baseline > sheet.height * _UPPER_PART:
            break
        glyphs = [g for g in line.glyphs if g.size >= _LARGE_PT or is_red(g.rgb)]
        if glyphs and len(glyphs) * 2 > len(line.glyphs):
            found.append(Line(glyphs))
    large = [line for line in found if line.size >= _LARGE_PT]
    return tuple(large or [line for line in found if _is_mark_text(line.text)])


def _is_mark_text(text: str) -> bool:
    """Whether a small red line can be a mark: a long joint one is shrunk."""
    return not (DOCUMENT_NUMBER.search(text) or text.startswith("签发人") or text[:1].isdigit())


def _rules(sheet: Sheet) -> tuple[tuple[Stroke, ...], tuple[Stroke, ...]]:
    """Rules of the header block, and those of a letter at the sheet's foot."""
    long = [s for s in sheet.level_strokes if not is_table_rule(sheet, s) and _is_long(s)]
    upper = [s for s in long if s.y < sheet.height * _UPPER_PART]
    lower = [s for s in long if s.y > sheet.height * 0.88 and is_red(s.rgb)]
    return _together(upper), _together(lower)


def _is_long(stroke: Stroke) -> bool:
    return stroke.length >= (_LONG_RULE_MM if is_red(stroke.rgb) else _LONG_BLACK_RULE_MM)


def _together(strokes: Sequence[Stroke]) -> tuple[Stroke, ...]:
    """The first stroke and those that lie close to it."""
    return tuple(s for s in strokes if s.y - strokes[0].y <= _SAME_RULE_MM)


def _is_above_number(rules: Sequence[Stroke], sheet: Sheet, mark_foot: float) -> bool:
    """Whether the rule follows the mark and the elements stand under it, as in a letter."""
    if not rules:
        return False
    between = [
        piece
        for line in sheet.lines
        if mark_foot < line.em_top and line.baseline < rules[0].y
        for piece in line.pieces
    ]
    return not between


def _first(pieces: Sequence[Line], form: re.Pattern[str], *, whole: bool = False) -> Line | None:
    for piece in pieces:
        if form.fullmatch(piece.text) if whole else form.match(piece.text):
            return piece
    return None


def _order_number(pieces: Sequence[Line], mark_foot: float) -> Line | None:
    return _first([p for p in pieces if p.em_top > mark_foot - 1], ORDER_NUMBER, whole=True)


def _signatories(pieces: Sequence[Line], rules: Sequence[Stroke]) -> tuple[Line, ...]:
    first = _first(pieces, SIGNATORY)
    if first is None:
        return ()
    foot = rules[0].y if rules else first.baseline
    rest = [
        piece
        for piece in pieces
        if first.baseline < piece.baseline < foot
        and piece.left >= first.left
        and not DOCUMENT_NUMBER.match(piece.text)
    ]
    beside = [
        piece for piece in pieces if piece.baseline == first.baseline and piece.left > first.right
    ]
    return (first, *beside, *rest)
