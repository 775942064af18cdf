"""How the paragraphs of a DOCX are set: each property from the nearest place that has it.

Source:
    ECMA-376-1 17.7.2: the hierarchy of styles
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from govdocs.inputs.docx.package import W, child, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LONGEST_CHAIN = 50
_SINGLE_LINE = 240
_PAGE_FIELD = re.compile(r"\bPAGE\b")
_PLAIN_BRANCH = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class RunLook(NamedTuple):
    """A stretch of text and its look.

    Attributes:
        text: the characters; of a PAGE field ``#``.
        chinese, latin: names of the faces of Chinese text and of digits.
        size: in points.
        spacing: added to each character, points.
        colour: six hexadecimal digits, or "" for automatic.
    """

    text: str
    chinese: str
    latin: str
    size: float
    spacing: float
    colour: str


class ParagraphLook(NamedTuple):
    """A paragraph outside tables.

    Attributes:
        runs: its text.
        align: ``left``, ``center``, ``right``, ``both`` …
        first_chars: first-line indent in characters, from characters or from twips.
        left, right: indents, twips.
        pitch: from line to line, points; None where the font or the grid gives it.
        on_grid: whether it follows the grid of its section.
    """

    runs: tuple[RunLook, ...]
    align: str
    first_chars: float
    left: int
    right: int
    pitch: float | None
    on_grid: bool

    @property
    def text(self) -> str:
        """The text without white space."""
        return re.sub(r"\s", "", "".join(run.text for run in self.runs))

    @property
    def size(self) -> float:
        """The largest size of its text; 0 where there is none."""
        return max((run.size for run in self.runs if run.text.strip()), default=0.0)


class Looks:
    """Resolves looks against the styles and the theme of a document."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        every = [] if styles is None else styles.findall(W + "style")
        self._styles = {style.get(W + "styleId", ""): style for style in every}
        self._default = {
            style.get(W + "type", ""): style.get(W + "styleId", "")
            for style in reversed(every)
            if style.get(W + "default") in ("1", "true", "on")
        }
        self._run_defaults = child(styles, "docDefaults", "rPrDefault", "rPr")
        self._paragraph_defaults = child(styles, "docDefaults", "pPrDefault", "pPr")
        self._theme = _theme_faces(theme)

    def paragraph(self, element: Element) -> ParagraphLook:
        """The look of a paragraph."""
        own = child(element, "pPr")
        sources = [own, *self._of_styles(value(child(own, "pStyle")), "paragraph", "pPr")]
        sources.append(self._paragraph_defaults)
        runs = tuple(self._runs(element, value(child(own, "pStyle"))))
        size = max((run.size for run in runs if run.text.strip()), default=16.0)
        line = _first(sources, "spacing", "line")
        rule = _first(sources, "spacing", "lineRule") or "auto"
        twips = whole(line, _SINGLE_LINE)
        pitch = twips / 20 if rule in ("exact", "atLeast") and line else None
        grid = _first(sources, "snapToGrid", "val", "true")
        return ParagraphLook(
            runs,
            _first(sources, "jc", "val") or "left",
            _first_line(sources, size),
            _signed(_first(sources, "ind", "left") or _first(sources, "ind", "start")),
            _signed(_first(sources, "ind", "right") or _first(sources, "ind", "end")),
            pitch,
            grid not in ("0", "false", "off") and (rule != "auto" or twips == _SINGLE_LINE),
        )

    def _of_styles(self, id: str | None, kind: str, part: str) -> Iterator[Element | None]:
        """Properties of a style and of those that it is based on, the nearest first."""
        id = id if id in self._styles else self._default.get(kind)
        for _ in range(_LONGEST_CHAIN):  # styles may be based on each other in a ring
            style = self._styles.get(id or "")
            if style is None:
                return
            yield child(style, part)
            id = value(child(style, "basedOn"))

    def _runs(self, paragraph: Element, style: str | None) -> Iterator[RunLook]:
        of_paragraph = [*self._of_styles(style, "paragraph", "rPr"), self._run_defaults]
        in_result = is_page = False
        for run in paragraph.iter(W + "r", W + "fldSimple"):
            if any(each.tag == _PLAIN_BRANCH for each in run.iterancestors()):
                continue
            if run.tag == W + "fldSimple":
                is_page = bool(_PAGE_FIELD.search(run.get(W + "instr", "")))
                if is_page and (inner := run.find(W + "r")) is not None:
                    yield self._run(inner, "#", of_paragraph)
                continue
            for mark in run.iter(W + "fldChar", W + "instrText"):
                kind = mark.get(W + "fldCharType")
                if mark.tag == W + "instrText":
                    is_page = bool(_PAGE_FIELD.search(mark.text or ""))
                    if is_page:
                        yield self._run(run, "#", of_paragraph)
                in_result = kind == "separate" or (in_result and kind != "end")
            text = "".join(t.text or "" for t in run.iter(W + "t"))
            parent = run.getparent()
            is_simple = parent is not None and parent.tag == W + "fldSimple"
            inside_page = is_page and (in_result or is_simple)
            if text and not inside_page:
                yield self._run(run, text, of_paragraph)

    def _run(self, run: Element, text: str, of_paragraph: list[Element | None]) -> RunLook:
        own = child(run, "rPr")
        named = value(child(own, "rStyle"))
        styled = list(self._of_styles(named, "character", "rPr")) if named else []
        sources = [own, *styled, *of_paragraph]
        return RunLook(
            text,
            self._face(sources, "eastAsia"),
            self._face(sources, "ascii"),
            whole(_first(sources, "sz", "val"), 20) / 2,
            _signed(_first(sources, "spacing", "val")) / 20,
            (_first(sources, "color", "val") or "").removeprefix("auto"),
        )

    def _face(self, sources: list[Element | None], script: str) -> str:
        for source in sources:
            fonts = child(source, "rFonts")
            if fonts is None:
                continue
            if (theme := fonts.get(W + f"{script}Theme")) is not None:
                return self._theme.get(theme, "")
            if name := fonts.get(W + script):
                return name
        return ""


