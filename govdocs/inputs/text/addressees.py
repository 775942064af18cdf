"""A line of addressees (主送机关) under the title: it stays in the text, and is reported."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.inputs.text.entries import Entry
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.organs import ends_as_organ
from govdocs.inputs.text.regex import regex

_LONGEST = 120
_SEPARATOR = regex("[、，,]")
_GROUP = regex(r"各(?!位)[^。；：]{1,20}|[^。；：]{2,20}(?:部门|单位|机构|企业|[县市区乡镇]|街道)")


def report_addressees(entries: Sequence[Entry], first: int, log: FindingLog) -> None:
    """Warn of addressees in the text.

    Args:
        entries: the lines of the text.
        first: index of the first one under the title.
        log: takes the finding.
    """
    if first >= len(entries) or not _is_addressees(entries[first]):
        return
    log.warning(
        "addressees-in-text",
        "本行疑为主送机关；published-report 版式不设主送机关，本行留作正文段落",
        "the line looks like the addressees (主送机关); the profile published-report has none, "
        "and the line was left as text",
        line=entries[first].line.number,
    )


def _is_addressees(entry: Entry) -> bool:
    text = entry.line.text
    if entry.numbering or entry.is_row or len(text) > _LONGEST or text[-1] not in "：:":
        return False
    names = [name.strip() for name in _SEPARATOR.split(text[:-1])]
    return all(ends_as_organ(name) or _GROUP.fullmatch(name) for name in names)
