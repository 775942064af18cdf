"""Runs of text in the styles of their roles and faces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdocs.compose.composition import Role, TextRun
from govdocs.units import to_pt
from govdocs.writers.docx.oxml.markup import Markup
from govdocs.writers.docx.oxml.text import run
from govdocs.writers.docx.style_sheet import StyleSheet


def runs_markup(
    runs: Sequence[TextRun],
    paragraph_role: Role,
    sheet: StyleSheet,
    breaks: Sequence[int] = (),
    *,
    size: int | None = None,
    has_tabs: bool = False,
) -> Iterator[Markup]:
    """The runs of a paragraph.

    Args:
        runs: what to write.
        paragraph_role: the role of the paragraph that they stand in.
        sheet: the styles.
        breaks: offsets in the paragraph's text before which a line break stands, ascending.
        size: type size, EMU; None for that of their styles.
        has_tabs: whether tab characters in it are tabs.
    """
    start = 0
    for each in runs:
        end = start + len(each.text)
        yield run(
            each.text,
            style=sheet.character(each, paragraph_role),
            faces=sheet.faces(each) if sheet.needs_faces(each) else None,
            size=None if size is None else round(to_pt(size) * 2),
            has_tabs=has_tabs,
            breaks=[at - start for at in breaks if start <= at < end and at] if breaks else (),
        )
        start = end
