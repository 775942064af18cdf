"""The parts that the introduction counts (由…等六部分组成), and those that the report has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.formatting.ordinals import parse_chinese_numeral
from govdocs.kinds.annual_report.checks.subject import Part, Subject, TextLine, finding

_COUNT = re.compile(
    r"(?:(?:本|全|该)(?:年度?)?(?:报告|文|年报)|报告内容|主要内容|内容|年度报告)"
    r"[^。]{0,30}?(?:由|包括|包含|分为|分|共分?)(?P<list>[^。]{0,240}?)(?P<rest>等)?[，,]?"
    r"(?:共|共计|分为|分|这|以下|以上)?\s*"
    r"(?P<number>[一二两三四五六七八九十]{1,3}|\d{1,2})\s*个?大?(?:部[分份]|章|方面|项内容)"
)
_LONGEST = 4000
"""Characters of a line that are looked at."""

_SPLIT_CLOSE = re.compile(r"[;；]")
_SPLIT_WIDE = re.compile(r"[,，]")
_SPLIT_FINE = re.compile(r"、")
_JOINED = re.compile(r"(?:复议|诉讼|举报|申诉|投诉|收到|收费)$")
_JOINING = re.compile(
    r"^(?:(?:提起|发生)?(?:行政)?(?:复议|诉讼)|申诉|举报|投诉|减免|处理)|^[^、]{1,6}及减免"
)


def check_part_counts(subject: Subject) -> Iterator[Finding]:
    """A warning where the count, the list of parts and the report's sections disagree."""
    for line in subject.lines:
        if line.part is Part.INTRODUCTION:
            for match in _COUNT.finditer(line.text[:_LONGEST]):
                yield from _count(subject, line, match)


def _count(subject: Subject, line: TextLine, match: re.Match[str]) -> Iterator[Finding]:
    said = int(match["number"]) if match["number"].isdigit() else _numeral(match["number"])
    listed = len(_parts(match["list"]))
    sections = len(subject.headings)
    if not said:
        return
    text = f"{match['number']}{match[0].rpartition(match['number'])[2]}"
    if sections and said != sections:
        yield finding(
            "part-count",
            Severity.WARNING,
            line,
            f"引言称报告有“{text}”，实际有 {sections} 个部分，请改为一致",
            f"the introduction says “{text}”, the report has {sections} parts",
            at=match.start(),
            expected=str(sections),
            found=str(said),
        )
    elif listed > 1 and (listed > said or (listed < said and not match["rest"])):
        yield finding(
            "part-count",
            Severity.WARNING,
            line,
            f"引言列出 {listed} 个部分，却称“{text}”，请改为一致",
            f"the introduction lists {listed} parts and says “{text}”",
            at=match.start(),
            expected=str(listed),
            found=str(said),
        )


def _numeral(text: str) -> int | None:
    return 2 if text == "两" else parse_chinese_numeral(text)


def _parts(text: str) -> list[str]:
    """The parts of a list; 、 may stand inside a part's own name."""
    for mark in (_SPLIT_CLOSE, _SPLIT_WIDE):
        found = [part for part in mark.split(text) if part.strip()]
        if len(found) > 2:
            return found
    parts: list[str] = []
    for part in filter(None, _SPLIT_FINE.split(text)):
        if parts and _JOINED.search(parts[-1]) and _JOINING.match(part):
            parts[-1] += part
        else:
            parts.append(part)
    return parts
