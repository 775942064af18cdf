"""Single cells and what a report owes: blanks, kept texts, domains, completeness, issuing."""

import datetime

import pytest
from clean_report import INTRODUCTION, OVERVIEW, SECTIONS, TABLES, found, report, with_row

from govdocs.findings import Severity
from govdocs.kinds.annual_report.checks.all import check_report


def test_the_clean_report_has_no_finding():
    assert check_report(report()) == ()


def test_a_blank_table_is_one_finding():
    findings = found(report(表格={key: TABLES[key] for key in ("主动公开", "复议诉讼")}))
    assert [(f.id, len(f.cells)) for f in findings] == [("blank-cell", 175)]
    assert findings[0].zh == "第三部分 申请表：整张表为空；没有发生的应填0，否则请核实后填写"


def test_rows_with_the_same_blanks_stand_together():
    zeros_left_out = [0, None, None, None, None, None, 0]
    rows = TABLES["申请"] | {"公开出版物": zeros_left_out, "重复申请": zeros_left_out}
    findings = found(report(表格=TABLES | {"申请": rows}))
    assert [(f.id, f.severity) for f in findings] == [("blank-cell", Severity.WARNING)]
    assert findings[0].cells[:2] == ("t2.重复申请.商业企业", "t2.重复申请.科研机构")
    assert "（共10格）为空" in findings[0].zh
    assert findings[0].place.startswith("表2 R17 C2 第三部分 申请表：（五）不予处理—2.重复申请×")


def test_texts_in_place_of_numbers_are_told_and_are_no_zero():
    [finding] = found(with_row("复议诉讼", "直接起诉", ["-"] * 5))
    assert (finding.id, finding.severity, finding.found) == (
        "value-as-written",
        Severity.INFO,
        "-",
    )
    assert len(finding.cells) == 5


def test_negative_counts_are_errors():
    given = report()
    cell = next(iter(given.tables))
    wrong = given.model_copy(update={"tables": given.tables.changed({cell: -1})})
    assert [f.severity for f in found(wrong, "negative-figure")] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("row", "values", "id"),
    [
        ("行政事业性收费", "35000", "large-amount"),
        ("规章", [0, 0, 1], "rules-without-power"),
        ("规范性文件", [5, 1, 3], "in-force"),
    ],
)
def test_figures_that_can_hardly_be_meant(row, values, id):
    assert [f.id for f in found(with_row("主动公开", row, values))] == [id]


@pytest.mark.parametrize(
    ("agency", "count"),
    [
        ("青禾县教育局", 1),
        ("东山区人民政府", 1),
        ("云河市人民政府", 0),
        ("广西壮族自治区人民政府", 0),
        ("青禾省人民政府", 0),
    ],
)
def test_who_may_make_rules(agency, count):
    given = with_row("主动公开", "规章", [0, 0, 1]).model_copy(update={"agency": agency})
    assert len(found(given, "rules-without-power")) == count


def test_what_governments_owe_is_named():
    missing = OVERVIEW.replace("组织社会评议一次，", "")
    [finding] = found(report(章节=SECTIONS | {"总体情况": missing}))
    assert (finding.id, finding.expected) == ("assessment-missing", "社会评议")
    bureau = report(章节=SECTIONS | {"总体情况": missing}, 机关="青禾县教育局")
    assert found(bureau, "assessment-missing") == []


def test_empty_sections_and_parts():
    findings = found(report(章节={"总体情况": OVERVIEW.replace("（四）政府信息公开平台建设", "")}))
    assert [f.id for f in findings] == ["section-empty", "section-empty", "part-missing"]
    assert findings[-1].expected == "政府信息公开平台建设"


OWN_SECTION = """
base = "2021"
id = "own"
name = "本省格式"
verified = true

[[sections]]
key = "工作"
id = "work"
heading = "工作情况"
parts = ["主动公开", "监督保障"]
"""


