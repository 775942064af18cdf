"""Navigation lines that a web page leaves around its text: 上一条, 下一条, 首页 > 年报."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import end_of_match, regex
from govdocs.messages.quoting import shortened


class Navigation(NamedTuple):
    """A link to the page before or after, or the path from the site's first page to this one.

    Attributes:
        line: 1-based line in the source.
        direction: where it leads; ``path`` for 首页 > 政务公开 > 年报.
        text: as the page words it, without its label; may be empty.
    """

    line: int
    direction: Literal["previous", "next", "path"]
    text: str


LONGEST_WITH_COMMA = 30
"""Characters after the colon, one of them a comma, past which a line is prose."""

_MARKER = regex(
    r"(?:(?P<previous>(?:上一?|前一)[条篇页则章])|(?P<next>(?:下一?|后一)[条篇页则章]))"
    r"\s*(?:[:：]\s*|(?=没有了(?:[\s|上下前后]|$)))"
)
_SENTENCE = regex("[。；;]")
_COMMA = regex("[，,]")
_STEP = "[>＞»›→]"
_HOME = "(?:网站|返回|本站)?(?:首页|主页)"
_PLACE = (
    r"(?:(?:您|你)(?:现在|当前|目前)?的?(?:所在|所处)?的?|(?:当前|现在|目前)的?(?:所在)?的?|所在)?位置"
    r"(?:[是为]\s*[:：]?|\s*[:：])\s*"
)
_PATH = regex(rf"(?P<path>{_HOME}\s*{_STEP}.*)")
_LABELLED_PATH = regex(rf"{_PLACE}(?P<path>{_HOME}|[^>＞»›→]*{_STEP}.*|)")
_LEAD = regex(r"[\s<>《》«»‹›←→↑↓|·•\-【\[]*")


def navigation_of(text: str, line: int) -> tuple[Navigation, ...]:
    """The navigation that a line holds, one or both directions; empty for a line of text."""
    start = end_of_match(_LEAD, text)
    if path := _path(text, start):
        return (Navigation(line, "path", path["path"].strip(" \t\u3000|")),)
    first = _MARKER.match(text, start)
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


def _path(text: str, start: int) -> re.Match[str] | None:
    """The path of a page in its site: it begins with 首页, or has a label and a mark like >."""
    if _SENTENCE.search(text):
        return None
    return _PATH.fullmatch(text, start) or _LABELLED_PATH.fullmatch(text, start)


def _is_prose(text: str) -> bool:
    if _SENTENCE.search(text):
        return True
    return len(text) > LONGEST_WITH_COMMA and bool(_COMMA.search(text))


def _navigation(line: int, marker: re.Match[str], text: str) -> Navigation:
    direction: Literal["previous", "next"] = "previous" if marker["previous"] else "next"
    return Navigation(line, direction, text.strip(" \t\u3000|"))
