"""The grid of a table: which columns each cell covers, merged cells counted."""

from __future__ import annotations

from typing import Protocol

from govdocs.errors import ModelError
from govdocs.model.checks import check_range


class Spanning(Protocol):
    """What covers columns and rows."""

    @property
    def colspan(self) -> int: ...
    @property
    def rowspan(self) -> int: ...


def occupancy(
    rows: tuple[tuple[Spanning, ...], ...],
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For each row, the (first column, index of the cell) of its cells, spans resolved.

    Raises:
        ModelError: cells overlap, leave holes, reach below the last row, or are too many in a row.
    """
    width = sum(cell.colspan for cell in rows[0])
    check_range(width, 1, 1000, "表格列数", "the number of table columns")
    busy = [0] * width  # rows for which each column is still covered from above
    placed: list[tuple[tuple[int, int], ...]] = []
    for row_index, row in enumerate(rows):
        starts: list[tuple[int, int]] = []
        column = 0
        for cell_index, cell in enumerate(row):
            while column < width and busy[column]:
                column += 1
            end = column + cell.colspan
            if end > width or any(busy[column:end]):
                raise _ragged(row_index, width)
            starts.append((column, cell_index))
            busy[column:end] = [cell.rowspan] * cell.colspan
            column = end
        if not all(busy):
            raise _ragged(row_index, width)
        busy = [left - 1 for left in busy]
        placed.append(tuple(starts))
    if any(busy):
        raise ModelError(
            "合并单元格伸出了表格的最后一行", "a merged cell reaches below the last row"
        )
    return tuple(placed)


def _ragged(row_index: int, width: int) -> ModelError:
    return ModelError(
        f"表格第 {row_index + 1} 行的单元格与首行的 {width} 列对不齐（算上合并单元格）",
        f"the cells of table row {row_index + 1} do not fill the {width} columns of the first row "
        "(merged cells counted)",
    )
