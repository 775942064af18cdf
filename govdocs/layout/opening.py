"""The opening of a document on its first page: header block and red rules.

Source:
    GB/T 9704-2012 7.2, 10.1 to 10.3
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from govdocs.compose.composition import Align, Composition, Opening, Role, TextRun
from govdocs.compose.opening import FixedText
from govdocs.findings import Finding, Severity
from govdocs.layout.pages import Anchor, Bar, Page, PlacedItem, TextLine
from govdocs.layout.paragraph.justify import natural_line, shifted
from govdocs.layout.setting import Setting

BEFORE_TEXT = frozenset(
    {
        Role.COPY_NUMBER,
        Role.SECRECY,
        Role.URGENCY,
        Role.ISSUER_MARK,
        Role.DOCUMENT_NUMBER,
        Role.SIGNATORY_LABEL,
        Role.SIGNATORY,
        Role.TITLE,
        Role.TITLE_NOTE,
        Role.ADDRESSEES,
    }
)
"""What stands over the text: a page with no more than these shows none (7.3.3, 7.3.5.5)."""

_NO_TEXT = BEFORE_TEXT | {Role.IMPRINT, Role.SEAL}


def opening_items(opening: Opening, setting: Setting) -> list[PlacedItem]:
    """The texts in reading order, then the strokes of the rules.

    A text with a character that no face holds is noted in the setting and left out.
    """
    lines = [_line(text, order, setting) for order, text in enumerate(opening.texts, 1)]
    anchor = Anchor(len(lines), Role.ISSUER_MARK, is_repeated=True)
    bars = [
        Bar(rule.x, rule.y, rule.width, rule.height, anchor, rule.ink) for rule in opening.rules
    ]
    return [*[line for line in lines if line is not None], *bars]


def _line(text: FixedText, order: int, setting: Setting) -> TextLine | None:
    style = setting.profile.styles[text.role]
    runs = [TextRun(run.text, run.role, run.face) for run in text.runs]
    par = setting.prepared(runs, style, text.text, size=text.size, tracking=text.tracking)
    if par is None:
        return None
    glyphs, width = natural_line(par, setting.profile.spacing)
    free = text.right - text.left - width
    shift = {Align.CENTER: free // 2, Align.RIGHT: free}.get(text.align, 0)
    return TextLine(
        text.baseline, shifted(glyphs, text.left + shift), Anchor(order, text.role), style.ink
    )


def flow_lead(composition: Composition) -> int:
    """Height that LibreOffice's grid leaves unused on a page, EMU.

    It stands half over the first line and half under the last; where text does not begin on the
    grid, no line reaches into it.
    """
    page = composition.profile.page
    return page.type_area_height - page.lines * page.flow_pitch


def first_page_findings(composition: Composition, pages: Sequence[Page]) -> list[Finding]:
    """A warning where the first page shows no text under its header block (7.3.3)."""
    if composition.opening is None or not composition.blocks or len(pages) < 2:
        return []
    roles = chain.from_iterable(_roles(item) for item in pages[0].items)
    if not _NO_TEXT.issuperset(roles):
        return []
    return [
        Finding(
            id="no-text-on-first-page",
            severity=Severity.WARNING,
            zh="首页没有正文（GB/T 9704-2012 7.3.3）；请缩短标题，或把主送机关移至版记（7.3.2）",
            en="the first page shows no text (GB/T 9704-2012 7.3.3); shorten the title, or move "
            "the addressees to the imprint (7.3.2)",
            expected="正文 / text",
            found="只有版头、标题和主送机关 / header block, title and addressees only",
        )
    ]


def _roles(item: PlacedItem) -> list[Role]:
    """The role of an item; none for furniture and rules."""
    anchor = getattr(item, "anchor", None)
    return [anchor.role] if anchor is not None and not anchor.is_repeated else []
