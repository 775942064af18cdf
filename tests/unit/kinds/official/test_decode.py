"""YAML and JSON to an official document: names in both languages, every fault with its line."""

import json

import pytest

from govdocs.errors import InputError, ReportError
from govdocs.kinds.official import kinds
from govdocs.kinds.official.decode import decode_official


def read(text, **options):
    return decode_official(text, **options)


def faults(text, **options):
    with pytest.raises(ReportError) as caught:
        read(text, **options)
    return {(each.line, each.zh) for each in caught.value.findings}


def lines_of(text, **options):
    return sorted(line for line, _ in faults(text, **options))


def test_the_kind_picks_the_class_by_either_name():
    assert type(read("文种: 通知\n标题: 通知").official) is kinds.Notice
    assert type(read("kind: reply\ntitle: 批复").official) is kinds.Reply


def test_fields_have_english_and_chinese_names():
    one = read("文种: 通知\n发文机关: 甲县\n事由: 防汛\n主送机关: 各乡镇").official
    other = read("kind: 通知\norgans: 甲县\nmatter: 防汛\naddressees: 各乡镇").official
    assert one == other


def test_scalars_are_read_as_text():
    made = read("文种: 通知\n份号: 000001\n共印份数: 080\n标题: 通知").official
    assert (made.copy_number, made.copies) == ("000001", 80)


def test_blank_values_are_left_out():
    assert read("文种: 通知\n标题:\n签发人:\n附件:\n").official.title == ""


def test_json_reads_as_yaml_does():
    data = {"文种": "通知", "发文机关": ["甲县", {"名称": "乙县", "简称": "乙"}], "正文": "一"}
    made = read(json.dumps(data), format="json").official
    assert [organ.name for organ in made.organs] == ["甲县", "乙县"]


def test_data_without_a_kind_says_which_there_are():
    with pytest.raises(InputError) as caught:
        read("标题: 通知")
    assert "文种: 通知" in caught.value.zh


def test_data_that_is_no_mapping_is_refused():
    with pytest.raises(InputError):
        read("- 通知")


def test_a_kind_that_is_none_is_a_fault_with_its_line():
    assert lines_of("标题: 通知\n文种: 通支\n") == [2]


def test_7_3_5_4_a_date_that_no_calendar_has_is_a_fault_with_its_line():
    ((line, zh),) = faults("文种: 通知\n成文日期: 2018年02月30日\n")
    assert line == 2
    assert "日历上没有“2018年02月30日”" in zh
    assert "7.3.5.4" in zh


def test_every_fault_is_told_at_once():
    text = "文种: 通知\n成文日期: 明天\n署名方式: 盖了\n行文方向: 左\n格式: 红头\n主送机管: 甲\n"
    assert lines_of(text) == [2, 3, 4, 5, 6]


def test_an_unknown_name_offers_the_nearest_known():
    ((_, zh),) = faults("文种: 通知\n主送机管: 甲\n")
    assert "主送机关" in zh


def test_a_fault_below_a_field_names_its_path():
    ((line, zh),) = faults("文种: 令\n签名章:\n  - 职务: 县长\n    姓明: 李\n    姓名: 李\n")
    assert line == 4
    assert zh.startswith("签名章.第1项.姓明")


@pytest.mark.parametrize("part", ["{题名: 甲}", "{文字: 一, 行: [[a]]}"])
def test_a_part_of_the_text_is_one_thing(part):
    ((line, zh),) = faults(f"文种: 通知\n正文:\n  - {part}\n")
    assert line == 3
    assert "三者之一" in zh


def test_a_file_beside_the_data_is_found(tmp_path):
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    data = "文种: 通知\n附件:\n  - 名称: 甲\n    文件: a.txt\n"
    made = read(data, name=str(tmp_path / "d.yaml")).official
    assert made.attachments[0].file == (tmp_path / "a.txt").resolve()


def test_a_file_that_is_not_there_is_a_fault_with_its_line(tmp_path):
    data = "文种: 通知\n附件:\n  - 名称: 甲\n    文件: 没有.txt\n"
    ((line, zh),) = faults(data, name=str(tmp_path / "d.yaml"))
    assert line == 4
    assert "没有找到文件“没有.txt”" in zh


def test_a_file_outside_the_folder_is_refused(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "secret.txt").write_text("甲", encoding="utf-8")
    data = "文种: 通知\n附件:\n  - {名称: 甲, 文件: ../secret.txt}\n"
    ((_, zh),) = faults(data, name=str(home / "d.yaml"))
    assert "文件夹" in zh


def test_data_of_no_file_may_name_none():
    ((_, zh),) = faults("文种: 通知\n附件:\n  - {名称: 甲, 文件: a.txt}\n")
    assert "不是从文件读的" in zh


def test_7_3_5_4_a_padded_date_is_told_and_printed_without():
    found = read("文种: 通知\n成文日期: 2018年01月09日\n印发日期: 2018-01-10\n").findings
    assert [(each.id, each.line, each.expected) for each in found] == [
        ("official-date-form", 2, "2018年1月9日")
    ]


def test_lines_of_texts_are_those_of_the_file():
    texts = read(
        "文种: 通知\n正文: |\n  一。\n\n  二。\n附件:\n  - 名称: 甲\n    正文: |\n      三。\n"
    ).texts
    assert [each.line for each in texts["正文"]] == [3, 4, 5]
    assert [each.line for each in texts["附件 第1项 正文"]] == [9]


def test_lines_of_parts_are_those_of_the_file():
    texts = read("文种: 通知\n正文:\n  - 一。\n  - 文字: |\n      二。\n      三。\n").texts
    assert [each.line for each in texts["正文 第1项"]] == [3]
    assert [each.line for each in texts["正文 第2项"]] == [5, 6]


def test_rows_of_a_table_may_be_typed_with_bars():
    made = read(
        "文种: 通知\n正文:\n  - 表头: [[甲, 乙]]\n    行:\n      - 1 | 2\n      - [3, ~]\n"
    ).official
    assert made.body[0].rows == (("1", "2"), ("3", ""))
