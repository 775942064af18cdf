"""The words by which prose names figures: data in ``standards/annual_report/mentions``."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from govdocs.standards.annual_report import forms
from govdocs.standards.annual_report.forms import CellRef, ReportFormat

_FILE = Path(forms.__file__).parent / "mentions" / "figures.toml"

Sum: TypeAlias = tuple[CellRef, ...]
"""Cells whose sum is a figure."""


class Kind(enum.Enum):
    """What a word does in a sentence."""

    FIGURE = enum.auto()  # names a figure by itself
    VERB = enum.auto()  # names one where its family is spoken of
    RATE = enum.auto()
    TOPIC = enum.auto()  # a family is spoken of
    FOREIGN = enum.auto()  # something that the tables do not count
    NARROW = enum.auto()
    WHOLE = enum.auto()
    THIS_YEAR = enum.auto()
    OTHER_YEAR = enum.auto()
    APART = enum.auto()
    UNREAL = enum.auto()
    FILLER = enum.auto()
    GLUE = enum.auto()  # narrows nothing, but may stand only where a name has been read
    UP = enum.auto()
    DOWN = enum.auto()
    LEVEL = enum.auto()
    COMPARED = enum.auto()
    SHARE = enum.auto()
    NIL = enum.auto()
    NOT_NIL = enum.auto()


class Figure(NamedTuple):
    """A figure of the tables as prose speaks of it.

    Attributes:
        key: its name.
        family: what it is a figure of.
        sums: readings of it, each the sum of cells; the first is the usual one. Empty: the format
            does not have it.
        columns: instead of sums: the columns of the row that is being spoken of.
        unit: 万元 for amounts, empty for counts.
        close: whether only few words may stand between its name and the number.
        is_fee: whether it is the 信息处理费 of the report, which has no cell.
    """

    key: str
    family: str
    sums: tuple[Sum, ...] = ()
    columns: tuple[str, ...] = ()
    unit: str = ""
    close: bool = False
    is_fee: bool = False


class Rate(NamedTuple):
    """A rate (办结率): a part over a whole."""

    key: str
    part: Sum
    whole: Sum


class Meaning(NamedTuple):
    """One meaning of a word."""

    kind: Kind
    family: str = ""
    figure: Figure | None = None
    rate: Rate | None = None


class Word(NamedTuple):
    """A known word in a clause."""

    start: int
    end: int
    text: str
    meanings: tuple[Meaning, ...]

    def has(self, *kinds: Kind) -> bool:
        """Whether it may be of one of these kinds."""
        return any(meaning.kind in kinds for meaning in self.meanings)

    def figures(self, kind: Kind = Kind.FIGURE) -> tuple[Figure, ...]:
        """The figures it may name."""
        return tuple(m.figure for m in self.meanings if m.kind is kind and m.figure)


class Vocabulary:
    """The words for one format's figures; immutable."""

    __slots__ = (
        "_may_be_told",
        "_meanings",
        "_pattern",
        "_told",
        "_veto",
        "both",
        "received",
        "shares",
    )

    def __init__(self, data: Mapping[str, Any], form: ReportFormat) -> None:
        known = frozenset(form.cells())
        meanings: dict[str, list[Meaning]] = {}
        for phrase, meaning in _meanings(data, known):
            meanings.setdefault(phrase, []).append(meaning)
        self._meanings = {phrase: tuple(each) for phrase, each in meanings.items()}
        longest_first = sorted(self._meanings, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))
        self.shares: Mapping[str, tuple[Sum, ...]] = {
            family: tuple(_all_known(sums, known)) for family, sums in data["shares"].items()
        }
        self._veto: Mapping[str, tuple[str, ...]] = {
            family: tuple(words) for family, words in data["veto"]["words"].items()
        }
        self._told = tuple(data["veto"]["unless"])
        self._may_be_told = frozenset(data["veto"]["unless_of"])
        figures = [m.figure for each in self._meanings.values() for m in each if m.figure]
        named = {figure.key: figure for figure in figures}
        self.received = named["收到"]
        self.both = (named["新收"], named["上年结转"])

    def vetoed(self, clause: str, *, is_of_information: bool) -> frozenset[str]:
        """The families of which a clause speaks in another way than the tables count them.

        Args:
            clause: its text.
            is_of_information: whether its heading says that courts' cases are about 信息公开.
        """
        told = is_of_information or any(word in clause for word in self._told)
        return frozenset(
            family
            for family, words in self._veto.items()
            if not (told and family in self._may_be_told) and any(word in clause for word in words)
        )

    def words_in(self, text: str) -> list[Word]:
        """The known words of a text, the longest at each place, from left to right."""
        return [
            Word(match.start(), match.end(), match[0], self._meanings[match[0]])
            for match in self._pattern.finditer(text)
        ]


