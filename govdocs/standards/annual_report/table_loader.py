"""Read a statutory table from a format's TOML: rows, columns, the printed grid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from govdocs.standards.annual_report.forms import (
    ColumnForm,
    FormCell,
    LabelCell,
    RowForm,
    TableForm,
    ValueCell,
    ValueKind,
)

_LEVEL_INDENT = "　"


class WrongFormat(Exception):
    """Something in a format file that makes no sense."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en
        super().__init__(en)


def table_form(data: Mapping[str, Any]) -> TableForm:
    """A table as the TOML gives it; the grid's shorthands stand in docs/design/annual-report.md.

    Raises:
        WrongFormat: names or a grid that make no sense.
        KeyError: a key that is missing, or a name that no row or column has.
    """
    rows = tuple(_row(each) for each in data["rows"])
    columns = tuple(_column(each) for each in data["columns"])
    form = TableForm(
        id=data["id"],
        key=data["key"],
        name=data["name"],
        part=data["part"],
        rows=rows,
        columns=columns,
        grid=(),
        head_rows=data["head_rows"],
        column_widths=tuple(float(width) for width in data["column_widths"]),
        type_size=data["type_size"],
        bold_rows=tuple(data.get("bold_rows", ())),
    )
    form = form._replace(grid=tuple(tuple(_cells(line, form)) for line in data["grid"]))
    _check_names(form)
    _check_shape(form)
    return form


def _check_names(form: TableForm) -> None:
    for entries in (form.rows, form.columns):
        names = [name for each in entries for name in {each.key, each.id}]
        for name in names:
            if names.count(name) > 1:
                raise WrongFormat(
                    f"表 {form.id} 中“{name}”重复", f"{name!r} stands twice in {form.id}"
                )
    cells = list(form.cells())
    if len(set(cells)) != len(cells):
        raise WrongFormat(f"表 {form.id} 有数据格重复", f"a data cell stands twice in {form.id}")


def _check_shape(form: TableForm) -> None:
    """Every printed row fills the columns, cells that come down from above counted."""
    columns = len(form.column_widths)
    if form.bold_rows and max(form.bold_rows) >= len(form.grid):
        raise WrongFormat(
            f"表 {form.id} 的 bold_rows 超出了 {len(form.grid)} 行（从 0 数起）",
            f"bold_rows of {form.id} go beyond its {len(form.grid)} rows (counted from 0)",
        )
    if form.head_rows > len(form.grid):
        raise WrongFormat(
            f"表 {form.id} 的 head_rows 超出了 {len(form.grid)} 行",
            f"head_rows of {form.id} goes beyond its {len(form.grid)} rows",
        )
    _check_spans(form)
    covered: Counter[int] = Counter()
    for index, line in enumerate(form.grid):
        filled = covered[index] + sum(cell.across for cell in line)
        if filled != columns:
            raise WrongFormat(
                f"表 {form.id} 的 grid 第 {index + 1} 行占 {filled} 列，"
                f"column_widths 有 {columns} 列",
                f"row {index + 1} of the grid of {form.id} fills {filled} columns, "
                f"column_widths has {columns}",
            )
        for cell in line:
            covered.update(dict.fromkeys(range(index + 1, index + cell.down), cell.across))


def _check_spans(form: TableForm) -> None:
    for index, line in enumerate(form.grid):
        for cell in line:
            if index + cell.down > len(form.grid):
                raise WrongFormat(
                    f"表 {form.id} 的 grid 第 {index + 1} 行有一格伸出表外（占 {cell.down} 行）",
                    f"a cell in row {index + 1} of the grid of {form.id} reaches below the table "
                    f"({cell.down} rows)",
                )


def _row(data: Mapping[str, Any]) -> RowForm:
    return RowForm(
        key=data["key"],
        id=data["id"],
        label=data["label"],
        group=data.get("group", ""),
        kind=ValueKind(data["kind"]) if "kind" in data else None,
        unit=data.get("unit", ""),
        also=tuple(data.get("also", ())),
        level=data.get("level", 0),
    )


def _column(data: Mapping[str, Any]) -> ColumnForm:
    return ColumnForm(
        key=data["key"],
        id=data["id"],
        label=data["label"],
        kind=ValueKind(data["kind"]) if "kind" in data else None,
        also=tuple(data.get("also", ())),
    )


def _cells(line: list[Any], form: TableForm) -> Iterator[FormCell]:
    """The cells of a grid row; the shorthands stand in docs/design/annual-report.md."""
    for spec in line:
        if isinstance(spec, str):
            yield LabelCell(spec)
            continue
        across, down = spec.get("across", 1), spec.get("down", 1)
        align = spec.get("align", "center")
        if "text" in spec:
            yield LabelCell(spec["text"], across, down, align)
        elif "label" in spec:
            yield LabelCell(form.row(spec["label"]).label, across, down, align)
        elif "value" in spec:
            row, column = spec["value"].split(".")
            yield ValueCell(form.row(row).key, form.column(column).key, across, down)
        elif "values" in spec:
            row = form.row(spec["values"]).key
            yield from (ValueCell(row, column.key) for column in form.columns)
        else:
            yield from _indicator(form.row(spec["indicator"]), form)


def _indicator(row: RowForm, form: TableForm) -> Iterator[FormCell]:
    """A line of a list of indicators: label, unit, figure."""
    yield LabelCell(_LEVEL_INDENT * row.level + row.label, align="left")
    yield LabelCell(row.unit)
    yield ValueCell(row.key, form.columns[0].key)
