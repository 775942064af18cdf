"""The statutory tables as table nodes: the form's own cells, with the report's figures in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.section import ExtraRow
from govdocs.model.nodes import Alignment, Cell, InlineRole, Run, Table
from govdocs.standards.annual_report.forms import (
    CellRef,
    FormCell,
    LabelCell,
    TableForm,
    ValueCell,
)

_OF_GROUP = re.compile(r"\s*\d+\s*[.．、]")


class _Line(NamedTuple):
    """A printed row: its cells, and whether it is a heading inside the table."""

    cells: tuple[FormCell, ...]
    is_heading: bool = False
    texts: tuple[str, ...] | None = None  # of the value cells of an added row


def table_node(form: TableForm, figures: Figures, extra: Sequence[ExtraRow] = ()) -> Table:
    """A statutory table (法定表格) exactly as the form prints it; blank cells stay blank.

    Args:
        form: the table.
        figures: what stands in its cells.
        extra: rows added to it, each put under the row that it follows; rows of other tables
            are passed over.
    """
    lines = [_Line(line, index in form.bold_rows) for index, line in enumerate(form.grid)]
    own = [row for row in extra if row.table in (form.id, form.key)]
    for row in reversed(own):
        _insert(lines, row, form)
    return Table(
        rows=tuple(tuple(_cells(line, form, figures)) for line in lines),
        head_rows=form.head_rows,
        column_widths=form.column_widths,
        type_size=form.type_size,
        keep_together=True,
    )


def _insert(lines: list[_Line], row: ExtraRow, form: TableForm) -> None:
    """Put a row in under the one that it follows; merged cells across the place grow."""
    above = _line_of(lines, row.after)
    at = above + 1 if row.after else above
    is_of_group = bool(row.after and _OF_GROUP.match(row.label))
    for index in range(at):
        cells = tuple(_grown(cell, index, at, is_of_group) for cell in lines[index].cells)
        lines[index] = lines[index]._replace(cells=cells)
    covered = sum(
        cell.across for index in range(at) for cell in lines[index].cells if index + cell.down > at
    )
    spans = [cell.across for cell in lines[above].cells if isinstance(cell, ValueCell)]
    labels = [cell for cell in lines[above].cells if isinstance(cell, LabelCell)]
    width = sum(cell.across for cell in form.grid[0]) - covered
    lines.insert(at, _added(row, width, spans, labels[0].align if labels else "center"))


def _added(
    row: ExtraRow, width: int, spans: Sequence[int], align: Literal["left", "center", "right"]
) -> _Line:
    """The printed row of an added one, in so many free columns.

    Where the form has no column for labels, the label stands before the first value.
    """
    values = tuple(ValueCell("", "", across) for across in spans)
    room = width - sum(spans)
    if room > 0:
        label = LabelCell(row.label, room, align=align)
        return _Line((label, *values), texts=_fitted(row.values, len(spans)))
    first = " ".join((row.label, *row.values[:1]))
    return _Line(values, texts=_fitted((first, *row.values[1:]), len(spans)))


def _line_of(lines: Sequence[_Line], key: str) -> int:
    """The printed row of a row of data; the first one for an empty key."""
    for index, line in enumerate(lines):
        for cell in line.cells:
            if isinstance(cell, ValueCell) and cell.row and (not key or cell.row == key):
                return index
    return len(lines) - 1


def _grown(cell: FormCell, index: int, at: int, is_of_group: bool) -> FormCell:
    end = index + cell.down
    reaches = end > at or (end == at and is_of_group and cell.down > 1)
    return cell._replace(down=cell.down + 1) if reaches else cell


def _fitted(values: tuple[str, ...], places: int) -> tuple[str, ...]:
    """The values for so many places: blanks at the right; what is over stands in the last one."""
    if len(values) > places:
        return (*values[: places - 1], " ".join(values[places - 1 :]))
    return values + ("",) * (places - len(values))


def _cells(line: _Line, form: TableForm, figures: Figures) -> Iterator[Cell]:
    texts = iter(line.texts or ())
    for cell in line.cells:
        if isinstance(cell, LabelCell):
            role = InlineRole.STRONG if line.is_heading else InlineRole.PLAIN
            yield Cell(
                content=(Run(cell.text, role),),
                colspan=cell.across,
                rowspan=cell.down,
                align=Alignment(cell.align),
            )
        else:
            ref = CellRef(form.id, cell.row, cell.column)
            text = figures.text(ref) if line.texts is None else next(texts)
            yield Cell(content=(Run(text),) if text else (), colspan=cell.across, rowspan=cell.down)
