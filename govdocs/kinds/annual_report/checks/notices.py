"""Laws and notices that a report cites: those of its year, with their full titles and numbers.

A notice is judged by the year reported on, never by today's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.checks.subject import Subject, TextLine, finding

_OPEN, _CLOSE = r"[〔\[【﹝（(［]", r"[〕\]】﹞）)］]"
_OFFICE = "国务院办公厅政府信息与政务公开办公室"


class Notice(NamedTuple):
    """A law or notice that reports are drawn up under.

    Attributes:
        name: how it is cited.
        years: first and last report year that it applies to.
        cited: pattern of a citation by its number, or by a title that no other paper has.
        title: full title without the outer 《》; empty where only the number is checked.
    """

    name: str
    years: tuple[int, int]
    cited: re.Pattern[str]
    title: str = ""


def _number(year: int, number: int) -> str:
    return rf"国办公开办函\s*{_OPEN}?\s*{year}\s*{_CLOSE}?\s*第?\s*0?{number}\s*号"


def _decree(number: int) -> str:
    return (
        rf"(?:国务院|中华人民共和国国务院)?令\s*{_OPEN}?\s*第?\s*{number}\s*号|第\s*{number}\s*号令"
    )


REGULATIONS_2007 = Notice("国务院令第492号", (2007, 2018), re.compile(_decree(492)))
REGULATIONS_2019 = Notice("国务院令第711号", (2019, 9999), re.compile(_decree(711)))
NOTICE_2019 = Notice(
    "国办公开办函〔2019〕60号",
    (2019, 2020),
    re.compile(rf"{_number(2019, 60)}|{_OFFICE}关于政府信息公开工作年度报告有关事项的通知"),
    f"{_OFFICE}关于政府信息公开工作年度报告有关事项的通知",
)
NOTICE_2021 = Notice(
    "国办公开办函〔2021〕30号",
    (2021, 9999),
    re.compile(
        rf"{_number(2021, 30)}|{_OFFICE}关于印发.?中华人民共和国政府信息公开工作年度报告格式"
    ),
    f"{_OFFICE}关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知",
)
_PAIRS = ((REGULATIONS_2007, REGULATIONS_2019), (NOTICE_2019, NOTICE_2021))
_NOTICES = tuple(notice for pair in _PAIRS for notice in pair)

_HISTORY = re.compile(r"原|旧|修订前|修改前|废止|失效|替代|代替|不再")
_QUOTED = re.compile(r"《((?:[^《》]|《[^《》]*》)*)》")
_BRACKETS = str.maketrans("《》<>‹›＜＞", "〈〉〈〉〈〉〈〉")
_LEAD = re.compile(r"^.*(?:根据|按照|依据|依照|落实|执行|转发|以及|[和与及按由])")
_FORM_NUMBER = re.compile(
    rf"([\u4e00-\u9fff]{{1,8}}[办发函字政电文令秘])\s*({_OPEN}?)\s*((?:19|20)\d\d)\s*({_CLOSE}?)"
    r"\s*(第?)\s*(\d{1,4})\s*号"
)


def check_notices(subject: Subject) -> Iterator[Finding]:
    """Notices of other years, notices under a wrong title, document numbers in a wrong form."""
    for line in subject.lines:
        if "号" in line.text or "《" in line.text:
            if subject.year is not None:
                yield from _superseded(line, subject.year)
            yield from _titles(line)
            yield from _numbers(line)


def _superseded(line: TextLine, year: int) -> Iterator[Finding]:
    for pair in _PAIRS:
        for notice in pair:
            match = notice.cited.search(line.text)
            if match is None or notice.years[0] <= year <= notice.years[1]:
                continue
            around = line.text[max(0, match.start() - 12) : match.end() + 12]
            if _HISTORY.search(around):
                continue
            right = next((n for n in pair if n.years[0] <= year <= n.years[1]), None)
            yield _superseding(line, match, notice, right, year)


def _superseding(
    line: TextLine, match: re.Match[str], notice: Notice, right: Notice | None, year: int
) -> Finding:
    is_late = year > notice.years[1]
    zh = "已不适用" if is_late else "当时尚未施行"
    en = "no longer applies to" if is_late else "did not yet apply to"
    instead_zh = f"，应为 {right.name}" if right else "，请删去"
    instead_en = f"; cite {right.name}" if right else "; leave it out"
    return finding(
        "superseded-notice",
        Severity.ERROR,
        line,
        f"“{match[0]}”：{notice.name} {zh}于 {year} 年度报告{instead_zh}",
        f"“{match[0]}”: {notice.name} {en} reports on {year}{instead_en}",
        at=match.start(),
        expected=right.name if right else None,
        found=match[0],
    )


def _titles(line: TextLine) -> Iterator[Finding]:
    """Titles that stand before the number of a notice that we know, or begin as its title does."""
    for quoted in _QUOTED.finditer(line.text):
        notice = _meant(quoted[1], line.text[quoted.end() : quoted.end() + 24])
        if notice is None or quoted[1] == notice.title:
            continue
        only_brackets = quoted[1].translate(_BRACKETS) == notice.title
        yield finding(
            "notice-title",
            Severity.INFO if only_brackets else Severity.WARNING,
            line,
            f"“《{quoted[1]}》”：{notice.name} 的标题应为“《{notice.title}》”"
            f"{'（书名号内用〈〉）' if only_brackets else ''}",
            f"“《{quoted[1]}》”: the title of {notice.name} is “《{notice.title}》”",
            at=quoted.start(),
            expected=f"《{notice.title}》",
            found=quoted[0],
        )


def _meant(title: str, after: str) -> Notice | None:
    for notice in _NOTICES:
        if not notice.title:
            continue
        number = notice.cited.match(after.lstrip("（( "))
        if number or (title.startswith(_OFFICE) and notice.cited.search(title)):
            return notice
    return None


def _numbers(line: TextLine) -> Iterator[Finding]:
    """Document numbers that are not of the form 国办发〔2021〕30号."""
    for match in _FORM_NUMBER.finditer(line.text):
        organ, open_mark, year, close_mark, ordinal, number = match.groups()
        if not open_mark and not close_mark and not organ.endswith("函"):
            continue
        organ = _LEAD.sub("", organ)
        written = match[0][match[0].index(organ) :]
        right = f"{organ}〔{year}〕{int(number)}号"
        if (open_mark, close_mark, ordinal) == ("〔", "〕", "") and not number.startswith("0"):
            continue
        yield finding(
            "document-number-form",
            Severity.WARNING,
            line,
            f"“{written}”：发文字号应写作“{right}”（年份用六角括号〔〕，序号不编虚位，不加“第”字）",
            f"“{written}”: write the document number as “{right}”",
            at=match.end() - len(written),
            expected=right,
            found=written,
        )
