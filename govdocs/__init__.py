"""govdocs: Chinese government documents (公文) as official-format DOCX and PDF.

    import govdocs

    document = govdocs.read("report.txt")
    govdocs.save(document, "report.pdf")

Names are loaded on first use: importing the package imports none of its heavy dependencies.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdocs.api import RenderOptions as RenderOptions
    from govdocs.api import check as check
    from govdocs.api import render as render
    from govdocs.api import save as save
    from govdocs.environment import Environment as Environment
    from govdocs.errors import CodecError as CodecError
    from govdocs.errors import FontError as FontError
    from govdocs.errors import GovdocsError as GovdocsError
    from govdocs.errors import InputError as InputError
    from govdocs.errors import LayoutError as LayoutError
    from govdocs.errors import MissingGlyphError as MissingGlyphError
    from govdocs.errors import ModelError as ModelError
    from govdocs.errors import ReportError as ReportError
    from govdocs.errors import TemplateError as TemplateError
    from govdocs.errors import UsageError as UsageError
    from govdocs.findings import Finding as Finding
    from govdocs.findings import Severity as Severity
    from govdocs.inputs.reading import Reading as Reading
    from govdocs.inputs.reading import read as read
    from govdocs.inputs.reading import read_with_findings as read_with_findings
    from govdocs.kinds.annual_report.reading import ReportReading as ReportReading
    from govdocs.kinds.annual_report.reading import read_report as read_report
    from govdocs.kinds.annual_report.reading import (
        read_report_with_findings as read_report_with_findings,
    )
    from govdocs.kinds.annual_report.report import AnnualReport as AnnualReport
    from govdocs.kinds.official.document import OfficialDocument as OfficialDocument
    from govdocs.kinds.official.reading import read_official as read_official
    from govdocs.model import build as build
    from govdocs.model.codec import decode as decode
    from govdocs.model.codec import encode as encode
    from govdocs.model.nodes import Document as Document
    from govdocs.model.walk import walk as walk
    from govdocs.standards.loader import profile_names as profile_names

__version__ = "0.1.0"

_HOMES = {
    "AnnualReport": "govdocs.kinds.annual_report.report",
    "CodecError": "govdocs.errors",
    "Document": "govdocs.model.nodes",
    "Environment": "govdocs.environment",
    "Finding": "govdocs.findings",
    "FontError": "govdocs.errors",
    "GovdocsError": "govdocs.errors",
    "InputError": "govdocs.errors",
    "LayoutError": "govdocs.errors",
    "MissingGlyphError": "govdocs.errors",
    "ModelError": "govdocs.errors",
    "OfficialDocument": "govdocs.kinds.official.document",
    "Reading": "govdocs.inputs.reading",
    "RenderOptions": "govdocs.api",
    "ReportError": "govdocs.errors",
    "ReportReading": "govdocs.kinds.annual_report.reading",
    "Severity": "govdocs.findings",
    "TemplateError": "govdocs.errors",
    "UsageError": "govdocs.errors",
    "build": "govdocs.model",
    "check": "govdocs.api",
    "decode": "govdocs.model.codec",
    "encode": "govdocs.model.codec",
    "profile_names": "govdocs.standards.loader",
    "read": "govdocs.inputs.reading",
    "read_official": "govdocs.kinds.official.reading",
    "read_report": "govdocs.kinds.annual_report.reading",
    "read_report_with_findings": "govdocs.kinds.annual_report.reading",
    "read_with_findings": "govdocs.inputs.reading",
    "render": "govdocs.api",
    "save": "govdocs.api",
    "walk": "govdocs.model.walk",
}

__all__ = [*sorted(_HOMES), "__version__"]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'govdocs' has no attribute {name!r}")
    if name == "build":
        return import_module("govdocs.model.build")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
