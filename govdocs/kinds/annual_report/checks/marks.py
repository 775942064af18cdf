"""Marks that stand twice: 。。 and ，， and 。，."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.checks.subject import Part, Subject, finding

_DOUBLED = re.compile(r"[。，、；：](?:[ \u3000]*[。，、；：,;])+|[,;](?:[ \u3000]*[。，、；：])+")
_PROSE = (Part.INTRODUCTION, Part.SECTION, Part.OTHER)
_AROUND = 6


def check_marks(subject: Subject) -> Iterator[Finding]:
    """A warning for each place where marks follow each other that cannot."""
    for line in subject.lines:
        if line.part not in _PROSE:
            continue
        for match in _DOUBLED.finditer(line.text):
            shown = line.text[max(0, match.start() - _AROUND) : match.end() + _AROUND].strip()
            yield finding(
                "doubled-mark",
                Severity.WARNING,
                line,
                f"“{shown}”：标点“{match[0]}”重复，请只留一个",
                f"“{shown}”: the marks “{match[0]}” stand together; keep one of them",
                at=match.start(),
                found=match[0],
            )
