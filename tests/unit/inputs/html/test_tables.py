"""Tables of a page: exact grids for data, lines for layout."""

from pathlib import Path

import pytest

from govdocs.errors import InputError
from govdocs.inputs.html.reader import read_html
from govdocs.inputs.inspection import inspect
from govdocs.inputs.reading import read_with_findings
from govdocs.inputs.text.grid import Grid
from govdocs.inputs.text.log import FindingLog
from govdocs.model.nodes import Alignment

SAMPLES = Path(__file__).parents[3] / "samples"


def parts(body):
    log = FindingLog()
    found = read_html(f"<html><body>{body}</body></html>".encode(), None, log)
    return found, [f.id for f in log.findings()]


def shape(table):
    """(text, colspan, rowspan) of each cell, and the findings' ids."""
    (grid,), ids = parts(table)
    return [[(c.text, c.colspan, c.rowspan) for c in row] for row in grid.rows], ids


def test_merged_cells():
    cells, ids = shape(
        "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2<tr><td>丙<td colspan=2>3</table>"
    )
    assert cells == [
        [("甲", 1, 2), ("乙", 2, 1)],
        [("1", 1, 1), ("2", 1, 1)],
        [("丙", 1, 1), ("3", 2, 1)],
    ]
    assert ids == []


def test_cells_with_paragraphs_as_word_pastes_them():
    cells, _ = shape("<table><tr><td><p>行政</p><p>许可</p><td><p><span>12</span><br></p></table>")
    assert cells == [[("行政许可", 1, 1), ("12", 1, 1)]]


def test_a_short_row_is_filled_with_a_warning():
    cells, ids = shape("<table><tr><td>a<td>b<td>c<tr><td>d</table>")
    assert cells[1] == [("d", 1, 1), ("", 1, 1), ("", 1, 1)]
    assert ids == ["row-padded"]


def test_spans_reach_no_further_than_their_group_of_rows():
    cells, ids = shape(
        "<table><thead><tr><th rowspan=9>a<th>b</thead>"
        "<tbody><tr><td rowspan=0>c<td>d<tr><td>e</table>"
    )
    assert cells == [[("a", 1, 1), ("b", 1, 1)], [("c", 1, 2), ("d", 1, 1)], [("e", 1, 1)]]
    assert ids == []


def test_a_cell_over_another_one_is_cut_with_a_warning():
    cells, ids = shape("<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>")
    assert cells == [[("a", 1, 1), ("b", 1, 2)], [("c", 1, 1)]]
    assert ids == ["span-cut"]


def test_rows_without_cells_go():
    cells, _ = shape("<table><tr></tr><tr><td>a<td>b<tr></tr></table>")
    assert len(cells) == 1


def test_the_head_is_the_thead_or_rows_of_th():
    def head(table):
        return parts(table)[0][0].head_rows

    assert head("<table><thead><tr><td>a<td>b</thead><tr><td>1<td>2</table>") == 1
    assert head("<table><tr><th>a<th>b<tr><td>1<td>2</table>") == 1
    assert head("<table><tr><th>a<td>b<tr><td>1<td>2</table>") == 0
    assert head("<table><tr><th>a<th>b</table>") == 0
    assert head("<table><tr><th rowspan=2>a<th>b<tr><td>c<tr><td>1<td>2</table>") == 2


