"""What everything in a report is made of: immutable models whose fields have two names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govdocs.kinds.facts import LONGEST_NAME as LONGEST_NAME
from govdocs.kinds.facts import Facts as Facts
from govdocs.kinds.facts import chinese_name as chinese_name
from govdocs.kinds.facts import named as named
from govdocs.kinds.facts import short as short


class Reasons(Mapping[str, str]):
    """Why figures differ from last year's, by what each reason is given for; immutable."""

    __slots__ = ("_given",)

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        self._given = dict(given or {})

    def __getitem__(self, name: str) -> str:
        return self._given[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)

    def __hash__(self) -> int:
        return hash(frozenset(self._given.items()))

    def __repr__(self) -> str:
        return f"Reasons({self._given!r})"
