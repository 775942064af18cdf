"""Marks that are doubtful in Chinese text but have no one right form: reported, never changed."""

from __future__ import annotations

import re

from govdocs.inputs.text.characters import HAN
from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex
from govdocs.messages.quoting import shortened

_DOUBTFUL: tuple[tuple[str, re.Pattern[str], str, str], ...] = (
    (
        "angle-brackets",
        regex(rf"[<‹][^<>‹›]{{0,80}}?[{HAN}][^<>‹›]{{0,80}}[>›]"),
        "尖括号疑为书名号，请改为《》或〈〉",
        "angle brackets, perhaps for a title: use 《》 or 〈〉",
    ),
    (
        "straight-quote",
        regex(rf"(?<=[{HAN}])[\"']|[\"'](?=[{HAN}])"),
        "直引号请改为“”或‘’",
        "straight quotes: use “” or ‘’",
    ),
    (
        "ascii-full-stop",
        regex(rf"(?<=[{HAN}）》”])[.．](?=[\s{HAN}]|$)"),
        "句点疑为句号，请改为“。”",
        "a point, perhaps for a full stop: use 。",
    ),
)
_ANY = regex("[<‹\"'.．]")


def is_doubtful(id: str, text: str) -> bool | None:
    """Whether a text has a mark that a finding of this id tells; None for another finding."""
    pattern = next((pattern for known, pattern, _, _ in _DOUBTFUL if known == id), None)
    return None if pattern is None else pattern.search(text) is not None


def report_doubtful(line: Line, log: FindingLog, start: int = 0) -> None:
    """Warn of each doubtful mark of a line, from an index on."""
    if not _ANY.search(line.text, start):
        return
    for id, pattern, zh, en in _DOUBTFUL:
        for match in pattern.finditer(line.text, start):
            if log.is_full(id):
                log.count(id, 1)
                continue
            log.warning(
                id,
                f"“{shortened(match[0])}”：{zh}",
                f"“{shortened(match[0])}”: {en}",
                line=line.number,
                column=line.column(match.start()),
            )
