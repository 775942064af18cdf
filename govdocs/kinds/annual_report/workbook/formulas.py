"""The live checks: classic formulas that every spreadsheet has, and the same results in Python.

The results are saved with the formulas, so that a program that shows a workbook without
calculating it shows the right ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from govdocs.inputs.xlsx.sheets import Area, a1
from govdocs.kinds.annual_report.values import CellValue, value_text
from govdocs.kinds.annual_report.workbook.layout import PlacedCheck, PlacedLink, TableLayout
from govdocs.standards.annual_report.forms import CellRef, ValueKind

HOLDS = "平"
BROKEN = "差"
BLANK = "未填"
NO_NUMBER = "非数字"
ERROR_VALUE = "有错误值"
EXPLAINED = "已说明"
NOT_STATED = "上年未填"
STATES = (HOLDS, BROKEN, EXPLAINED, BLANK, NO_NUMBER, ERROR_VALUE)
"""How the state of a check begins; that of a carry-over is empty while last year's figure is."""

_DIGITS = 6
"""Decimals that a difference is rounded to: floats of a spreadsheet are not exact."""


class Computed(NamedTuple):
    """A formula and its result for what is filled in."""

    formula: str
    result: str | int | float


def check_formula(
    check: PlacedCheck, layout: TableLayout, values: Mapping[CellRef, CellValue]
) -> Computed:
    """The state of a tie-out: 平, 差 n (left less right), 未填 n格, 非数字, 有错误值."""
    places = layout.places
    left, right = ranges(check.left, places), ranges(check.right, places)
    everything = f"{left},{right}"
    count = len(check.left) + len(check.right)
    difference = f"ROUND(SUM({left})-SUM({right}),{_DIGITS})"
    says_broken = f'"{BROKEN} "&{difference}'
    holds = f"{difference}=0" if check.identity.relation == "=" else f"{difference}>=0"
    surely = _surely_broken(check, layout, left, right)
    formula = (
        f'=IF(ISERROR(SUM({everything})),"{ERROR_VALUE}",'
        f'IF(COUNT({everything})={count},IF({holds},"{HOLDS}",{says_broken}),'
        f'IF(COUNTA({everything})=0,"{BLANK}",'
        f"IF({surely},{says_broken},"
        f'IF(COUNTA({everything})<{count},"{BLANK}"&({count}-COUNTA({everything}))&"格",'
        f'"{NO_NUMBER}")))))'
    )
    return Computed(formula, check_state(check, layout, values))


def _surely_broken(check: PlacedCheck, layout: TableLayout, left: str, right: str) -> str:
    """Whether no figure in the blanks can mend it: the known parts are more than the total."""
    if _may_be_negative(check, layout):
        return "FALSE"
    over = f"AND(COUNT({left})={len(check.left)},ROUND(SUM({right})-SUM({left}),{_DIGITS})>0)"
    if check.identity.relation == ">=":
        return over
    under = f"AND(COUNT({right})={len(check.right)},ROUND(SUM({left})-SUM({right}),{_DIGITS})>0)"
    return f"OR({over},{under})"


def _may_be_negative(check: PlacedCheck, layout: TableLayout) -> bool:
    kinds = {value.cell: value.kind for value in layout.values}
    return any(kinds[cell] is ValueKind.CHANGE for cell in check.left + check.right)


def check_state(
    check: PlacedCheck, layout: TableLayout, values: Mapping[CellRef, CellValue]
) -> str:
    """What :func:`check_formula` shows for given figures."""
    left, right = (tuple(values.get(c) for c in side) for side in (check.left, check.right))
    both = left + right
    numbers = [value for value in both if _is_number(value)]
    difference = _sum(left) - _sum(right)
    is_held = difference == 0 if check.identity.relation == "=" else difference >= 0
    if len(numbers) == len(both):
        return HOLDS if is_held else f"{BROKEN} {number_text(difference)}"
    if all(value is None for value in both):
        return BLANK
    over = _all_numbers(left) and difference < 0
    under = check.identity.relation == "=" and _all_numbers(right) and difference > 0
    if (over or under) and not _may_be_negative(check, layout):
        return f"{BROKEN} {number_text(difference)}"
    blanks = sum(value is None for value in both)
    return f"{BLANK}{blanks}格" if blanks else NO_NUMBER


