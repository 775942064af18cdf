"""The opening of the first page: header block and red rules, each line at its place.

The texts are paragraphs of the body, whose exact heights and spaces put every baseline where it
stands on our pages; what cannot stand in the flow (the word beside a joint mark, a letter's mark
over the type area) is in a frame. The rules are drawn lines, anchored at the first paragraph.

Source:
    GB/T 9704-2012 7.2, 10.1 to 10.3
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from govdocs.compose.composition import Align, Composition, Opening, PageGeometry, Role, TextRun
from govdocs.compose.opening import FixedRule, FixedRun, FixedText
from govdocs.units import to_pt, to_twips
from govdocs.writers.docx.oxml.frame import frame, ruled_line
from govdocs.writers.docx.oxml.markup import Markup, joined
from govdocs.writers.docx.oxml.style import tracking
from govdocs.writers.docx.oxml.text import Tab, paragraph, run
from govdocs.writers.docx.style_sheet import (
    AFTER_TABLE,
    AFTER_TABLE_PITCH,
    BLACK,
    JUSTIFICATION,
    TAB_KINDS,
    StyleSheet,
)

_LINE_EM = 1.2  # height of a line in ems of its type: no glyph is cut off
_LEAST_LINE_EM = 1.0  # a line that must be lower stands in a frame
_FIRST_RULE = 80_001  # ids of drawings: far above those of pictures and charts
_RULE_NAME = "版头分隔线"


class _Row(NamedTuple):
    """Texts on one baseline, from left to right."""

    texts: tuple[FixedText, ...]

    @property
    def first(self) -> FixedText:
        return self.texts[0]

    @property
    def role(self) -> Role:
        return self.first.role


class _Line(NamedTuple):
    """A row in the flow: the space over it and its height, twips."""

    row: _Row
    before: int
    height: int


def opening_blocks(composition: Composition, sheet: StyleSheet) -> Iterator[Markup]:
    """The paragraphs over the main part; none where a document has no opening.

    The main part goes on under them where it begins on our first page.
    """
    opening = composition.opening
    if opening is None:
        return
    placed = list(_placed(opening, sheet.profile.page))
    flow = [each for each in placed if isinstance(each, _Line)]
    used = sum(line.before + line.height for line in flow)
    rest = to_twips(opening.height) - used
    rules = _rules(opening.rules, sheet.profile.page)
    if not flow:
        yield from (_framed(row, sheet) for row in placed if isinstance(row, _Row))
        # The space goes over it: at the top it might run into a frame.
        yield paragraph(AFTER_TABLE, *rules, space=(rest - AFTER_TABLE_PITCH, None))
        return
    for each in placed:
        if isinstance(each, _Row):
            yield _framed(each, sheet)
            continue
        after = rest if each is flow[-1] else None
        yield _flowing(each, after, sheet, rules if each is flow[0] else ())


def _placed(opening: Opening, page: PageGeometry) -> Iterator[_Line | _Row]:
    """Each row in the flow with its place, or alone where it needs a frame."""
    # LibreOffice centres the grid in the type area: half of what it leaves blank is at the top.
    lead = to_twips(page.type_area_height - page.lines * page.flow_pitch) / 2
    used = 0
    for (floats, baseline), texts in groupby(
        opening.texts, key=lambda text: (text.floats, text.baseline)
    ):
        row = _Row(tuple(texts))
        size = to_twips(row.first.size)
        drop = to_twips(baseline - page.head_margin) - lead - used
        height = min(round(size * _LINE_EM), int(drop / page.off_grid_baseline))
        if floats or height < size * _LEAST_LINE_EM:
            yield row
            continue
        before = round(drop - page.off_grid_baseline * height)
        used += before + height
        yield _Line(row, before, height)


def _flowing(
    line: _Line, after: int | None, sheet: StyleSheet, anchored: Sequence[Markup]
) -> Markup:
    """A row as a paragraph of the flow; its texts after the first stand at tabs."""
    page, first = sheet.profile.page, line.row.first
    lefts = first.left - page.binding_margin
    rights = page.binding_margin + page.type_area_width - first.right
    align = first.align if len(line.row.texts) == 1 else Align.LEFT
    is_left = align is Align.LEFT  # its right edge would break a line that just fits
    rest = line.row.texts[1:]
    return paragraph(
        sheet.paragraph(line.row.role),
        *anchored,
        *_runs(line.row, sheet),
        left_indent=to_twips(lefts) or None,
        right_indent=None if is_left else to_twips(rights) or None,
        align=JUSTIFICATION[align],
        tabs=[_tab(text, page) for text in rest],
        line=line.height,
        space=(line.before, after or None),
    )


def _tab(text: FixedText, page: PageGeometry) -> Tab:
    at = {
        Align.LEFT: text.left,
        Align.CENTER: (text.left + text.right) // 2,
        Align.RIGHT: text.right,
    }
    return Tab(to_twips(at[text.align] - page.binding_margin), TAB_KINDS[text.align])


def _framed(row: _Row, sheet: StyleSheet) -> Markup:
    """A row in a frame at its place on the sheet."""
    page, text = sheet.profile.page, row.first
    height = round(to_twips(text.size) * _LINE_EM)
    place = frame(
        left=to_twips(text.left - page.binding_margin),
        top=to_twips(text.baseline) - round(page.off_grid_baseline * height),
        width=to_twips(text.right - text.left),
        height=height,
    )
    return paragraph(
        sheet.paragraph(row.role),
        *_runs(row, sheet),
        align=JUSTIFICATION[text.align],
        frame=place,
        line=height,
        space=(0, 0),
    )


def _runs(row: _Row, sheet: StyleSheet) -> Iterator[Markup]:
    for index, text in enumerate(row.texts):
        before = "\t" if index else ""
        for each in text.runs:
            yield from _run(each._replace(text=before + each.text), text, row.role, sheet)
            before = ""


def _run(piece: FixedRun, text: FixedText, role: Role, sheet: StyleSheet) -> Iterator[Markup]:
    """A stretch of text in its face, its last character without what spreads the others."""
    page, style = sheet.profile.page, sheet.profile.styles[role]
    usual = page.tracking if style.on_grid else 0
    is_spread = text.tracking != usual and len(piece.text) > 1
    faces = sheet.faces(TextRun(*piece)) if piece.role is not role else Markup("")
    size = None if text.size == style.size else round(to_pt(text.size) * 2)
    spread = joined([faces, tracking(to_twips(text.tracking))]) if is_spread else faces
    cut = len(piece.text) - 1 if is_spread else len(piece.text)
    for part, look in ((piece.text[:cut], spread), (piece.text[cut:], faces)):
        if part:
            yield run(part, faces=look or None, size=size, has_tabs=True)


def _rules(rules: Sequence[FixedRule], page: PageGeometry) -> tuple[Markup, ...]:
    return tuple(
        ruled_line(
            number=number,
            name=_RULE_NAME,
            left=rule.x - page.binding_margin,
            top=rule.y + rule.height // 2,
            width=rule.width,
            thickness=rule.height,
            rgb=rule.ink.rgb if rule.ink else BLACK,
        )
        for number, rule in enumerate(rules, _FIRST_RULE)
    )
