"""Tables break at the same rows, or go over as a whole, in LibreOffice and in our PDF."""

import pytest
from parity import compare, convert, find_soffice, read_body
from statutory_2021 import APPLICATIONS_HEADING, report

import govdocs
from govdocs import build

pytestmark = pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed")


def both(document, folder):
    """Lines of body text as LibreOffice and as our PDF have them."""
    docx, pdf = folder / "tables.docx", folder / "tables.pdf"
    govdocs.save(document, docx)
    govdocs.save(document, pdf, bundled_fonts=True)
    return read_body(convert(docx, folder / "office")), read_body(pdf)


def assert_both_agree(document, folder):
    reference, judged = both(document, folder)
    result = compare(reference, judged)
    assert result.text_changes == ()
    assert result.lines.parity == 1
    assert result.pages.parity == 1
    return reference


def rows(count, head_rows=1, **options):
    head = [["名称", "数量"]] * head_rows
    body = [[f"第{n}项", str(n)] for n in range(count)]
    return build.table([*head, *body], head_rows=head_rows, **options)


def lines(count):
    return ["一行文字。"] * count


def page_starts(body):
    starts = {}
    for line in body:
        starts.setdefault(line.page, line.text)
    return list(starts.values())


@pytest.mark.parametrize("paragraphs", [1, 5])
def test_the_statutory_tables_agree_in_every_line_and_page(paragraphs, tmp_path):
    text = "今年各项工作按时完成，主动公开政府信息若干条，群众满意。" * 2
    reference = assert_both_agree(report(*[text] * paragraphs), tmp_path)
    starts = page_starts(reference)
    assert f"三、{APPLICATIONS_HEADING}" in starts
    assert "四、政府信息公开行政复议、行政诉讼情况" in starts


def test_tables_that_stay_whole_agree_wherever_they_fall(tmp_path):
    parts = []
    for before in range(3, 21, 2):
        parts += [*lines(before), build.section("标题", rows(6))]
        parts += [*lines(before), rows(14, keep_together=True)]
    assert_both_agree(build.document("题", *parts), tmp_path)


def test_long_figures_are_broken_in_neither(tmp_path):
    """Six to eight digits in columns of 10.4 and 10.5 mm."""
    second = ["新", "件", "", "5200000", "900000", "12345678", "0", "1", "99999", "18234567"]
    third = ["123456", "1234567", "12345678", *map(str, range(11)), "20000000"]
    all_seven = [*second[:3], *["6800000"] * 7]
    widths = (8, 24, 50.5, *[10.5] * 7)
    parts = [
        build.section(
            "标题",
            build.table([row, ["甲"] * len(row)], head_rows=0, column_widths=own, type_size="小五"),
            "文。",
        )
        for row, own in ((second, widths), (all_seven, widths), (third, (10.4,) * 15))
    ]
    reference = assert_both_agree(build.document("题", *parts), tmp_path)
    shown = "".join(f"{line.text}\n" for line in reference)
    for row in (second, all_seven, third):
        assert "".join(row) in shown


@pytest.mark.parametrize("before", range(12, 22, 3))
def test_a_table_begins_with_four_rows_and_its_name_in_both(before, tmp_path):
    parts = [*lines(before), "附表：统计表", rows(40), *lines(2)]
    reference = assert_both_agree(build.document("题", *parts), tmp_path)
    pages = {line.text: line.page for line in reference}
    assert pages["附表：统计表"] == pages["第0项0"] == pages["第3项3"]


def test_the_air_about_tables_leaves_lines_where_ours_stand(tmp_path):
    parts = [
        build.section(f"标题{n}", *lines(n % 4 + 1), rows(3, 0), *lines(n % 3), rows(2))
        for n in range(12)
    ]
    result = compare(*both(build.document("题", *parts, signature="某镇人民政府"), tmp_path))
    assert result.lines.parity == result.pages.parity == 1
    # Each table on a page costs LibreOffice a point more; no page of these has more than four.
    assert result.dy.max < 5


@pytest.mark.parametrize("before", [3, 10, 15])
def test_tables_that_break_leave_two_rows_at_each_side(before, tmp_path):
    table = rows(25, head_rows=2)
    reference = assert_both_agree(build.document("题", *lines(before), table, *lines(3)), tmp_path)
    assert page_starts(reference)[1] == "名称数量"


def test_a_table_too_high_for_one_page_agrees_and_shows_its_head_again(tmp_path):
    section = build.section("标题", rows(70, keep_together=True, type_size="小五"))
    reference = assert_both_agree(build.document("题", *lines(5), section), tmp_path)
    assert page_starts(reference)[1:] == ["名称数量"] * 2


@pytest.mark.parametrize(("before", "first", "second"), [(1, 1, 25), (1, 8, 18), (9, 1, 14)])
def test_rows_that_fill_a_page_to_the_point_agree(before, first, second, tmp_path):
    """The room left under these is 1.9, 1.9 and 1.3 pt; LibreOffice takes 1 pt for each table."""
    parts = [*lines(before), rows(first, 0), "一行。", rows(second, 0), *lines(3)]
    reference = assert_both_agree(build.document("", *parts), tmp_path)
    assert page_starts(reference) == ["一行文字。"] * 2


ABOUT = {"caption": "表1 统计表", "unit": "单位：件", "notes": ("注：甲。", "乙。")}


@pytest.mark.parametrize("before", [2, 9, 15])
@pytest.mark.parametrize("count", [4, 40])
def test_captions_units_and_notes_are_on_the_pages_of_their_tables_in_both(before, count, tmp_path):
    parts = [*lines(before), rows(count, **ABOUT), *lines(3)]
    reference = assert_both_agree(build.document("题", *parts), tmp_path)
    pages = {line.text.replace(" ", ""): line.page for line in reference}
    assert pages["表1统计表"] == pages["单位：件"] == pages["第0项0"]
    last, before_last = f"第{count - 1}项{count - 1}", f"第{count - 2}项{count - 2}"
    assert pages[before_last] == pages[last] == pages["注：甲。"] == pages["乙。"]


def test_rows_of_a_merged_cell_full_of_text_stay_together_in_both(tmp_path):
    cell = build.cell("这一格的文字合并了许多行，" * 6, rowspan=8)
    body = [["甲", "0"]] * 4 + [[cell, "0"], *[["0"]] * 7] + [["乙", "0"]] * 6
    table = build.table([["项目", "数量"], *body], head_rows=1, column_widths=(30, 126))
    reference = assert_both_agree(build.document("", *lines(14), table, *lines(3)), tmp_path)
    pages = {line.page for line in reference if "这一格" in line.text or "合并" in line.text}
    assert len(pages) == 1
