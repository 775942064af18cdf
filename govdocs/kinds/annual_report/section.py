"""Sections of a report, and rows that somebody added to its tables."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from govdocs.kinds.annual_report.facts import Facts, named


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


class ExtraRow(Facts):
    """附加行: a row that the form does not have, kept as written."""

    model_config = ConfigDict(str_strip_whitespace=False)

    table: str = named("表")
    """表的名称。Id or key of the table."""
    after: str = named("位于", "")
    """在哪一行之后；不填则在最前。Key or id of the row that it follows; empty for the top."""
    label: str = named("名称")
    """行的名称。Its label."""
    values: tuple[str, ...] = named("数值", ())
    """各格的内容，从左到右。Its cells, left to right."""
