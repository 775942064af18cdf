"""Why a template stopped, before its place is known."""

from __future__ import annotations


class Refusal(Exception):
    """Something that a template may not do, in Chinese and English.

    Attributes:
        zh: what is wrong and what to do, in Chinese.
        en: the same in English.
        field: dotted path of the field concerned, or None.
        line: 1-based line of the template, where it is known already.
    """

    def __init__(
        self, zh: str, en: str, *, field: str | None = None, line: int | None = None
    ) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en
        self.field = field
        self.line = line


class LimitReached(Refusal):
    """A limit of time, steps, size or depth."""
