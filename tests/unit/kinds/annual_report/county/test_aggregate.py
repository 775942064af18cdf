"""The sums: parts added, totals computed anew, blanks told and never taken as 0."""

from decimal import Decimal

import pytest
from county_cases import YEAR, ZEROS, counted, report, tables

from govdocs.errors import UsageError
from govdocs.findings import Severity
from govdocs.kinds.annual_report.agency import AgencyKind
from govdocs.kinds.annual_report.county.aggregate import aggregate
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.forms import CellRef
from govdocs.standards.annual_report.loader import report_format

FORM = report_format("2021")
COUNTY = "青禾县人民政府"


def add(*reports, form=FORM, year=YEAR):
    return aggregate(counted(*reports), form, year, COUNTY)


def notes(whole, id):
    return [note for note in whole.notes if note.finding.id == id]


def with_rows(table, **rows):
    whole = tables()
    return whole | {table: whole[table] | rows}


def test_data_cells_and_totals_are_summed():
    whole = add(report("甲局"), report("乙局", tables(30, 5)), report("丙局", ZEROS))
    assert whole.report.tables.at("t1", "行政许可", "处理决定") == 42
    assert whole.report.tables.at("t2", "新收", "自然人") == 8
    assert whole.report.tables.at("t2", "新收", "总计") == 8
    assert whole.report.tables.at("t1", "行政事业性收费", "收费") == 1
    assert whole.notes == ()
    assert whole.units == ("甲局", "乙局", "丙局")


def test_the_whole_is_the_governments_report_with_its_text_to_be_written():
    own = report(COUNTY, 联系方式={"电话": "0999-1"}, 公开网站="www.example.gov.cn")
    whole = add(own, report("乙局")).report
    assert (whole.agency, whole.year) == (COUNTY, YEAR)
    assert whole.agency_kind is AgencyKind.GOVERNMENT
    assert whole.contact.telephone == "0999-1"
    assert [section.text for section in whole.sections] == [""] * 6


def test_fees_are_added_exactly():
    fees = [with_rows("主动公开", 行政事业性收费=text) for text in ("0.1", "0.20", "1234567.89")]
    whole = add(*(report(f"{n}局", figures) for n, figures in enumerate(fees)))
    assert whole.report.tables.at("t1", "行政事业性收费", "收费") == Decimal("1234568.19")


def test_a_total_that_its_parts_do_not_make_is_computed_anew_and_told():
    wrong = with_rows("申请", 新收=[3, 0, 0, 0, 0, 0, 5])
    whole = add(report("甲局", wrong), report("乙局"))
    assert whole.report.tables.at("t2", "新收", "总计") == 6
    (note,) = notes(whole, "total-differs")
    assert note.units == ("甲局",)
    assert note.finding.cells == ("t2.新收.总计",)
    assert note.finding.place.startswith("表2 R1 C7")
    assert "按分项重新计算为 6，所报总计之和为 8；甲局 所报 5，分项之和 3" in note.finding.zh
    assert (note.finding.expected, note.finding.found) == ("6", "8")


def test_differences_that_level_out_are_told_too():
    more = with_rows("申请", 新收=[3, 0, 0, 0, 0, 0, 4])
    less = with_rows("申请", 新收=[3, 0, 0, 0, 0, 0, 2])
    (note,) = notes(add(report("甲局", more), report("乙局", less)), "total-differs")
    assert note.units == ("甲局", "乙局")


def test_a_broken_flow_of_a_forced_unit_is_an_error_of_the_sum():
    wrong = with_rows("申请", 结转下年=[1, 0, 0, 0, 0, 0, 1])
    (first, *_) = notes(add(report("甲局", wrong), report("乙局")), "tie-out")
    assert first.finding.severity is Severity.ERROR


def test_a_blank_is_missing_and_no_zero():
    blank = with_rows("主动公开", 行政许可=None)
    whole = add(report("甲局", blank), report("乙局"))
    assert whole.report.tables.at("t1", "行政许可", "处理决定") == 12
    (note,) = notes(whole, "blank-in-sum")
    assert note.units == ("甲局",)
    assert note.finding.cells == ("t1.行政许可.处理决定",)
    assert "不作0计" in note.finding.zh


def test_a_cell_that_every_unit_leaves_blank_stays_blank():
    blank = with_rows("主动公开", 行政许可=None)
    whole = add(report("甲局", blank), report("乙局", blank))
    assert whole.report.tables.at("t1", "行政许可", "处理决定") is None
    assert "留空" in notes(whole, "blank-in-sum")[0].finding.zh


def test_blanks_of_the_same_units_are_told_together():
    figures = tables()
    del figures["复议诉讼"]
    (note,) = notes(add(report("甲局", figures), report("乙局")), "blank-in-sum")
    assert "整张表" in note.finding.zh
    assert len(note.finding.cells) == 15


