"""Navigation lines (上一条 / 下一条) that a web page leaves under its text."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from govdocs.inputs.text.regex import regex


class Navigation(NamedTuple):
    """A link to the page before or after, as the page words it; the text may be empty."""

    line: int
    direction: Literal["previous", "next"]
    text: str


_UNIT = "[一]?[条篇页个则]"
_MARKER = regex(
    rf"(?:(?P<previous>[上前]{_UNIT}|前一{_UNIT})|(?P<next>[下后]{_UNIT}|后一{_UNIT}))"
    r"(?:\s*(?:文章|新闻|信息|内容))?\s*[:：]\s*"
)
_LEAD = regex(r"[\s<>《》«»‹›←→↑↓|·•\-【\[]*")


def navigation_of(text: str, line: int) -> tuple[Navigation, ...]:
    """The navigation that a line holds, one or both directions; empty for a line of text."""
    first = _MARKER.match(text, _LEAD.match(text).end())  # type: ignore[union-attr]
    if not first:
        return ()
    second = _MARKER.search(text, first.end())
    if not second or second.lastgroup == first.lastgroup:
        return (_navigation(line, first, text[first.end() :]),)
    return (
        _navigation(line, first, text[first.end() : second.start()]),
        _navigation(line, second, text[second.end() :]),
    )


def _navigation(line: int, marker: re.Match[str], text: str) -> Navigation:
    direction: Literal["previous", "next"] = "previous" if marker["previous"] else "next"
    return Navigation(line, direction, text.strip(" \t\u3000|"))
