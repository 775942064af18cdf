"""The statutory tables of a yearly report, read back from the finished PDF and DOCX.

Source:
    国办公开办函〔2021〕30号, the attached format
"""

import io
from itertools import pairwise

import docx
import pdfplumber
import pytest
from statutory_2021 import (
    APPLICATIONS_HEADING,
    GROUPS,
    TIE_OUT,
    applications,
    disclosed,
    report,
    reviews,
)

import govdocs
from govdocs.model.nodes import plain_text

PT_PER_MM = 72 / 25.4
LEFT, TOP, BOTTOM = (mm * PT_PER_MM for mm in (28, 37, 262))
TABLES = {"disclosed": disclosed, "applications": applications, "reviews": reviews}


@pytest.fixture(scope="module")
def document():
    return report(*["各项工作按时完成，主动公开政府信息若干条，群众满意。" * 3] * 4)


@pytest.fixture(scope="module")
def pages(document):
    """The pages; pdfplumber reads them while the file is open."""
    with pdfplumber.open(io.BytesIO(govdocs.render(document, "pdf", bundled_fonts=True))) as pdf:
        yield pdf.pages


@pytest.fixture(scope="module")
def tables(pages):
    """(page, table) of the three tables, in order."""
    return [(page, table) for page in pages for table in page.find_tables()]


@pytest.fixture(scope="module", params=range(3), ids=list(TABLES))
def each(request, tables):
    """(model, page, table as found on the page) of each table."""
    page, table = tables[request.param]
    return list(TABLES.values())[request.param](), page, table


def inside(char, cell):
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]


def chars_of(page, table):
    return [char for char in page.chars if inside(char, table.bbox)]


def found_columns(table):
    """Widths in mm between all vertical rules."""
    edges = sorted({round(x, 1) for cell in table.cells for x in (cell[0], cell[2])})
    return [(right - left) / PT_PER_MM for left, right in pairwise(edges)]


def test_each_table_stands_whole_on_one_page(tables):
    assert len(tables) == 3


def test_the_cells_are_those_of_the_form(each):
    model, _, table = each
    assert len(table.cells) == sum(map(len, model.rows))


def test_each_cell_holds_its_own_text_and_nothing_stands_outside(each):
    model, page, table = each
    chars = chars_of(page, table)
    found = []
    for cell in table.cells:
        own = [char for char in chars if inside(char, cell)]
        for char in own:
            assert cell[0] < char["x0"] < char["x1"] < cell[2], char["text"]
            # The box of a face is a little higher than its ink.
            assert cell[1] - 1 < char["top"] < char["bottom"] < cell[3] + 1, char["text"]
        found.append("".join(char["text"] for char in own).replace(" ", ""))
    expected = [plain_text(cell.content) for row in model.rows for cell in row]
    # In what order pdfplumber has the lines of a cell does not matter here.
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


def test_columns_are_as_wide_as_the_form_says(each):
    model, _, table = each
    assert found_columns(table) == pytest.approx(model.column_widths, abs=0.1)
    assert table.bbox[0] == pytest.approx(LEFT, abs=0.3)
    assert (table.bbox[2] - table.bbox[0]) / PT_PER_MM == pytest.approx(156, abs=0.1)


def test_no_type_is_smaller_than_9_pt(each):
    _, page, table = each
    sizes = {round(char["size"], 2) for char in chars_of(page, table)}
    assert len(sizes) == 1
    assert min(sizes) >= 9


def test_the_head_is_in_hei_and_the_body_in_song(each):
    model, page, table = each
    if not model.head_rows:
        return
    tops = sorted({cell[1] for cell in table.cells})
    body = tops[model.head_rows]
    han = [char for char in chars_of(page, table) if "\u4e00" <= char["text"] <= "\u9fff"]
    head_faces = {char["fontname"] for char in han if char["bottom"] < body}
    body_faces = {char["fontname"] for char in han if char["top"] > body}
    assert len(head_faces) == 1
    assert not head_faces & body_faces


def test_the_table_of_applications_stands_on_one_page_under_its_heading_with_room_to_spare(tables):
    page, table = tables[1]
    assert len(table.rows) == 28
    above = page.crop((0, TOP, page.width, table.bbox[1])).extract_text()
    assert above == f"三、{APPLICATIONS_HEADING}"
    assert BOTTOM - table.bbox[3] > 20


def test_the_label_of_the_outcome_has_one_character_a_line(tables):
    page, table = tables[1]
    label = max(table.cells, key=lambda cell: cell[3] - cell[1])
    assert (label[2] - label[0]) / PT_PER_MM == pytest.approx(8, abs=0.1)
    assert page.crop(label).extract_text().split() == ["三、", *"本年度办理结果"]


def test_the_docx_has_the_cells_of_the_form(document):
    tables = docx.Document(io.BytesIO(govdocs.render(document, "docx"))).tables
    for written, make in zip(tables, TABLES.values(), strict=True):
        model = make()
        assert len(written.rows) == len(model.rows)
        assert len(written.columns) == model.columns
        cells = {
            cell._tc: cell.text.replace("\n", "") for row in written.rows for cell in row.cells
        }
        assert list(cells.values()) == [plain_text(c.content) for row in model.rows for c in row]
        widths = [column.width.mm for column in written.columns]
        assert widths == pytest.approx(model.column_widths, abs=0.05)
    assert tables[1].cell(0, 0).text == tables[1].cell(2, 2).text == TIE_OUT
    assert tables[1].cell(5, 1).text == f"（一）{GROUPS[0][0]}"
