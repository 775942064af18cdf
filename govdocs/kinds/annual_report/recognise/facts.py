"""What a page says of its report: agency, year, title, period, contact, 信息处理费."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from govdocs.errors import InputError
from govdocs.findings import Finding, Severity
from govdocs.inputs.reading import Reading
from govdocs.inputs.text.characters import HAN
from govdocs.kinds.annual_report.facts import LONGEST_NAME
from govdocs.kinds.annual_report.report import LONGEST_TITLE, Contact, Period

UNNAMED = "本机关"
"""Stands for an agency that a page does not name."""

_BEFORE_YEAR = re.compile(
    rf"([{HAN}]{{1,39}}?[省市县区旗州盟乡镇村道府局委会厅部办室院校心团])"
    r"(?:20\d\d\s*年|关于|政府信息公开|政务公开)"
)
_REPORT = re.compile(r"(20\d\d)年度?[^。；，,;《》]{0,24}?报告")
_END = "[^，。；、,;）)（(\n]"
_CONTACTS = {
    "department": re.compile(rf"(?:请与|请向|请咨询)([{HAN}]{{2,30}}?)(?:联系|咨询|[（(，,])"),
    "address": re.compile(rf"(?:联系|办公|通信|通讯)?地址(?:[：:为是]\s*)({_END}{{2,60}})"),
    "postcode": re.compile(r"(?:邮编|邮政编码)(?:[：:为是]\s*)?(\d{6})(?!\d)"),
    "telephone": re.compile(
        r"(?:联系|咨询|办公)?电话(?:号码)?(?:[：:为是]\s*)?([（(]?\d[\d（）()—－-]{5,24}\d)"
    ),
    "fax": re.compile(r"传真(?:号码)?(?:[：:为是]\s*)?([（(]?\d[\d（）()—－-]{5,24}\d)"),
    "email": re.compile(r"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.ASCII),
}
_WEBSITE = re.compile(r"((?:https?://|www\.)[\w./:%?=&~#-]*[\w/])", re.ASCII)
_PERIOD = re.compile(
    r"(?:期限|期间|时间|时段)[^。；\d]{0,12}(\d{4})年(\d{1,2})月(\d{1,2})日[^。；\d]{0,6}?"
    r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日"
)
_NO_FEE = re.compile(r"(?:未|没有|无)(?:发生|产生|收取|收到)?[^。；，\d]{0,12}?信息处理费")
_FEE = re.compile(
    r"(?<!未)收取[^。；，\d]{0,12}?信息处理费[^。；，\d]{0,8}?(\d{1,9}(?:\.\d{1,2})?)元"
)


class Naming(NamedTuple):
    """Agency, year and title, and the findings about what had to be derived."""

    agency: str
    year: int | None
    title: str
    findings: tuple[Finding, ...]


def naming_of(
    reading: Reading, opening: str, agency: str | None = None, year: int | None = None
) -> Naming:
    """What the report is called; what the caller gives wins.

    Args:
        reading: the page.
        opening: its text before the first heading.
        agency, year: what the caller knows.

    Raises:
        InputError: the agency's name or the title is longer than any is.
    """
    document = reading.document
    findings: list[Finding] = []
    year = year or document.year or _year_of(opening, findings)
    agency = agency or document.issuer or _agency_of(reading, findings)
    title = document.main_part.title or _title_of(agency, opening, findings)
    _bounded(agency, LONGEST_NAME, "机关名称", "the agency's name")
    _bounded(title, LONGEST_TITLE, "标题", "the title")
    return Naming(agency, year, title, tuple(findings))


def _bounded(text: str, most: int, zh: str, en: str) -> None:
    if len(text) > most:
        raise InputError(
            f"{zh}有 {len(text)} 个字符，至多 {most} 个：“{text[:20]}…”；请核对原文或文首的设置",
            f"{en} has {len(text)} characters, at most {most}: “{text[:20]}…”; check the source "
            "or its front matter",
        )


def _year_of(opening: str, findings: list[Finding]) -> int | None:
    report = _REPORT.search(opening)
    if report:
        findings.append(
            _info(
                "year-derived",
                f"标题没有写明年度，按引言“{report[0]}”读作 {report[1]} 年",
                f"the title names no year; “{report[0]}” in the introduction says {report[1]}",
            )
        )
        return int(report[1])
    findings.append(
        Finding(
            id="year-missing",
            severity=Severity.ERROR,
            zh="没有找到报告年度，无法读作年度报告；请在标题中写明年度，或由调用者给出",
            en="no report year was found: name it in the title, or give it",
        )
    )
    return None


def _agency_of(reading: Reading, findings: list[Finding]) -> str:
    title = reading.document.main_part.title
    foreign = {f.line for f in reading.findings if f.id in ("foreign-name", "doubtful-name")}
    match = _BEFORE_YEAR.match(title)
    if match and reading.title_line not in foreign:
        findings.append(
            _info(
                "agency-derived",
                f"没有写明机关全称，按标题读作“{match[1]}”；请核对",
                f"the agency's full name is not given; the title says “{match[1]}”: check it",
                line=reading.title_line,
            )
        )
        return match[1]
    findings.append(
        Finding(
            id="agency-missing",
            severity=Severity.WARNING,
            zh=f"没有找到机关名称，以“{UNNAMED}”代替；请填写机关全称",
            en=f"no agency is named; {UNNAMED} stands for it: give its full name",
            line=reading.title_line,
        )
    )
    return UNNAMED


def _title_of(agency: str, opening: str, findings: list[Finding]) -> str:
    """The title that the introduction implies; empty for the format's own."""
    report = _REPORT.search(opening)
    title = "" if report is None or agency == UNNAMED else agency + report[0]
    shown_zh = f"按引言拟为“{title}”" if title else "按格式拟定"
    shown_en = f"“{title}” was derived from the introduction" if title else "the format's is used"
    findings.append(
        _info(
            "title-derived",
            f"原文没有标题，{shown_zh}；请核对",
            f"the text has no title; {shown_en}: check it",
        )
    )
    return title


