"""The seed report and the long corpora, rendered once for all golden tests."""

import re
from pathlib import Path

import pytest
from parity_corpus import FULL_WIDTH, stress
from pdf_lines import read_pages

import govdocs
from govdocs import build

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def seed_document():
    return govdocs.read(EXAMPLES / "lijia-2017.txt")


@pytest.fixture(scope="session")
def seed_pdf(seed_document):
    return govdocs.render(seed_document, "pdf", bundled_fonts=True)


@pytest.fixture(scope="session")
def seed_pages(seed_pdf):
    return read_pages(seed_pdf)


@pytest.fixture(scope="session")
def stress_document():
    text = (EXAMPLES / "lijia-2017.txt").read_text(encoding="utf-8")
    body = text.rpartition("\n---\n")[2]
    clauses = re.sub(r"\s+", "", body.translate(FULL_WIDTH))
    return build.document("压力测试", *stress(clauses, 980, 5))


@pytest.fixture(scope="session")
def stress_pages(stress_document):
    return read_pages(govdocs.render(stress_document, "pdf", bundled_fonts=True))
