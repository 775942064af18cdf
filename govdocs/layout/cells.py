"""Set the text of table cells."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from govdocs.compose.composition import Align, ComposedCell, ComposedTable, Role, TextRun
from govdocs.layout.pages import GlyphRun
from govdocs.layout.paragraph.justify import NaturalLine, natural_line
from govdocs.layout.paragraph.prepare import Prepared
from govdocs.layout.setting import Setting, paragraph_lines

# Runs, role, type size, where lines must end.
_Text: TypeAlias = tuple[tuple[TextRun, ...], Role, int, tuple[int, ...]]


class CellLine(NamedTuple):
    """A line of a cell: its runs, and how far they lie right of the cell's left edge (EMU)."""

    x: int
    runs: tuple[GlyphRun, ...]


class CellTexts:
    """The texts of all table cells of a document.

    Most cells of statistics hold one of few figures, and tables repeat their labels: each text is
    prepared once, and set once for a width.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._prepared: dict[_Text, Prepared | None] = {}
        self._single: dict[_Text, NaturalLine] = {}
        self._set: dict[tuple[_Text, int, int, Align], list[CellLine]] = {}

    def lines(
        self, cell: ComposedCell, width: int, table: ComposedTable, row: int
    ) -> list[CellLine]:
        """The lines of a cell.

        Args:
            cell: the cell.
            width: of the columns it covers, EMU.
            table: the table it stands in.
            row: its row, from 1, for the error about characters that no face holds.
        """
        if not cell.runs:
            return []
        text = (cell.runs, cell.role, cell.size or table.size, cell.breaks)
        padding = table.spacing.padding_x
        key = (text, width, padding, cell.align)
        known = self._set.get(key)
        if known is None:
            column = cell.column + 1
            where = f"表格第 {row} 行第 {column} 列 / table row {row} column {column}"
            par = self._prepare(text, table.source, where)
            known = self._set[key] = (
                [] if par is None else self._lines(text, par, cell, width, padding)
            )
        return known

    def _prepare(self, text: _Text, source: int, where: str) -> Prepared | None:
        if text not in self._prepared:
            runs, role, size, _ = text
            style = self._setting.profile.styles[role]
            self._prepared[text] = self._setting.prepared(
                runs, style, where, source=source, size=size
            )
        return self._prepared[text]

    def _lines(
        self, text: _Text, par: Prepared, cell: ComposedCell, width: int, padding: int
    ) -> list[CellLine]:
        room = width - 2 * padding
        if cell.breaks or par.ends[-1] > room or par.text[-1] == " ":
            lines = paragraph_lines(
                par,
                self._setting,
                left=padding,
                measure=room,
                align=cell.align,
                forced=cell.breaks,
                hang=False,
            )
            return [CellLine(0, runs) for runs in lines]
        line = self._single.get(text)
        if line is None:
            line = self._single[text] = natural_line(par, self._setting.profile.spacing)
        free = room - line.width
        shift = {Align.CENTER: free // 2, Align.RIGHT: free}.get(cell.align, 0)
        return [CellLine(padding + shift, line.runs)]
