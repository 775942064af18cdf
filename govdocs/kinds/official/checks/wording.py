"""That there is a text, what it must not say, and dates that the calendar does not have.

Source:
    条例 article 9 (9), 15 (4); GB/T 9704-2012 7.3.3, 7.3.5.4
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.inputs.text.regex import regex
from govdocs.kinds.official.checks.subject import BodyText, Subject
from govdocs.model.nodes import Section

_REQUEST = regex(
    r"请(?:予|给予)?(?:批示|审批|批准|批复|审示|指示|核准|核批|审定|拨付|支持解决)|"
    r"(?:妥否|当否|可否)[，,]?请?|恳请[^。；]{0,20}(?:批准|解决|支持|拨付|同意|审批)|请予以?(?:批准|审批|同意)"
)
_SEVERAL = regex(
    r"一并请示|同时请示|以上[两二三四五六七八九几]\s*(?:项|个|件|事)|另[，,外]{0,2}[^。；]{0,6}(?:恳请|请示|请求)"
)
_SEVERAL_IN_TITLE = regex(
    r"等(?:[两二三四五六七八九几\d]+[项个件])?(?:问题|事项|事宜)的|[两二三四五六七八九]个?(?:问题|事项)的"
)
_DATE = regex(r"(?<!\d)(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")


def check_body(subject: Subject) -> Iterator[Finding]:
    """There is a text (条例 article 9 (9)), which begins on page 1 (7.3.3)."""
    if not subject.document.main_part.body:
        yield Finding(
            id="official-body-missing",
            severity=Severity.ERROR,
            place="正文",
            zh="公文没有正文；请写“正文”（条例第九条（九）；GB/T 9704—2012 7.3.3）",
            en="the document has no text; give its body (条例 article 9 (9); GB/T 9704-2012 7.3.3)",
        )


def check_requests(subject: Subject) -> Iterator[Finding]:
    """A 报告 carries no request."""
    if subject.kind is None or subject.kind.id != "report":
        return
    for text in subject.texts:
        if match := _REQUEST.search(text.text):
            yield Finding(
                id="report-with-request",
                severity=Severity.ERROR,
                place=text.place,
                zh=f"报告中夹带了请示事项：“{match[0]}”；请删去，或另文请示（条例第十五条（四））",
                en=f"a report carries a request: “{match[0]}”; remove it, or make a request of "
                "its own (条例 article 15 (4))",
                found=match[0],
            )


def check_one_matter(subject: Subject) -> Iterator[Finding]:
    """A 请示 asks in one matter; only a hint, since words alone do not tell."""
    if subject.kind is None or subject.kind.id != "request":
        return
    title = subject.document.main_part.title
    found = _SEVERAL_IN_TITLE.search(title)
    place, words = "标题", found[0] if found else ""
    for text in subject.texts if not found else ():
        if match := _SEVERAL.search(text.text):
            place, words = text.place, match[0]
            break
    asked = [text for text in subject.texts if _asks(text)]
    if not words and len(asked) > 1:
        place, words = asked[1].place, asked[1].text
    if words:
        yield Finding(
            id="request-of-several-matters",
            severity=Severity.INFO,
            place=place,
            zh=f"“{words:.40}”：请示似有不止一个事项；请示应一文一事（条例第十五条（四））",
            en=f"“{words:.40}”: the request seems to be in more than one matter; each takes its "
            "own (条例 article 15 (4))",
            found=words[:40],
        )


def _asks(text: BodyText) -> bool:
    """Whether a text is a heading of level 1 that asks for something by itself."""
    is_first = isinstance(text.block, Section) and text.block.level == 1
    return is_first and ("请求" in text.text or "恳请" in text.text)


def check_calendar(subject: Subject) -> Iterator[Finding]:
    """Dates in the text are days that there are."""
    title = subject.document.main_part.title
    places = [("标题", title), *((text.place, text.text) for text in subject.texts)]
    for place, text in places:
        for match in _DATE.finditer(text):
            if not _is_day(int(match["year"]), int(match["month"]), int(match["day"])):
                yield Finding(
                    id="date-not-in-calendar",
                    severity=Severity.ERROR,
                    place=place,
                    zh=f"日历上没有“{match[0]}”这一天；请核对月、日",
                    en=f"the calendar has no “{match[0]}”; check month and day",
                    found=match[0],
                )


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
