"""What a DOCX says of its pages: sections, paragraphs in their roles, page numbers, imprint.

Source:
    ECMA-376-1 17.6 (sections), 17.10 (headers and footers)
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from govdocs.certify.colours import Rgb, is_red
from govdocs.certify.docx.looks import Looks, ParagraphLook
from govdocs.certify.forms import DOCUMENT_NUMBER, ORDER_NUMBER
from govdocs.inputs.docx.package import Package, W, child, is_on, value, whole
from govdocs.units import mm, pt, to_mm

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_HAIRLINE = 9525
_LONG_RULE_MM = 60
_LARGER_PT = 1.5
_LARGE_PT = 24.0
_LONGEST_NUMBER = 40
_IMPRINT = re.compile(r"抄送[：:]|印发")


class Section(NamedTuple):
    """The page of a section; twips.

    Attributes:
        width, height, top, bottom, left, right: sheet and margins, the gutter in ``left``.
        grid: type of the grid, or "".
        line_pitch: of the grid; 0 if none.
        char_space: what the grid adds to a character, points.
        first_page: whether its first page has a footer of its own.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    grid: str
    line_pitch: int
    char_space: float
    first_page: bool

    @property
    def is_across(self) -> bool:
        """Whether it is landscape."""
        return self.width > self.height


class Footer(NamedTuple):
    """A footer with a page number: ``default``, ``even`` or ``first``, and its paragraph."""

    kind: str
    paragraph: ParagraphLook


class Document(NamedTuple):
    """A DOCX as its settings have it.

    Attributes:
        sections: in order, at least one.
        mark, number, title: paragraphs of the first page; empty where there are none.
        text: paragraphs of the text.
        body_size: commonest size of the text, points.
        every: all paragraphs outside tables, text boxes included.
        footers: those with a page number.
        has_even_footers: whether odd and even pages differ.
        is_mirrored: whether margins are mirrored.
        imprint_rules: thickness of the rules of the imprint, mm; empty if there are none.
    """

    sections: tuple[Section, ...]
    mark: tuple[ParagraphLook, ...]
    number: ParagraphLook | None
    title: tuple[ParagraphLook, ...]
    text: tuple[ParagraphLook, ...]
    body_size: float
    every: tuple[ParagraphLook, ...]
    footers: tuple[Footer, ...]
    has_even_footers: bool
    is_mirrored: bool
    imprint_rules: tuple[float, ...]


def read_document(data: bytes, at: str | None) -> Document:
    """Read a DOCX.

    Raises:
        InputError: it is damaged, encrypted, too large, or no DOCX.
    """
    package = Package(data, at)
    root = package.xml(package.main_part)
    looks = Looks(package.related("styles"), package.related("theme"))
    body = child(root, "body")
    elements = [] if body is None else [p for p in body.iter(W + "p") if not _is_in_table(p)]
    every = tuple(look for p in elements if (look := looks.paragraph(p)).text)
    size = _body_size(every)
    mark, number, title, text = _parts(every, size)
    settings = package.related("settings")
    return Document(
        sections=_sections(body),
        mark=mark,
        number=number,
        title=title,
        text=text,
        body_size=size,
        every=every,
        footers=_footers(package, body, looks),
        has_even_footers=is_on(child(settings, "evenAndOddHeaders")),
        is_mirrored=is_on(child(settings, "mirrorMargins")),
        imprint_rules=() if body is None else _imprint_rules(body),
    )


def colour_of(text: str) -> Rgb | None:
    """A colour of six hexadecimal digits; None for an automatic one."""
    if not re.fullmatch("[0-9A-Fa-f]{6}", text):
        return None
    return Rgb(int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16))


def _is_in_table(paragraph: Element) -> bool:
    return any(each.tag == W + "tbl" for each in paragraph.iterancestors())


def _body_size(paragraphs: Sequence[ParagraphLook]) -> float:
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        for run in paragraph.runs:
            sizes[run.size] += len(run.text.strip())
    return sizes.most_common(1)[0][0] if sizes else 16.0


_Some = tuple[ParagraphLook, ...]


def _parts(every: _Some, size: float) -> tuple[_Some, ParagraphLook | None, _Some, _Some]:
    """Mark, document number, title and text."""
    start, number = 0, None
    mark: list[ParagraphLook] = []
    title: list[ParagraphLook] = []
    for at, paragraph in enumerate(every[:12]):
        is_marked = paragraph.size >= _LARGE_PT or any(
            is_red(colour_of(run.colour)) for run in paragraph.runs if run.text.strip()
        )
        if is_marked:
            mark.append(paragraph)
            start = at + 1
        elif not number and _is_number(paragraph.text):
            number = paragraph
            start = at + 1
    for paragraph in every[start:]:
        is_larger = paragraph.size >= size + _LARGER_PT
        if not (is_larger or (not title and paragraph.align == "center")):
            break
        title.append(paragraph)
        start += 1
    return tuple(mark), number, tuple(title), every[start:]


