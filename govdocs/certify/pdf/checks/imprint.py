"""The imprint.

Source:
    GB/T 9704-2012 7.4, 10.1
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.certify.data import tolerances
from govdocs.certify.judging import Outcome, all_of, is_near, joined_words, judged
from govdocs.certify.pdf.anatomy import Anatomy
from govdocs.certify.pdf.places import (
    cells_from_left,
    cells_from_right,
    is_cells,
    is_set_as,
    look,
    shown,
)
from govdocs.certify.pdf.sheet import Line, Stroke, joined
from govdocs.certify.result import Wording
from govdocs.standards.official import ImprintStyle
from govdocs.standards.profile import Role
from govdocs.units import to_mm

_PRINTED_ON = re.compile(r"[12]\d{3}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日印发")
_COPIED = re.compile(r"(?:抄送|主送)：")
_NEAR_FOOT_MM = 12.0


def check_imprint(a: Anatomy) -> Iterator[Outcome]:
    """Clauses 7.4.1 to 7.4.3, and what 10.1 says instead."""
    style, imprint = a.profile.imprint, a.imprint
    if style is None or not imprint.sheet:
        return
    if style.has_rules:
        yield from _check_rules(a, style, imprint.rules)
    else:
        yield _check_bare(a)
    if imprint.copied:
        yield _check_copied(a, style)
    if imprint.printing is not None and style.has_printing_office:
        yield _check_printing(a, style, imprint.printing)


def _check_rules(a: Anatomy, style: ImprintStyle, rules: Sequence[Stroke]) -> Iterator[Outcome]:
    page, frame = a.imprint.sheet, a.frames[a.imprint.sheet]
    if not rules:
        for id in ("imprint-rule-width", "imprint-rule-length", "imprint-foot"):
            yield judged(id, False, Wording("未找到分隔线", "no rules"), page=page)
        return
    box = joined(rule.box for rule in rules)
    near = tolerances().rule_width_mm
    thick, thin = to_mm(style.thick_rule), to_mm(style.thin_rule)
    ends = [rules[0], rules[-1]]
    is_right = all(is_near(rule.thickness, thick, near) for rule in ends) and all(
        is_near(rule.thickness, thin, near) for rule in rules[1:-1]
    )
    # Two rules at least: one over the first element, one under the last.
    is_right = is_right and len(rules) > 1
    widths = " / ".join(f"{rule.thickness:.2f}" for rule in rules)
    yield judged("imprint-rule-width", is_right, f"{widths} mm", page=page, box=box)
    expected = to_mm(a.profile.page.type_area_width)
    worst = max(rules, key=lambda rule: abs(rule.length - expected))
    is_right = is_near(worst.length, expected, tolerances().rule_length_mm)
    yield judged(
        "imprint-rule-length", is_right, f"{worst.length:.1f} mm", page=page, box=worst.box
    )
    off = rules[-1].y - frame.foot
    words = Wording(f"距版心下边缘 {off:+.1f} mm", f"{off:+.1f} mm from the lower edge")
    # The last sheet of all bears it, or the imprint is not where 7.4.1 wants it.
    is_right = abs(off) <= tolerances().position_mm and page == a.page_count
    yield judged("imprint-foot", is_right, words, page=page, box=rules[-1].box)


def _check_bare(a: Anatomy) -> Outcome:
    """10.1: neither rules nor printing office, at the foot of the last page."""
    imprint = a.imprint
    foot = a.frames[imprint.sheet].foot
    lowest = max(line.em_bottom for line in imprint.lines)
    is_right = not imprint.rules and imprint.printing is None and foot - lowest < _NEAR_FOOT_MM
    count = len(imprint.rules)
    words = joined_words(
        (
            Wording(f"{count} 条分隔线", f"{count} rules"),
            *([f"“{shown(imprint.printing.text)}”"] if imprint.printing else []),
            Wording(
                f"距版心下边缘 {foot - lowest:.1f} mm", f"{foot - lowest:.1f} mm above the foot"
            ),
        )
    )
    box = joined(line.ink for line in imprint.lines)
    return judged("no-imprint-rules", is_right, words, page=imprint.sheet, box=box)


def _check_copied(a: Anatomy, style: ImprintStyle) -> Outcome:
    lines = a.imprint.copied
    frame = a.frames[a.imprint.sheet]
    left = cells_from_left(a, lines[0], frame)
    right = min(cells_from_right(a, line, frame) for line in lines)
    near = tolerances().cells
    is_right = all_of(
        (
            is_cells(left, style.edge_chars),
            # A closing mark at the edge may lose its blank half, or hang.
            right >= style.edge_chars - max(near, 0.5) - near,
            _COPIED.match(lines[0].text) is not None,
            lines[-1].text.endswith("。"),
            is_set_as(a, lines, Role.IMPRINT),
        )
    )
    words = joined_words(
        (
            f"“{shown(lines[0].text)}” {look(lines)}",
            Wording(f"左空 {left:.1f} 字", f"{left:.1f} 字 from the left"),
            Wording(f"末尾“{lines[-1].text[-1]}”", f"ends in “{lines[-1].text[-1]}”"),
        )
    )
    box = joined(line.ink for line in lines)
    return judged("copied-to", is_right, words, page=a.imprint.sheet, box=box)


def _check_printing(a: Anatomy, style: ImprintStyle, line: Line) -> Outcome:
    frame = a.frames[a.imprint.sheet]
    left, right = cells_from_left(a, line, frame), cells_from_right(a, line, frame)
    date = line.pieces[-1].text
    is_right = all_of(
        (
            is_cells(left, style.edge_chars),
            is_cells(right, style.edge_chars),
            _PRINTED_ON.search(date) is not None,
            is_set_as(a, [line], Role.IMPRINT),
        )
    )
    words = joined_words(
        (
            f"“{shown(date)}” {look([line])}",
            Wording(
                f"左空 {left:.1f} 字，右空 {right:.1f} 字",
                f"{left:.1f} 字 from the left, {right:.1f} 字 from the right",
            ),
        )
    )
    return judged("printing", is_right, words, page=a.imprint.sheet, box=line.ink)
