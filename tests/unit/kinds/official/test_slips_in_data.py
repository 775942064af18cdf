"""Slips that people make in the data of a 公文: each is told with its place, nothing is lost."""

import pytest

from govdocs.errors import InputError, ReportError
from govdocs.kinds.official.checks.all import check
from govdocs.kinds.official.decode import decode_official
from govdocs.kinds.official.lower import lower

HEAD = "文种: 通知\n发文机关: 青禾县人民政府\n事由: 防汛\n成文日期: 2026-05-22\n"


def read(text, **options):
    return decode_official(HEAD + text, **options).official


def fault(text):
    with pytest.raises(ReportError) as caught:
        read(text)
    (found,) = caught.value.findings
    return found.line, found.zh


def ids(text):
    return [(each.id, each.place) for each in check(read(text))]


def test_7_3_4_an_attachment_without_a_name_is_told_with_its_line():
    line, words = fault('正文: 好。\n附件:\n- 名称: ""\n  正文: 好')
    assert (line, words.split("：")[0]) == (7, "附件.第1项.名称")


def test_7_3_4_a_blank_name_in_the_attachment_note_is_no_crash():
    assert ("attachment-not-supplied", "附件说明") in ids('正文: 好。\n附件说明: [""]')


def test_7_3_2_organs_on_several_lines_are_several():
    made = read("正文: 好。\n主送机关: |\n  各乡镇人民政府\n\n  县政府各部门\n")
    assert made.addressees == ("各乡镇人民政府", "县政府各部门")


@pytest.mark.parametrize(
    ("field", "word"),
    [
        ('标题: "甲县\\n通知"', "换行"),
        ('附注: "此件\\u200b公开"', "第 3 个字符是不可打印字符 U+200B"),
        ('主送机关: ["各\\u200b县"]', "第 2 个字符是不可打印字符 U+200B"),
        ('签名章: {职务: "县\\n长", 姓名: 李明远}', "换行"),
    ],
)
def test_what_no_line_can_hold_is_told_with_its_field_and_line(field, word):
    line, words = fault("正文: 好。\n" + field)
    assert (line, words.split("：")[0].split(".")[0]) == (6, field.split(":")[0])
    assert word in words


def test_7_3_5_3_a_stamp_of_a_name_alone_is_told_what_to_write():
    assert "{职务: 县长, 姓名: 李明远}" in fault("正文: 好。\n签名章: 李四")[1]


def test_a_fault_of_a_name_bears_its_chinese_field():
    with pytest.raises(ReportError) as caught:
        decode_official("文种: 通知\n发文机关: [甲]\n标题: 通知\n正文: 好。")
    assert caught.value.findings[0].zh.startswith("发文机关.第1项.名称：")


def test_7_4_3_fewer_copies_than_one_are_refused():
    assert fault("正文: 好。\n共印份数: -3")[0] == 6


@pytest.mark.parametrize("body", ["正文:", 'body: ""', "正文: []"])
def test_7_3_3_a_document_without_text_is_found(body):
    assert ("official-body-missing", "正文") in ids(body)


def test_7_3_3_closing_words_alone_are_a_text():
    assert "official-body-missing" not in dict(ids("结语: 特此通知。"))


def test_a_short_row_is_padded_and_told():
    table = "正文:\n- 好。\n- 表头: [[甲, 乙, 丙]]\n  行: [1 | 2 | 3, 4 | 5]"
    made = lower(read(table))
    assert [(each.id, each.expected, each.found) for each in made.findings] == [
        ("row-padded", "3", "2")
    ]
    assert "第3行" in made.findings[0].zh


def test_an_empty_file_is_an_error_and_no_gap_in_the_print(tmp_path):
    (tmp_path / "图.png").write_bytes(b"")
    official = read("正文:\n- 好。\n- 文件: 图.png", name=str(tmp_path / "通知.yaml"))
    with pytest.raises(InputError, match="空的"):
        lower(official)


def test_7_3_7_a_page_as_attachment_is_not_asked_for_a_title(tmp_path):
    (tmp_path / "表.html").write_text("<html><body><p>内容。</p></body></html>", encoding="utf-8")
    official = read("正文: 好。\n附件: {名称: 表, 文件: 表.html}", name=str(tmp_path / "通知.yaml"))
    assert lower(official).findings == ()
