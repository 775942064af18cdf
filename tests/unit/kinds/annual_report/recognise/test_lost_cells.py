"""Pages that lost cells: what is read is right, or blank with a finding; never another's figure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.inputs.reading import read_with_findings
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.recognise import rebuilt_reading, recognise
from govdocs.kinds.annual_report.tables import table_node
from govdocs.model.nodes import Table
from govdocs.model.walk import walk
from govdocs.standards.annual_report.forms import CellRef
from govdocs.standards.annual_report.loader import report_format

from .conftest import (
    bars_on_lines_of_their_own,
    blanks,
    cell_and_bar_on_a_line,
    one_cell_a_line,
    one_cell_a_paragraph,
    page,
    rows_bare,
    rows_in_place,
    rows_with_padding,
    tabs,
    tabs_in_place,
)

YEARS = {"2014": 2016, "2019": 2020, "2021": 2024}
FIGURES = {
    id: Figures({cell: number for number, cell in enumerate(report_format(id).cells(), 3)})
    for id in YEARS
}
"""A different figure in every cell, so that none can pass for another."""

BY_ROWS = {
    rows_with_padding: "|",
    rows_bare: "|",
    rows_in_place: "|",
    tabs: "\t",
    tabs_in_place: "\t",
    blanks: "   ",
}
BY_CELLS = (
    cell_and_bar_on_a_line,
    bars_on_lines_of_their_own,
    one_cell_a_line,
    one_cell_a_paragraph,
)


def lines_of(flatten, form: str = "2021", figures: Figures | None = None) -> list[str]:
    own = FIGURES[form] if figures is None else figures
    return page(report_format(form), YEARS[form], own, flatten).splitlines()


def read_lines(lines: list[str]):
    return recognise(read_with_findings("\n".join(line for line in lines if line)))


def line_with(lines: list[str], text: str) -> int:
    return next(index for index, line in enumerate(lines) if text in line)


def without(line: str, cell: str, separator: str) -> str:
    """A row without one of its cells."""
    cells = line.split(separator)
    del cells[[each.strip() for each in cells].index(cell)]
    return separator.join(cells)


def row_blank(figures: Figures, table: str, row: str) -> Figures:
    return figures.changed({cell: None for cell in figures if cell[:2] == (table, row)})


def row_cells(found):
    return [finding for finding in found.findings if finding.id == "row-cells"]


def test_a_row_that_lost_a_figure_beside_a_wider_table_is_left_blank():
    """Found by the property below: without a heading between them two tables come as one, and
    beside 复议's fifteen columns every row of 申请 looked short, so that none was thought to be."""
    lines = lines_of(rows_with_padding)
    row = line_with(lines, "4.无正当理由大量反复申请")
    lines[row] = without(lines[row], "139", "|")
    heading = line_with(lines, "四、政府信息公开行政复议")
    found = read_lines(lines[:heading] + lines[heading + 2 :])
    (finding,) = row_cells(found)
    assert finding.found == "140、141、142、143、144、145"
    assert finding.expected == "7"
    assert "读到 6 格" in finding.zh
    assert found.report.tables == row_blank(FIGURES["2021"], "t2", "大量反复申请")


def test_a_row_with_a_cell_too_many_does_not_make_the_others_look_whole():
    lines = lines_of(rows_with_padding)
    more = line_with(lines, "2.重复申请")
    lines[more] = lines[more].replace("131 |", "131 | 9 |||")
    row = line_with(lines, "4.无正当理由大量反复申请")
    lines[row] = without(lines[row], "139", "|")
    found = read_lines(lines)
    figures = row_blank(FIGURES["2021"], "t2", "大量反复申请")
    assert found.report.tables == row_blank(figures, "t2", "重复申请")
    assert len(row_cells(found)) == 2


def test_the_only_row_of_a_table_is_measured_by_its_heads():
    lines = lines_of(rows_with_padding)
    start = line_with(lines, "行政复议 | 行政诉讼")
    for index in range(start, start + 4):
        lines[index] += "|" if index < start + 3 else " |"
    lines[start + 3] = without(lines[start + 3], "188", "|")
    found = read_lines(lines)
    blank = {cell: None for cell in FIGURES["2021"] if cell.table == "t3"}
    assert found.report.tables == FIGURES["2021"].changed(blank)


@pytest.mark.parametrize("lost", ["25", "28", "31"])
def test_a_line_with_tabs_that_lost_a_figure_beside_blank_columns_is_left_blank(lost):
    """A column that the label covers is no blank 自然人, nor does 总计 stay blank."""
    lines = lines_of(tabs_in_place, "2019")
    row = line_with(lines, "一、本年新收")
    lines[row] = without(lines[row], lost, "\t")
    found = read_lines(lines)
    assert found.report.tables == row_blank(FIGURES["2019"], "t2", "新收")
    assert len(row_cells(found)) == 1


