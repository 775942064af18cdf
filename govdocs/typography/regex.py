"""Regexes that are compiled at their first use, so that importing the package stays light."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


class _Lazy:
    """Stands in for a compiled regex; the first call compiles it and takes over its methods."""

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (a method of re.Pattern)
        if name not in _METHODS:
            raise AttributeError(name)
        # Two threads may both compile: they set the same methods.
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def end_of_match(pattern: re.Pattern[str], text: str, start: int = 0) -> int:
    """Where a match that begins at a place ends; the place itself if there is none."""
    match = pattern.match(text, start)
    return match.end() if match else start


def regex(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A regex to match with; it is compiled when it is first used."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
