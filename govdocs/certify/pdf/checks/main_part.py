"""Title, addressees, text, headings.

Source:
    GB/T 9704-2012 7.3.1 to 7.3.3
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.certify.data import tolerances
from govdocs.certify.forms import HEADINGS, heading_end
from govdocs.certify.judging import Outcome, all_of, joined_words, judged
from govdocs.certify.pdf.anatomy import Anatomy
from govdocs.certify.pdf.frames import is_of_size
from govdocs.certify.pdf.main_part import Placed
from govdocs.certify.pdf.places import (
    blank_lines,
    cells_from_left,
    is_cells,
    is_centred,
    is_lines,
    is_set_as,
    look,
    off_middle,
    shown,
)
from govdocs.certify.pdf.sheet import Line, joined
from govdocs.certify.result import Wording
from govdocs.standards.profile import Role

_SET_IN_CELLS = 0.6
_SHORT_END_CELLS = 1.5
_VERY_SHORT_CELLS = 6.0
_SENTENCE_ENDS = "。！？：…”"
_OPENING = "（(“‘《〈【〔"


def check_main_part(a: Anatomy) -> Iterator[Outcome]:
    """Clauses 7.3.1 to 7.3.3."""
    if a.main.title:
        yield from _check_title(a)
    yield from _check_title_gap(a)
    if a.main.addressees:
        yield _check_addressees(a)
    is_shown = any(placed.sheet == a.sheets[0].number for placed in a.main.text)
    words = Wording("有", "some") if is_shown else Wording("无", "none")
    yield judged("first-page", is_shown, words, page=1)
    starts = _starts(a)
    if starts:
        yield _check_indent(a, starts)
    yield from _check_headings(a, starts)


def _check_title(a: Anatomy) -> Iterator[Outcome]:
    lines = a.main.title
    box = joined(line.ink for line in lines)
    yield judged("title-face", is_set_as(a, lines, Role.TITLE), look(lines), page=1, box=box)
    middle = a.first_frame.middle
    off = max((line.middle - middle for line in lines), key=abs)
    is_right = all(is_centred(line, middle) for line in lines)
    yield judged("title-centre", is_right, off_middle(off), page=1, box=box)


def _check_title_gap(a: Anatomy) -> Iterator[Outcome]:
    header = a.profile.header
    first = next(iter((*a.main.title, *(placed.line for placed in a.main.text[:1]))), None)
    if header is None or first is None or not a.header.foot:
        return
    lines = blank_lines(a, a.header.foot, first.em_top)
    words = Wording(f"空 {lines:.1f} 行", f"{lines:.1f} lines")
    is_right = is_lines(lines, header.lines_below)
    yield judged("title-gap", is_right, words, page=1, box=first.ink)


def _check_addressees(a: Anatomy) -> Outcome:
    placed = a.main.addressees
    lines = [each.line for each in placed]
    off = max((cells_from_left(a, p.line, a.frames[p.sheet]) for p in placed), key=abs)
    above = [line for line in a.main.title if line.baseline < lines[0].baseline]
    sheet = placed[0].sheet
    parts: list[bool | None] = [
        is_cells(off, 0),
        lines[-1].text.endswith("："),
        is_set_as(a, lines, Role.ADDRESSEES),
    ]
    words: list[Wording | str] = [
        f"“{shown(lines[0].text)}” {look(lines)}",
        Wording(f"左空 {off:.1f} 字", f"{off:.1f} 字 from the left"),
        Wording(f"末尾“{lines[-1].text[-1]}”", f"ends in “{lines[-1].text[-1]}”"),
    ]
    if above:
        gap = blank_lines(a, above[-1].em_bottom, lines[0].em_top)
        # A note under the title (题注) takes a line of its own.
        parts.append(is_lines(gap, 1) or is_lines(gap, 3))
        words.append(Wording(f"标题下空 {gap:.1f} 行", f"{gap:.1f} lines under the title"))
    box = joined(p.line.ink for p in placed if p.sheet == sheet)
    return judged("addressees", all_of(parts), joined_words(words), page=sheet, box=box)


def _starts(a: Anatomy) -> list[Placed]:
    """First lines of paragraphs: set in, or after a line that ends its paragraph."""
    found: list[Placed] = []
    before: Placed | None = None
    for placed in a.main.text:
        frame = a.frames[placed.sheet]
        is_set_in = cells_from_left(a, placed.line, frame) > _SET_IN_CELLS
        is_after_end = before is None or _is_end(a, before)
        if _is_centred_note(a, placed) or not _is_text(a, placed.line):
            before = None
            continue
        if is_set_in or is_after_end:
            found.append(placed)
        before = placed
    return found


def _is_text(a: Anatomy, line: Line) -> bool:
    """Whether a line is of the text's size, or a heading: no figure of a chart."""
    if is_of_size(line, a.grid.body_size):
        return True
    return any(form.match(line.text) for _, _, form in HEADINGS)


