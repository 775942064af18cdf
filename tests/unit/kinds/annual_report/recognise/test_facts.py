"""What a page says of its report beside the tables: agency, year, title, contact, fee."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from govdocs.inputs.reading import read_with_findings
from govdocs.kinds.annual_report.recognise import recognise
from govdocs.kinds.annual_report.recognise.facts import contact_of, period_of, processing_fee_of
from govdocs.standards.annual_report.loader import report_format

BODY = "一、总体情况\n平稳。\n六、其他需要报告的事项\n无。"


def read(text: str, **known):
    return recognise(read_with_findings(text), **known)


def test_a_page_without_a_year_is_no_report():
    found = read(f"某局工作总结\n{BODY}")
    assert found.report is None
    assert [f.id for f in found.findings if f.severity == "error"] == ["year-missing"]


def test_a_year_before_the_regulations_is_no_report():
    found = read(f"青禾县教育局2005年政府信息公开工作年度报告\n{BODY}")
    assert found.report is None
    assert found.findings[-1].id == "year-unknown"


def test_what_the_caller_knows_wins():
    form = report_format("2019")
    found = read(f"某局工作总结\n{BODY}", agency="青禾县教育局", year=2024, form=form)
    assert (found.report.agency, found.report.year) == ("青禾县教育局", 2024)
    assert found.report.format is form
    assert "agency-missing" not in [f.id for f in found.findings]


def test_the_form_of_another_year_is_a_finding():
    title = "青禾县教育局2020年政府信息公开工作年度报告"
    table = "第二十条第（五）项 |\n信息内容 | 本年处理决定数量 |\n行政许可 | 1 |\n"
    rows = (
        "规章 | 本年制发件数 |\n规章 | 0 | 0 | 0 |\n行政规范性文件 | 0 | 0 | 0 |\n行政处罚 | 2 |\n"
    )
    last = "本年收费金额（单位：万元） |\n行政事业性收费 | 0.5 |"
    found = read(f"{title}\n一、总体情况\n平稳。\n二、主动公开政府信息情况\n{rows}{table}{last}")
    (finding,) = [f for f in found.findings if f.id == "format-other-year"]
    assert (finding.expected, finding.found) == ("2019", "2021")


def test_m18s_title_names_no_agency():
    found = read(f"关于2022年度政府信息公开情况的报告\n{BODY}")
    assert found.report.agency == "本机关"
    assert "agency-missing" in [f.id for f in found.findings]


def test_a_heading_that_two_chapters_share_is_kept_twice():
    text = "青禾县教育局2024年政府信息公开工作年度报告\n一、主动公开\n甲。\n二、主动公开情况\n乙。"
    report = read(text).report
    both = [(s.heading, s.text) for s in report.sections if s.text]
    assert both == [("主动公开", "甲。"), ("主动公开情况", "乙。")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自2017年1月1日起至2017年12月31日止", None),
        ("统计期限自2008年5月1日起至2008年12月31日止", ((2008, 5, 1), (2008, 12, 31))),
        ("统计期限从2023年1月1日到12月31日止", ((2023, 1, 1), (2023, 12, 31))),
        ("统计期限自2023年2月30日至12月31日", None),
    ],
)
def test_period(text, expected):
    period = period_of(text)
    dates = period and (period.start, period.end)
    assert dates == (expected and tuple(datetime.date(*each) for each in expected))


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("本年度未收取信息处理费。", 0),
        ("2025年，我局没有收取政府信息公开信息处理费。", 0),
        ("全年共收取信息处理费120.5元。", Decimal("120.5")),
        ("按规定收取信息处理费。", None),
        ("无。", None),
    ],
)
def test_processing_fee(text, fee):
    assert processing_fee_of([text]) == fee


def test_contact_only_where_it_is_marked():
    contact = contact_of(
        "如有疑问，请与县政府办公室联系（地址：青禾县人民路1号；邮政编码：123456，联系电话：（0999）1234567，"
        "传真：0999-7654321，电子邮箱：a.b@qinghe.gov.cn）。"
    )
    assert contact.model_dump() == {
        "department": "县政府办公室",
        "address": "青禾县人民路1号",
        "postcode": "123456",
        "telephone": "（0999）1234567",
        "fax": "0999-7654321",
        "email": "a.b@qinghe.gov.cn",
    }
    assert contact_of("群众来电话咨询12次。").model_dump(exclude_defaults=True) == {}
