"""The caller's replacements (``--replace OLD=NEW``): on the raw text, before all else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from govdocs.errors import UsageError
from govdocs.inputs.text.characters import half_width
from govdocs.inputs.text.lines import Edit, Line, edited
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex
from govdocs.messages.quoting import shortened


class Replacer:
    """Replaces texts in line after line, full and half width alike, in one pass.

    A replaced text is never replaced again; where two OLD texts begin at one place, the longer
    one is taken.
    """

    __slots__ = ("_left", "_log", "_new_texts", "_pattern")

    def __init__(self, replace: Mapping[str, str], log: FindingLog) -> None:
        self._log = log
        self._new_texts: dict[str, tuple[str, str]] = {}
        for old, new in replace.items():
            _check(old, new)
            self._new_texts[half_width(old)] = (old, new)
        self._left = dict.fromkeys(self._new_texts)
        longest_first = sorted(self._new_texts, key=len, reverse=True)
        self._pattern = regex("|".join(map(re.escape, longest_first)))

    def replaced(self, line: Line) -> Line:
        """The line with its replacements made and reported."""
        if not self._new_texts:
            return line
        edits = [
            Edit(match.start(), match.end(), self._new_texts[match[0]][1])
            for match in self._pattern.finditer(half_width(line.text))
        ]
        for start, end, new in edits:
            old = line.text[start:end]
            self._left.pop(half_width(old), None)
            self._log.info(
                "replaced",
                f"“{shortened(old)}”按要求改为“{shortened(new)}”",
                f"“{shortened(old)}” was replaced by “{shortened(new)}”, as asked",
                line=line.number,
                column=line.column(start),
            )
        return edited(line, edits) if edits else line

    def report_unmatched(self) -> None:
        """Warn of each replacement that found nothing to replace."""
        for key in self._left:
            old, new = map(shortened, self._new_texts[key])
            self._log.warning(
                "replace-unmatched",
                f"替换“{old}={new}”在文中没有找到“{old}”",
                f"the replacement “{old}={new}” found no “{old}” in the text",
            )


def _check(old: object, new: object) -> None:
    if not isinstance(old, str) or not isinstance(new, str):
        raise UsageError("替换的原文和新文都应为字符串", "replace must map text to text")
    if not old.strip():
        raise UsageError("替换的原文（OLD）不能为空", "the OLD text of a replacement is empty")
