"""Tie-outs (勾稽关系): whether the figures of a report hold what its format demands of them.

A blank is no zero, and what stands in place of a number (``-``, 无) is none either: both are
unknown numbers, 0 or more. So a tie-out may hold, be broken, be broken whatever the blanks hold,
or hold only if the blanks come to a certain total.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from govdocs.kinds.annual_report.figures import Figures
from govdocs.standards.annual_report.forms import CellRef, Identity, ReportFormat, ValueKind

Number: TypeAlias = int | Decimal


class Verdict(enum.StrEnum):
    """How a tie-out stands."""

    HOLDS = "holds"
    BROKEN = "broken"
    BROKEN_WHATEVER = "broken-whatever-the-blanks"
    OPEN = "open"  # holds only if the blanks are of a certain total

    @property
    def is_broken(self) -> bool:
        """Whether no value of the blanks can make it hold."""
        return self in (Verdict.BROKEN, Verdict.BROKEN_WHATEVER)


class TieOut(NamedTuple):
    """A tie-out of a format for one column or row.

    Attributes:
        identity: the rule.
        along: key of the column or row.
        left, right: the cells of its two sides.
    """

    identity: Identity
    along: str
    left: tuple[CellRef, ...]
    right: tuple[CellRef, ...]

    @property
    def cells(self) -> tuple[CellRef, ...]:
        """All its cells, the total first where it is a sum."""
        return (*self.left, *self.right)


class Outcome(NamedTuple):
    """How a tie-out stands in a report.

    Attributes:
        tie_out: the rule and its cells.
        verdict: see :class:`Verdict`.
        left, right: sums of the numbers known on each side.
        left_blanks, right_blanks: cells of each side that hold no number.
    """

    tie_out: TieOut
    verdict: Verdict
    left: Number
    right: Number
    left_blanks: tuple[CellRef, ...]
    right_blanks: tuple[CellRef, ...]

    @property
    def blanks(self) -> tuple[CellRef, ...]:
        """Cells that hold no number."""
        return (*self.left_blanks, *self.right_blanks)

    @property
    def difference(self) -> Number:
        """How far apart the sums of the two sides are."""
        return max(self.left, self.right) - min(self.left, self.right)

    @property
    def blanks_total(self) -> Number | None:
        """What the blanks must come to, where they all stand on one side; else None.

        In a relation ``>=`` it is the least that those at the left, or the most that those at
        the right, may come to.
        """
        if self.verdict is not Verdict.OPEN or (self.left_blanks and self.right_blanks):
            return None
        return self.difference


def tie_outs(form: ReportFormat) -> tuple[TieOut, ...]:
    """Every tie-out of a format, in its order: 42 in that of 2021."""
    return tuple(
        TieOut(identity, along, *identity.sides(along))
        for identity in form.identities
        for along in identity.over
    )


def evaluate(form: ReportFormat, figures: Figures) -> tuple[Outcome, ...]:
    """How every tie-out of a format stands in a report's figures."""
    numbers = numbers_in(form, figures)
    return tuple(outcome_of(each, numbers, form) for each in tie_outs(form))


def numbers_in(form: ReportFormat, figures: Figures) -> dict[CellRef, Number]:
    """The cells that hold numbers; amounts with their unit in 元."""

    def known() -> Iterator[tuple[CellRef, Number]]:
        for cell in figures:
            number = figures.number(cell, form)
            if number is not None:
                yield cell, number

    return dict(known())


def outcome_of(tie_out: TieOut, numbers: Mapping[CellRef, Number], form: ReportFormat) -> Outcome:
    """How one tie-out stands."""
    left = sum((numbers.get(cell, 0) for cell in tie_out.left), start=0)
    right = sum((numbers.get(cell, 0) for cell in tie_out.right), start=0)
    left_blanks = tuple(cell for cell in tie_out.left if cell not in numbers)
    right_blanks = tuple(cell for cell in tie_out.right if cell not in numbers)
    verdict = _verdict(
        tie_out.identity.relation,
        left - right,
        # What may be negative can level out either side.
        left_can_grow=bool(left_blanks) or _may_be_negative(right_blanks, form),
        right_can_grow=bool(right_blanks) or _may_be_negative(left_blanks, form),
    )
    if verdict is Verdict.BROKEN and (left_blanks or right_blanks):
        verdict = Verdict.BROKEN_WHATEVER
    return Outcome(tie_out, verdict, left, right, left_blanks, right_blanks)


def _verdict(
    relation: str, excess: Number, *, left_can_grow: bool, right_can_grow: bool
) -> Verdict:
    """The verdict from how much the left side's known numbers exceed the right side's."""
    if relation == ">=":
        if excess >= 0:
            return Verdict.OPEN if right_can_grow else Verdict.HOLDS
        return Verdict.OPEN if left_can_grow else Verdict.BROKEN
    if not left_can_grow and not right_can_grow:
        return Verdict.BROKEN if excess else Verdict.HOLDS
    if (excess > 0 and not right_can_grow) or (excess < 0 and not left_can_grow):
        return Verdict.BROKEN
    return Verdict.OPEN


def _may_be_negative(blanks: tuple[CellRef, ...], form: ReportFormat) -> bool:
    return any(
        form.table(cell.table).kind(cell.row, cell.column) is ValueKind.CHANGE for cell in blanks
    )
