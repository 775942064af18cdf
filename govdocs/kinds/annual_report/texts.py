"""The prose of a report line by line, each line with its place: what checks of text read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govdocs.kinds.annual_report.report import AnnualReport

INTRODUCTION = "introduction"
CLOSING = "closing"


class PlacedText(NamedTuple):
    """A line of a report's text.

    Attributes:
        field: ``introduction``, or the key of the section (its heading if it has no key).
        heading: what people call it: 引言, or the section's heading.
        line: its number in that field, from 1; blank lines count but are not given.
        text: the line as typed, without white space at its ends.
    """

    field: str
    heading: str
    line: int
    text: str

    @property
    def place(self) -> str:
        """Where it is, in words: ``章节 总体情况 第2行``, ``引言 第1行``."""
        where = self.heading if self.field in (INTRODUCTION, CLOSING) else f"章节 {self.heading}"
        return f"{where} 第{self.line}行"


def texts(report: AnnualReport) -> Iterator[PlacedText]:
    """Every line of the introduction, the sections and the closing, in printed order."""
    yield from _lines(INTRODUCTION, "引言", report.introduction)
    for section in report.sections:
        yield from _lines(section.key or section.heading, section.heading, section.text)
    yield from _lines(CLOSING, "结语", report.closing)


def _lines(field: str, heading: str, text: str) -> Iterator[PlacedText]:
    for number, line in enumerate(text.splitlines(), 1):
        if stripped := line.strip():
            yield PlacedText(field, heading, number, stripped)
