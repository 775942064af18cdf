"""A standard's profile: geometry and styles as data, in EMU."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import NamedTuple

from govdocs.typography.face_role import FaceRole
from govdocs.units import EMU_PER_TWIP


class Role(enum.StrEnum):
    """What a block or run of text is on the page: the join of all writers."""

    TITLE = "title"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    HEADING_4 = "heading_4"
    BODY = "body"
    ITEM = "item"
    SIGNATURE = "signature"
    DATE_OF_ISSUE = "date_of_issue"
    REMARK = "remark"
    TABLE_HEAD = "table_head"
    TABLE_CELL = "table_cell"
    FIGURE = "figure"
    CAPTION = "caption"
    PAGE_NUMBER = "page_number"


HEADING_ROLES = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


class Align(enum.StrEnum):
    """How the lines of a paragraph stand between its indents."""

    JUSTIFY = "justify"
    CENTER = "center"
    LEFT = "left"
    RIGHT = "right"


class PageGeometry(NamedTuple):
    """纸面: sheet, margins, type area and grid.

    Attributes:
        width, height: the sheet, EMU.
        head_margin, binding_margin: 天头 and 订口, EMU.
        type_area_width, type_area_height: 版心, EMU.
        lines, characters: lines a page and characters a line.
        type_size: the size that the grid is made for, EMU.
        baseline_drop: from the top of a line's box to its baseline, EMU.

    Source:
        GB/T 9704-2012 5.1, 5.2
    """

    width: int
    height: int
    head_margin: int
    binding_margin: int
    type_area_width: int
    type_area_height: int
    lines: int
    characters: int
    type_size: int
    baseline_drop: int

    @property
    def foot_margin(self) -> int:
        """地脚, EMU."""
        return self.height - self.head_margin - self.type_area_height

    @property
    def fore_edge_margin(self) -> int:
        """切口, EMU."""
        return self.width - self.binding_margin - self.type_area_width

    @property
    def line_pitch_twips(self) -> int:
        """The line pitch in whole twips that still lets all lines on the page."""
        return self.type_area_height // (self.lines * EMU_PER_TWIP)

    @property
    def tracking_twips(self) -> int:
        """What each character gives up, in whole twips, so that a line holds all its cells."""
        return (self.type_area_width // self.characters - self.type_size) // EMU_PER_TWIP

    @property
    def tracking(self) -> int:
        """:attr:`tracking_twips` in EMU; negative."""
        return self.tracking_twips * EMU_PER_TWIP

    @property
    def cell(self) -> int:
        """字: the width of one cell of the grid, EMU."""
        return round(self.type_area_width / self.characters)

    def line_top(self, line: int) -> int:
        """Top of the box of a line (counted from 0), EMU below the type area's top."""
        return round(line * self.type_area_height / self.lines)


class Spacing(NamedTuple):
    """Spaces between characters and how far marks may be squeezed; EMU or parts of an em."""

    han_latin_gap_em: float
    mark_squeeze_em: float
    pair_squeeze_em: float
    pair_loosening_em: float
    tracking_squeeze: int


class RoleStyle(NamedTuple):
    """How one role is set.

    Attributes:
        face, latin_face: faces of Chinese text and of Latin letters and digits.
        size: type size, EMU.
        align: see :class:`Align`.
        on_grid: whether characters take the tracking of the grid.
        first_line_indent, right_indent: in 字 (cells of the grid).
        lines_before, lines_after: blank grid lines.
        keep_with_next: stays on the page of what follows.
        outline_level: depth in a reader's outline, 0 for the title; None for none.
        line_pitch: EMU from line to line; None for the grid's.
    """

    face: FaceRole
    latin_face: FaceRole
    size: int
    align: Align
    on_grid: bool
    first_line_indent: float
    right_indent: float
    lines_before: int
    lines_after: int
    keep_with_next: bool
    outline_level: int | None
    line_pitch: int | None


class TableStyle(NamedTuple):
    """How tables are ruled and padded; EMU."""

    smallest_size: int
    padding_x: int
    padding_y: int
    rule: int


class PageNumberStyle(NamedTuple):
    """页码 (7.5): distance below the type area in EMU, distance from its edge in 字."""

    below_type_area: int
    edge_chars: float
    dash: str


class Profile(NamedTuple):
    """A format of a standard: what it can set, and how."""

    id: str
    standard: str
    elements: frozenset[str]
    page: PageGeometry
    spacing: Spacing
    styles: Mapping[Role, RoleStyle]
    inline_faces: Mapping[str, FaceRole]
    table: TableStyle
    page_number: PageNumberStyle
