"""Read a workbook's sheets with openpyxl: saved results, and which formulas have none."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from govdocs.errors import InputError
from govdocs.inputs.recognition import kind_of
from govdocs.inputs.xlsx.conversion import converted
from govdocs.inputs.xlsx.missing import needs_xlsx
from govdocs.inputs.xlsx.opening import MOST_BYTES, checked
from govdocs.inputs.xlsx.sheets import Area, Sheet, SheetCell, Sheets, SheetValue, Trouble
from govdocs.messages.os_errors import reason_of

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_CELLS = 500_000
"""Cells that are not empty, of all sheets."""

_CONTROL = re.compile(r"_x00[01][0-9A-Fa-f]_")
_FORMULA = "f"
_ERROR = "e"


def read_sheets(source: bytes | Path | str, name: str | None = None) -> Sheets:
    """The sheets of an .xlsx workbook: bytes, or the path of a file.

    Macros and links are not followed; formulas are not computed: what counts is the result that
    the office program saved with them. An .xls, .et or .ods is converted first where LibreOffice
    is installed.

    Raises:
        InputError: it cannot be read, is no .xlsx, is encrypted, or too large.
        UsageError: openpyxl is not installed.
    """
    data, name = _bytes(source, name)
    made = converted(data, kind_of(data, name)) if data else None
    data = checked(made or data, name)
    values, formulas = _opened(data, name, data_only=True), _opened(data, name, data_only=False)
    if not values.worksheets:
        raise InputError("工作簿里没有工作表", "the workbook has no worksheet", at=name)
    pairs = [(shown, formulas[shown.title]) for shown in values.worksheets]
    calculated = any(_has_result(shown, typed) for shown, typed in pairs)
    sheets = tuple(
        Sheet(shown.title, dict(_cells(shown, typed, calculated)), tuple(_merged(shown)))
        for shown, typed in pairs
    )
    if sum(len(sheet.cells) for sheet in sheets) > MOST_CELLS:
        raise InputError(
            f"工作簿有内容的单元格超过 {MOST_CELLS} 个；请只保留填报用的工作表",
            f"the workbook has more than {MOST_CELLS} cells; keep only the sheets filled in",
            at=name,
        )
    hidden = frozenset(s.title for s in values.worksheets if s.sheet_state != "visible")
    return Sheets(name, sheets, hidden, converted=made is not None)


def _bytes(source: bytes | Path | str, name: str | None) -> tuple[bytes, str | None]:
    if isinstance(source, bytes):
        return source, name
    path = Path(source)
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1), name or str(path)
    except OSError as error:
        why = reason_of(error)
        raise InputError(
            f"读不了文件：{why.zh}", f"cannot read the file: {why.en}", at=name or str(path)
        ) from error


def _opened(data: bytes, name: str | None, *, data_only: bool) -> Workbook:
    # openpyxl costs 70 ms to import, which nobody should pay who has no workbook.
    try:
        import openpyxl
    except ImportError as error:
        raise needs_xlsx("openpyxl") from error
    try:
        with warnings.catch_warnings():
            # openpyxl warns of extensions that it leaves out (drop-downs, pictures): no values.
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(data), data_only=data_only, keep_links=False)
    except Exception as error:
        # A damaged part raises anything: KeyError, TypeError, ParseError, ValueError.
        raise InputError(
            f"工作簿内容已损坏，读不了（{type(error).__name__}）；"
            "请用 Excel 或 WPS 打开，另存为 .xlsx 再试",
            f"the workbook is damaged ({type(error).__name__}); open it in Excel or WPS and save "
            "it as .xlsx",
            at=name,
        ) from error


def _grid(sheet: Worksheet) -> Mapping[tuple[int, int], Cell]:
    """The cells by 1-based row and column.

    The private mapping, as the public ways walk the whole rectangle: one stray cell in the last
    row and column makes that 17 thousand million cells.
    """
    return cast("Mapping[tuple[int, int], Cell]", sheet._cells)


def _has_result(shown: Worksheet, typed: Worksheet) -> bool:
    """Whether a formula of the sheet was saved with its result."""
    results = _grid(shown)
    return any(
        cell.data_type == _FORMULA and place in results and results[place].value is not None
        for place, cell in _grid(typed).items()
    )


def _cells(
    shown: Worksheet, typed: Worksheet, calculated: bool
) -> Iterator[tuple[tuple[int, int], SheetCell]]:
    results = _grid(shown)
    for (row, column), cell in _grid(typed).items():
        place = (row - 1, column - 1)
        is_formula = cell.data_type == _FORMULA
        result = results.get((row, column)) if is_formula else cell
        value = None if result is None else result.value
        if result is None or value is None:
            # In a workbook that was calculated, a formula without a result shows "".
            if is_formula and not calculated:
                yield place, SheetCell(None, Trouble.UNCALCULATED)
        elif result.data_type == _ERROR:
            yield place, SheetCell(str(value), Trouble.ERROR)
        elif isinstance(value, str):
            yield place, SheetCell(_CONTROL.sub("", value.replace("\r\n", "\n")))
        else:
            yield place, SheetCell(cast("SheetValue", value))


def _merged(sheet: Worksheet) -> Iterator[Area]:
    for area in sheet.merged_cells.ranges:
        down, across = area.max_row - area.min_row + 1, area.max_col - area.min_col + 1
        if down * across > 1:
            yield Area(area.min_row - 1, area.min_col - 1, down, across)
