"""The header block and the special formats' own.

Source:
    GB/T 9704-2012 7.2, 10.1 to 10.3
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.certify.colours import is_red
from govdocs.certify.data import tolerances
from govdocs.certify.judging import Outcome, all_of, is_near, joined_words, judged
from govdocs.certify.pdf.anatomy import Anatomy
from govdocs.certify.pdf.header import SIGNATORY
from govdocs.certify.pdf.places import (
    blank_lines,
    cells_from_left,
    cells_from_right,
    has_face,
    is_cells,
    is_centred,
    is_lines,
    is_set_as,
    line_index,
    look,
    off_middle,
    telling_glyphs,
)
from govdocs.certify.pdf.sheet import Line, Stroke, joined
from govdocs.certify.result import Box, Verdict, Wording
from govdocs.standards.official import Edge, HeaderStyle
from govdocs.standards.profile import Role
from govdocs.units import to_mm

_COPY_NUMBER = re.compile(r"\d{6}")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★(?:\d+(?:年|个月|日)|长期))?")
_NUMBER = re.compile(r"[^\s〔〕\[\]()（）第]+〔(?:19|20)\d{2}〕[1-9]\d*号")
_ORDER_NUMBER = re.compile(r"第(?:[1-9]\d*|[一二三四五六七八九十百〇零]+)号")
_BARE_NUMBER = re.compile(r"〔(?:19|20)\d{2}〕[1-9]\d*号")
_ISSUE = re.compile(r"第(?:[1-9]\d*|[一二三四五六七八九十百〇零]+)[号期次]")
_FORMS = {"order": (_ORDER_NUMBER,), "minutes": (_NUMBER, _BARE_NUMBER, _ISSUE)}


_AS_SHAPES = Wording("以图形绘制，不是文字", "drawn as shapes, not set as text")
_AS_PICTURE = Wording("是图片，不是文字", "a picture, not text")
_NO_NUMBER = Wording("没有发文字号", "no document number")


def check_header(a: Anatomy) -> Iterator[Outcome]:
    """Clauses 7.2.1 to 7.2.7, and what clause 10 says instead."""
    header = a.profile.header
    if header is None:
        return
    yield from _check_corner(a, header)
    if a.header.mark:
        yield from _check_mark(a, header)
    else:
        yield from _check_shaped_mark(a, header)
    if a.header.number is not None:
        yield from _check_number(a, header, a.header.number)
    if a.header.signatories:
        yield _check_signatory(a, header)
    if header.rule.length:
        yield from _check_rules(a, header)
    else:
        red = [s for s in a.header.rules if is_red(s.rgb)]
        words = Wording(f"{len(red)} 条", f"{len(red)}")
        yield judged("no-rule", not red, words, page=1, box=red[0].box if red else None)
    if header.foot_rule is not None:
        yield _check_foot_rule(a, header)


def _check_corner(a: Anatomy, header: HeaderStyle) -> Iterator[Outcome]:
    """份号, 密级 and 紧急程度: flush left, line under line."""
    elements: tuple[tuple[str, Role, Line | None, re.Pattern[str] | None], ...] = (
        ("copy-number", Role.COPY_NUMBER, a.header.copy_number, _COPY_NUMBER),
        ("secrecy", Role.SECRECY, a.header.secrecy, _SECRECY),
        ("urgency", Role.URGENCY, a.header.urgency, None),
    )
    frame = a.first_frame
    top, above = _corner_top(a, header), 0
    for usual, (id, role, line, form) in enumerate(elements):
        if line is None:
            continue
        at = line_index(a, line, top)
        off = cells_from_left(a, line, frame)
        is_right = all_of(
            (
                # 7.2.2 names line 2, and a document without 份号 begins with what it has.
                is_lines(at, above) or is_lines(at, usual),
                is_cells(off, 0),
                form is None or form.fullmatch(line.text) is not None,
                is_set_as(a, [line], role, digits=role is Role.COPY_NUMBER),
            )
        )
        words = joined_words(
            (
                f"“{line.text}” {look([line])}",
                Wording(f"第 {at + 1:.0f} 行", f"line {at + 1:.0f}"),
                Wording(f"左空 {off:.1f} 字", f"{off:.1f} 字 from the left"),
            )
        )
        yield judged(id, is_right, words, page=1, box=line.ink)
        above += 1


def _corner_top(a: Anatomy, header: HeaderStyle) -> float:
    if header.elements_under_rule and a.header.rules:
        return a.header.rules[-1].y + _under_rule(a, header)
    return a.first_frame.top


def _under_rule(a: Anatomy, header: HeaderStyle) -> float:
    return header.rule_to_elements_em * to_mm(a.profile.page.type_size)


def _check_mark(a: Anatomy, header: HeaderStyle) -> Iterator[Outcome]:
    lines = a.header.mark
    box = joined(line.ink for line in lines)
    yield from _check_mark_place(a, header, box)
    glyphs = telling_glyphs(lines)
    face = a.profile.styles[Role.ISSUER_MARK].face
    yield judged("mark-face", has_face(glyphs, face), look(lines), page=1, box=box)
    others = [glyph for glyph in glyphs if not is_red(glyph.rgb)]
    shown = str((others or glyphs)[0].rgb)
    yield judged("mark-colour", not others, shown, page=1, box=box)


def _check_mark_place(a: Anatomy, header: HeaderStyle, box: Box) -> Iterator[Outcome]:
    from_top = box.top - a.first_frame.top
    expected = to_mm(header.mark_top)
    measured = from_top if expected >= 0 else from_top + to_mm(a.profile.page.head_margin)
    is_right = is_near(from_top, expected, tolerances().position_mm)
    yield judged("mark-top", is_right, f"{measured:.1f} mm", page=1, box=box)
    middle = (box.left + box.right) / 2
    middles = [a.first_frame.middle, *([a.sheets[0].width / 2] if header.foot_rule else [])]
    off = min((middle - other for other in middles), key=abs)
    is_right = abs(off) <= tolerances().centre_mm
    yield judged("mark-centre", is_right, off_middle(off), page=1, box=box)


def _check_shaped_mark(a: Anatomy, header: HeaderStyle) -> Iterator[Outcome]:
    """A mark that is no text: shapes show its place and colour, a picture nothing for sure."""
    drawn, pictured = a.header.drawn_mark, a.header.pictured_mark
    if drawn is not None:
        yield from _check_mark_place(a, header, drawn)
        yield judged("mark-colour", True, _AS_SHAPES, page=1, box=drawn)
        yield judged("mark-face", None, _AS_SHAPES, page=1, box=drawn)
    elif pictured is not None:
        for id in ("mark-top", "mark-centre", "mark-face", "mark-colour"):
            yield judged(id, None, _AS_PICTURE, page=1, box=pictured)


def _check_number(a: Anatomy, header: HeaderStyle, number: Line) -> Iterator[Outcome]:
    forms = _FORMS.get(a.profile.id, (_NUMBER,))
    text = f"“{number.text}”"
    is_right = any(form.fullmatch(number.text) for form in forms)
    yield judged("number-form", is_right, text, page=1, box=number.ink)
    is_right_face = is_set_as(a, [number], Role.DOCUMENT_NUMBER)
    yield judged("number-face", is_right_face, look([number]), page=1, box=number.ink)
    yield _check_number_place(a, header, number)
    yield from _check_number_gap(a, header, number)


def _check_number_place(a: Anatomy, header: HeaderStyle, number: Line) -> Outcome:
    frame = a.first_frame
    left, right = cells_from_left(a, number, frame), cells_from_right(a, number, frame)
    if header.number_align is Edge.RIGHT:
        is_right = is_cells(right, header.edge_chars)
        words = Wording(f"右空 {right:.1f} 字", f"{right:.1f} 字 from the right")
    elif a.header.signatories:
        is_right = is_cells(left, header.edge_chars)
        words = Wording(f"左空 {left:.1f} 字", f"{left:.1f} 字 from the left")
    else:
        is_right = is_centred(number, frame.middle)
        words = off_middle(number.middle - frame.middle)
    return judged("number-place", is_right, words, page=1, box=number.ink)


def _check_number_gap(a: Anatomy, header: HeaderStyle, number: Line) -> Iterator[Outcome]:
    if header.elements_under_rule:
        if a.header.rules:
            gap = number.em_top - a.header.rules[-1].y
            ink = number.ink.top - a.header.rules[-1].box.bottom
            expected, near = _under_rule(a, header), tolerances().position_mm
            is_right = is_near(gap, expected, near) or is_near(ink, expected, near)
            yield judged("number-gap", is_right, f"{gap:.1f} mm", page=1, box=number.ink)
    elif a.header.mark:
        foot = max(line.ink.bottom for line in a.header.mark)
        first = min(line.em_top for line in (number, *a.header.signatories))
        lines = blank_lines(a, foot, first)
        words = Wording(f"空 {lines:.1f} 行", f"{lines:.1f} lines")
        is_right = is_lines(lines, header.lines_below_mark)
        yield judged("number-gap", is_right, words, page=1, box=number.ink)


def _check_signatory(a: Anatomy, header: HeaderStyle) -> Outcome:
    first, *more = a.header.signatories
    label = SIGNATORY.match(first.text)
    assert label is not None  # it was found by this form
    own = first.part(label.end())
    names = [*([own] if own else []), *more]
    right = min(cells_from_right(a, line, a.first_frame) for line in (first, *more))
    label_line = first.part(0, label.end()) or first
    # The number stands on the line of the last name.
    foot, number = max(line.baseline for line in (first, *more)), a.header.number
    is_right = all_of(
        (
            label.group().endswith("："),
            is_set_as(a, [label_line], Role.SIGNATORY_LABEL),
            is_set_as(a, names, Role.SIGNATORY) if names else False,
            is_cells(right, header.edge_chars),
            number is None or is_near(number.baseline, foot, tolerances().position_mm),
        )
    )
    words = joined_words(
        (
            f"“{label.group()}” {look([label_line])}",
            *([look(names)] if names else []),
            Wording(f"右空 {right:.1f} 字", f"{right:.1f} 字 from the right"),
        )
    )
    box = joined(line.ink for line in (first, *more))
    return judged("signatory", is_right, words, page=1, box=box)


def _check_rules(a: Anatomy, header: HeaderStyle) -> Iterator[Outcome]:
    rules = a.header.rules
    if not rules:
        return
    box = joined(stroke.box for stroke in rules)
    above = _above_rule(a, header)
    if above is not None:
        # The lower edge is that of the ink or of the em box; rules count by their middle.
        gaps = [rules[0].y - edge for edge in above]
        expected, near = to_mm(header.rule.gap), tolerances().position_mm
        is_right = any(is_near(gap, expected, near) for gap in gaps)
        is_right = is_right and _is_thick_first(rules, header)
        yield judged("rule-gap", is_right, f"{gaps[0]:.1f} mm", page=1, box=box)
    elif not header.elements_under_rule and a.header.number is None:
        yield Outcome("rule-gap", Verdict.NOT_APPLICABLE, _NO_NUMBER)
    every = [*rules, *a.header.foot_rules]
    expected, near = to_mm(header.rule.length), tolerances().rule_length_mm
    middles = [a.first_frame.middle, *([a.sheets[0].width / 2] if header.foot_rule else [])]
    worst = max(every, key=lambda stroke: abs(stroke.length - expected))
    is_right = is_near(worst.length, expected, near) and all(
        any(is_near(_middle(s), middle, tolerances().centre_mm) for middle in middles)
        for s in every
    )
    yield judged("rule-length", is_right, f"{worst.length:.1f} mm", page=1, box=worst.box)
    others = [s for s in every if not is_red(s.rgb)]
    yield judged("rule-colour", not others, str((others or every)[0].rgb), page=1, box=box)


def _middle(stroke: Stroke) -> float:
    return (stroke.box.left + stroke.box.right) / 2


def _above_rule(a: Anatomy, header: HeaderStyle) -> tuple[float, float] | None:
    """The lower edges, of ink and of em box, of what stands over the rule."""
    if header.elements_under_rule:
        lines: Sequence[Line] = a.header.mark
    else:
        own = [line for line in (a.header.number, *a.header.signatories) if line is not None]
        lines = [line for line in own if line.baseline < a.header.rules[0].y]
    if not lines:
        return None
    return max(line.ink.bottom for line in lines), max(line.em_bottom for line in lines)


def _is_thick_first(rules: Sequence[Stroke], header: HeaderStyle) -> bool:
    strokes = header.rule.strokes
    if len(strokes) < 2:
        return True
    return len(rules) > 1 and rules[0].thickness > rules[-1].thickness


def _check_foot_rule(a: Anatomy, header: HeaderStyle) -> Outcome:
    rules, foot = a.header.foot_rules, header.foot_rule
    assert foot is not None
    if not rules:
        return judged("foot-rule", False, Wording("未找到", "not found"), page=1)
    height, near = a.sheets[0].height, tolerances().position_mm
    least, most = height - rules[-1].y, height - rules[0].y
    others = [
        sheet.number
        for sheet in a.sheets[1:]
        if any(is_red(s.rgb) and s.length > to_mm(foot.length) / 2 for s in sheet.level_strokes)
    ]
    is_right = (
        least - near <= to_mm(foot.gap) <= most + near
        and len(rules) > 1
        and rules[0].thickness < rules[-1].thickness
        and not others
    )
    box = joined(stroke.box for stroke in rules)
    return judged(
        "foot-rule", is_right, f"{least:.1f} mm", page=others[0] if others else 1, box=box
    )
