"""Page numbers of a DOCX: fields in its footers.

Source:
    GB/T 9704-2012 7.5
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.certify.data import tolerances
from govdocs.certify.docx.document import Document, Footer
from govdocs.certify.faces import face_of
from govdocs.certify.judging import Outcome, all_of, is_near, joined_words, judged
from govdocs.certify.result import Wording
from govdocs.standards.profile import Profile, Role
from govdocs.units import EMU_PER_TWIP, to_pt

_FORM = re.compile("[—―]#[—―]")
_RIGHT = ("right", "end")
_LEFT = ("left", "start", "both")


def check_page_numbers(document: Document, profile: Profile) -> Iterator[Outcome]:
    """Form, face and side of the page numbers; none where no footer has a PAGE field."""
    footers = [footer for footer in document.footers if footer.kind != "first"]
    if not footers:
        return
    texts = [footer.paragraph.text for footer in footers]
    wrong = [text for text in texts if not _FORM.fullmatch(text)]
    shown = (wrong or texts)[0].replace("#", "1")
    yield judged("page-number-form", not wrong, f"“{shown}”")
    yield _check_face(footers, profile)
    yield _check_side(document, footers, profile)


def _check_face(footers: list[Footer], profile: Profile) -> Outcome:
    style = profile.styles[Role.PAGE_NUMBER]
    runs = [run for footer in footers for run in footer.paragraph.runs if run.text == "#"]
    verdicts = [
        all_of(
            (
                is_near(run.size, to_pt(style.size), tolerances().size_pt),
                None if (face := face_of(run.latin)) is None else face == style.face.value,
            )
        )
        for run in runs
    ]
    worst = next((at for at, verdict in enumerate(verdicts) if verdict is not True), 0)
    shown = runs[worst]
    return judged("page-number-face", all_of(verdicts), f"{shown.latin or '?'} {shown.size:g} pt")


def _check_side(document: Document, footers: list[Footer], profile: Profile) -> Outcome:
    """Odd at the right, even at the left, one 字 in; two footers, and the switch for them."""
    by_kind = {footer.kind: footer.paragraph for footer in footers}
    cell = profile.page.cell / EMU_PER_TWIP
    odd, even = by_kind.get("default"), by_kind.get("even")
    if not document.has_even_footers or odd is None or even is None:
        words = Wording("单双页页脚相同", "odd and even pages have one footer")
        return judged("page-number-side", False, words)
    near = tolerances().cells
    edge = profile.page_number.edge_chars
    off_right, off_left = odd.right / cell, (even.left + even.first_chars * 280) / cell
    is_right = (
        odd.align in _RIGHT
        and even.align in _LEFT
        and is_near(off_right, edge, near)
        and is_near(off_left, edge, near)
    )
    words = joined_words(
        (
            Wording(
                f"单页 {odd.align} 空 {off_right:.1f} 字", f"odd {odd.align} {off_right:.1f} 字"
            ),
            Wording(
                f"双页 {even.align} 空 {off_left:.1f} 字", f"even {even.align} {off_left:.1f} 字"
            ),
        )
    )
    return judged("page-number-side", is_right, words)