@pytest.mark.parametrize("written", ["-", "/", "无"])
def test_what_stands_in_place_of_a_number_is_missing_too(written):
    whole = add(report("甲局", with_rows("主动公开", 行政许可=written)), report("乙局"))
    assert whole.report.tables.at("t1", "行政许可", "处理决定") == 12
    (note,) = notes(whole, "text-in-sum")
    assert f"甲局 写作“{written}”" in note.finding.zh


def test_totals_without_parts_are_taken_as_stated_and_told():
    bare = with_rows("复议诉讼", 复议=[None, None, None, None, 2])
    whole = add(report("甲局", bare), report("乙局", bare))
    assert whole.report.tables.at("t3", "复议", "总计") == 4
    assert notes(whole, "total-without-parts")


def test_rows_of_an_offices_own_are_not_summed_and_told():
    extra = report("甲局", 附加行=[{"table": "t2", "label": "其中：当面申请", "values": ["1"]}])
    (note,) = notes(add(extra), "extra-rows-not-summed")
    assert "其中：当面申请" in note.finding.zh


def test_a_period_that_is_not_the_year_is_told():
    part = report("甲局", 统计期限={"起": "2025-03-01", "止": "2025-12-31"})
    assert notes(add(part), "other-period")[0].units == ("甲局",)


def test_the_processing_fee_is_of_those_that_state_it():
    whole = add(report("甲局", 信息处理费="1.5"), report("乙局", 信息处理费=None))
    assert whole.report.processing_fee == Decimal("1.5")
    assert notes(whole, "fee-not-stated")[0].units == ("乙局",)
    assert add(report("乙局", 信息处理费=None)).report.processing_fee is None


def test_reports_of_another_year_or_format_are_refused():
    old = AnnualReport.model_validate({"年度": 2025, "机关": "乙局", "格式": "2019"})
    for other in (report("乙局", 年度=2024), old):
        with pytest.raises(UsageError, match="乙局"):
            add(report("甲局"), other)


def test_a_unit_given_twice_is_refused():
    with pytest.raises(UsageError, match="甲局"):
        add(report("甲局"), report("甲局"))


class TestAmountsWithUnits:
    """采购总金额 of the format of 2019: the unit stands in the cell."""

    FORM = report_format("2019")
    CELL = CellRef("t1", "政府集中采购", "采购总金额")

    def add(self, *amounts):
        reports = [
            AnnualReport.model_validate(
                {"年度": 2020, "机关": f"{n}局",
                 "表格": {"t1": {"政府集中采购": {"采购总金额": amount}}}}
            )
            for n, amount in enumerate(amounts)
        ]  # fmt: skip
        return add(*reports, form=self.FORM, year=2020)

    @pytest.mark.parametrize(
        ("amounts", "total"),
        [
            (("12.5万元", "3000元", "1亿元"), "10012.8万元"),
            (("0.01元", "1万元"), "1.000001万元"),
            (("3000元", "1,500.5元"), "4500.5元"),
            (("0", "0"), 0),
            (("12万", "-"), "12万元"),
        ],
    )
    def test_they_are_brought_to_one_unit_exactly(self, amounts, total):
        assert self.add(*amounts).report.tables[self.CELL] == total

    def test_an_amount_without_a_unit_is_told(self):
        whole = self.add("12万元", "3500", "0")
        (note,) = notes(whole, "amount-without-unit")
        assert note.units == ("1局",)

    def test_changes_may_be_negative(self):
        reports = [
            AnnualReport.model_validate(
                {"年度": 2020, "机关": f"{n}局", "表格": {"t1": {"行政许可": {"增减": change}}}}
            )
            for n, change in enumerate(("-5", "3"))
        ]
        whole = add(*reports, form=self.FORM, year=2020)
        assert whole.report.tables.at("t1", "行政许可", "增减") == -2


def test_a_unit_that_states_a_total_and_no_part_is_named():
    bare = with_rows("复议诉讼", 复议=[None, None, None, None, 2])
    whole = add(report("甲局", bare), report("乙局"))
    assert whole.report.tables.at("t3", "复议", "总计") == 0
    (note,) = notes(whole, "total-differs")
    assert note.units == ("甲局",)


def test_a_blank_total_is_computed_from_its_parts_and_told_as_such():
    blank = with_rows("申请", 新收=[3, 0, 0, 0, 0, 0, None])
    whole = add(report("甲局", blank), report("乙局"))
    assert whole.report.tables.at("t2", "新收", "总计") == 6
    assert "总计按分项计算" in notes(whole, "blank-in-sum")[0].finding.zh


def test_a_format_without_tables_is_refused():
    old = AnnualReport.model_validate({"年度": 2010, "机关": "甲局"})
    with pytest.raises(UsageError, match="没有统计表"):
        add(old, form=report_format("2008"), year=2010)
