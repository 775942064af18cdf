"""The title of a report: agency, year, and the words that the format gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.checks.organ_names import is_same_organ
from govdocs.kinds.annual_report.checks.subject import Part, Subject, TextLine, finding

_YEAR = re.compile(r"(?:19|20)\d\d\s*年|[一二][〇○零九][〇○零一二三四五六七八九]{2}年")
_MATTER = re.compile(r"(?:政府|政务)?信息公开|政务公开")
_WORDS = "政府信息公开工作年度报告"
_LOOSE_WORDS = re.compile(r"信息公开(?:工作)?.{0,6}(?:报告|年报)|年度报告")
_ABOUT = re.compile(r"^关于|关于$|的$")
_COMES_BEFORE = re.compile(r"^(?:关于)?(?:印发|公布|发布)?")


def check_title(subject: Subject) -> Iterator[Finding]:
    """A title that lacks the year, the agency or the format's words, or names another agency."""
    line = next((each for each in subject.lines if each.part is Part.TITLE), None)
    if line is None:
        return
    title = re.sub(r"\s", "", line.text)
    if subject.form is None and not _LOOSE_WORDS.search(title):
        return  # a document that is no report, such as a notice, owes no report's title
    year = _YEAR.search(title)
    if year is None:
        yield _lacks(line, "title-year", "年份", "the year", str(subject.year or ""))
    yield from _words(subject, line, title)
    matter = year or _MATTER.search(title)
    yield from _organ(subject, line, title[: matter.start()] if matter else title)


def _words(subject: Subject, line: TextLine, title: str) -> Iterator[Finding]:
    """The words after the year; before 2019 no form prescribes them."""
    form = subject.form
    words = form.title.partition("{year}")[2].lstrip("年度") if form else _WORDS
    is_fixed = form is not None and form.fixed_outline
    if words in title or (not is_fixed and _LOOSE_WORDS.search(title)):
        return
    severity = Severity.WARNING if is_fixed else Severity.INFO
    yield _lacks(line, "title-words", f"“{words}”字样", f"the words {words}", words, severity)


def _organ(subject: Subject, line: TextLine, organ: str) -> Iterator[Finding]:
    organ = _ABOUT.sub("", _COMES_BEFORE.sub("", organ))
    if not subject.agency:
        return
    if not organ:
        yield _lacks(line, "title-agency", "机关名称", "the agency's name", subject.agency)
    elif not any(is_same_organ(organ, name) for name in (subject.agency, *subject.names)):
        yield finding(
            "other-organ",
            Severity.WARNING,
            line,
            f"标题中的“{organ}”与本机关“{subject.agency}”不一致，请核实",
            f"the title names “{organ}”, the agency is “{subject.agency}”",
            at=0,
            expected=subject.agency,
            found=organ,
        )


def _lacks(
    line: TextLine,
    id: str,
    zh: str,
    en: str,
    expected: str,
    severity: Severity = Severity.WARNING,
) -> Finding:
    told = f"（{expected}）" if expected and expected not in zh else ""
    return finding(
        id,
        severity,
        line,
        f"标题“{line.text}”缺少{zh}{told}，请补上",
        f"the title “{line.text}” lacks {en}",
        expected=expected or None,
        found=line.text,
    )
