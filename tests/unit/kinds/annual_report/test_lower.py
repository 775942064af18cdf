"""From a report to the document that is printed: order, numbers, texts, tables, charts."""

import datetime

import pytest
from hypothesis import given, settings

from govdocs.environment import default_environment
from govdocs.errors import InputError, TemplateError
from govdocs.inputs.templating import Templates
from govdocs.kinds.annual_report.lower import lower
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.section import ReportSection
from govdocs.model.chart import Chart
from govdocs.model.nodes import Paragraph, Section, Table, plain_text
from govdocs.testing.annual_reports import valid_reports

TEMPLATES = Templates((default_environment().templates,))
HEADINGS = [
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
]


def report(**fields):
    return AnnualReport.model_validate({"年度": 2025, "机关": "青禾县教育局", **fields})


def body(made, templates=TEMPLATES):
    return lower(made, templates).document.main_part.body


def sections(made):
    return [block for block in body(made) if isinstance(block, Section)]


def test_title_issuer_signature_and_date_are_the_report_s():
    made = report(署名=["甲局", "乙局"], 成文日期="2026-01-20")
    document = lower(made, TEMPLATES).document
    assert document.main_part.title == "青禾县教育局2025年政府信息公开工作年度报告"
    assert document.main_part.signature == ("甲局", "乙局")
    assert document.main_part.date_of_issue == datetime.date(2026, 1, 20)
    assert (document.issuer, document.year) == ("青禾县教育局", 2025)


def test_the_sections_are_numbered_in_the_form_s_order_after_the_introduction():
    made = report()
    first, *rest = body(made)
    assert isinstance(first, Paragraph)
    assert [(each.number, plain_text(each.heading)) for each in rest] == list(
        enumerate(HEADINGS, 1)
    )
    assert all(each.level == 1 for each in rest)


def test_each_table_stands_at_the_end_of_its_section():
    texts = dict.fromkeys(("主动公开", "依申请公开", "复议诉讼"), "见下表。")
    for index, section in enumerate(sections(report(章节=texts))):
        assert isinstance(section.blocks[-1], Table) is (index in (1, 2, 3))
        assert sum(isinstance(block, Table) for block in section.blocks) <= 1


def test_a_section_that_the_form_does_not_have_stands_last_without_a_table():
    last = sections(report(章节={"附则": "无。"}))[-1]
    assert (last.number, plain_text(last.heading)) == (7, "附则")
    assert [plain_text(block.content) for block in last.blocks] == ["无。"]


def test_figures_named_in_texts_are_filled_in_and_the_report_keeps_its_text():
    made = report(
        引言="共{{ part_count }}部分。",
        章节={"总体情况": "新收{{ t2.新收.总计 }}件，即{{ t2.received.total }}件。"},
        表格={"申请": {"新收": {"总计": 1234}}},
    )
    lowered = lower(made, TEMPLATES)
    assert lowered.report.introduction == "共六部分。"
    assert lowered.report.section("总体情况").text == "新收1234件，即1234件。"
    assert "{{" in made.section("总体情况").text
    assert plain_text(lowered.document.main_part.body[0].content) == "共六部分。"


def test_a_row_of_a_table_with_one_column_is_its_figure():
    made = report(
        年度=2015, 章节={"依申请公开": "收到{{ t1.收到申请 }}件。"}, 表格={"统计": {"收到申请": 23}}
    )
    assert lower(made, TEMPLATES).report.section("依申请公开").text == "收到23件。"


@pytest.mark.parametrize(
    "text",
    ["新收{{ t2.新收.总计 }}件", "{{ t2.新 }}", "{{ t9 }}", "{% if %}", "{{ year.__class__ }}"],
)
def test_a_figure_that_is_blank_or_unknown_is_an_error_that_names_the_section(text):
    with pytest.raises(TemplateError) as caught:
        body(report(章节={"总体情况": text}))
    assert "总体情况" in caught.value.at


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"章节": {"总体情况": "一、概述\n好。"}}, "章节 总体情况"),
        ({"引言": "说明如下。\n一、概述\n好。"}, "引言"),
        ({"结语": "一、附则\n无。"}, "结语"),
    ],
)
def test_a_heading_of_level_one_inside_a_text_is_refused(fields, at):
    with pytest.raises(InputError) as caught:
        body(report(**fields))
    assert caught.value.at == at
    assert "（一）" in caught.value.zh


