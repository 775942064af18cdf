"""Plans under the year reported on: 2025年，将… in the report on 2025 was meant of 2026."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.checks.chinese_dates import in_digits
from govdocs.kinds.annual_report.checks.subject import Part, Subject, finding

_ABOUT_PLANS = re.compile(r"问题|改进|打算|安排|计划|下一步|措施|思路")
# 将 is also what puts an object before its verb (2025年将公开纳入考核): words of a plan follow.
_WILL = (
    r"(?:将|拟|计划)(?:重点|着力|继续|进一步|持续|不断|认真|切实|着重|主要|努力|从以下|以|围绕|按照|紧扣|"
    r"加强|加大|强化|深化|完善|做好|抓好|坚持|严格|积极|全面|聚焦|结合|对照|针对|采取|在)"
    r"|要(?:重点|着力|继续|进一步|持续|不断|认真|切实)|重点(?:做好|抓好)以下|下一步"
)
_SPEAKER = r"(?:[我本][\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{2,14}(?:政府|局|委员会|办公室|街道))"
_PLAN = re.compile(
    rf"(?:^|(?<=[。；！：）)、]))\s*(?:下一步[，,]?)?(?P<year>(?:19|20)\d\d)\s*年度?[，,]?\s*"
    rf"(?:{_SPEAKER}[，,]?)?(?:{_WILL})"
)
_NEXT = re.compile(r"下一步[，,]?(?:在)?(?P<year>(?:19|20)\d\d)\s*年(?!度?(?:存在|的|工作中|报告))")


def check_plans(subject: Subject) -> Iterator[Finding]:
    """A warning where the part on improvements plans for the year that the report is on."""
    if subject.year is None:
        return
    for line in subject.lines:
        if line.part is not Part.SECTION or not _ABOUT_PLANS.search(line.heading):
            continue
        text = in_digits(line.text)
        match = _PLAN.search(text) or _NEXT.search(text)
        if match and int(match["year"]) == subject.year:
            shown = line.text[match.start() : match.end()].strip()
            yield finding(
                "plan-year",
                Severity.WARNING,
                line,
                f"“{shown}…”：说的是今后的工作，是否为 {subject.year + 1} 年？请核实",
                f"“{shown}…” speaks of work to come: is {subject.year + 1} meant?",
                at=match.start("year"),
                expected=str(subject.year + 1),
                found=match["year"],
            )
