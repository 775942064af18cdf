"""What prose says of figures: a count, a share or a change, with the cells it is about."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, TypeAlias

from govdocs.kinds.annual_report.prose.vocabulary import Figure, Sum
from govdocs.kinds.annual_report.texts import PlacedText


class CountClaim(NamedTuple):
    """A number that names a figure, or a nil statement (found = 0).

    Attributes:
        text: the line it stands in.
        quote: the words.
        figure: what is named; of several (行政复议和行政诉讼) the first.
        sums: readings; the number must be one of them.
        found: the number, in the figure's unit.
        places: decimal places as written.
        nil: the words of a nil statement (未收到); empty for a number.
        is_of_last_year: whether the number is the year before's (与2024年新收57件相比).
    """

    text: PlacedText
    quote: str
    figure: Figure
    sums: tuple[Sum, ...]
    found: Decimal
    places: int = 0
    nil: str = ""
    is_of_last_year: bool = False


class ShareClaim(NamedTuple):
    """A percentage of a part in a whole; any pairing of the readings may be meant."""

    text: PlacedText
    quote: str
    parts: tuple[Sum, ...]
    wholes: tuple[Sum, ...]
    found: Decimal
    places: int


class ChangeClaim(NamedTuple):
    """A change against last year.

    Attributes:
        sums: readings of the figure that changed.
        direction: 1 for more, -1 for less, 0 for the same.
        found: by how much; 0 for the same.
        is_percent: whether ``found`` is in percent.
        places: decimal places as written.
    """

    text: PlacedText
    quote: str
    sums: tuple[Sum, ...]
    direction: int
    found: Decimal
    is_percent: bool
    places: int


Claim: TypeAlias = CountClaim | ShareClaim | ChangeClaim