def last_result(link: PlacedLink) -> str | int | float:
    """Last year's figure as its grey cell shows it."""
    return NOT_STATED if link.link.last is None else _plain(link.link.last)


def link_formula(
    link: PlacedLink,
    layout: TableLayout,
    values: Mapping[CellRef, CellValue],
    explanation: tuple[str, str] | None,
) -> Computed:
    """What last year's report says of a cell: the check of a carry-over, or the proposed figure.

    Args:
        explanation: the cell (with its sheet) of the explanation and what stands there.
    """
    if not link.link.must_agree:
        return _proposal(link, layout, values)
    cell, last = a1_of(layout.places[link.link.cell]), link.last.a1
    difference = f"ROUND({cell}-{last},{_DIGITS})"
    where, given = explanation or ("", "")
    excuse = f'IF(TRIM({where})<>"","{EXPLAINED}",{{}})' if where else "{}"
    broken = excuse.format(f'"{BROKEN} "&{difference}')
    formula = (
        f'=IF(NOT(ISNUMBER({last})),"",IF(ISERROR({cell}),"{ERROR_VALUE}",'
        f'IF(ISBLANK({cell}),"{BLANK}",IF(NOT(ISNUMBER({cell})),"{NO_NUMBER}",'
        f'IF({difference}=0,"{HOLDS}",{broken})))))'
    )
    return Computed(formula, _link_state(link, values, bool(given.strip())))


def _link_state(link: PlacedLink, values: Mapping[CellRef, CellValue], is_explained: bool) -> str:
    value, last = values.get(link.link.cell), link.link.last
    if last is None:
        return ""
    if value is None:
        return BLANK
    if isinstance(value, str):
        return NO_NUMBER
    if value == last:
        return HOLDS
    return EXPLAINED if is_explained else f"{BROKEN} {number_text(value - last)}"


def _proposal(
    link: PlacedLink, layout: TableLayout, values: Mapping[CellRef, CellValue]
) -> Computed:
    terms = "".join(
        f"{'+' if sign > 0 else '-'}SUM({a1_of(layout.places[cell])})"
        for sign, cell in link.link.terms
    )
    formula = f'=IF(ISNUMBER({link.last.a1}),{link.last.a1}{terms},"")'
    if link.link.last is None:
        return Computed(formula, "")
    changes = sum(sign * _sum((values.get(cell),)) for sign, cell in link.link.terms)
    return Computed(formula, _plain(link.link.last + changes))


def ranges(cells: Sequence[CellRef], places: Mapping[CellRef, Area]) -> str:
    """The cells as a formula's arguments, neighbours joined: ``D6:D26`` instead of 21 cells."""
    at = [(places[cell].row, places[cell].column) for cell in cells]
    runs = _runs(at, "column") if len({column for _, column in at}) == 1 else _runs(at, "row")
    return ",".join(a1(*first) if first == last else f"{a1(*first)}:{a1(*last)}"
                    for first, last in runs)  # fmt: skip


_Place = tuple[int, int]
_NEXT: dict[str, Callable[[_Place], _Place]] = {
    "column": lambda place: (place[0] + 1, place[1]),
    "row": lambda place: (place[0], place[1] + 1),
}


def _runs(at: Sequence[_Place], along: Literal["column", "row"]) -> list[tuple[_Place, _Place]]:
    runs: list[tuple[_Place, _Place]] = []
    for place in sorted(at):
        if runs and _NEXT[along](runs[-1][1]) == place:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def a1_of(area: Area) -> str:
    """The first cell of an area, as a formula names it."""
    return area.a1


def number_text(number: int | Decimal) -> str:
    """A number as a spreadsheet joins it to text: no trailing zeros, six decimals at most."""
    text = value_text(round(Decimal(number), _DIGITS).normalize())
    return "0" if text in ("-0", "") else text


def _plain(number: int | Decimal) -> int | float:
    return number if isinstance(number, int) else float(number)


def _is_number(value: CellValue) -> bool:
    return isinstance(value, int | Decimal)


def _all_numbers(values: Sequence[CellValue]) -> bool:
    return all(map(_is_number, values))


def _sum(values: Sequence[CellValue]) -> int | Decimal:
    return sum(value for value in values if isinstance(value, int | Decimal))
