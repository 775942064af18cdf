"""Read a roster: find its columns, type its rows, name every fault with its cell or line."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from govdocs.errors import InputError, ReportError
from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.county.roster import (
    KIND_NAMES,
    Roster,
    Unit,
    kind_named,
    make_roster,
)
from govdocs.kinds.annual_report.county.roster_rows import Placed, Row, rows_of


class Column(NamedTuple):
    """A column of the roster: its heading, the names it also goes by, and what belongs there."""

    field: str
    heading: str
    also: tuple[str, ...]
    hint: str
    width: int


COLUMNS = (
    Column("name", "全称", ("机关全称", "单位全称", "单位名称", "名称"),
           "必填。机关的全称，与报告中的机关名称一致", 34),
    Column("short_name", "规范化简称", ("简称", "short"), "如：县教育局", 18),
    Column("kind", "类别", ("机关类别", "性质"), "政府本级、部门、乡镇街道、其他；不填则按名称推定",
           12),
    Column("order", "顺序", ("序号", "排序"), "正整数；不填则按行的先后", 8),
    Column("contact", "联系人", (), "只供工作联系，不印入报告", 12),
    Column("telephone", "联系电话", ("电话",), "固定电话会预填入报告的联系方式；手机号码不会", 18),
    Column("covers", "涵盖", ("涵盖单位", "涵盖下属单位"), "报告已包含的下属单位，用“；”分开", 34),
    Column("former_names", "并入自", ("原名称", "曾用名"), "机构改革前的名称，用“；”分开", 26),
    Column("file", "来源文件", ("文件", "文件名"), "文件名；不填则按文件名和文件里的机关名称认",
           26),
)  # fmt: skip

_SEVERAL = re.compile(r"[；;\n]+")
_ROWS_BEFORE_HEAD = 10
MOST_UNITS = 5_000
_LISTS = frozenset({"covers", "former_names"})


def read_roster(path: Path) -> Roster:
    """Read a roster: .xlsx, .csv, .yaml.

    Raises:
        InputError: it cannot be read, or has no column 全称.
        ReportError: rows that are wrong; every fault with its cell or line.
    """
    reader = _Reader(path)
    units = list(reader.units())
    if not units and not reader.faults:
        raise InputError("名册里没有单位", "the roster lists no unit", at=str(path))
    if reader.faults:
        raise ReportError(tuple(reader.faults), at=str(path))
    return make_roster(str(path), units)


class _Reader:
    """Reads one roster; its faults are collected, so that all are told at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.faults: list[Finding] = []

    def units(self) -> Iterator[Unit]:
        columns: Mapping[int, Column] = {}
        count = 0
        for index, row in enumerate(rows_of(self._path)):
            if head := _head(row):
                self._check_head(row, head)
                columns = head
            elif columns and any(cell.text for cell in row):
                count += 1
                if count > MOST_UNITS:
                    raise InputError(
                        f"名册超过 {MOST_UNITS} 行", f"more than {MOST_UNITS} rows",
                        at=str(self._path),
                    )  # fmt: skip
                yield from self._unit(row, columns, count)
            elif not columns and index >= _ROWS_BEFORE_HEAD:
                break
        if not columns:
            raise InputError(
                f"前 {_ROWS_BEFORE_HEAD} 行里没有找到表头“全称”；"
                "可用 govdocs aggregate --new-roster 名册.xlsx 生成空白名册",
                f"no heading 全称 in the first {_ROWS_BEFORE_HEAD} rows; "
                "govdocs aggregate --new-roster FILE makes an empty roster",
                at=str(self._path),
            )

    def _check_head(self, row: Row, head: Mapping[int, Column]) -> None:
        known = [column.heading for column in COLUMNS]
        seen: set[str] = set()
        for index, cell in enumerate(row):
            column = head.get(index)
            if column is not None and column.field in seen:
                self._fault(cell, f"有两列“{column.heading}”", f"two columns {column.heading}")
            elif column is not None:
                seen.add(column.field)
            elif cell.text and (near := get_close_matches(cell.text, known, 1, 0.5)):
                self._fault(
                    cell,
                    f"没有“{cell.text}”这一列，是否想写“{near[0]}”？",
                    f"there is no column {cell.text}; did you mean {near[0]}?",
                )

    def _unit(self, row: Row, columns: Mapping[int, Column], count: int) -> Iterator[Unit]:
        given = {column.field: row[i] for i, column in columns.items() if i < len(row)}
        name = given.get("name", Placed("", row[0].place))
        if len(name.text) < 2:
            self._fault(name, "缺少全称（至少两个字）", "the full name is missing")
            return
        texts = {f: c.text for f, c in given.items() if f not in (*_LISTS, "kind", "order")}
        lists = {f: _several(c.text) for f, c in given.items() if f in _LISTS}
        unit = Unit(**texts, **lists, place=_without_file(name.place, self._path))  # type: ignore[arg-type]
        order = self._order(given.get("order"), count)
        kind = kind_named(given["kind"].text if "kind" in given else "", unit.name)
        if kind is None:
            words = "、".join(KIND_NAMES.values())
            self._fault(
                given["kind"],
                f"类别应为{words}之一，得到“{given['kind'].text}”",
                f"the kind should be one of {words}, got {given['kind'].text}",
            )
        elif order is not None:
            yield dataclasses.replace(unit, order=order, kind=kind)

    def _order(self, cell: Placed | None, count: int) -> int | None:
        if cell is None or not cell.text:
            return count
        if cell.text.isdecimal() and int(cell.text[:9]) > 0:
            return int(cell.text[:9])
        self._fault(
            cell,
            f"顺序应为正整数，得到“{cell.text}”",
            f"the order should be a whole number above 0, got {cell.text}",
        )
        return None

    def _fault(self, cell: Placed, zh: str, en: str) -> None:
        place = _without_file(cell.place, self._path)
        self.faults.append(
            Finding(id="bad-roster", severity=Severity.ERROR, zh=zh, en=en, place=place)
        )


def _head(row: Row) -> dict[int, Column] | None:
    """The columns that a row names, if it is the head."""
    found: dict[int, Column] = {}
    for index, cell in enumerate(row):
        # A heading may carry its hint: 涵盖（用；分开）, 全称*.
        text = re.split(r"[（(]", re.sub(r"[\s*]", "", cell.text))[0]
        for column in COLUMNS:
            if text in (column.field, column.heading, *column.also):
                found[index] = column
    return found if any(column.field == "name" for column in found.values()) else None


def _several(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in _SEVERAL.split(text) if part.strip()))


def _without_file(place: str, path: Path) -> str:
    """A place within the roster, where the message names the file already."""
    return place.removeprefix(str(path)).lstrip(" :") if place.startswith(f"{path} ") else place
