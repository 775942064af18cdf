"""Where in its source a finding on a report stands: a line of a file, or a sheet's cell."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from govdocs.findings import Finding
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.source_lines import SourceLine as SourceLine

_CELL_PLACE = re.compile(r"表\d+ R\d+ C\d+ (?P<name>.+)", re.DOTALL)
_TEXT_PLACE = re.compile(r"(?P<field>.+?)(?: 第(?P<line>\d+)行|:(?P<at>\d+))?", re.DOTALL)
_SECTIONS = "章节"


class Spots(NamedTuple):
    """Where the parts of a report stand in its source.

    Attributes:
        lines: 1-based line of a data cell (``t2.新收.总计``) or of its table (``t2``).
        texts: the source lines of each line of a text, by its name in findings (引言,
            ``章节 总体情况``, ``联系方式 电话``); a line past the last stands in the first.
        places: ``sheet!cell`` of a data cell or a text, by the same names.
    """

    lines: Mapping[str, int] = MappingProxyType({})
    texts: Mapping[str, Sequence[SourceLine]] = MappingProxyType({})
    places: Mapping[str, str] = MappingProxyType({})


def placed(finding: Finding, spots: Spots) -> Finding:
    """A finding with the line or the sheet's cell that it is about, as far as that is known.

    A finding that has a line keeps it; one on a table's cell goes by its first cell, one on a
    text by its place in words.
    """
    if finding.line is not None or not finding.place:
        return finding
    on_cell = _CELL_PLACE.fullmatch(finding.place)
    return _on_cell(finding, on_cell["name"], spots) if on_cell else _on_text(finding, spots)


def _on_cell(finding: Finding, name: str, spots: Spots) -> Finding:
    cell = finding.cells[0] if finding.cells else ""
    if cell in spots.places:
        return dataclasses.replace(finding, place=f"{spots.places[cell]} {name}")
    line = spots.lines.get(cell, spots.lines.get(cell.partition(".")[0]))
    return dataclasses.replace(finding, line=line)


def _on_text(finding: Finding, spots: Spots) -> Finding:
    place = finding.place or ""
    found = _TEXT_PLACE.fullmatch(place)
    if found is None:
        return finding
    number = int(found["line"] or found["at"] or 0)
    for field in _fields(found["field"]):
        if field in spots.places:
            return dataclasses.replace(finding, place=f"{spots.places[field]} {place}", column=None)
        if lines := spots.texts.get(field):
            at = lines[number - 1] if 0 < number <= len(lines) else lines[0]
            return dataclasses.replace(finding, line=at.line, column=_column(finding, at))
    return finding


def _fields(words: str) -> list[str]:
    """A field's name, and what is left of it without its last words: 章节 总体情况 监督保障."""
    steps = words.split(" ")
    return [" ".join(steps[:end]) for end in range(len(steps), 0, -1)]


def _column(finding: Finding, at: SourceLine) -> int | None:
    if finding.column is None or at.indent is None:
        return None
    return finding.column + at.indent


def named_places(report: AnnualReport, places: Mapping[str, str]) -> dict[str, str]:
    """Places by paths in the data (``联系方式.电话``, ``章节.总体情况``) and by findings' names."""
    named = dict(places)
    for path, at in places.items():
        first, dot, rest = path.partition(".")
        if first == _SECTIONS:
            section = report.section(rest)
            rest = section.heading if section else rest
        if dot:
            named[f"{first} {rest}"] = at
        # A field in several cells, as the period, is also known as a whole.
        named.setdefault(first, at)
    return named
