"""The document model: what a 公文 says, without fonts, millimetres or line breaks.

The window on :mod:`govdocs.model.blocks` and :mod:`govdocs.model.parts`: others import from here.
"""

from __future__ import annotations

from govdocs.model.blocks import (
    DEEPEST_LEVEL,
    HIGHEST_NUMBER,
    Alignment,
    Block,
    Cell,
    Figure,
    ImageFormat,
    InlineRole,
    Inlines,
    Item,
    Paragraph,
    Run,
    Section,
    Table,
    plain_text,
)
from govdocs.model.checks import is_noncharacter, unprintable
from govdocs.model.grid import occupancy
from govdocs.model.parts import (
    Attachment,
    Attendance,
    Document,
    HeaderBlock,
    Imprint,
    MainPart,
    SignatureStamp,
    Signing,
)

__all__ = [
    "DEEPEST_LEVEL",
    "HIGHEST_NUMBER",
    "Alignment",
    "Attachment",
    "Attendance",
    "Block",
    "Cell",
    "Document",
    "Figure",
    "HeaderBlock",
    "ImageFormat",
    "Imprint",
    "InlineRole",
    "Inlines",
    "Item",
    "MainPart",
    "Paragraph",
    "Run",
    "Section",
    "SignatureStamp",
    "Signing",
    "Table",
    "is_noncharacter",
    "occupancy",
    "plain_text",
    "unprintable",
]
