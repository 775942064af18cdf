"""A Composition: styled blocks in reading order, text final, nothing placed yet.

It is what flow writers (DOCX) write and what layout paginates. It has no line breaks but those of
the title, and no page numbers.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from govdocs.standards.profile import Align, PageGeometry, Profile, Role, RoleStyle
from govdocs.typography.face_role import FaceRole

__all__ = [
    "Align",
    "ComposedBlock",
    "ComposedCell",
    "ComposedFigure",
    "ComposedParagraph",
    "ComposedTable",
    "Composition",
    "FaceRole",
    "OutlineEntry",
    "PageGeometry",
    "Profile",
    "Role",
    "RoleStyle",
    "TextRun",
]


class TextRun(NamedTuple):
    """A stretch of final text in one role and face."""

    text: str
    role: Role
    face: FaceRole


class OutlineEntry(NamedTuple):
    """A line of the reader's outline; level 1 to 4."""

    level: int
    text: str


class ComposedParagraph(NamedTuple):
    """A paragraph of runs.

    Attributes:
        role: the paragraph's style; a run-in heading's paragraph is BODY, its first run a HEADING.
        runs: the text; empty text is allowed.
        outline: its line in the outline, or None.
        right_indent: in 字; None for the style's own.
        breaks: offsets in the text where a line must end (only the title has them).
        source: index of the block in the walk of the document; None for what is no block.
    """

    role: Role
    runs: tuple[TextRun, ...]
    outline: OutlineEntry | None = None
    right_indent: float | None = None
    breaks: tuple[int, ...] = ()
    source: int | None = None

    @property
    def text(self) -> str:
        """All the text of the paragraph."""
        return "".join([run.text for run in self.runs])


class ComposedCell(NamedTuple):
    """A table cell; ``column`` is the first column it covers."""

    runs: tuple[TextRun, ...]
    role: Role
    align: Align
    column: int
    colspan: int
    rowspan: int


class ComposedTable(NamedTuple):
    """A table with its column widths (EMU) and type size (EMU) decided."""

    rows: tuple[tuple[ComposedCell, ...], ...]
    head_rows: int
    column_widths: tuple[int, ...]
    size: int
    source: int


class ComposedFigure(NamedTuple):
    """A picture at its printed size (EMU)."""

    data: bytes
    media_type: str
    width: int
    height: int
    alt: str
    source: int


ComposedBlock: TypeAlias = ComposedParagraph | ComposedTable | ComposedFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Everything a writer may know of a document.

    Attributes:
        profile: the resolved geometry and styles.
        title, author: for the file's properties; may be empty.
        date: for the file's properties.
        blocks: the content in reading order.
    """

    profile: Profile
    title: str
    author: str
    date: datetime.date
    blocks: tuple[ComposedBlock, ...]
