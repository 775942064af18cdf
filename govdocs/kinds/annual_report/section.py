"""Sections of a report, and rows that somebody added to its tables."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class ReportSection(BaseModel):
    """A level-1 section (章节) and its text.

    Attributes:
        key: key of the format's section; empty for one that the format does not have.
        heading: as printed, without the number.
        text: its text as typed: the numbering is the markup, {{ … }} may name figures.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str = ""
    heading: str
    text: str = ""


class ExtraRow(BaseModel):
    """A row that the form does not have, kept as written.

    Attributes:
        table: id or key of the table.
        after: key or id of the row that it follows; empty for the top.
        label: its label.
        values: its cells, left to right.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    table: str
    after: str = ""
    label: str
    values: tuple[str, ...] = ()
