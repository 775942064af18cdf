"""发文机关署名, 成文日期 and 附注 at the end of the main part.

Source:
    GB/T 9704-2012 7.3.5.2 (unsealed), 7.3.5.4 (digits of the date), 7.3.6 (remark)
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.compose.composition import ComposedParagraph, Profile, Role, TextRun
from govdocs.compose.nominal import nominal_width
from govdocs.formatting.dates import date_text
from govdocs.model.nodes import MainPart

_DATE_SHIFT = 2  # 字: the date begins this far to the right of the signature


def compose_signature(main: MainPart, profile: Profile) -> Iterator[ComposedParagraph]:
    """The closing paragraphs of a document, as far as it has them.

    The signature stands 2 字 from the right edge and the date begins 2 字 right of its beginning;
    a date longer than the signature stands 2 字 from the edge, and the signature moves left.
    """
    edge = profile.styles[Role.SIGNATURE].right_indent
    date = date_text(main.date_of_issue) if main.date_of_issue else ""
    signature_right, date_right = edge, edge
    if main.signature and date:
        gap = profile.spacing.han_latin_gap_em
        room = profile.page.characters - edge  # a longer name goes over several lines
        width = min(nominal_width(main.signature[-1], gap), room)
        date_width = nominal_width(date, gap)
        if date_width > width:
            signature_right = edge + date_width + _DATE_SHIFT - width
        else:
            date_right = max(0.0, edge + width - _DATE_SHIFT - date_width)
    for organ in main.signature:
        yield _paragraph(Role.SIGNATURE, organ, profile, signature_right)
    if date:
        yield _paragraph(Role.DATE_OF_ISSUE, date, profile, date_right)
    if main.remark:
        yield _paragraph(Role.REMARK, f"（{main.remark}）", profile, None)


def _paragraph(
    role: Role, text: str, profile: Profile, right_indent: float | None
) -> ComposedParagraph:
    run = TextRun(text, role, profile.styles[role].face)
    return ComposedParagraph(role, (run,), right_indent=right_indent)
