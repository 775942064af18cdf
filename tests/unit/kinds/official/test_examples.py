"""Every example of an official document: read, without findings, and rendered to both formats."""

import functools
from pathlib import Path

import pytest

import govdocs
from govdocs.inputs.templating import Templates
from govdocs.kinds.official.checks.all import check
from govdocs.kinds.official.lower import lower
from govdocs.kinds.official.reading import read_official_with_findings
from govdocs.kinds.official.rules import all_kinds

ROOT = Path(__file__).parents[4]
EXAMPLES = sorted(
    path
    for path in (ROOT / "examples" / "official").iterdir()
    if path.suffix in (".yaml", ".json", ".txt")
)
SHIPPED = Templates([ROOT / "templates"])


@functools.cache
def read(path):
    return read_official_with_findings(path)


def named(path):
    return path.stem


def test_there_is_an_example_of_each_kind():
    assert {read(path).official.kind for path in EXAMPLES} == {kind.name for kind in all_kinds()}


def test_the_examples_show_joint_issue_special_forms_and_both_ways_of_writing():
    documents = [read(path).official for path in EXAMPLES]
    assert {len(each.organs) for each in documents} >= {1, 2, 3}
    assert {each.printed_form for each in documents} == {"official", "letter", "order", "minutes"}
    assert {len(each.signatories) for each in documents} >= {0, 1, 2}
    assert any(part.landscape for d in documents for a in d.attachments for part in a.body)
    assert any(each.copy_number and each.urgency for each in documents)
    assert any(each.file for d in documents for each in d.attachments)
    assert {path.suffix for path in EXAMPLES} == {".yaml", ".txt"}


@pytest.mark.parametrize("path", EXAMPLES, ids=named)
def test_an_example_has_no_findings(path):
    assert read(path).findings == ()
    assert check(read(path).official, SHIPPED) == ()
    assert lower(read(path).official, SHIPPED).findings == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=named)
def test_an_example_renders_to_docx(path):
    assert govdocs.render(read(path).official, "docx", bundled_fonts=True).startswith(b"PK")


@pytest.mark.parametrize("path", EXAMPLES, ids=named)
def test_an_example_renders_to_pdf_with_all_its_text(path):
    import io

    import pdfplumber

    data = govdocs.render(read(path).official, "pdf", bundled_fonts=True)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        printed = "".join(page.extract_text() or "" for page in pdf.pages)
        assert 1 <= len(pdf.pages) <= 7
    bare = "".join(printed.split())
    official = read(path).official
    for words in ("".join(official.printed_title.split())[-8:], official.printed_number or ""):
        assert words in bare
