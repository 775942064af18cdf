"""Front matter: facts in YAML at the top, under English or Chinese names."""

import datetime

import pytest

from govdocs.errors import InputError
from govdocs.inputs.reading import read, read_with_findings

BODY = "一、概述\n全年平稳。\n"


def ids(text):
    return [(f.id, f.line) for f in read_with_findings(text).findings]


def test_every_key_may_be_english_or_chinese():
    english = """---
title: 青禾县报告
issuer: 青禾县人民政府
year: 2017
addressees: [各乡镇人民政府, 县直各部门]
signature: 青禾县人民政府
date_of_issue: 2018-01-09
remark: 此件公开发布
attachment_note: [清单]
document_number: 青政发〔2018〕7号
copied_to: [县委办公室]
---
"""
    chinese = """---
标题: 青禾县报告
发文机关: 青禾县人民政府
年度: 2017年度
主送机关: [各乡镇人民政府, 县直各部门]
署名: 青禾县人民政府
成文日期: 2018年1月9日
附注: 此件公开发布
附件说明: 清单
发文字号: 青政发〔2018〕7号
抄送机关: 县委办公室
---
"""
    document = read(english + BODY)
    assert document == read(chinese + BODY)
    part = document.main_part
    assert (part.title, document.issuer, document.year) == ("青禾县报告", "青禾县人民政府", 2017)
    assert part.addressees == ("各乡镇人民政府", "县直各部门")
    assert part.date_of_issue == datetime.date(2018, 1, 9)
    assert part.remark == "此件公开发布"
    assert document.header_block.document_number == "青政发〔2018〕7号"
    assert document.imprint.copied_to == ("县委办公室",)


@pytest.mark.parametrize(
    "replace",
    ["{旧名: 新名}", "[旧名=新名]", "旧名=新名", "\n  旧名: 新名", "\n  - 旧名=新名"],
)
@pytest.mark.parametrize("key", ["replace", "替换"])
def test_replacements_are_a_mapping_or_a_list(key, replace):
    document = read(f"---\n{key}: {replace}\n---\n旧名县平稳。\n")
    assert document.main_part.body[0].content[0].text == "新名县平稳。"


@pytest.mark.parametrize("value", ["", "~", "null", '""', "NULL", "[]"])
def test_an_empty_value_is_not_given(value):
    keys = ("title", "年度", "署名", "成文日期", "remark", "replace", "issuer", "copied_to")
    front = "".join(f"{key}: {value}\n" for key in keys)
    text = "青禾县2017年度报告\n" + BODY + "青禾县教育局\n2018年1月9日\n（公开）\n"
    assert read(f"---\n{front}---\n{text}") == read(text)
    assert ids(f"---\n{front}---\n{text}") == []


def test_a_null_in_quotes_is_a_text():
    assert read("---\ntitle: '~'\n---\n" + BODY).main_part.title == "~"


def test_lines_of_a_value_join_without_a_blank_between_han_and_are_organs_of_a_list():
    front = "title: |\n  关于2018年\n  信息公开\n  A b\nsignature: |\n  甲局\n  乙局\n"
    part = read(f"---\n{front}---\n{BODY}").main_part
    assert part.title == "关于2018年信息公开 A b"
    assert part.signature == ("甲局", "乙局")


@pytest.mark.parametrize("key", ["落款", "署名机关", "署名单位", "signature"])
def test_other_names_of_the_signature(key):
    assert read(f"---\n{key}: 甲局\n---\n{BODY}").main_part.signature == ("甲局",)


@pytest.mark.parametrize("key", ["日期", "date", "落款日期"])
def test_other_names_of_the_date_of_issue(key):
    date = read(f"---\n{key}: 2018-01-09\n---\n{BODY}").main_part.date_of_issue
    assert date == datetime.date(2018, 1, 9)


def test_long_values_are_cut_in_messages():
    with pytest.raises(InputError) as caught:
        read(f"---\ndate: {'昨' * 500}\n---\n{BODY}")
    assert "昨" * 40 + "…" in caught.value.zh
    assert "昨" * 41 not in caught.value.zh + caught.value.en


def test_lines_are_counted_with_the_front_matter():
    reading = read_with_findings("---\ntitle: 报告\n---\n\n" + BODY)
    assert reading.block_lines == (5, 6)


def test_an_unknown_key_is_a_warning_with_the_nearest_name():
    reading = read_with_findings("---\ntitel: 报告\n---\n" + BODY)
    (finding,) = [f for f in reading.findings if f.id == "front-matter-unknown"]
    assert finding.line == 2
    assert "title" in finding.zh
    assert "title" in finding.en


def test_a_repeated_key_is_a_warning_and_the_last_counts():
    text = "---\ntitle: 甲\n标题: 乙\n---\n" + BODY
    assert ("front-matter-repeated", 3) in ids(text)
    assert read(text).main_part.title == "乙"


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("title: [a", 2),
        ("title: a\nyear: 17", 3),
        ("date_of_issue: 2018年2月30日", 2),
        ("date_of_issue: 昨天", 2),
        ("title: [a, b]", 2),
        ("title: {a: {b: c}}", 2),
        ("replace: [甲]", 2),
        ("replace: {'': 甲}", 2),
        ("signature: {a: b}", 2),
        ("a: b: c", 2),
        ("title: \x01", 1),
    ],
)
def test_what_cannot_be_read_is_refused_with_file_and_line(tmp_path, front, line):
    path = tmp_path / "报告.txt"
    path.write_text(f"---\n{front}\n---\n{BODY}", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.at == f"{path}:{line}"


@pytest.mark.parametrize("front", ["[" * 5000, "a: " + "b" * 70_000, "a: &x [*x]", "{" * 3000])
def test_hostile_yaml_is_refused(front):
    with pytest.raises(InputError):
        read(f"---\n{front}\n---\n{BODY}")


def test_dashes_that_are_never_closed_are_text():
    assert read("---\n全年平稳。\n").main_part.body[0].content[0].text == "---"


def test_dashes_around_prose_are_text_with_a_warning():
    text = "---\n全年平稳。\n---\n" + BODY
    assert ("front-matter-ignored", 1) in ids(text)
    lines = [block.content[0].text for block in read(text).main_part.body[:3]]
    assert lines == ["---", "全年平稳。", "---"]


def test_empty_front_matter_says_nothing():
    assert read("---\n---\n" + BODY) == read(BODY)
    assert read("---\ntitle:\n---\n" + BODY).main_part.title == ""


def test_yaml_types_stay_as_written():
    assert read("---\ntitle: 2017-01-01\nissuer: no\n---\n" + BODY).main_part.title == "2017-01-01"


def test_bidi_controls_in_a_value_are_removed_with_a_finding():
    text = "---\ntitle: 甲\u202e乙\n---\n" + BODY
    assert read(text).main_part.title == "甲乙"
    assert ("unprintable-removed", 2) in ids(text)
