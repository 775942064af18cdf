"""What a file holds and its reader leaves out: counted on the way, told at the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from govdocs.findings import Severity
from govdocs.inputs.text.log import FindingLog
from govdocs.messages.quoting import shortened


class Message(NamedTuple):
    """A finding's text with ``{count}``, ``{size}`` (characters) and ``{text}`` (the first)."""

    id: str
    severity: Severity
    zh: str
    en: str


class _Kind:
    """How often a thing was left out, where first, and what its first text was."""

    __slots__ = ("count", "line", "size", "text")

    def __init__(self, line: int | None) -> None:
        self.count = 0
        self.size = 0
        self.line = line
        self.text = ""


class Unread:
    """Counts what is left out of one file, by kinds that its reader has messages for."""

    def __init__(self, messages: Mapping[str, Message]) -> None:
        self._messages = messages
        self._kinds: dict[str, _Kind] = {}

    def note(self, kind: str, line: int | None, text: str | None = None) -> None:
        """Count one more thing of a kind; a text that is blank says that nothing was lost."""
        text = None if text is None else " ".join(text.split())
        if text == "":
            return
        found = self._kinds.setdefault(kind, _Kind(line))
        found.count += 1
        found.size += len(text or "")
        found.text = found.text or shortened(text or "")

    def report(self, log: FindingLog) -> None:
        """Tell of each kind once, at its first place."""
        for kind, found in self._kinds.items():
            message = self._messages[kind]
            tell = log.info if message.severity is Severity.INFO else log.warning
            facts = {"count": found.count, "size": found.size, "text": found.text}
            tell(
                message.id,
                message.zh.format(**facts),
                message.en.format(**facts),
                line=found.line,
            )