def _info(id: str, zh: str, en: str, line: int | None = None) -> Finding:
    return Finding(id=id, severity=Severity.INFO, zh=zh, en=en, line=line)


def contact_of(opening: str) -> Contact:
    """联系方式, as far as the introduction marks them (地址：…，邮编：…)."""
    found = {name: pattern.search(opening) for name, pattern in _CONTACTS.items()}
    texts = {name: match[1].strip() for name, match in found.items() if match}
    return Contact(**{name: text for name, text in texts.items() if len(text) <= LONGEST_NAME})


def website_of(opening: str) -> str:
    """The first address of a website in the introduction; empty for none, or one past all use."""
    match = _WEBSITE.search(opening)
    return match[1] if match and len(match[1]) <= LONGEST_NAME else ""


def period_of(opening: str) -> Period | None:
    """统计期限 that the introduction states, or None."""
    match = _PERIOD.search(opening)
    if not match:
        return None
    first, month, day, last, to_month, to_day = match.groups()
    try:
        start = datetime.date(int(first), int(month), int(day))
        return Period(
            start=start, end=datetime.date(int(last or first), int(to_month), int(to_day))
        )
    except ValueError:
        return None


def whole_year(year: int) -> Period:
    """1 January to 31 December."""
    return Period(start=datetime.date(year, 1, 1), end=datetime.date(year, 12, 31))


def processing_fee_of(texts: Sequence[str]) -> Decimal | None:
    """信息处理费 that the text states, 元: an amount, 0, or None where it says nothing of it."""
    for text in texts:
        if match := _FEE.search(text):
            return Decimal(match[1])
        if _NO_FEE.search(text):
            return Decimal(0)
    return None
