"""What others read in the file: python-docx, mammoth, pandoc."""

from __future__ import annotations

import io
import json
import shutil
import subprocess

import docx
import mammoth
import pytest
from docx.oxml.ns import qn

from govdocs.compose.composition import Role

HEADINGS = ["一、总体情况", "（二）主动公开", "1.数量", "（1）网站"]


@pytest.fixture
def document(everything_docx):
    return docx.Document(io.BytesIO(everything_docx))


def test_all_text_is_there_in_order(document, everything):
    written = [par.text.replace("\n", "") for par in document.paragraphs]
    expected = [block.text for block in everything.blocks if hasattr(block, "role")]
    # One empty paragraph between the two tables, one around the picture.
    assert [text for text in written if text] == expected
    assert len(written) == len(expected) + 2


def test_headings_keep_their_numbers(document):
    headings = [par for par in document.paragraphs if par.style.name.startswith("Heading")]
    assert [par.text for par in headings] == HEADINGS
    assert [par.style.name for par in headings] == [f"Heading {n}" for n in (1, 2, 3, 4)]


def test_run_in_heading_is_a_run_in_the_linked_style(document):
    par = next(par for par in document.paragraphs if par.text.startswith("（一）组织"))
    assert par.style.name == "Body Text"
    assert [(run.text, run.style.name) for run in par.runs] == [
        ("（一）组织领导。", "heading 2 Char"),
        ("镇政府高度重视，", "Default Paragraph Font"),
        ("明确", "Emphasis"),
        ("责任，", "Default Paragraph Font"),
        ("从严", "Strong"),
        ("落实。", "Default Paragraph Font"),
    ]


def test_title_breaks_where_composed(document):
    title = document.paragraphs[0]
    assert title.style.name == "Title"
    assert title.text == "黑山县励家镇2017年\n度政府信息公开工作报告"


def test_breaks_at_and_inside_later_runs(compose, paragraph, write):
    block = paragraph(Role.TITLE, "甲乙", "丙丁", "戊己", breaks=(2, 5))
    written = docx.Document(io.BytesIO(write(compose(block))))
    assert written.paragraphs[0].text == "甲乙\n丙丁戊\n己"


def test_merged_cells(document):
    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["类别", "数量", "数量", "备注"],
        ["", "2016年", "2017年", "备注"],
        ["规章", "1", "2", ""],
        ["规章", "3", "4", "新增"],
    ]
    assert table.cell(0, 3)._tc is table.cell(1, 3)._tc
    assert table.cell(0, 1)._tc is table.cell(0, 2)._tc


def test_head_rows_repeat_and_no_row_splits(document):
    rows = document.tables[0]._tbl.tr_lst
    assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [
        True,
        True,
        False,
        False,
    ]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_merged_cell_in_several_columns_and_rows(table, compose, write):
    block = table((("大", 2, 2), "甲"), ("乙",), ("1", "2", "3"), columns=3)
    written = docx.Document(io.BytesIO(write(compose(block)))).tables[0]
    assert [[cell.text for cell in row.cells] for row in written.rows] == [
        ["大", "大", "甲"],
        ["大", "大", "乙"],
        ["1", "2", "3"],
    ]


def test_a_row_that_is_short_is_filled_with_empty_cells(table, compose, write):
    block = table(("甲", "乙", "丙"), ("1",), columns=3)
    written = docx.Document(io.BytesIO(write(compose(block)))).tables[0]
    assert [cell.text for cell in written.rows[1].cells] == ["1", "", ""]


def test_column_widths_add_up(table, compose, write, profile):
    block = table(tuple("甲乙丙丁戊己庚"), columns=7)
    written = docx.Document(io.BytesIO(write(compose(block)))).tables[0]
    widths = [column.width for column in written.columns]
    assert abs(sum(widths) - sum(block.column_widths)) <= 635
    assert all(abs(a - b) <= 635 for a, b in zip(widths, block.column_widths, strict=True))


def test_picture_has_its_size_and_alt_text(document, profile):
    (shape,) = document.inline_shapes
    assert (shape.width, shape.height) == (80 * 36000, 40 * 36000)
    properties = shape._inline.docPr
    assert properties.get("descr") == "示意图"
    assert shape._inline.graphic.graphicData.pic.nvPicPr.cNvPr.get("descr") == "示意图"


def test_one_picture_twice_is_stored_once_with_two_ids(compose, figure, write):
    written = docx.Document(io.BytesIO(write(compose(figure("甲"), figure("乙")))))
    ids = [shape._inline.docPr.id for shape in written.inline_shapes]
    assert ids == [1, 2]
    assert len(written.part.package.image_parts) == 1


def test_footers(document):
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
        (par,) = footer.paragraphs
        assert par.text == "— 1 —"
        assert par.style.name == "Footer"
        assert par._p.pPr.jc.get(qn("w:val")) == align
        assert par._p.pPr.ind.get(qn(f"w:{align}")) == "316"
        assert [code.text for code in par._p.iter(qn("w:instrText"))] == [" PAGE "]
        kinds = [char.get(qn("w:fldCharType")) for char in par._p.iter(qn("w:fldChar"))]
        assert kinds == ["begin", "separate", "end"]


def test_python_docx_saves_it_again_with_nothing_lost(document):
    again = io.BytesIO()
    document.save(again)
    text = [par.text for par in docx.Document(again).paragraphs]
    assert text == [par.text for par in document.paragraphs]


def test_mammoth_reads_headings_and_merged_cells(everything_docx):
    html = mammoth.convert_to_html(io.BytesIO(everything_docx)).value
    for level, text in enumerate(HEADINGS, 1):
        assert f"<h{level}>{text}</h{level}>" in html
    assert '<th colspan="2"><p>数量</p></th>' in html
    assert '<td rowspan="2"><p>规章</p></td>' in html
    assert 'alt="示意图"' in html


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_reads_headings_and_merged_cells(everything_file):
    done = subprocess.run(
        ["pandoc", "-f", "docx", "-t", "json", str(everything_file)],
        check=True,
        capture_output=True,
        text=True,
    )
    tree = json.loads(done.stdout)
    headings = [
        (block["c"][0], "".join(x["c"] for x in block["c"][2]))
        for block in tree["blocks"]
        if block["t"] == "Header"
    ]
    assert headings == list(enumerate(HEADINGS, 1))
    first = next(block for block in tree["blocks"] if block["t"] == "Table")
    spans = [
        [(cell[2], cell[3]) for cell in row[1]] for row in first["c"][3][1] + first["c"][4][0][3]
    ]
    assert spans == [
        [(1, 1), (1, 2), (2, 1)],
        [(1, 1), (1, 1), (1, 1)],
        [(2, 1), (1, 1), (1, 1), (1, 1)],
        [(1, 1), (1, 1), (1, 1)],
    ]
