"""版头: every element over the main part of the first page, placed.

How distances are counted (for whoever measures a page):

* the mark's upper edge is the ink top of its highest character (of its first line, where it is a
  joint mark); its lower edge, and that of any line of characters, lies 0.12 em under the baseline
  (``page.descent_em``): the lower edge of the box of a Chinese character;
* a line stands in a box of 1/22 of the type area; ``n`` blank lines under the mark or a rule end
  where the next line's box begins; its baseline is ``page.baseline_drop_pt`` lower;
* a distance to a rule ends at the centre of its nearest stroke; so 4 mm under a document number
  is from the lower edge of its characters to the centre of the rule's (upper) stroke, and 20 mm
  over the sheet's lower edge is to the centre of a letter's lowest stroke.

Source:
    GB/T 9704-2012 7.2.1 to 7.2.7, 10.1 to 10.3
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govdocs.compose.composition import ComposedBlock, PrintOptions, Profile
from govdocs.compose.header.fit import check_fit
from govdocs.compose.header.mark import Mark, MarkPlace, MarkTexts, place_mark, sizes
from govdocs.compose.header.measure import Measure
from govdocs.compose.header.number import number_text, signed_number, upper_texts
from govdocs.compose.header.room import lines_left, lines_needed
from govdocs.compose.opening import (
    FixedRule,
    FixedText,
    Opening,
    centre_span,
    strokes_down,
    strokes_up,
)
from govdocs.errors import LayoutError, UsageError
from govdocs.fontbook.book import FontBook
from govdocs.model.nodes import HeaderBlock
from govdocs.standards.official import HeaderStyle
from govdocs.units import to_mm

_USUAL_WORD = HeaderBlock().mark_word


def compose_opening(
    block: HeaderBlock | None,
    blocks: Sequence[ComposedBlock],
    profile: Profile,
    fonts: FontBook | None,
    options: PrintOptions,
) -> Opening | None:
    """The opening of a document; None where it has no header block, or nothing in it.

    Args:
        block: the header block.
        blocks: the main part, whose beginning must still show on the first page.
        profile: the format.
        fonts: the faces by whose ink and advances the mark is placed.
        options: on pre-printed paper the red parts are left out and their room is kept.

    Raises:
        UsageError: signatories in a format that has no place for them, or no fonts.
        LayoutError: a mark or a line that does not fit, or all of it does not fit the page.
    """
    if block is None or profile.header is None or not _has_content(block):
        return None
    if fonts is None:
        raise UsageError(
            "有版头的文档要给出字体才能编排", "a document with a header block needs fonts"
        )
    measure = Measure(profile, fonts)
    if profile.header.elements_under_rule:
        opening = _letter(block, profile.header, measure)
    else:
        opening = _usual(block, blocks, profile.header, measure)
    check_fit(opening.texts, measure)
    _check_height(opening, measure)
    return _without_red(opening, profile) if options.preprinted else opening


def _check_height(opening: Opening, measure: Measure) -> None:
    """Check that the opening ends inside the type area: nothing is printed below it."""
    page = measure.profile.page
    height = opening.height - page.line_top(measure.look.lines_below)
    if height <= page.type_area_height:
        return
    found, area = f"{to_mm(height):.0f}", f"{to_mm(page.type_area_height):.0f}"
    raise LayoutError(
        f"版头高 {found} mm，超过版心高度 {area} mm，首页排不下（GB/T 9704-2012 7.2）；"
        "请减少签发人或联署机关",
        f"the header block is {found} mm high, more than the {area} mm of the type area "
        "(GB/T 9704-2012 7.2); name fewer signatories or organs",
    )


def _has_content(block: HeaderBlock) -> bool:
    texts = (block.copy_number, block.secrecy, block.urgency, block.document_number)
    return any((*texts, *block.issuer_mark, *block.signatories))


def _without_red(opening: Opening, profile: Profile) -> Opening:
    """What is still to be printed where red parts are on the paper already (套打)."""
    return Opening(
        tuple(text for text in opening.texts if profile.styles[text.role].ink is None),
        tuple(rule for rule in opening.rules if rule.ink is None),
        opening.height,
    )


def _mark_texts(block: HeaderBlock, look: HeaderStyle) -> MarkTexts | None:
    """The mark's names and word; 文件 gives way to the format's own word."""
    names = tuple(filter(None, block.issuer_mark))
    word = look.mark_word if block.mark_word == _USUAL_WORD else block.mark_word
    return MarkTexts(names[:1] if look.one_mark else names, word) if names else None


class _Foot(NamedTuple):
    """Where an opening ends so far, EMU from the sheet's upper edge.

    Attributes:
        edge: lower edge of the characters, or of the mark.
        line: where the next line's box may begin.
    """

    edge: int
    line: int


def _under(line: FixedText, measure: Measure) -> _Foot:
    page = measure.profile.page
    return _Foot(
        line.baseline + page.descent(line.size),
        line.baseline - page.baseline_drop + page.line_top(1),
    )


# The usual formats: document, order, minutes


def _usual(
    block: HeaderBlock, blocks: Sequence[ComposedBlock], look: HeaderStyle, measure: Measure
) -> Opening:
    page = measure.profile.page
    upper = upper_texts(block, measure, page.head_margin + page.baseline_drop)
    texts = _mark_texts(block, look)
    if texts is None:
        return _under_mark(block, look, measure, upper, None)
    place = MarkPlace(page.head_margin + look.mark_top, _mark_width(upper, look, measure))
    needed = lines_needed(blocks, measure.profile)
    for size in sizes(texts, place, measure):
        mark = place_mark(texts, place, measure, size)
        opening = _under_mark(block, look, measure, upper, mark)
        # Only a joint mark is made smaller for the text's sake: another gains no line by it.
        if len(texts.names) == 1 or lines_left(opening.height, measure.profile) >= needed:
            return opening
    raise _no_room(texts)


def _mark_width(upper: Sequence[FixedText], look: HeaderStyle, measure: Measure) -> int:
    """Room of the mark: less where elements at the left reach down to it."""
    page = measure.profile.page
    lowest = max((_under(text, measure).edge for text in upper), default=0)
    if lowest <= page.head_margin + look.mark_top:
        return look.mark_width
    widest = max(measure.width(text.text, text.role) for text in upper)
    return min(look.mark_width, page.type_area_width - 2 * (widest + measure.gap))


def _no_room(texts: MarkTexts) -> LayoutError:
    count = len(texts.names)
    return LayoutError(
        f"{count} 个机关的联合行文标志缩到最小，首页仍显示不了正文（GB/T 9704-2012 7.2.4、7.3.3）；"
        "请减少联署机关，缩短标题，或把主送机关移至版记",
        f"with a joint mark of {count} organs, however small, the first page shows no text "
        "(GB/T 9704-2012 7.2.4, 7.3.3); name fewer organs, shorten the title, or move the "
        "addressees to the imprint",
    )


def _under_mark(
    block: HeaderBlock,
    look: HeaderStyle,
    measure: Measure,
    upper: Sequence[FixedText],
    mark: Mark | None,
) -> Opening:
    """The whole opening, given the mark: number, signatories, rule, and the blank lines."""
    page = measure.profile.page
    foot = _under(upper[-1], measure) if upper else _Foot(page.head_margin, page.head_margin)
    if mark:
        foot = _Foot(mark.foot, mark.foot)
    numbers: list[FixedText] = []
    if block.document_number or block.signatories:
        top = foot.line + page.line_top(look.lines_below_mark)
        numbers = _numbers(block, measure, top + page.baseline_drop)
        foot = _under(numbers[-1], measure)
    rules: tuple[FixedRule, ...] = ()
    if mark or numbers:
        centre = foot.edge + look.rule.gap
        rules = strokes_down(look.rule, page, centre)
        if rules:
            foot = _Foot(centre, centre + centre_span(look.rule))
    height = foot.line + page.line_top(look.lines_below) - page.head_margin
    texts = (*upper, *(mark.texts if mark else ()), *numbers)
    return Opening(texts, rules, height)


def _numbers(block: HeaderBlock, measure: Measure, baseline: int) -> list[FixedText]:
    if block.signatories:
        return signed_number(block, measure, baseline)
    return [number_text(block.document_number or "", measure, baseline)]


# Letters (10.1)


def _letter(block: HeaderBlock, look: HeaderStyle, measure: Measure) -> Opening:
    _check_signatories(block)
    page = measure.profile.page
    texts = _mark_texts(block, look)
    place = MarkPlace(page.head_margin + look.mark_top, look.mark_width)
    mark = place_mark(texts, place, measure, next(sizes(texts, place, measure))) if texts else None
    centre = (mark.foot if mark else place.top) + look.rule.gap
    rules = strokes_down(look.rule, page, centre)
    last_centre = centre + (centre_span(look.rule) if rules else 0)
    lines = _under_rule(block, look, measure, last_centre)
    foot = max((_under(line, measure).line for line in lines), default=last_centre)
    if look.foot_rule is not None:
        rules += strokes_up(look.foot_rule, page, page.height - look.foot_rule.gap)
    height = foot + page.line_top(look.lines_below) - page.head_margin
    return Opening((*(mark.texts if mark else ()), *lines), rules, height)


def _under_rule(
    block: HeaderBlock, look: HeaderStyle, measure: Measure, rule: int
) -> list[FixedText]:
    """份号, 密级 and 紧急程度 at the left under the rule, the number at the right of the first."""
    page = measure.profile.page
    em = page.type_size
    baseline = rule + round(look.rule_to_elements_em * em) + em - page.descent(em)
    lines = upper_texts(block, measure, baseline)
    if block.document_number:
        lines.insert(1, number_text(block.document_number, measure, baseline))
    return lines


def _check_signatories(block: HeaderBlock) -> None:
    if block.signatories:
        names = "、".join(block.signatories)
        raise UsageError(
            f"信函格式没有签发人（GB/T 9704-2012 10.1），而文档给出了“{names}”；"
            "请从版头中去掉，或改用文件格式（official）",
            f"a letter names no signatories (GB/T 9704-2012 10.1), but the document gives "
            f"“{names}”; take them out of the header block, or use the format official",
        )
