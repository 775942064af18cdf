"""Tie-outs: the four outcomes, the arithmetic in words, all single changes; totals on request."""

from decimal import Decimal

import pytest
from clean_report import APPLICATIONS, TABLES, found, report, with_row

from govdocs.findings import Severity
from govdocs.kinds.annual_report.checks.tie_outs import tie_out_findings
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.fill_totals import fill_totals
from govdocs.kinds.annual_report.tie_out import Verdict, evaluate
from govdocs.standards.annual_report.forms import CellRef
from govdocs.standards.annual_report.loader import report_format

FORM = report_format("2021")
REVIEWS = ("维持", "纠正", "其他", "未审结", "总计")


def reviews(*values):
    """Only the figures of one row of the third table."""
    cells = (CellRef("t3", "复议", key) for key in REVIEWS)
    return Figures(dict(zip(cells, values, strict=True)))


def outcome(figures, id="T3", along="复议"):
    return next(
        each
        for each in evaluate(FORM, figures)
        if (each.tie_out.identity.id, each.tie_out.along) == (id, along)
    )


@pytest.mark.parametrize(
    ("values", "verdict", "blanks_total"),
    [
        ((1, 2, 0, 0, 3), Verdict.HOLDS, None),
        ((1, 2, 0, 0, 4), Verdict.BROKEN, None),
        ((1, None, 0, 0, 3), Verdict.OPEN, 2),
        ((1, None, None, 0, 1), Verdict.OPEN, 0),
        ((3, None, 0, 0, 2), Verdict.BROKEN_WHATEVER, None),
        ((1, 2, 0, 0, None), Verdict.OPEN, 3),
        ((1, None, 0, 0, None), Verdict.OPEN, None),
        ((None, None, None, None, None), Verdict.OPEN, None),
        ((1, "-", 0, 0, 3), Verdict.OPEN, 2),
        ((4, "无", 0, 0, 3), Verdict.BROKEN_WHATEVER, None),
        (("-", "-", "-", "-", "-"), Verdict.OPEN, None),
    ],
)
def test_the_four_outcomes(values, verdict, blanks_total):
    result = outcome(reviews(*values))
    assert (result.verdict, result.blanks_total) == (verdict, blanks_total)


@pytest.mark.parametrize(
    ("whole", "part", "verdict"),
    [
        (3, 2, Verdict.HOLDS),
        (3, 3, Verdict.HOLDS),
        (3, 4, Verdict.BROKEN),
        (3, None, Verdict.OPEN),
        (None, 3, Verdict.OPEN),
        (None, None, Verdict.OPEN),
    ],
)
def test_a_part_is_not_more_than_its_whole(whole, part, verdict):
    form = report_format("2014")
    rule = next(each for each in form.identities if each.relation == ">=")
    left, right = rule.sides(rule.over[0])
    figures = Figures({left[0]: whole, right[0]: part})
    result = next(each for each in evaluate(form, figures) if each.tie_out.identity == rule)
    assert result.verdict is verdict
    said = [finding.id for finding in tie_out_findings(form, figures) if rule.id in finding.zh]
    expected = {(3, 4): ["tie-out"], (None, 3): ["tie-out-open"]}.get((whole, part), [])
    assert said == expected


def test_a_broken_soft_rule_is_a_warning():
    form = report_format("2014")
    rule = next(each for each in form.identities if each.severity is Severity.WARNING)
    left, right = rule.sides(rule.over[0])
    findings = list(tie_out_findings(form, Figures({left[0]: 3, right[0]: 4})))
    assert [f.severity for f in findings if rule.id in f.zh] == [Severity.WARNING]


def test_a_broken_tie_out_tells_place_cells_arithmetic_and_every_change():
    findings = list(tie_out_findings(FORM, reviews(1, 2, 0, 0, 4)))
    assert len(findings) == 1
    finding = findings[0]
    assert finding.place == "表3 R1 C5 第四部分 复议诉讼表：行政复议×总计"
    assert finding.cells == tuple(f"t3.复议.{key}" for key in ("总计", *REVIEWS[:-1]))
    assert finding.found == "4≠3"
    assert (
        finding.expected
        == "t3.复议.总计=3; t3.复议.维持=2; t3.复议.纠正=3; t3.复议.其他=1; t3.复议.未审结=1"
    )
    assert finding.zh == (
        "第四部分 复议诉讼表“行政复议”行勾稽关系"
        "“总计等于结果维持、结果纠正、其他结果、尚未审结之和”（T3）不成立："
        "总计4；结果维持1＋结果纠正2＋其他结果0＋尚未审结0＝3；4≠3。"
        "单改一处即可使全部勾稽关系成立：总计 4→3；结果维持 1→2；结果纠正 2→3；"
        "其他结果、尚未审结（共2处）中任一处 0→1。"
        "请核对原始台账后更正，程序不代为选择"
    )
    assert finding.en == (
        "tie-out T3 (第四部分 复议诉讼表, row “行政复议”: total = upheld + corrected + other + "
        "pending) does not hold: "
        "总计 4; 结果维持 1 + 结果纠正 2 + 其他结果 0 + 尚未审结 0 = 3; 4≠3. "
        "One change makes all tie-outs hold: 总计 4→3; 结果维持 1→2; 结果纠正 2→3; "
        "any one of 其他结果, 尚未审结 (2 cells) 0→1. "
        "Check the office's records; none is chosen for you"
    )


