"""Captions, units and notes on pages; merged cells whose text goes on over a page break."""

import datetime
from pathlib import Path

import pytest

from govdocs import build
from govdocs.compose.body import compose
from govdocs.compose.composition import Role
from govdocs.environment import Environment
from govdocs.errors import LayoutError
from govdocs.fontbook.book import FontBook
from govdocs.layout.page import paginate
from govdocs.layout.pages import Rules, TextLine, Turned
from govdocs.standards.loader import load_profile
from govdocs.units import mm, pt, to_pt

ROOT = Path(__file__).parents[3]
FONTS = FontBook(Environment(fonts=ROOT / "fonts", templates=ROOT / "templates"))
PROFILE = load_profile("published-report")
PAGE = PROFILE.page
FOOT = PAGE.head_margin + PAGE.type_area_height


def laid_out(*parts):
    document = build.document("", *parts)
    return paginate(compose(document, PROFILE, date=datetime.date(2018, 1, 26)), FONTS)


def pages_of(*parts):
    return laid_out(*parts).pages


def table(rows, *, head_rows=1, **options):
    head = [["表头"]] * head_rows
    body = [[f"第{n}行"] for n in range(rows)]
    return build.table([*head, *body], head_rows=head_rows, **options)


def text_lines(page):
    return [item for item in page.items if isinstance(item, TextLine)]


def texts(page):
    return ["".join(run.text for run in line.runs) for line in text_lines(page)]


def page_with(pages, text):
    return next(number for number, page in enumerate(pages) if text in texts(page))


def lines(count):
    return ["一行。"] * count


ABOUT = {"caption": "表1 统计表", "unit": "单位：件", "notes": ("注：甲。", "乙。")}


def test_caption_and_unit_stand_over_the_rules_and_the_notes_under_them():
    (page,) = pages_of("文。", table(3, **ABOUT), "文。")
    expected = "文。/表1 统计表/单位：件/表头/第0行/第1行/第2行/注：甲。/乙。/文。"
    assert texts(page) == expected.split("/")
    (rules,) = [item for item in page.items if isinstance(item, Rules)]
    top = min(y for _, y, _, _ in rules.frames)
    foot = max(y + height for _, y, _, height in rules.frames)
    baselines = dict(zip(texts(page), (line.baseline for line in text_lines(page)), strict=True))
    assert to_pt(top - baselines["单位：件"]) == pytest.approx(16 * 0.2, abs=0.1)
    assert to_pt(top - baselines["表1 统计表"]) == pytest.approx(16 + 20 * 0.2, abs=0.1)
    assert to_pt(baselines["注：甲。"] - foot) == pytest.approx(16 * 0.8, abs=0.1)
    assert to_pt(baselines["乙。"] - foot) == pytest.approx(16 + 16 * 0.8, abs=0.1)
    after = text_lines(page)[-1].baseline - PAGE.baseline_drop
    assert to_pt(after - foot) == pytest.approx(2 * 16 + 10, abs=0.1)


def test_the_caption_is_centred_and_the_unit_at_the_right():
    (page,) = pages_of(table(3, **ABOUT))
    caption, unit = text_lines(page)[:2]
    middle = PAGE.binding_margin + PAGE.type_area_width / 2
    em = caption.runs[0].size
    # 表, a gap of 0.2 em to the digit of half an em, a space of a quarter, 统计表.
    assert caption.runs[0].x + 2.5 * em == pytest.approx(middle, abs=0.3 * em)
    right = PAGE.binding_margin + PAGE.type_area_width
    assert unit.runs[0].x + 4 * unit.runs[0].size == pytest.approx(right, abs=pt(0.5))


def test_each_text_has_the_place_of_its_own_in_the_reading_order():
    (page,) = pages_of("文。", table(2, **ABOUT), "文。")
    orders = [line.anchor.order for line in text_lines(page)]
    assert orders == sorted(set(orders))
    assert {line.anchor.source for line in text_lines(page)[1:-1]} == {1}


@pytest.mark.parametrize("before", range(10, 22))
def test_caption_and_unit_are_on_the_page_where_the_table_begins(before):
    made = pages_of(*lines(before), table(40, **ABOUT))
    places = {page_with(made, text) for text in ("表1 统计表", "单位：件", "第0行", "第1行")}
    assert len(places) == 1


@pytest.mark.parametrize("rows", range(20, 34))
@pytest.mark.parametrize("notes", [("注：甲。",), ("注：甲。",) * 8])
def test_the_notes_are_on_the_page_of_the_last_two_rows(rows, notes):
    made = pages_of(table(rows, notes=notes))
    places = {page_with(made, text) for text in (f"第{rows - 2}行", f"第{rows - 1}行", "注：甲。")}
    assert len(places) == 1
    assert texts(made[-1]).count("注：甲。") == len(notes)
    assert all(line.baseline < FOOT for page in made for line in text_lines(page))


def test_notes_longer_than_a_page_go_on_on_the_next_ones_and_none_is_lost():
    made = pages_of(table(3, notes=tuple(f"注{n}。" for n in range(90))), "完。")
    assert len(made) == 3
    shown = [text for page in made for text in texts(page)]
    assert [text for text in shown if text.startswith("注")] == [f"注{n}。" for n in range(90)]
    assert page_with(made, "第2行") == page_with(made, "注0。")
    assert all(line.baseline < FOOT for page in made for line in text_lines(page))
    assert shown.count("表头") == 1  # no head over notes alone


