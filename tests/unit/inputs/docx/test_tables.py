"""Tables of a DOCX become exact grids."""

import pytest
from word_files import cell, docx, numbered, paragraph, row, table

from govdocs.errors import InputError
from govdocs.inputs.docx.reader import read_docx
from govdocs.inputs.reading import read_with_findings
from govdocs.inputs.text.log import FindingLog
from govdocs.model.nodes import Alignment, plain_text

RESTART, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns):
    return f'<w:gridSpan w:val="{columns}"/>'


def shape(*rows, **parts):
    """(text, colspan, rowspan) of each cell, and the findings' ids."""
    log = FindingLog()
    (grid,) = read_docx(docx(table(*rows), **parts), None, log)
    cells = [[(c.text, c.colspan, c.rowspan) for c in row] for row in grid.rows]
    return cells, [f.id for f in log.findings()]


def test_a_plain_table():
    assert shape(row(cell("a"), cell("b")), row(cell("c"), cell("d"))) == (
        [[("a", 1, 1), ("b", 1, 1)], [("c", 1, 1), ("d", 1, 1)]],
        [],
    )


def test_merged_over_columns_and_rows():
    cells, ids = shape(
        row(cell("甲", RESTART), cell("乙", span(2))),
        row(cell("", GOES_ON), cell("丙"), cell("丁")),
        row(cell("", GOES_ON), cell("戊", span(2))),
    )
    assert cells == [[("甲", 1, 3), ("乙", 2, 1)], [("丙", 1, 1), ("丁", 1, 1)], [("戊", 2, 1)]]
    assert ids == []


def test_a_block_merged_both_ways_and_a_row_that_is_covered_whole():
    cells, _ = shape(row(cell("甲", span(2) + RESTART)), row(cell("", span(2) + GOES_ON)))
    assert cells == [[("甲", 2, 2)], []]
    reading = read_with_findings(
        docx(table(row(cell("甲", span(2) + RESTART)), row(cell("", span(2) + GOES_ON))))
    )
    assert len(reading.document.main_part.body[0].rows) == 2


