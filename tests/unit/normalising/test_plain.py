"""A document written as text is read back as the same document."""

from pathlib import Path

import pytest

from govdocs.errors import UsageError
from govdocs.inputs.reading import read, read_with_findings
from govdocs.model.nodes import (
    Attachment,
    Cell,
    Document,
    HeaderBlock,
    MainPart,
    Run,
    Signing,
    Table,
)
from govdocs.normalising.document import normalise
from govdocs.normalising.plain import document_text

ROOT = Path(__file__).parents[3]
SOURCES = [
    ROOT / "examples" / "lijia-2017.txt",
    *sorted((ROOT / "tests" / "samples").glob("*.txt")),
]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_text_that_was_read_and_normalised_comes_back(path):
    document = normalise(read(path)).document
    again = read(document_text(document))
    assert again.main_part.body == document.main_part.body
    assert again.main_part.title == document.main_part.title
    assert again.main_part.signature == document.main_part.signature
    assert again.main_part.date_of_issue == document.main_part.date_of_issue


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_samples_hold_no_wrong_change(path):
    """All that is changed in them is the marks of foreign names, which are errors of their own."""
    reading = read_with_findings(path)
    foreign = any(finding.id == "foreign-name" for finding in reading.findings)
    found = normalise(reading.document)
    assert {change.before for change in found.made} <= ({"(", ")"} if foreign else set())


@pytest.mark.parametrize(
    ("document", "named"),
    [
        (Document(main_part=MainPart(), header_block=HeaderBlock()), "the header block"),
        (Document(main_part=MainPart(attachments=(Attachment(title="甲"),))), "attachments"),
        (
            Document(
                main_part=MainPart(body=(Table(rows=((Cell(content=(Run("甲"),), colspan=2),),)),))
            ),
            "merged cells",
        ),
        (Document(main_part=MainPart(signing=Signing.SEALED)), "seals"),
        (
            Document(
                main_part=MainPart(body=(Table(rows=((Cell(),),), landscape=True),)),
            ),
            "landscape tables",
        ),
    ],
)
def test_what_text_cannot_hold_is_refused_by_name(document, named):
    with pytest.raises(UsageError, match=named):
        document_text(document)
