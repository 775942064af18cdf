"""Set the text of a table's cells."""

from __future__ import annotations

from typing import TypeAlias

from govdocs.compose.composition import Align, ComposedCell, ComposedTable, Role, TextRun
from govdocs.layout.pages import GlyphRun
from govdocs.layout.paragraph.justify import NaturalLine, natural_line, shifted
from govdocs.layout.paragraph.prepare import Prepared
from govdocs.layout.setting import Setting, paragraph_lines

_Text: TypeAlias = tuple[tuple[TextRun, ...], Role]


class CellTexts:
    """The texts of one table's cells, as lines whose x counts from the cell's left edge.

    Most cells of a statistic hold one of few figures: each text is prepared once, and set once if
    it fits on a line.
    """

    def __init__(self, table: ComposedTable, setting: Setting) -> None:
        self._table = table
        self._setting = setting
        self._prepared: dict[_Text, Prepared | None] = {}
        self._single: dict[_Text, NaturalLine] = {}

    def lines(self, cell: ComposedCell, width: int, where: str) -> list[tuple[GlyphRun, ...]]:
        """The lines of a cell.

        Args:
            cell: the cell.
            width: of the columns it covers, EMU.
            where: its place in words, for the error about characters that no face holds.
        """
        if not cell.runs:
            return []
        padding = self._setting.profile.table.padding_x
        room = width - 2 * padding
        par = self._prepare(cell, where)
        if par is None:
            return []
        if par.ends[-1] <= room and " " not in par.text[-1:]:
            line = self._single_line(cell, par)
            free = room - line.width
            shift = {Align.CENTER: free // 2, Align.RIGHT: free}.get(cell.align, 0)
            return [shifted(line.runs, padding + shift)]
        return paragraph_lines(
            par, self._setting, left=padding, measure=room, align=cell.align, hang=False
        )

    def _prepare(self, cell: ComposedCell, where: str) -> Prepared | None:
        key = (cell.runs, cell.role)
        if key not in self._prepared:
            style = self._setting.profile.styles[cell.role]
            source, size = self._table.source, self._table.size
            self._prepared[key] = self._setting.prepared(
                cell.runs, style, where, source=source, size=size
            )
        return self._prepared[key]

    def _single_line(self, cell: ComposedCell, par: Prepared) -> NaturalLine:
        key = (cell.runs, cell.role)
        known = self._single.get(key)
        if known is None:
            known = self._single[key] = natural_line(par, self._setting.profile.spacing)
        return known
