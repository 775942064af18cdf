"""How LibreOffice lays the file out: 22 lines of 28 characters, and page numbers in their place.

Source:
    GB/T 9704-2012 5.2.3, 7.5
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from parity import convert, find_soffice
from pdf_lines import read_pages

from govdocs.compose.composition import Role
from govdocs.units import to_pt

MM = 72 / 25.4

pytestmark = pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def pages(compose, paragraph, write, tmp_path_factory):
    """Pages of a report of Han only, two lines of title."""
    folder = tmp_path_factory.mktemp("libreoffice")
    body = paragraph(Role.BODY, "政" * (26 + 28 * 60))
    title = paragraph(Role.TITLE, "某县某镇人民政府二〇一七年度政府信息公开报告", breaks=(12,))
    path = folder / "full.docx"
    path.write_bytes(write(compose(title, body)))
    return list(read_pages(convert(path, folder)))


def _body(page):
    return [line for line in page.lines if line.y < 265 * MM]


def test_22_lines_of_28_characters(pages):
    first, second = _body(pages[0]), _body(pages[1])
    assert [len(line.text) for line in first] == [12, 10, 26] + [28] * 18
    assert [len(line.text) for line in second] == [28] * 22


def test_lines_stand_on_the_grid_of_the_profile(pages, profile):
    page = profile.page
    pitch = to_pt(page.type_area_height) / page.lines
    drop = to_pt(page.head_margin + page.baseline_drop)
    # The title takes two grid lines, one stays blank: the body begins on the fourth.
    for number, line in enumerate(_body(pages[0])[2:], 3):
        assert line.y == pytest.approx(drop + number * pitch, abs=1.2)
    for number, line in enumerate(_body(pages[1])):
        assert line.y == pytest.approx(drop + number * pitch, abs=1.2)


def test_full_lines_fill_the_type_area(pages, profile):
    page = profile.page
    for line in _body(pages[1]):
        assert line.left == pytest.approx(to_pt(page.binding_margin), abs=0.3)
        right = to_pt(page.binding_margin + page.type_area_width)
        # 28 cells of 15.75 pt are 441 of 442.2: LibreOffice leaves lines of Han only as they are.
        assert right - 1.3 < line.right <= right


def test_page_numbers(pages, profile):
    page = profile.page
    edge = to_pt(page.cell)
    left, right = (
        to_pt(page.binding_margin) + edge,
        to_pt(page.binding_margin + page.type_area_width) - edge,
    )
    for number, one in enumerate(pages[:3], 1):
        line = next(line for line in one.lines if line.y > 265 * MM)
        assert line.text.replace(" ", "") == f"—{number}—"
        top = line.chars[0].ink[1]
        assert top == pytest.approx(269 * MM, abs=0.5 * MM)
        if number % 2:
            assert line.right == pytest.approx(right, abs=1)
        else:
            assert line.left == pytest.approx(left, abs=1)


def test_table_rows_are_as_high_as_the_profile_says(compose, table, write, profile, tmp_path):
    rows = [("项目", "数量"), *[(f"第{n}行", str(n)) for n in range(40)]]
    path = tmp_path / "table.docx"
    path.write_bytes(write(compose(table(*rows, columns=2))))
    first, second = read_pages(convert(path, tmp_path))
    row = to_pt(profile.styles[Role.TABLE_CELL].line_pitch + 2 * profile.table.ordinary.padding_y)
    baselines = [line.y for line in _body(first)]
    assert len(baselines) == int(to_pt(profile.page.type_area_height) / row)
    for above, below in pairwise(baselines):
        assert below - above == pytest.approx(row, abs=0.15)
    assert _body(second)[0].text == "项目数量"
