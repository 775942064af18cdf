"""Every example of an official document has the same pages and lines in PDF and DOCX.

The DOCX is laid out by LibreOffice. A turned page is compared in tests/golden/test_landscape.py.
"""

from pathlib import Path

import pytest
from parity import find_soffice
from sheets import in_libreoffice, read_sheets

import govdocs

EXAMPLES = sorted(
    path
    for path in (Path(__file__).parents[2] / "examples/official").iterdir()
    if path.suffix in (".yaml", ".txt")
)
TURNED = {"08-notice": {4}}


@pytest.fixture(scope="module")
def read():
    return {path.stem: govdocs.read_official(path) for path in EXAMPLES}


@pytest.fixture(scope="module")
def office(read):
    if find_soffice() is None:
        pytest.skip("LibreOffice is not installed")
    return in_libreoffice(
        {name: govdocs.render(official, "docx") for name, official in read.items()}
    )


def lines(sheets, turned):
    """The lines of every upright page, each read from left to right without its spaces."""
    return [
        sorted(
            "".join(char.text for char in sorted(line.chars, key=lambda char: char.left)).translate(
                {ord(space): None for space in " \u3000"}
            )
            for line in sheet.lines
        )
        for number, sheet in enumerate(sheets)
        if number not in turned
    ]


@pytest.mark.parametrize("name", [path.stem for path in EXAMPLES])
def test_an_example_has_the_same_pages_and_lines_in_both_formats(name, read, office):
    ours = read_sheets(govdocs.render(read[name], "pdf", bundled_fonts=True))
    turned = TURNED.get(name, set())
    assert len(ours) == len(office[name])
    assert lines(ours, turned) == lines(office[name], turned)
