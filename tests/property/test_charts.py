"""Any chart within the model's limits renders in both formats, with all its names."""

import io
import re

import docx
import pdfplumber
import pytest
from hypothesis import given, settings
from openxml_audit import FileFormat, OpenXmlValidator

import govdocs
from govdocs import build
from govdocs.testing.strategies import charts, settable_texts

FEW = settings(max_examples=30, deadline=None)
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"


@FEW
@given(charts(settable_texts(max_size=20)))
def test_any_chart_is_in_the_pdf_with_every_character_of_its_names(chart):
    data = govdocs.render(build.document("", chart), "pdf", bundled_fonts=True)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        printed = "".join(char["text"] for page in pdf.pages for char in page.chars)
    left = list(printed)
    names = [chart.title, chart.unit, *chart.categories, *(one.name for one in chart.series)]
    for char in re.sub(r"\s", "", "".join(names)):
        assert char in left, char
        left.remove(char)


@FEW
@given(charts(settable_texts(max_size=20)))
def test_any_chart_is_in_the_docx_and_gives_the_same_bytes_twice(chart):
    document = build.document("", chart)
    data = govdocs.render(document, "docx")
    assert govdocs.render(document, "docx") == data
    body = docx.Document(io.BytesIO(data)).element.body
    assert len(list(body.iter(CHART))) == 1


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("charts") / "chart.docx"


@settings(max_examples=15, deadline=None)
@given(chart=charts())
def test_a_chart_with_any_text_is_sound_for_a_validator(chart, path):
    path.write_bytes(govdocs.render(build.document("", chart), "docx"))
    validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019)
    assert validator.validate(path).errors == []