def test_a_format_of_ones_own_says_which_section_has_which_parts(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(OWN_SECTION, encoding="utf-8")
    text = "主动公开信息3条。"
    given = report(格式=str(path), 机关类别="政府", 表格={}, 章节={"工作": text, "总体情况": text})
    told = {f.id: f for f in check_report(given)}
    assert (told["part-missing"].place, told["part-missing"].expected) == (
        "章节 工作情况", "监督保障",
    )  # fmt: skip
    assert told["assessment-missing"].place == "章节 工作情况 监督保障"


def test_a_report_without_sections_can_be_checked(tmp_path):
    path = tmp_path / "own.toml"
    head = OWN_SECTION.partition("[[")[0]
    path.write_text(f"{head}sections = []\n", encoding="utf-8")
    given = report(格式=str(path), 表格={}, 章节={}, 结语="2023年，特此报告。")
    assert "year-conflict" not in {f.id for f in check_report(given)}


@pytest.mark.parametrize(
    ("year", "kind", "day", "is_late"),
    [
        (2025, "部门", (2026, 1, 31), False),
        (2025, "部门", (2026, 2, 1), True),
        (2025, "乡镇", (2026, 3, 31), False),
        (2018, "部门", (2019, 3, 31), False),
        (2018, "部门", (2019, 4, 1), True),
    ],
)
def test_departments_publish_by_31_january_since_2019(year, kind, day, is_late):
    given = report(年度=year, 机关类别=kind, 表格={}, 章节={}, 成文日期=datetime.date(*day))
    assert ("date-after-deadline" in {f.id for f in check_report(given)}) == is_late


@pytest.mark.parametrize(
    ("fee", "text", "ids"),
    [
        (None, "无。", ["processing-fee-missing"]),
        (None, "未收取信息处理费。", []),
        (0, "无。", []),
        (0, "本年度收取信息处理费120元。", ["processing-fee-conflict"]),
        (120, "本年度收取信息处理费120元。", []),
        (12000, "信息处理费共1.2万元。", []),
        (120, "本年度未收取信息处理费。", ["processing-fee-conflict"]),
    ],
)
def test_processing_fee(fee, text, ids):
    given = report(信息处理费=fee, 章节=SECTIONS | {"其他事项": text})
    assert [f.id for f in found(given)] == ids


def test_a_format_of_other_years():
    [year, *_] = found(report(格式="2019", 表格={}), "format-year")
    assert (year.severity, year.expected) == (Severity.WARNING, "2021")


def test_a_form_that_was_not_verified_is_told():
    given = report(年度=2015, 标题="", 引言="", 章节={}, 表格={}, 署名=(), 成文日期=None)
    assert [f.severity for f in found(given, "format-unverified")] == [Severity.INFO]


@pytest.mark.parametrize(
    ("agency", "date", "ids"),
    [
        ("柳湾乡人民政府", datetime.date(2024, 3, 31), []),
        ("柳湾乡人民政府", datetime.date(2024, 4, 1), ["date-after-deadline"]),
        ("青禾县教育局", datetime.date(2024, 2, 1), ["date-after-deadline"]),
        ("青禾县教育局", datetime.date(2023, 12, 31), ["date-before-period-end"]),
    ],
)
def test_date_of_issue(agency, date, ids):
    given = report(机关=agency, 成文日期=date)
    assert [f.id for f in found(given) if f.id.startswith("date-")] == ids


def test_a_signature_of_another():
    assert [f.id for f in found(report(署名="北坪乡人民政府"))] == ["signature-differs"]
    assert found(report(署名="青禾县柳湾乡人民政府")) == []


def test_a_period_that_is_not_the_year():
    given = report(统计期限={"起": "2023-01-01", "止": "2023-11-30"})
    assert [f.severity for f in found(given, "period-not-whole-year")] == [Severity.WARNING]
    given = report(统计期限={"起": "2022-01-01", "止": "2022-12-31"})
    assert [f.severity for f in found(given, "period-not-whole-year")] == [Severity.ERROR]


def test_places_name_the_section_and_its_line():
    wrong = INTRODUCTION.replace("2023年1月1日", "2022年1月1日")
    [finding] = found(report(引言=f"前言。\n\n{wrong}"))
    assert finding.place == "引言 第3行"
