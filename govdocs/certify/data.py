"""The data of this room: clauses, tolerances, names of faces."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from govdocs.certify.result import Wording


def read_toml(name: str) -> dict[str, Any]:
    """A data file of this room."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


class Clause(NamedTuple):
    """What is measured of one clause.

    Attributes:
        id: its name.
        clause: number in the standard; a profile may have its own.
        name: in words.
        expected: what the clause asks for, with ``{fields}`` that the profile fills.
        required: profiles in which its absence is a failure.
        profiles: profiles that have it; empty for all.
        in_docx: whether the settings of a DOCX tell it.
    """

    id: str
    clause: str
    name: Wording
    expected: Wording
    required: frozenset[str]
    profiles: frozenset[str]
    in_docx: bool


@cache
def clauses(profile: str) -> tuple[Clause, ...]:
    """The clauses that a profile has, in the standard's order."""
    table = read_toml("clauses.toml")["clause"]
    found = (_clause(entry, profile) for entry in table)
    return tuple(each for each in found if not each.profiles or profile in each.profiles)


def clause_ids() -> tuple[str, ...]:
    """The ids of all clauses."""
    return tuple(entry["id"] for entry in read_toml("clauses.toml")["clause"])


def _clause(entry: dict[str, Any], profile: str) -> Clause:
    own = entry | entry.get("in", {}).get(profile, {})
    return Clause(
        own["id"],
        own["clause"],
        Wording(own["zh"], own["en"]),
        Wording(own["expected_zh"], own["expected_en"]),
        frozenset(own.get("required", ())),
        frozenset(own.get("profiles", ())),
        own.get("docx", False),
    )


class Colours(NamedTuple):
    """What is taken for grey, black and red; see ``tolerances.toml``."""

    neutral: int
    black: int
    least_red: int
    most_other: float


class Limits(NamedTuple):
    """What is refused or left out; see ``tolerances.toml``."""

    bytes: int
    pages: int
    objects: int
    glyphs: int


class Tolerances(NamedTuple):
    """How far a measurement may be off; see ``tolerances.toml``."""

    margin_mm: float
    sheet_mm: float
    position_mm: float
    centre_mm: float
    rule_length_mm: float
    rule_width_mm: float
    size_pt: float
    pitch_pt: float
    adjusted_pitch_pt: float
    line_width_mm: float
    seal_mm: float
    seal_below_mm: float
    cells: float
    fewer_lines: float
    more_lines: float
    colour: Colours
    limits: Limits


@cache
def tolerances() -> Tolerances:
    """The tolerances."""
    table = MappingProxyType(read_toml("tolerances.toml"))
    return Tolerances(
        **{name: value for name, value in table.items() if not isinstance(value, dict)},
        colour=Colours(**table["colour"]),
        limits=Limits(**table["limits"]),
    )
