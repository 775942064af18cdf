"""What becomes of units whose reports fail: left out or forced, by name, never silently."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from govdocs.errors import UsageError
from govdocs.findings import Severity
from govdocs.kinds.annual_report.agency import AgencyKind
from govdocs.kinds.annual_report.county.aggregate import Aggregate, aggregate
from govdocs.kinds.annual_report.county.double_counting import possible_double_counting
from govdocs.kinds.annual_report.county.results import Collection, UnitResult
from govdocs.kinds.annual_report.county.roster import Noted, Roster
from govdocs.kinds.annual_report.county.summing import Contribution


class Place(enum.StrEnum):
    """Whether a unit is in the sum."""

    COUNTED = "counted"
    FORCED = "forced"
    LEFT_OUT = "left-out"
    UNDECIDED = "undecided"

    @property
    def counts(self) -> bool:
        """Whether the unit's figures are added."""
        return self in (Place.COUNTED, Place.FORCED)

    @property
    def zh(self) -> str:
        """In Chinese."""
        return {"counted": "计入", "forced": "强制计入", "left-out": "不计入"}.get(self, "待定")

    @property
    def en(self) -> str:
        """In English."""
        return self.value.replace("-", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class County:
    """A county's reports, collected and, if every failing unit was decided on, summed.

    Attributes:
        collection: what was found.
        places: what becomes of each unit, in the roster's order.
        aggregate: the report of the whole; None where a decision is missing.
        notes: findings on the folder, the roster, the sums, and possible double counting.
    """

    collection: Collection
    places: tuple[Place, ...]
    aggregate: Aggregate | None
    notes: tuple[Noted, ...]

    @property
    def units(self) -> tuple[tuple[UnitResult, Place], ...]:
        """Each unit with what becomes of it."""
        return tuple(zip(self.collection.results, self.places, strict=True))

    @property
    def undecided(self) -> tuple[UnitResult, ...]:
        """Units for which a decision is missing."""
        return tuple(result for result, place in self.units if place is Place.UNDECIDED)

    @property
    def blocking(self) -> tuple[Noted, ...]:
        """Errors of the roster that no decision on a unit can settle."""
        return blocking_notes(self.collection.roster)

    @property
    def has_errors(self) -> bool:
        """Whether an error remains that nobody decided on: of the sums, or of a unit counted."""
        open_errors = any(r.errors for r, place in self.units if place is Place.COUNTED)
        in_sums = self.aggregate.notes if self.aggregate else ()
        return (
            self.aggregate is None
            or open_errors
            or any(note.finding.severity is Severity.ERROR for note in in_sums)
        )


def blocking_notes(roster: Roster) -> tuple[Noted, ...]:
    """Errors of a roster that leave open which report is whose."""
    settled = ("roster-covered-unit", "roster-covered-twice")
    return tuple(
        note
        for note in roster.notes
        if note.finding.severity is Severity.ERROR and note.finding.id not in settled
    )


def put_together(
    collection: Collection,
    agency: str,
    *,
    leave_out: Sequence[str] = (),
    force: Sequence[str] = (),
) -> County:
    """Sum what is in order and what was forced; nothing while a decision is missing.

    Args:
        collection: what was found in the folder.
        agency: full name of the government whose report the whole is.
        leave_out, force: full or short names of units.

    Raises:
        UsageError: a name that is no unit's, one in both lists, or a forced unit without figures
            of this year and format; nothing left to sum.
    """
    out, forced = _named(collection.roster, leave_out), _named(collection.roster, force)
    if both := out & forced:
        raise UsageError(
            f"--leave-out 和 --force 都写了：{'、'.join(sorted(both))}；只能选一个",
            f"in both --leave-out and --force: {', '.join(sorted(both))}; choose one",
        )
    places = tuple(_place(result, out, forced) for result in collection.results)
    county = County(collection=collection, places=places, aggregate=None, notes=collection.notes)
    if county.undecided or county.blocking:
        return county
    counted = [
        Contribution(result.unit.name, result.report)
        for result, place in county.units
        if place.counts and result.report is not None
    ]
    own = _itself(collection.roster, agency)
    whole = aggregate(counted, collection.form, collection.year, agency, own)
    hints = possible_double_counting(counted, collection.roster.units, collection.form, own)
    return County(
        collection=collection,
        places=places,
        aggregate=whole,
        notes=(*collection.notes, *whole.notes, *hints),
    )


def _itself(roster: Roster, agency: str) -> str:
    """The unit that is the government itself (本级): by its name, else the roster's only one."""
    unit = roster.unit(agency)
    governments = [each for each in roster.units if each.kind is AgencyKind.GOVERNMENT]
    if unit is None and len(governments) == 1:
        return governments[0].name
    return unit.name if unit else agency


def _named(roster: Roster, names: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        unit = roster.unit(name)
        if unit is None:
            known = [n for each in roster.units for n in (each.name, each.short_name) if n]
            near = get_close_matches(name, known, 1, 0.5)
            raise UsageError(
                f"名册里没有“{name}”{f'，是否想写“{near[0]}”？' if near else ''}",
                f"the roster has no {name}{f'; did you mean {near[0]}?' if near else ''}",
            )
        found.add(unit.name)
    return frozenset(found)


def _place(result: UnitResult, out: frozenset[str], forced: frozenset[str]) -> Place:
    name = result.unit.name
    if name in out:
        return Place.LEFT_OUT
    if not result.status.fails:
        # Errors of wording do not touch the sum; forcing says that somebody knows of them.
        return Place.FORCED if name in forced and result.errors else Place.COUNTED
    if name not in forced:
        return Place.UNDECIDED
    if not result.may_be_forced:
        why = "；".join(reason.zh for reason in result.reasons if not reason.status.may_be_forced)
        why_en = "; ".join(r.en for r in result.reasons if not r.status.may_be_forced)
        raise UsageError(
            f"不能强制汇总 {name}：{why}；请补正，或用 --leave-out 不计入",
            f"{name} cannot be forced: {why_en}; mend it, or use --leave-out",
        )
    return Place.FORCED
