"""Half-width marks in Chinese text made full-width; nothing else is changed.

Source: GB/T 15834-2011 4.1-4.16; document numbers 〔〕: GB/T 9704-2012 7.2.5. Which marks count is
told by :mod:`govdocs.typography.full_width` and docs/design/reading.md.
"""

from __future__ import annotations

from collections.abc import Iterable

from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog
from govdocs.typography.full_width import has_candidate, mark_changes


def restored(line: Line, log: FindingLog, *, start: int = 0, kept: Iterable[range] = ()) -> Line:
    """The line with its half-width marks made full-width, each change reported.

    Args:
        line: a line; its text keeps its length.
        log: takes the findings.
        start: index at which the text begins (a heading's number stands before it).
        kept: ranges of indexes that must stay as they are (foreign names).
    """
    if not has_candidate(line.text, start):
        return line
    spans = [range(span.start - start, span.stop - start) for span in kept]
    return _changed(line, start, mark_changes(line.text[start:], spans), log)


def _changed(line: Line, start: int, changes: Iterable[tuple[int, str]], log: FindingLog) -> Line:
    pieces: list[str] = []
    at = 0
    for offset, new in changes:
        place = start + offset
        _report(line, place, new, log)
        pieces += (line.text[at:place], new)
        at = place + 1
    return line._replace(text="".join(pieces) + line.text[at:]) if pieces else line


def _report(line: Line, place: int, new: str, log: FindingLog) -> None:
    if log.is_full("mark-restored"):
        log.count("mark-restored", 1)
        return
    old = line.text[place]
    log.info(
        "mark-restored",
        f"“{old}”改为“{new}”",
        f"“{old}” became “{new}”",
        line=line.number,
        column=line.column(place),
    )
