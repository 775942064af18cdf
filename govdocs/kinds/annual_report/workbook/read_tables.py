"""Read the figures of the statutory tables out of a workbook's sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from govdocs.inputs.xlsx.sheets import Area, Sheet, Sheets
from govdocs.kinds.annual_report.section import ExtraRow
from govdocs.kinds.annual_report.values import CellValue, value_text
from govdocs.kinds.annual_report.workbook.figure_cells import (
    NoFigure,
    date_shown,
    figure_in,
    number_shown,
)
from govdocs.kinds.annual_report.workbook.layout import (
    GRID_ROW,
    OWN_SHEETS,
    sheet_names,
    value_cells,
)
from govdocs.kinds.annual_report.workbook.locate import FoundTable, find_table, value_places
from govdocs.kinds.annual_report.workbook.notes import Notes
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, TableForm

UNCALCULATED = "workbook-uncalculated"
_MOST_NAMED = 10


@dataclass(slots=True)
class ReadTables:
    """What the tables of a workbook hold.

    Attributes:
        values: figures by cell; blank and unreadable cells are absent.
        places: where each cell lies: ``申请表!D8``.
        extra_rows: rows that the form does not have.
        uncalculated: places of formulas without a result.
    """

    values: dict[CellRef, CellValue] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    extra_rows: list[ExtraRow] = field(default_factory=list)
    uncalculated: dict[str, CellRef] = field(default_factory=dict)


def read_tables(form: ReportFormat, sheets: Sheets, notes: Notes, *, is_ours: bool) -> ReadTables:
    """Find every table of a format and read its figures.

    Args:
        is_ours: whether the workbook was made by :func:`write_workbook`: then it is worth saying
            when a table does not lie where it was put.
    """
    read = ReadTables()
    names = sheet_names(form)
    ours = OWN_SHEETS if is_ours else ()
    candidates = [sheet for sheet in sheets.sheets if sheet.name not in ours]
    for table in form.tables:
        found = find_table(table, candidates, names[table.id])
        if found is None:
            _no_table(table, names[table.id], sheets, notes)
            continue
        if is_ours:
            _say_moved(found, names[table.id], notes)
        _say_altered(found, notes)
        _read_figures(found, read, notes)
        read.extra_rows += _extra_rows(found, notes)
    _say_uncalculated(read, notes)
    return read


def _no_table(table: TableForm, name: str, sheets: Sheets, notes: Notes) -> None:
    zh = (
        f"表里的文字与{table.part}{table.name}对不上，没有读取；请不要改动行、列的文字"
        if sheets.sheet(name)
        else f"没有找到{table.part}{table.name}（工作表“{name}”）；请补上该工作表，或重新取得填报簿"
    )
    en = (
        f"its labels are not those of table {table.id}, so it was not read"
        if sheets.sheet(name)
        else f"table {table.id} was not found (sheet {name}); add it, or take a new workbook"
    )
    notes.error("workbook-no-table", name, zh, en)


def _say_moved(found: FoundTable, name: str, notes: Notes) -> None:
    sheet = found.sheet.name
    if sheet != name:
        notes.info(
            "workbook-sheet-renamed",
            sheet,
            f"工作表原名“{name}”，按表中文字认出是{found.form.name}",
            f"the sheet was {name}; its labels show that it is table {found.form.id}",
        )
    if not found.is_at(GRID_ROW, 0):
        notes.warning(
            "workbook-shifted",
            sheet,
            "表格的行或列有过增删、移动，已按行、列的文字逐格对应读取；请核对",
            "rows or columns were inserted, deleted or moved; the figures were read by the "
            "labels of their rows and columns; check them",
        )


def _say_altered(found: FoundTable, notes: Notes) -> None:
    from_line = {area.row: cell for cell, area in value_cells(found.form)}
    for line, text in found.altered.items():
        if line not in from_line:
            continue
        row = found.form.row(from_line[line].row)
        notes.warning(
            "workbook-label-altered",
            _label_place(found, found.rows[line], text),
            f"行的文字应为“{row.label}”，现为“{text}”，仍按这一行读取；请核对",
            f"the label should be {row.label!r}, found {text!r}; the row was read as that; check",
            expected=row.label,
            found=text,
        )


def _label_place(found: FoundTable, row: int, text: str) -> str:
    """The cell of a row's label: the last text before the figures; where emptied, the last cell."""
    first = min(found.columns.values())
    texts = [column for column in range(first) if found.sheet.text(row, column).strip()]
    return found.sheet.at(row, texts[-1] if text and texts else max(first - 1, 0))


def _read_figures(found: FoundTable, read: ReadTables, notes: Notes) -> None:
    missing: dict[str, list[CellRef]] = {}
    starts = {(area.row, area.column): cell for cell, area in value_places(found) if area}
    for cell, area in value_places(found):
        if area is None:
            missing.setdefault(cell.row, []).append(cell)
            continue
        read.places[str(cell)] = found.sheet.at(area.row, area.column)
        place = _filled_place(found, cell, area, starts, notes)
        if place is not None:
            _read_figure(found, cell, place, read, notes)
    for row, cells in missing.items():
        _say_missing(found, row, cells, notes)


