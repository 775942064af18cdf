"""Which row a kind of applicant divides, and which year's figure a number is."""

import pytest

from govdocs.kinds.annual_report.prose.check import check_prose
from govdocs.kinds.annual_report.report import AnnualReport

TABLES = {
    "t2": {
        "新收": [52, 9, 1, 1, 4, 1, 68],
        "上年结转": [3, 1, 0, 0, 0, 0, 4],
        "予以公开": [27, 4, 1, 1, 2, 0, 35],
        "部分公开": [6, 1, 0, 0, 0, 0, 7],
        "不掌握": [7, 1, 0, 0, 1, 0, 9],
        "需另行制作": [1, 0, 0, 0, 0, 0, 1],
        "补正仍不明确": [1, 0, 0, 0, 0, 0, 1],
        "办结": [53, 9, 1, 1, 4, 1, 69],
        "结转下年": [2, 1, 0, 0, 0, 0, 3],
    },
    "t3": {"复议": [5, 1, 2, 1, 9], "直接起诉": [2, 0, 1, 0, 3], "复议后起诉": [1, 0, 0, 1, 2]},
}
LAST = {"year": 2024, "tables": {"t2": {"新收": [46, 7, 0, 1, 3, 0, 57]}}}


def found(text, **facts):
    facts = {"tables": TABLES, "last_year": LAST} | facts
    sections = {"总体情况": text}
    return check_prose(AnnualReport(year=2025, agency="青禾县人民政府", sections=sections, **facts))


EARLIER = "办结的申请中，予以公开35件，部分公开7件。"


@pytest.mark.parametrize(
    "text",
    [
        EARLIER + "新收申请中，自然人申请52件，法人或其他组织申请16件。",
        EARLIER + "从申请人看，新收申请中自然人52件，占76.5%；法人或其他组织16件，占23.5%。",
        EARLIER + "自然人申请52件。",
        "予以公开35件，其中自然人27件，商业企业4件。",
        "予以公开35件。其中自然人27件，商业企业4件。",
        "予以公开的申请中，自然人27件，商业企业4件。",
        "在办结的申请中，自然人申请53件。",
    ],
)
def test_a_kind_of_applicant_is_of_the_row_named_with_it(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (EARLIER + "新收申请中，自然人申请50件。", "t2.新收.自然人"),
        (EARLIER + "新收申请中自然人50件。", "t2.新收.自然人"),
        (EARLIER + "自然人申请50件。", "t2.新收.自然人"),
        ("予以公开的申请中，自然人26件。", "t2.予以公开.自然人"),
        ("在办结的申请中，自然人申请52件。", "t2.办结.自然人"),
        ("新收申请68件，予以公开35件，其中自然人28件。", "t2.予以公开.自然人"),
    ],
)
def test_the_finding_names_the_row_of_the_clause(text, cell):
    (finding,) = found(text)
    assert finding.cells == (cell,)


@pytest.mark.parametrize(
    "text",
    [
        "与2024年新收57件相比增加11件。",
        "新收申请68件，与2024年新收57件相比，增加11件。",
        "新收申请68件，与2024年的57件相比增加11件。",
        "新收申请68件，比2024年57件多11件。",
        "新收申请68件，比上年的57件增加11件。",
        "新收申请68件，较上年新收的57件增加11件，增长19.3%。",
        "与2024年相比新收申请68件，增加11件。",
        "新收申请68件，较2023年的61件增加7件。",
        "2025年和2024年收到申请68件和57件。",
        "新收申请68件，与2024年的培训57件相比增加11件。",
    ],
)
def test_a_number_after_a_compared_year_is_that_years(text):
    assert found(text) == ()


def test_it_is_compared_with_last_years_figures_where_these_are_given():
    text = "新收申请68件，与2024年新收58件相比有所增加。"
    (finding,) = found(text)
    assert (finding.expected, finding.found) == ("57", "58")
    assert "上年（2024年）" in finding.zh
    assert "of 2024" in finding.en
    assert finding.cells == ()
    assert found(text, last_year=None) == ()
    assert found(text, last_year={"year": 2023, "tables": LAST["tables"]}) == ()


def test_a_change_after_a_compared_year_is_a_change():
    (finding,) = found("新收申请68件，比2024年下降6件。")
    assert finding.found == "-6件"
    assert found("新收申请68件，比2024年下降6件。", last_year=None) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("未收到政府信息公开申请。", "“未收到”"),
        ("没有收到申请。", "“没有收到”"),
        ("未发生行政复议。", "“未发生”"),
        ("新收申请68件，与上年持平。", "没有增减"),
    ],
)
def test_what_has_no_zero_is_not_quoted_as_a_zero(text, word):
    (finding,) = found(text)
    assert word in finding.zh
    assert "中的 0" not in finding.zh
    assert "0 in" not in finding.en


def test_a_reason_in_the_clause_before_narrows_the_result():
    assert found("因本机关不掌握相关政府信息，告知无法提供9件。") == ()
    (finding,) = found("因本机关不掌握相关政府信息，告知无法提供8件。")
    assert finding.cells == ("t2.不掌握.总计",)
    (finding,) = found("因本机关不掌握相关政府信息等，告知无法提供9件。")
    assert len(finding.cells) == 3


def test_an_outcome_after_both_courts_together_is_of_neither_alone():
    assert found("行政复议、行政诉讼合计14件，其中被纠正1件。") == ()


def test_a_month_after_a_number_says_when_it_was_done():
    (finding,) = found("上年结转4件申请于一月办结，全年新收64件。")
    assert finding.cells == ("t2.新收.总计",)


def test_a_list_whose_numbers_stand_first_is_not_closed_either():
    assert found("共有69件申请得到答复，其中35件予以公开，7件部分公开，11件无法提供。") == ()