def test_the_old_horizontal_merge():
    cells, _ = shape(
        row(cell("甲", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("乙")),
        row(cell("1"), cell("2"), cell("3")),
    )
    assert cells[0] == [("甲", 2, 1), ("乙", 1, 1)]


def test_a_merge_that_goes_on_from_nothing_or_with_another_width_is_a_cell():
    cells, ids = shape(
        row(cell("甲", GOES_ON), cell("乙", RESTART), cell("丙")),
        row(cell("丁"), cell("戊", span(2) + GOES_ON)),
    )
    assert cells == [[("甲", 1, 1), ("乙", 1, 1), ("丙", 1, 1)], [("丁", 1, 1), ("戊", 2, 1)]]
    assert ids == []


def test_text_that_a_merged_cell_covers_is_told():
    cells, ids = shape(row(cell("甲", RESTART)), row(cell("藏", GOES_ON)))
    assert cells == [[("甲", 1, 2)], []]
    assert ids == ["merged-cell-text"]


def test_columns_left_out_at_the_sides_are_empty_cells():
    cells, ids = shape(
        row(cell("甲"), cell("乙"), cell("丙")),
        row(cell("丁"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    )
    assert cells[1] == [("", 1, 1), ("丁", 1, 1), ("", 1, 1)]
    assert ids == []


def test_a_short_row_is_filled_with_a_warning():
    cells, ids = shape(row(cell("甲"), cell("乙")), row(cell("丙")))
    assert cells[1] == [("丙", 1, 1), ("", 1, 1)]
    assert ids == ["row-padded"]


def test_head_rows_are_those_that_word_repeats():
    head = "<w:tblHeader/>"

    def rows(*heads):
        data = docx(table(*(row(cell("甲"), properties=head if h else "") for h in heads)))
        return read_docx(data, None, FindingLog())[0].head_rows

    assert rows(True, True, False) == 2
    assert rows(False, True) == 0
    assert rows(True, False, True) == 1
    assert rows(False) == 0


def test_the_head_holds_its_merged_cells_whole():
    head = "<w:tblHeader/>"
    data = docx(
        table(
            row(cell("甲", RESTART), cell("乙"), properties=head),
            row(cell("", GOES_ON), cell("丙")),
            row(cell("1"), cell("2")),
        )
    )
    assert read_docx(data, None, FindingLog())[0].head_rows == 2


def test_paragraphs_and_breaks_of_a_cell_are_joined():
    two = f"<w:tc><w:tcPr/>{paragraph('行政')}{paragraph('许可')}</w:tc>"
    words = f"<w:tc><w:tcPr/>{paragraph('open')}{paragraph('data')}</w:tc>"
    assert shape(row(two, words))[0] == [[("行政许可", 1, 1), ("open data", 1, 1)]]


def test_a_table_inside_a_cell_is_text_with_a_warning():
    inner = f"<w:tc><w:tcPr/>{paragraph('外')}{table(row(cell('内'), cell('里')))}<w:p/></w:tc>"
    cells, ids = shape(row(inner, cell("乙")))
    assert cells == [[("外内 里", 1, 1), ("乙", 1, 1)]]
    assert ids == ["nested-table"]


def test_content_controls_around_rows_and_cells():
    cells, _ = shape(
        f"<w:sdt><w:sdtContent>{row(cell('甲'), cell('乙'))}</w:sdtContent></w:sdt>",
        row(f"<w:sdt><w:sdtContent>{cell('丙')}</w:sdtContent></w:sdt>", cell("丁")),
    )
    assert [[c[0] for c in r] for r in cells] == [["甲", "乙"], ["丙", "丁"]]


def test_a_row_deleted_in_tracked_changes_goes_with_a_finding():
    cells, ids = shape(row(cell("甲")), row(cell("旧"), properties="<w:del/>"), row(cell("乙")))
    assert [[c[0] for c in r] for r in cells] == [["甲"], ["乙"]]
    assert ids == ["revision-deleted"]


def test_automatic_numbers_in_cells_are_counted():
    from word_files import level, lists

    numbers = lists(level(0, "decimal", "%1"))
    rows = [row(f"<w:tc><w:tcPr/>{numbered('甲')}</w:tc>") for _ in range(2)]
    cells, _ = shape(*rows, numbering=numbers)
    assert [r[0][0] for r in cells] == ["1 甲", "2 甲"]


def test_alignment_of_a_cell_is_that_of_its_text():
    def aligned(value):
        content = paragraph("1", f'<w:jc w:val="{value}"/>' if value else "")
        data = docx(table(row(f"<w:tc><w:tcPr/>{content}</w:tc>")))
        return read_docx(data, None, FindingLog())[0].rows[0][0].align

    assert aligned("center") is Alignment.CENTER
    assert aligned("right") is aligned("end") is Alignment.RIGHT
    assert aligned("both") is aligned(None) is Alignment.LEFT


def test_a_table_counts_as_one_and_two_tables_stay_two():
    body = (
        paragraph("一、概述") + table(row(cell("甲"))) + table(row(cell("乙"))) + paragraph("完。")
    )
    reading = read_with_findings(docx(body))
    assert reading.block_lines == (1, 2, 3, 4)
    kinds = [type(block).__name__ for block in reading.document.main_part.body[0].blocks]
    assert kinds == ["Table", "Table", "Paragraph"]


def test_the_rules_for_text_hold_in_cells_and_pipes_are_text():
    body = paragraph("一、概述") + table(
        row(cell("第二十条第(一)项,"), cell("甲|乙\\|"), cell(" "))
    )
    reading = read_with_findings(docx(body), replace={"甲": "a|b"})
    (block,) = reading.document.main_part.body[0].blocks
    assert [plain_text(c.content) for c in block.rows[0]] == [
        "第二十条第（一）项，",
        "a|b|乙\\|",
        "",
    ]
    assert {f.line for f in reading.findings if f.id == "mark-restored"} == {2}


def test_a_cell_with_navigation_words_stays_a_cell():
    body = paragraph("一、概述") + table(row(cell("上一条：甲"), cell("乙")))
    assert read_with_findings(docx(body)).navigation == ()


def test_unprintable_characters_and_separators_in_cells_go():
    reading = read_with_findings(docx(table(row(cell("甲\u2028乙\u200b丙")))))
    assert plain_text(reading.document.main_part.body[0].rows[0][0].content) == "甲乙丙"


def test_a_table_without_cells_is_none():
    assert read_docx(docx(paragraph("甲") + table()), None, FindingLog())[1:] == ()


@pytest.mark.parametrize("columns", [1001, 999_999_999])
def test_a_table_wider_than_any_is_refused(columns):
    with pytest.raises(InputError, match="1000"):
        read_docx(docx(table(row(cell("甲", span(columns))))), None, FindingLog())
