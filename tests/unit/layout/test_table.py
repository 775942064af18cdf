"""Tables on pages: what stays whole, where others break, how close their lines stand."""

import datetime
from itertools import pairwise
from pathlib import Path

import pytest

from govdocs import build
from govdocs.compose.body import compose
from govdocs.compose.composition import Role
from govdocs.environment import Environment
from govdocs.fontbook.book import FontBook
from govdocs.layout.page import paginate
from govdocs.layout.pages import Rules, TextLine
from govdocs.standards.loader import load_profile
from govdocs.units import mm, pt, to_pt

ROOT = Path(__file__).parents[3]
FONTS = FontBook(Environment(fonts=ROOT / "fonts", templates=ROOT / "templates"))
PROFILE = load_profile("published-report")
PAGE = PROFILE.page


def pages_of(*parts):
    document = build.document("", *parts)
    return paginate(compose(document, PROFILE, date=datetime.date(2018, 1, 26)), FONTS).pages


def table(rows, *, head_rows=0, **options):
    head = [["表头"]] * head_rows
    return build.table(
        [*head, *[[f"第{n}行"] for n in range(rows)]], head_rows=head_rows, **options
    )


def texts(page):
    return [
        "".join(run.text for run in item.runs) for item in page.items if isinstance(item, TextLine)
    ]


def baselines(page):
    return [item.baseline for item in page.items if isinstance(item, TextLine)]


def rows_of(page):
    return [text for text in texts(page) if text.startswith("第")]


def lines(count):
    return ["一行。"] * count


def test_a_low_table_goes_over_rather_than_break():
    first, second = pages_of(*lines(18), table(6))
    assert rows_of(first) == []
    assert len(rows_of(second)) == 6


def test_the_heading_of_a_table_that_goes_over_goes_with_it():
    first, second = pages_of(*lines(16), build.section("甲", build.section("乙", table(6))))
    assert len(texts(first)) == 16
    assert texts(second)[:3] == ["一、甲", "（一）乙", "第0行"]


@pytest.mark.parametrize("before", [0, 5])
def test_a_table_that_asks_for_it_goes_over_as_a_whole(before):
    made = pages_of(*lines(before), table(28, keep_together=True))
    assert [len(rows_of(page)) for page in made] == ([0] if before else []) + [28]


def test_a_table_too_high_for_a_page_breaks_though_it_asks_not_to():
    made = pages_of(*lines(5), table(40, keep_together=True))
    assert [len(rows_of(page)) for page in made] == [22, 18]


def test_a_table_too_high_for_a_page_with_its_heading_breaks_and_the_heading_stays_with_it():
    first, _ = pages_of(*lines(5), build.section("甲", table(29, keep_together=True)))
    assert texts(first)[5:7] == ["一、甲", "第0行"]


def test_wrapped_text_that_is_wider_than_it_was_held_to_be_leaves_no_heading_behind():
    """W is nearly an em wide: each row takes two lines where compose reckons with one."""
    wide = build.table([["WWWWWWWWWW"]] * 20, head_rows=0, column_widths=(1,), keep_together=True)
    narrow = build.table(
        [["W" * 9, *["一"] * 4]] * 24,
        head_rows=0,
        column_widths=(29, *[31.75] * 4),
        keep_together=True,
    )
    for made in (wide, narrow):
        for page in pages_of(*lines(3), build.section("甲", made))[:-1]:
            assert texts(page)[-1] != "一、甲"


@pytest.mark.parametrize("before", range(15, 22))
@pytest.mark.parametrize("head_rows", [0, 1, 2])
def test_no_table_begins_with_fewer_than_four_rows(before, head_rows):
    first, *others = pages_of(*lines(before), table(30, head_rows=head_rows))
    assert len(rows_of(first)) not in (1, 2, 3)
    assert sum(len(rows_of(page)) for page in (first, *others)) == 30


