"""Findings: what breaks a rule or was changed. They are collected, never raised."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Severity(enum.StrEnum):
    """How grave a finding is; the order is that of the members."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing worth saying about an input or a document, in Chinese and English.

    Attributes:
        id: stable name of the rule, e.g. ``"mark-restored"``.
        severity: info (a change made), warning (look at it), error (must be mended).
        line: 1-based line of the source, or None where there is no source line.
        column: 1-based column (in characters) of that line, or None.
        zh: the message in Chinese.
        en: the message in English.
        place: where it is, in words, where a line does not tell: a table's cell and its label, or
            ``sheet!cell`` of a workbook.
        cells: the data cells concerned (``t2.新收.总计``).
        expected, found: what the rule asks for and what stands there.
    """

    id: str
    severity: Severity
    line: int | None = None
    column: int | None = None
    zh: str
    en: str
    place: str | None = None
    cells: tuple[str, ...] = ()
    expected: str | None = None
    found: str | None = None

    def message(self, lang: str) -> str:
        """The message in one language: ``"zh"`` or ``"en"``."""
        return self.zh if lang == "zh" else self.en

    def as_data(self) -> dict[str, str | int | list[str] | None]:
        """The finding as plain data for JSON: its fields; a place that is a line is its number."""
        line = None if self.line is None else str(self.line)
        return {
            "id": self.id,
            "severity": self.severity.value,
            "line": self.line,
            "column": self.column,
            "place": self.place or line,
            "cells": list(self.cells),
            "expected": self.expected,
            "found": self.found,
            "zh": self.zh,
            "en": self.en,
        }
