"""Navigation lines (上一条 / 下一条) that a web page leaves under its text."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog, shortened
from govdocs.inputs.text.regex import regex


class Navigation(NamedTuple):
    """A link to the page before or after, as the page words it; the text may be empty."""

    line: int
    direction: Literal["previous", "next"]
    text: str


LONGEST_WITH_COMMA = 30
"""Characters after the colon, one of them a comma, past which a line is prose."""

_MARKER = regex(
    r"(?:(?P<previous>(?:上一?|前一)[条篇页则章])|(?P<next>(?:下一?|后一)[条篇页则章]))"
    r"\s*(?:[:：]\s*|(?=没有了(?:[\s|上下前后]|$)))"
)
_SENTENCE = regex("[。；;]")
_COMMA = regex("[，,]")
_LEAD = regex(r"[\s<>《》«»‹›←→↑↓|·•\-【\[]*")


def navigation_of(text: str, line: int) -> tuple[Navigation, ...]:
    """The navigation that a line holds, one or both directions; empty for a line of text."""
    first = _MARKER.match(text, _LEAD.match(text).end())  # type: ignore[union-attr]
    if not first or _is_prose(text[first.end() :]):
        return ()
    second = _MARKER.search(text, first.end())
    if not second or second.lastgroup == first.lastgroup:
        return (_navigation(line, first, text[first.end() :]),)
    return (
        _navigation(line, first, text[first.end() : second.start()]),
        _navigation(line, second, text[second.end() :]),
    )


def report_navigation(line: Line, log: FindingLog) -> None:
    """Tell of a line that was taken out of the text as navigation."""
    log.info(
        "navigation-line",
        f"网页导航行“{shortened(line.text)}”未作正文，已移出",
        f"“{shortened(line.text)}” is navigation of the web page; it was taken out of the text",
        line=line.number,
    )


def _is_prose(text: str) -> bool:
    if _SENTENCE.search(text):
        return True
    return len(text) > LONGEST_WITH_COMMA and bool(_COMMA.search(text))


def _navigation(line: int, marker: re.Match[str], text: str) -> Navigation:
    direction: Literal["previous", "next"] = "previous" if marker["previous"] else "next"
    return Navigation(line, direction, text.strip(" \t\u3000|"))
