"""The looks of the workbook's cells: a role each, as xlsxwriter takes them."""

from __future__ import annotations

import enum
from typing import Any, Final

# Colours say what a cell is; the sheet 说明 explains them.
INPUT_COLOUR: Final = "#FFFBE0"
TOTAL_COLOUR: Final = "#E3F0FA"
NOTE_COLOUR: Final = "#EDEDED"
LABEL_COLOUR: Final = "#F7F7F5"
RED: Final = "#C00000"
_LINE: Final = "#7F7F7F"
_SONG: Final = "宋体"
_HEI: Final = "黑体"


class Look(enum.StrEnum):
    """What a cell is, for the eye."""

    TITLE = "title"
    HINT = "hint"
    LABEL = "label"
    HEADING = "heading"
    COUNT = "count"
    AMOUNT = "amount"
    FREE = "free"  # a figure with its unit in the cell
    TOTAL = "total"
    CHECK = "check"
    NOTE = "note"
    CAPTION = "caption"
    TEXT = "text"
    TEXT_LABEL = "text_label"
    PLAIN = "plain"
    LINK = "link"


_CELL: Final[dict[str, Any]] = {
    "font_name": _SONG, "font_size": 10, "border": 1, "border_color": _LINE,
    "valign": "vcenter", "align": "center", "text_wrap": True,
}  # fmt: skip
_FREE: Final[dict[str, Any]] = {"locked": False, "bg_color": INPUT_COLOUR}
_LOOKS: Final[dict[Look, dict[str, Any]]] = {
    Look.TITLE: {"font_name": _HEI, "font_size": 15, "align": "center", "valign": "vcenter"},
    Look.HINT: {
        "font_name": _SONG, "font_size": 9, "font_color": "#595959", "align": "left",
        "valign": "vcenter", "text_wrap": True, "indent": 1,
    },
    Look.LABEL: _CELL | {"bg_color": LABEL_COLOUR},
    Look.HEADING: _CELL | {"bg_color": LABEL_COLOUR, "font_name": _HEI},
    Look.COUNT: _CELL | _FREE | {"num_format": "0"},
    Look.AMOUNT: _CELL | _FREE | {"num_format": "General"},
    Look.FREE: _CELL | _FREE | {"num_format": "@"},
    Look.TOTAL: _CELL | {"locked": False, "bg_color": TOTAL_COLOUR, "num_format": "0"},
    Look.CHECK: _CELL | {"font_size": 9, "font_color": "#595959"},
    Look.NOTE: _CELL | {"font_size": 9, "bg_color": NOTE_COLOUR, "font_color": "#595959"},
    Look.CAPTION: {
        "font_name": _SONG, "font_size": 9, "font_color": "#595959", "align": "left",
        "valign": "vcenter", "text_wrap": True,
    },
    # "@" keeps what is typed as text: 050000 stays, a date or a leading = is not turned.
    Look.TEXT: _CELL | _FREE | {"align": "left", "valign": "top", "num_format": "@"},
    Look.TEXT_LABEL: _CELL | {"bg_color": LABEL_COLOUR, "align": "left", "valign": "top"},
    Look.PLAIN: {"font_name": _SONG, "font_size": 11, "text_wrap": True, "valign": "top"},
    Look.LINK: _CELL | {"font_size": 9, "font_color": "#0563C1", "underline": 1},
}  # fmt: skip


def look_properties(look: Look, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - xlsxwriter's own values
    """The properties of a look, with some changed."""
    return _LOOKS[look] | more
