"""Measure the sheets of a PDF against a profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from govdocs.certify.judging import Outcome
from govdocs.certify.pdf.anatomy import Anatomy, anatomy
from govdocs.certify.pdf.checks.closing import check_closing
from govdocs.certify.pdf.checks.header import check_header
from govdocs.certify.pdf.checks.imprint import check_imprint
from govdocs.certify.pdf.checks.main_part import check_main_part
from govdocs.certify.pdf.checks.page import check_page, check_sheet_size
from govdocs.certify.pdf.checks.page_numbers import check_page_numbers
from govdocs.certify.pdf.opening import opened
from govdocs.certify.pdf.reading import read_sheets
from govdocs.certify.pdf.sheet import Sheet
from govdocs.standards.profile import Profile

_Check: TypeAlias = Callable[[Anatomy], Iterator[Outcome]]

_CHECKS: tuple[_Check, ...] = (
    check_page,
    check_header,
    check_main_part,
    check_closing,
    check_imprint,
    check_page_numbers,
)
_LEAST_GLYPHS = 20


class Measured(NamedTuple):
    """What was measured of a PDF.

    Attributes:
        profile: what it was measured against.
        outcomes: one a clause that could be looked at.
        is_scan: whether its pages have no text that can be read.
        pages, measured: how many it has, and how many were read.
    """

    profile: Profile
    outcomes: tuple[Outcome, ...]
    is_scan: bool
    pages: int
    measured: int


def measure_pdf(data: bytes, profile: str | None, at: str | None) -> Measured:
    """Measure a PDF.

    Raises:
        InputError: it is encrypted, damaged, or has no page.
        UsageError: pypdfium2 is not installed.
    """
    with opened(data, at) as document:
        count = len(document)
        sheets = read_sheets(document)
    found = anatomy(sheets, profile, count)
    if _is_scan(sheets):
        return Measured(found.profile, (check_sheet_size(found),), True, count, len(sheets))
    outcomes = tuple(outcome for check in _CHECKS for outcome in check(found))
    return Measured(found.profile, outcomes, False, count, len(sheets))


def _is_scan(sheets: Sequence[Sheet]) -> bool:
    """Whether there is too little text to judge by, or most of it says no characters."""
    readable = sum(len(line.glyphs) for sheet in sheets for line in sheet.lines)
    readable += sum(len(sheet.turned) for sheet in sheets)
    unreadable = sum(sheet.unreadable for sheet in sheets)
    return readable < _LEAST_GLYPHS or unreadable > readable
