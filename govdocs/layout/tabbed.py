"""One line whose parts stand at tab stops: number and signatory, signatures in a row."""

from __future__ import annotations

from itertools import pairwise

from govdocs.compose.composition import Align, ComposedParagraph, RoleStyle, TabStop, TextRun
from govdocs.layout.pages import GlyphRun
from govdocs.layout.paragraph.justify import natural_line, shifted
from govdocs.layout.setting import Setting

TAB = "\t"


def tabbed_line(
    block: ComposedParagraph, style: RoleStyle, setting: Setting, where: str
) -> tuple[GlyphRun, ...] | None:
    """The glyph runs of a paragraph with tabs; None where a character is missing.

    Each part keeps its natural width: it is for whoever made the tabs to see that they fit.

    Args:
        block: what to set; its text has one tab character before each tabbed part.
        style: how it is set.
        setting: surroundings.
        where: its place in words, for the error.
    """
    left = setting.profile.page.binding_margin
    first = style.first_line_indent * setting.profile.page.type_size
    start = block.left_indent + round(first if block.first_line is None else block.first_line)
    stops = (TabStop(start, Align.LEFT), *block.tabs)
    line: list[GlyphRun] = []
    for part, stop in zip(_parts(block.runs), stops, strict=True):
        if not part:
            continue
        par = setting.prepared(part, style, where, source=block.source, size=block.size)
        if par is None:
            return None
        runs, width = natural_line(par, setting.profile.spacing)
        shift = {Align.CENTER: width // 2, Align.RIGHT: width}.get(stop.align, 0)
        line += shifted(runs, left + stop.position - shift)
    return tuple(line)


def _parts(runs: tuple[TextRun, ...]) -> list[list[TextRun]]:
    """The runs between tab characters."""
    text = "".join(run.text for run in runs)
    cuts = [-1, *(at for at, char in enumerate(text) if char == TAB), len(text)]
    return [list(_between(runs, start + 1, end)) for start, end in pairwise(cuts)]


def _between(runs: tuple[TextRun, ...], start: int, end: int) -> list[TextRun]:
    found: list[TextRun] = []
    at = 0
    for run in runs:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece:
            found.append(run._replace(text=piece))
        at += len(run.text)
    return found
