"""版记: 抄送, 印发机关 and 印发日期 between the rules at the foot of the last page.

Source:
    GB/T 9704-2012 7.4.1 (rules), 7.4.2 (抄送机关), 7.4.3 (印发机关和印发日期), 10.1 (letters)
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.compose.addressees import organs_text
from govdocs.compose.composed_imprint import ComposedImprint, ImprintEntry
from govdocs.compose.composition import (
    Align,
    ComposedParagraph,
    Profile,
    Role,
    TabStop,
    TextRun,
)
from govdocs.compose.nominal import nominal_width
from govdocs.errors import UsageError
from govdocs.formatting.dates import date_text
from govdocs.model.nodes import Imprint
from govdocs.standards.official import ImprintStyle

_ADDRESSED_TO = "主送："
_COPIED_TO = "抄送："
_END = "。"
_AFTER_DATE = "印发"
_SEPARATORS = "、，； "


def compose_imprint(imprint: Imprint | None, profile: Profile) -> ComposedImprint | None:
    """The imprint of a document; None if it has none, or one with nothing in it.

    主送 moved here stands over 抄送 with no rule between them. What else there is stands over
    印发机关 and 印发日期, which are the last line, set off by rules. The first and the last rule
    are thick, those between thin.

    Raises:
        UsageError: it names an office or a date of printing, and the format has none (10.1).
    """
    look = profile.imprint
    if imprint is None or look is None:
        return None
    _check_office(imprint, look)
    groups = [group for group in _groups(imprint, profile) if group]
    if not groups:
        return None
    thick, thin = (look.thick_rule, look.thin_rule) if look.has_rules else (0, 0)
    entries = tuple(
        ImprintEntry(paragraph, 0 if position else thin if index else thick)
        for index, group in enumerate(groups)
        for position, paragraph in enumerate(group)
    )
    return ComposedImprint(entries, thick)


def _check_office(imprint: Imprint, look: ImprintStyle) -> None:
    if look.has_printing_office:
        return
    if imprint.printing_office or imprint.date_of_printing:
        raise UsageError(
            "信函格式的版记不加印发机关和印发日期（GB/T 9704-2012 10.1），而文档给出了"
            f"“{_named(imprint)}”；请从版记中去掉，或改用文件格式（official）",
            "the imprint of a letter has no printing office and no date of printing "
            f"(GB/T 9704-2012 10.1), but the document gives “{_named(imprint)}”; take them out of "
            "the imprint, or use the format official",
        )


def _named(imprint: Imprint) -> str:
    day = imprint.date_of_printing
    parts = (imprint.printing_office, date_text(day) if day else None)
    return " ".join(part for part in parts if part)


def _groups(imprint: Imprint, profile: Profile) -> Iterator[tuple[ComposedParagraph, ...]]:
    """The paragraphs between two rules each."""
    organs = ((_ADDRESSED_TO, imprint.addressed_to), (_COPIED_TO, imprint.copied_to))
    yield tuple(_organs(label, names, profile) for label, names in organs if names)
    yield tuple(_paragraph(text, profile) for text in imprint.others)
    yield tuple(_office_and_date(imprint, profile))


def _organs(label: str, names: tuple[str, ...], profile: Profile) -> ComposedParagraph:
    """Organs after their label; wrapped lines are aligned with the first character after it."""
    hang = round(nominal_width(label) * profile.styles[Role.IMPRINT].size)
    text = label + organs_text(names).rstrip(_END) + _END
    return _paragraph(text, profile, hang=hang)


def _paragraph(
    text: str, profile: Profile, *, hang: int = 0, tabs: tuple[TabStop, ...] = ()
) -> ComposedParagraph:
    """A paragraph with its distance from both edges of the type area."""
    role, look = Role.IMPRINT, profile.imprint
    edge = look.edge_chars if look else 0
    return ComposedParagraph(
        role,
        (TextRun(text, role, profile.styles[role].face),),
        right_indent=edge,
        left_indent=round(edge * profile.page.cell) + hang,
        first_line=-hang,
        tabs=tabs,
    )


def _office_and_date(imprint: Imprint, profile: Profile) -> Iterator[ComposedParagraph]:
    """The office at the left, the date at the right of the last line.

    An office too long to stand beside the date is broken over several lines, short of the date.
    """
    look, page = profile.imprint, profile.page
    office = imprint.printing_office or ""
    day = imprint.date_of_printing
    date = f"{date_text(day)}{_AFTER_DATE}" if day else ""
    if look is None or not office + date:
        return
    if not date:
        yield _paragraph(office, profile)
        return
    gap = profile.spacing.han_latin_gap_em
    edge = round(look.edge_chars * page.cell)
    line = (page.type_area_width - 2 * edge) / profile.styles[Role.IMPRINT].size
    *before, last = _broken(office, line - nominal_width(date, gap) - look.gap_em, gap) or [""]
    for text in before:
        yield _paragraph(text, profile)
    stop = TabStop(page.type_area_width - edge, Align.RIGHT)
    yield _paragraph(f"{last}\t{date}", profile, tabs=(stop,))


def _broken(text: str, room: float, gap: float) -> list[str]:
    """A text in lines no wider than so many em, broken after a separator where there is one."""
    lines: list[str] = []
    while nominal_width(text, gap) > room:
        fitting = (end for end in range(len(text), 0, -1) if nominal_width(text[:end], gap) <= room)
        end = next(fitting, 1)
        cut = max(text.rfind(mark, 0, end) for mark in _SEPARATORS) + 1
        lines.append(text[: cut or end].strip())
        text = text[cut or end :].strip()
    return [*lines, text] if text else lines
