"""Seals and signature stamps of a draft: an outline with a word across it, behind the text.

No picture of a seal ever goes into a DOCX: whoever has the file could take it out and use it.
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.compose.composition import ComposedParagraph, Role, SealPlace
from govdocs.fontbook.official import docx_name
from govdocs.writers.docx.oxml.markup import Markup
from govdocs.writers.docx.oxml.seal import Place, outline, turned_word
from govdocs.writers.docx.style_sheet import BLACK, StyleSheet

_FIRST_NUMBER = 100_000  # ids of drawings: above all others
_MOST_A_PARAGRAPH = 16


def seal_runs(block: ComposedParagraph, sheet: StyleSheet, at: int) -> Iterator[Markup]:
    """The runs that a draft puts before the text of a paragraph of signatures.

    Args:
        block: the paragraph.
        sheet: the styles.
        at: the paragraph's number in the body, which makes the ids of its drawings.
    """
    pitch = sheet.profile.page.flow_pitch
    foot = pitch * (len(block.breaks) + 1)
    for index, seal in enumerate(block.seals):
        if seal.is_drafted:
            rise = pitch // 2 if seal.rise is None else seal.rise
            down = foot - rise - pitch * seal.lines_up
            number = _FIRST_NUMBER + at * _MOST_A_PARAGRAPH + index
            yield from _drafted(seal, down, sheet, number)


def _drafted(seal: SealPlace, down: int, sheet: StyleSheet, number: int) -> Iterator[Markup]:
    closing, style = sheet.profile.closing, sheet.profile.styles[Role.SEAL]
    rgb = style.ink.rgb if style.ink else BLACK
    yield outline(
        Place(seal.across, down, seal.width, seal.height),
        number=number,
        name=f"{seal.name}：{closing.draft_word}",
        is_round=seal.is_round,
        thickness=closing.draft_ring,
        rgb=rgb,
    )
    if not seal.is_round:
        return  # the name stands in it
    yield turned_word(
        closing.draft_word,
        Place(seal.across, down, style.size * len(closing.draft_word), style.size),
        number=number,
        turn=closing.draft_turn,
        font=docx_name(style.face),
        rgb=rgb,
    )
