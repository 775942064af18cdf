"""Which single figure, changed, would make a broken tie-out hold, and what else it would do.

All of them are told and none is chosen: only the office's own records say which figure is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from govdocs.kinds.annual_report.tie_out import Number, Outcome, TieOut, outcome_of
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, ValueKind


class SingleChange(NamedTuple):
    """One figure changed so that a broken tie-out holds.

    Attributes:
        cell: the figure.
        old, new: what it is, and what it would be. In a relation ``>=``, new is the least that a
            total may be, or the most that a part may be. Blanks are taken to stay at 0.
        mends: other broken tie-outs that would no longer be broken.
        breaks: tie-outs that would become broken.
        mends_all: whether no tie-out of the report would be left broken.
    """

    cell: CellRef
    old: Number
    new: Number
    mends: tuple[TieOut, ...]
    breaks: tuple[TieOut, ...]
    mends_all: bool

    @property
    def rank(self) -> int:
        """The better, the lower: mends all; breaks none; mends others as well; breaks only."""
        if self.mends_all:
            return 0
        if not self.breaks:
            return 1
        return 2 if self.mends else 3


class ChangeFinder:
    """Finds the single changes for the broken tie-outs of one report."""

    def __init__(
        self,
        form: ReportFormat,
        numbers: Mapping[CellRef, Number],
        outcomes: tuple[Outcome, ...],
    ) -> None:
        self._form = form
        self._numbers = dict(numbers)
        self._broken = {each.tie_out for each in outcomes if each.verdict.is_broken}
        self._of_cell: dict[CellRef, list[TieOut]] = {}
        for each in outcomes:
            for cell in each.tie_out.cells:
                self._of_cell.setdefault(cell, []).append(each.tie_out)

    def changes(self, outcome: Outcome) -> tuple[SingleChange, ...]:
        """All single changes that mend a broken tie-out, the best first, else in its order."""
        return tuple(sorted(self._changes(outcome), key=lambda change: change.rank))

    def _changes(self, outcome: Outcome) -> Iterator[SingleChange]:
        missing = outcome.right - outcome.left
        for side, sign in ((outcome.tie_out.left, 1), (outcome.tie_out.right, -1)):
            for cell in side:
                old = self._numbers.get(cell)
                if old is None:
                    continue
                new = old + sign * missing
                if _may_stand(new, self._form.table(cell.table).kind(cell.row, cell.column)):
                    yield self._change(outcome.tie_out, cell, old, new)

    def _change(self, mended: TieOut, cell: CellRef, old: Number, new: Number) -> SingleChange:
        changed = {**self._numbers, cell: new}
        mends: list[TieOut] = []
        breaks: list[TieOut] = []
        for other in self._of_cell[cell]:
            if other == mended:
                continue
            is_broken = outcome_of(other, changed, self._form).verdict.is_broken
            if is_broken and other not in self._broken:
                breaks.append(other)
            elif not is_broken and other in self._broken:
                mends.append(other)
        mends_all = not breaks and len(mends) + 1 == len(self._broken)
        return SingleChange(cell, old, new, tuple(mends), tuple(breaks), mends_all)


def _may_stand(number: Number, kind: ValueKind) -> bool:
    is_whole = number == int(number)
    match kind:
        case ValueKind.COUNT:
            return is_whole and number >= 0
        case ValueKind.CHANGE:
            return is_whole
        case _:
            return number >= 0
