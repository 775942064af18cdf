"""What a page has otherwise than the form: found, named with its place, never mended silently."""

from __future__ import annotations

import pytest

from govdocs.findings import Severity
from govdocs.inputs.reading import read_with_findings
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.recognise import rebuilt, rebuilt_reading, recognise
from govdocs.model.nodes import Table, plain_text
from govdocs.model.walk import walk
from govdocs.standards.annual_report.forms import CellRef
from govdocs.standards.annual_report.loader import report_format

from .conftest import (
    KEEPING_BLANKS,
    LOSING_BLANKS,
    bars_on_lines_of_their_own,
    cell_and_bar_on_a_line,
    one_cell_a_line,
    page,
    rows_bare,
    rows_with_padding,
    words_split,
)

FORM = report_format("2021")
FIGURES = Figures({cell: number for number, cell in enumerate(FORM.cells(), 3)})
WHOLE = [flatten for flatten in KEEPING_BLANKS + LOSING_BLANKS if flatten is not words_split]


def read_page(flatten, *changes: tuple[str, str], figures: Figures = FIGURES):
    text = page(FORM, 2024, figures, flatten)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    reading = read_with_findings(text)
    return reading, recognise(reading)


def of(found, id: str):
    return [finding for finding in found.findings if finding.id == id]


@pytest.mark.parametrize("flatten", WHOLE)
def test_a_misprinted_label_keeps_its_figures_and_is_reported(flatten):
    reading, found = read_page(flatten, ("三类内部事务信息", "三类内容事务信息"))
    assert found.report.tables == FIGURES
    (finding,) = of(found, "label-typo")
    assert finding.expected == "5.属于三类内部事务信息"
    assert finding.found == "5.属于三类内容事务信息"
    assert finding.severity is Severity.WARNING
    assert finding.cells[0] == "t2.内部事务信息.自然人"
    assert "三类内容" in reading_line(reading, finding.line)


def reading_line(reading, number: int) -> str:
    """The text of the block, or of the row of a table, that stands on a line."""
    for visit, line in zip(walk(reading.document), reading.block_lines, strict=True):
        block = visit.block
        if isinstance(block, Table) and line <= number < line + len(block.rows):
            row = block.rows[number - line]
            return "|".join(plain_text(cell.content) for cell in row)
        if line == number and not isinstance(block, Table):
            return plain_text(getattr(block, "heading", None) or block.content)
    raise AssertionError(number)


@pytest.mark.parametrize("flatten", WHOLE)
def test_other_writings_of_a_label_are_no_misprints(flatten):
    _, found = read_page(
        flatten,
        ("第二十条第（六）项", "第二十条 (六)项"),
        ("1.属于国家秘密", "１．属于国家秘密"),
        ("（七）总计", "(七) 总计"),
        ("行政规范性文件", "规范性文件"),
    )
    assert found.report.tables == FIGURES
    assert found.findings == ()


@pytest.mark.parametrize("flatten", [rows_with_padding, rows_bare, cell_and_bar_on_a_line])
@pytest.mark.parametrize("written", ["若干", "#DIV/0!", "约5", "3次左右"])
def test_what_is_no_figure_is_reported_and_leaves_the_cell_blank(flatten, written):
    cell = CellRef("t2", "国家秘密", "科研机构")
    _, found = read_page(flatten, figures=FIGURES.changed({cell: written}))
    (finding,) = of(found, "bad-figure")
    assert finding.cells == (str(cell),)
    assert finding.found == written
    assert "R5 C3" in finding.place
    assert found.report.tables == FIGURES.changed({cell: None})


def test_a_bad_figure_among_cells_on_lines_of_their_own():
    cell = CellRef("t2", "国家秘密", "科研机构")
    _, found = read_page(one_cell_a_line, figures=FIGURES.changed({cell: "若干"}))
    assert [f.found for f in of(found, "bad-figure")] == ["若干"]
    assert found.report.tables == FIGURES.changed({cell: None})


