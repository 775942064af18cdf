"""Tables as a word processor gets them: what keeps together, how close cells are set."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator

from govdocs.compose.composition import Role


@pytest.fixture
def written(compose, write):
    """The first table of a file with the blocks."""

    def make(*blocks):
        return docx.Document(io.BytesIO(write(compose(*blocks)))).tables[0]

    return make


def kept_rows(table):
    """For each row whether all its paragraphs, or none, stay with the next row."""
    kept = []
    for row in table._tbl.tr_lst:
        found = {
            paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
            for paragraph in row.iter(qn("w:p"))
        }
        assert len(found) == 1
        kept += found
    return kept


def texts(count):
    return [(f"第{n}行", str(n)) for n in range(count)]


def test_a_whole_table_keeps_every_row_but_the_last_with_the_next(table, written):
    block = table(*texts(4), columns=2)._replace(is_whole=True)
    assert kept_rows(written(block)) == [True, True, True, False]


def test_another_keeps_its_head_with_two_rows_and_its_last_two_rows_together(table, written):
    block = table(*texts(7), columns=2, head_rows=1)
    assert kept_rows(written(block)) == [True, True, False, False, False, True, False]


def test_a_table_keeps_its_first_rows_together(table, written):
    block = table(*texts(9), columns=2, head_rows=1)._replace(first_rows=4)
    assert kept_rows(written(block)) == [True] * 4 + [False] * 3 + [True, False]


def spacing(paragraph):
    """Points before and after a paragraph that it has of its own; None for the style's."""
    made = paragraph.paragraph_format
    return [each if each is None else each.pt for each in (made.space_before, made.space_after)]


@pytest.fixture
def body(compose, write):
    """The body's paragraphs, those in tables left out, of a file with the blocks."""

    def make(*blocks):
        return docx.Document(io.BytesIO(write(compose(*blocks)))).paragraphs

    return make


def test_paragraphs_beside_a_table_leave_air(paragraph, table, body):
    text, rows = paragraph(Role.BODY, "文"), table(*texts(2), columns=2)
    found = body(text, text, rows, text, rows, text)
    assert [spacing(each) for each in found] == [
        [None, None],
        [None, 10],
        [10, 10],
        [10, None],
    ]


def test_styles_with_a_blank_line_there_need_none(paragraph, table, body):
    rows = table(*texts(2), columns=2)
    title, signature, date = body(
        paragraph(Role.TITLE, "题"),
        rows,
        paragraph(Role.SIGNATURE, "某机关"),
        paragraph(Role.DATE_OF_ISSUE, "2018年1月9日"),
    )
    assert [spacing(each) for each in (title, signature, date)] == [[None, None]] * 3


def test_the_empty_paragraph_between_two_tables_makes_up_the_air(table, body):
    rows = table(*texts(2), columns=2)
    between, last = body(rows, rows)
    assert between.style.paragraph_format.line_spacing.pt == 1
    assert spacing(between) == [9, None]
    assert spacing(last) == [None, None]


def test_a_line_that_leads_to_a_table_keeps_with_it(paragraph, table, body):
    line = paragraph(Role.BODY, "附表", leads=True)
    first, second = body(paragraph(Role.BODY, "文"), line, table(*texts(2), columns=2))[:2]
    assert second.paragraph_format.keep_with_next
    assert not first.paragraph_format.keep_with_next


def test_a_number_set_smaller_has_a_style_on_that_of_its_table(table, written):
    block = table(*texts(2), columns=2)
    (first, second), *rest = block.rows
    block = block._replace(rows=((first, second._replace(size=101600)), *rest))
    made = written(block)
    head, small = made.cell(0, 0).paragraphs[0].style, made.cell(0, 1).paragraphs[0].style
    assert (small.style_id, small.base_style.style_id) == ("TableHeadOnly16", head.style_id)
    assert small.font.size.pt == 8
    assert small.paragraph_format.line_spacing is None


def test_places_that_merged_cells_cover_keep_with_the_next_row_too(table, written):
    block = table((("大", 1, 3), "甲"), ("乙",), ("丙",), columns=2, head_rows=0)
    assert kept_rows(written(block._replace(is_whole=True))) == [True, True, False]


def test_a_dense_table_has_margins_and_styles_of_its_own(table, written, profile):
    block = table(*texts(2), columns=2, size=114300)._replace(spacing=profile.table.dense)
    made = written(block)
    margins = made._tbl.tblPr.find(qn("w:tblCellMar"))
    # Two rules' halves less than the 2.5 pt of the profile: word processors add the rule.
    assert {child.tag.split("}")[1]: child.get(qn("w:w")) for child in margins} == {
        "top": "45",
        "left": "40",
        "bottom": "45",
        "right": "40",
    }
    head, cell = (made.cell(row, 0).paragraphs[0].style for row in (0, 1))
    assert (head.style_id, cell.style_id) == ("TableHead18Dense", "TableCell18Dense")
    for style in (head, cell):
        assert style.font.size.pt == 9
        assert style.paragraph_format.line_spacing.pt == 12


def test_a_dense_table_in_the_common_size_has_a_style_of_its_own(table, written, profile):
    block = table(*texts(2), columns=2)._replace(spacing=profile.table.dense)
    style = written(block).cell(1, 0).paragraphs[0].style
    assert style.style_id == "TableCell21Dense"
    assert style.paragraph_format.line_spacing.pt == 14


def test_another_table_leaves_margins_to_the_table_style(table, written):
    made = written(table(*texts(2), columns=2))
    assert made._tbl.tblPr.find(qn("w:tblCellMar")) is None
    assert made.cell(1, 0).paragraphs[0].style.style_id == "TableCell"


def test_a_label_has_its_line_breaks(table, written):
    block = table((("三、本年", 1, 4), "甲"), ("乙",), ("丙",), ("丁",), columns=2, head_rows=0)
    cell = block.rows[0][0]._replace(breaks=(2, 3))
    rows = ((cell, *block.rows[0][1:]), *block.rows[1:])
    assert written(block._replace(rows=rows)).cell(0, 0).text == "三、\n本\n年"


def test_tables_of_all_kinds_keep_to_the_schema(
    table, paragraph, compose, write, profile, tmp_path
):
    dense = table(*texts(3), columns=2, size=114300)._replace(spacing=profile.table.dense)
    whole = table(*texts(3), columns=2)._replace(is_whole=True)
    path = tmp_path / "tables.docx"
    path.write_bytes(write(compose(dense, paragraph(Role.BODY, "文。"), whole)))
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path).errors == []
