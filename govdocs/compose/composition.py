"""A Composition: styled blocks in reading order, text final, nothing placed yet.

It is what flow writers (DOCX) write and what layout paginates. It has no line breaks but those of
the title, and no page numbers.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from govdocs.compose.composed_imprint import ComposedImprint, ImprintEntry, ImprintPlace
from govdocs.compose.opening import Opening
from govdocs.compose.seal_place import SealPlace
from govdocs.findings import Finding
from govdocs.model.chart import ChartForm
from govdocs.standards.official import Ink
from govdocs.standards.profile import (
    Align,
    CellSpacing,
    ChartStyle,
    Curve,
    Fill,
    Hatch,
    Marker,
    PageGeometry,
    Profile,
    Role,
    RoleStyle,
    Stroke,
)
from govdocs.typography.face_role import FaceRole

__all__ = [
    "AS_USUAL",
    "Align",
    "CellSpacing",
    "ChartForm",
    "ChartLabel",
    "ChartSeries",
    "ChartStyle",
    "ComposedBlock",
    "ComposedCell",
    "ComposedChart",
    "ComposedFigure",
    "ComposedImprint",
    "ComposedParagraph",
    "ComposedTable",
    "Composition",
    "Curve",
    "FaceRole",
    "Fill",
    "Hatch",
    "ImprintEntry",
    "ImprintPlace",
    "Ink",
    "LabelPlace",
    "Marker",
    "Opening",
    "OutlineEntry",
    "PageGeometry",
    "PrintOptions",
    "Profile",
    "Role",
    "RoleStyle",
    "SealPlace",
    "Stroke",
    "TabStop",
    "TextRun",
    "ValueAxis",
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


class PrintOptions(NamedTuple):
    """What the caller decides about the print of a 公文.

    Attributes:
        preprinted: 套打: the red parts are on the paper already; their room is kept.
        draft_seals: a grey ring shows where each seal is to come.
        seals: organ or name -> PNG picture of its seal or signature stamp; PDF only.
        imprint_on_even_page: the imprint stands on an even page, as double-sided print wants it.
        mirror_margins: the binding margin is at the right of even pages.
    """

    preprinted: bool = False
    draft_seals: bool = False
    seals: Mapping[str, bytes] = MappingProxyType({})
    imprint_on_even_page: bool = False
    mirror_margins: bool = False


AS_USUAL = PrintOptions()
"""Everything is printed, nothing added."""


class TabStop(NamedTuple):
    """Where the text after a tab stands: EMU from the type area's left edge, and to which side."""

    position: int
    align: Align


class ComposedParagraph(NamedTuple):
    """A paragraph of runs.

    Attributes:
        role: the paragraph's style; a run-in heading's paragraph is BODY, its first run a HEADING.
        runs: the text; empty text is allowed.
        outline: its line in the outline, or None.
        right_indent: in 字; None for the style's own.
        breaks: offsets in the text where a line must end (only the title has them).
        source: index of the block in the walk of the document; None for what is no block.
        leads: whether it stays on the page of what follows, though its style does not ask for it
            (the line before a table).
        left_indent: of every line, EMU.
        first_line: of the first line from the left indent, EMU (negative to hang); None for the
            style's own.
        lead: how many characters hang to the left of the rest, which begins at the left indent.
        lines_before, lines_after: blank grid lines around it; None for the style's own.
        tabs: places of the parts between tab characters, one for each tab; such a paragraph has
            one line.
        page_break: whether it begins a page.
        size: type size, EMU; None for the style's own.
        align: None for the style's own.
        seals: rooms of the seals over it.
    """

    role: Role
    runs: tuple[TextRun, ...]
    outline: OutlineEntry | None = None
    right_indent: float | None = None
    breaks: tuple[int, ...] = ()
    source: int | None = None
    leads: bool = False
    left_indent: int = 0
    first_line: int | None = None
    lead: int = 0
    lines_before: float | None = None
    tabs: tuple[TabStop, ...] = ()
    page_break: bool = False
    size: int | None = None
    align: Align | None = None
    lines_after: int | None = None
    seals: tuple[SealPlace, ...] = ()

    @property
    def text(self) -> str:
        """All the text of the paragraph."""
        return "".join([run.text for run in self.runs])


class ComposedCell(NamedTuple):
    """A table cell.

    Attributes:
        runs: the text; none for an empty cell.
        role: TABLE_HEAD or TABLE_CELL.
        align: alignment of its lines.
        column: the first column it covers.
        colspan, rowspan: how many columns and rows it covers.
        breaks: offsets in the text where a line must end (labels set one character a line).
        size: type size, EMU, if it is smaller than the table's (a number that would be broken).
    """

    runs: tuple[TextRun, ...]
    role: Role
    align: Align
    column: int
    colspan: int
    rowspan: int
    breaks: tuple[int, ...] = ()
    size: int | None = None


