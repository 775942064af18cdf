import pytest

from govdocs.kinds.annual_report.prose.check import check_prose
from govdocs.kinds.annual_report.report import AnnualReport

TABLES = {
    "t1": {"行政许可": 40, "行政处罚": 30},
    "t2": {
        "新收": [11, 1, 0, 0, 1, 0, 13],
        "上年结转": [2, 0, 0, 0, 0, 0, 2],
        "予以公开": [6, 1, 0, 0, 0, 0, 7],
        "部分公开": [1, 0, 0, 0, 0, 0, 1],
        "办结": [12, 1, 0, 0, 1, 0, 14],
        "结转下年": [1, 0, 0, 0, 0, 0, 1],
    },
    "t3": {"复议": [5, 2, 1, 1, 9], "直接起诉": [3, 0, 1, 0, 4], "复议后起诉": [1, 1, 0, 0, 2]},
}


def found(text, agency="青禾县柳湾乡人民政府", heading="总体情况"):
    report = AnnualReport(year=2025, agency=agency, tables=TABLES, sections={heading: text})
    return [finding.cells[0] if finding.cells else finding.id for finding in check_prose(report)]


@pytest.mark.parametrize(
    "text",
    [
        "受理残疾证申请60件，办结58件，结转下年4件。",
        "食品经营行政许可20件。",
        "行政诉讼一审5件。",
        "收到申请8件来自集镇居民。",
        "政府信息公开类行政诉讼占行政诉讼案件总数的21%，行政诉讼总数为52件。",
    ],
)
def test_an_unknown_word_beside_a_number_leaves_it_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2025年，柳湾乡收到政府信息公开申请12件。",
        "受理残疾证申请60件；全年收到政府信息公开申请12件。",
        "乡政府全年共收到政府信息公开申请12件。",
        "收到政府信息公开申请12件，均已答复。",
    ],
)
def test_known_words_and_the_own_name_do_not(text):
    assert found(text) == ["t2.新收.总计"]


@pytest.mark.parametrize(
    "text",
    [
        "县教育局全年收到政府信息公开申请5件。",
        "县教育局高度重视，全年收到政府信息公开申请5件。",
        "县政府办公室：收到申请5件，办结4件。",
        "收到申请5件（县教育局）。",
        "2021年至2025年，共收到申请50件，办结48件。",
        "截至2025年6月底，收到申请5件。",
    ],
)
def test_other_agencies_and_times_are_not_compared(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "今年多收到申请3件。",
        "与2024年相比，申请数量由10件上升到13件。",
        "共收到申请20件，除去重复申请后为若干件。",
        "自然人申请中予以公开6件，部分公开2件。",
        "政府信息公开申请办结14件，其中当年新收12件、上年结转2件。",
    ],
)
def test_changes_and_crossings_are_no_totals(text):
    assert found(text) == []


def test_a_review_organ_handles_reviews_of_everything():
    assert found("受理行政复议案件156件，维持98件，纠正17件。") == []
    assert found("被申请政府信息公开行政复议12件。") == ["t3.复议.总计"]


def test_an_outcome_before_a_court_is_that_outcome():
    assert found("被纠正的行政复议2件。") == []
    assert found("被纠正的行政复议3件。") == ["t3.复议.纠正"]


def test_a_part_divided_by_something_else_ends_the_list():
    text = "收到申请13件，其中自然人11件，予以公开7件，部分公开1件。"
    assert found(text) == []


def test_a_very_long_clause_is_quoted_around_its_number():
    text = "行政许可40件、" * 50 + "行政处罚31件"
    (finding,) = check_prose(
        AnnualReport(year=2025, agency="柳湾乡", tables=TABLES, sections={"总体情况": text})
    )
    assert "行政处罚31件" in finding.zh
    assert len(finding.zh) < 300
