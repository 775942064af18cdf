"""Charts in a DOCX: native, with their figures in a workbook, sound for validators and readers."""

import io
import json
import os
import subprocess
import sys
import zipfile

import docx
import openpyxl
import pdfplumber
import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from parity import convert, find_soffice

import govdocs
from govdocs import build
from govdocs.compose.charts import compose_chart
from govdocs.errors import LayoutError
from govdocs.model.chart import described
from govdocs.standards.loader import load_profile

SDK = os.environ.get("OOXML_VALIDATOR")
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
HOSTILE = ["=1+1", "<甲&乙>", "http://a.cn/?x=1", '_x0000_"']
CHARTS = {
    "column": build.chart(
        "column",
        "图1 收到与办结",
        ["2024年", "2025年"],
        {"新收": [13, 20], "办结": [14, None]},
        unit="件",
    ),
    "stacked_column": build.chart(
        "stacked_column", "图1 构成", ["甲", "乙"], {"一": [100, 1], "二": [0, 50], "三": [30, 40]}
    ),
    "line": build.chart(
        "line", "", ["1月", "2月", "3月"], {"网站": [12, -3.5, 9], "微信": [1, 2, 3]}
    ),
    "pie": build.chart("pie", "图1 结果", HOSTILE, {"办结": [5, 3, 2, 0]}, unit="件", alt="一张饼"),
}


def docx_of(*parts):
    return govdocs.render(build.document("题", "前文。", *parts), "docx")


@pytest.fixture(params=CHARTS)
def chart(request):
    return CHARTS[request.param]


@pytest.fixture
def document(chart):
    return docx.Document(io.BytesIO(docx_of(chart)))


def chart_part(document):
    (element,) = document.element.body.iter(f"{C}chart")
    relation = element.get(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    )
    return document.part.related_parts[relation]


def space_of(document):
    return etree.fromstring(chart_part(document).blob)


def test_the_chart_part_has_all_names_and_figures(document, chart):
    space = space_of(document)
    (plot,) = [
        one for one in space.iter() if one.tag.endswith(("barChart", "lineChart", "pieChart"))
    ]
    for series, element in zip(chart.series, plot.findall(f"{C}ser"), strict=True):
        assert element.findtext(f"{C}tx//{C}v") == series.name
        names = [one.text for one in element.iterfind(f"{C}cat//{C}v")]
        assert tuple(names) == chart.categories
        found = {
            int(one.get("idx")): float(one.findtext(f"{C}v"))
            for one in element.iterfind(f"{C}val//{C}pt")
        }
        assert found == {i: float(v) for i, v in enumerate(series.values) if v is not None}


def test_the_workbook_has_the_figures_that_the_chart_refers_to(document, chart):
    part = chart_part(document)
    data = space_of(document).find(f"{C}externalData")
    book = part.related_parts[next(iter(data.attrib.values()))]
    assert book.partname.ext == "xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(book.blob))["Sheet1"]
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0][1:]) == [series.name or None for series in chart.series]
    for index, category in enumerate(chart.categories):
        assert rows[index + 1] == (category, *(series.values[index] for series in chart.series))
    assert {cell.data_type for cell in sheet["A"]} <= {"s", "n"}  # no formulas


def test_the_drawing_has_alt_text_and_the_size_of_the_composition(document, chart):
    (shape,) = document.inline_shapes
    properties = shape._inline.docPr
    assert properties.get("descr") == (chart.alt or described(chart))
    assert (round(shape.width.mm), round(shape.height.mm)) == (156, 70)


def test_all_text_of_the_chart_has_chinese_and_latin_fonts(document):
    properties = list(space_of(document).iter(f"{A}defRPr", f"{A}rPr"))
    assert properties
    for one in properties:
        assert one.find(f"{A}ea").get("typeface") == "宋体"
        assert one.find(f"{A}latin").get("typeface") == "Times New Roman"