def test_what_was_mended_is_told_with_its_place_and_only_for_texts_that_were_typed():
    made = report(章节={"总体情况": "好。\n按时办结,没有逾期。"}, 引言="说明(一)如下:")
    findings = lower(made, TEMPLATES).findings
    assert {each.place for each in findings} == {"引言 第1行", "章节 总体情况 第2行"}
    assert lower(report(), TEMPLATES).findings == ()


def test_added_rows_are_printed_whichever_name_their_table_has():
    for name in ("t2", "申请"):
        row = {"table": name, "after": "新收", "label": "其中：网络申请", "values": ["7"] * 7}
        table = sections(report(附加行=[row]))[2].blocks[-1]
        assert [plain_text(cell.content) for cell in table.rows[4]] == [
            "其中：网络申请",
            *"7777777",
        ]


def test_charts_stand_after_their_table_and_only_when_asked_for():
    tables = {"t2": {row: {"总计": 3} for row in _result_rows()}}
    for wanted in (False, True):
        blocks = sections(report(表格=tables, 图表=wanted))[2].blocks
        assert [type(block) for block in blocks] == [Table, Chart][: 1 + wanted]


def _result_rows():
    plan = next(each for each in report().format.charts if each.id == "results")
    return [cell.row for part in plan.parts for cell in part.cells]


# ---- templates -------------------------------------------------------------------------------


def test_a_user_s_template_goes_first_piece_by_piece(tmp_path):
    own = tmp_path / "annual_report/2021.jinja"
    own.parent.mkdir()
    own.write_text("{% macro introduction() %}本局报告如下。{% endmacro %}", encoding="utf-8")
    templates = Templates((tmp_path, default_environment().templates))
    final = lower(report(信息处理费=0), templates).report
    assert final.introduction == "本局报告如下。"
    assert "收取信息处理费0元" in final.section("其他事项").text


def test_a_format_without_a_template_uses_that_of_its_base():
    final = lower(report(年度=2017, 省份="辽宁"), TEMPLATES).report
    assert "现向社会公布" in final.introduction
    assert "【请填写" in final.section("依申请公开").text


@pytest.mark.parametrize(
    ("fee", "words"),
    [(None, "【请填写"), (0, "收取信息处理费0元"), ("12.50", "收取信息处理费12.50元")],
)
def test_the_processing_fee_is_told_in_its_three_states(fee, words):
    final = lower(report(信息处理费=fee), TEMPLATES).report
    assert words in final.section("其他事项").text


_ZERO = {"新收": 0, "上年结转": 0, "办结": 0, "结转下年": 0}


@pytest.mark.parametrize(
    ("totals", "words"),
    [
        (_ZERO, "2025年，我局未收到政府信息公开申请。"),
        ({**_ZERO, "新收": 2, "办结": 2}, "新收政府信息公开申请2件，上年结转0件；办结2件"),
        ({**_ZERO, "新收": None}, "【请填写"),
        ({**_ZERO, "新收": "-"}, "【请填写"),
    ],
)
def test_a_nil_statement_is_made_of_stated_zeros_only(totals, words):
    tables = {"申请": {row: {"总计": value} for row, value in totals.items()}}
    assert words in lower(report(表格=tables), TEMPLATES).report.section("总体情况").text


@pytest.mark.parametrize("missing", [None, "复议", "直接起诉", "复议后起诉"])
def test_no_review_and_no_suit_is_said_where_all_three_totals_are_zero(missing):
    rows = {row: {"总计": 0} for row in ("复议", "直接起诉", "复议后起诉") if row != missing}
    final = lower(report(表格={"复议诉讼": rows}), TEMPLATES).report
    said = "未发生政府信息公开行政复议、行政诉讼情况。" in final.section("复议诉讼").text
    assert said is (missing is None)


@settings(max_examples=25, deadline=None)
@given(valid_reports())
def test_any_valid_report_is_lowered_with_its_six_sections_and_three_tables(made):
    lowered = lower(made, TEMPLATES)
    parts = [each for each in lowered.document.main_part.body if isinstance(each, Section)]
    assert [plain_text(each.heading) for each in parts] == HEADINGS
    assert sum(isinstance(b, Table) for each in parts for b in each.blocks) == 3
    assert all(isinstance(each, ReportSection) for each in lowered.report.sections)
