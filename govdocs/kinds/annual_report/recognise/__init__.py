"""Recognise last year's page as a yearly report: its facts, sections and statutory tables."""

from govdocs.kinds.annual_report.recognise.prose_text import blocks_to_text
from govdocs.kinds.annual_report.recognise.rebuilding import rebuilt, rebuilt_reading
from govdocs.kinds.annual_report.recognise.recognising import (
    Recognised,
    TableBlocks,
    recognise,
)

__all__ = [
    "Recognised",
    "TableBlocks",
    "blocks_to_text",
    "rebuilt",
    "rebuilt_reading",
    "recognise",
]
