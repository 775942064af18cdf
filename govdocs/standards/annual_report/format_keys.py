"""What a format file may say: its keys, and what stands under each."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple, TypeAlias

from govdocs.findings import Severity
from govdocs.messages.quoting import shortened
from govdocs.standards.annual_report.forms import ValueKind
from govdocs.standards.annual_report.table_loader import WrongFormat
from govdocs.units import TYPE_SIZES


class _Rule(NamedTuple):
    """What a value must be, in words, and whether one is."""

    zh: str
    en: str
    fits: Callable[[Any], bool]


class _Entries(NamedTuple):
    """A list of tables, each with these keys."""

    keys: _Keys


class _Entry(NamedTuple):
    """One table with these keys."""

    keys: _Keys


_Value: TypeAlias = "_Rule | _Entries | _Entry"
_Keys: TypeAlias = Mapping[str, _Value]


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _list_of(fits: Callable[[Any], bool], least: int = 0) -> Callable[[Any], bool]:
    return lambda value: (
        isinstance(value, list) and len(value) >= least and all(fits(each) for each in value)
    )


def _is_day(value: object) -> bool:
    """Whether a value is a month and a day that every year has."""
    if not isinstance(value, list) or len(value) != 2 or not all(map(_is_count, value)):
        return False
    try:
        datetime.date(2001, *value)
    except (ValueError, OverflowError):
        return False
    return True


def _choice(allowed: Iterable[str]) -> _Rule:
    known = tuple(allowed)
    return _Rule(
        f"应为 {'、'.join(known)} 之一", f"takes one of {', '.join(known)}", lambda v: v in known
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_ID = re.compile(r"\w[\w.-]{0,99}")
_TEXT = _Rule("应为文字", "must be a text", _is_text)
_NAME = _Rule(
    "应为文字、数字、“-”“_”“.”组成的名称（至多100字）",
    "must be a name of letters, digits, - _ . (at most 100)",
    lambda value: isinstance(value, str) and bool(_ID.fullmatch(value)) and ".." not in value,
)
_FLAG = _Rule("应为 true 或 false", "must be true or false", lambda v: isinstance(v, bool))
_COUNT = _Rule("应为非负整数", "must be a whole number, 0 or more", _is_count)
_POSITIVE = _Rule(
    "应为正整数", "must be a whole number, 1 or more", lambda v: _is_count(v) and v > 0
)
_TEXTS = _Rule("应为文字的列表", "must be a list of texts", _list_of(_is_text))
_COUNTS = _Rule("应为非负整数的列表", "must be a list of whole numbers", _list_of(_is_count))
_SPAN = _Rule(
    "应为首末两个年份，如 [2021, 9999]",
    "must be two years, as [2021, 9999]",
    lambda v: _list_of(_is_whole)(v) and len(v) == 2,
)
_DAY = _Rule("应为月、日，如 [1, 31]", "must be a month and a day, as [1, 31]", _is_day)
_WIDTHS = _Rule(
    "应为正数（毫米）的列表",
    "must be a list of widths in mm",
    _list_of(lambda v: isinstance(v, int | float) and not isinstance(v, bool) and v > 0, 1),
)
_FIELD = re.compile(r"\{(?:agency|year)\}")
_PATTERN = _Rule(
    "应为文字，花括号中只能写 {agency} 和 {year}",
    "must be a text; only {agency} and {year} stand in braces",
    lambda v: isinstance(v, str) and not {"{", "}"} & set(_FIELD.sub("", v)),
)
_LEVEL = _Rule("应为 0 至 9 的整数", "must be 0 to 9", lambda v: _is_count(v) and v < 10)
_KIND = _choice(ValueKind)
_SEVERITY = _choice(Severity)

_CELL: _Keys = {
    "text": _TEXT,
    "label": _TEXT,
    "value": _Rule(
        "应写作“行.列”", "must be row.column", lambda v: _is_text(v) and v.count(".") == 1
    ),
    "values": _TEXT,
    "indicator": _TEXT,
    "across": _POSITIVE,
    "down": _POSITIVE,
    "align": _choice(("left", "center", "right")),
}
_ROW: _Keys = {
    **dict.fromkeys(("key", "id", "label", "group", "unit"), _TEXT),
    "kind": _KIND,
    "also": _TEXTS,
    "level": _LEVEL,
}
_COLUMN: _Keys = {
    **dict.fromkeys(("key", "id", "label"), _TEXT),
    "kind": _KIND,
    "also": _TEXTS,
}
_TABLE: _Keys = {
    **dict.fromkeys(("id", "key", "name", "part"), _TEXT),
    "rows": _Entries(_ROW),
    "columns": _Entries(_COLUMN),
    "grid": _Rule(
        "应为列表的列表", "must be a list of lists", _list_of(lambda v: isinstance(v, list))
    ),
    "head_rows": _COUNT,
    "column_widths": _WIDTHS,
    "type_size": _choice(TYPE_SIZES),
    "bold_rows": _COUNTS,
}
_FORMAT: _Keys = {
    **dict.fromkeys(("base", "name", "notice"), _TEXT),
    "title": _PATTERN,
    "id": _NAME,
    **dict.fromkeys(("verified", "fixed_outline", "has_processing_fee"), _FLAG),
    **dict.fromkeys(("years", "variant_years"), _SPAN),
    "department_deadline": _DAY,
    **dict.fromkeys(("provinces", "legal_basis"), _TEXTS),
    "sections": _Entries(
        {
            **dict.fromkeys(("key", "id", "heading"), _TEXT),
            **dict.fromkeys(("match", "tables", "parts"), _TEXTS),
            "required": _FLAG,
        }
    ),
    "tables": _Entries(_TABLE),
    "identities": _Entries(
        {
            **dict.fromkeys(("id", "table", "zh", "en"), _TEXT),
            **dict.fromkeys(("left", "right", "over"), _TEXTS),
            "each": _choice(("column", "row")),
            "relation": _choice(("=", ">=")),
            "severity": _SEVERITY,
        }
    ),
    "carries": _Entries(
        {
            **dict.fromkeys(("id", "table", "row"), _TEXT),
            **dict.fromkeys(("columns", "last", "this", "formats"), _TEXTS),
            "severity": _SEVERITY,
        }
    ),
    "charts": _Entries(
        {
            **dict.fromkeys(("id", "table", "column", "unit"), _TEXT),
            "title": _PATTERN,
            "form": _choice(("column", "stacked_column", "line", "pie")),
            "by_year": _FLAG,
            "parts": _Entries({"name": _TEXT, "rows": _TEXTS}),
        }
    ),
    "nil_statements": _Entries(
        {
            **dict.fromkeys(("id", "section", "table", "column"), _TEXT),
            **dict.fromkeys(("rows", "known_by"), _TEXTS),
        }
    ),
    "swings": _Entry({"percent": _COUNT, "least": _COUNT, "cells": _TEXTS, "told_by": _TEXTS}),
}


def check_keys(data: Mapping[str, Any]) -> None:
    """Refuse a key that a format file does not have, and a value of the wrong kind.

    Raises:
        WrongFormat: the first of them, by its place, with the nearest known name.
    """
    _check(data, _FORMAT, "")
    for number, table in enumerate(data.get("tables", ()), 1):
        for row, line in enumerate(table.get("grid", ()), 1):
            for cell in line:
                _check_cell(cell, f"tables[{number}].grid[{row}]")


def _check_cell(cell: object, at: str) -> None:
    if isinstance(cell, Mapping):
        _check(cell, _CELL, at)
        if len(cell.keys() & {"text", "label", "value", "values", "indicator"}) == 1:
            return
    elif isinstance(cell, str):
        return
    raise WrongFormat(
        f"{at}：一格应为文字，或 text、label、value、values、indicator 之一",
        f"{at}: a cell is a text, or one of text, label, value, values, indicator",
    )


def _check(data: Mapping[str, Any], keys: _Keys, at: str) -> None:
    for key, value in data.items():
        where = f"{at}.{key}".lstrip(".")
        if key not in keys:
            raise _unknown(key, keys, where)
        match keys[key]:
            case _Entries(inner):
                if not _list_of(lambda each: isinstance(each, Mapping))(value):
                    raise _wrong(where, "应为表的列表", "must be a list of tables", value)
                for number, each in enumerate(value, 1):
                    _check(each, inner, f"{where}[{number}]")
            case _Entry(inner):
                if not isinstance(value, Mapping):
                    raise _wrong(where, "应为一张表", "must be a table", value)
                _check(value, inner, where)
            case _Rule(zh, en, fits):
                if not fits(value):
                    raise _wrong(where, zh, en, value)


def _unknown(key: str, keys: _Keys, where: str) -> WrongFormat:
    near = get_close_matches(key, list(keys), 1, 0.5)
    hint_zh = f"，是否想写 {near[0]}？" if near else f"；可用的有：{'、'.join(keys)}"
    hint_en = f"; did you mean {near[0]}?" if near else f"; known: {', '.join(keys)}"
    return WrongFormat(f"{where}：没有这一项{hint_zh}", f"{where}: there is no such key{hint_en}")


def _wrong(where: str, zh: str, en: str, value: object) -> WrongFormat:
    shown = shortened(repr(value))
    return WrongFormat(f"{where} {zh}，得到 {shown}", f"{where} {en}, got {shown}")
