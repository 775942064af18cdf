"""What every part of layout needs: the profile, the fonts, and a place for what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from govdocs.compose.composition import Align, Profile, RoleStyle, TextRun
from govdocs.errors import MissingGlyphError
from govdocs.fontbook.book import FontBook
from govdocs.layout.pages import GlyphRun
from govdocs.layout.paragraph.breaks import LineSpan, break_lines
from govdocs.layout.paragraph.justify import Placement, place_line
from govdocs.layout.paragraph.prepare import MissingCharacter, Prepared, prepare


@dataclass(slots=True)
class Setting:
    """The fixed surroundings of one layout run, and the characters found missing in it."""

    profile: Profile
    fonts: FontBook
    missing: dict[tuple[str, str], int | None] = field(default_factory=dict)

    def prepared(
        self,
        runs: Sequence[TextRun],
        style: RoleStyle,
        where: str,
        *,
        source: int | None = None,
        size: int | None = None,
        tracking: int | None = None,
    ) -> Prepared | None:
        """A paragraph's text with faces and advances; None notes what no face holds.

        Args:
            runs: the text.
            style: how it is set.
            where: its place in words, for the error.
            source: index of its block in the walk of the document, for the error.
            size: type size in EMU, where it is not the style's.
            tracking: added to each advance in EMU, where it is not the style's.
        """
        if tracking is None:
            tracking = self.profile.page.tracking if style.on_grid else 0
        found = prepare(
            runs,
            style,
            self.fonts,
            tracking=tracking,
            gap_em=self.profile.spacing.han_latin_gap_em,
            size=size,
        )
        if isinstance(found, Prepared):
            return found
        for entry in found:
            self.missing.setdefault((_named(entry), where), source)
        return None

    def raise_missing(self) -> None:
        """Raise MissingGlyphError if any character was found that no face holds."""
        if not self.missing:
            return
        shown = list(self.missing)[:20]
        more = len(self.missing) - len(shown)
        zh = "；".join(f"{char}（{where}）" for char, where in shown)
        en = "; ".join(f"{char} ({where})" for char, where in shown)
        raise MissingGlyphError(
            f"没有一种字体含有这些字符：{zh}{f'；另有 {more} 处' if more else ''}。"
            "请改字，或用 --font 指定含有它们的字体",
            f"no face holds these characters: {en}{f'; {more} more' if more else ''}. "
            "Change them, or name a face that holds them with --font",
            source=next((source for source in self.missing.values() if source is not None), None),
        )


def _named(entry: MissingCharacter) -> str:
    return f"“{entry.char}” U+{ord(entry.char):04X}"


def paragraph_lines(
    par: Prepared,
    setting: Setting,
    *,
    left: int,
    measure: int,
    align: Align,
    first_line_indent: int = 0,
    forced: Sequence[int] = (),
    hang: bool = True,
    lead: int = 0,
) -> list[tuple[GlyphRun, ...]]:
    """The lines of a paragraph, each as glyph runs from ``left`` on.

    Args:
        par: the paragraph.
        setting: surroundings.
        left: left edge, EMU from the sheet's left.
        measure: room between the edges, EMU.
        align: alignment of the lines.
        first_line_indent: EMU.
        forced: offsets where a line must end.
        hang: whether a mark may stand after the last cell.
        lead: how many characters hang over the left edge; they keep their natural places, and
            the rest of the first line is set between the edges.
    """
    spans: tuple[LineSpan, ...] = break_lines(
        par, measure - first_line_indent, measure, forced, hang=hang
    )
    spacing = setting.profile.spacing
    first = Placement(left + first_line_indent, measure - first_line_indent, align)
    rest = Placement(left, measure, align)
    lines = [
        place_line(par, span, rest if index else first, spacing) for index, span in enumerate(spans)
    ]
    if 0 < lead < spans[0].visible_end:
        own = place_line(
            par, LineSpan(0, lead, lead, True), first._replace(align=Align.LEFT), spacing
        )
        lines[0] = own + place_line(par, spans[0]._replace(start=lead), rest, spacing)
    return lines
