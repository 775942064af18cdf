"""A workbook in the making: xlsxwriter with what every sheet of ours shares."""

from __future__ import annotations

import datetime
import io
import math
import unicodedata
from typing import TYPE_CHECKING, Any

from govdocs.inputs.xlsx.missing import needs_xlsx
from govdocs.inputs.xlsx.sheets import Area
from govdocs.kinds.annual_report.workbook.styles import RED, Look, look_properties

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_PROTECTION = {"format_columns": True, "format_rows": True, "insert_hyperlinks": False}
LONGEST_PROMPT = 255
LONGEST_PROMPT_TITLE = 32
_LINE_POINTS = 1.35
"""Height of a line in sizes of its type."""


class Book:
    """The workbook, its formats made once each, and the habits of its sheets."""

    def __init__(self, made_on: datetime.date, title: str) -> None:
        # xlsxwriter costs 40 ms to import, and reading needs none of it.
        try:
            import xlsxwriter
        except ImportError as error:
            raise needs_xlsx("xlsxwriter") from error
        self._stream = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.workbook: Workbook = xlsxwriter.Workbook(self._stream, options)
        created = datetime.datetime.combine(made_on, datetime.time())
        self.workbook.set_properties({"title": title, "author": "", "created": created})
        self.workbook.set_calc_mode("auto")
        self._formats: dict[str, Format] = {}

    def look(self, look: Look, **more: Any) -> Format:  # noqa: ANN401 - xlsxwriter's own values
        """The format of a look."""
        key = f"{look}{sorted(more.items())}"
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(look_properties(look, **more))
        return self._formats[key]

    def state_format(self, colour: str, background: str) -> Format:
        """A format for conditional formatting."""
        key = f"state {colour} {background}"
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(
                {"font_color": colour, "bg_color": background}
            )
        return self._formats[key]

    def sheet(self, name: str, *, tab: str = "") -> Worksheet:
        """A new sheet: A4 portrait, one page wide, protected without a password."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_paper(_A4)
        sheet.set_portrait()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        sheet.center_horizontally()
        sheet.set_footer("&C&9&A　第 &P 页，共 &N 页")
        sheet.hide_gridlines(2)
        sheet.protect("", _PROTECTION)
        if tab:
            sheet.set_tab_color(tab)
        return sheet

    def finish(self) -> bytes:
        """The bytes of the workbook."""
        self.workbook.close()
        return self._stream.getvalue()

    def flag_states(self, sheet: Worksheet, area: Area, *, is_grave: bool = True) -> None:
        """Colour a cell of a check by its state: red for 差, amber for what cannot be told."""
        broken = ("#FFFFFF", RED) if is_grave else ("#7F3F00", "#FFD9A0")
        first = f"${area.a1[: -len(str(area.row + 1))]}${area.row + 1}"
        for starts, colours in (
            (("差", "有错误值"), broken),
            (("平", "已说明"), ("#2E6B34", "#E2F1E0")),
            (("非数字",), ("#7F3F00", "#FFD9A0")),
        ):
            tests = ",".join(f'LEFT({first},{len(word)})="{word}"' for word in starts)
            sheet.conditional_format(
                area.row,
                area.column,
                area.row + area.down - 1,
                area.column + area.across - 1,
                {
                    "type": "formula",
                    "criteria": f"=OR({tests})",
                    "format": self.state_format(*colours),
                },
            )


def put_text(sheet: Worksheet, area: Area, text: str, look: Format) -> None:
    """A text in an area, merged where it has more than one cell."""
    _merge(sheet, area, look)
    sheet.write_string(area.row, area.column, text, look)


def put_number(sheet: Worksheet, area: Area, number: float, look: Format) -> None:
    """A number in an area."""
    _merge(sheet, area, look)
    sheet.write_number(area.row, area.column, number, look)


def put_blank(sheet: Worksheet, area: Area, look: Format) -> None:
    """An area to be filled in."""
    _merge(sheet, area, look)
    sheet.write_blank(area.row, area.column, None, look)


def put_formula(
    sheet: Worksheet, area: Area, formula: str, result: str | float, look: Format
) -> None:
    """A formula with its result."""
    _merge(sheet, area, look)
    sheet.write_formula(area.row, area.column, formula, look, result)


def _merge(sheet: Worksheet, area: Area, look: Format) -> None:
    if area.down * area.across > 1:
        last_row, last_column = area.row + area.down - 1, area.column + area.across - 1
        sheet.merge_range(area.row, area.column, last_row, last_column, "", look)


def text_width(text: str) -> int:
    """Width of a line in half-width characters."""
    return sum(2 if unicodedata.east_asian_width(mark) in "WFA" else 1 for mark in text)


def lines_needed(text: str, width: float) -> int:
    """Lines that a text takes in a column of so many half-width characters."""
    room = max(width - 2, 2)
    return sum(max(1, math.ceil(text_width(line) / room)) for line in text.split("\n"))


def height_of(lines: int, size: float) -> float:
    """Height of a row for so many lines of a type size, points; Excel's most is 409."""
    return min(409.0, max(18.0, lines * size * _LINE_POINTS + 5))
