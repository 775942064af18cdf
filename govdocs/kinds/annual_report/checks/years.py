"""Years that contradict the report's year: in the title, the period, the opening.

二〇二四年 is a year as 2024年 is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.checks.chinese_dates import in_digits
from govdocs.kinds.annual_report.checks.subject import Part, Subject, TextLine, finding
from govdocs.kinds.annual_report.report import AnnualReport

_YEAR = r"((?:19|20)\d\d)"
_TITLE_YEAR = re.compile(rf"{_YEAR}\s*年")
_RANGE = re.compile(
    rf"(?:[自从由]\s?)?{_YEAR}\s*年\s*(\d{{1,2}})\s*月\s*(\d{{1,2}})\s*日\s*(?:起|开始)?\s*"
    rf"(?:至|到|—+|-|~|～)\s*(?:{_YEAR}\s*年)?\s*(\d{{1,2}})\s*月\s*(\d{{1,2}})\s*日"
)
_PERIOD_WORDS = re.compile(
    r"统计期限|统计时间|统计周期|统计时段|期限|数据[^。；]{0,12}统计|所列数据"
)
_UNTIL = re.compile(rf"截[至止]\s*{_YEAR}\s*年\s*(?:12\s*月\s*31\s*日|底|末|年底)")
_COMPARED = ("比", "较", "与", "同")
_REPORT = re.compile(
    rf"{_YEAR}\s*年(?:度)?[^。，；《》]{{0,20}}?(?:政府|政务)?信息公开[^。，；《》]{{0,12}}?报告"
)
_QUOTED = re.compile(r"《[^》]*》?|〈[^〉]*〉?")
_BARE_HEADING = re.compile(r"[（(]?[一二三四五六七八九十\d]+[）)、.．][^。]{0,20}。?$")
_OPENING_YEAR = re.compile(rf"[^。，,]{{0,12}}?{_YEAR}\s*年")
_DONE_IN = re.compile(
    rf"在{_YEAR}\s*年(?:度|里|中)?(?=认真|深入|严格|全面|积极|坚持|持续|不断|紧紧|切实|始终)"
)


def check_years(subject: Subject) -> Iterator[Finding]:
    """Errors where title, period or opening are of another year; other phrases are warnings.

    Plans for the next year and comparisons with the last are normal: only the title, phrases of
    a period (自…起至…止, 截至…12月31日) and the opening are looked at.
    """
    if subject.year is None:
        return
    opening = _opening(subject)
    for line in subject.lines:
        if line.part is Part.TITLE:
            yield from _title(line, subject.year)
        elif line.part in (Part.INTRODUCTION, Part.SECTION):
            yield from _periods(line, subject.year)
            yield from _untils(line, subject.year)
            if line.part is Part.INTRODUCTION:
                yield from _self_reference(line, subject.year)
            if line is opening:
                yield from _opening_year(line, subject.year)


def check_period(report: AnnualReport) -> Iterator[Finding]:
    """The period of the figures is the whole year."""
    start, end = report.period.start, report.period.end
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and (
        start.year == end.year == report.year
    ):
        return
    expected = f"{report.year}-01-01/{report.year}-12-31"
    yield Finding(
        id="period-not-whole-year",
        severity=Severity.ERROR if report.year not in (start.year, end.year) else Severity.WARNING,
        zh=f"统计期限 {start} 至 {end} 不是 {report.year} 年全年（1月1日至12月31日），请核实",
        en=f"the period {start} to {end} is not the whole of {report.year}",
        place="统计期限",
        expected=expected,
        found=f"{start}/{end}",
    )


def _opening(subject: Subject) -> TextLine | None:
    """The first line of prose of the first section."""
    first = (line for line in subject.lines if line.part is Part.SECTION)
    return next(
        (
            line
            for line in first
            if line.heading in subject.headings[:1]
            and line.text != line.heading
            and not _BARE_HEADING.match(line.text)
        ),
        None,
    )


def _title(line: TextLine, year: int) -> Iterator[Finding]:
    match = _TITLE_YEAR.search(in_digits(line.text))
    if match and int(match[1]) != year:
        yield _conflict(line, match, year, Severity.ERROR, "标题", "the title")


def _periods(line: TextLine, year: int) -> Iterator[Finding]:
    for match in _RANGE.finditer(in_digits(line.text)):
        shown = line.text[match.start() : match.end()]
        before = line.text[max(0, match.start() - 30) : match.start()]
        first, last = int(match[1]), int(match[4] or match[1])
        days = tuple(int(match[index]) for index in (2, 3, 5, 6))
        if not _PERIOD_WORDS.search(before) and days != (1, 1, 12, 31):
            continue
        if year not in (first, last) or (first != last and days == (1, 1, 12, 31)):
            severity = Severity.ERROR if _PERIOD_WORDS.search(before) else Severity.WARNING
            yield _conflict(line, match, year, severity, "统计期限", "the period")
        elif days != (1, 1, 12, 31):
            yield finding(
                "period-not-whole-year",
                Severity.WARNING,
                line,
                f"“{shown}”：统计期限应为 {year} 年全年（1月1日至12月31日），请核实",
                f"“{shown}”: the period should be the whole of {year}",
                at=match.start(),
                expected=f"{year}年1月1日至12月31日",
                found=shown,
            )


def _untils(line: TextLine, year: int) -> Iterator[Finding]:
    for match in _UNTIL.finditer(in_digits(line.text)):
        if int(match[1]) != year and line.text[match.start() - 1 : match.start()] not in _COMPARED:
            yield _conflict(line, match, year, Severity.WARNING, "截止日期", "the closing date")


def _self_reference(line: TextLine, year: int) -> Iterator[Finding]:
    """What the introduction calls this report; titles in 《》 are other papers."""
    text = _QUOTED.sub(lambda quoted: "《" * len(quoted[0]), in_digits(line.text))
    for match in _REPORT.finditer(text):
        if int(match[1]) != year:
            yield _conflict(line, match, year, Severity.ERROR, "引言", "the introduction")


def _opening_year(line: TextLine, year: int) -> Iterator[Finding]:
    text = in_digits(line.text)
    match = _OPENING_YEAR.match(text)
    if match is None or int(match[1]) == year:
        match = _DONE_IN.search(text)
    if match and int(match[1]) < year and not re.search(r"[自截比较与]", match[0]):
        yield _conflict(line, match, year, Severity.WARNING, "开头", "the opening")


def _conflict(
    line: TextLine, match: re.Match[str], year: int, severity: Severity, zh: str, en: str
) -> Finding:
    text = line.text[match.start() : match.end()]
    return finding(
        "year-conflict",
        severity,
        line,
        f"“{text}”：{zh}的年份与本报告年度 {year} 不一致，请核实",
        f"“{text}”: {en} is not of {year}, the year of this report",
        at=match.start(),
        expected=str(year),
        found=text,
    )
