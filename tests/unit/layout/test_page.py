"""Pagination: what stands on which page and line."""

import datetime
from pathlib import Path

import pytest

from govdocs import build
from govdocs.compose.body import compose
from govdocs.compose.composition import Role
from govdocs.environment import Environment
from govdocs.errors import LayoutError, MissingGlyphError
from govdocs.fontbook.book import FontBook
from govdocs.layout.page import paginate
from govdocs.layout.pages import Rules, TextLine
from govdocs.standards.loader import load_profile

ROOT = Path(__file__).parents[3]
FONTS = FontBook(Environment(fonts=ROOT / "fonts", templates=ROOT / "templates"))
PROFILE = load_profile("published-report")
PAGE = PROFILE.page
TALL = "很长的文字，" * 400


def pages_of(*parts, title="", **options):
    document = build.document(title, *parts, **options)
    return paginate(compose(document, PROFILE, date=datetime.date(2018, 1, 26)), FONTS)


def texts(page, role=None):
    return [
        "".join(run.text for run in item.runs)
        for item in page.items
        if isinstance(item, TextLine) and role in (None, item.anchor.role)
    ]


def grid_line(item):
    return round(
        (item.baseline - PAGE.head_margin - PAGE.baseline_drop) * PAGE.lines / PAGE.type_area_height
    )


def test_22_short_paragraphs_fill_a_page_and_the_next_goes_over():
    made = pages_of(*["一行。"] * 23)
    assert [len(page.items) for page in made.pages] == [22, 1]
    assert [grid_line(item) for item in made.pages[0].items] == list(range(22))


def test_positions_are_the_rounded_fractions_of_the_type_area():
    made = pages_of(*["一行。"] * 22)
    for number, item in enumerate(made.pages[0].items):
        top = item.baseline - PAGE.baseline_drop - PAGE.head_margin
        assert top == round(number * PAGE.type_area_height / 22)


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_heading_of_every_level_goes_over_with_what_follows(level):
    made = pages_of(*["一行。"] * 21, build.section("标题", "下文。", level=level))
    assert len(made.pages[0].items) == 21
    assert texts(made.pages[1])[-1] == "下文。"


def test_headings_in_a_row_go_over_together():
    made = pages_of(*["一行。"] * 20, build.section("甲", build.section("乙", "下文。")))
    assert len(made.pages[0].items) == 20
    assert texts(made.pages[1]) == ["一、甲", "（一）乙", "下文。"]


def test_a_run_in_heading_may_begin_on_the_last_line():
    made = pages_of(*["一行。"] * 21, build.section("甲。", run_in="下文。" * 20))
    assert len(made.pages[0].items) == 22


def test_more_headings_than_a_page_holds_still_end():
    sections = [build.section("标题", level=1) for _ in range(60)]
    made = pages_of(*sections)
    assert sum(len(page.items) for page in made.pages) == 60


def test_a_lone_last_line_at_a_page_top_is_reported():
    made = pages_of(*["一行。"] * 21, "一二三四五六七八九十" * 4)
    assert [finding.id for finding in made.findings] == ["lone-last-line"]
    assert "第 2 页" in made.findings[0].zh


def test_signature_and_date_stay_together():
    made = pages_of(
        *["一行。"] * 20, signature="励家镇人民政府", date_of_issue=datetime.date(2018, 1, 26)
    )
    assert texts(made.pages[1]) == ["励家镇人民政府", "2018年1月26日"]


def test_7_3_5_2_one_blank_line_stands_over_the_signature():
    made = pages_of("一行。", signature="励家镇人民政府")
    assert [grid_line(item) for item in made.pages[0].items] == [0, 2]


def test_every_item_says_its_role_and_reading_order():
    made = pages_of(
        build.section("甲", "文字。" * 30, build.table([["一", "二"], ["三", "四"]])), title="题"
    )
    lines = [item for item in made.pages[0].items if isinstance(item, TextLine)]
    orders = [line.anchor.order for line in lines]
    assert orders == sorted(orders)
    assert lines[0].anchor.role is Role.TITLE
    assert lines[1].anchor.role is Role.HEADING_1
    cells = [line.anchor.cell for line in lines if line.anchor.cell]
    assert [(cell.row, cell.column, cell.is_head) for cell in cells] == [
        (0, 0, True),
        (0, 1, True),
        (1, 0, False),
        (1, 1, False),
    ]


def test_a_tables_head_is_repeated_and_marked_as_such():
    rows = [["名称", "数量"], *[[f"第{n}项", str(n)] for n in range(60)]]
    made = pages_of(build.table(rows))
    assert len(made.pages) > 1
    for page in made.pages[1:]:
        assert texts(page)[:2] == ["名称", "数量"]
        assert page.items[1].anchor.is_repeated
    body = [text for page in made.pages for text in texts(page, Role.TABLE_CELL)]
    assert body == [text for row in rows[1:] for text in row]


def test_a_row_taller_than_a_page_is_cut_and_keeps_all_its_text():
    made = pages_of(
        build.section(
            "表",
            build.table([["名", "值"], [build.cell("并", rowspan=2), TALL], ["短"], ["一", "二"]]),
        )
    )
    joined = "".join(text for page in made.pages for text in texts(page, Role.TABLE_CELL))
    assert joined.replace("并", "").startswith(TALL)
    assert joined.endswith("短一二")
    bottom = PAGE.head_margin + PAGE.type_area_height
    for page in made.pages:
        for item in page.items:
            if isinstance(item, Rules):
                assert all(y + height <= bottom + 1 for _, y, _, height in item.frames)


def test_a_merged_cell_goes_on_over_the_page_break():
    rows = [[build.cell("并", rowspan=60), "0"], *[[str(n)] for n in range(1, 60)]]
    made = pages_of(build.table(rows, head_rows=0))
    left = PAGE.binding_margin
    for page in made.pages:
        (rules,) = [item for item in page.items if isinstance(item, Rules)]
        assert any(x == left and height > 10 * 12_700 * 12 for x, _, _, height in rules.frames)


def test_a_merged_cell_with_more_text_than_a_page_is_refused():
    rows = [[build.cell(TALL * 3, rowspan=2), "一"], ["二"]]
    with pytest.raises(LayoutError, match="合并单元格"):
        pages_of(build.table(rows, head_rows=0))


def test_characters_that_no_face_holds_are_all_named_with_their_place():
    with pytest.raises(MissingGlyphError) as caught:
        pages_of("好。", "今年😀完成。", build.table([["🎉"]], head_rows=0))
    assert "U+1F600" in caught.value.zh
    assert "U+1F389" in caught.value.zh
    assert "今年" in caught.value.zh
    assert caught.value.source == 1