def _read_figure(
    found: FoundTable, cell: CellRef, place: tuple[int, int], read: ReadTables, notes: Notes
) -> None:
    form, sheet = found.form, found.sheet
    at, name = sheet.at(*place), form.cell_name(cell.row, cell.column)
    kind, unit = form.kind(cell.row, cell.column), form.row(cell.row).unit
    try:
        meant = figure_in(sheet.cells.get(place), kind, unit)
    except NoFigure as error:
        if error.id == UNCALCULATED:
            read.uncalculated[at] = cell
            return
        notes.error(
            error.id, at, f"{name}：{error.zh}", f"{name}: {error.en}",
            cells=(cell,), expected=error.expected, found=sheet.value(*place),
        )  # fmt: skip
        return
    if meant.value is not None:
        read.values[cell] = meant.value
        read.places[str(cell)] = at
    if meant.was_text or meant.was_rewritten:
        written, shown = sheet.text(*place).strip(), value_text(meant.value)
        notes.info(
            "workbook-figure-text",
            at,
            f"{name}：数字以文本形式填写（“{written}”），按 {shown} 读取；"
            "工作簿中的勾稽公式不计文本",
            f"{name}: the figure is a text ({written!r}), read as {shown}; the workbook's own "
            "checks leave texts out",
            cells=(cell,),
            found=written,
        )


def _filled_place(
    found: FoundTable,
    cell: CellRef,
    area: Area,
    starts: dict[tuple[int, int], CellRef],
    notes: Notes,
) -> tuple[int, int] | None:
    """Where the figure of a data cell stands, minding cells that were merged or split."""
    sheet, form = found.sheet, found.form
    name = form.cell_name(cell.row, cell.column)
    merged = next((each for each in sheet.merged if each.holds(area.row, area.column)), None)
    if merged is not None:
        others = [starts[place] for place in merged.places() if place in starts]
        if len(others) > 1:
            if others[0] == cell:
                _say_merged(found, merged, others, notes)
            return None
        return merged.row, merged.column
    filled = [place for place in area.places() if sheet.value(*place) not in (None, "")]
    if len(filled) > 1:
        at = f"{sheet.name}!{area.range}"
        notes.error(
            "workbook-several-figures",
            at,
            f"{name}：这里原是一个合并的格，现在有 {len(filled)} 个数，不知道用哪个；请只留一个",
            f"{name}: this was one merged cell and now holds {len(filled)} figures; leave one",
            cells=(cell,),
        )
        return None
    return filled[0] if filled else (area.row, area.column)


def _say_merged(found: FoundTable, merged: Area, cells: Sequence[CellRef], notes: Notes) -> None:
    names = "、".join(found.form.cell_name(c.row, c.column).partition("：")[2] for c in cells[:4])
    notes.error(
        "workbook-merged",
        f"{found.sheet.name}!{merged.range}",
        f"{len(cells)} 个数据格（{names}）被合并成一格，不知道数字属于哪一格；请取消合并，分别填写",
        f"{len(cells)} data cells were merged into one, and it is not known which the figure "
        "belongs to; unmerge them and fill in each",
        cells=cells,
    )


def _say_missing(found: FoundTable, row: str, cells: Sequence[CellRef], notes: Notes) -> None:
    form = found.form
    line = next(area.row for cell, area in value_cells(form) if cell.row == row)
    if line in found.rows:
        names = "、".join(form.column(cell.column).name for cell in cells)
        notes.error(
            "workbook-column-missing",
            found.sheet.name,
            f"{form.name}“{form.row(row).name}”一行找不到这些列：{names}；请恢复被删改的列",
            f"row {form.row(row).id} of table {form.id} lacks {len(cells)} columns; restore them",
            cells=cells,
        )
        return
    notes.error(
        "workbook-row-missing",
        found.sheet.name,
        f"{form.name}缺少“{form.row(row).name}”一行（被删除，或文字被改得认不出）；请恢复这一行",
        f"table {form.id} has no row {form.row(row).id} (deleted, or its label is altered beyond "
        "knowing); restore it",
        cells=cells,
    )


def _extra_rows(found: FoundTable, notes: Notes) -> Iterator[ExtraRow]:
    rows_above = sorted((row, line) for line, row in found.rows.items())
    by_line = {area.row: cell.row for cell, area in value_cells(found.form)}
    first = min(found.columns.values())
    for row in found.extra:
        label = next(
            text
            for text in (found.sheet.text(row, column) for column in range(first, -1, -1))
            if text
        ).strip()
        before = [by_line[line] for at, line in rows_above if at < row and line in by_line]
        values = tuple(_as_written(found.sheet, row, at) for at in found.columns.values())
        notes.warning(
            "workbook-extra-row",
            found.sheet.at(row, first),
            f"{found.form.name}中有格式以外的一行“{label}”，作为附加行保留，不参加勾稽",
            f"table {found.form.id} has a row that the form does not: {label!r}; it is kept, and "
            "stands outside the tie-outs",
        )
        yield ExtraRow(
            table=found.form.id, after=before[-1] if before else "", label=label, values=values
        )


def _as_written(sheet: Sheet, row: int, column: int) -> str:
    value = sheet.value(row, column)
    if value is None or isinstance(value, str):
        return (value or "").strip()
    return number_shown(value) if isinstance(value, int | float) else date_shown(value)


def _say_uncalculated(read: ReadTables, notes: Notes) -> None:
    """One finding for all: a program that does not calculate leaves every formula without one."""
    if not read.uncalculated:
        return
    places = list(read.uncalculated)
    named = "、".join(places[:_MOST_NAMED]) + ("等" if len(places) > _MOST_NAMED else "")
    notes.error(
        UNCALCULATED,
        places[0],
        f"有 {len(places)} 个数据格是公式，但文件里没有计算结果（{named}），没有读取："
        "保存它的程序不会计算；请用 Excel、WPS 或 LibreOffice 打开工作簿，保存一次再试",
        f"{len(places)} data cells have formulas without results and were not read: the program "
        "that saved the file does not calculate; open it in Excel, WPS or LibreOffice and save it",
        cells=tuple(read.uncalculated.values()),
    )
