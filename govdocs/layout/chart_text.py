"""The texts of a chart: set in lines, measured, and put where they belong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govdocs.compose.composition import Align, ComposedChart, Role, TextRun
from govdocs.layout.pages import Anchor, GlyphRun, TextLine
from govdocs.layout.paragraph.justify import NaturalLine, natural_line, shifted
from govdocs.layout.setting import Setting, paragraph_lines

# Han ink and digits are centred about this far above the baseline, in parts of the type size.
_MIDDLE_ABOVE_BASELINE = 0.35


class Lines(NamedTuple):
    """Lines of one text, each at its natural width, and the width of the widest (EMU)."""

    lines: tuple[NaturalLine, ...]
    width: int
    size: int


class ChartTexts:
    """Sets the texts of one chart in its face; what no face holds is noted in the setting."""

    def __init__(self, chart: ComposedChart, setting: Setting) -> None:
        self._chart = chart
        self._setting = setting
        self._style = setting.profile.styles[Role.CHART_TEXT]
        self.size = self._style.size
        self.pitch = self._style.line_pitch or setting.profile.page.line_top(1)

    def set(self, text: str, *, measure: int | None = None, size: int | None = None) -> Lines:
        """A text on one line, or on as many as it needs in a measure (EMU)."""
        size = size or self.size
        setting, source = self._setting, self._chart.source
        run = TextRun(text, Role.CHART_TEXT, self._style.face)
        where = f"图表“{text}” / chart “{text}”"
        par = setting.prepared((run,), self._style, where, source=source, size=size)
        if par is None:
            return Lines((), 0, size)
        whole = natural_line(par, setting.profile.spacing)
        if measure is None or whole.width <= measure:
            return Lines((whole,), whole.width, size)
        rows = paragraph_lines(par, setting, left=0, measure=measure, align=Align.LEFT, hang=False)
        lines = tuple(NaturalLine(runs, _width(runs)) for runs in rows)
        return Lines(lines, max(one.width for one in lines), size)


def _width(runs: Sequence[GlyphRun]) -> int:
    """How far the last character of a line reaches."""
    last = runs[-1]
    advances = last.face.advances(last.size)
    advance = sum(map(advances.__getitem__, last.text)) + last.tracking * (len(last.text) - 1)
    return last.x + advance


def put(
    text: Lines, x: int, top: int, pitch: int, anchor: Anchor, align: Align = Align.CENTER
) -> list[TextLine]:
    """Lines of a text one under the other: ``x`` is their left edge, middle or right edge."""
    placed: list[TextLine] = []
    for number, (runs, width) in enumerate(text.lines):
        left = x - {Align.CENTER: width // 2, Align.RIGHT: width}.get(align, 0)
        middle = top + pitch * number + pitch // 2
        baseline = middle + round(_MIDDLE_ABOVE_BASELINE * text.size)
        placed.append(TextLine(baseline, shifted(runs, left), anchor))
    return placed
