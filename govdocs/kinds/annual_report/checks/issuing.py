"""Form, signature, date of issue and 信息处理费."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.errors import UsageError
from govdocs.findings import Finding, Severity
from govdocs.formatting.dates import date_text
from govdocs.kinds.annual_report.agency import AgencyKind
from govdocs.kinds.annual_report.checks.organ_names import is_same_organ
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.texts import PlacedText, texts
from govdocs.kinds.annual_report.values import value_text
from govdocs.standards.annual_report.loader import format_of_year

_FEE = re.compile(r"信息处理费")
_FEE_NONE = re.compile(
    r"(?:未|没有|无|不曾)(?:收取|产生|发生|征收|收)?[^。；，0-9]{0,12}信息处理费|信息处理费[^。；，0-9]{0,10}(?:未|没有|无|为零)"
)
_FEE_AMOUNT = re.compile(
    r"信息处理费[^。；0-9]{0,14}?(\d[\d,]*(?:\.\d+)?)\s*(万)?元|"
    r"收取(?:的)?(\d[\d,]*(?:\.\d+)?)\s*(万)?元[^。；]{0,6}信息处理费"
)
_LAST_DAY = (3, 31)
"""By which every report is published: 条例 (2007) art. 31, 条例 (2019) art. 49."""


def check_format(report: AnnualReport) -> Iterator[Finding]:
    """A year whose form is another's; a form that was not compared with its source."""
    form = report.format
    spans = [span for span in (form.years, form.variant_years) if span]
    if spans and not any(first <= report.year <= last for first, last in spans):
        right = _right_format(report)
        yield Finding(
            id="format-year",
            severity=Severity.WARNING,
            zh=f"{report.year} 年度报告用了“{form.name}”（{form.id}）"
            f"{f'，应为 {right}' if right else ''}，请核实",
            en=f"a report on {report.year} in the format {form.id}"
            f"{f'; that year has {right}' if right else ''}",
            place="格式",
            expected=right,
            found=form.id,
        )
    if not form.verified:
        yield Finding(
            id="format-unverified",
            severity=Severity.INFO,
            zh=f"“{form.name}”（{form.id}）的表式未与原件逐字核对，请与本地下发的表样对照",
            en=f"format {form.id} was not compared word for word with its source",
            place="格式",
            found=form.id,
        )


def _right_format(report: AnnualReport) -> str | None:
    try:
        return format_of_year(report.year, report.province or None).id
    except UsageError:
        return None


def check_signature(report: AnnualReport) -> Iterator[Finding]:
    """The signature is the agency's."""
    names = [name for name in (report.agency, report.short_name) if name]
    if not report.signature or any(
        is_same_organ(line, name) for line in report.signature for name in names
    ):
        return
    signed = "、".join(report.signature)
    yield Finding(
        id="signature-differs",
        severity=Severity.WARNING,
        zh=f"署名“{signed}”与机关“{report.agency}”不一致，请核实",
        en=f"the signature “{signed}” is not the agency “{report.agency}”",
        place="署名",
        expected=report.agency,
        found=signed,
    )


def check_date_of_issue(report: AnnualReport) -> Iterator[Finding]:
    """A date before the period's end is a warning; one after the deadline is told."""
    date = report.date_of_issue
    if date is None:
        return
    deadline = _deadline(report)
    if date <= report.period.end:
        yield _date(
            date,
            "date-before-period-end",
            Severity.WARNING,
            f"早于统计期限的截止日（{date_text(report.period.end)}），请核实",
            "is not after the end of the period",
        )
    elif date > deadline:
        yield _date(
            date,
            "date-after-deadline",
            Severity.INFO,
            f"晚于公布期限（{date_text(deadline)}，《政府信息公开条例》）",
            f"is after the deadline, {deadline}",
            str(deadline),
        )


def _deadline(report: AnnualReport) -> datetime.date:
    is_department = report.agency_kind is AgencyKind.DEPARTMENT
    own = report.format.department_deadline if is_department else None
    return datetime.date(report.year + 1, *(own or _LAST_DAY))


def _date(
    date: datetime.date, id: str, severity: Severity, zh: str, en: str, expected: str | None = None
) -> Finding:
    return Finding(
        id=id,
        severity=severity,
        zh=f"成文日期 {date_text(date)} {zh}",
        en=f"the date of issue, {date}, {en}",
        place="成文日期",
        expected=expected,
        found=str(date),
    )


def check_processing_fee(report: AnnualReport) -> Iterator[Finding]:
    """信息处理费 is stated, in its field or in the text, and not otherwise in the two."""
    if not report.format.has_processing_fee:
        return
    told = [line for line in texts(report) if _FEE.search(line.text)]
    fee = report.processing_fee
    if fee is None and not told:
        yield Finding(
            id="processing-fee-missing",
            severity=Severity.WARNING,
            zh="没有写明收取信息处理费的情况；未收取的也应在“其他需要报告的事项”中写明",
            en="信息处理费 is not stated; say so in the last section even where none was taken",
            place="信息处理费",
        )
    elif fee is not None:
        for line in told:
            stated = _stated(line.text)
            if stated is not None and stated != fee:
                yield _fee_conflict(line, stated, fee)


def _stated(text: str) -> Decimal | None:
    """信息处理费 in 元 as a text states it."""
    if match := _FEE_AMOUNT.search(text):
        amount, unit = (match[1], match[2]) if match[1] else (match[3], match[4])
        return Decimal(amount.replace(",", "")) * (10_000 if unit else 1)
    return Decimal(0) if _FEE_NONE.search(text) else None


def _fee_conflict(line: PlacedText, stated: Decimal, fee: Decimal) -> Finding:
    return Finding(
        id="processing-fee-conflict",
        severity=Severity.ERROR,
        zh=f"文中信息处理费为{value_text(stated.normalize())}元（“{line.text[:40]}”），"
        f"“信息处理费”一项填的是{value_text(fee)}元，请改为一致",
        en=f"the text says 信息处理费 of {stated} 元, the field says {fee}",
        place=line.place,
        expected=value_text(fee),
        found=value_text(stated.normalize()),
    )
