"""The chain of years: what must agree, what is only proposed, where it stops, what swings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.findings import Severity
from govdocs.kinds.annual_report.chain import Sources, check_chain
from govdocs.kinds.annual_report.explanations import explanation
from govdocs.kinds.annual_report.links import links_of
from govdocs.kinds.annual_report.report import AnnualReport, LastYear
from govdocs.standards.annual_report.forms import CellRef
from govdocs.testing.annual_reports import valid_reports

COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
FORWARD = [2, 1, 0, 0, 0, 0, 3]


def report(**fields):
    return AnnualReport.model_validate({"年度": 2025, "机关": "青禾县教育局", **fields})


def last(year=2024, **rows):
    return LastYear.model_validate({"年度": year, "表格": {"申请": {"结转下年": FORWARD, **rows}}})


def found(made, past=None, **options):
    return check_chain(made, past or last(), **options)


def carried(values, **fields):
    return report(表格={"申请": {"上年结转": values}}, **fields)


def test_the_same_figures_in_all_seven_columns_give_no_finding():
    assert found(carried(FORWARD)) == ()


@pytest.mark.parametrize("index", range(7))
def test_a_difference_in_any_column_is_an_error_that_names_both_cells(index):
    values = [value + (place == index) for place, value in enumerate(FORWARD)]
    (finding,) = found(carried(values), sources=Sources("去年.yaml", "今年.yaml"))
    column = COLUMNS[index]
    assert (finding.id, finding.severity) == ("carry-over", Severity.ERROR)
    assert finding.cells == (f"t2.上年结转.{column}",)
    assert (finding.expected, finding.found) == (str(FORWARD[index]), str(FORWARD[index] + 1))
    assert f"今年.yaml 第三部分 申请表：二、上年结转政府信息公开申请数量×{column}" in finding.zh
    assert f"去年.yaml 第三部分 申请表：四、结转下年度继续办理×{column}" in finding.zh
    assert finding.place.startswith(f"表2 R2 C{index + 1} ")


@pytest.mark.parametrize(
    "name",
    [
        "t2.上年结转.总计",
        "t2.上年结转",
        "上年结转",
        "申请.上年结转",
        "申请/上年结转",
        "t2",
        "carried_over",
    ],
)
def test_a_reason_for_the_cell_its_row_or_its_table_makes_it_a_warning(name):
    made = carried([2, 1, 0, 0, 0, 0, 4], 说明={name: "机构改革划入1件"})
    (finding,) = found(made)
    assert finding.severity is Severity.WARNING
    assert "机构改革划入1件" in finding.zh


@pytest.mark.parametrize(
    "name", ["t2.新收", "t2.上年结转.自然人", "t3", "结转", "t2.上年结转.总计.x"]
)
def test_a_reason_for_something_else_does_not(name):
    told = found(carried([2, 1, 0, 0, 0, 0, 4], 说明={name: "机构改革"}))
    (finding,) = [each for each in told if each.id == "carry-over"]
    assert finding.severity is Severity.ERROR


def test_an_empty_reason_is_none():
    assert explanation(report(说明={"t2": " "}), CellRef("t2", "上年结转", "总计")) == ""


@pytest.mark.parametrize("blank", [None, "-"])
def test_a_blank_on_either_side_is_no_difference(blank):
    assert found(carried([2, 1, 0, 0, 0, 0, blank])) == ()
    assert found(carried([9] * 7), last(结转下年=[blank] * 7)) == ()


def test_what_is_in_force_is_a_hint_with_this_year_s_movements():
    past = LastYear.model_validate(
        {"年度": 2024, "表格": {"主动公开": {"规范性文件": {"现行有效": 44}, "规章": [0, 0, 0]}}}
    )
    rows = {"规章": [0, 0, 0], "规范性文件": [6, 3, 47]}
    assert check_chain(report(表格={"主动公开": rows}), past) == ()
    rows["规范性文件"] = [6, 3, 46]
    (finding,) = check_chain(report(表格={"主动公开": rows}), past)
    assert (finding.id, finding.severity) == ("in-force", Severity.INFO)
    assert (finding.expected, finding.found) == ("47", "46")


def test_the_report_s_own_last_year_is_used_where_no_other_is_given():
    past = {"年度": 2024, "表格": {"申请": {"结转下年": FORWARD}}}
    made = carried([0] * 7, 上年=past)
    assert {finding.id for finding in check_chain(made)} == {"carry-over"}
    assert len(check_chain(made)) == 3
    assert check_chain(carried([0] * 7)) == ()


def test_a_year_that_is_not_the_one_before_is_told_and_not_compared():
    (finding,) = found(carried([9] * 7), last(2023))
    assert (finding.id, finding.severity) == ("chain-years", Severity.WARNING)


@pytest.mark.parametrize(
    ("year", "stops"), [(2009, False), (2014, False), (2019, True), (2020, False), (2021, False)]
)
def test_the_chain_stops_where_the_form_changes(year, stops):
    past = LastYear(year=year - 1)
    ids = {finding.id for finding in check_chain(report(年度=year), past)}
    assert ids == ({"chain-stops"} if stops else set())


def test_from_2020_to_2021_only_the_carry_over_is_compared():
    past = LastYear.model_validate(
        {
            "年度": 2020,
            "表格": {
                "申请": {"结转下年": FORWARD},
                "主动公开": {"规范性文件": {"对外公开总数": 9}},
            },
        }
    )
    made = report(
        年度=2021, 表格={"申请": {"上年结转": [0] * 7}, "主动公开": {"规范性文件": [0, 0, 1]}}
    )
    assert {link.carry.id for link in links_of(made.format, past)} == {"carry-over"}
    assert {finding.id for finding in check_chain(made, past)} == {"carry-over"}


@pytest.mark.parametrize(
    ("old", "new", "swings"),
    [
        (20, 31, True), (20, 30, False), (20, 9, True), (20, 10, False), (4, 9, False),
        (0, 10, True), (0, 9, False), (100, 100, False), (None, 90, False), ("-", 90, False),
    ],
)  # fmt: skip
def test_a_change_of_more_than_half_and_of_ten_asks_for_a_sentence(old, new, swings):
    past = LastYear.model_validate({"年度": 2024, "表格": {"主动公开": {"行政许可": old}}})
    ids = [each.id for each in check_chain(report(表格={"主动公开": {"行政许可": new}}), past)]
    assert ids == (["swing"] if swings else [])


def test_a_text_that_speaks_of_changes_is_not_asked_for_one():
    past = LastYear.model_validate({"年度": 2024, "表格": {"主动公开": {"行政许可": 20}}})
    made = report(
        表格={"主动公开": {"行政许可": 90}}, 章节={"总体情况": "行政许可比上年增长3.5倍。"}
    )
    assert check_chain(made, past) == ()


@settings(max_examples=25, deadline=None)
@given(valid_reports(), st.integers(0, 6), st.sampled_from((-1, 1)))
def test_any_single_change_of_a_carry_over_is_found(before, index, change):
    begun = before.next_year()
    cell = CellRef("t2", "上年结转", COLUMNS[index])
    value = begun.tables[cell] + change
    changed = begun.model_copy(update={"tables": begun.tables.changed({cell: value})})
    (finding,) = check_chain(changed)
    assert finding.cells == (str(cell),)
