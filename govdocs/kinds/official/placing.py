"""Where in its source a finding on an official document stands."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

from govdocs.findings import Finding
from govdocs.kinds.source_lines import SourceLine

_PLACE = re.compile(r"(?P<field>.+?)(?: 第(?P<line>\d+)行)?", re.DOTALL)


def placed(finding: Finding, texts: Mapping[str, Sequence[SourceLine]]) -> Finding:
    """A finding with the line of the source that its place in words stands in.

    ``正文 第3行`` is the third line of the body; a field without lines, or a part of one, gives
    the line of the nearest field around it.
    """
    found = _PLACE.fullmatch(finding.place or "")
    if finding.line is not None or found is None:
        return finding
    number = int(found["line"] or 0)
    steps = found["field"].split(" ")
    for end in range(len(steps), 0, -1):
        lines = texts.get(" ".join(steps[:end]))
        if lines:
            at = lines[number - 1] if 0 < number <= len(lines) else lines[0]
            column = finding.column
            has_column = column is not None and at.indent is not None
            return dataclasses.replace(
                finding,
                line=at.line,
                column=(column or 0) + (at.indent or 0) if has_column else None,
            )
    return finding
