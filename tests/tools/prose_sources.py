"""What a set of written sentences is about: reports with fixed tables, and what is wrong."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Source(NamedTuple):
    """Sentences about one report, each standing alone in one of its sections.

    Attributes:
        wrong: sentences with the figure that each contradicts.
        right: sentences whose numbers agree with the tables.
        not_compared: sentences with numbers that no cell has.
    """

    year: int
    agency: str
    tables: Mapping[str, Any]
    section: str = "总体情况"
    last_year: Mapping[str, Any] | None = None
    wrong: tuple[tuple[str, str], ...] = ()
    right: tuple[str, ...] = ()
    not_compared: tuple[str, ...] = ()
