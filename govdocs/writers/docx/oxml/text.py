"""Paragraphs and runs (w:p, w:r, w:t)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

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
    breaks: Sequence[int] = (),
) -> Markup:
    """A run of text.

    Args:
        text: printable text.
        style: id of a character style.
        faces: a w:rFonts of its own, where no style has its faces.
        breaks: offsets before which a line break stands, ascending.
    """
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if faces is not None:
        properties += faces
    elif _AMBIGUOUS.search(text):
        properties += _EAST_ASIAN
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    return Markup(f"<w:r>{properties}{_content(text, breaks)}</w:r>")


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


def paragraph(
    style: str,
    *runs: Markup,
    right_indent: int | None = None,
    align: str | None = None,
    keep_next: bool = False,
    space: tuple[int, int] = (0, 0),
) -> Markup:
    """A paragraph.

    Args:
        style: id of a paragraph style.
        *runs: its content.
        right_indent: twips; None for the style's own.
        align: a value of w:jc; None for the style's own.
        keep_next: whether it stays on the page of what follows, whatever its style says.
        space: twips before and after it where its style has none; 0 leaves the style's.
    """
    properties = f'<w:pStyle w:val="{style}"/>'
    if keep_next:
        properties += "<w:keepNext/>"
    if any(space):
        properties += w("spacing", before=space[0] or None, after=space[1] or None)
    if right_indent is not None:
        properties += f'<w:ind w:right="{right_indent}"/>'
    if align is not None:
        properties += f'<w:jc w:val="{align}"/>'
    return Markup(f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>")
