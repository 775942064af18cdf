"""Numbers at the start of lines: their level by form, their value as written."""

import pytest

from govdocs.inputs.reading import read_with_findings
from govdocs.inputs.text.numbering import numbering_of


@pytest.mark.parametrize(
    ("line", "level", "number", "text"),
    [
        ("一、概述", 1, 1, "概述"),
        ("十二、概述", 1, 12, "概述"),
        ("二十一、 概述", 1, 21, "概述"),
        ("一十、概述", 1, 10, "概述"),
        ("一十一、概述", 1, 11, "概述"),
        ("（一十二）概述", 2, 12, "概述"),
        ("一．概述", 1, 1, "概述"),
        ("一.概述", 1, 1, "概述"),
        ("一,概述", 1, 1, "概述"),
        ("（一）概述", 2, 1, "概述"),
        ("(一)概述", 2, 1, "概述"),
        ("( 三 ) 概述", 2, 3, "概述"),
        ("（一）、概述", 2, 1, "概述"),
        ("㈠概述", 2, 1, "概述"),
        ("㈩、概述", 2, 10, "概述"),
        ("1.概述", 3, 1, "概述"),
        ("1．概述", 3, 1, "概述"),
        ("１．概述", 3, 1, "概述"),
        ("12、概述", 3, 12, "概述"),
        ("1,概述", 3, 1, "概述"),
        ("1. 概述", 3, 1, "概述"),
        ("⒈概述", 3, 1, "概述"),
        ("⒛概述", 3, 20, "概述"),
        ("1.2018年工作", 3, 1, "2018年工作"),
        ("1、2018年工作", 3, 1, "2018年工作"),
        ("一、二〇一八年工作", 1, 1, "二〇一八年工作"),
        ("一、三公经费情况", 1, 1, "三公经费情况"),
        ("（1）概述", 4, 1, "概述"),
        ("(12)概述", 4, 12, "概述"),
        ("⑴概述", 4, 1, "概述"),
        ("⒇概述", 4, 20, "概述"),
    ],
)
def test_numbers(line, level, number, text):
    found = numbering_of(line)
    assert found is not None
    assert (found.level, found.number, line[found.length :]) == (level, number, text)


@pytest.mark.parametrize(
    "line",
    [
        "一是加强领导。",
        "第一，加强领导。",
        "1.5万元资金",
        "2.0版平台",
        "3.14是圆周率",
        "1.2.3版本",
        "2018.1.9发布",
        "2018、2019年数据",
        "1、2月份数据",
        "1、2、3号楼",
        "一、二级响应",
        "一、二、三产业",
        "三、四季度",
        "1 概述",
        "1)概述",
        "(2018)7号",
        "一、",
        "1.",
        "(一)",
        "一概述",
        "一千零、概述",
        "0.概述",
        "",
        "①概述",
    ],
)
def test_lines_that_only_look_numbered(line):
    assert numbering_of(line) is None


def form_findings(text):
    return [f.zh for f in read_with_findings(text).findings if f.id == "number-form"]


def test_a_number_in_another_form_is_reported_with_both_forms():
    assert form_findings("㈠机构\n") == ["序号“㈠”改为“（一）”"]
    assert form_findings("1、公开情况\n") == ["序号“1、”改为“1.”"]
    assert form_findings("一十一、概述\n") == ["序号“一十一、”改为“十一、”"]
    assert form_findings("一、概述\n（一）机构\n1.数量\n（1）类别\n") == []


def sequence_findings(text):
    return [
        (f.id, f.line)
        for f in read_with_findings(text).findings
        if f.id in {"number-gap", "number-repeated"}
    ]


def test_gaps_and_repetitions_among_siblings_are_reported_and_kept():
    assert sequence_findings("一、甲\n三、乙\n三、丙\n二、丁\n") == [
        ("number-gap", 2),
        ("number-repeated", 3),
        ("number-repeated", 4),
    ]


def test_numbers_begin_anew_under_each_heading():
    assert (
        sequence_findings("一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊\n1.己\n（二）庚\n1.辛\n")
        == []
    )


def test_a_first_number_other_than_one_is_a_gap():
    assert sequence_findings("一、甲\n（二）乙\n") == [("number-gap", 2)]
