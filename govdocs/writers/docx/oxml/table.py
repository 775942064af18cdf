"""Tables (w:tbl): fixed columns, merged cells, repeated head rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govdocs.writers.docx.oxml.markup import Markup, w
from govdocs.writers.docx.oxml.style import TABLE_GRID

_HEAD_ROW = w("trPr", w("cantSplit"), w("tblHeader"))
_ROW = w("trPr", w("cantSplit"))


def table(
    column_widths: Sequence[int], rows: Iterable[Markup], *, margins: Markup | None = None
) -> Markup:
    """A centred table.

    Args:
        column_widths: twips; they are kept whatever the text.
        rows: the rows.
        margins: a w:tblCellMar, where it is not the style's.
    """
    properties = w(
        "tblPr",
        w("tblStyle", val=TABLE_GRID),
        w("tblW", w=sum(column_widths), type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        margins,
        w("tblLook", val="0000"),
    )
    grid = w("tblGrid", *[w("gridCol", w=width) for width in column_widths])
    return w("tbl", properties, grid, *rows)


def is_table(block: Markup) -> bool:
    """Whether a block of the body is a table."""
    return block.startswith("<w:tbl>")


def table_row(cells: Iterable[Markup], *, is_head: bool) -> Markup:
    """A row, never split over pages; head rows are repeated on every page."""
    return Markup(f"<w:tr>{_HEAD_ROW if is_head else _ROW}{''.join(cells)}</w:tr>")


def cell_properties(width: int, *, colspan: int = 1, merge: str | None = None) -> Markup:
    """w:tcPr.

    Args:
        width: twips.
        colspan: columns that the cell covers.
        merge: ``restart`` for the first cell of a vertical merge, ``continue`` for the others.
    """
    return w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=colspan) if colspan > 1 else None,
        w("vMerge", val=merge) if merge else None,
        w("vAlign", val="center"),
    )


def bare_row(columns: int, width: int, paragraphs: Iterable[Markup]) -> Markup:
    """A row of one cell without rules and margins, never split over pages.

    Args:
        columns: that it covers.
        width: of them, twips.
        paragraphs: what stands in it.
    """
    sides = ("left", "bottom", "right")
    margins = ("top", "left", "bottom", "right")
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=columns) if columns > 1 else None,
        w("tcBorders", *[w(side, val="nil") for side in sides]),
        w("tcMar", *[w(side, w=0, type="dxa") for side in margins]),
    )
    return Markup(f"<w:tr>{_ROW}<w:tc>{properties}{''.join(paragraphs)}</w:tc></w:tr>")


def table_cell(properties: Markup, paragraph: Markup) -> Markup:
    """A cell with its one paragraph."""
    return Markup(f"<w:tc>{properties}{paragraph}</w:tc>")
