"""What is worth saying about a filled-in workbook, with its place: ``申请表!D8``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partialmethod

from govdocs.findings import Finding, Severity


class Notes:
    """Collects findings while a workbook is read."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []

    def _add(
        self,
        id: str,
        place: str,
        zh: str,
        en: str,
        *,
        severity: Severity,
        cells: Sequence[object] = (),
        expected: str | None = None,
        found: object = None,
    ) -> None:
        self._findings.append(
            Finding(
                id=id,
                severity=severity,
                zh=f"{place}：{zh}" if place else zh,
                en=f"{place}: {en}" if place else en,
                place=place or None,
                cells=tuple(map(str, cells)),
                expected=expected,
                found=None if found is None else str(found),
            )
        )

    error = partialmethod(_add, severity=Severity.ERROR)
    """Something that must be mended."""
    warning = partialmethod(_add, severity=Severity.WARNING)
    """Something to look at."""
    info = partialmethod(_add, severity=Severity.INFO)
    """Something that was read otherwise than it was written."""

    def all(self) -> tuple[Finding, ...]:
        """The findings in the order they were made."""
        return tuple(self._findings)
