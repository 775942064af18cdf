"""A standard's profile: geometry and styles as data, in EMU."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import NamedTuple

from govdocs.standards.official import ClosingStyle, HeaderStyle, ImprintStyle, Ink
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
    ADDRESSEES = "addressees"
    TITLE_NOTE = "title_note"
    ATTACHMENT_NOTE = "attachment_note"
    ATTENDANCE_LABEL = "attendance_label"
    ATTENDANCE = "attendance"
    STAMP_OFFICE = "stamp_office"
    STAMP_NAME = "stamp_name"
    ATTACHMENT_LABEL = "attachment_label"
    ATTACHMENT_TITLE = "attachment_title"
    COPY_NUMBER = "copy_number"
    SECRECY = "secrecy"
    URGENCY = "urgency"
    ISSUER_MARK = "issuer_mark"
    DOCUMENT_NUMBER = "document_number"
    SIGNATORY_LABEL = "signatory_label"
    SIGNATORY = "signatory"
    IMPRINT = "imprint"
    SEAL = "seal"
    TABLE_CAPTION = "table_caption"
    TABLE_UNIT = "table_unit"
    TABLE_NOTE = "table_note"
    TABLE_HEAD = "table_head"
    TABLE_CELL = "table_cell"
    FIGURE = "figure"
    CHART_TEXT = "chart_text"
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
        off_grid_baseline: the same in a line off the grid, as a part of its height.
        descent_em: from the baseline to the lower edge of a Chinese character's box.

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
    off_grid_baseline: float
    descent_em: float

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
    def flow_pitch(self) -> int:
        """The line pitch of a DOCX, EMU."""
        return self.line_pitch_twips * EMU_PER_TWIP

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

    def drop_in(self, height: int | None) -> int:
        """From the top of a line to its baseline, EMU; ``height`` is that of one off the grid."""
        return self.baseline_drop if height is None else round(self.off_grid_baseline * height)

    def descent(self, size: int) -> int:
        """From the baseline to the lower edge of the Chinese characters of a size, EMU."""
        return round(self.descent_em * size)

    def line_top(self, line: float) -> int:
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
        ink: colour; None for black.
    """

    face: FaceRole
    latin_face: FaceRole
    size: int
    align: Align
    on_grid: bool
    first_line_indent: float
    right_indent: float
    lines_before: float
    lines_after: int
    keep_with_next: bool
    outline_level: int | None
    line_pitch: int | None
    ink: Ink | None = None


class CellSpacing(NamedTuple):
    """How close the text of cells is set.

    Attributes:
        padding_x, padding_y: from rule to text, EMU.
        pitch_factor: what the lines' distance is of the one that the cells' roles have.
    """

    padding_x: int
    padding_y: int
    pitch_factor: float


class TableStyle(NamedTuple):
    """How tables are ruled and padded; EMU.

    Attributes:
        smallest_size: of type, whatever a table asks for.
        rule: thickness of the rules.
        whole_height: a table up to this height goes over rather than break.
        first_rows: how many rows stand under the head where a table begins, at least.
        air: between a table and what stands above or below it on its page.
        ordinary, dense: spacing of tables, and of those set in a type size of their own.
    """

    smallest_size: int
    rule: int
    whole_height: int
    first_rows: int
    air: int
    ordinary: CellSpacing
    dense: CellSpacing

    @property
    def flow_extra(self) -> int:
        """What word processors add to the height of a table on a page, EMU (LibreOffice)."""
        return 2 * self.rule


class Hatch(enum.StrEnum):
    """Parallel lines over a filled shape, as they run from left to right."""

    RISING = "rising"
    FALLING = "falling"
    CROSSED = "crossed"
    LEVEL = "level"


class Fill(NamedTuple):
    """How a shape is filled: a grey from 0 (black) to 1 (white), and hatching over it."""

    gray: float
    hatch: Hatch | None = None


class Stroke(NamedTuple):
    """How a line is drawn: EMU, a grey from 0 to 1, lengths of dashes and gaps in EMU."""

    width: int
    gray: float = 0.0
    dashes: tuple[int, ...] = ()


class Marker(enum.StrEnum):
    """The sign at the points of a line."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


class Curve(NamedTuple):
    """How the line of a series is drawn: its stroke, and its points' sign, full or hollow."""

    stroke: Stroke
    marker: Marker
    is_full: bool


class ChartStyle(NamedTuple):
    """How charts are drawn; lengths in EMU.

    Attributes:
        height: of a chart that does not say.
        least_plot: height of the part with the columns, at least.
        smallest_size: of the figures at columns and points, where they need it.
        gap: between the parts of a chart.
        key: side of a square in the legend.
        column_share: how much of a category's room its columns take.
        widest_column, widest_stack: however much room there is.
        pie_share: how much of the width a pie has at most; the rest is its legend's.
        lightest_ground: figures on a darker grey than this get a white plate.
        marker: width of a line's points.
        outline, axis, grid: strokes of columns and slices, axes, and lines behind them.
        hatching: stroke of the lines of a hatch; hatch_pitch: from one to the next.
        fills, curves: looks of the series of a chart or the slices of a pie, in order.
    """

    height: int
    least_plot: int
    smallest_size: int
    gap: int
    key: int
    column_share: float
    widest_column: int
    widest_stack: int
    pie_share: float
    lightest_ground: float
    marker: int
    outline: Stroke
    axis: Stroke
    grid: Stroke
    hatching: Stroke
    hatch_pitch: int
    fills: tuple[Fill, ...]
    curves: tuple[Curve, ...]


class PageNumberStyle(NamedTuple):
    """页码 (7.5): distance below the type area in EMU, distance from its edge in 字.

    ``first_page`` tells whether page 1 bears its number.
    """

    below_type_area: int
    edge_chars: float
    dash: str
    first_page: bool


class Profile(NamedTuple):
    """A format of a standard: what it can set, and how.

    ``header`` and ``imprint`` are None where it has no such part.
    """

    id: str
    elements: frozenset[str]
    page: PageGeometry
    spacing: Spacing
    styles: Mapping[Role, RoleStyle]
    inline_faces: Mapping[str, FaceRole]
    table: TableStyle
    page_number: PageNumberStyle
    chart: ChartStyle
    closing: ClosingStyle
    header: HeaderStyle | None = None
    imprint: ImprintStyle | None = None

    def cell_pitch(self, role: Role, size: int, spacing: CellSpacing) -> int:
        """From line to line in a table cell, EMU: in proportion to the type size.

        Args:
            role: TABLE_HEAD or TABLE_CELL.
            size: the table's type size, EMU.
            spacing: the table's.
        """
        style = self.styles[role]
        pitch = self.page.line_top(1) if style.line_pitch is None else style.line_pitch
        return int(pitch * spacing.pitch_factor * size) // style.size
