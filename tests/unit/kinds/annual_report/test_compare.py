"""Two reports side by side: figures as number and per cent, wording sentence by sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.api import render
from govdocs.kinds.annual_report.compare import compare
from govdocs.kinds.annual_report.compare_views import as_document, as_html, as_lines, title_of
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.testing.annual_reports import valid_reports


def report(year=2025, **fields):
    return AnnualReport.model_validate({"年度": year, "机关": "青禾县教育局", **fields})


def pair(last, this, year=2025):
    """Reports of two years with these totals of 新收."""
    made = [
        report(when, 表格={"申请": {"新收": {"总计": total}}})
        for when, total in ((year - 1, last), (year, this))
    ]
    return compare(*made)


@pytest.mark.parametrize(
    ("last", "this", "difference", "words"),
    [
        (57, 68, 11, "增长19.3%"), (68, 57, -11, "下降16.2%"), (0, 5, 5, ""), (5, 0, -5, "下降100"),
        (None, 5, None, ""), (5, None, None, ""), ("-", 5, None, ""), (5, "无", None, ""),
    ],
)  # fmt: skip
def test_a_figure_that_differs_is_told_as_number_and_per_cent(last, this, difference, words):
    (change,) = pair(last, this).cells
    assert change.name == "第三部分 申请表：一、本年新收政府信息公开申请数量×总计"
    assert (change.last, change.this) == tuple(
        "" if each is None else str(each) for each in (last, this)
    )
    assert change.difference == difference
    assert change.percent.startswith(words)
    assert bool(change.percent) is bool(words)


def test_equal_figures_are_left_out():
    assert pair(5, 5).cells == ()


def test_money_is_compared_in_one_unit():
    rows = [{"政府集中采购": {"采购总金额": text}} for text in ("1.2万元", "18000元")]
    last, this = (
        report(year, 表格={"主动公开": row}) for year, row in zip((2019, 2020), rows, strict=True)
    )
    (change,) = compare(last, this).cells
    assert (change.last, change.this, change.difference) == ("1.2万元", "18000元", 6000)
    assert change.percent == "增长50.0%"


def test_rows_that_only_one_form_has_are_named():
    comparison = compare(report(2020), report(2021))
    assert "第二部分 主动公开表：政府集中采购" in comparison.only_last
    assert any("逾期不补正" in name for name in comparison.only_this)
    assert compare(report(2024), report(2025)).only_this == ()


def test_wording_is_compared_by_sentence_and_neighbours_stand_together():
    last = report(2024, 章节={"总体情况": "甲。乙。丙。丁。"})
    this = report(2025, 章节={"总体情况": "甲。乙一。丙一。丁。戊。"})
    changes = [change for change in compare(last, this).texts if change.heading == "总体情况"]
    assert [(change.last, change.this) for change in changes] == [
        ("乙。丙。", "乙一。丙一。"),
        ("", "戊。"),
    ]


def test_a_section_that_came_or_went_is_told_whole():
    last = report(2024, 章节={"大事记": "一件。"})
    this = report(2025, 章节={"附则": "无。"})
    changes = {change.heading: (change.last, change.this) for change in compare(last, this).texts}
    assert changes["大事记"] == ("一件。", "")
    assert changes["附则"] == ("", "无。")


def test_sections_of_two_forms_are_matched_by_what_they_are():
    last = report(2018, 章节={"主动公开": "甲。"})
    this = report(2019, 章节={"主动公开": "甲。"})
    assert "甲。" not in {text for change in compare(last, this).texts for text in change[1:]}


def test_the_title_s_year_is_a_change_of_wording():
    (change,) = compare(report(2024), report(2025)).texts
    assert change.heading == "标题"
    assert "2024" in change.last
    assert "2025" in change.this


# ---- as people see it ------------------------------------------------------------------------


def comparison():
    last = report(2024, 表格={"申请": {"新收": {"总计": 57}}}, 章节={"总体情况": "甲<b>。\n乙。"})
    this = report(2025, 表格={"申请": {"新收": {"总计": 68}}}, 章节={"总体情况": "丙&。\n丁。"})
    return compare(last, this)


def test_a_web_page_shows_marks_as_they_are():
    page = as_html(comparison())
    assert "<del>甲&lt;b&gt;。</del>" in page
    assert "<ins>丙&amp;。</ins>" in page
    assert "增长19.3%" in page
    assert "<script" not in page
    assert "http" not in page.split("</style>")[1]


def test_the_columns_of_a_terminal_line_up():
    lines = list(as_lines(comparison()))
    assert lines[0] == title_of(comparison())
    text = "\n".join(lines)
    assert "增长19.3%" in text
    assert "  - 乙。" in text
    assert "  + 丁。" in text


def test_it_can_be_rendered():
    for to in ("docx", "pdf"):
        assert render(as_document(comparison()), to, bundled_fonts=True)


def test_what_does_not_differ_says_so():
    same = report(2025)
    text = "\n".join(as_lines(compare(same, same)))
    assert "没有变化" in text


@settings(max_examples=20, deadline=None)
@given(valid_reports())
def test_a_report_does_not_differ_from_itself(made):
    found = compare(made, made)
    assert (found.cells, found.texts, found.only_last, found.only_this) == ((), (), (), ())


@settings(max_examples=20, deadline=None)
@given(valid_reports(), st.data())
def test_every_changed_cell_is_told_once(made, data):
    cells = list(made.format.cells())
    chosen = data.draw(st.lists(st.sampled_from(cells), unique=True, max_size=9))
    changed = made.tables.changed({cell: (made.tables.number(cell) or 0) + 1 for cell in chosen})
    this = made.model_copy(update={"tables": changed})
    assert sorted(change.cell for change in compare(made, this).cells) == sorted(chosen)