@pytest.mark.parametrize("before", range(14, 22))
def test_the_line_that_names_a_table_is_on_the_page_where_it_begins(before):
    made = pages_of(*lines(before), "附表：统计表", table(40, head_rows=1))
    named = [number for number, page in enumerate(made) if "附表：统计表" in texts(page)]
    begun = [number for number, page in enumerate(made) if "第0行" in texts(page)]
    assert named == begun


def air_pt(page):
    """Room between the only table of a page and the line boxes over and under it."""
    (rules,) = [item for item in page.items if isinstance(item, Rules)]
    top = min(y for _, y, _, _ in rules.frames)
    foot = max(y + height for _, y, _, height in rules.frames)
    around = [
        item.baseline - PAGE.baseline_drop
        for item in page.items
        if isinstance(item, TextLine) and item.anchor.role not in (Role.TABLE_CELL, Role.TABLE_HEAD)
    ]
    pitch = PAGE.line_top(1)
    over = [top - box - pitch for box in around if box < top]
    under = [box - foot for box in around if box >= foot]
    return [round(to_pt(min(each)), 1) for each in (over, under) if each]


def test_a_table_stands_off_the_text_over_and_under_it():
    (page,) = pages_of(*lines(2), table(3), *lines(2))
    assert air_pt(page) == [10, 10]


def test_a_table_stands_off_headings_and_the_line_that_names_it():
    (page,) = pages_of(build.section("甲", "附表：统计表", table(3)), build.section("乙", "文。"))
    assert air_pt(page) == [10, 10]


def test_blank_lines_that_stand_there_already_are_air_enough():
    document = build.document("题", table(3), signature="某镇人民政府")
    made = paginate(compose(document, PROFILE, date=datetime.date(2018, 1, 26)), FONTS).pages
    lower = to_pt(PAGE.drop_in(PAGE.flow_pitch) - PAGE.baseline_drop)  # the title's line
    assert air_pt(made[0]) == [round(29 - lower, 1), 29]


def test_there_is_no_air_at_the_top_of_a_page():
    first, second = pages_of(*lines(20), table(6), *lines(2))
    (rules,) = [item for item in second.items if isinstance(item, Rules)]
    assert min(y for _, y, _, _ in rules.frames) == PAGE.head_margin
    assert len(texts(first)) == 20


def test_two_tables_stand_apart():
    (page,) = pages_of(table(3), table(3))
    first, second = [item for item in page.items if isinstance(item, Rules)]
    foot = max(y + height for _, y, _, height in first.frames)
    assert min(y for _, y, _, _ in second.frames) - foot == pt(10)


def broken(*parts):
    document = build.document("", *parts)
    found = paginate(compose(document, PROFILE, date=datetime.date(2018, 1, 26)), FONTS).findings
    return [finding for finding in found if finding.id == "number-broken"]


def figures(*texts, **options):
    widths = options.pop("column_widths", (10.4,) * 15)
    row = [*texts, *["0"] * (len(widths) - len(texts))]
    return build.table([row], head_rows=0, column_widths=widths, type_size="小五", **options)


def test_no_figure_of_up_to_eight_digits_is_broken():
    (page,) = pages_of(figures("12345678", "123456", "7654321"))
    assert texts(page)[:3] == ["12345678", "123456", "7654321"]
    assert broken(figures("12345678", "123456", "7654321")) == []


def test_figures_in_smaller_type_stand_on_the_line_of_the_others():
    (page,) = pages_of(figures("12345678", "123456", "7"))
    first, second, third = [item for item in page.items if isinstance(item, TextLine)][:3]
    assert first.baseline == second.baseline == third.baseline
    assert [to_pt(line.runs[0].size) for line in (first, second, third)] == [7.5, 8, 9]


def test_a_figure_that_cannot_be_kept_whole_is_told_with_its_place():
    (finding,) = broken(*lines(1), figures("0", "1234567890123456"))
    assert finding.severity == "warning"
    assert "第 1 页表格第 1 行第 2 列的“1234567890123456”" in finding.zh
    assert "page 1, table row 1 column 2" in finding.en


