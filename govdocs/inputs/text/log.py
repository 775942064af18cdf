"""The findings of one reading, collected."""

from __future__ import annotations

from collections import Counter

from govdocs.findings import Finding, Severity

MOST_OF_ONE_KIND = 50_000
"""Findings kept of one id; a hostile text of ten million commas must not fill the memory."""


class FindingLog:
    """Collects findings; past :data:`MOST_OF_ONE_KIND` of one id they are only counted."""

    __slots__ = ("_counts", "_findings")

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def info(
        self, id: str, zh: str, en: str, *, line: int | None = None, column: int | None = None
    ) -> None:
        """A change that was made."""
        self._add(Severity.INFO, id, zh, en, line, column)

    def warning(
        self,
        id: str,
        zh: str,
        en: str,
        *,
        line: int | None = None,
        column: int | None = None,
        expected: str | None = None,
        found: str | None = None,
    ) -> None:
        """Something to look at."""
        self._add(Severity.WARNING, id, zh, en, line, column, expected, found)

    def error(
        self, id: str, zh: str, en: str, *, line: int | None = None, column: int | None = None
    ) -> None:
        """Something that must be mended."""
        self._add(Severity.ERROR, id, zh, en, line, column)

    def _add(
        self,
        severity: Severity,
        id: str,
        zh: str,
        en: str,
        line: int | None,
        column: int | None,
        expected: str | None = None,
        found: str | None = None,
    ) -> None:
        self._counts[id] += 1
        if self._counts[id] <= MOST_OF_ONE_KIND:
            self._findings.append(
                Finding(
                    id=id,
                    severity=severity,
                    line=line,
                    column=column,
                    zh=zh,
                    en=en,
                    expected=expected,
                    found=found,
                )
            )

    def is_full(self, id: str) -> bool:
        """Whether further findings of an id would only be counted."""
        return self._counts[id] >= MOST_OF_ONE_KIND

    def count(self, id: str, places: int) -> None:
        """Count places of an id that is full, without making their findings."""
        self._counts[id] += places

    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order of the source; those without a line come last."""
        left_off = [
            _left_off(id, count - MOST_OF_ONE_KIND)
            for id, count in self._counts.items()
            if count > MOST_OF_ONE_KIND
        ]
        return (*sorted(self._findings, key=_place), *left_off)


def _place(finding: Finding) -> tuple[bool, int, int]:
    return (finding.line is None, finding.line or 0, finding.column or 0)


def _left_off(id: str, count: int) -> Finding:
    return Finding(
        id="more-findings",
        severity=Severity.INFO,
        zh=f"另有 {count} 处 {id} 未逐一列出",
        en=f"{count} more of {id} are not listed",
    )
