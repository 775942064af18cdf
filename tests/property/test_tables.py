"""Properties of tables on pages: no text is lost, none stands outside its page or its cell."""

import datetime
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs import build
from govdocs.compose.body import compose
from govdocs.compose.composition import Role
from govdocs.environment import Environment
from govdocs.fontbook.book import FontBook
from govdocs.layout.page import paginate
from govdocs.layout.pages import Rules, TextLine, Turned
from govdocs.model.nodes import plain_text
from govdocs.standards.loader import load_profile
from govdocs.testing.strategies import settable_texts, tables
from govdocs.units import pt

ROOT = Path(__file__).parents[2]
FONTS = FontBook(Environment(fonts=ROOT / "fonts", templates=ROOT / "templates"))
PROFILE = load_profile("published-report")
PAGE = PROFILE.page
ABOUT = (Role.TABLE_CAPTION, Role.TABLE_UNIT, Role.TABLE_NOTE)


def pages_of(*parts):
    document = build.document("", *parts)
    return paginate(compose(document, PROFILE, date=datetime.date(2018, 1, 26)), FONTS).pages


def items_of(page):
    """(items, lower edge of the type area as they count) of a page or of its turned content."""
    if page.items and isinstance(page.items[0], Turned):
        return page.items[0].items, PAGE.binding_margin + PAGE.type_area_width
    return page.items, PAGE.head_margin + PAGE.type_area_height


def shown(pages, *, cells):
    """How often each character is printed in cells or about tables; heads shown again left out."""
    roles = (Role.TABLE_CELL, Role.TABLE_HEAD) if cells else ABOUT
    return Counter(
        char
        for page in pages
        for item in items_of(page)[0]
        if isinstance(item, TextLine) and item.anchor.role in roles
        if not item.anchor.is_repeated
        for run in item.runs
        for char in run.text
        if char != " "
    )


def characters(texts):
    return Counter(char for text in texts for char in text if char != " ")


def check(table, pages):
    cells = [plain_text(cell.content) for row in table.rows for cell in row]
    assert shown(pages, cells=True) == characters(cells)
    about = (table.caption, table.unit, *table.notes)
    assert shown(pages, cells=False) == characters(about)
    for page in pages:
        items, foot = items_of(page)
        rules = [frame for item in items if isinstance(item, Rules) for frame in item.frames]
        assert all(y + height <= foot for _, y, _, height in rules)
        for item in items:
            if isinstance(item, TextLine):
                assert item.baseline <= foot
                if item.anchor.cell and item.runs:
                    assert any(
                        x - pt(1) <= item.runs[0].x <= x + width and y < item.baseline < y + height
                        for x, y, width, height in rules
                    )


@settings(max_examples=40, deadline=None)
@given(tables(settable_texts()), st.integers(0, 21))
def test_a_small_table_is_shown_whole_wherever_it_stands(table, before):
    check(table, pages_of(*["一行。"] * before, table))


@st.composite
def long_tables(draw):
    """Tables of several pages, with labels over groups of rows."""
    columns = draw(st.integers(1, 3))
    rows = []
    for _ in range(draw(st.integers(1, 12))):
        count = draw(st.integers(1, 9))
        label = "标签文字" * draw(st.integers(0, 3 * count))
        for number in range(count):
            texts = ["内容" * draw(st.sampled_from((0, 1, 2, 30))) for _ in range(columns)]
            rows.append([build.cell(label, rowspan=count), *texts] if not number else texts)
    head = [["头"] * (columns + 1)] * draw(st.integers(0, 2))
    return build.table(
        [*head, *rows],
        head_rows=len(head),
        caption=draw(st.sampled_from(("", "表1 统计表"))),
        unit=draw(st.sampled_from(("", "单位：件"))),
        notes=tuple(draw(st.lists(st.sampled_from(("注：甲。", "乙" * 90)), max_size=12))),
        landscape=draw(st.booleans()),
        keep_together=draw(st.booleans()),
    )


@settings(max_examples=60, deadline=None)
@given(long_tables(), st.integers(0, 21))
def test_a_long_table_is_shown_whole_and_inside_its_cells(table, before):
    pages = pages_of(*["一行。"] * before, build.section("标题", table), "完。")
    check(table, pages)
    rows = {
        (item.anchor.cell.row, number)
        for number, page in enumerate(pages)
        for item in items_of(page)[0]
        if isinstance(item, TextLine) and item.anchor.cell and item.anchor.cell.rowspan == 1
        if not item.anchor.is_repeated
    }
    assert len(rows) == len({row for row, _ in rows})  # no row is torn
