"""The statutory tables as table nodes: the form's own cells, with the report's figures in them."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.kinds.annual_report.figures import Figures
from govdocs.model.nodes import Alignment, Cell, InlineRole, Run, Table
from govdocs.standards.annual_report.forms import CellRef, FormCell, LabelCell, TableForm


def table_node(form: TableForm, figures: Figures) -> Table:
    """A statutory table (法定表格) exactly as the form prints it; blank cells stay blank."""
    return Table(
        rows=tuple(
            tuple(_cells(line, form, figures, is_heading=index in form.bold_rows))
            for index, line in enumerate(form.grid)
        ),
        head_rows=form.head_rows,
        column_widths=form.column_widths,
        type_size=form.type_size,
        keep_together=True,
    )


def _cells(
    line: tuple[FormCell, ...], form: TableForm, figures: Figures, *, is_heading: bool
) -> Iterator[Cell]:
    for cell in line:
        if isinstance(cell, LabelCell):
            role = InlineRole.STRONG if is_heading else InlineRole.PLAIN
            yield Cell(
                content=(Run(cell.text, role),),
                colspan=cell.across,
                rowspan=cell.down,
                align=Alignment(cell.align),
            )
        else:
            text = figures.text(CellRef(form.id, cell.row, cell.column))
            yield Cell(
                content=(Run(text),) if text else (), colspan=cell.across, rowspan=cell.down
            )