@pytest.mark.parametrize("rows", range(13, 33))
@pytest.mark.parametrize("head_rows", [0, 1])
def test_no_break_leaves_the_last_row_alone(rows, head_rows):
    made = pages_of(table(rows, head_rows=head_rows))
    assert len(rows_of(made[-1])) > 1
    assert sum(len(rows_of(page)) for page in made) == rows
    if head_rows and len(made) > 1:
        assert texts(made[-1])[0] == "表头"


def test_what_fits_is_what_fits_in_a_word_processor():
    """LibreOffice counts two rules more for a table, and the air over it.

    8 lines, 10 pt and 23 rows in 小五 leave 1.2 pt of a page; 2 lines, two airs, a table of three
    rows and 29 in 小五 leave 1.9 pt.
    """
    dense = {"type_size": "小五", "column_widths": (1,)}
    (fits,) = pages_of(*lines(8), table(23, **dense))
    assert len(rows_of(fits)) == 23
    first, _ = pages_of(*lines(2), table(3), table(32, **dense))
    assert len(rows_of(first)) == 3 + 29
    bottom = PAGE.head_margin + PAGE.type_area_height
    for page in (fits, first):
        for item in page.items:
            if isinstance(item, Rules):
                assert all(y + height <= bottom for _, y, _, height in item.frames)


@pytest.mark.parametrize(
    ("size", "pitch", "row"), [("小五", 12, 17), ("五号", 14, 19), ("六号", 10, 15)]
)
def test_a_table_in_a_size_of_its_own_has_closer_lines_and_rows(size, pitch, row):
    (page,) = pages_of(build.table([["文" * 60], ["文"], ["文"]], head_rows=0, type_size=size))
    gaps = [to_pt(below - above) for above, below in pairwise(baselines(page))]
    assert gaps[0] == pytest.approx(pitch, abs=0.01)
    assert gaps[-1] == pytest.approx(row, abs=0.01)


def test_text_stands_2_pt_off_the_rule_in_a_dense_table():
    cell = build.cell("文", align=build.Alignment.LEFT)
    (page,) = pages_of(build.table([[cell]], head_rows=0, type_size="小五"))
    (line,) = [item for item in page.items if isinstance(item, TextLine)]
    assert line.runs[0].x == PAGE.binding_margin + pt(2)


def test_widths_of_its_own_are_used_and_a_longer_word_is_broken_inside():
    (page,) = pages_of(build.table([["abcdefghij", "乙"]], head_rows=0, column_widths=(10, 146)))
    (rules,) = [item for item in page.items if isinstance(item, Rules)]
    assert [width for _, _, width, _ in rules.frames] == [mm(10), mm(146)]
    assert sorted("".join(texts(page))) == sorted("abcdefghij乙")
    assert len(texts(page)) > 2


def test_a_label_in_a_narrow_merged_column_has_one_character_a_line_about_its_middle():
    rows = [[build.cell("三、本年度办理结果", rowspan=12), "0"], *[["1"]] * 11]
    (page,) = pages_of(build.table(rows, head_rows=0, column_widths=(8, 148), type_size="小五"))
    label = [
        item
        for item in page.items
        if isinstance(item, TextLine) and item.anchor.cell and item.anchor.cell.rowspan == 12
    ]
    assert ["".join(run.text for run in line.runs) for line in label] == [
        "三、",
        *"本年度办理结果",
    ]
    (rules,) = [item for item in page.items if isinstance(item, Rules)]
    _, top, _, height = max(rules.frames, key=lambda frame: frame[3])
    middle = (label[0].baseline + label[-1].baseline) / 2 - 0.356 * pt(9)
    assert middle == pytest.approx(top + height / 2, abs=pt(0.1))


def test_a_repeated_head_counts_in_the_room_of_a_page():
    made = pages_of(table(80, head_rows=2))
    for page in made:
        assert all(
            line.baseline < PAGE.head_margin + PAGE.type_area_height
            for line in page.items
            if isinstance(line, TextLine) and line.anchor.role in (Role.TABLE_CELL, Role.TABLE_HEAD)
        )
    assert [len(rows_of(page)) for page in made] == [28, 28, 24]