@pytest.mark.parametrize("flatten", WHOLE)
def test_what_is_written_for_nothing_is_kept(flatten):
    changes = {
        CellRef("t2", "新收", "其他"): "-",
        CellRef("t2", "予以公开", "自然人"): "/",
        CellRef("t3", "复议", "维持"): "无",
        CellRef("t1", "规章", "制发"): "——",
    }
    _, found = read_page(flatten, figures=FIGURES.changed(changes))
    assert found.report.tables == FIGURES.changed(changes)


@pytest.mark.parametrize("flatten", [rows_with_padding, rows_bare])
def test_figures_in_other_writing_are_read_and_reported(flatten):
    cell = CellRef("t2", "新收", "自然人")
    _, found = read_page(flatten, figures=FIGURES.changed({cell: "１，234件"}))
    assert found.report.tables[cell] == 1234
    assert [f.cells for f in of(found, "figure-form")] == [(str(cell),)]


@pytest.mark.parametrize("flatten", [rows_with_padding, rows_bare])
def test_a_row_with_a_figure_too_few_is_reported_and_left_blank(flatten):
    row = " | ".join(
        str(FIGURES[CellRef("t2", "重复申请", c.key)]) for c in FORM.table("t2").columns
    )
    _, found = read_page(flatten, (row, row.rsplit(" | ", 1)[0]))
    reported = of(found, "row-cells")
    blank = {cell: None for cell in FIGURES if cell[:2] == ("t2", "重复申请")}
    if flatten is rows_bare:
        (finding,) = reported
        assert finding.severity is Severity.ERROR
        assert finding.expected == "7"
        assert finding.line is not None
        assert found.report.tables == FIGURES.changed(blank)
    else:  # the empty cells at the end make it look like a blank last cell
        others = FIGURES.changed(blank)
        assert all(found.report.tables[cell] == others[cell] for cell in others)


@pytest.mark.parametrize("flatten", WHOLE)
def test_a_row_with_a_figure_too_many_is_reported_and_left_blank(flatten):
    cell = CellRef("t2", "重复申请", "总计")
    text = page(FORM, 2024, FIGURES.changed({cell: "999888"}), flatten)
    more = {
        one_cell_a_line: "999888\n777",
        cell_and_bar_on_a_line: "999888 |\n777",
        bars_on_lines_of_their_own: "999888\n|\n777",
    }.get(flatten, "999888 | 777" if "|" in text else "999888   777")
    if "\t" in text:
        more = "999888\t777"
    if "　　999888" in text:
        more = "999888\n\n　　777"
    found = recognise(read_with_findings(text.replace("999888", more)))
    (finding,) = of(found, "row-cells")
    assert all(cell.startswith("t2.重复申请.") for cell in finding.cells)
    blank = {cell: None for cell in FIGURES if cell[:2] == ("t2", "重复申请")}
    assert found.report.tables == FIGURES.changed(blank)


@pytest.mark.parametrize("flatten", WHOLE)
def test_a_row_that_is_missing_is_reported(flatten):
    cells = [cell for cell in FIGURES if cell[:2] == ("t2", "公开出版物")]
    marked = FIGURES.changed(dict.fromkeys(cells, 999888))
    lines = page(FORM, 2024, marked, flatten).splitlines()
    lines = [line for line in lines if "999888" not in line and "要求提供公开出版物" not in line]
    found = recognise(read_with_findings("\n".join(lines)))
    if flatten is bars_on_lines_of_their_own:
        pytest.skip("its bars stay behind")
    (finding,) = of(found, "row-missing")
    assert finding.cells == tuple(map(str, cells))
    assert found.report.tables == FIGURES.changed(dict.fromkeys(cells))


