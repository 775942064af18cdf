"""The ledger (汇总台账) as a workbook: what every unit handed in, and what the sums stand on."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from govdocs.inputs.xlsx.missing import needs_xlsx
from govdocs.inputs.xlsx.sheets import column_letters
from govdocs.kinds.annual_report.workbook.book import height_of, lines_needed

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_SIZE = 10
_BASE: dict[str, Any] = {
    "font_name": "宋体",
    "font_size": _SIZE,
    "border": 1,
    "border_color": "#7F7F7F",
    "valign": "vcenter",
}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"font_name": "黑体", "font_size": 14, "valign": "vcenter"},
    "note": {"font_name": "宋体", "font_size": 9, "font_color": "#595959", "valign": "vcenter"},
    "head": _BASE | {"bold": True, "bg_color": "#E3F0FA", "align": "center", "text_wrap": True},
    "text": _BASE | {"text_wrap": True, "valign": "top"},
    "center": _BASE | {"align": "center"},
    "bad": _BASE | {"align": "center", "bg_color": "#C00000", "font_color": "#FFFFFF"},
    "warn": _BASE | {"align": "center", "bg_color": "#FFD9A0"},
    "good": _BASE | {"align": "center", "bg_color": "#E2F1E0"},
    "number": _BASE | {"num_format": "General", "align": "right"},
    "odd": _BASE | {"align": "right", "bg_color": "#FFD9A0"},
    "sum": _BASE | {"num_format": "General", "align": "right", "bold": True, "bg_color": "#E3F0FA"},
}
A4, A3 = 9, 8


class LedgerBook:
    """The workbook in the making, with its looks made once each."""

    def __init__(self, title: str, made_on: datetime.datetime) -> None:
        # xlsxwriter costs 40 ms to import, and most runs write no ledger.
        try:
            import xlsxwriter
        except ImportError as error:
            raise needs_xlsx("xlsxwriter") from error
        self._stream = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.workbook: Workbook = xlsxwriter.Workbook(self._stream, options)
        self.workbook.set_properties({"title": title, "author": "", "created": made_on})
        self._formats: dict[str, Format] = {}

    def look(self, name: str) -> Format:
        """The format of a look."""
        if name not in self._formats:
            self._formats[name] = self.workbook.add_format(LOOKS[name])
        return self._formats[name]

    def sheet(self, name: str, title: str, note: str, *, paper: int = A4) -> Worksheet:
        """A new sheet with its title and a line that says what it holds."""
        sheet = self.workbook.add_worksheet(name)
        sheet.write_string(0, 0, title, self.look("title"))
        sheet.write_string(1, 0, note, self.look("note"))
        sheet.set_row(0, 24)
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&9&A　第 &P 页，共 &N 页")
        return sheet

    def listing(
        self,
        sheet: Worksheet,
        heads: Sequence[tuple[str, float]],
        rows: Iterable[Sequence[str | int | tuple[str, str]]],
        nothing: str,
    ) -> int:
        """A table under the title: heads with widths, rows of texts and numbers; returns its rows.

        A cell may be a text with the name of its look.
        """
        for column, (head, width) in enumerate(heads):
            sheet.set_column(column, column, width)
            sheet.write_string(2, column, head, self.look("head"))
        count = 0
        for count, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                self._put(sheet, 2 + count, column, cell)
            texts = (cell[0] if isinstance(cell, tuple) else str(cell) for cell in row)
            self.fit_row(sheet, 2 + count, zip(texts, (w for _, w in heads), strict=True))
        if not count:
            sheet.write_string(3, 0, nothing, self.look("note"))
        sheet.freeze_panes(3, 0)
        sheet.repeat_rows(2)
        if count:
            sheet.autofilter(2, 0, 2 + count, len(heads) - 1)
        return count

    @staticmethod
    def fit_row(sheet: Worksheet, row: int, texts: Iterable[tuple[str, float]]) -> None:
        """Make a row as high as its texts need, each with the width of its column.

        Excel would do so itself when the file is opened; LibreOffice and WPS do not always.
        """
        lines = max((lines_needed(text, width) for text, width in texts), default=1)
        sheet.set_row(row, height_of(lines, _SIZE))

    def _put(self, sheet: Worksheet, row: int, column: int, cell: object) -> None:
        if isinstance(cell, int):
            sheet.write_number(row, column, cell, self.look("center"))
        elif isinstance(cell, tuple):
            sheet.write_string(row, column, _fitting(cell[0]), self.look(cell[1]))
        else:
            sheet.write_string(row, column, _fitting(str(cell)), self.look("text"))

    def finish(self) -> bytes:
        """The bytes of the workbook."""
        self.workbook.close()
        return self._stream.getvalue()


def at(row: int, column: int, *, fixed_column: bool = False) -> str:
    """A cell (0-based) as formulas name it."""
    return f"{'$' if fixed_column else ''}{column_letters(column)}{row + 1}"


def _fitting(text: str) -> str:
    """A cell holds 32,767 characters at the most."""
    return text if len(text) < 32_000 else f"{text[:32_000]}……"
