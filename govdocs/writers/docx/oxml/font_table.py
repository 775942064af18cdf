"""The table of fonts (fontTable.xml): what to take where a font is not installed."""

from __future__ import annotations

from collections.abc import Mapping

from govdocs.writers.docx.oxml.markup import Markup, root, w

_SIMPLIFIED_CHINESE = "86"


def font_table_part(alternatives: Mapping[str, str]) -> Markup:
    """The whole part.

    Args:
        alternatives: a Chinese font of the document -> the font to take in its place.
    """
    entries = [
        w(
            "font",
            w("altName", val=alternative),
            w("charset", val=_SIMPLIFIED_CHINESE),
            w("family", val="auto"),
            w("pitch", val="default"),
            name=name,
        )
        for name, alternative in alternatives.items()
    ]
    return root("w:fonts", *entries)