def vocabulary(form: ReportFormat) -> Vocabulary:
    """The words for the figures that a format has."""
    return Vocabulary(_data(), form)


@cache
def _data() -> Mapping[str, Any]:
    # tomllib is imported here: it costs milliseconds that other work need not pay.
    import tomllib

    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


_WORD_KINDS = {
    "fillers": Kind.FILLER,
    "glue": Kind.GLUE,
    "change_up": Kind.UP,
    "change_down": Kind.DOWN,
    "no_change": Kind.LEVEL,
    "compared": Kind.COMPARED,
    "share": Kind.SHARE,
    "nil": Kind.NIL,
    "not_nil": Kind.NOT_NIL,
}
_SCOPE_KINDS = {
    "narrow": Kind.NARROW,
    "whole": Kind.WHOLE,
    "this_year": Kind.THIS_YEAR,
    "other_year": Kind.OTHER_YEAR,
    "apart": Kind.APART,
    "unreal": Kind.UNREAL,
}


def _meanings(data: Mapping[str, Any], known: frozenset[CellRef]) -> Iterator[tuple[str, Meaning]]:
    for entry in data["figures"]:
        figure = _figure(entry, known)
        for phrase in entry.get("phrases", ()):
            yield phrase, Meaning(Kind.FIGURE, figure.family, figure)
        for phrase in entry.get("verbs", ()):
            yield phrase, Meaning(Kind.VERB, figure.family, figure)
    for entry in data["rates"]:
        parts, wholes = (list(_all_known(entry[side], known)) for side in ("part", "whole"))
        rate = Rate(entry["key"], parts[0], wholes[0]) if parts and wholes else None
        for phrase in entry["phrases"]:
            yield phrase, Meaning(Kind.RATE, rate=rate)
    for family, phrases in data["topics"].items():
        kind = Kind.FOREIGN if family == "foreign" else Kind.TOPIC
        for phrase in phrases:
            yield phrase, Meaning(kind, family)
    for section, kinds in (("scope", _SCOPE_KINDS), ("words", _WORD_KINDS)):
        for name, kind in kinds.items():
            for phrase in data[section][name]:
                yield phrase, Meaning(kind)


def _figure(entry: Mapping[str, Any], known: frozenset[CellRef]) -> Figure:
    own = list(_all_known(entry.get("cells", ()), known))[:1]
    also = list(_all_known(entry.get("or_sums", ()), known)) if own else []
    return Figure(
        key=entry["key"],
        family=entry["family"],
        sums=(*own, *also),
        columns=tuple(entry.get("columns", ())),
        unit=entry.get("unit", ""),
        close=entry.get("close", False),
        is_fee=entry.get("fee", False),
    )


def _all_known(sums: Sequence[Sequence[str]], known: frozenset[CellRef]) -> Iterator[Sum]:
    for names in sums:
        cells = tuple(CellRef(*name.split(".")) for name in names)
        if known.issuperset(cells):
            yield cells
