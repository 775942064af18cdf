"""A face whose Han characters are one em wide and whose western ones are half an em.

With it a test can show lines as they are printed: what stands in the expected lines is what the
eye counts.
"""

from __future__ import annotations

from govdocs.compose.composition import TextRun
from govdocs.layout.paragraph.breaks import break_lines
from govdocs.layout.paragraph.justify import Placement, place_line
from govdocs.layout.paragraph.prepare import prepare
from govdocs.standards.loader import load_profile
from govdocs.standards.profile import Align, Role
from govdocs.typography.charclass import is_western

PROFILE = load_profile("published-report")
STYLE = PROFILE.styles[Role.BODY]
EM = STYLE.size


class OneEmFace:
    """Stands in for a face."""

    units_per_em = 1000

    def advances(self, size):
        return _Advances(size)


class _Advances(dict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __missing__(self, char):
        return self.size // 2 if is_western(char) or char == " " else self.size


class OneEmFonts:
    """Stands in for a font book: every character has a face, western ones another."""

    def __init__(self):
        self.han, self.western = OneEmFace(), OneEmFace()

    def coverage(self, han, latin):
        fonts = self

        class Coverage(dict):
            def __missing__(self, char):
                return fonts.western if is_western(char) or char == " " else fonts.han

        return Coverage()


def prepared(text, *, tracking=0, gap_em=0.0, size=None):
    """A paragraph's text, set in the one-em face."""
    run = TextRun(text, Role.BODY, STYLE.face)
    return prepare((run,), STYLE, OneEmFonts(), tracking=tracking, gap_em=gap_em, size=size)


def lines_of(text, width, *, first=None, forced=(), gap_em=0.0):
    """The lines of a text in a measure of ``width`` em, spaces at their ends left out."""
    par = prepared(text, gap_em=gap_em)
    measure = round(width * EM)
    spans = break_lines(par, measure if first is None else round(first * EM), measure, forced)
    return [text[span.start : span.visible_end] for span in spans]


def placed(text, width, *, line=0, align=Align.JUSTIFY, gap_em=0.0):
    """The glyph runs of one line, as (text, left in em, what each character adds in em)."""
    par = prepared(text, gap_em=gap_em)
    spans = break_lines(par, round(width * EM), round(width * EM))
    runs = place_line(par, spans[line], Placement(0, round(width * EM), align), PROFILE.spacing)
    return [(run.text, run.x / EM, run.tracking / EM) for run in runs]


def drawn_end(text, width, *, line=0, align=Align.JUSTIFY, gap_em=0.0):
    """Where the last character of a line ends, in em; a closing mark counts to half its cell."""
    run, x, tracking = placed(text, width, line=line, align=align, gap_em=gap_em)[-1]
    advance = [0.5 if is_western(char) or char == " " else 1.0 for char in run]
    if run[-1] in "、。，．：；？！）〕］｝〉》」』】〗’”":
        advance[-1] = 0.5
    return x + sum(advance) + tracking * (len(run) - 1)