def test_the_foot_comes_last():
    cells, _ = shape(
        "<table><tfoot><tr><td>计<td>3</tfoot><tbody><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    )
    assert [row[0][0] for row in cells] == ["甲", "乙", "计"]


def test_hidden_rows_and_cells_go():
    cells, _ = shape('<table><tr style="display:none"><td>x<td>y<tr><td>a<td hidden>z<td>b</table>')
    assert cells == [[("a", 1, 1), ("b", 1, 1)]]


@pytest.mark.parametrize(
    ("cell", "align"),
    [
        ("<td>1", Alignment.CENTER),
        ("<td align=left>1", Alignment.LEFT),
        ('<td style="text-align: right">1', Alignment.RIGHT),
        ('<td><p style="text-align:justify">1</p>', Alignment.LEFT),
        ("<td><center>1</center>", Alignment.CENTER),
    ],
)
def test_alignment(cell, align):
    (grid,), _ = parts(f"<table><tr><td>a{cell}</table>")
    assert grid.rows[0][1].align is align


HIDDEN_IN_A_TABLE = {
    "a row": "<tr hidden><td>秘<td>密",
    "a group": "<tbody style='display:none'><tr><td>秘<td>密</tbody>",
    "a cell of no row": "<td hidden>秘密",
}


@pytest.mark.parametrize("part", HIDDEN_IN_A_TABLE.values(), ids=HIDDEN_IN_A_TABLE)
def test_hidden_parts_of_a_table_are_told_and_hide_nothing_else(part):
    table = f"<table>{part}<td>甲<td>乙<tr><td>丙<td>丁</table>"
    if not part.startswith("<td"):
        table = table.replace("<td>甲", "<tr><td>甲")
    cells, ids = shape(table)
    assert [[text for text, *_ in row] for row in cells] == [["甲", "乙"], ["丙", "丁"]]
    assert ids == ["hidden-text"]


def test_text_of_a_table_outside_its_cells_is_read_above_it():
    found, ids = parts(
        "<table>一<tr>二<td>甲<td>乙</tr><p>三</p><tr hidden>四</tr><tr><td>丙<td>丁</table>"
    )
    assert [part.text for part in found[:-1]] == ["一", "二", "三"]
    assert isinstance(found[-1], Grid)
    assert ids == ["hidden-text"]


def test_a_caption_is_a_line_above():
    found, _ = parts("<table><caption>附表</caption><tr><td>a<td>b</table>")
    assert found[0].text == "附表"
    assert isinstance(found[1], Grid)


LONG = "<p>全年平稳，公开工作有序。</p>" * 30


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>甲。</table>",
        "<table><tr><td>甲。<tr><td>乙。</table>",
        '<table role="presentation"><tr><td>甲。<td>乙。</table>',
        "<table><tr><td><h1>题</h1><td>乙。</table>",
        "<table><tr><td>上一条：甲<td>下一条：乙</table>",
        f"<table><tr><td>栏目<td>{LONG}</table>",
    ],
)
def test_tables_that_lay_out_the_page_are_lines(table):
    found, ids = parts(table)
    assert not any(isinstance(part, Grid) for part in found)
    assert ids == ["layout-table"]


def test_a_table_inside_a_layout_table_is_data():
    found, _ = parts("<table><tr><td>首页<td>甲。<table><tr><td>a<td>b</table>乙。</table>")
    kinds = [part.text if not isinstance(part, Grid) else "grid" for part in found]
    assert kinds == ["首页", "甲。", "grid", "乙。"]


def test_one_long_cell_in_a_table_of_data_keeps_it_one():
    note = "其他需要报告的事项" * 30
    found, _ = parts(f"<table><tr><td>说明<td>{note}<tr><td>a<td>b</table>")
    assert isinstance(found[0], Grid)


def test_spans_without_measure_are_cut_or_refused():
    (grid,), _ = parts("<table><tr><td rowspan=65534>a<td>b<tr><td>c</table>")
    assert len(grid.rows) == 2
    with pytest.raises(InputError, match="1000"):
        parts("<table><tr><td colspan=999999>a<td>b<tr><td>c</table>")


def as_page(text):
    """A text with ``|`` rows as a page of spans, its tables as tables."""
    made, rows = [], []
    for line in [*text.splitlines(), ""]:
        if "|" in line:
            cells = line.removesuffix("|").split("|") if line.endswith("||") else line.split("|")
            rows.append(
                "<tr>" + "".join(f"<td><p><span>{c}</span></p></td>" for c in cells) + "</tr>"
            )
            continue
        if rows:
            made.append(f"<table>{''.join(rows)}</table>")
            rows = []
        half = len(line) // 2
        made.append(f"<p><span>{line[:half]}</span><span>{line[half:]}</span></p>")
    body = f'<div class="nav"><a>首页</a></div><div class="TRS_Editor">{"".join(made)}</div>'
    return f"<!DOCTYPE html><html><body>{body}</body></html>"


def outline(reading):
    return [
        (b["kind"], b["level"], b["number"], b["text"], b["body"])
        for b in inspect(reading)["blocks"]
    ]


@pytest.mark.parametrize(
    "name", ["m16-2023-township-clean", "m08-2017-county-clean", "m18-2022-office-broken-table"]
)
def test_a_sample_as_a_page_reads_like_the_sample(name):
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    as_text, as_html = read_with_findings(text), read_with_findings(as_page(text))
    assert outline(as_html) == outline(as_text)
    assert as_html.document.main_part.title == as_text.document.main_part.title
    assert as_html.document.issuer == as_text.document.issuer
    assert as_html.navigation[:0] == ()
    assert [n.text for n in as_html.navigation] == [n.text for n in as_text.navigation]