def test_axis_and_greys_are_those_of_the_pdf():
    space = space_of(docx.Document(io.BytesIO(docx_of(CHARTS["column"]))))
    scaling = space.find(f".//{C}valAx/{C}scaling")
    assert float(scaling.find(f"{C}max").get("val")) == 20
    assert float(scaling.find(f"{C}min").get("val")) == 0
    fills = [
        ser.find(f"{C}spPr/{A}solidFill/{A}srgbClr").get("val") for ser in space.iter(f"{C}ser")
    ]
    assert fills == ["595959", "D9D9D9"]


def test_figures_without_room_are_left_out_one_by_one():
    space = space_of(docx.Document(io.BytesIO(docx_of(CHARTS["stacked_column"]))))
    left_out = [
        [int(label.find(f"{C}idx").get("val")) for label in ser.iterfind(f"{C}dLbls/{C}dLbl")]
        for ser in space.iter(f"{C}ser")
    ]
    assert left_out == [[1], [0], []]


def test_the_caption_follows_the_chart_and_is_kept_with_it():
    document = docx.Document(io.BytesIO(docx_of(CHARTS["column"])))
    _, _, frame, caption = document.paragraphs
    assert (frame.style.name, caption.style.name) == ("图片", "Caption")
    assert frame.style.paragraph_format.keep_with_next
    assert caption.text == "图1 收到与办结"


@pytest.fixture(scope="module")
def all_charts(tmp_path_factory):
    path = tmp_path_factory.mktemp("charts") / "charts.docx"
    path.write_bytes(docx_of(*CHARTS.values()))
    return path


def test_openxml_audit_has_no_findings(all_charts):
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(all_charts).errors == []


@pytest.mark.skipif(not SDK, reason="OOXML_VALIDATOR names no Open XML SDK validator")
def test_open_xml_sdk_has_no_findings(all_charts):
    done = subprocess.run([SDK, str(all_charts)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == [], done.stdout


@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_draws_every_chart(all_charts, tmp_path):
    with pdfplumber.open(convert(all_charts, tmp_path)) as pdf:
        text = "".join(page.extract_text() for page in pdf.pages)
        drawn = sum(len(page.rects) + len(page.curves) + len(page.lines) for page in pdf.pages)
    assert drawn > 30
    for word in ("2024", "新收", "办结", "1月", "网站", "=1+1", "单位：件"):
        assert word in text.replace(" ", "")


def test_the_same_chart_gives_the_same_bytes(chart):
    assert docx_of(chart) == docx_of(chart)


def test_hash_seed_and_time_zone_change_nothing():
    code = (
        "import hashlib, govdocs; from govdocs import build;"
        "c = build.chart('line', '图', ['甲', '乙'], {'一': [1, 2], '二': [2, 1]});"
        "d = build.document('题', c);"
        "print(hashlib.sha256(govdocs.render(d, 'docx')).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert len(digests) == 1


def test_the_workbook_carries_no_clock_and_no_system():
    document = build.document("题", CHARTS["line"])
    data = govdocs.render(document, "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(".xlsx")]
        book = zipfile.ZipFile(io.BytesIO(archive.read(name)))
    assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in book.infolist()} == {0}
    assert b"1980-01-01T00:00:00Z" in book.read("docProps/core.xml")


def test_without_python_pptx_a_chart_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pptx.chart.data", None)
    with pytest.raises(LayoutError, match=r"pip install 'govdocs\[charts\]'") as caught:
        docx_of(CHARTS["line"])
    assert "govdocs[charts]" in caught.value.zh


def test_a_document_without_charts_needs_no_python_pptx():
    code = (
        "import sys, govdocs; govdocs.render(govdocs.build.document('题', '文'), 'docx');"
        "print(sorted({'pptx', 'xlsxwriter'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_pictures_and_charts_are_numbered_together(figure, compose, write):
    (chart,) = compose_chart(CHARTS["line"], load_profile("published-report"), 1)
    written = docx.Document(io.BytesIO(write(compose(figure(), chart, chart))))
    numbers = [shape._inline.docPr.get("id") for shape in written.inline_shapes]
    assert numbers == ["1", "2", "3"]
    names = {str(part.partname) for part in written.part.package.iter_parts()}
    assert {"/word/charts/chart1.xml", "/word/charts/chart2.xml"} <= names
