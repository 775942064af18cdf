"""The imprint (版记) as it is composed, and where its pages put it.

Source:
    GB/T 9704-2012 7.4
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govdocs.compose.composition import ComposedParagraph


class ImprintPlace(enum.StrEnum):
    """Which page the imprint stands on."""

    UNDER_TEXT = "under_text"
    """At the foot of the page on which the text ends."""

    NEXT_PAGE = "next_page"
    """Alone on the page after it."""

    AFTER_BLANK = "after_blank"
    """Alone on a page with a blank page before it; neither bears a number (7.5)."""


class ImprintEntry(NamedTuple):
    """A paragraph of the imprint, and the thickness of the rule over it in EMU, 0 for none."""

    paragraph: ComposedParagraph
    rule: int


class ComposedImprint(NamedTuple):
    """The imprint from top to bottom.

    Attributes:
        entries: its paragraphs; at least one.
        foot_rule: thickness of the rule under the last, EMU; 0 for none.
        place, line_counts: which page it stands on and how many lines each entry has; None
            until the pages decide.
    """

    entries: tuple[ImprintEntry, ...]
    foot_rule: int
    place: ImprintPlace | None = None
    line_counts: tuple[int, ...] | None = None

    def rules(self, line_counts: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
        """Each rule: how many lines of the imprint stand under it, and its thickness, EMU.

        Args:
            line_counts: how many lines each entry has.
        """
        under = [sum(line_counts[index:]) for index in range(len(line_counts))]
        over_each = zip(under, (entry.rule for entry in self.entries), strict=True)
        return tuple(rule for rule in (*over_each, (0, self.foot_rule)) if rule[1])
