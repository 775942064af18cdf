"""What became of each unit of a roster when a folder's reports were collected."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.county.roster import Noted, Roster, Unit
from govdocs.kinds.annual_report.reading import ReportReading
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.forms import ReportFormat


class Status(enum.StrEnum):
    """How a unit's report stands; the gravest comes first."""

    MISSING = "missing"
    DUPLICATE_FILES = "duplicate-files"
    UNREADABLE = "unreadable"
    OTHER_YEAR = "other-year"
    OTHER_FORMAT = "other-format"
    OTHER_AGENCY = "other-agency"
    COUNTED_TWICE = "counted-twice"
    ERRORS = "errors"
    INCOMPLETE = "incomplete"
    ALL_ZERO = "all-zero"
    TEXT_ERRORS = "text-errors"
    OK = "ok"

    @property
    def fails(self) -> bool:
        """Whether somebody must decide what becomes of the unit."""
        return self not in (Status.OK, Status.ALL_ZERO, Status.TEXT_ERRORS)

    @property
    def may_be_forced(self) -> bool:
        """Whether there are figures of this year and format that could be counted."""
        return not self.fails or self in (
            Status.OTHER_AGENCY, Status.COUNTED_TWICE, Status.ERRORS, Status.INCOMPLETE,
        )  # fmt: skip

    @property
    def zh(self) -> str:
        """The status in Chinese."""
        return _IN_CHINESE[self]

    @property
    def en(self) -> str:
        """The status in English."""
        return self.value.replace("-", " ")


_IN_CHINESE = {
    Status.OK: "正常",
    Status.MISSING: "缺报",
    Status.DUPLICATE_FILES: "一单位多份",
    Status.UNREADABLE: "读不了",
    Status.OTHER_YEAR: "年度不符",
    Status.OTHER_FORMAT: "格式不符",
    Status.OTHER_AGENCY: "机关不符",
    Status.COUNTED_TWICE: "重复计算",
    Status.ERRORS: "数据有错",
    Status.INCOMPLETE: "缺数",
    Status.ALL_ZERO: "全零",
    Status.TEXT_ERRORS: "文字有错",
}


class Reason(NamedTuple):
    """Why a unit has a status, in both languages."""

    status: Status
    zh: str
    en: str

    def words(self, lang: str) -> str:
        """The reason in one language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitResult:
    """What became of a unit.

    Attributes:
        unit: its row of the roster.
        file: the file that was read; None where there is none, or several.
        reading: what was read; None where nothing could be.
        findings: of reading and of checking, with their places in the file.
        reasons: the gravest first; none for a report that is in order.
    """

    unit: Unit
    file: Path | None = None
    reading: ReportReading | None = None
    findings: tuple[Finding, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def status(self) -> Status:
        """The gravest of its reasons."""
        return self.reasons[0].status if self.reasons else Status.OK

    @property
    def may_be_forced(self) -> bool:
        """Whether every reason allows it."""
        return self.reading is not None and all(r.status.may_be_forced for r in self.reasons)

    @property
    def report(self) -> AnnualReport | None:
        """The report, if one was read."""
        return self.reading.report if self.reading else None

    def has(self, status: Status) -> bool:
        """Whether a status is among its reasons."""
        return any(reason.status is status for reason in self.reasons)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Its findings of severity error."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)


class UnknownFile(NamedTuple):
    """A file of the folder that no unit claims, and what it is as far as that can be told."""

    file: Path
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A folder's reports, put beside the roster.

    Attributes:
        roster: whose reports were looked for.
        year, form: of the reports that can be summed.
        results: one for each unit, in the roster's order.
        unknown: files that no unit claims.
        notes: what is said of the folder as a whole, and of the roster.
    """

    roster: Roster
    year: int
    form: ReportFormat
    results: tuple[UnitResult, ...]
    unknown: tuple[UnknownFile, ...]
    notes: tuple[Noted, ...]

    def with_status(self, status: Status) -> tuple[UnitResult, ...]:
        """The units that have a status, be it not their gravest."""
        return tuple(result for result in self.results if result.has(status))

    @property
    def failing(self) -> tuple[UnitResult, ...]:
        """Units for which somebody must decide."""
        return tuple(result for result in self.results if result.status.fails)


def gravest_first(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Reasons in the order of their statuses."""
    order = list(Status)
    return tuple(sorted(reasons, key=lambda reason: order.index(reason.status)))
