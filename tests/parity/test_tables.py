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


def agrees(document, folder):
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
    reference = agrees(report(*[text] * paragraphs), tmp_path)
    starts = page_starts(reference)
    assert f"三、{APPLICATIONS_HEADING}" in starts
    assert "四、政府信息公开行政复议、行政诉讼情况" in starts


def test_tables_that_stay_whole_agree_wherever_they_fall(tmp_path):
    parts = []
    for before in range(3, 21, 2):
        parts += [*lines(before), build.section("标题", rows(6))]
        parts += [*lines(before), rows(14, keep_together=True)]
    agrees(build.document("题", *parts), tmp_path)


@pytest.mark.parametrize("before", [3, 10, 15])
def test_tables_that_break_leave_two_rows_at_each_side(before, tmp_path):
    table = rows(25, head_rows=2)
    reference = agrees(build.document("题", *lines(before), table, *lines(3)), tmp_path)
    assert page_starts(reference)[1] == "名称数量"


def test_a_table_too_high_for_one_page_agrees_and_shows_its_head_again(tmp_path):
    section = build.section("标题", rows(70, keep_together=True, type_size="小五"))
    reference = agrees(build.document("题", *lines(5), section), tmp_path)
    assert page_starts(reference)[1:] == ["名称数量"] * 2


def test_rows_that_fill_a_page_to_the_point_agree(tmp_path):
    """The room left under these is 0.3 to 2.1 pt; LibreOffice takes 1 pt for each table."""
    parts = []
    for first, second in ((1, 21), (2, 20), (5, 17)):
        parts += [*lines(6), rows(first, 0), "一行。", rows(second, 0)]
        parts += lines(20)
    agrees(build.document("", *parts), tmp_path)
