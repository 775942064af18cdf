"""Where the type area of each sheet really lies, and the grid that its text stands on.

What stands in the type area is measured from where the type area is, so that one wrong margin is
one failure and not thirty.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from govdocs.certify.data import tolerances
from govdocs.certify.forms import is_han
from govdocs.certify.pdf.sheet import Line, Sheet, Stroke
from govdocs.standards.profile import PageGeometry
from govdocs.units import to_mm

SAME_SIZE_PT = 0.6
_SAME_EDGE_MM = 0.4
_LONG_LINE = 0.8
_LEAST_LINES = 2
_LEAST_STEPS = 15
_SHORT_CELLS = 2.0
_NEARLY_FULL_EM = 1.2
_NEXT_LINE_EM = 2.5
_TABLE_REACH_MM = 1.0
_MOST_TITLE_LINES = 8


class Frame(NamedTuple):
    """The type area of a sheet as measured; mm from the sheet's left and upper edges."""

    left: float
    right: float
    top: float
    foot: float

    @property
    def middle(self) -> float:
        """Half way between the edges."""
        return (self.left + self.right) / 2


class Top(NamedTuple):
    """Where the text of a sheet begins.

    Attributes:
        box: upper edge of the first line's box, its glyphs in its middle.
        em: upper edge of its glyphs' em boxes.
        line: the line.
        sheet: the sheet's number.
    """

    box: float
    em: float
    line: Line
    sheet: int


class Edges(NamedTuple):
    """Left and right edges of text; None where too few lines show them."""

    left: float | None
    right: float | None


class Grid(NamedTuple):
    """The grid as measured.

    Attributes:
        body_size: commonest type size, points.
        pitch: from baseline to baseline, mm; None where no two lines of text follow each other.
        cell: 字 of full lines, mm; None where there is no full line.
        odd, even: edges of the text on odd and even sheets.
        tops: of sheets whose text begins at the top.
    """

    body_size: float
    pitch: float | None
    cell: float | None
    odd: Edges
    even: Edges
    tops: tuple[Top, ...]


def body_size(sheets: Sequence[Sequence[Line]]) -> float:
    """The commonest type size of the main part but for its title, points; 0 without text.

    Args:
        sheets: the lines of each sheet that are no header block, imprint, number or table.
    """
    title = _title_lines(sheets[0])
    return _commonest_size([sheets[0][title:], *sheets[1:]]) or _commonest_size(sheets) or 0.0


def _title_lines(lines: Sequence[Line]) -> int:
    """How many lines the title may have: in a short text it has the most characters.

    They are larger than the line under them; where nothing is, there is no telling, and it is
    not needed: the text has the title's size or goes on.
    """
    for count, line in enumerate(lines[:_MOST_TITLE_LINES]):
        if line.size < lines[0].size - SAME_SIZE_PT:
            return count
    return 0


def _commonest_size(sheets: Iterable[Sequence[Line]]) -> float | None:
    sizes = Counter(
        round(glyph.size * 4) / 4 for lines in sheets for line in lines for glyph in line.glyphs
    )
    return sizes.most_common(1)[0][0] if sizes else None


def is_of_size(line: Line, size: float) -> bool:
    """Whether a line is set in a size, roughly."""
    return abs(line.size - size) <= SAME_SIZE_PT


def in_table(sheet: Sheet, y: float) -> bool:
    """Whether upright rules, of which a table has several, pass this height."""
    return sum(not s.is_level and s.box.top - 0.3 <= y <= s.box.bottom + 0.3
               for s in sheet.strokes) > 1  # fmt: skip


def is_table_rule(sheet: Sheet, stroke: Stroke) -> bool:
    """Whether a level rule meets upright ones."""
    box = stroke.box
    return any(
        not s.is_level
        and s.box.top - _TABLE_REACH_MM <= stroke.y <= s.box.bottom + _TABLE_REACH_MM
        and box.left - _TABLE_REACH_MM <= s.x <= box.right + _TABLE_REACH_MM
        for s in sheet.strokes
    )


def text_lines(sheet: Sheet, size: float) -> list[Line]:
    """Lines in the size of the text that stand in no table."""
    return [line for line in sheet.lines
            if is_of_size(line, size) and not in_table(sheet, line.baseline)]  # fmt: skip


def measure_grid(
    sheets: Sequence[Sheet], page: PageGeometry, main: Mapping[int, Sequence[Line]]
) -> Grid:
    """The grid of a file's sheets; those shown across are left out.

    Args:
        sheets: all.
        page: as the standard has it.
        main: by sheet: the lines that are no header block, imprint, number or table.
    """
    size = body_size([main[sheet.number] for sheet in sheets])
    upright = [(sheet, text_lines(sheet, size)) for sheet in sheets if not sheet.is_across]
    width = to_mm(page.type_area_width)
    odd = _edges([lines for sheet, lines in upright if sheet.number % 2], width)
    even = _edges([lines for sheet, lines in upright if not sheet.number % 2], width)
    pitch = _pitch([lines for _, lines in upright], to_mm(page.line_top(1)))
    tops = tuple(
        top
        for sheet, lines in upright
        if (top := _top(sheet, lines, pitch or to_mm(page.line_top(1)))) is not None
    )
    edges = {sheet.number: odd if sheet.number % 2 else even for sheet, _ in upright}
    cell = _cell([(edges[sheet.number], lines) for sheet, lines in upright], to_mm(page.cell))
    return Grid(size, pitch, cell, odd, even, tops)


