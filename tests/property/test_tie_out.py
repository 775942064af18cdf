"""Tie-outs: valid reports are never flagged, and every figure that is off by one is found."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.findings import Severity
from govdocs.kinds.annual_report.checks.all import check_report
from govdocs.kinds.annual_report.checks.tie_outs import tie_out_findings
from govdocs.kinds.annual_report.fill_totals import fill_totals
from govdocs.kinds.annual_report.single_changes import ChangeFinder
from govdocs.kinds.annual_report.tie_out import Verdict, evaluate, numbers_in, tie_outs
from govdocs.standards.annual_report.forms import CellRef
from govdocs.standards.annual_report.loader import report_format
from govdocs.testing.annual_reports import valid_figures, valid_reports

FORM = report_format("2021")
COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
FLOW = ("新收", "上年结转", "办结", "结转下年")
RESULTS = tuple(row.key for row in FORM.table("t2").rows if row.key not in FLOW)
PARTS = ("维持", "纠正", "其他", "未审结", "总计")


def rules_of(cell):
    """What a 2021 figure takes part in, written out by hand: (id, its cells)."""
    if cell.table == "t3":
        return {("T3", frozenset(CellRef("t3", cell.row, key) for key in PARTS))}
    if cell.table == "t1":
        return set()
    found = {("T2-row", frozenset(CellRef("t2", cell.row, key) for key in COLUMNS))}
    if cell.row in FLOW:
        found.add(("T2-flow", frozenset(CellRef("t2", key, cell.column) for key in FLOW)))
    if cell.row not in FLOW or cell.row == "办结":
        sums = frozenset(CellRef("t2", key, cell.column) for key in (*RESULTS, "办结"))
        found.add(("T2-sum", sums))
    return found


def found_rules(findings):
    ids = ("T2-row", "T2-flow", "T2-sum", "T3")
    return {
        (
            next(id for id in ids if f"（{id}）" in finding.zh),
            frozenset(CellRef(*cell.split(".")) for cell in finding.cells),
        )
        for finding in findings
    }


def off_by_one(figures, cell, step):
    value = figures.get(cell)
    return (
        None
        if isinstance(value, str) or value + step < 0
        else figures.changed({cell: value + step})
    )


def test_the_2021_form_has_42_tie_outs():
    assert len(tie_outs(FORM)) == 42


@pytest.mark.parametrize("name", ["2021", "2019", "2014"])
def test_valid_figures_are_never_flagged(name):
    form = report_format(name)

    @settings(max_examples=1000 if name == "2021" else 300, deadline=None)
    @given(valid_figures(form))
    def holds(figures):
        assert list(tie_out_findings(form, figures)) == []
        assert {outcome.verdict for outcome in evaluate(form, figures)} <= {Verdict.HOLDS}

    holds()


@settings(max_examples=100, deadline=None)
@given(valid_reports("2021"))
def test_a_valid_report_has_no_error(report):
    assert [f for f in check_report(report) if f.severity is Severity.ERROR] == []


@settings(max_examples=1000, deadline=None)
@given(st.data())
def test_every_figure_off_by_one_is_found_with_exactly_its_cells(data):
    figures = data.draw(valid_figures(FORM))
    cell = data.draw(st.sampled_from(list(FORM.cells())))
    changed = off_by_one(figures, cell, data.draw(st.sampled_from((1, -1))))
    if changed is None:
        return
    assert not any(outcome.verdict.is_broken for outcome in evaluate(FORM, figures))
    findings = [f for f in tie_out_findings(FORM, changed) if f.id == "tie-out"]
    assert found_rules(findings) == rules_of(cell)
    assert len(findings) == len(rules_of(cell))
    # Putting the figure back is told as what mends everything.
    back = f"{cell}={figures[cell]}"
    assert all(back in finding.expected.split("; ") for finding in findings)
    assert all("即可使全部勾稽关系成立" in finding.zh for finding in findings)


@settings(max_examples=5, deadline=None)
@given(valid_figures(FORM))
def test_all_figures_of_a_report_off_by_one_in_turn(figures):
    for cell in FORM.cells():
        for step in (1, -1):
            changed = off_by_one(figures, cell, step)
            if changed is not None:
                assert found_rules(tie_out_findings(FORM, changed)) == rules_of(cell)


@pytest.mark.parametrize("name", ["2021", "2019", "2014"])
def test_each_single_change_does_what_is_said_of_it(name):
    form = report_format(name)
    cells = list(form.cells())

    @settings(max_examples=100, deadline=None)
    @given(
        valid_figures(form),
        st.dictionaries(
            st.sampled_from(cells), st.none() | st.integers(0, 60), min_size=1, max_size=4
        ),
    )
    def agrees(figures, changes):
        wrong = figures.changed(
            {cell: new for cell, new in changes.items() if not isinstance(figures[cell], str)}
        )
        outcomes = evaluate(form, wrong)
        broken = {o.tie_out for o in outcomes if o.verdict.is_broken}
        finder = ChangeFinder(form, numbers_in(form, wrong), outcomes)
        for outcome in outcomes:
            if outcome.tie_out not in broken:
                continue
            for change in finder.changes(outcome):
                after = evaluate(form, wrong.changed({change.cell: change.new}))
                left = {o.tie_out for o in after if o.verdict.is_broken}
                assert outcome.tie_out not in left
                assert set(change.breaks) == left - broken
                assert set(change.mends) == broken - left - {outcome.tie_out}
                assert change.mends_all == (not left)

    agrees()


@settings(max_examples=200, deadline=None)
@given(valid_figures(FORM), st.sets(st.sampled_from(list(FORM.cells())), max_size=30))
def test_blanks_never_break_a_valid_report(figures, blanks):
    verdicts = {o.verdict for o in evaluate(FORM, figures.changed(dict.fromkeys(blanks)))}
    assert verdicts <= {Verdict.HOLDS, Verdict.OPEN}


@settings(max_examples=100, deadline=None)
@given(valid_reports(FORM))
def test_blank_totals_are_filled_as_they_were(report):
    totals = {rule.left[0] for rule in tie_outs(FORM) if len(rule.left) == 1}
    blanked = report.model_copy(update={"tables": report.tables.changed(dict.fromkeys(totals))})
    filled = fill_totals(blanked)
    assert filled.report.tables == report.tables
    assert {finding.cells[0] for finding in filled.findings} == set(map(str, totals))
    assert all(finding.severity is Severity.INFO for finding in filled.findings)


@settings(max_examples=20, deadline=None)
@given(valid_figures(FORM))
def test_an_amount_never_takes_part(figures):
    fee = CellRef("t1", "行政事业性收费", "收费")
    assert isinstance(figures[fee], Decimal | int)
    assert list(tie_out_findings(FORM, figures.changed({fee: Decimal("0.01")}))) == []