@pytest.mark.parametrize("flatten", [tabs, tabs_in_place])
def test_a_blank_cell_within_a_line_with_tabs_is_read(flatten):
    some = FIGURES["2021"].changed(
        {
            CellRef("t2", "新收", "自然人"): None,
            CellRef("t2", "予以公开", "商业企业"): None,
            CellRef("t2", "重复申请", "其他"): None,
        }
    )
    found = read_lines(lines_of(flatten, figures=some))
    assert found.report.tables == some
    assert found.findings == ()


def html_of(flatten, row: str, lost: str) -> bytes:
    """A page whose tables have no merged cells; a row lacks one of its cells."""
    form = report_format("2021")
    parts = ["<h1>青禾县教育局2024年政府信息公开工作年度报告</h1>"]
    for number, section in enumerate(form.sections):
        parts.append(f"<p>{'一二三四五六七八九十'[number]}、{section.heading}</p>")
        for name in section.tables:
            lines = list(flatten(table_node(form.table(name), FIGURES["2021"])))
            lines = [without(line, lost, "|") if row in line else line for line in lines]
            parts += ["<table>", *map(_html_row, lines), "</table>"]
    return f"<html><meta charset=utf-8><body>{''.join(parts)}</body></html>".encode()


def _html_row(line: str) -> str:
    cells = line.removeprefix("|").removesuffix("|").split("|")
    return "<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in cells) + "</tr>"


@pytest.mark.parametrize("flatten", [rows_with_padding, rows_bare, rows_in_place])
@pytest.mark.parametrize("lost", ["139", "142", "145"])
def test_a_row_that_the_reader_of_a_file_filled_up_is_left_blank(flatten, lost):
    data = html_of(flatten, "4.无正当理由大量反复申请", lost)
    found = recognise(read_with_findings(data))
    assert found.report.tables == row_blank(FIGURES["2021"], "t2", "大量反复申请")
    assert len(row_cells(found)) == 1


@pytest.mark.parametrize("flatten", [rows_with_padding, rows_bare, tabs_in_place])
@pytest.mark.parametrize("lost", ["90", "93", "96"])
def test_an_added_row_that_lost_a_figure_is_kept_without_figures(flatten, lost):
    lines = lines_of(flatten)
    row = line_with(lines, "8.属于行政查询事项")
    added = lines[row].replace("8.属于行政查询事项", "9.属于工作秘密事项")
    lines.insert(row + 1, without(added, lost, BY_ROWS[flatten]))
    reading = read_with_findings("\n".join(line for line in lines if line))
    found = recognise(reading)
    (extra,) = found.report.extra_rows
    assert (extra.label, extra.values) == ("9.属于工作秘密事项", ())
    (finding,) = row_cells(found)
    assert "9.属于工作秘密事项" in finding.zh
    assert found.report.tables == FIGURES["2021"]
    # Nothing is lost in print: the table stays as the page had it.
    assert "table-kept" in {each.id for each in rebuilt_reading(reading, found).findings}


def test_an_added_row_that_is_whole_is_kept_with_its_figures():
    lines = lines_of(tabs_in_place)
    row = line_with(lines, "8.属于行政查询事项")
    lines.insert(row + 1, lines[row].replace("8.属于行政查询事项", "9.属于工作秘密事项"))
    found = read_lines(lines)
    (extra,) = found.report.extra_rows
    assert extra.values == tuple(map(str, range(90, 97)))
    reading = rebuilt_reading(read_with_findings("\n".join(lines)), found)
    assert any(isinstance(visit.block, Table) for visit in walk(reading.document))


@pytest.mark.parametrize("flatten", [*BY_ROWS, *BY_CELLS])
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_page_that_lost_cells_never_puts_a_figure_in_another_cell(flatten, data):
    form = data.draw(st.sampled_from(sorted(YEARS)))
    lines = lines_of(flatten, form)
    # 行政处罚 without its figure and then 11 without its 行政强制: nobody can know whose 11 it is.
    lost = data.draw(
        st.sets(st.integers(4, len(lines) - 1), min_size=1, max_size=3).filter(
            lambda found: not any(index + 1 in found for index in found)
        )
    )
    for index in sorted(lost):
        separator = BY_ROWS.get(flatten)
        cells = lines[index].split(separator) if separator else [lines[index]]
        del cells[data.draw(st.integers(0, len(cells) - 1))]
        lines[index] = (separator or "").join(cells)
    found = read_lines(lines)
    read, figures = found.report.tables, FIGURES[form]
    wrong = {cell: (read[cell], figures[cell]) for cell in read if read[cell] != figures[cell]}
    assert wrong == {}
    blank = {str(cell) for cell in figures if cell not in read}
    named = {cell for finding in found.findings for cell in finding.cells}
    # Two bars with nothing between them are a blank cell, and nothing is amiss.
    if len(lost) == 1 and flatten is not bars_on_lines_of_their_own:
        assert blank <= named
