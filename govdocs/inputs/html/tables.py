"""Tables of a page: those that hold data become grids; those that only lay it out do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from govdocs.inputs.html.elements import SILENT, is_hidden, number_of, style_of
from govdocs.inputs.spans import Placed, rectangle
from govdocs.inputs.text.grid import Grid, GridCell, joined
from govdocs.inputs.text.navigation import navigation_of
from govdocs.inputs.text.regex import regex
from govdocs.model.nodes import Alignment

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from govdocs.inputs.text.log import FindingLog

CELLS = frozenset({"td", "th"})
_GROUPS = ("thead", "tbody", "tfoot")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PROSE_LINES = 3
_PROSE_CHARACTERS = 200

_ALIGN = regex(r"(?:^|;)text-align:(left|center|right|justify|start|end)")
_ALIGNMENTS = {
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "justify": Alignment.LEFT,
    "center": Alignment.CENTER,
    "middle": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
}


class CellLines(NamedTuple):
    """A cell and the lines of text in it."""

    element: Element
    lines: tuple[str, ...]


class TableRow(NamedTuple):
    """A row of a page's table.

    Attributes:
        cells: its cells.
        rows_left: rows from this one to the end of its group; no cell reaches further.
        is_head: whether it stands in the table's head.
    """

    cells: tuple[CellLines, ...]
    rows_left: int
    is_head: bool


def has_tables_inside(table: Element) -> bool:
    """Whether a table stands in one of its cells: it only lays out the page then."""
    return any(inner is not table for inner in table.iter("table"))


def rows_of(table: Element, lines_of: Callable[[Element], Sequence[str]]) -> list[TableRow]:
    """The rows of a table as they are seen: the head first, the foot last, hidden ones left out."""
    rows: list[TableRow] = []
    for kind, group in _groups(table):
        for index, cells in enumerate(group):
            found = tuple(CellLines(cell, tuple(lines_of(cell))) for cell in cells)
            rows.append(TableRow(found, len(group) - index, kind == "thead"))
    return [*filter(_in_head, rows), *(row for row in rows if not row.is_head)]


def _in_head(row: TableRow) -> bool:
    return row.is_head


def _groups(table: Element) -> Iterator[tuple[str, list[list[Element]]]]:
    """Each group of rows with its kind; the foot, wherever it is written, comes last."""
    own = [child for child in table if child.tag not in _GROUPS]
    groups = [("tbody", _rows(own))] if own else []
    seen = [child for child in table if child.tag in _GROUPS and not is_hidden(child)]
    groups += [(str(child.tag), _rows(list(child))) for child in seen]
    yield from (group for group in groups if group[0] != "tfoot")
    yield from (group for group in groups if group[0] == "tfoot")


def _rows(children: Sequence[Element]) -> list[list[Element]]:
    """Rows as lists of their cells; cells that stand in no row make one of their own."""
    rows: list[list[Element]] = []
    loose = False
    for child in children:
        if child.tag == "tr":
            cells = [cell for cell in child if cell.tag in CELLS and not is_hidden(cell)]
            if cells and not is_hidden(child):
                rows.append(cells)
            loose = False
        elif child.tag in CELLS and not is_hidden(child):
            if loose:
                rows[-1].append(child)
            else:
                rows.append([child])
            loose = True
    return rows


def hidden_parts(table: Element) -> Iterator[Element]:
    """The groups, rows and cells of a table that are not to be seen, none inside another."""
    for part in table:
        if part.tag in (*_GROUPS, "tr") or part.tag in CELLS:
            yield from [part] if is_hidden(part) else hidden_parts(part)


def texts_beside_cells(
    table: Element, lines_of: Callable[[Element], Sequence[str]]
) -> Iterator[str]:
    """What is to be seen of a table and stands in none of its cells; browsers print it above."""
    yield table.text or ""
    for part in table:
        if part.tag in (*_GROUPS, "tr"):
            yield from () if is_hidden(part) else texts_beside_cells(part, lines_of)
        elif part.tag not in CELLS and part.tag not in ("caption", *SILENT) and not is_hidden(part):
            yield from lines_of(part)
        yield part.tail or ""


def is_layout(table: Element, rows: Sequence[TableRow]) -> bool:
    """Whether a table only lays out the page: its cells are lines of text then.

    So are tables of one column, those that say so (``role="presentation"``), those that hold the
    page's navigation or headings, and those most of whose text is prose of several lines in one
    cell.
    """
    if table.get("role") in ("presentation", "none"):
        return True
    if all(len(row.cells) <= 1 for row in rows) and not _has_spans(rows):
        return True
    cells = [cell for row in rows for cell in row.cells]
    if any(next(cell.element.iter(*_HEADINGS), None) is not None for cell in cells):
        return True
    if any(navigation_of(line, 1) for cell in cells for line in cell.lines[:1]):
        return True
    sizes = [sum(map(len, cell.lines)) for cell in cells]
    largest = max(range(len(cells)), key=sizes.__getitem__)
    return (
        sizes[largest] > _PROSE_CHARACTERS
        and 2 * sizes[largest] > sum(sizes)
        and len(cells[largest].lines) >= _PROSE_LINES
    )


def _has_spans(rows: Sequence[TableRow]) -> bool:
    """Whether rows with one cell may yet belong to a table of several columns."""
    return any(_rowspan(row, cell.element) > 1 for row in rows for cell in row.cells)


def grid_of(number: int, rows: Sequence[TableRow], log: FindingLog) -> Grid | None:
    """The grid of a table that holds data.

    Raises:
        InputError: it has more cells than any table has.
    """
    placed = [[Placed(_cell(row, cell)) for cell in row.cells] for row in rows]
    return rectangle(number, placed, _head_rows(rows), log)


def _head_rows(rows: Sequence[TableRow]) -> int:
    """The rows of the thead; without one, rows of ``<th>`` only at the top, if others follow."""
    written = sum(row.is_head for row in rows)
    if written:
        return written
    for index, row in enumerate(rows):
        if any(cell.element.tag != "th" for cell in row.cells):
            return index
    return 0


def _cell(row: TableRow, cell: CellLines) -> GridCell:
    return GridCell(
        joined(cell.lines),
        max(1, number_of(cell.element, "colspan", 1)),
        _rowspan(row, cell.element),
        _alignment(cell.element),
    )


def _rowspan(row: TableRow, element: Element) -> int:
    """A browser cuts what reaches out of the group of rows; 0 is all that is left of it."""
    return min(number_of(element, "rowspan", 1) or row.rows_left, row.rows_left)


def _alignment(cell: Element) -> Alignment:
    """What the cell, or the first element with text in it, says of itself; else centred."""
    for element in (cell, *cell.iter("p", "div", "center")):
        styled = _ALIGN.search(style_of(element))
        said = styled[1] if styled else (element.get("align") or "").lower()
        if element.tag == "center":
            said = "center"
        if said in _ALIGNMENTS:
            return _ALIGNMENTS[said]
    return Alignment.CENTER
