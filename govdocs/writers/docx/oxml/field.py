"""Fields: text that the word processor computes."""

from __future__ import annotations

from govdocs.writers.docx.oxml.markup import Markup, escaped, joined, root, w
from govdocs.writers.docx.oxml.text import run


def page_number_field() -> Markup:
    """The number of the page, 1 until it is computed."""
    return field("PAGE", "1")


def field(instruction: str, result: str) -> Markup:
    """A complex field with the result to show until it is computed."""
    code = Markup(f'<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText>')
    return joined(
        [
            w("r", w("fldChar", fldCharType="begin")),
            w("r", code),
            w("r", w("fldChar", fldCharType="separate")),
            run(result),
            w("r", w("fldChar", fldCharType="end")),
        ]
    )


def empty_footer_part(style: str) -> Markup:
    """The footer of pages without a number."""
    return root("w:ftr", w("p", w("pPr", w("pStyle", val=style))))


def footer_part(style: str, *, align: str, edge: int, dash: str) -> Markup:
    """A footer with the page number between two dashes.

    Args:
        style: id of the paragraph style.
        align: ``left`` or ``right``.
        edge: distance from that edge, twips.
        dash: the mark at each side.
    """
    return root("w:ftr", number_line(style, align=align, edge=edge, dash=dash))


def number_line(style: str, *, align: str, edge: int, dash: str) -> Markup:
    """The paragraph of such a footer."""
    properties = w(
        "pPr",
        w("pStyle", val=style),
        w("ind", **{align: edge}),
        w("jc", val=align),
    )
    return w("p", properties, run(f"{dash} "), page_number_field(), run(f" {dash}"))
