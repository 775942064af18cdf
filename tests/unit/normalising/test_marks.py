"""GB/T 15834-2011: what each rule on marks changes, and what it must leave."""

import pytest

from govdocs.normalising.rules.all import RULES, rules_without
from govdocs.normalising.text import normalise_text


def made(text, rule):
    """The text after one rule alone."""
    others = {each.name for each in RULES} - {rule}
    return normalise_text(text, rules_without(others))[0]


def reported(text, rule):
    others = {each.name for each in RULES} - {rule}
    _, changes = normalise_text(text, rules_without(others))
    return [change.before for change in changes if change.after is None]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("编制,公布;说明:如下?好!", "编制，公布；说明：如下？好！"),
        ("《条例》(修订)规定", "《条例》（修订）规定"),
        ("他说“好,很好”", "他说“好，很好”"),  # width only, so in quotations as well
        ("共12,其余", "共12，其余"),
    ],
)
def test_4_2_to_4_9_marks_beside_han_are_full_width(text, after):
    assert made(text, "half-width-mark") == after


@pytest.mark.parametrize(
    "text",
    [
        "收入1,234.5元",
        "会议于9:00开始",
        "比例为1:3",
        "网址http://www.a.gov.cn/b?c=1,2见",
        "邮箱a.b@c.gov.cn",
        "Chapter one, two; three: four? (five)",
        "他说“Hello, world!”",
        "电话(0999)1234567",
        "青政[2013]7号",  # a rule of its own
    ],
)
def test_4_2_to_4_9_marks_of_figures_addresses_and_english_stay(text):
    assert made(text, "half-width-mark") == text


def test_4_1_a_point_after_han_at_the_end_of_sentences_is_a_full_stop():
    assert made("我镇高度重视，抓好落实.", "full-stop") == "我镇高度重视，抓好落实。"
    assert made("办结69件，占“全部”.", "full-stop") == "办结69件，占“全部”。"


@pytest.mark.parametrize("text", ["一.总体情况", "（二）.情况", "见a.b", "共1.5件，很好", "加强"])
def test_4_1_points_of_numbers_and_names_stay(text):
    assert made(text, "full-stop") == text
    assert reported(text, "full-stop") == []


@pytest.mark.parametrize(
    "text", ["约翰.史密斯，男", "加强领导.", "It, and all the rest of these words, is 印发日期."]
)
def test_4_1_other_points_after_han_are_reported(text):
    assert made(text, "full-stop") == text
    assert reported(text, "full-stop") in (["."], [])


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ('推行"一网通办"改革', "推行“一网通办”改革"),
        ('"放管服"和"双随机"', "“放管服”和“双随机”"),
        ("称'示范点'的", "称‘示范点’的"),
        ('所谓"5G"网络', "所谓“5G”网络"),
    ],
)
def test_4_8_straight_quotes_that_pair_become_curly(text, after):
    assert made(text, "straight-quotes") == after


@pytest.mark.parametrize(
    "text", ['推行"一网通办改革', '屏幕5"宽，10"高', '“甲"乙"丙”', '甲"乙"丙"丁', '甲" 乙 "丙']
)
def test_4_8_quotes_that_do_not_surely_pair_are_reported(text):
    assert made(text, "straight-quotes") == text
    assert reported(text, "straight-quotes")


@pytest.mark.parametrize("text", ["It's fine", 'He said "yes" to us', "don't说", "O'Neil先生"])
def test_4_8_apostrophes_and_english_speech_are_left(text):
    assert made(text, "straight-quotes") == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("甲、乙...等", "甲、乙……等"),
        ("甲、乙......", "甲、乙……"),
        ("甲、乙。。。", "甲、乙……"),
        ("甲、乙。。。。。。等", "甲、乙……等"),
        ("甲、乙…等", "甲、乙……等"),
    ],
)
def test_4_11_ellipses_have_six_points(text, after):
    assert made(text, "ellipsis") == after


@pytest.mark.parametrize(
    "text",
    ["甲……乙", "甲…………", "and so on...", "总则...........3", "目录...3", "甲。。乙", "x1…x9"],
)
def test_4_11_other_points_stay(text):
    assert made(text, "ellipsis") == text


@pytest.mark.parametrize("mark", ["--", "---", "－－", "――", "──", "––"])
def test_4_10_a_dash_is_two_cells(mark):
    assert made(f"这里{mark}“青禾”{mark}不变", "dash") == "这里——“青禾”——不变".replace(
        "”——不", f"”{'——' if mark else ''}不"
    )


@pytest.mark.parametrize(
    "text",
    ["北京--上海高速公路", "二〇一七年--二〇一八年", "a--b", "甲----------乙", "1--2", "上-下"],
)
def test_4_10_what_may_be_no_dash_stays(text):
    assert made(text, "dash") == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("第一、加强领导；第二、落实责任。", "第一，加强领导；第二，落实责任。"),
        ("要求如下：其一、认真。", "要求如下：其一，认真。"),
    ],
)
def test_4_4_an_ordinal_before_a_clause_takes_a_comma(text, after):
    assert made(text, "ordinal-comma") == after


@pytest.mark.parametrize(
    "text",
    ["第一、第二产业", "第一、二、三产业", "一、总体情况", "发展第一、第二产业", "（一）、其他"],
)
def test_4_4_other_ordinals_stay(text):
    assert made(text, "ordinal-comma") == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("依据《条例》、《办法》、《细则》办理", "依据《条例》《办法》《细则》办理"),
        ("推进“一网通办”、“最多跑一次”改革", "推进“一网通办”“最多跑一次”改革"),
    ],
)
def test_4_5_3_5_no_mark_between_titles_or_quotations_side_by_side(text, after):
    assert made(text, "enumeration-mark") == after


@pytest.mark.parametrize(
    "text",
    [
        "《条例》（国务院令第711号）、《办法》办理",
        "《条例》、《办法》（试行）",
        "宪法、《条例》、《办法》",
        "《条例》、《办法》、细则",
        "《条例》、条例和《办法》",
        "他说：“《条例》、《办法》都有。”",
    ],
)
def test_4_5_3_5_the_mark_stays_where_the_list_has_other_members(text):
    assert made(text, "enumeration-mark") == text