def _is_number(text: str) -> bool:
    is_number = DOCUMENT_NUMBER.search(text) or ORDER_NUMBER.fullmatch(text)
    return bool(is_number) and len(text) < _LONGEST_NUMBER


def _sections(body: Element | None) -> tuple[Section, ...]:
    found = [] if body is None else list(body.iter(W + "sectPr"))
    return tuple(map(_section, found)) or (_section(None),)


def _section(element: Element | None) -> Section:
    size, margins = child(element, "pgSz"), child(element, "pgMar")
    grid = child(element, "docGrid")
    space = value(grid, "charSpace") or "0"
    sign = -1 if space.startswith("-") else 1
    kind = value(grid, "type") or ""
    return Section(
        width=whole(value(size, "w"), 12240),
        height=whole(value(size, "h"), 15840),
        top=whole((value(margins, "top") or "").lstrip("-"), 1440),
        bottom=whole((value(margins, "bottom") or "").lstrip("-"), 1440),
        left=whole(value(margins, "left"), 1800) + whole(value(margins, "gutter"), 0),
        right=whole(value(margins, "right"), 1800),
        grid="" if kind == "default" else kind,
        line_pitch=whole(value(grid, "linePitch"), 0),
        char_space=sign * whole(space.lstrip("-"), 0) / 4096 if "Chars" in kind else 0.0,
        first_page=is_on(child(element, "titlePg")),
    )


def _footers(package: Package, body: Element | None, looks: Looks) -> tuple[Footer, ...]:
    """Footers with a PAGE field, each kind once."""
    found: dict[str, Footer] = {}
    targets = _targets(package)
    references = () if body is None else body.iter(W + "footerReference")
    for reference in references:
        kind = reference.get(W + "type", "default")
        root = package.xml(targets.get(reference.get(_R + "id", ""), ""))
        if root is None or kind in found:
            continue
        for element in root.iter(W + "p"):
            paragraph = looks.paragraph(element)
            if any(run.text == "#" for run in paragraph.runs):
                found[kind] = Footer(kind, paragraph)
                break
    return tuple(found.values())


def _targets(package: Package) -> dict[str, str]:
    """The parts that the main part's relationships lead to, by their ids."""
    folder, base = posixpath.split(package.main_part)
    root = package.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
    if root is None:
        return {}
    return {
        each.get("Id", ""): posixpath.normpath(
            posixpath.join("/", folder, each.get("Target", ""))
        ).lstrip("/")
        for each in root
    }


def _imprint_rules(body: Element) -> tuple[float, ...]:
    """Rules about 抄送 and 印发, top to bottom: of a table, of paragraphs, or drawn lines; mm."""
    for table in body.iter(W + "tbl"):
        if _IMPRINT.search(_text(table)):
            return _table_rules(table)
    block = [p for p in body.iter(W + "p") if _IMPRINT.search(_text(p))]
    for paragraph in block:
        borders = child(paragraph, "pPr", "pBdr")
        if borders is not None:
            sizes = [_border(child(borders, side)) for side in ("top", "between", "bottom")]
            return tuple(size for size in sizes if size)
    return _drawn_rules(body, block[0]) if block else ()


def _text(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(W + "t"))


def _drawn_rules(body: Element, first: Element) -> tuple[float, ...]:
    """Long lines drawn from a paragraph on, in the order of their heights on the page."""
    found: list[tuple[int, float]] = []
    is_after = False
    for element in body.iter(W + "p", f"{_WP}anchor"):
        is_after = is_after or element is first
        line = element.find(f".//{_A}ln")
        if element.tag == W + "p" or not is_after or line is None:
            continue
        extent, offset = (
            element.find(_WP + "extent"),
            element.find(f"{_WP}positionV/{_WP}posOffset"),
        )
        width = whole(extent.get("cx"), 0) if extent is not None else 0
        height = whole(extent.get("cy"), 0) if extent is not None else 0
        if width >= mm(_LONG_RULE_MM) and height < mm(1):
            place = whole(offset.text, 0) if offset is not None else 0
            found.append((place, to_mm(whole(line.get("w"), _HAIRLINE))))
    return tuple(thickness for _, thickness in sorted(found))


def _table_rules(table: Element) -> tuple[float, ...]:
    whole_table = child(table, "tblPr", "tblBorders")
    rows = table.findall(W + "tr")
    sizes = []
    for at, row in enumerate(rows):
        cell = child(row, "tc", "tcPr", "tcBorders")
        above = _border(child(cell, "top"))
        usual = "top" if at == 0 else "insideH"
        sizes.append(above or _border(child(whole_table, usual)))
    last = child(rows[-1], "tc", "tcPr", "tcBorders") if rows else None
    sizes.append(_border(child(last, "bottom")) or _border(child(whole_table, "bottom")))
    return tuple(size for size in sizes if size)


def _border(element: Element | None) -> float:
    """The thickness of a border, mm; 0 if there is none."""
    if element is None or value(element) in ("nil", "none"):
        return 0.0
    return to_mm(pt(whole(value(element, "sz"), 0) / 8))
