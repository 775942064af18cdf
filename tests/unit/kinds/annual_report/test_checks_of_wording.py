"""Checks of wording: plans under a wrong year, gaps, doubled marks, years in Chinese numerals."""

import pytest
from clean_report import found, report, with_overview
from hypothesis import given
from hypothesis import strategies as st

from govdocs.findings import Severity
from govdocs.kinds.annual_report.checks.chinese_dates import in_digits
from govdocs.kinds.annual_report.checks.sections import check_sections
from govdocs.kinds.annual_report.report import AnnualReport


def ids(given):
    return [finding.id for finding in found(given)]


def with_plans(text):
    made = report()
    sections = tuple(
        s.model_copy(update={"text": text}) if s.key == "问题及改进" else s for s in made.sections
    )
    return made.model_copy(update={"sections": sections})


@pytest.mark.parametrize(
    "text",
    [
        "2023年，将重点做好以下工作：一是加强培训。",
        "队伍不稳。2023年，我乡将进一步加强培训。",
        "队伍不稳。2023年将继续加强培训。",
        "下一步，2023年要着力加强培训。",
        "二〇二三年，我乡将加强培训。",
    ],
)
def test_plans_for_the_year_reported_on_are_asked_about(text):
    [finding] = found(with_plans(text))
    assert (finding.id, finding.severity) == ("plan-year", Severity.WARNING)
    assert finding.expected == "2024"


@pytest.mark.parametrize(
    "text",
    [
        "2024年，将重点做好以下工作。",
        "针对2023年存在的问题，将进一步加强培训。",
        "2023年，我乡将政务公开纳入考核，但队伍不稳。",
        "2023年存在的问题，下一步将逐项改正。",
        "2023年，我乡公开工作存在不足。下一步将加强培训。",
    ],
)
def test_what_was_done_in_the_year_is_no_plan(text):
    assert ids(with_plans(text)) == []


@pytest.mark.parametrize(
    "gap", ["专区（）个", "专区(  )个", "专区__个", "专区（__）个", "共＿＿次"]
)
def test_gaps_for_figures_are_places_left_to_be_filled_in(gap):
    assert ids(with_overview(f"全乡设{gap}。")) == ["placeholder"]


@pytest.mark.parametrize("text", ["调用 f() 的结果", "a__b 文件", "（一）小节（略）"])
def test_brackets_and_lines_of_another_meaning_are_no_gaps(text):
    assert "placeholder" not in ids(with_overview(text))


@pytest.mark.parametrize(
    "marks", ["。。", "，，", "。，", "；。", "，。", "：：", "、，", ",，", "。 。"]
)
def test_doubled_marks_are_told(marks):
    findings = [f for f in found(with_overview(f"工作平稳{marks}有序。")) if f.id == "doubled-mark"]
    assert [(f.severity, f.found) for f in findings] == [(Severity.WARNING, marks)]


@pytest.mark.parametrize("text", ["“甲。”乙，", "等……有序。", "甲：“乙。”", "1,234件，"])
def test_marks_that_may_follow_each_other_are_not_told(text):
    assert "doubled-mark" not in ids(with_overview(f"{text}完"))


def test_a_year_in_chinese_numerals_is_a_year():
    assert ids(with_overview("截至二〇二二年十二月三十一日，公开50条。")) == ["year-conflict"]
    assert ids(with_overview("截至二〇二三年十二月三十一日，公开50条。")) == []
    text = "统计期限自二〇二二年一月一日起至二〇二二年十二月三十一日止。"
    [finding] = found(with_overview(text))
    assert finding.id == "year-conflict"
    assert finding.found in text


@given(st.text(alphabet="二〇一九三十年月日至2024x", max_size=40))
def test_places_stay_where_numerals_become_digits(text):
    read = in_digits(text)
    assert len(read) == len(text)
    assert [c for c in read if c in "年月至x"] == [c for c in text if c in "年月至x"]


@pytest.mark.parametrize("postcode", ["50000", "0500001", "五万", "05000O"])
def test_a_postal_code_has_six_digits(postcode):
    assert ids(report(联系方式={"邮编": postcode})) == ["postcode-form"]


def test_a_postal_code_of_six_digits_is_no_finding():
    assert ids(report(联系方式={"邮编": "050000"})) == []


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("问题和不足", "存在的主要问题及改进情况"),
        ("收到申请情况", "收到和处理政府信息公开申请情况"),
        ("附件", None),
    ],
)
def test_a_section_that_the_form_lacks_is_told_with_what_may_be_meant(heading, meant):
    made = AnnualReport(year=2025, agency="青禾县教育局", sections={heading: "甲。"})
    [finding] = check_sections(made)
    assert (finding.id, finding.severity) == ("section-unknown", Severity.WARNING)
    assert "第七部分" in finding.zh
    assert finding.expected == meant


def test_before_2019_sections_are_the_office_s_own():
    made = AnnualReport(year=2012, agency="青禾县教育局", sections={"工作亮点": "甲。"})
    assert list(check_sections(made)) == []
