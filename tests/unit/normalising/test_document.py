"""Rules on a whole document: each element by its kind, runs kept, places told."""

import datetime

import pytest

from govdocs.errors import UsageError
from govdocs.inputs.reading import read
from govdocs.model.chart import Chart, ChartForm, Series
from govdocs.model.nodes import (
    Attachment,
    Attendance,
    Cell,
    Document,
    HeaderBlock,
    Imprint,
    InlineRole,
    Item,
    MainPart,
    Paragraph,
    Run,
    Section,
    Table,
    plain_text,
)
from govdocs.normalising.document import normalise
from govdocs.normalising.rules.all import RULES


def paragraph(*texts):
    roles = (InlineRole.PLAIN, InlineRole.STRONG)
    return Paragraph(content=tuple(Run(text, roles[i % 2]) for i, text in enumerate(texts)))


def document(*blocks, **fields):
    return Document(main_part=MainPart(body=blocks, **fields))


def changed_texts(normalised):
    return [block.content for block in normalised.document.main_part.body]


def test_9_marks_dates_and_ranges_are_written_as_their_standards_say():
    found = normalise(document(paragraph("自2018年01月09日起,增长10-20%(见青政[2013]7号).")))
    (content,) = changed_texts(found)
    assert plain_text(content) == "自2018年1月9日起，增长10%～20%（见青政〔2013〕7号）。"


def test_each_run_keeps_its_role():
    found = normalise(document(paragraph("全年公开,", "共12条,", "很好")))
    assert changed_texts(found) == [paragraph("全年公开，", "共12条，", "很好").content]


def test_an_edit_that_spans_runs_keeps_each_character_in_its_run():
    found = normalise(document(paragraph("占10-", "20%，", "甲.", "..等")))
    assert changed_texts(found) == [
        (
            Run("占10%～"),
            Run("20%，", InlineRole.STRONG),
            Run("甲…"),
            Run("…等", InlineRole.STRONG),
        )
    ]


def test_a_run_that_loses_all_its_text_goes():
    found = normalise(document(paragraph("《甲》", "、", "《乙》办理")))
    assert changed_texts(found) == [(Run("《甲》"), Run("《乙》办理"))]


def test_every_element_is_looked_at_and_its_place_told():
    table = Table(
        caption="青政[2013]7号执行情况",
        rows=((Cell(content=(Run("甲,乙"),)), Cell()),),
        notes=("注,甲",),
    )
    before = Document(
        header_block=HeaderBlock(issuer_mark=("青禾县(筹)",), document_number="青政[2013]第07号"),
        main_part=MainPart(
            title="关于甲(试行)的通知",
            title_note="二○一七年通过",
            addressees=("各局(委)",),
            body=(
                Section(
                    level=1,
                    number=1,
                    heading=(Run("情况(一)。"),),
                    run_in=(Run("很好,甲。"),),
                    blocks=(table, Item(level=3, number=1, content=(Run("共１２件"),))),
                ),
            ),
            attachment_note=("甲(试行)",),
            attendance=(Attendance(label="出席", people="张三,李四"),),
            signature=("青禾县(筹)",),
            date_of_issue=datetime.date(2018, 1, 9),
            remark="此件公开,发布",
            attachments=(Attachment(title="甲(试行)", number=1, blocks=(paragraph("乙,丙"),)),),
        ),
        imprint=Imprint(
            copied_to=("县委(办)",), printing_office="甲(乙)", others=("共印(１０)份",)
        ),
    )
    found = normalise(before)
    assert list(dict.fromkeys(change.place for change in found.changes)) == [
        "发文机关标志",
        "发文字号",
        "标题",
        "题注",
        "主送机关",
        "正文第1段",
        "表1 表题",
        "表1 R1 C1",
        "表1 表注",
        "正文第2段",
        "附件说明",
        "出席",
        "发文机关署名",
        "附注",
        "附件1 标题",
        "附件1 第1段",
        "版记 抄送机关",
        "印发机关",
        "版记",
    ]
    after = found.document
    assert after.header_block.document_number == "青政〔2013〕7号"
    assert after.main_part.title == "关于甲（试行）的通知"
    assert after.main_part.attachment_note[0] == after.main_part.attachments[0].title
    assert plain_text(after.main_part.body[0].run_in) == "很好，甲。"
    assert after.main_part.date_of_issue == before.main_part.date_of_issue
    assert after.imprint.others == ("共印（10）份",)


def test_blocks_are_counted_as_the_walker_counts_them():
    section = Section(level=1, number=1, heading=(Run("甲"),), blocks=(paragraph("乙,丙"),))
    found = normalise(document(paragraph("甲"), section, paragraph("丁,戊")))
    assert [change.block for change in found.changes] == [2, 3]


def test_the_lines_of_a_title_still_join_to_it():
    found = normalise(
        document(
            title="关于《甲》、《乙》的通知(稿)",
            title_lines=("关于《甲》、", "《乙》的通知(稿)"),
        )
    )
    part = found.document.main_part
    assert part.title == "".join(part.title_lines) == "关于《甲》《乙》的通知（稿）"


def test_in_cells_only_what_is_safe_there_is_changed():
    cell = Cell(content=(Run("2018年01月09日 5-10人 丙 丁. １２"),))
    found = normalise(document(Table(rows=((cell,),))))
    text = plain_text(found.document.main_part.body[0].rows[0][0].content)
    assert text == "2018年01月09日 5-10人 丙 丁. 12"


def test_figures_of_a_chart_are_left():
    chart = Chart(
        form=ChartForm.COLUMN,
        title="公开情况(件)",
        categories=("甲(乙)",),
        series=(Series(name="丙(丁)", values=(1,)),),
    )
    found = normalise(document(chart)).document.main_part.body[0]
    assert found.title == "公开情况（件）"
    assert (found.categories, found.series) == (chart.categories, chart.series)


def test_each_rule_can_be_switched_off():
    text = "共１２件,(甲)..."
    kept = normalise(document(paragraph(text)), without={rule.name for rule in RULES})
    assert kept.document == document(paragraph(text))
    assert kept.changes == ()
    part = normalise(document(paragraph(text)), without=["full-width-digit"])
    assert plain_text(part.document.main_part.body[0].content) == "共１２件，（甲）……"


def test_an_unknown_rule_is_named_with_those_known():
    with pytest.raises(UsageError) as caught:
        normalise(document(), without=["half-width"])
    assert "half-width" in caught.value.en
    assert all(rule.name in caught.value.zh for rule in RULES)


def test_a_change_shows_what_stands_around_it():
    (change,) = normalise(document(paragraph("一二三四五六七八九十,一二三四五六七八九十"))).changes
    assert change.context == "…三四五六七八九十,一二三四五六七八…"
    assert (change.before, change.after, change.is_made) == (",", "，", True)


def test_reports_are_apart_from_changes():
    found = normalise(document(paragraph("共2.3千元,很好")))
    assert [change.rule for change in found.made] == ["half-width-mark"]
    assert [change.rule for change in found.doubtful] == ["mixed-numeral"]


def test_a_clean_text_is_left_alone():
    clean = read("青禾县2017年度报告\n\n一、总体情况\n\n2017年，全县公开46条，占63%～68%。\n")
    assert normalise(clean).changes == ()
    assert normalise(clean).document == clean
