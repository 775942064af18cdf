"""What stands on the sheets of a finished file, in millimetres: text, level rules, page numbers.

A PDF is read as it is; a DOCX as LibreOffice lays it out. Many files go through one run of
LibreOffice, whose start is what costs time.
"""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pdfplumber
from parity import CONVERSION_TIMEOUT, find_soffice
from pdf_lines import Line, read_pages

MM = 72 / 25.4
TYPE_AREA_FOOT = 262.0
PAGE_NUMBER = re.compile(r"— ?(\d+) ?—")


class Rule(NamedTuple):
    """A level rule: its ends, its centre and its thickness, mm."""

    left: float
    right: float
    y: float
    thickness: float


class Sheet(NamedTuple):
    """A page: its lines of text from top to bottom, and its level rules from top to bottom."""

    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]

    @property
    def number(self) -> Line | None:
        """The page number under the type area."""
        under = [line for line in self.lines if line.y > TYPE_AREA_FOOT * MM]
        return next((line for line in under if PAGE_NUMBER.fullmatch(line.text)), None)

    @property
    def shown_number(self) -> str | None:
        """Its digits."""
        found = PAGE_NUMBER.fullmatch(self.number.text) if self.number else None
        return found[1] if found else None

    def starting(self, text: str) -> Line:
        """The line that begins so."""
        return next(line for line in self.lines if line.text.startswith(text))


def read_sheets(pdf: bytes) -> list[Sheet]:
    """The pages of a PDF."""
    with pdfplumber.open(io.BytesIO(pdf)) as read:
        rules = [_rules(page) for page in read.pages]
    return [Sheet(page.lines, found) for page, found in zip(read_pages(pdf), rules, strict=True)]


def _rules(page: pdfplumber.page.Page) -> tuple[Rule, ...]:
    filled = [
        Rule(r["x0"] / MM, r["x1"] / MM, (r["top"] + r["bottom"]) / 2 / MM, r["height"] / MM)
        for r in page.rects
        if r["height"] < MM < r["width"]
    ]
    stroked = [
        Rule(s["x0"] / MM, s["x1"] / MM, (s["top"] + s["bottom"]) / 2 / MM, s["linewidth"] / MM)
        for s in page.lines
        if s["bottom"] - s["top"] < MM / 5
    ]
    return tuple(sorted([*filled, *stroked], key=lambda rule: rule.y))


def in_libreoffice(files: Mapping[str, bytes]) -> dict[str, list[Sheet]]:
    """The sheets of DOCX files, by name, as LibreOffice lays them out.

    Raises:
        AssertionError: there is no LibreOffice.
    """
    command = find_soffice()
    assert command is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stem, data in files.items():
            (folder / f"{stem}.docx").write_bytes(data)
        subprocess.run(
            [
                command,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                name,
                *[str(folder / f"{stem}.docx") for stem in files],
            ],
            check=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=CONVERSION_TIMEOUT,
        )
        return {stem: read_sheets((folder / f"{stem}.pdf").read_bytes()) for stem in files}
