"""An empty roster as a workbook that offices can fill in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from govdocs.inputs.xlsx.missing import needs_xlsx
from govdocs.kinds.annual_report.county.roster import KIND_NAMES, Unit
from govdocs.kinds.annual_report.county.roster_reading import COLUMNS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_ROWS = 300
_FIRST = 2  # after the title and the head
_NAME, _SHORT, _KIND, _ORDER = range(4)


def write_roster(units: Sequence[Unit] = ()) -> bytes:
    """A roster as .xlsx: its head, prompts, a list of kinds, and the units that are known.

    Raises:
        UsageError: xlsxwriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise needs_xlsx("xlsxwriter") from error
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    base = {"font_name": "宋体", "font_size": 11, "border": 1, "valign": "vcenter"}
    head = book.add_format(base | {"bold": True, "bg_color": "#E3F0FA", "align": "center"})
    text = book.add_format(base | {"num_format": "@", "text_wrap": True})
    title = book.add_format({"font_name": "黑体", "font_size": 14})
    sheet = book.add_worksheet("名册")
    sheet.write_string(0, 0, "政府信息公开工作年度报告单位名册（一个单位一行）", title)
    for index, column in enumerate(COLUMNS):
        sheet.set_column(index, index, column.width)
        sheet.write_string(1, index, column.heading, head)
        sheet.write_comment(1, index, column.hint, {"author": ""})
    _write_rows(sheet, units, text)
    _validate(sheet)
    _mark_duplicates(sheet, book.add_format({"bg_color": "#C00000", "font_color": "#FFFFFF"}))
    sheet.freeze_panes(_FIRST, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    book.close()
    return stream.getvalue()


def _write_rows(sheet: Worksheet, units: Sequence[Unit], text: Format) -> None:
    for row in range(max(_ROWS, len(units))):
        cells = _cells(units[row]) if row < len(units) else [""] * len(COLUMNS)
        for index, cell in enumerate(cells):
            if cell:
                sheet.write_string(_FIRST + row, index, cell, text)
            else:
                sheet.write_blank(_FIRST + row, index, None, text)


def _cells(unit: Unit) -> list[str]:
    values = {
        "kind": KIND_NAMES[unit.kind],
        "order": str(unit.order or ""),
        "covers": "；".join(unit.covers),
        "former_names": "；".join(unit.former_names),
    }
    return [values.get(c.field, "") or _plain(getattr(unit, c.field)) for c in COLUMNS]


def _plain(value: object) -> str:
    return value if isinstance(value, str) else ""


def _validate(sheet: Worksheet) -> None:
    """Lists and prompts. A full name that stands twice is refused when it is typed."""
    last = _FIRST + _ROWS - 1
    sheet.data_validation(
        _FIRST, _KIND, last, _KIND,
        {"validate": "list", "source": list(KIND_NAMES.values()), "ignore_blank": True,
         "error_title": "类别", "error_message": f"应为{'、'.join(KIND_NAMES.values())}之一"},
    )  # fmt: skip
    sheet.data_validation(
        _FIRST, _NAME, last, _NAME,
        {"validate": "custom", "value": f"=COUNTIF($A${_FIRST + 1}:$A${last + 1},A{_FIRST + 1})=1",
         "ignore_blank": True, "input_title": "全称", "input_message": COLUMNS[_NAME].hint,
         "error_title": "全称", "error_message": "这个全称已经列过；每个单位只列一行"},
    )  # fmt: skip
    sheet.data_validation(
        _FIRST, _ORDER, last, _ORDER,
        {"validate": "custom", "ignore_blank": True,
         "value": f"=IF(ISNUMBER(VALUE(D{_FIRST + 1})),VALUE(D{_FIRST + 1})>0,FALSE)",
         "error_title": "顺序", "error_message": "应为正整数"},
    )  # fmt: skip


def _mark_duplicates(sheet: Worksheet, look: Format) -> None:
    """Names that were pasted past the validation turn red."""
    last = _FIRST + _ROWS
    for column, letter in ((_NAME, "A"), (_SHORT, "B")):
        cell = f"{letter}{_FIRST + 1}"
        area = f"${letter}${_FIRST + 1}:${letter}${last}"
        sheet.conditional_format(
            _FIRST, column, last - 1, column,
            {"type": "formula", "format": look,
             "criteria": f'=AND({cell}<>"",COUNTIF({area},{cell})>1)'},
        )  # fmt: skip
