"""Settings of the whole document (settings.xml) that decide how lines break."""

from __future__ import annotations

from govdocs.writers.docx.oxml.markup import Markup, root, w

_COMPATIBILITY_MODE = 15  # Word 2013 and later; lower ones show 兼容模式 in the title bar


def settings_part(*, mirror_margins: bool = False) -> Markup:
    """The whole part; ``mirror_margins`` changes left and right on even pages.

    Marks keep their full width (no kerning, no compression), so that a line holds as many cells in
    Word as in LibreOffice; ``overflowPunct`` is left alone: marks hang at a full line's end.
    """
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=_COMPATIBILITY_MODE,
    )
    return root(
        "w:settings",
        w("zoom", percent=100),
        *([w("mirrorMargins")] if mirror_margins else []),
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("noPunctuationKerning"),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", w("doNotExpandShiftReturn"), w("useFELayout"), mode),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )
