"""What the elements of a page are to a reader of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdocs.inputs.text.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SILENT = frozenset(
    "script style template noscript head title meta link base svg canvas map noframes".split()
)
"""Elements whose content is no text of the page."""

CONTROLS = frozenset("select option button textarea input datalist nav".split())
"""What is there to be clicked: left out, and counted with what stands around the article."""

MEDIA = frozenset("iframe frame object embed video audio".split())
"""What holds content that is not in this file."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol "
    "p pre section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that begin and end a line."""

_HIDDEN = regex(r"(?:^|;)(?:display:none|visibility:hidden|font-size:0(?:px|pt|em)?(?:;|$))")
_HIDDEN_BY_WORD = "mso-hide:all"


def style_of(element: Element) -> str:
    """The style of an element, lower-case and without blanks."""
    return "".join((element.get("style") or "").split()).lower()


def is_hidden(element: Element) -> bool:
    """Whether an element says itself that it is not to be seen."""
    if element.get("hidden") is not None:
        return True
    if element.get("style") is None:
        return False
    style = style_of(element)
    return _HIDDEN_BY_WORD in style or bool(_HIDDEN.search(style))


def is_control(element: Element) -> bool:
    """Whether an element is a control, navigation, or a page header that LibreOffice writes."""
    if element.tag in CONTROLS or element.get("role") == "navigation":
        return True
    return element.tag == "div" and element.get("title") in ("header", "footer")


def line_of(element: Element) -> int:
    """The 1-based line of the source that an element begins on, as far as the parser knows."""
    line = element.sourceline
    return line if isinstance(line, int) else 1


def text_of(element: Element) -> str:
    """All text in an element."""
    return "".join(str(text) for text in element.itertext())


def number_of(element: Element, name: str, otherwise: int) -> int:
    """A whole number in an attribute, or another value."""
    text = (element.get(name) or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise
