"""GB/T 15835-2011, GB/T 9704-2012 7.2.5, 7.3.5.4: figures, dates and document numbers."""

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
    "text", ["青政[2013]7号", "青政(2013)7号", "青政【2013】7号", "青政［2013］7号"]
)
def test_7_2_5_the_year_stands_in_six_sided_brackets(text):
    assert made(f"根据{text}文件", "document-number-brackets") == "根据青政〔2013〕7号文件"


@pytest.mark.parametrize(
    "text", ["（2017）京01民初7号", "阳光小区(2013)7号楼", "注[2013]说明", "表[1]"]
)
def test_7_2_5_other_brackets_stay(text):
    assert made(text, "document-number-brackets") == text


@pytest.mark.parametrize("text", ["青政〔2013〕 7号", "青政〔2013〕7 号", "青政〔2013〕 7 号"])
def test_7_2_5_no_blank_in_a_document_number(text):
    assert made(f"根据{text}文件", "document-number-serial") == "根据青政〔2013〕7号文件"


@pytest.mark.parametrize(
    "text", ["青政〔2013〕第7号", "青环罚〔2013〕07号", "青政〔2013〕 007 号", "青政〔2013〕第 7号"]
)
def test_7_2_5_the_number_of_another_document_is_cited_as_it_is_and_reported(text):
    assert made(f"根据{text}文件", "document-number-serial") == f"根据{text}文件"
    assert reported(f"根据{text}文件", "document-number-serial") == [text.partition("〕")[2]]


@pytest.mark.parametrize(
    "text",
    ["青政〔2013〕7号", "国务院令第711号", "第007号提案", "《青政〔2013〕第7号》", "〔2013〕第7号"],
)
def test_7_2_5_other_numbers_stay(text):
    assert made(text, "document-number-serial") == text


def test_7_2_5_a_year_of_two_digits_is_reported():
    assert reported("青政〔13〕7号", "document-number-serial") == ["〔13〕"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("青政[2013]第07号", "青政〔2013〕7号"),
        ("青环 (2013) 7 号", "青环〔2013〕7号"),
        ("第7号", "第7号"),
        ("青政〔2013〕7号", "青政〔2013〕7号"),
    ],
)
def test_7_2_5_the_document_number_of_the_header_block(text, after):
    assert made(text, "document-number-form", Part.DOCUMENT_NUMBER) == after


@pytest.mark.parametrize("zero", list("0０○◯零〇OoＯ"))
def test_15835_5_2_5_the_zero_of_a_chinese_year(zero):
    assert made(f"二{zero}一七年", "chinese-year-zero") == "二〇一七年"
    assert made(f"二{zero}一六—二{zero}一七年", "chinese-year-zero") == "二〇一六—二〇一七年"


@pytest.mark.parametrize(
    "text",
    [
        "一百零七年",
        "零点",
        "三零五医院",
        "二零七年",
        "共二零一七件",
        "《二零一七年纪事》",
        "2017年",
    ],
)
def test_15835_5_2_5_other_zeros_stay(text):
    assert made(text, "chinese-year-zero") == text


def test_15835_5_1_4_a_letter_in_a_year():
    assert made("2O17年、2OO8年", "letter-in-year") == "2017年、2008年"
    assert made("型号2O17，O2年", "letter-in-year") == "型号2O17，O2年"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2018年01月09日", "2018年1月9日"),
        ("2018年10月09日", "2018年10月9日"),
        ("自01月01日起", "自1月1日起"),
        ("2018年1月20日", "2018年1月20日"),
    ],
)
def test_7_3_5_4_months_and_days_have_no_zero_before_them(text, after):
    assert made(text, "date-zero") == after


@pytest.mark.parametrize(
    "text", ["08时05分", "2018-01-09", "“2018年01月09日”", "10月", "100日", "编号01"]
)
def test_7_3_5_4_other_zeros_stay(text):
    assert made(text, "date-zero") == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("增长10-20%", "增长10%～20%"),
        ("增长10~20%", "增长10%～20%"),
        ("占63%-68%", "占63%～68%"),
        ("占63%～68%", "占63%～68%"),
        ("占15～30%", "占15%～30%"),
        ("占15—30%", "占15%—30%"),
        ("为1.5-2.5%", "为1.5%～2.5%"),
        ("为5-3%", "为5-3%"),
        ("代号A-10-20%", "代号A-10-20%"),
        ("2017-20%", "2017-20%"),
    ],
)
def test_15835_5_1_3_ranges_in_per_cent(text, after):
    assert made(text, "percent-range") == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("每组3-5人", "每组3～5人"),
        ("约100~150公斤", "约100～150公斤"),
        ("1-2年内", "1～2年内"),
        ("16-17年", "16-17年"),
        ("3-5年级", "3-5年级"),
        ("表1-3个", "表1-3个"),
        ("5-3人", "5-3人"),
        ("2016-2017年", "2016-2017年"),
        ("2-3号楼", "2-3号楼"),
        ("CB-3-5人", "CB-3-5人"),
        ("13-17万元", "13-17万元"),
    ],
)
def test_15834_4_13_3_ranges_of_figures(text, after):
    assert made(text, "number-range") == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2015-2017年", "2015—2017年"),
        ("2015~2017年", "2015—2017年"),
        ("2016-2017学年", "2016—2017学年"),
        ("1-3月", "1—3月"),
        ("2017年1月1日-12月31日", "2017年1月1日—12月31日"),
        ("2017年-2018年", "2017年—2018年"),
        ("5-10日", "5—10日"),
        ("2017 - 2018年", "2017—2018年"),
        ("2017 — 2018年", "2017—2018年"),
        ("1 -3月", "1—3月"),
        ("2017年 ~ 2018年", "2017年—2018年"),
        ("2018 - 2017年", "2018 - 2017年"),
        ("2017  -  2018年", "2017  -  2018年"),
        ("2015—2017年", "2015—2017年"),
        ("2015～2017年", "2015～2017年"),
        ("2017-2015年", "2017-2015年"),
        ("2018-01-09", "2018-01-09"),
        ("12-1月", "12-1月"),
        ("013-14月", "013-14月"),
        ("第1-3月", "第1-3月"),
    ],
)
def test_15834_4_13_3_spans_of_time(text, after):
    assert made(text, "time-range") == after


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("pointed-date", "于2018.1.9和2018/01/09", ["2018.1.9", "2018/01/09"]),
        ("pointed-date", "于2018-01-09，版本1.2.3，2018.1.9.1", []),
        ("short-year", "18年1月、18年度", ["18年", "18年"]),
        ("short-year", "2018年1月，第18年度，10年来，〔18年〕", []),
        ("large-range", "13-17万元、9～16亿", ["13-17", "9～16"]),
        ("large-range", "13万元～17万元", []),
        ("mixed-numeral", "2.3千元、3百户", ["2.3千", "3百"]),
        ("mixed-numeral", "5千米、3千克、2万元、4亿元、100百分、2017百强", []),
        ("approximate-number", "3、4天，三、四次", ["3、4", "三、四"]),
        ("approximate-number", "3、4月，1、2年级，第3、4条，3、5天，1、2、3天，一、二级", []),
        ("wide-grouping", "共1，234件", ["1，234"]),
        ("wide-grouping", "共1,234件，12件", []),
    ],
)
def test_what_needs_judgement_is_reported_and_not_changed(rule, text, found):
    assert made(text, rule) == text
    assert reported(text, rule) == found
