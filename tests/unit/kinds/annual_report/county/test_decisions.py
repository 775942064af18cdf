"""A failing unit is left out or forced by name, never silently."""

import pytest
from county_cases import report, tables

from govdocs.errors import UsageError
from govdocs.kinds.annual_report.county.decisions import Place, put_together
from govdocs.kinds.annual_report.county.roster import Unit

COUNTY = "青禾县人民政府"
BROKEN = tables() | {"申请": tables()["申请"] | {"新收": [3, 0, 0, 0, 0, 0, 4]}}


@pytest.fixture
def collected(gather):
    """甲局 is in order, 乙局's totals are wrong, 丙局 is missing."""
    files = {"甲局.yaml": report("甲局", tables(7)), "乙局.yaml": report("乙局", BROKEN)}
    return gather(files, "甲局", "乙局", Unit(name="丙局办公室", short_name="丙局", order=3))


def test_without_a_decision_nothing_is_summed(collected):
    county = put_together(collected, COUNTY)
    assert county.aggregate is None
    assert [result.unit.name for result in county.undecided] == ["乙局", "丙局办公室"]
    assert county.has_errors


def test_left_out_and_forced_by_name(collected):
    county = put_together(collected, COUNTY, leave_out=["丙局"], force=["乙局"])
    assert county.places == (Place.COUNTED, Place.FORCED, Place.LEFT_OUT)
    assert county.aggregate.report.tables.at("t1", "行政许可", "处理决定") == 19


def test_a_unit_in_order_may_be_left_out(collected):
    county = put_together(collected, COUNTY, leave_out=["甲局", "丙局"], force=["乙局"])
    assert county.aggregate.units == ("乙局",)


def test_a_unit_without_figures_cannot_be_forced(collected):
    with pytest.raises(UsageError, match="不能强制汇总 丙局办公室：没有找到"):
        put_together(collected, COUNTY, force=["丙局", "乙局"])


def test_a_name_that_is_no_units_is_refused(collected):
    with pytest.raises(UsageError, match="名册里没有“丙局办”，是否想写“丙局”"):
        put_together(collected, COUNTY, leave_out=["丙局办"])


def test_one_name_in_both_lists_is_refused(collected):
    with pytest.raises(UsageError, match="只能选一个"):
        put_together(collected, COUNTY, leave_out=["乙局"], force=["乙局"])


def test_a_sum_of_no_report_is_refused(collected):
    with pytest.raises(UsageError, match="没有可以汇总的报告"):
        put_together(collected, COUNTY, leave_out=["甲局", "乙局", "丙局"])


def test_a_roster_with_a_name_twice_sums_nothing(gather):
    county = put_together(gather({"甲局.yaml": report("甲局")}, "甲局", "甲局"), COUNTY)
    assert county.aggregate is None
    assert [note.finding.id for note in county.blocking] == ["roster-duplicate-name"]
