"""Styles (styles.xml): defaults, and styles of paragraphs, characters and tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govdocs.writers.docx.oxml.markup import Markup, joined, root, w

NORMAL = "Normal"
DEFAULT_CHARACTER = "DefaultParagraphFont"
TABLE_GRID = "TableGrid"


class Fonts(NamedTuple):
    """Font names of Chinese text and of Latin letters and digits."""

    east_asian: str
    latin: str


class StyleName(NamedTuple):
    """A style as files and people know it; ``is_built_in`` if Word has one of this name."""

    id: str
    name: str
    is_built_in: bool = True


def fonts(names: Fonts, *, hint: str | None = None) -> Markup:
    """w:rFonts with all four faces, so that no theme or default shines through.

    Args:
        names: the fonts.
        hint: ``eastAsia`` where marks that both fonts have come from the Chinese one.
    """
    latin = names.latin
    return w("rFonts", hint=hint, ascii=latin, hAnsi=latin, eastAsia=names.east_asian, cs=latin)


def size(half_points: int) -> Markup:
    """w:sz and w:szCs."""
    return joined([w("sz", val=half_points), w("szCs", val=half_points)])


def tracking(twips: int) -> Markup:
    """What is added to every character's width."""
    return w("spacing", val=twips)


def line_spacing(
    pitch: int | None, *, before: int = 0, after: int = 0, snap_to_grid: bool = True
) -> Markup:
    """w:snapToGrid and w:spacing.

    Args:
        pitch: exact distance of lines, twips; None to let each line be as tall as its content.
        before, after: space around the paragraph, twips.
        snap_to_grid: whether the page's grid places the lines.
    """
    spacing = w(
        "spacing",
        before=before or None,
        after=after or None,
        line=240 if pitch is None else pitch,
        lineRule="auto" if pitch is None else "exact",
    )
    return spacing if snap_to_grid else joined([w("snapToGrid", val=0), spacing])


def indents(*, first_line: int = 0, first_line_chars: float = 0, right: int = 0) -> Markup | None:
    """w:ind. The first line's indent is given twice: Word reads the characters, others the twips.

    Args:
        first_line, right: twips.
        first_line_chars: the same first line's indent in characters.
    """
    if not first_line and not right:
        return None
    return w(
        "ind",
        firstLineChars=round(first_line_chars * 100) or None,
        firstLine=first_line or None,
        right=right or None,
    )


def styles_part(defaults: Markup, styles: Iterable[Markup]) -> Markup:
    """The whole part."""
    return root("w:styles", defaults, *styles)


def document_defaults(run_properties: Markup) -> Markup:
    """w:docDefaults."""
    language = w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    return w(
        "docDefaults",
        w("rPrDefault", w("rPr", run_properties, language)),
        w("pPrDefault"),
    )


def paragraph_style(
    style: StyleName,
    paragraph_properties: Markup,
    run_properties: Markup,
    *,
    based_on: str | None = NORMAL,
    next_style: str | None = None,
    link: str | None = None,
) -> Markup:
    """A paragraph style; the one based on nothing is the default."""
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=based_on) if based_on else None,
        w("next", val=next_style) if next_style else None,
        w("link", val=link) if link else None,
        w("qFormat"),
        w("pPr", paragraph_properties) if paragraph_properties else None,
        w("rPr", run_properties) if run_properties else None,
        type="paragraph",
        default=None if based_on else 1,
        customStyle=None if style.is_built_in else 1,
        styleId=style.id,
    )


def character_style(style: StyleName, run_properties: Markup, *, link: str | None = None) -> Markup:
    """A character style; ``link`` is the paragraph style that looks the same."""
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=DEFAULT_CHARACTER),
        w("link", val=link) if link else None,
        w("qFormat"),
        w("rPr", run_properties),
        type="character",
        customStyle=None if style.is_built_in else 1,
        styleId=style.id,
    )


def default_styles() -> Markup:
    """The default styles of characters, tables and lists, which Word expects to be there."""

    def default(kind: str, style_id: str, name: str, *content: Markup) -> Markup:
        hidden = (w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"))
        return w(
            "style", w("name", val=name), *hidden, *content, type=kind, default=1, styleId=style_id
        )

    return joined(
        [
            default("character", DEFAULT_CHARACTER, "Default Paragraph Font"),
            default(
                "table",
                "TableNormal",
                "Normal Table",
                w("tblPr", w("tblInd", w=0, type="dxa"), cell_margins(0, 0)),
            ),
            default("numbering", "NoList", "No List"),
        ]
    )


def cell_margins(padding_x: int, padding_y: int) -> Markup:
    """w:tblCellMar: from rule to text, twips."""
    padding = {"top": padding_y, "left": padding_x, "bottom": padding_y, "right": padding_x}
    return w("tblCellMar", *[w(side, w=width, type="dxa") for side, width in padding.items()])


def table_grid_style(rule: int, margins: Markup) -> Markup:
    """Single rules round every cell.

    Args:
        rule: width of the rules, eighths of a point.
        margins: a w:tblCellMar.
    """
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *[w(s, val="single", sz=rule, space=0, color="auto") for s in sides])
    return w(
        "style",
        w("name", val="Table Grid"),
        w("basedOn", val="TableNormal"),
        w("tblPr", borders, margins),
        type="table",
        styleId=TABLE_GRID,
    )