@pytest.mark.parametrize("flatten", WHOLE)
def test_a_row_of_a_provinces_own_is_kept(flatten):
    text = page(FORM, 2024, FIGURES, flatten)
    label = "9.属于工作秘密事项"
    lines = text.splitlines()
    start = next(i for i, line in enumerate(lines) if "属于行政查询事项" in line)
    end = next(i for i, line in enumerate(lines) if "（四）无法提供" in line)
    added = [line.replace("8.属于行政查询事项", label) for line in lines[start:end]]
    found = recognise(read_with_findings("\n".join(lines[:end] + added + lines[end:])))
    (row,) = found.report.extra_rows
    assert (row.table, row.after, row.label) == ("t2", "行政查询", label)
    columns = FORM.table("t2").columns
    own = tuple(str(FIGURES[CellRef("t2", "行政查询", column.key)]) for column in columns)
    assert row.values == own
    assert found.report.tables == FIGURES
    assert len(of(found, "row-added")) == 1


def test_rebuilt_tables_hold_the_added_row_in_its_group():
    text = page(FORM, 2024, FIGURES, rows_with_padding)
    line = next(line for line in text.splitlines() if "属于行政查询事项" in line)
    text = text.replace(line, line + "\n" + line.replace("8.属于行政查询事项", "9.属于工作秘密"))
    reading = read_with_findings(text)
    table = [
        v.block for v in walk(rebuilt(reading, recognise(reading))) if isinstance(v.block, Table)
    ]
    row = next(r for r in table[1].rows if plain_text(r[0].content) == "9.属于工作秘密")
    assert len(row) == 8
    texts = [plain_text(cell.content) for r in table[1].rows for cell in r]
    group = next(c for r in table[1].rows for c in r if plain_text(c.content) == "（三）不予公开")
    assert group.rowspan == 9
    assert "（四）无法提供" in texts


def test_a_table_with_figures_without_a_place_is_kept_as_it_was():
    text = page(FORM, 2024, FIGURES, rows_bare)
    line = next(line for line in text.splitlines() if "2.重复申请" in line)
    reading = read_with_findings(text.replace(line, line + " 5 |"))
    found = recognise(reading)
    again = rebuilt_reading(reading, found)
    tables = [v.block for v in walk(reading.document) if isinstance(v.block, Table)]
    now = [v.block for v in walk(again.document) if isinstance(v.block, Table)]
    assert now[1] == tables[1]
    assert now[0] != tables[0]
    assert [f.id for f in again.findings if f.id.startswith("table-")] == [
        "table-rebuilt",
        "table-kept",
        "table-rebuilt",
    ]
    (kept,) = [f.zh for f in again.findings if f.id == "table-kept"]
    assert kept == "第三部分 申请表有数字找不到所属的格，没有重排，照原样印出"


def test_two_tables_in_one_and_one_table_in_two():
    text = page(FORM, 2024, FIGURES, rows_with_padding)
    without = [line for line in text.splitlines() if not line.startswith("三、收到和处理")]
    found = recognise(read_with_findings("\n".join(without)))
    assert found.report.tables == FIGURES
    split = text.replace("（四）无法提供", "\n— 3 —\n\n（四）无法提供")
    reading = read_with_findings(split)
    found = recognise(reading)
    assert found.report.tables == FIGURES
    assert found.findings == ()
    tables = [v.block for v in walk(rebuilt(reading, found)) if isinstance(v.block, Table)]
    assert len(tables) == 3


def test_headings_without_numbers_are_not_taken_for_rows():
    text = page(FORM, 2024, FIGURES, one_cell_a_line)
    text = text.replace("三、收到和处理", "收到和处理").replace(
        "四、政府信息公开行政复议", "政府信息公开行政复议"
    )
    found = recognise(read_with_findings(text))
    assert found.report.tables == FIGURES
    assert of(found, "row-added") == []


def test_a_table_of_the_offices_own_stays_text():
    text = page(FORM, 2024, FIGURES, rows_bare)
    own = "类别 | 数量 |\n机构职能 | 12 |\n规章 | 3 |"
    text = text.replace("严格按照规定开展工作。", own, 1)
    reading = read_with_findings(text)
    found = recognise(reading)
    assert found.report.tables == FIGURES
    assert "| 机构职能 | 12 |" in found.report.sections[0].text
    tables = [v.block for v in walk(rebuilt(reading, found)) if isinstance(v.block, Table)]
    assert len(tables) == 4


