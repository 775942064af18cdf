"""One line of the text as the later stages see it."""

from __future__ import annotations

from typing import NamedTuple

from govdocs.inputs.text.grid import Grid
from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.numbering import Numbering


class Entry(NamedTuple):
    """A line of text, cleaned and restored.

    Attributes:
        line: the whole line, its number included.
        numbering: the heading number it begins with, or None.
        is_row: whether it is a table row.
        is_foreign: whether a foreign name stands in it.
        grid: the table of a file that the row belongs to; None for a row of a text.
    """

    line: Line
    numbering: Numbering | None
    is_row: bool
    is_foreign: bool
    grid: Grid | None = None

    @property
    def text(self) -> str:
        """The line's text without its number."""
        return self.line.text[self.numbering.length :] if self.numbering else self.line.text
