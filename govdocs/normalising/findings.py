"""What normalising did, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govdocs.findings import Finding, Severity
from govdocs.normalising.text import Change

_LONGEST_QUOTE = 40


def findings_of(changes: Iterable[Change], lines: Sequence[int] = ()) -> tuple[Finding, ...]:
    """A finding for each change, with its line where the lines of the body's blocks are given.

    Args:
        changes: of a document.
        lines: the source line of each block, as ``Reading.block_lines`` has them; 0 is no line.
    """
    return tuple(
        _finding(change, lines[change.block] or None)
        if change.block is not None and change.block < len(lines)
        else _finding(change, None)
        for change in changes
    )


def _finding(change: Change, line: int | None) -> Finding:
    before, context = _shortened(change.before), change.context
    if change.after is None:
        return Finding(
            id="normalise-doubtful",
            severity=Severity.INFO,
            zh=f"“{before}”请核对（{change.rule}）：{context}",
            en=f"look at “{before}” ({change.rule}): {context}",
            line=line,
            place=change.place or None,
            found=change.before,
        )
    after = _shortened(change.after)
    return Finding(
        id="normalised",
        severity=Severity.INFO,
        zh=f"“{before}”改为“{after}”（{change.rule}）：{context}",
        en=f"“{before}” became “{after}” ({change.rule}): {context}",
        line=line,
        place=change.place or None,
        expected=change.after,
        found=change.before,
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"
