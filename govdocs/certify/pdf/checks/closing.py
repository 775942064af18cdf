"""Attachment note, attendance, signature, date, remark, attachments.

Source:
    GB/T 9704-2012 7.3.4 to 7.3.7, 10.3
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.certify.judging import Outcome, all_of, joined_words, judged
from govdocs.certify.pdf.anatomy import Anatomy
from govdocs.certify.pdf.checks.signature import check_seal, check_signature
from govdocs.certify.pdf.main_part import ATTENDANCE, LABEL, NOTE, Annex, Placed
from govdocs.certify.pdf.places import (
    blank_lines,
    cells_from_left,
    is_cells,
    is_centred,
    is_lines,
    is_set_as,
    line_index,
    look,
    shown,
)
from govdocs.certify.pdf.sheet import Line, joined
from govdocs.certify.result import Wording
from govdocs.standards.profile import Role

_DATE = re.compile(r"[12]\d{3}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")
_ITEM = re.compile(r"(\d{1,2})[.．]")
_NO_MARK_AFTER = "。；，、;,."
_TITLE_LINE = 2


def check_closing(a: Anatomy) -> Iterator[Outcome]:
    """Clauses 7.3.4 to 7.3.7 and the attendance of minutes."""
    if a.main.note:
        yield _check_note(a)
    if a.main.attendance:
        yield from _check_attendance(a)
    if a.main.date is not None:
        yield check_signature(a)
        seal = check_seal(a)
        if seal is not None:
            yield seal
        text, date = a.main.date.line.text, a.main.date
        is_right = _DATE.fullmatch(text) is not None
        yield judged("date-form", is_right, f"“{text}”", page=date.sheet, box=date.line.ink)
    if a.main.remark:
        yield _check_remark(a)
    if a.main.annexes:
        yield from _check_annexes(a)


def _gap_above(a: Anatomy, first: Placed) -> float | None:
    """Blank lines over a line, to the text; None where that is on another sheet."""
    above = [p for p in (*a.main.text, *a.main.note, *a.main.attendance)
             if p.sheet == first.sheet and p.line.baseline < first.line.baseline - 1]  # fmt: skip
    if not above:
        return None
    nearest = max(above, key=lambda placed: placed.line.baseline)
    return blank_lines(a, nearest.line.em_bottom, first.line.em_top)


def _check_note(a: Anatomy) -> Outcome:
    first, *rest = a.main.note
    frame = a.frames[first.sheet]
    off, gap = cells_from_left(a, first.line, frame), _gap_above(a, first)
    colon = NOTE.match(first.line.text)
    assert colon is not None  # it was found by this form
    parts: list[bool | None] = [
        is_cells(off, a.profile.styles[Role.ATTACHMENT_NOTE].first_line_indent),
        gap is None or is_lines(gap, 1),
        colon.group().endswith("："),
        not any(line.text[-1] in _NO_MARK_AFTER for line in (p.line for p in a.main.note)),
        _is_aligned(a, first.line, [placed.line for placed in rest], colon.end()),
        is_set_as(a, [placed.line for placed in a.main.note], Role.ATTACHMENT_NOTE),
    ]
    words = joined_words(
        (
            f"“{shown(first.line.text)}”",
            Wording(f"左空 {off:.1f} 字", f"{off:.1f} 字 from the left"),
            *([] if gap is None else [Wording(f"上空 {gap:.1f} 行", f"{gap:.1f} lines above")]),
        )
    )
    return judged("attachment-note", all_of(parts), words, page=first.sheet, box=first.line.ink)


def _is_aligned(a: Anatomy, first: Line, rest: Sequence[Line], colon: int) -> bool:
    """Whether the numbers stand under each other, and names under names (7.3.4)."""
    number = first.part(colon)
    if number is None:
        return False
    item = _ITEM.match(first.text[colon:])
    if item is None:
        return all(abs(line.left - number.left) <= a.cell / 2 for line in rest)
    name = first.part(colon + item.end()) or number
    last = int(item[1])
    for line in rest:
        found = _ITEM.match(line.text)
        if found is None:
            if abs(line.left - name.left) > a.cell / 2:
                return False
            continue
        if int(found[1]) != last + 1 or abs(line.left - number.left) > a.cell / 2:
            return False
        last += 1
    return True


def _check_attendance(a: Anatomy) -> Iterator[Outcome]:
    first, *rest = a.main.attendance
    label = ATTENDANCE.match(first.line.text)
    assert label is not None
    head, own = first.line.part(0, label.end() - 1), first.line.part(label.end())
    names = [*([own] if own else []), *(placed.line for placed in rest
             if not ATTENDANCE.match(placed.line.text))]  # fmt: skip
    is_right = all_of(
        (
            is_set_as(a, [head] if head else [first.line], Role.ATTENDANCE_LABEL),
            is_set_as(a, names, Role.ATTENDANCE) if names else True,
        )
    )
    words = joined_words([look([head or first.line]), *([look(names)] if names else [])])
    box = first.line.ink
    yield judged("attendance-face", is_right, words, page=first.sheet, box=box)
    off, gap = cells_from_left(a, first.line, a.frames[first.sheet]), _gap_above(a, first)
    is_right = all_of(
        (
            is_cells(off, a.profile.styles[Role.ATTENDANCE].first_line_indent),
            gap is None or is_lines(gap, 1),
            label.group().endswith("："),
            own is None
            or all(
                abs(placed.line.left - own.left) <= a.cell / 2
                for placed in rest
                if not ATTENDANCE.match(placed.line.text)
            ),
        )
    )
    words = Wording(f"左空 {off:.1f} 字", f"{off:.1f} 字 from the left")
    if gap is not None:
        words = joined_words([words, Wording(f"上空 {gap:.1f} 行", f"{gap:.1f} lines above")])
    yield judged("attendance-place", is_right, words, page=first.sheet, box=box)


def _check_remark(a: Anatomy) -> Outcome:
    first, last = a.main.remark[0], a.main.remark[-1]
    off = cells_from_left(a, first.line, a.frames[first.sheet])
    date = a.main.date
    is_below = True
    if date is not None and date.sheet == first.sheet:
        is_below = is_lines(blank_lines(a, date.line.em_bottom, first.line.em_top), 0)
    text = "".join(placed.line.text for placed in a.main.remark)
    # An opening bracket at the start may lose its blank half.
    indent = a.profile.styles[Role.REMARK].first_line_indent
    is_right = all_of(
        (
            is_cells(off, indent) or is_cells(off, indent - 0.5),
            text.startswith("（") and last.line.text.endswith("）"),
            is_below,
            is_set_as(a, [placed.line for placed in a.main.remark], Role.REMARK),
        )
    )
    words = joined_words(
        (f"“{shown(text)}”", Wording(f"左空 {off:.1f} 字", f"{off:.1f} 字 from the left"))
    )
    return judged("remark", is_right, words, page=first.sheet, box=first.line.ink)


def _check_annexes(a: Anatomy) -> Iterator[Outcome]:
    """7.3.7; the places of an attachment that lies across are left to clause 8."""
    titles = [(annex, _title_of(a, annex)) for annex in a.main.annexes if annex.rest]
    upright = [annex for annex in a.main.annexes if not annex.is_across]
    if upright:
        yield _check_labels(a, upright)
    placed = [(annex, lines) for annex, lines in titles if not annex.is_across]
    if placed:
        yield _check_titles(a, placed)
    if a.main.note:
        yield _check_match(a, titles)


def _check_labels(a: Anatomy, annexes: Sequence[Annex]) -> Outcome:
    verdicts = [_is_label_right(a, annex) for annex in annexes]
    annex = annexes[verdicts.index(False) if False in verdicts else 0]
    at = line_index(a, annex.label, a.frames[annex.sheet].top) + 1
    words = joined_words(
        (
            f"“{annex.label.text}” {look([annex.label])}",
            Wording(f"第 {at:.0f} 行", f"line {at:.0f}"),
        )
    )
    return judged(
        "attachment-label", all_of(verdicts), words, page=annex.sheet, box=annex.label.ink
    )


def _is_label_right(a: Anatomy, annex: Annex) -> bool | None:
    frame, document = a.frames[annex.sheet], _label(annex)["document"] or ""
    label = annex.label.part(len(document)) or annex.label
    own = annex.label.part(0, len(document)) if document else None
    number = a.header.number
    return all_of(
        (
            is_lines(line_index(a, annex.label, frame.top), 0),
            is_cells(cells_from_left(a, annex.label, frame), 0),
            is_set_as(a, [label], Role.ATTACHMENT_LABEL),
            # One that is not bound with the text has the document number before it.
            own is None or is_set_as(a, [own], Role.DOCUMENT_NUMBER),
            own is None or number is None or own.text == number.text,
        )
    )


def _label(annex: Annex) -> re.Match[str]:
    found = LABEL.fullmatch(annex.label.text)
    assert found is not None  # it was found by this form
    return found


def _title_of(a: Anatomy, annex: Annex) -> list[Line]:
    """The lines of an attachment's title: the first under its label, and those of its look."""
    first, *rest = annex.rest
    found = [first]
    # Of one that lies across, its title tells where its middle is.
    middle = first.middle if annex.is_across else a.frames[annex.sheet].middle
    for line in rest:
        is_same = look([line]) == look([first])
        if not (is_same and is_centred(line, middle)):
            break
        found.append(line)
    return found


