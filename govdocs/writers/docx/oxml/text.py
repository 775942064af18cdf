"""Paragraphs and runs (w:p, w:r, w:t)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from govdocs.writers.docx.oxml.markup import Markup, escaped, joined, w

LINE_BREAK = Markup("<w:br/>")

# Marks and symbols that stand in the Latin as well as in the Chinese faces (“ ” — … · ① ℃ ×):
# Word takes them from the Chinese face where the run says so. Letters are not among them.
_AMBIGUOUS = re.compile("[\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf×÷\u2010-\u2e7f]")
_EAST_ASIAN = Markup('<w:rFonts w:hint="eastAsia"/>')

# XML readers refuse text nodes of more than ten million characters unless told otherwise.
_LONGEST_NODE = 1_000_000


def run(
    text: str,
    *,
    style: str | None = None,
    faces: Markup | None = None,
    size: int | None = None,
    breaks: Sequence[int] = (),
    has_tabs: bool = False,
) -> Markup:
    """A run of text.

    Args:
        text: printable text.
        style: id of a character style.
        faces: a w:rFonts of its own, where no style has its faces.
        size: half points; None for the style's.
        breaks: offsets before which a line break stands, ascending.
        has_tabs: whether its tab characters are tabs; else a tab is refused.
    """
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if faces is not None:
        properties += faces
    elif _AMBIGUOUS.search(text):
        properties += _EAST_ASIAN
    if size is not None:
        properties += w("sz", val=size) + w("szCs", val=size)
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    if has_tabs:
        content = Markup("<w:tab/>".join(map(_nodes, text.split("\t"))))
    else:
        content = _content(text, breaks)
    return Markup(f"<w:r>{properties}{content}</w:r>")


def _content(text: str, breaks: Sequence[int]) -> Markup:
    if not breaks and len(text) <= _LONGEST_NODE:
        return _node(text)
    cuts = [0, *breaks, len(text)]
    lines = [_nodes(text[start:end]) for start, end in pairwise(cuts)]
    return Markup(LINE_BREAK.join(lines))


def _nodes(text: str) -> Markup:
    starts = range(0, len(text), _LONGEST_NODE)
    return joined([_node(text[start : start + _LONGEST_NODE]) for start in starts])


def _node(text: str) -> Markup:
    return Markup(f'<w:t xml:space="preserve">{escaped(text)}</w:t>')


class Tab(NamedTuple):
    """A tab stop: twips from the left edge, and ``left``, ``center`` or ``right``."""

    position: int
    kind: str


def paragraph(
    style: str,
    *runs: Markup,
    left_indent: int | None = None,
    first_line: int | None = None,
    right_indent: int | None = None,
    align: str | None = None,
    keep_next: bool = False,
    page_break: bool = False,
    frame: Markup | None = None,
    tabs: Sequence[Tab] = (),
    space: tuple[int | None, int | None] = (None, None),
    line: int | None = None,
) -> Markup:
    """A paragraph.

    Args:
        style: id of a paragraph style.
        *runs: its content.
        left_indent, first_line, right_indent: twips; None for the style's own. A first line
            with less than nothing hangs to the left.
        align: a value of w:jc; None for the style's own.
        keep_next: whether it stays on the page of what follows, whatever its style says.
        page_break: whether it begins a page.
        frame: a w:framePr, where it stands in a frame.
        tabs: its tab stops.
        space: twips before and after it; None leaves the style's.
        line: exact height of its lines off the grid, twips; None for the style's.
    """
    properties = f'<w:pStyle w:val="{style}"/>'
    if keep_next:
        properties += "<w:keepNext/>"
    if page_break:
        properties += "<w:pageBreakBefore/>"
    if frame is not None:
        properties += frame
    if tabs:
        properties += w("tabs", *[w("tab", val=tab.kind, pos=tab.position) for tab in tabs])
    if line is not None:
        properties += w("snapToGrid", val=0)
    if (*space, line) != (None, None, None):
        rule = None if line is None else "exact"
        properties += w("spacing", before=space[0], after=space[1], line=line, lineRule=rule)
    if (left_indent, first_line, right_indent) != (None, None, None):
        properties += _indents(left_indent, first_line, right_indent)
    if align is not None:
        properties += f'<w:jc w:val="{align}"/>'
    return Markup(f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>")


def _indents(left: int | None, first_line: int | None, right: int | None) -> Markup:
    """w:ind; the first line's indent in characters, which Word prefers, is put out of force."""
    hangs = first_line is not None and first_line < 0
    return w(
        "ind",
        left=left,
        right=right,
        firstLineChars=None if first_line is None else 0,
        hanging=-first_line if first_line is not None and hangs else None,
        firstLine=None if hangs else first_line,
    )
