"""Runs of text in the styles of their roles and faces."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.compose.composition import Role, TextRun
from govdocs.writers.docx.oxml.markup import Markup
from govdocs.writers.docx.oxml.text import run
from govdocs.writers.docx.style_sheet import StyleSheet


def run_markup(
    text_run: TextRun, paragraph_role: Role, sheet: StyleSheet, breaks: Sequence[int] = ()
) -> Markup:
    """A run of a paragraph.

    Args:
        text_run: what to write.
        paragraph_role: the role of the paragraph that it stands in.
        sheet: the styles.
        breaks: offsets in the run before which a line break stands, ascending.
    """
    return run(
        text_run.text,
        style=sheet.character(text_run, paragraph_role),
        faces=sheet.faces(text_run) if sheet.needs_faces(text_run) else None,
        breaks=breaks,
    )
