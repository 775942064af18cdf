"""The roster (名册): whose reports a county puts together, each agency once."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.agency import AgencyKind, agency_kind

KIND_NAMES = {
    AgencyKind.GOVERNMENT: "政府本级",
    AgencyKind.DEPARTMENT: "部门",
    AgencyKind.TOWNSHIP: "乡镇街道",
    AgencyKind.OTHER: "其他",
}
_BLANKS = re.compile(r"\s+")
_MOST_STEM_BYTES = 180
"""Most systems allow 255 bytes, some 200 with the ending."""

_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit (单位): one row of the roster, one report.

    Attributes:
        name: full name (全称).
        short_name: 规范化简称; empty for none.
        kind: what it is; told by its name where the roster does not say.
        order: its place in every list, from 1.
        contact, telephone: of the person who answers for the report; for the office, not printed.
        covers: subordinate units (下属单位) whose figures its report holds.
        former_names: names of the agencies it was merged from (并入自).
        file: name of its file, where the roster gives it.
        place: its row in the roster: ``名册!A5``, ``名册.csv:5``.
    """

    name: str
    short_name: str = ""
    kind: AgencyKind = AgencyKind.OTHER
    order: int = 0
    contact: str = ""
    telephone: str = ""
    covers: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    file: str = ""
    place: str = ""

    @property
    def shown_name(self) -> str:
        """The short name, or the full one where there is none."""
        return self.short_name or self.name

    @property
    def own_names(self) -> tuple[str, ...]:
        """Its full and its short name, as they are compared."""
        return tuple(dict.fromkeys(map(plain_name, filter(None, (self.name, self.short_name)))))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that its report may bear, as they are compared: its own, then former ones."""
        return tuple(dict.fromkeys((*self.own_names, *map(plain_name, self.former_names))))


class Noted(NamedTuple):
    """A finding, and the full names of the units that it is about, the one to mend first."""

    units: tuple[str, ...]
    finding: Finding


@dataclass(frozen=True, slots=True)
class Roster:
    """The units in their order.

    Attributes:
        name: the roster's file, for messages.
        units: sorted by their order, then by their rows.
        notes: what is wrong or doubtful about them.
    """

    name: str
    units: tuple[Unit, ...]
    notes: tuple[Noted, ...] = ()

    def unit(self, name: str) -> Unit | None:
        """The unit of a full or short name."""
        wanted = plain_name(name)
        return next((unit for unit in self.units if wanted in unit.own_names), None)


def plain_name(name: str) -> str:
    """A name as it is compared: full width as half width, without white space."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", name))


def kind_named(text: str, name: str) -> AgencyKind | None:
    """The kind that a roster's word means, told by the agency's name for an empty one."""
    if not text:
        return agency_kind(name)
    return next((kind for kind, word in KIND_NAMES.items() if text in (word, kind.value)), None)


def make_roster(name: str, units: Iterable[Unit]) -> Roster:
    """A roster of units in any order; what does not fit together is noted, nothing is changed."""
    ordered = tuple(sorted(units, key=lambda unit: unit.order))
    return Roster(name, ordered, tuple(_notes(ordered)))


def file_stems(roster: Roster) -> tuple[str, ...]:
    """A file name for each unit, without an ending: its order and its short name.

    All differ, also where a file system does not tell capitals from small letters, and none is
    too long for one.
    """
    digits = max(2, len(str(max((unit.order for unit in roster.units), default=0))))
    names: dict[str, str] = {}
    for unit in roster.units:
        name = safe_stem(f"{unit.order:0{digits}d}{unit.shown_name}")
        alike = sum(key.startswith(f"{name.casefold()}\0") for key in names)
        names[f"{name.casefold()}\0{alike}"] = f"{name}({alike + 1})" if alike else name
    return tuple(names.values())


def safe_stem(name: str) -> str:
    """A name as the stem of a file: marks that no file may bear replaced, at most 180 bytes.

    A longer one is cut, and what identifies the whole of it takes the end's place.
    """
    plain = _NOT_IN_FILE_NAMES.sub("_", name)
    data = plain.encode()
    if len(data) <= _MOST_STEM_BYTES:
        return plain
    mark = hashlib.sha256(data).hexdigest()[:8]
    return f"{data[: _MOST_STEM_BYTES - len(mark) - 1].decode(errors='ignore')}-{mark}"


DUPLICATE_NAME = "roster-duplicate-name"
COVERED_ROW = "roster-covered-unit"
COVERED_TWICE = "roster-covered-twice"


def _notes(units: tuple[Unit, ...]) -> Iterator[Noted]:
    yield from _shared_names(units)
    yield from _covered_rows(units)
    yield from _covered_twice(units)
    yield from _former_names(units)
    yield from _shared_files(units)
    yield from _shared_orders(units)


