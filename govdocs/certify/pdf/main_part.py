"""Find the elements of the main part (主体): title, addressees, text, closing, attachments.

Elements are known by what they say and where they stand, never by the face or size that a clause
asks for alone, so that a wrong face is found at the right element.

Source:
    GB/T 9704-2012 7.3
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from govdocs.certify.forms import DOCUMENT_NUMBER
from govdocs.certify.pdf.frames import Frame, Grid, is_of_size
from govdocs.certify.pdf.sheet import Line, Sheet

DATE = re.compile(
    r"(?:\d{2,4}|[〇○零Ｏ0一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
NOTE = re.compile(r"附件[：:]")
LABEL = re.compile(rf"(?P<document>{DOCUMENT_NUMBER.pattern})?附件(?P<number>\d*)")
"""附件 and its number; one that is not bound with the text has the document number before it."""
ATTENDANCE = re.compile(r"(?:出席|请假|列席)[^：:，。]{0,4}[：:]")
REMARK = re.compile(r"[（(].+")
ADDRESSED = re.compile(r".*(?:府|局|委|部|办|处|院|会|厅|单位|机关|公司|室|中心|组|校|行|署)[：:]")
_HEADING_START = re.compile(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．]|[（(]\d+[）)]"
)

_LARGER_PT = 1.5
_ROW_MM = 12.0
_CLOSE_LINES = 0.9
_MOST_TITLE_LINES = 8
_MOST_NOTE_LINES = 4
_MOST_ADDRESSEE_LINES = 8
_CLOSING_INDENT_CELLS = 3.0
_MOST_SIGNATURE_LINES = 3
_ENDS = "。；：！？"


class Placed(NamedTuple):
    """A line and the sheet that it stands on."""

    line: Line
    sheet: int


class Annex(NamedTuple):
    """An attachment.

    Attributes:
        sheet: the number of the sheet that it begins on.
        label: the line of its label.
        rest: the lines under it.
        is_across: whether it lies across the sheet; its lines are as its reader sees them.
    """

    sheet: int
    label: Line
    rest: tuple[Line, ...]
    is_across: bool


class MainPart(NamedTuple):
    """What was found of the main part.

    Attributes:
        title: lines on the first sheet.
        addressees: they begin on the first sheet.
        text: lines of the text in reading order.
        note, attendance: lines of the attachment note and of the lists of those present.
        signature: pieces over the date, top to bottom.
        date: the date of issue.
        remark: lines in brackets under the date.
        annexes: the attachments.
    """

    title: tuple[Line, ...]
    addressees: tuple[Placed, ...]
    text: tuple[Placed, ...]
    note: tuple[Placed, ...]
    attendance: tuple[Placed, ...]
    signature: tuple[Placed, ...]
    date: Placed | None
    remark: tuple[Placed, ...]
    annexes: tuple[Annex, ...]


def find_main_part(
    sheets: Sequence[Sheet],
    lines: Mapping[int, Sequence[Line]],
    grid: Grid,
    frames: Mapping[int, Frame],
) -> MainPart:
    """The main part.

    Args:
        sheets: all sheets.
        lines: by sheet: those that are no header block, page number or imprint, nor in a table.
        grid: as measured.
        frames: type area by sheet.
    """
    annexes = _annexes(sheets, lines)
    first_annex = min((annex.sheet for annex in annexes), default=len(sheets) + 10**6)
    number = sheets[0].number
    first = list(lines[number])
    title = _title(first, grid, frames[number])
    after = first[len(title) :] if title else first
    after = after[_note_lines(after, frames[number]) if title else 0 :]
    rest = [Placed(line, number) for line in after]
    rest += [
        Placed(line, sheet.number)
        for sheet in sheets[1:]
        if sheet.number < first_annex and not sheet.is_across
        for line in lines[sheet.number]
    ]
    addressees = _addressees(rest, frames, grid)
    if addressees:
        rest = rest[rest.index(addressees[-1]) + 1 :]
    date_at = _date_at(rest, frames)
    before = rest if date_at is None else rest[:date_at]
    note, attendance = _list(before, NOTE, frames, grid), _list(before, ATTENDANCE, frames, grid)
    listed = max((before.index(part[-1]) + 1 for part in (note, attendance) if part), default=0)
    signature: tuple[Placed, ...] = ()
    remark: tuple[Placed, ...] = ()
    if date_at is not None:
        signature = _signature(before[listed:], rest[date_at], grid, frames)
        remark = _remark(rest[date_at + 1 :])
    starts = [before.index(part[0]) for part in (note, attendance) if part]
    rows = len({(placed.sheet, placed.line.baseline) for placed in signature})
    text = before[: min(starts, default=len(before) - rows)]
    date = None if date_at is None else _piece(rest[date_at], DATE)
    return MainPart(
        title, addressees, tuple(text), note, attendance, signature, date, remark, annexes
    )


def _title(lines: Sequence[Line], grid: Grid, frame: Frame) -> tuple[Line, ...]:
    larger = tuple(
        takewhile(lambda line: line.size >= grid.body_size + _LARGER_PT, lines[:_MOST_TITLE_LINES])
    )
    if larger:
        return larger
    cell = grid.body_size * 25.4 / 72
    return tuple(
        takewhile(
            lambda line: (
                abs(line.middle - frame.middle) < cell / 2 and line.left > frame.left + 2.5 * cell
            ),
            lines[:_MOST_TITLE_LINES],
        )
    )


def _note_lines(lines: Sequence[Line], frame: Frame) -> int:
    """How many lines the note under a title (题注) has: centred, in brackets."""
    for at, line in enumerate(lines[:_MOST_NOTE_LINES]):
        is_centred = abs(line.middle - frame.middle) < line.em
        if not is_centred or (not at and line.text[0] not in "（("):
            return 0
        if line.text[-1] in "）)":
            return at + 1
    return 0


def _addressees(
    placed: Sequence[Placed], frames: Mapping[int, Frame], grid: Grid
) -> tuple[Placed, ...]:
    """The first lines that begin at the edge, up to the first paragraph; or a line of organs."""
    if not placed:
        return ()
    cell = grid.body_size * 25.4 / 72
    long: list[Placed] = []
    for each in (p for p in placed if is_of_size(p.line, grid.body_size)):
        # No sentence ends among addressees; they may run past the first page.
        if each.line.left > frames[each.sheet].left + 1.2 * cell or "。" in each.line.text:
            break
        long.append(each)
        if each.line.text[-1] in "：:":
            return tuple(long)
    first = [p for p in placed if p.sheet == placed[0].sheet]
    return _short_addressees(first, frames[placed[0].sheet], grid)


def _short_addressees(placed: Sequence[Placed], frame: Frame, grid: Grid) -> tuple[Placed, ...]:
    """Addressees that no colon ends at the edge."""
    cell = grid.body_size * 25.4 / 72
    candidates = [p for p in placed if is_of_size(p.line, grid.body_size)]
    found = list(
        takewhile(
            lambda p: p.line.left <= frame.left + 1.2 * cell, candidates[:_MOST_ADDRESSEE_LINES]
        )
    )
    if found and len(candidates) > len(found):
        # Without a colon it is the addressees if the line is short and a paragraph follows.
        return tuple(found) if found[-1].line.right < frame.right - cell else ()
    first = candidates[0] if candidates else None
    if (
        first is not None
        and ADDRESSED.fullmatch(first.line.text)
        and not _HEADING_START.match(first.line.text)
    ):
        return (first,)
    return ()


def _annexes(sheets: Sequence[Sheet], lines: Mapping[int, Sequence[Line]]) -> tuple[Annex, ...]:
    found = []
    for sheet in sheets[1:]:
        upright = lines[sheet.number]
        for own, is_across in ((upright, False), (sheet.turned_lines, True)):
            if own and LABEL.fullmatch(own[0].text):
                found.append(Annex(sheet.number, own[0], tuple(own[1:6]), is_across))
    return tuple(found)


def _date_at(rest: Sequence[Placed], frames: Mapping[int, Frame]) -> int | None:
    """The last line with a date in the right half that is all of its piece."""
    for at in range(len(rest) - 1, -1, -1):
        piece = _piece(rest[at], DATE)
        if piece is not None and piece.line.right > frames[piece.sheet].middle:
            return at
    return None


def _piece(placed: Placed, form: re.Pattern[str]) -> Placed | None:
    pieces = [piece for piece in placed.line.pieces if form.fullmatch(piece.text)]
    return Placed(pieces[-1], placed.sheet) if pieces else None


def _remark(after: Sequence[Placed]) -> tuple[Placed, ...]:
    if not after or not REMARK.match(after[0].line.text):
        return ()
    found = []
    for placed in after:
        if placed.sheet != after[0].sheet:
            break
        found.append(placed)
        if placed.line.text[-1] in "）)":
            break
    return tuple(found)


def _signature(
    before: Sequence[Placed], date: Placed, grid: Grid, frames: Mapping[int, Frame]
) -> tuple[Placed, ...]:
    """The pieces over the date that are no text: indented, without a mark at the end."""
    cell = grid.body_size * 25.4 / 72
    found: list[Placed] = []
    below = date.line
    for at in range(len(before) - 1, -1, -1):
        placed = before[at]
        line, frame = placed.line, frames[placed.sheet]
        is_near = below.baseline - line.baseline < 4.5 * _ROW_MM
        is_row = len(line.pieces) > 1  # of a joint document
        is_set_in = is_row or line.left > frame.left + _CLOSING_INDENT_CELLS * cell
        is_set_in = is_set_in or _begins_block(before[: at + 1], grid)
        if placed.sheet != date.sheet or not (is_near and is_set_in) or line.text[-1] in _ENDS:
            break
        found = [Placed(piece, placed.sheet) for piece in line.pieces] + found
        below = line
    return tuple(found)


def _begins_block(lines: Sequence[Placed], grid: Grid) -> bool:
    """Whether the last line is of a block that a blank line parts from the text over it.

    A long signature takes the whole line, or several; a paragraph ends in a mark.
    """
    for lower, upper in pairwise(reversed(lines[-_MOST_SIGNATURE_LINES - 1 :])):
        if upper.sheet != lower.sheet:
            return False
        gap = lower.line.em_top - upper.line.em_bottom
        if gap >= _CLOSE_LINES * (grid.pitch or _ROW_MM):
            return True
        if upper.line.text[-1] in _ENDS:
            return False
    return False


def _list(
    lines: Sequence[Placed], form: re.Pattern[str], frames: Mapping[int, Frame], grid: Grid
) -> tuple[Placed, ...]:
    """附件说明 or 出席 …: from its label over the lines that follow it closely and are set in."""
    cell = grid.body_size * 25.4 / 72
    starts = [at for at, p in enumerate(lines) if form.match(p.line.text)]
    if not starts:
        return ()
    found = [lines[starts[0]]]
    for placed in lines[starts[0] + 1 :]:
        gap = placed.line.em_top - found[-1].line.em_bottom
        is_close = gap < _CLOSE_LINES * (grid.pitch or _ROW_MM) or placed.sheet != found[-1].sheet
        is_set_in = placed.line.left > frames[placed.sheet].left + cell
        if not is_close or not (is_set_in or form.match(placed.line.text)):
            break
        found.append(placed)
    return tuple(found)
