"""Reasons (说明) for differences from last year: what they may be given for."""

import pytest
from pydantic import ValidationError

from govdocs import AnnualReport
from govdocs.kinds.annual_report.chain import check_chain
from govdocs.kinds.annual_report.explanations import explanation
from govdocs.standards.annual_report.forms import CellRef

CELL = CellRef("t2", "上年结转", "总计")


def report(name, **fields):
    return AnnualReport(year=2025, agency="青禾县教育局", explanations={name: "机构改革"}, **fields)


@pytest.mark.parametrize(
    "name",
    ["t2", "申请", "上年结转", "carried_over", "t2.上年结转", "申请/上年结转", "上年结转.总计",
     "t2.carried_over.total", "二、上年结转政府信息公开申请数量"],
)  # fmt: skip
def test_it_is_given_for_a_table_a_row_or_a_cell(name):
    assert explanation(report(name), CELL) == "机构改革"
    assert not check_chain(report(name))


@pytest.mark.parametrize("name", ["t1", "新收", "上年结转.自然人", "t2.上年结转.自然人"])
def test_of_another_cell_it_says_nothing(name):
    assert explanation(report(name), CELL) == ""


@pytest.mark.parametrize("name", ["上年结转数", "t9.上年结转", "t2.上年结转.合计"])
def test_one_that_names_nothing_is_told(name):
    (finding,) = check_chain(report(name))
    assert (finding.id, finding.found) == ("explanation-unmatched", name)


@pytest.mark.parametrize("name", ["", " "])
def test_one_without_a_name_is_refused(name):
    with pytest.raises(ValidationError, match="at least 1 character"):
        report(name)


def test_a_reason_answers_a_large_change():
    last = {"year": 2024, "tables": {"t2": {"新收": [50, 0, 0, 0, 0, 0, 50]}}}
    tables = {"t2": {"新收": [5, 0, 0, 0, 0, 0, 5]}}
    swings = [f.id for f in check_chain(report("办结", tables=tables, last_year=last))]
    assert swings == ["swing"]
    assert not check_chain(report("新收", tables=tables, last_year=last))
