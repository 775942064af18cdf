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
    """

    id: str
    severity: Severity
    line: int | None = None
    column: int | None = None
    zh: str
    en: str

    def message(self, lang: str) -> str:
        """The message in one language: ``"zh"`` or ``"en"``."""
        return self.zh if lang == "zh" else self.en

    def as_data(self) -> dict[str, str | int | None]:
        """The finding as plain data for JSON: id, severity, line, column, zh, en."""
        return {
            "id": self.id,
            "severity": self.severity.value,
            "line": self.line,
            "column": self.column,
            "zh": self.zh,
            "en": self.en,
        }