def _edges(sheets: Sequence[Sequence[Line]], width: float) -> Edges:
    """Edges of text: at the left of lines that go on from a full one, at the right of full ones."""
    lines = [line for of_sheet in sheets for line in of_sheet]
    long = [line for line in lines if line.right - line.left > _LONG_LINE * width]
    if not long:
        return Edges(None, None)
    # A mark at a line's end may lose its blank half, or hang; other characters do not.
    right = _common([line.right for line in long if is_han(line.text[-1])], least=False)
    furthest = max(line.right for line in long) if right is None else right
    going_on = [
        other.left
        for of_sheet in sheets
        for one, other in pairwise(of_sheet)
        if furthest - one.right < _NEARLY_FULL_EM * one.em
        and other.baseline - one.baseline < _NEXT_LINE_EM * one.em
    ]
    left = _common(going_on, least=True, fewest=1)
    if left is not None and min(line.left for line in long) < left - _SAME_EDGE_MM:
        left = None  # only lists, which are set in, go on
    return Edges(left, right)


def _common(values: Sequence[float], *, least: bool, fewest: int = _LEAST_LINES) -> float | None:
    """The outermost value that several lines share; None where too few lines share any."""
    counts = {
        value: sum(abs(value - other) <= _SAME_EDGE_MM for other in values) for value in values
    }
    most = max(counts.values(), default=0)
    if most < fewest:
        return None
    # Lists are set in, and their lines go on so: where many share an edge, the outer one counts.
    shared = [value for value, count in counts.items() if count >= max(fewest, most / 3)]
    outer = min(shared) if least else max(shared)
    return median(value for value in values if abs(value - outer) <= _SAME_EDGE_MM)


def _pitch(sheets: Sequence[Sequence[Line]], nominal: float) -> float | None:
    steps = [
        other.baseline - one.baseline
        for lines in sheets
        for one, other in pairwise(lines)
        if other.baseline - one.baseline < 1.5 * nominal
    ]
    return median(steps) if steps else None


def _cell(sheets: Sequence[tuple[Edges, Sequence[Line]]], nominal: float) -> float | None:
    """The distance of Chinese characters in lines that were not spread to reach the edge.

    Those end short of it. Where there are too few, full lines of nothing but full-width
    characters tell.
    """
    short = _steps(
        line
        for edges, lines in sheets
        for line in lines
        if edges.right is not None and edges.right - line.right > _SHORT_CELLS * nominal
    )
    if len(short) >= _LEAST_STEPS:
        return median(short)
    full = _steps(
        line
        for edges, lines in sheets
        for line in lines
        if edges.right is not None
        and abs(line.right - edges.right) < nominal / 2
        and all(is_wide(glyph.text) for glyph in line.glyphs)
    )
    return median(full) if len(full) >= _LEAST_STEPS else None


def _steps(lines: Iterable[Line]) -> list[float]:
    return [
        other.left - one.left
        for line in lines
        for one, other in pairwise(line.glyphs)
        if is_han(one.text) and is_han(other.text)
    ]


def is_wide(text: str) -> bool:
    """Whether a character takes a whole cell."""
    return unicodedata.east_asian_width(text[0]) in "WF" or text in "“”‘’—…"


def _top(sheet: Sheet, lines: Sequence[Line], pitch: float) -> Top | None:
    if not lines or sheet.number == 1:
        return None
    first = lines[0]
    if first is not sheet.lines[0]:
        return None
    # What is drawn above the text (a table, a picture) takes its place at the top.
    above = [*sheet.pictures, *(stroke.box for stroke in sheet.strokes)]
    if any(box.top < first.em_top for box in above):
        return None
    return Top(first.em_top - (pitch - first.em) / 2, first.em_top, first, sheet.number)


def frames(
    sheets: Sequence[Sheet], grid: Grid, page: PageGeometry, *, leave_out: frozenset[int]
) -> Mapping[int, Frame]:
    """The type area of each sheet, by its number; the standard's where it does not show."""
    head, height = to_mm(page.head_margin), to_mm(page.type_area_height)
    tops = [top for top in grid.tops if top.sheet not in leave_out]
    top = head
    if tops:
        off = median(nearest_edge(each, head) for each in tops) - head
        top = head + off if abs(off) > tolerances().position_mm else head
    found = {}
    for sheet in sheets:
        is_odd = bool(sheet.number % 2)
        edges, other = (grid.odd, grid.even) if is_odd else (grid.even, grid.odd)
        left = _first(edges.left, other.left, to_mm(page.binding_margin))
        right = left + to_mm(page.type_area_width)
        # Text that sticks out, or stays short of the edge, does not move the edge.
        if edges.right is not None and abs(edges.right - right) <= tolerances().margin_mm:
            right = edges.right
        found[sheet.number] = Frame(left, right, top, top + height)
    return found


def _first(*values: float | None) -> float:
    return next(value for value in values if value is not None)


def nearest_edge(top: Top, head: float) -> float:
    """The edge, of the box or of the glyphs, that lies nearest to the type area's."""
    return min((top.box, top.em), key=lambda edge: abs(edge - head))


def is_at_head(top: Top, head: float) -> bool:
    """Whether text begins where the type area does, as a grid sets it or with its glyphs there."""
    margin = tolerances().margin_mm
    return abs(nearest_edge(top, head) - head) <= margin