def _is_end(a: Anatomy, placed: Placed) -> bool:
    """Whether a line surely ends its paragraph: ragged lines end short of the edge too."""
    short = _shortness(a, placed)
    is_sentence_end = placed.line.text[-1] in _SENTENCE_ENDS
    return short > (_SHORT_END_CELLS if is_sentence_end else _VERY_SHORT_CELLS)


def _is_last(a: Anatomy, placed: Placed) -> bool:
    return _shortness(a, placed) > _SHORT_END_CELLS


def _shortness(a: Anatomy, placed: Placed) -> float:
    """How far a line ends before the right edge, 字."""
    return (a.frames[placed.sheet].right - placed.line.right) / a.cell


def _is_centred_note(a: Anatomy, placed: Placed) -> bool:
    """Whether a line is centred and short: the note under a title, a chart's or table's name."""
    frame = a.frames[placed.sheet]
    off = cells_from_left(a, placed.line, frame)
    return is_centred(placed.line, frame.middle) and off > 2.6


def _check_indent(a: Anatomy, starts: Sequence[Placed]) -> Outcome:
    expected = a.profile.styles[Role.BODY].first_line_indent
    offs = [(cells_from_left(a, placed.line, a.frames[placed.sheet]), placed) for placed in starts]
    wrong = [(off, placed) for off, placed in offs if not _is_indent(off, placed.line, expected)]
    off, placed = max(wrong or offs, key=lambda pair: abs(pair[0] - expected))
    words = Wording(
        f"{off:.1f} 字（“{shown(placed.line.text, 8)}”）",
        f"{off:.1f} 字 (“{shown(placed.line.text, 8)}”)",
    )
    return judged("indent", not wrong, words, page=placed.sheet, box=placed.line.ink)


def _is_indent(off: float, line: Line, expected: float) -> bool:
    if is_cells(off, expected):
        return True
    # An opening mark at a line's start may lose its blank half.
    near = tolerances().cells
    return line.text[0] in _OPENING and expected - 0.5 - near <= off <= expected + near


def _check_headings(a: Anatomy, starts: Sequence[Placed]) -> Iterator[Outcome]:
    for id, role, form in HEADINGS:
        found = [
            (heading, placed.sheet)
            for placed in starts
            if (heading := _heading(a, placed, form)) is not None
        ]
        if not found:
            continue
        verdicts = [(is_set_as(a, [line], role), line, sheet) for line, sheet in found]
        wrong = [each for each in verdicts if each[0] is False]
        unknown = [each for each in verdicts if each[0] is None]
        verdict, line, sheet = (wrong or unknown or verdicts)[0]
        words = f"{look([line])}（“{shown(line.text, 8)}”）"
        yield judged(id, verdict, words, page=sheet, box=line.ink)


def _heading(a: Anatomy, placed: Placed, form: re.Pattern[str]) -> Line | None:
    """The heading that begins a paragraph; None where the number leads a plain sentence."""
    line = placed.line
    if not form.match(line.text):
        return None
    end = heading_end(line.text, is_alone=lambda: _is_last(a, placed))
    return None if end is None else line.part(0, end)