def _shared_names(units: tuple[Unit, ...]) -> Iterator[Noted]:
    """A name, full or short, that two rows bear."""
    for name, sharing in _by((name, unit) for unit in units for name in unit.own_names):
        yield _noted(
            sharing,
            DUPLICATE_NAME,
            Severity.ERROR,
            f"名称“{name}”用了{len(sharing)}次（{_places(sharing)}）；每个单位只列一行，"
            "不同单位的全称和简称不能相同",
            f"the name {name} is used {len(sharing)} times ({_places(sharing)}); "
            "give each unit one row and names of its own",
        )


def _covered_rows(units: tuple[Unit, ...]) -> Iterator[Noted]:
    """A unit that another's report covers and that reports by itself: it would count twice."""
    for unit in units:
        for other in units:
            covered = set(map(plain_name, other.covers)) & set(unit.own_names)
            if other is not unit and covered:
                yield _noted(
                    (unit, other),
                    COVERED_ROW,
                    Severity.ERROR,
                    f"{unit.name} 单独列了一行，又列在 {other.name} 的“涵盖”中（{other.place}），"
                    "汇总会重复计算；请在名册中改一处，或用 --leave-out 不计入",
                    f"{unit.name} has a row of its own and is covered by {other.name} "
                    f"({other.place}): it would count twice; change one, or use --leave-out",
                )


def _covered_twice(units: tuple[Unit, ...]) -> Iterator[Noted]:
    for name, sharing in _by((plain_name(name), unit) for unit in units for name in unit.covers):
        yield _noted(
            sharing[::-1],  # the later row is the one to be decided on
            COVERED_TWICE,
            Severity.ERROR,
            f"下属单位“{name}”列在几个单位的“涵盖”中：{_names(sharing)}；汇总会重复计算，请只留一处",
            f"{name} is covered by several units ({_names(sharing)}) and would count twice; "
            "keep one",
        )


def _former_names(units: tuple[Unit, ...]) -> Iterator[Noted]:
    for name, sharing in _by((plain_name(n), unit) for unit in units for n in unit.former_names):
        yield _noted(
            sharing,
            "roster-former-name",
            Severity.WARNING,
            f"“{name}”列在几个单位的“并入自”中：{_names(sharing)}；用这个名称的报告无法判断归谁",
            f"{name} was merged into several units ({_names(sharing)}); whose its report is "
            "cannot be told",
        )
    for unit in units:
        for other in units:
            former = set(map(plain_name, other.former_names)) & set(unit.own_names)
            if other is not unit and former:
                yield _noted(
                    (unit, other),
                    "roster-former-name",
                    Severity.WARNING,
                    f"{unit.name} 已列在 {other.name} 的“并入自”中（{other.place}），"
                    "又单独列了一行；请核对是否重复",
                    f"{unit.name} is a former name of {other.name} ({other.place}) and has a row "
                    "of its own; check for double counting",
                )


def _shared_files(units: tuple[Unit, ...]) -> Iterator[Noted]:
    for file, sharing in _by((plain_name(u.file).casefold(), u) for u in units if u.file):
        yield _noted(
            sharing,
            "roster-duplicate-file",
            Severity.ERROR,
            f"来源文件“{file}”分给了几个单位：{_names(sharing)}；一份报告只能算一个单位的",
            f"the file {file} is given to several units ({_names(sharing)}); a report is of one",
        )


def _shared_orders(units: tuple[Unit, ...]) -> Iterator[Noted]:
    for order, sharing in _by((str(unit.order), unit) for unit in units):
        yield _noted(
            sharing,
            "roster-duplicate-order",
            Severity.INFO,
            f"顺序 {order} 用了{len(sharing)}次：{_names(sharing)}；按行的先后排列",
            f"order {order} is used {len(sharing)} times ({_names(sharing)}); rows decide",
        )


def _by(pairs: Iterable[tuple[str, Unit]]) -> Iterator[tuple[str, tuple[Unit, ...]]]:
    """The names that several rows share, each with its rows."""
    found: dict[str, list[Unit]] = {}
    for name, unit in pairs:
        rows = found.setdefault(name, [])
        if unit not in rows:
            rows.append(unit)
    return ((name, tuple(rows)) for name, rows in found.items() if len(rows) > 1)


def _names(units: Iterable[Unit]) -> str:
    return "、".join(unit.name for unit in units)


def _places(units: Iterable[Unit]) -> str:
    return "、".join(unit.place for unit in units)


def _noted(units: tuple[Unit, ...], id: str, severity: Severity, zh: str, en: str) -> Noted:
    finding = Finding(id=id, severity=severity, zh=zh, en=en, place=units[0].place or None)
    return Noted(tuple(dict.fromkeys(unit.name for unit in units)), finding)