def _first(
    sources: list[Element | None], name: str, attribute: str, bare: str | None = None
) -> str | None:
    """An attribute from the first source that has it; ``bare`` for an element without it."""
    for source in sources:
        element = child(source, name)
        if element is not None:
            found = element.get(W + attribute, bare)
            if found is not None:
                return found
    return None


def _first_line(sources: list[Element | None], size: float) -> float:
    """The first-line indent in characters of the paragraph's size."""
    for source in sources:
        indent = child(source, "ind")
        if indent is None:
            continue
        chars = indent.get(W + "firstLineChars")
        if chars is not None and _signed(chars):
            return _signed(chars) / 100
        twips = indent.get(W + "firstLine")
        if twips is not None:
            return _signed(twips) / 20 / size if size else 0.0
    return 0.0


def _signed(text: str | None) -> int:
    """A whole number, perhaps negative; 0 where there is none."""
    if not text:
        return 0
    return -whole(text[1:], 0) if text.startswith("-") else whole(text, 0)


def _theme_faces(theme: Element | None) -> dict[str, str]:
    """Names of a theme's faces by Word's names for them."""
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        fonts = None if theme is None else theme.find(f".//{_A}{kind}Font")
        if fonts is None:
            continue
        latin, chinese = fonts.find(_A + "latin"), fonts.find(_A + "ea")
        han = [f for f in fonts.findall(_A + "font") if f.get("script") == "Hans"]
        name = (chinese.get("typeface", "") if chinese is not None else "") or (
            han[0].get("typeface", "") if han else ""
        )
        found[f"{kind}EastAsia"] = name
        for script in ("HAnsi", "Ascii"):
            found[f"{kind}{script}"] = latin.get("typeface", "") if latin is not None else ""
    return found