def test_a_caption_that_takes_more_than_a_sixth_of_a_page_is_refused():
    with pytest.raises(LayoutError, match="1/6") as caught:
        pages_of(table(3, caption="很长的表题" * 60))
    assert "shorten" in caught.value.en


def merged(rows, characters, *, before=3, width=40):
    cell = build.cell("".join(chr(0x4E00 + n) for n in range(characters)), rowspan=rows)
    body = [[cell, "0"], *[["0"]] * (rows - 1)]
    return build.table(
        [["甲", "0"]] * before + body + [["乙", "0"]] * 4,
        head_rows=0,
        column_widths=(width, 156 - width),
    )


def cell_text(pages, rowspan):
    return "".join(
        "".join(run.text for run in line.runs)
        for page in pages
        for line in text_lines(page)
        if line.anchor.cell and line.anchor.cell.rowspan == rowspan
    )


@pytest.mark.parametrize("rows", [30, 40, 70])
@pytest.mark.parametrize("characters", [120, 300, 350])
@pytest.mark.parametrize("before", [1, 12, 19])
def test_the_text_of_a_merged_cell_that_breaks_is_shown_whole_and_inside_its_frames(
    rows, characters, before
):
    made = pages_of(*lines(before), merged(rows, characters))
    expected = "".join(chr(0x4E00 + n) for n in range(characters))
    assert cell_text(made, rows) == expected
    for page in made:
        frames = [f for item in page.items if isinstance(item, Rules) for f in item.frames]
        for line in text_lines(page):
            if line.anchor.cell and line.anchor.cell.rowspan == rows:
                x, y = line.runs[0].x, line.baseline
                assert any(
                    left <= x < left + across and top < y - pt(5) and y < top + down
                    for left, top, across, down in frames
                )


def test_a_break_never_leaves_a_single_line_of_a_merged_cell():
    """Two lines in three rows: the page ends before them, not after their first row."""
    for before in range(12, 22):
        made = pages_of(*lines(before), merged(3, 12, width=25, before=4))
        shown = [
            sum(1 for line in text_lines(page) if line.anchor.cell and line.anchor.cell.rowspan > 1)
            for page in made
        ]
        assert sorted(count for count in shown if count) == [2]


def turned_texts(page):
    (item,) = page.items
    assert isinstance(item, Turned)
    return ["".join(run.text for run in line.runs) for line in item.items if hasattr(line, "runs")]


def test_8_a_landscape_table_is_cut_into_turned_pages_with_its_head_on_each():
    made = pages_of("文。", table(45, landscape=True, **ABOUT), "完。")
    turned = [turned_texts(page) for page in made[1:-1]]
    assert [page[0] for page in turned] == ["表1 统计表", "表头", "表头"]
    rows = [text for page in turned for text in page if text.startswith("第")]
    assert rows == [f"第{n}行" for n in range(45)]
    assert turned[-1][-2:] == ["注：甲。", "乙。"]
    assert texts(made[0]) == ["文。"]
    assert texts(made[-1]) == ["完。"]


def test_8_nothing_sticks_out_of_the_turned_type_area():
    for rows in range(15, 40):
        for page in pages_of(table(rows, landscape=True, **ABOUT)):
            (item,) = page.items
            rules = [entry for entry in item.items if isinstance(entry, Rules)]
            for x, y, across, down in (frame for entry in rules for frame in entry.frames):
                assert PAGE.foot_margin <= x
                assert x + across <= PAGE.foot_margin + mm(225)
                assert PAGE.binding_margin <= y
                assert y + down <= PAGE.binding_margin + mm(156)


def test_8_a_row_higher_than_a_turned_page_is_shown_in_parts():
    text = "这一行放不下。" * 400
    rows = [["头", "头"], ["甲", text], ["乙", "0"]]
    made = pages_of(build.table(rows, head_rows=1, landscape=True, column_widths=(1, 3)))
    assert len(made) > 1
    assert "".join(t for page in made for t in turned_texts(page)).count("下") == 400
    for page in made:
        lines_of = [item for item in page.items[0].items if isinstance(item, TextLine)]
        assert all(line.baseline < PAGE.binding_margin + mm(156) for line in lines_of)


def test_8_the_outline_leads_to_the_turned_page_of_a_heading():
    made = laid_out("文。", build.section("甲", table(3, landscape=True)))
    (mark,) = made.bookmarks
    assert (mark.entry.text, mark.page, mark.y) == ("一、甲", 1, 0)


def test_8_headings_that_leave_no_room_on_a_turned_page_are_refused():
    with pytest.raises(LayoutError, match="1/2"):
        pages_of(table(3, landscape=True, caption="很长的表题" * 130))


def test_8_a_broken_figure_is_told_with_its_turned_page():
    row = ["0", "1234567890123456", *["0"] * 20]
    made = laid_out(
        "文。", build.table([row], head_rows=0, landscape=True, column_widths=(1,) * 22)
    )
    (finding,) = made.findings
    assert "第 2 页表格第 1 行第 2 列" in finding.zh


def test_roles_are_kept_in_the_anchors():
    (page,) = pages_of(table(1, **ABOUT))
    assert [line.anchor.role for line in text_lines(page)] == [
        Role.TABLE_CAPTION,
        Role.TABLE_UNIT,
        Role.TABLE_HEAD,
        Role.TABLE_CELL,
        Role.TABLE_NOTE,
        Role.TABLE_NOTE,
    ]