def test_the_change_that_mends_all_stands_first():
    findings = found(with_row("申请", "办结", [12, 1, 0, 0, 1, 0, 15]), "tie-out")
    assert len(findings) == 3  # flow and sum of the total column, the row
    for finding in findings:
        assert finding.expected.startswith("t2.办结.总计=14; ")
        assert "单改一处即可使全部勾稽关系成立：" in finding.zh.replace("\n", "")


def test_what_a_change_would_break_is_told():
    findings = found(with_row("申请", "新收", [12, 1, 0, 0, 1, 0, 13]), "tie-out")
    flow = next(finding for finding in findings if "T2-flow" in finding.zh)
    assert "一、本年新收政府信息公开申请数量 12→11" in flow.zh.split("。")[1]
    assert "四、结转下年度继续办理 1→2（T2-row不再成立）" in flow.zh
    assert "（七）总计 12→13（T2-sum、T2-row不再成立）" in flow.zh


def test_long_sums_count_their_zeros_and_name_every_cell_of_a_change():
    findings = found(with_row("申请", "办结", [13, 1, 0, 0, 1, 0, 14]), "tie-out")
    total = next(finding for finding in findings if "T2-sum" in finding.zh)
    assert "（其余16项为0）＝12；13≠12" in total.zh
    assert "（共16处）中任一处 0→1" in total.zh
    assert "（六）其他处理—1.申请人无正当理由逾期不补正" in total.zh
    assert len(total.expected.split("; ")) == 22


def test_no_change_is_offered_where_one_figure_cannot_mend_it():
    findings = list(tie_out_findings(FORM, reviews(9, 9, "-", "-", 2)))
    assert findings[0].zh.startswith("第四部分")
    assert "空白格无论填多少都不能成立" in findings[0].zh
    assert findings[0].expected == "t3.复议.总计=18"
    assert "（2项写作“-”）＝18" in findings[0].zh
    parts = Figures({CellRef("t3", "复议", "总计"): 2, CellRef("t3", "复议", "维持"): -9})
    assert all("没有只改一处" not in f.zh for f in tie_out_findings(FORM, parts))


def test_an_open_tie_out_tells_what_the_blanks_must_come_to():
    [finding] = tie_out_findings(FORM, reviews(1, None, None, 0, 4))
    assert (finding.id, finding.severity) == ("tie-out-open", Severity.WARNING)
    assert finding.expected == "2个空白格合计应为3"
    [finding] = tie_out_findings(FORM, reviews(1, None, 0, 0, None))
    assert finding.expected == "等式左边的空白格合计应比右边的多1"
    assert list(tie_out_findings(FORM, reviews(1, None, 0, 0, 1))) == []


def test_decimals_are_added_exactly():
    figures = reviews(Decimal("0.1"), Decimal("0.2"), 0, 0, Decimal("0.3"))
    assert outcome(figures).verdict is Verdict.HOLDS


def test_totals_are_filled_from_their_parts_until_nothing_is_left():
    blank = {
        row: [*values[:6], None] if row != "办结" else [None] * 7
        for row, values in APPLICATIONS.items()
    }
    filled = fill_totals(report(表格=TABLES | {"申请": blank}))
    assert filled.report.tables == report().tables
    assert len(filled.findings) == 24 + 7
    first = filled.findings[0]
    assert (first.id, first.severity, first.found) == ("total-filled", Severity.INFO, "")


def test_parts_are_not_filled_and_texts_stay():
    rows = APPLICATIONS | {"结转下年": [None] * 7, "新收": [11, 1, 0, 0, 1, 0, "-"]}
    given = report(表格=TABLES | {"申请": rows})
    filled = fill_totals(given)
    assert filled == (given, ())


def test_a_total_whose_sums_disagree_stays_blank():
    rows = APPLICATIONS | {"办结": [12, 1, 0, 0, 2, 0, None]}
    filled = fill_totals(report(表格=TABLES | {"申请": rows}))
    assert filled.report.tables.at("t2", "办结", "总计") is None
    [finding] = filled.findings
    assert (finding.id, finding.severity) == ("total-not-filled", Severity.WARNING)
    assert finding.expected == "14 | 15"


def test_soft_rules_and_bounds_fill_nothing():
    form = report_format("2014")
    figures = {"统计": {"申请答复": 3, "负责同志参加发布会": 2}}
    given = report(年度=2015, 格式=form, 标题="", 章节={}, 信息处理费=None, 表格=figures)
    assert fill_totals(given) == (given, ())
