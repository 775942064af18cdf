"""What stands at a place of the page: text in a frame (w:framePr), and ruled lines.

Source:
    ISO/IEC 29500-1 17.3.1.11 (frames)
"""

from __future__ import annotations

from govdocs.writers.docx.oxml.markup import Markup, w
from govdocs.writers.docx.oxml.shape import Stand, anchored_shape, stroke


def frame(*, top: int, width: int, height: int, left: int = 0) -> Markup:
    """w:framePr: paragraphs that bear the same one stand in one frame.

    Readers of the text find them where they are in the body. The next paragraph outside the
    frame decides on which page it stands.

    Args:
        top: from the sheet's upper edge, twips.
        width, height: twips; it grows downwards when it is given more text.
        left: from the left margin, twips.
    """
    return w(
        "framePr",
        w=width,
        h=height,
        hRule="atLeast",
        hSpace=0,
        wrap="around",
        vAnchor="page",
        hAnchor="margin",
        x=left,
        y=top,
    )


def ruled_line(
    *, number: int, name: str, top: int, width: int, thickness: int, rgb: str, left: int = 0
) -> Markup:
    """A run that holds a level line, anchored at its paragraph.

    Args:
        number: its id among the drawings of the document.
        name: what it is, for those who look for it in a word processor.
        top: its centre from the sheet's upper edge, EMU.
        width, thickness: EMU.
        rgb: six hexadecimal digits.
        left: its left end from the left margin, EMU.
    """
    return anchored_shape(
        Stand(left, top, width, 0, "page"),
        number=number,
        names=f'name="{name}"',
        preset="line",
        look=stroke(thickness, rgb),
    )
