"""Findings of several checks on one and the same thing: the one that says more is kept."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from govdocs.findings import Finding, Severity

_QUOTED = re.compile("“(.+?)…?”", re.DOTALL)
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def without_repeats(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in their order, each thing told once.

    Angle brackets in the title of a known notice are told with the right title, as gravely as
    the brackets were; the name of a hacked page is an error of its own and no other agency's
    name; of two hints on what is in force (现行有效) the later one knows last year's figure.
    """
    given = tuple(dict.fromkeys(findings))
    raised = [_as_grave_as_brackets(finding, given) for finding in given]
    return tuple(finding for finding in raised if not _is_told(finding, raised))


def without_echoes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings without those of an introduction that the template made of the report's fields.

    A wrong period or notice is told of its field; the sentence made from it says it once more.
    """
    given = tuple(findings)
    told = {(each.id, each.found) for each in given if not _is_in_introduction(each)}
    has_period = any(each.place == _PERIOD for each in given if each.id in _OF_PERIOD)
    return tuple(
        each
        for each in given
        if not _is_in_introduction(each)
        or not ((each.id, each.found) in told or (has_period and _is_of_period(each)))
    )


_PERIOD = "统计期限"
_OF_PERIOD = ("period-not-whole-year", "year-conflict")


def _is_in_introduction(finding: Finding) -> bool:
    return (finding.place or "").startswith("引言")


def _is_of_period(finding: Finding) -> bool:
    return finding.id in _OF_PERIOD and "日" in (finding.found or "")


def _as_grave_as_brackets(finding: Finding, given: Sequence[Finding]) -> Finding:
    if finding.id != "notice-title":
        return finding
    told = [each.severity for each in given if _brackets_of(each, finding)]
    gravest = max((finding.severity, *told), key=_RANK.__getitem__)
    return dataclasses.replace(finding, severity=gravest)


def _is_told(finding: Finding, given: Sequence[Finding]) -> bool:
    """Whether another finding says as much and more."""
    match finding.id:
        case "angle-brackets":
            return any(_brackets_of(finding, each) for each in given)
        case "other-organ":
            return any(_is_hacked(finding, each) for each in given)
        case "in-force":
            same = [e for e in given if e.id == finding.id and e.cells == finding.cells]
            return same[-1] is not finding
    return False


def _brackets_of(brackets: Finding, title: Finding) -> bool:
    """Whether angle brackets stand in a notice's title that another finding tells."""
    if (brackets.id, title.id) != ("angle-brackets", "notice-title"):
        return False
    quoted = _QUOTED.match(brackets.zh)
    is_same_line = brackets.line is not None and brackets.line == title.line
    return is_same_line and quoted is not None and quoted[1] in (title.found or "")


def _is_hacked(organ: Finding, foreign: Finding) -> bool:
    """Whether the other agency in a line is the name that hackers put there."""
    if foreign.id != "foreign-name" or foreign.line != organ.line or organ.line is None:
        return False
    return bool(organ.found) and f"“{organ.found}”" in foreign.zh