class ComposedTable(NamedTuple):
    """A table with its columns, type size and spacing decided.

    Attributes:
        rows: the cells of each row, left to right; a merged cell stands in its first row.
        head_rows: how many rows from the top are repeated on each page.
        column_widths: EMU.
        size: type size, EMU.
        source: index of the block in the walk of the document.
        spacing: how close its cells are set.
        is_whole: whether it goes over to the next page rather than break.
        first_rows: how many rows stay together with the head; two at least.
        kept_rows: rows that stay with the next one for a merged cell full of text.
        above: what stands over it on its page: caption and unit, and the headings of a turned one.
        below: its notes.
        notes_stay: whether all notes stand on the page of its last rows, not their first line only.
        is_turned: whether it stands on pages of its own with its head along the sheet's left edge.
    """

    rows: tuple[tuple[ComposedCell, ...], ...]
    head_rows: int
    column_widths: tuple[int, ...]
    size: int
    source: int
    spacing: CellSpacing
    is_whole: bool = False
    first_rows: int = 2
    above: tuple[ComposedParagraph, ...] = ()
    below: tuple[ComposedParagraph, ...] = ()
    notes_stay: bool = True
    is_turned: bool = False
    kept_rows: frozenset[int] = frozenset()

    def keeps_with_next(self, row: int) -> bool:
        """Whether a row stays on the page of the next: a break leaves some rows at each side.

        Two stand after a break at least, and ``first_rows`` before it. The head's rows are no
        such rows: they stay with the first of those that follow them. The last stays with the
        notes.
        """
        last, first = len(self.rows) - 1, self.head_rows + self.first_rows - 1
        if row == last:
            return bool(self.below)
        return self.is_whole or row < first or row == last - 1 or row in self.kept_rows


class ComposedFigure(NamedTuple):
    """A picture at its printed size (EMU)."""

    data: bytes
    media_type: str
    width: int
    height: int
    alt: str
    source: int


class LabelPlace(enum.StrEnum):
    """Where a figure stands by its column or point."""

    ABOVE = "above"
    BELOW = "below"
    INSIDE = "inside"


class ChartLabel(NamedTuple):
    """A figure as it is printed at its column or point."""

    text: str
    place: LabelPlace


class ChartSeries(NamedTuple):
    """A series of a chart; ``labels`` are None where no figure is printed."""

    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[ChartLabel | None, ...]


class ValueAxis(NamedTuple):
    """The axis of the figures: its ends, its step, and the figure at each step from its foot."""

    least: Fraction
    greatest: Fraction
    step: Fraction
    labels: tuple[str, ...]


class ComposedChart(NamedTuple):
    """A chart with its texts, its axis and its size (EMU) decided.

    Attributes:
        form: how it is drawn.
        categories: names along the axis, or of the slices.
        series: the figures; at least one, a pie has one.
        note: what is counted, over the chart; may be empty.
        legend: names beside the keys, one for each series, or for each slice with its figure;
            empty for none.
        axis: None for a pie.
        label_size: type size of the figures at columns and points, EMU.
        width, height: EMU; what text takes that is wider than it was held to be comes on top.
        alt: the chart in words.
        source: index of the block in the walk of the document.
    """

    form: ChartForm
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    note: str
    legend: tuple[str, ...]
    axis: ValueAxis | None
    label_size: int
    width: int
    height: int
    alt: str
    source: int


ComposedBlock: TypeAlias = ComposedParagraph | ComposedTable | ComposedFigure | ComposedChart


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Everything a writer may know of a document.

    Attributes:
        profile: the resolved geometry and styles.
        title, author: for the file's properties; may be empty.
        date: for the file's properties.
        blocks: the content in reading order.
        options: what the caller decided about the print.
        opening: what stands over the blocks on the first page, or None.
        imprint: what stands at the foot of the last page, or None.
        findings: what was chosen in composing it that its author may want to know.
    """

    profile: Profile
    title: str
    author: str
    date: datetime.date
    blocks: tuple[ComposedBlock, ...]
    options: PrintOptions = AS_USUAL
    opening: Opening | None = None
    imprint: ComposedImprint | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something in it is decided only by its pages."""
        return self.profile.header is not None or self.profile.imprint is not None

    @property
    def is_signed(self) -> bool:
        """Whether it has a closing, for which its pages may have to be changed (7.3.5.5)."""
        return not self.roles.isdisjoint({Role.SIGNATURE, Role.DATE_OF_ISSUE, Role.STAMP_OFFICE})

    @property
    def roles(self) -> frozenset[Role]:
        """The roles of its paragraphs."""
        tables = (block for block in self.blocks if isinstance(block, ComposedTable))
        around = (paragraph for table in tables for paragraph in (*table.above, *table.below))
        roles = frozenset(
            block.role for block in (*self.blocks, *around) if isinstance(block, ComposedParagraph)
        )
        roles |= self.opening.roles if self.opening else frozenset()
        return roles | {Role.IMPRINT} if self.imprint else roles

    @property
    def airs(self) -> tuple[int, ...]:
        """Room above each block, EMU, over what its style asks for; none at a page's top.

        It keeps a table off its neighbours; blank lines that stand there already count.
        """
        airs = [_air(above, below, self.profile) for above, below in pairwise(self.blocks)]
        return (0, *airs) if self.blocks else ()


def _style_outside_tables(block: ComposedBlock, profile: Profile) -> RoleStyle | None:
    if isinstance(block, ComposedTable):
        return None
    return profile.styles[block.role if isinstance(block, ComposedParagraph) else Role.FIGURE]


def _air(over: ComposedBlock, under: ComposedBlock, profile: Profile) -> int:
    above, below = (_style_outside_tables(block, profile) for block in (over, under))
    if (above and below) or any(map(_is_turned, (over, under))) or _begins_page(under):
        return 0
    blank = (above.lines_after if above else 0) + (below.lines_before if below else 0)
    return max(0, profile.table.air - round(blank * profile.page.flow_pitch))


def _begins_page(block: ComposedBlock) -> bool:
    return isinstance(block, ComposedParagraph) and block.page_break


def _is_turned(block: ComposedBlock) -> bool:
    return isinstance(block, ComposedTable) and block.is_turned