def test_an_office_table_like_the_form_is_not_read_for_it():
    title = "青禾县柳湾镇人民政府2024年政府信息公开工作年度报告"
    text = f"{title}\n一、总体情况\n类别 | 件数 |\n规章 | 3 |\n行政许可 | 5 |"
    found = recognise(read_with_findings(text))
    assert len(found.report.tables) == 0
    assert found.table_blocks == ()
    assert {f.id for f in found.findings} == {"table-missing"}


def test_padding_warnings_of_rebuilt_rows_are_dropped():
    reading = read_with_findings(page(FORM, 2024, FIGURES, rows_bare))
    assert any(f.id == "row-padded" for f in reading.findings)
    again = rebuilt_reading(reading, recognise(reading))
    assert not any(f.id == "row-padded" for f in again.findings)
    assert len(again.block_lines) == len(list(walk(again.document)))


def test_a_row_printed_twice_is_not_dropped():
    text = page(FORM, 2024, FIGURES, rows_with_padding)
    line = next(line for line in text.splitlines() if "2.重复申请" in line)
    found = recognise(read_with_findings(text.replace(line, line + "\n" + line)))
    assert [row.label for row in found.report.extra_rows] == ["2.重复申请"]
    assert found.report.tables == FIGURES


def test_a_row_of_figures_without_a_label_is_reported():
    text = page(FORM, 2024, FIGURES, rows_with_padding)
    line = next(line for line in text.splitlines() if "2.重复申请" in line)
    found = recognise(read_with_findings(text.replace(line, line + "\n| 8 | 7 | 6 |")))
    (finding,) = of(found, "label-unknown")
    assert finding.found == "8、7、6"
    assert found.report.tables == FIGURES
    assert [t.is_whole for t in found.table_blocks] == [True, False, True]


def test_a_rule_under_the_head_does_not_move_the_lines_of_findings():
    text = page(FORM, 2024, FIGURES, rows_bare)
    head = next(line for line in text.splitlines() if "申请人情况" in line)
    text = text.replace(head, head + "\n|---|---|")
    line = next(line for line in text.splitlines() if "2.重复申请" in line)
    text = text.replace(line, line.removesuffix(" |").rpartition(" | ")[0] + " |")
    found = recognise(read_with_findings(text))
    (finding,) = of(found, "row-cells")
    assert "2.重复申请" in text.splitlines()[finding.line - 1]
    blank = {cell: None for cell in FIGURES if cell[:2] == ("t2", "重复申请")}
    assert found.report.tables == FIGURES.changed(blank)


def test_text_around_a_table_is_no_part_of_it():
    text = page(FORM, 2024, FIGURES, rows_with_padding)
    text = text.replace("五、存在的主要问题", "无\n五、存在的主要问题")
    reading = read_with_findings(text)
    found = recognise(reading)
    assert found.report.section("复议诉讼").text.endswith("无")
    assert found.report.tables == FIGURES


def test_group_labels_repeated_on_each_row():
    """A copy from a spreadsheet whose merged cells were filled."""
    rows = []
    for line in page(FORM, 2024, FIGURES, rows_bare).splitlines():
        is_result = line[:1].isdigit() and line[1:2] == "."
        rows.append(f"三、本年度办理结果 | （三）不予公开 | {line}" if is_result else line)
    found = recognise(read_with_findings("\n".join(rows)))
    assert found.report.tables == FIGURES


def test_a_page_of_many_lines_is_read_in_time():
    cells = " | ".join(["规章"] * 50)
    text = "青禾县教育局2024年政府信息公开工作年度报告\n一、总体情况\n" + f"{cells} |\n" * 2000
    found = recognise(read_with_findings(text))
    assert len(found.report.tables) == 0
