"""Statutory tables as nodes, with rows that a province or an office added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.section import ExtraRow
from govdocs.kinds.annual_report.tables import table_node
from govdocs.model.nodes import Alignment, plain_text
from govdocs.standards.annual_report.loader import report_format

FORM = report_format("2021")
T1, T2, T3 = FORM.tables


def texts(node, row: int) -> list[str]:
    return [plain_text(cell.content) for cell in node.rows[row]]


def row_of(node, label: str) -> int:
    return next(i for i in range(len(node.rows)) if label in texts(node, i))


def test_an_added_row_stands_under_the_row_it_follows_and_in_its_group():
    row = ExtraRow(table="t2", after="行政查询", label="9.属于工作秘密", values=tuple("1234567"))
    node = table_node(T2, Figures(), [row])
    at = row_of(node, "9.属于工作秘密")
    assert texts(node, at - 1)[0] == "8.属于行政查询事项"
    assert texts(node, at) == ["9.属于工作秘密", *"1234567"]
    spans = {plain_text(c.content): c.rowspan for line in node.rows for c in line}
    assert (spans["（三）不予公开"], spans["三、本年度办理结果"], spans["（四）无法提供"]) == (
        9,
        23,
        3,
    )


def test_a_row_that_is_no_item_of_the_group_stands_beside_it():
    row = ExtraRow(table="t2", after="行政查询", label="（八）不予公开小计", values=("5",))
    node = table_node(T2, Figures(), [row])
    added = node.rows[row_of(node, "（八）不予公开小计")]
    assert added[0].colspan == 2
    assert len(added) == 8


def test_rows_keep_their_order_and_the_alignment_of_the_form():
    rows = [
        ExtraRow(table="主动公开", after="行政强制", label=f"其他{n}", values=(n,)) for n in "12"
    ]
    node = table_node(T1, Figures(), rows)
    at = row_of(node, "行政强制")
    assert [texts(node, at + n) for n in (1, 2)] == [["其他1", "1"], ["其他2", "2"]]
    assert node.rows[at + 1][0].align is Alignment.CENTER
    assert node.rows[at + 1][1].colspan == 3


def test_in_a_table_without_labels_the_label_stands_before_the_first_value():
    row = ExtraRow(table="t3", after="复议", label="其中", values=("1", "2"))
    node = table_node(T3, Figures(), [row])
    assert texts(node, 4)[:3] == ["其中 1", "2", ""]


def test_a_row_without_a_place_stands_first_and_too_many_values_in_the_last_cell():
    row = ExtraRow(table="t1", label="甲", values=("1", "2", "3", "4"))
    node = table_node(T1, Figures(), [row])
    assert texts(node, 2) == ["甲", "1", "2", "3 4"]


def test_rows_of_other_tables_are_passed_over():
    row = ExtraRow(table="t1", label="甲")
    assert table_node(T2, Figures(), [row]) == table_node(T2, Figures())


@pytest.mark.parametrize("name", ["2014", "2019", "2021"])
@given(data=st.data())
def test_any_added_rows_fill_the_table(name, data):
    table = data.draw(st.sampled_from(report_format(name).tables))
    rows = st.builds(
        lambda **row: ExtraRow(**row),
        table=st.just(table.id),
        after=st.sampled_from(["", *(row.key for row in table.rows)]),
        label=st.sampled_from(["9.另一项", "（八）小计", "合计"]),
        values=st.lists(st.sampled_from(["", "1", "无"]), max_size=17).map(tuple),
    )
    extra = data.draw(st.lists(rows, max_size=4))
    node = table_node(table, Figures(), extra)  # a node checks its own rectangle
    assert len(node.rows) == len(table.grid) + len(extra)
