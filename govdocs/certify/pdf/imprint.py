"""Find the imprint (版记) at the foot of the last sheet, and the page numbers.

Source:
    GB/T 9704-2012 7.4, 7.5
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govdocs.certify.colours import is_red
from govdocs.certify.pdf.frames import is_table_rule
from govdocs.certify.pdf.sheet import Line, Sheet, Stroke

COPIED = re.compile(r"(?:抄送|主送)[：:]?")
PRINTED = re.compile(r".*印发[。]?")
NUMBER = re.compile(r"(?P<before>[—–―\-－一~·.]*)(?P<digits>\d{1,4})(?P<after>[—–―\-－一~·.]*)"
                    r"|第(?P<words>\d{1,4})页(?:共\d{1,4}页)?|\d{1,4}/\d{1,4}")  # fmt: skip

_LONG_RULE_MM = 60.0
_LOWER_PART = 0.35
_FOOT_PART = 0.84
_NEAR_MM = 14.0


class Imprint(NamedTuple):
    """What was found of the imprint.

    Attributes:
        sheet: the number of its sheet; 0 where there is no imprint.
        rules: its level rules, top to bottom.
        copied: the line of 抄送 or 主送 and those that go on from it.
        printing: the line of the printing office and date.
        others: further lines between its rules.
    """

    sheet: int
    rules: tuple[Stroke, ...]
    copied: tuple[Line, ...]
    printing: Line | None
    others: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines."""
        return (*self.copied, *([self.printing] if self.printing else []), *self.others)


def find_imprint(sheets: Sequence[Sheet], numbers: Mapping[int, Line]) -> Imprint:
    """The imprint: on the last sheet that has one."""
    for sheet in reversed(sheets[-2:]):
        found = _of_sheet(sheet, numbers.get(sheet.number))
        if found is not None:
            return found
    return Imprint(0, (), (), None, ())


def _of_sheet(sheet: Sheet, number: Line | None) -> Imprint | None:
    rules = [
        s
        for s in sheet.level_strokes
        if s.length >= _LONG_RULE_MM
        and s.y > sheet.height * _LOWER_PART
        and not is_red(s.rgb)
        and not is_table_rule(sheet, s)
    ]
    lower = [
        line
        for line in sheet.lines
        if line is not number and line.baseline > sheet.height * _LOWER_PART
    ]
    copied = next((line for line in lower if _is_copied(line)), None)
    printing = next((line for line in reversed(lower) if PRINTED.fullmatch(line.text)), None)
    starts = [line.em_top for line in (copied, printing) if line is not None]
    if not starts:
        return None
    own = [s for s in rules if s.y > min(starts) - _NEAR_MM]
    block = [line for line in lower if line.em_top >= min(starts) - 0.1]
    going_on = _going_on(copied, printing, block, own) if copied is not None else []
    known = {id(line) for line in (*going_on, printing)}
    others = [line for line in block if id(line) not in known]
    return Imprint(sheet.number, tuple(own), tuple(going_on), printing, tuple(others))


def _is_copied(line: Line) -> bool:
    return COPIED.match(line.text) is not None and not line.text.startswith("主送机关")


def _going_on(
    copied: Line, printing: Line | None, block: Sequence[Line], rules: Sequence[Stroke]
) -> list[Line]:
    """The lines from 抄送 to the next rule, or to the printing office."""
    ends = [s.y for s in rules if s.y > copied.baseline]
    if printing is not None and printing.baseline > copied.baseline:
        ends.append(printing.em_top)
    end = min(ends, default=copied.baseline + 200)
    return [line for line in block if copied.baseline <= line.baseline < end]


def find_numbers(sheets: Sequence[Sheet]) -> dict[int, Line]:
    """The page number of each sheet that bears one, by the sheet's number."""
    found = {}
    for sheet in sheets:
        # A sheet across may have its number where the page was turned from: upright glyphs alone.
        for line in reversed(sheet.lines):
            if line.baseline < sheet.height * _FOOT_PART:
                break
            if NUMBER.fullmatch(line.text):
                found[sheet.number] = line
                break
    return found


def digits_of(line: Line) -> int:
    """The number that a page number's line says."""
    digits = re.search(r"\d+", line.text)
    return int(digits[0]) if digits else 0
