"""The rows of a roster's file, whatever holds them: texts with the place of each."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, TypeAlias

from govdocs.errors import InputError
from govdocs.inputs.recognition import DATA_ENDINGS
from govdocs.inputs.text.decoding import decode
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.tree import Node, Tree, load_tree
from govdocs.messages.os_errors import reason_of


class Placed(NamedTuple):
    """A cell's text and where it stands: ``名册!B5``, ``名册.csv:5``."""

    text: str
    place: str


Row: TypeAlias = Sequence[Placed]

_LISTED = ("单位", "units")
_SHEET = "名册"


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a roster: .xlsx (its sheet 名册, else its first), .csv, or .yaml.

    A YAML roster is a list of mappings; it gives a head row of the keys for each, so that what
    reads the rows needs to know one shape only.

    Raises:
        InputError: the file cannot be read.
    """
    ending = path.suffix.lower()
    if ending in DATA_ENDINGS:
        yield from _of_tree(load_tree(_bytes(path), name=str(path), format=DATA_ENDINGS[ending]))
    elif ending in (".csv", ".txt", ".tsv"):
        yield from _of_csv(path)
    else:
        yield from _of_workbook(path)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        why = reason_of(error)
        raise InputError(
            f"读不了名册：{why.zh}", f"cannot read the roster: {why.en}", at=str(path)
        ) from error


def _of_csv(path: Path) -> Iterator[Row]:
    text = decode(_bytes(path), str(path), FindingLog())
    first = text.lstrip("\ufeff").partition("\n")[0]
    mark = "\t" if "\t" in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        # A cell may hold line feeds: the row's last line is what the reader counts to.
        start = 1
        for cells in reader:
            yield [Placed(cell.strip(), f"{path}:{start}") for cell in cells]
            start = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"CSV 格式有误：{error}", f"broken CSV: {error}", at=f"{path}:{reader.line_num}"
        ) from error


def _of_workbook(path: Path) -> Iterator[Row]:
    # Imported here: it needs openpyxl, which a CSV or YAML roster does not.
    from govdocs.inputs.xlsx.reader import read_sheets

    sheets = read_sheets(path)
    sheet = sheets.sheet(_SHEET) or next(
        (each for each in sheets.sheets if each.name not in sheets.hidden), None
    )
    if sheet is None or not sheet.cells:
        raise InputError("名册是空的", "the roster is empty", at=str(path))
    width = max(column for _, column in sheet.cells) + 1
    for row in sorted({row for row, _ in sheet.cells}):
        yield [
            Placed(_cell_text(sheet.value(row, column)), f"{path} {sheet.at(row, column)}")
            for column in range(min(width, 100))
        ]


def _cell_text(value: object) -> str:
    """What a cell shows: 13 typed as a number is ``13``, not ``13.0``."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(value).strip()


def _of_tree(tree: Tree) -> Iterator[Row]:
    listed, path = _list_in(tree)
    for index, item in enumerate(listed):
        here = (*path, index)
        if not isinstance(item, dict):
            raise InputError(
                "名册的每一项应为“全称: …”这样的键值",
                "each entry of the roster should be a mapping, as 全称: …",
                at=tree.at(here),
            )
        yield [Placed(key, tree.at((*here, key), key=True)) for key in item]
        yield [Placed(_node_text(value), tree.at((*here, key))) for key, value in item.items()]


def _list_in(tree: Tree) -> tuple[list[Node], tuple[str | int, ...]]:
    value, path = tree.value, tuple[str | int, ...]()
    if isinstance(value, dict):
        key = next((key for key in _LISTED if key in value), "")
        value, path = value.get(key), (key,)
    if not isinstance(value, list):
        raise InputError(
            "名册应为列表，每个单位一项（“- 全称: …”）",
            "a roster should be a list, an entry for each unit (- 全称: …)",
            at=tree.at(()),
        )
    return value, path


def _node_text(value: Node) -> str:
    if isinstance(value, list):
        return "；".join(_node_text(each) for each in value)
    return value.strip() if isinstance(value, str) else ""
