"""What a format self-check (版式自检) says: one row a clause."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any, NamedTuple


class Wording(NamedTuple):
    """The same in Chinese and English."""

    zh: str
    en: str

    def in_language(self, lang: str) -> str:
        """One of them: ``"zh"`` or ``"en"``."""
        return self.zh if lang == "zh" else self.en


class Verdict(enum.StrEnum):
    """What a measurement comes to."""

    PASSES = "passes"
    FAILS = "fails"
    NOT_MEASURABLE = "not-measurable"
    NOT_APPLICABLE = "not-applicable"

    @property
    def wording(self) -> Wording:
        """The verdict in words."""
        return _WORDING[self]


_WORDING = {
    Verdict.PASSES: Wording("符合", "passes"),
    Verdict.FAILS: Wording("不符合", "fails"),
    Verdict.NOT_MEASURABLE: Wording("无法测量", "cannot be measured"),
    Verdict.NOT_APPLICABLE: Wording("不适用", "not applicable"),
}

DISCLAIMER = Wording(
    "本表为自检结果，不代表任何机关的认证",
    "This is a self-check; it stands for no certificate of any authority",
)


class Box(NamedTuple):
    """A place on a sheet that stands upright: millimetres from its left and upper edges."""

    left: float
    top: float
    right: float
    bottom: float

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One clause, measured.

    Attributes:
        id: stable name of what is measured, ``"mark-top"``.
        clause: of GB/T 9704-2012.
        name: what is measured, in words.
        expected, measured: what the clause asks for, and what the file shows.
        verdict: see :class:`Verdict`.
        page: counted from 1; None where it is about all pages or none.
        box: where on that page; None where there is no one place.
    """

    id: str
    clause: str
    name: Wording
    expected: Wording
    measured: Wording
    verdict: Verdict
    page: int | None = None
    box: Box | None = None

    def as_data(self) -> dict[str, Any]:
        """The row as plain data for JSON; a box is left, top, right, bottom in mm."""
        return {
            "id": self.id,
            "clause": self.clause,
            "name": self.name._asdict(),
            "expected": self.expected._asdict(),
            "measured": self.measured._asdict(),
            "verdict": self.verdict.value,
            "page": self.page,
            "box": None if self.box is None else [round(edge, 2) for edge in self.box],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheck:
    """版式自检表: the rows of one file, in the order of the standard.

    Attributes:
        file_format: ``"pdf"`` or ``"docx"``.
        profile: the format that it was measured against.
        is_recognised: whether the page told the format, not the caller.
        pages: how many the file has; None for a DOCX, which has none until it is laid out.
        measured_pages: how many of them were measured.
        rows: one a clause.
    """

    file_format: str
    profile: str
    is_recognised: bool
    pages: int | None
    measured_pages: int | None
    rows: tuple[Row, ...]

    @property
    def fails(self) -> tuple[Row, ...]:
        """The rows that fail."""
        return tuple(row for row in self.rows if row.verdict is Verdict.FAILS)

    @property
    def passes(self) -> bool:
        """Whether no row fails; what could not be measured is no failure."""
        return not self.fails

    def row(self, id: str) -> Row:
        """The row of an id.

        Raises:
            KeyError: there is none.
        """
        for row in self.rows:
            if row.id == id:
                return row
        raise KeyError(id)

    def as_data(self) -> dict[str, Any]:
        """The table as plain data for JSON."""
        return {
            "format": self.file_format,
            "profile": self.profile,
            "recognised": self.is_recognised,
            "pages": self.pages,
            "measured_pages": self.measured_pages,
            "passes": self.passes,
            "rows": [row.as_data() for row in self.rows],
            "disclaimer": DISCLAIMER._asdict(),
        }
