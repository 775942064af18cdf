"""Width of digits and letters; blanks."""

import pytest

from govdocs.normalising.rule import Part
from govdocs.normalising.rules.all import RULES, rules_without
from govdocs.normalising.text import normalise_text


def only(rule):
    return rules_without({each.name for each in RULES} - {rule})


def made(text, rule, part=Part.PROSE):
    return normalise_text(text, only(rule), part=part)[0]


def reported(text, rule):
    return [each.before for each in normalise_text(text, only(rule))[1] if each.after is None]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("共１２３件", "共123件"),
        ("占２．５％", "占2.5%"),
        ("占25％", "占25%"),
        ("为1．5万", "为1.5万"),
        ("《２０１７年要点》", "《2017年要点》"),
        ("1．2018年工作", "1．2018年工作"),
        ("１．２０１８年工作", "1．2018年工作"),
        ("1．总体情况", "1．总体情况"),
        ("２：１", "2：1"),
    ],
)
def test_15835_5_1_7_digits_are_half_width(text, after):
    assert made(text, "full-width-digit") == after


def test_letters_are_half_width_with_the_code_that_they_begin():
    assert made("Ａ座、ＧＤＰ和ＧＢ／Ｔ", "full-width-letter") == "A座、GDP和GB/T"
    assert made("型号ＸＹ－１２", "full-width-letter") == "型号XY-12"
    assert made("℃、㎡、α", "full-width-letter") == "℃、㎡、α"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("全年共 46 条，很好。", "全年共46条，很好。"),
        ("2017 年 5 月 3 日，", "2017年5月3日，"),
        ("占 5 %，", "占5%，"),
        ("第 3 条，", "第3条，"),
    ],
)
def test_15835_5_1_no_blank_between_a_figure_and_its_unit(text, after):
    assert made(text, "space-in-number") == after


@pytest.mark.parametrize(
    "text",
    [
        "附件 1 关于，",
        "做好阶段2 人员分工，",
        "方案2 时间安排，",
        "表 3 人员情况，",
        "2.1 项目概况，",
        "3 人员编制，",
        "2018年  月  日",
        "时间 2018年5月",
        "政府办公室　2018年5月3日印发",
        "12 345件",
        "20 ℃",
        "电话 12345678 个人，",
        "“共 46 条”",
    ],
)
def test_15835_5_1_other_blanks_stay(text):
    assert made(text, "space-in-number") == text


def test_5_1_no_blank_beside_a_point_mark():
    assert made("甲， 乙。 丙 ，丁： 戊", "space-at-mark") == "甲，乙。丙，丁：戊"


@pytest.mark.parametrize(
    "text",
    ["电话： 邮箱： 网址", "某某， 年 月 日", "甲，  乙", "A, B", "（盖章） 年", "9: 00"],
)
def test_5_1_blanks_that_hold_room_stay(text):
    assert made(text, "space-at-mark") == text


def test_5_1_a_blank_beside_a_particle_in_a_sentence_goes():
    assert made("我镇贯彻落实 的工作，很好。", "space-in-han") == "我镇贯彻落实的工作，很好。"
    assert made("全县重视的 工作有序，", "space-in-han") == "全县重视的工作有序，"


@pytest.mark.parametrize(
    "text",
    ["参会的有张三 李四。", "联系人：王 明，", "活动目的 意义深远重大，", "我的 你的 他的都好，"],
)
def test_5_1_a_blank_that_may_part_a_list_is_reported(text):
    assert made(text, "space-in-han") == text
    assert set(reported(text, "space-in-han")) == {" "}


@pytest.mark.parametrize(
    "text", ["第一条　为加强管理，", "第三条 为加强管理，", "张三　　李四", "“甲 乙”"]
)
def test_5_1_blanks_of_articles_columns_and_quotations_are_left_silently(text):
    assert made(text, "space-in-han") == text
    assert reported(text, "space-in-han") == []