def _check_titles(a: Anatomy, titles: Sequence[tuple[Annex, list[Line]]]) -> Outcome:
    shown_at, is_right = 0, True
    for index, (annex, lines) in enumerate(titles):
        frame = a.frames[annex.sheet]
        at = line_index(a, lines[0], frame.top)
        if is_right and not (
            is_lines(at, _TITLE_LINE) and all(is_centred(line, frame.middle) for line in lines)
        ):
            shown_at, is_right = index, False
    annex, lines = titles[shown_at]
    frame = a.frames[annex.sheet]
    at, off = line_index(a, lines[0], frame.top) + 1, lines[0].middle - frame.middle
    words = Wording(f"第 {at:.0f} 行，偏 {off:+.1f} mm", f"line {at:.0f}, {off:+.1f} mm off")
    box = joined(line.ink for line in lines)
    return judged("attachment-title", is_right, words, page=annex.sheet, box=box)


def _check_match(a: Anatomy, titles: Sequence[tuple[Annex, list[Line]]]) -> Outcome:
    said = _named(a.main.note)
    found = [
        (_label(annex)["number"], "".join(line.text for line in lines)) for annex, lines in titles
    ]
    first = a.main.note[0]
    words = "、".join(f"{number} {shown(title)}".strip() for number, title in found)
    is_right = _match(said, found)
    if is_right is None:
        missing = "、".join(" ".join(each).strip() for each in said if each not in found)
        words_of = Wording(f"文件中没有：{missing}", f"not in the file: {missing}")
        return judged("attachment-match", None, words_of, page=first.sheet, box=first.line.ink)
    return judged("attachment-match", is_right, words, page=first.sheet, box=first.line.ink)


def _match(said: Sequence[tuple[str, str]], found: Sequence[tuple[str, str]]) -> bool | None:
    """Whether attachments are those named; None where some, not bound in, are not in the file."""
    if said == found:
        return True
    present = [each for each in said if each in found]
    return None if present == list(found) and len(said) > len(found) else False


def _named(note: Sequence[Placed]) -> list[tuple[str, str]]:
    """Numbers and names as the note has them."""
    named: list[tuple[str, str]] = []
    for index, placed in enumerate(note):
        text = NOTE.sub("", placed.line.text, count=1) if not index else placed.line.text
        item = _ITEM.match(text)
        if item:
            named.append((item[1], text[item.end() :]))
        elif not named:
            named.append(("", text))
        else:
            named[-1] = (named[-1][0], named[-1][1] + text)
    return named
