"""Charts in a PDF: paths and embedded text, no picture, nothing that changes from run to run."""

import io
import re

import pdfplumber
import pytest

import govdocs
from govdocs import build
from govdocs.compose.composition import Fill, Hatch, Role, Stroke
from govdocs.layout.pages import Anchor, Drawing, Shape
from govdocs.layout.shapes import rectangle
from govdocs.units import pt
from govdocs.writers.pdf.drawings import drawing_content

CHARTS = {
    "column": build.chart(
        "column",
        "图1 收到与办结",
        ["2024年", "2025年"],
        {"新收申请": [13, 21], "办结申请": [14, None]},
        unit="件",
    ),
    "stacked": build.chart(
        "stacked_column", "图1 构成", ["甲", "乙"], {"一": [10, 9], "二": [8, 7], "三": [6, 7]}
    ),
    "line": build.chart(
        "line", "图1 走势", ["1月", "2月", "3月"], {"网站": [12, 15, 9]}, unit="条"
    ),
    "pie": build.chart(
        "pie", "图1 结果", ["公开", "不公开", "其他"], {"办结": [5, 3, 2]}, unit="件"
    ),
}
LINE = Stroke(pt(0.5))


def pdf_of(*parts):
    return govdocs.render(build.document("", *parts), "pdf", bundled_fonts=True)


@pytest.fixture(params=CHARTS)
def chart(request):
    return CHARTS[request.param]


@pytest.fixture
def page(chart):
    with pdfplumber.open(io.BytesIO(pdf_of(chart))) as pdf:
        yield pdf.pages[0]


def test_the_chart_is_drawn_with_paths_and_without_pictures(page):
    assert page.rects or page.curves
    assert page.lines or page.curves
    assert page.images == []


def test_all_names_and_the_caption_can_be_read(page, chart):
    text = re.sub(r"\s", "", page.extract_text())
    names = [*chart.categories, chart.title, chart.unit]
    for name in [*names, *(series.name for series in chart.series)]:
        assert re.sub(r"\s", "", name) in text


def test_all_faces_are_embedded(chart):
    data = pdf_of(chart)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        faces = {char["fontname"] for char in pdf.pages[0].chars}
    assert faces
    assert all(re.match(r"[A-Z]{6}\+(Govdocs|Liberation)", face) for face in faces)
    assert b"Helvetica" not in data


def test_names_are_set_in_the_face_and_size_of_the_profile(page):
    sizes = {(char["text"], round(char["size"], 1)) for char in page.chars}
    assert {size for text, size in sizes if text in "申请甲乙月公"} == {9.0}


def test_figures_stand_over_their_columns():
    with pdfplumber.open(io.BytesIO(pdf_of(CHARTS["column"]))) as pdf:
        page = pdf.pages[0]
        words = {word["text"]: word for word in page.extract_words()}
        columns = [rect for rect in page.rects if rect["height"] > 20]
    assert len(columns) == 3
    for column, figure in zip(
        sorted(columns, key=lambda one: one["x0"]), ("13", "14", "21"), strict=True
    ):
        word = words[figure]
        assert column["x0"] < (word["x0"] + word["x1"]) / 2 < column["x1"]
        assert column["top"] - 14 < word["bottom"] < column["top"] + 1


def test_the_same_chart_gives_the_same_bytes(chart):
    assert pdf_of(chart) == pdf_of(chart)


def test_the_text_under_a_chart_is_black(chart):
    with pdfplumber.open(io.BytesIO(pdf_of(chart, "后文。"))) as pdf:
        colors = {char["non_stroking_color"] for char in pdf.pages[0].chars}
    assert colors == {(0,)} or colors == {None} or colors == {0}


def drawing(*shapes):
    return Drawing(0, 0, pt(50), pt(50), shapes, (), LINE, pt(10), "图", Anchor(1, Role.FIGURE))


def test_shapes_are_operators_from_the_foot_of_the_sheet():
    shape = Shape(
        (0, pt(10)), (((pt(30), pt(10)),),), False, None, Stroke(pt(1), 0.5, (pt(4), pt(2)))
    )
    assert drawing_content(drawing(shape), pt(100)) == (
        b"q 1 j\n0.5 G 1 w [4 2] 0 d 0.00 90.00 m 30.00 90.00 l S\nQ"
    )


@pytest.mark.parametrize("hatch", Hatch)
def test_hatching_is_clipped_to_its_shape_and_crosses_all_of_it(hatch):
    shape = rectangle(pt(5), pt(5), pt(20), pt(10), Fill(1.0, hatch), LINE)
    content = drawing_content(drawing(shape), pt(100))
    clip, lines = re.search(rb"q (.*) W n .*? d (.*) S Q", content).groups()
    assert clip in content.split(b" f")[0]
    numbers = [float(number) for number in re.findall(rb"-?\d+\.\d\d", lines)]
    ys = numbers[1::2]
    assert min(ys) <= 85 + 10
    assert max(ys) >= 95 - 10
    assert lines.count(b" m ") >= 1
