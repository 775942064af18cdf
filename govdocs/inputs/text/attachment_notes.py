"""An attachment note (附件说明) in the text: its lines stay together as paragraphs.

Source: GB/T 9704-2012 7.3.4.
"""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.numbering import Numbering, numbering_of
from govdocs.inputs.text.regex import regex

_BEGINNING = regex(r"附件?\s*[:：]\s*")
_DIGIT_LEVEL = 3


def attachment_lines(lines: Sequence[Line], log: FindingLog) -> set[int]:
    """The indexes of the lines that go on an attachment note; each note is reported.

    A note begins with 附件： or 附：; the lines 1. 2. … that follow in order belong to it.
    """
    found: set[int] = set()
    due: int | None = None
    for index, line in enumerate(lines):
        if match := _BEGINNING.match(line.text):
            due = _next(numbering_of(line.text[match.end() :]), 1)
            _report(line, log)
        elif due:
            numbering = numbering_of(line.text)
            if numbering and numbering.level == _DIGIT_LEVEL and numbering.number == due:
                found.add(index)
                due += 1
            else:
                due = None
    return found


def _next(numbering: Numbering | None, first: int) -> int:
    return numbering.number + 1 if numbering else first


def _report(line: Line, log: FindingLog) -> None:
    log.warning(
        "attachment-note",
        "附件说明按正文段落排；published-report 版式不单设附件说明，请核对",
        "the attachment note was set as paragraphs of the text: the profile published-report has "
        "no place of its own for it",
        line=line.number,
    )
