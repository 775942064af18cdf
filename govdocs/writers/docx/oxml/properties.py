"""Core properties (docProps/core.xml): title, author, language, dates."""

from __future__ import annotations

import datetime

from govdocs.writers.docx.oxml.markup import Markup, escaped, root

_PREFIXES = ("cp", "dc", "dcterms", "xsi")


def core_properties_part(title: str, author: str, date: datetime.date) -> Markup:
    """The whole part; created and modified are midnight (UTC) of the date."""
    moment = f"{date.isoformat()}T00:00:00Z"
    entries = [
        ("dc:title", title),
        ("dc:creator", author),
        ("cp:lastModifiedBy", author),
        ("dc:language", "zh-CN"),
    ]
    dates = [
        Markup(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>')
        for name in ("created", "modified")
    ]
    texts = [Markup(f"<{tag}>{escaped(text)}</{tag}>") for tag, text in entries if text]
    return root("cp:coreProperties", *texts, *dates, prefixes=_PREFIXES)
