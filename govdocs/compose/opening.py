"""The opening of a document: what stands over its main part, every piece at its place.

Source:
    GB/T 9704-2012 7.2, 10.1 to 10.3
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govdocs.standards.official import Ink, RuleStyle
from govdocs.standards.profile import Align, PageGeometry, Role, RoleStyle
from govdocs.typography.face_role import FaceRole


class FixedRun(NamedTuple):
    """A stretch of text of one role in its face."""

    text: str
    role: Role
    face: FaceRole


class FixedText(NamedTuple):
    """A text on one line at its place; lengths in EMU.

    Attributes:
        runs: what it says; its style is the first run's.
        left, right: edges of its box, from the sheet's left edge.
        align: left, centred or right in its box.
        baseline: from the sheet's upper edge.
        size: type size.
        tracking: added to each advance but the last.
        floats: whether it stands outside the flow of lines: beside others, or over the type area.
    """

    runs: tuple[FixedRun, ...]
    left: int
    right: int
    align: Align
    baseline: int
    size: int
    tracking: int
    floats: bool = False

    @property
    def role(self) -> Role:
        """The role of the whole text."""
        return self.runs[0].role

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(run.text for run in self.runs)


class FixedRule(NamedTuple):
    """A stroke of a rule: a filled rectangle, EMU from the sheet's top left; black without ink."""

    x: int
    y: int
    width: int
    height: int
    ink: Ink | None


class Opening(NamedTuple):
    """What stands over the main part on the first page.

    Attributes:
        texts: in reading order.
        rules: strokes of all rules of the first page, those at its foot as well.
        height: from the type area's top to where the main part begins, EMU.
    """

    texts: tuple[FixedText, ...]
    rules: tuple[FixedRule, ...]
    height: int

    @property
    def roles(self) -> frozenset[Role]:
        """The roles of its texts."""
        return frozenset(run.role for text in self.texts for run in text.runs)


def fixed_text(
    text: str,
    role: Role,
    style: RoleStyle,
    page: PageGeometry,
    *,
    baseline: int,
    align: Align = Align.LEFT,
    left: int | None = None,
    right: int | None = None,
) -> FixedText:
    """A text of one role in its own size; between the edges of the type area if not told.

    Args:
        text: what it says.
        role, style: what it is and how it is set.
        page: the page.
        baseline: from the sheet's upper edge, EMU.
        align: where it stands between its edges.
        left, right: edges, EMU from the sheet's left edge.
    """
    return FixedText(
        (FixedRun(text, role, style.face),),
        page.binding_margin if left is None else left,
        page.binding_margin + page.type_area_width if right is None else right,
        align,
        baseline,
        style.size,
        page.tracking if style.on_grid else 0,
    )


def strokes_down(style: RuleStyle, page: PageGeometry, first_centre: int) -> tuple[FixedRule, ...]:
    """The strokes of a rule from the centre of its upper one downwards, centred on the type area.

    A letter's rules are centred on the sheet (10.1), whose binding margin is wider: both are the
    same only to a millimetre, so the sheet counts where the rule is wider than the type area.

    Args:
        style: the rule; without length it has no strokes.
        page: the page.
        first_centre: of the upper stroke, EMU from the sheet's upper edge.
    """
    if not style.length:
        return ()
    is_wide = style.length > page.type_area_width
    middle = page.width // 2 if is_wide else page.binding_margin + page.type_area_width // 2
    tops = list(_tops(style, first_centre - style.strokes[0] // 2))
    return tuple(
        FixedRule(middle - style.length // 2, top, style.length, thickness, style.ink)
        for top, thickness in zip(tops, style.strokes, strict=True)
    )


def strokes_up(style: RuleStyle, page: PageGeometry, last_centre: int) -> tuple[FixedRule, ...]:
    """The same with the centre of the lowest stroke given."""
    if not style.length:
        return ()
    span = centre_span(style)
    return strokes_down(style, page, last_centre - span)


def centre_span(style: RuleStyle) -> int:
    """From the centre of a rule's upper stroke to that of its lowest, EMU."""
    first, last = style.strokes[0], style.strokes[-1]
    gaps = style.stroke_gap * (len(style.strokes) - 1)
    return sum(style.strokes) + gaps - first // 2 - (last - last // 2)


def _tops(style: RuleStyle, top: int) -> Iterable[int]:
    for thickness in style.strokes:
        yield top
        top += thickness + style.stroke_gap
