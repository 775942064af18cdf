"""A chart laid out: everything in its box, columns as high as their figures, one piece."""

import datetime

import pytest
from hypothesis import given, settings

from govdocs import build
from govdocs.compose.body import compose
from govdocs.compose.composition import Role
from govdocs.environment import default_environment
from govdocs.errors import LayoutError, MissingGlyphError
from govdocs.fontbook.book import FontBook
from govdocs.layout.page import paginate
from govdocs.layout.pages import Drawing, TextLine
from govdocs.standards.loader import load_profile
from govdocs.testing.strategies import charts, settable_texts
from govdocs.units import pt

PROFILE = load_profile("published-report")
PAGE, LOOK = PROFILE.page, PROFILE.chart
FONTS = FontBook(default_environment(), bundled_only=True)


def laid_out(*parts):
    document = build.document("", *parts)
    return paginate(compose(document, PROFILE, date=datetime.date(2026, 1, 20)), FONTS)


def drawing_of(chart) -> Drawing:
    (page,) = laid_out(chart).pages
    (drawing,) = [item for item in page.items if isinstance(item, Drawing)]
    return drawing


def bounds(shape):
    points = [shape.start, *(point for segment in shape.segments for point in segment)]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def columns(drawing, fill):
    """The rectangles of a fill, the legend's key left out."""
    shapes = [shape for shape in drawing.shapes if shape.fill == fill and shape.stroke]
    return [bounds(shape) for shape in shapes][:-1]


def texts(drawing):
    return ["".join(run.text for run in line.runs) for line in drawing.lines]


def test_columns_are_as_high_as_their_figures():
    drawing = drawing_of(build.chart("column", "", ["甲", "乙"], {"一": [10, 40], "二": [20, 0]}))
    first, second = columns(drawing, LOOK.fills[0])
    (third,) = columns(drawing, LOOK.fills[1])
    heights = [box[3] - box[1] for box in (first, third, second)]
    assert heights == [pytest.approx(n * heights[0], abs=2) for n in (1, 2, 4)]
    assert first[2] == third[0]  # side by side
    assert first[3] == second[3] == third[3]  # on the axis


def test_negative_columns_hang_from_the_axis():
    chart = build.chart("column", "", ["甲", "乙"], {"一": [10, -5]})
    up, down = columns(drawing_of(chart), LOOK.fills[0])
    assert up[3] == down[1]
    assert down[3] - down[1] == pytest.approx((up[3] - up[1]) / 2, abs=2)


def test_stacked_columns_stand_on_each_other():
    drawing = drawing_of(build.chart("stacked_column", "", ["甲"], {"一": [10], "二": [5]}))
    (low,), (high,) = (columns(drawing, fill) for fill in LOOK.fills[:2])
    assert (low[0], low[2], low[1]) == (high[0], high[2], high[3])


def test_a_gap_breaks_a_line():
    chart = build.chart("line", "", list("一二三四五"), {"": [1, 2, None, 4, 5]})
    stroke = LOOK.curves[0].stroke
    lines = [shape for shape in drawing_of(chart).shapes if shape.stroke == stroke]
    assert [len(shape.segments) for shape in lines] == [1, 1]


def test_the_text_is_read_from_the_top():
    chart = build.chart("column", "", ["甲", "乙"], {"一": [1, 2], "二": [2, 1]}, unit="件")
    assert texts(drawing_of(chart)) == [
        "单位：件", "2", "1", "0", "1", "2", "2", "1", "甲", "乙", "一", "二",
    ]  # fmt: skip


def test_a_pie_has_its_figures_in_the_legend():
    chart = build.chart("pie", "", ["公开", "不公开"], {"办结": [1, 0]}, unit="件")
    drawing = drawing_of(chart)
    assert texts(drawing) == ["办结（单位：件）", "公开 1件（100.0%）", "不公开 0件（0.0%）"]
    assert len(drawing.shapes) == 3  # one whole circle, two keys


def test_a_chart_and_its_caption_stay_together():
    chart = build.chart("column", "图1 收到情况", ["甲"], {"": [1]})
    for lines in range(8, 24):
        pages = laid_out(*["行"] * lines, chart, "后文").pages
        (number,) = [n for n, page in enumerate(pages) if has_drawing(page)]
        captions = [item for item in pages[number].items if item.anchor.role is Role.CAPTION]
        assert len(captions) == 1
        (drawing,) = [item for item in pages[number].items if isinstance(item, Drawing)]
        foot = PAGE.head_margin + PAGE.type_area_height
        assert drawing.y + drawing.height <= captions[0].baseline <= foot


def has_drawing(page):
    return any(isinstance(item, Drawing) for item in page.items)


def test_text_after_a_chart_goes_on_at_its_foot():
    chart = build.chart("column", "", ["甲"], {"": [1]}, height_mm=50)
    (page,) = laid_out(chart, "后文").pages
    drawing, line = page.items
    assert isinstance(line, TextLine)
    assert line.baseline == drawing.y + drawing.height + PAGE.baseline_drop


@pytest.mark.parametrize("name", ["category", "series", "unit"])
def test_a_character_that_no_face_holds_is_named_with_its_place(name):
    fields = {"category": "甲", "series": "数", "unit": "件", name: "\U0001f600"}
    chart = build.chart(
        "column", "", [fields["category"]], {fields["series"]: [1]}, unit=fields["unit"]
    )
    with pytest.raises(MissingGlyphError, match="U\\+1F600（图表") as caught:
        laid_out("前文", chart)
    assert caught.value.source == 1


def test_more_text_than_a_page_holds_is_refused():
    names = [f"{n}" + "W" * 39 for n in range(8)]
    with pytest.raises(LayoutError, match="shorten its names"):
        laid_out(build.chart("pie", "", names, {"": [1] * 8}, width_mm=40))


@settings(max_examples=60, deadline=None)
@given(charts(settable_texts(max_size=20)))
def test_everything_in_a_chart_lies_in_its_box(chart):
    drawing = drawing_of(chart)
    right, foot = drawing.x + drawing.width, drawing.y + drawing.height
    slack = pt(4)  # half a sign or half a stroke
    for shape in drawing.shapes:
        x0, y0, x1, y1 = bounds(shape)
        assert drawing.x - slack <= x0
        assert x1 <= right + slack
        assert drawing.y - slack <= y0
        assert y1 <= foot + slack
    for line in drawing.lines:
        assert drawing.y <= line.baseline <= foot
        assert all(drawing.x - slack <= run.x <= right for run in line.runs)
