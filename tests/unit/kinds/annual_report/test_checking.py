"""All that is said of a report, each thing once, whatever its templates do."""

import county_cases
import pytest

from govdocs.environment import default_environment
from govdocs.findings import Finding, Severity
from govdocs.inputs.templating import Templates
from govdocs.kinds.annual_report.checking import check_all
from govdocs.kinds.annual_report.repeats import without_repeats
from govdocs.kinds.annual_report.report import AnnualReport, LastYear

SHIPPED = default_environment().templates
TEMPLATES = Templates((SHIPPED,))
ZEROS = {"新收": [0] * 7, "予以公开": [0] * 7, "办结": [0] * 7}


def found(report, templates=TEMPLATES, **more):
    return check_all(report, templates, **more)


def ids(findings):
    return [finding.id for finding in findings]


def with_text(key, words, /, **fields):
    report = county_cases.report(**fields)
    sections = tuple(
        s.model_copy(update={"text": words}) if s.key == key else s for s in report.sections
    )
    return report.model_copy(update={"sections": sections})


def test_a_report_without_fault_has_no_finding():
    assert found(county_cases.report()) == ()


def test_texts_are_checked_as_they_will_be_printed():
    report = county_cases.report(text="全年新收政府信息公开申请{{ t2.新收.总计 + 1 }}件。")
    [finding] = found(report)
    assert finding.id == "prose-cell"
    assert finding.found == "4"


def test_a_report_that_is_normalised_is_checked_as_it_is_printed():
    report = with_text("问题及改进", "一是好。\n\n二是全年共 46 条。。")
    [typed] = [f for f in found(report) if f.id == "doubled-mark"]
    [printed] = [f for f in found(report, without=()) if f.id == "doubled-mark"]
    assert "共 46 条。。" in typed.zh
    assert "共46条。。" in printed.zh
    assert typed.place == printed.place
    [kept] = [f for f in found(report, without=("space-in-number",)) if f.id == "doubled-mark"]
    assert kept == typed


def test_every_template_error_is_told_and_the_rest_is_checked():
    figures = county_cases.tables()
    figures["申请"] |= {"新收": [4, 0, 0, 0, 0, 0, 3]}
    report = with_text("问题及改进", "{{ 甲 }}", figures=figures, text="{{ 乙 }}和{{ year }}")
    findings = found(report)
    wrong = [f for f in findings if f.id == "template-error"]
    assert {f.zh[:6] for f in wrong} == {"没有字段“甲", "没有字段“乙"}
    assert {f.place.partition(":")[0] for f in wrong} == {
        "章节 总体情况",
        "章节 存在的主要问题及改进情况",
    }
    assert "tie-out" in ids(findings)
    assert "placeholder" not in ids(findings)


def test_a_broken_template_is_told_once_and_raises_nothing(tmp_path):
    folder = tmp_path / "annual_report"
    folder.mkdir()
    (folder / "2021.jinja").write_text("{% macro introduction( %}", encoding="utf-8")
    report = county_cases.report(
        figures=county_cases.tables() | {"申请": county_cases.ZEROS["申请"]}
    )
    findings = found(report, Templates((tmp_path, SHIPPED)))
    assert ids(findings) == ["template-error"]
    assert "2021.jinja:1" in findings[0].place


class TestNilStatements:
    def zeros(self, **more):
        figures = county_cases.tables() | {"申请": county_cases.ZEROS["申请"]}
        return county_cases.report(figures=figures, **more)

    def test_a_sentence_is_offered_for_zeros_that_the_text_does_not_speak_of(self):
        offered = [f for f in found(self.zeros()) if f.id == "nil-statement"]
        assert offered
        assert all(f.severity is Severity.INFO for f in offered)
        assert any("2025年" in f.expected for f in offered)

    def test_none_is_offered_where_a_figure_is_missing(self):
        figures = county_cases.tables() | {"申请": county_cases.ZEROS["申请"]}
        figures["申请"] = figures["申请"] | {"新收": [0, 0, 0, 0, 0, 0, None]}
        report = county_cases.report(figures=figures)
        offered = [f for f in found(report) if f.id == "nil-statement"]
        assert not any("t2.新收.总计" in f.cells for f in offered)


class TestEmptyHeadings:
    def test_an_outline_that_nobody_wrote_out(self):
        report = with_text(
            "问题及改进", "（一）提高质量\n（二）加强队伍\n加强培训。\n1.人员\n2.经费"
        )
        empty = [f for f in found(report) if f.id == "heading-empty"]
        assert [(f.found, f.place[-3:]) for f in empty] == [
            ("（一）提高质量", "第1行"),
            ("1.人员", "第4行"),
            ("2.经费", "第5行"),
        ]
        assert {f.severity for f in empty} == {Severity.WARNING}

    @pytest.mark.parametrize(
        "text",
        [
            "（一）提高质量。同步解读。",
            "（一）提高质量；\n（二）加强队伍。",
            "提高质量。",
            "（一）提高质量\n1.同步\n同步解读。",
        ],
    )
    def test_what_is_written_out_is_none(self, text):
        assert found(with_text("问题及改进", text)) == ()

    def test_the_last_heading_above_the_tables_may_stand_alone(self):
        assert "heading-empty" not in ids(found(with_text("依申请公开", "（一）情况表")))
        assert "heading-empty" in ids(found(with_text("依申请公开", "（一）甲\n（二）情况表")))


class TestRepeats:
    def note(self, id, zh="甲", line=2, **more):
        severity = more.pop("severity", Severity.WARNING)
        return Finding(id=id, severity=severity, zh=zh, en=zh, line=line, **more)

    def test_brackets_in_a_notices_title_are_told_with_the_title_and_as_gravely(self):
        brackets = self.note("angle-brackets", "“<甲格式>”：尖括号")
        title = self.note(
            "notice-title", severity=Severity.INFO, found="《关于印发<甲格式>的通知》"
        )
        [kept] = without_repeats([brackets, title])
        assert (kept.id, kept.severity) == ("notice-title", Severity.WARNING)

    def test_brackets_elsewhere_stay(self):
        brackets = self.note("angle-brackets", "“<乙格式>”：尖括号")
        title = self.note(
            "notice-title", severity=Severity.INFO, found="《关于印发<甲格式>的通知》"
        )
        assert without_repeats([brackets, title]) == (brackets, title)
        other_line = self.note("angle-brackets", "“<甲格式>”：尖括号", line=3)
        assert without_repeats([other_line, title]) == (other_line, title)

    def test_a_hacked_name_is_no_other_agency(self):
        hacked = self.note("foreign-name", "“某体育”不是机关名称", severity=Severity.ERROR)
        organ = self.note("other-organ", found="某体育")
        assert without_repeats([hacked, organ]) == (hacked,)
        other = self.note("other-organ", found="乙县")
        assert without_repeats([hacked, other]) == (hacked, other)

    def test_equal_findings_are_one(self):
        same = self.note("x")
        assert without_repeats([same, self.note("x"), self.note("y")]) == (same, self.note("y"))

    def test_in_force_is_told_by_the_chain_where_there_is_one(self):
        figures = county_cases.tables()
        figures["主动公开"] |= {"规范性文件": [5, 1, 3]}
        report = county_cases.report(figures=figures)
        alone = [f for f in found(report) if f.id == "in-force"]
        past = LastYear.model_validate(
            {"年度": 2024, "表格": {"主动公开": {"规范性文件": [0, 0, 10]}}}
        )
        chained = [f for f in found(report, last=past) if f.id == "in-force"]
        assert [f.expected for f in alone] == [">=4"]
        assert [f.expected for f in chained] == ["14"]


def test_an_unchanged_report_is_checked_alike_twice():
    report = AnnualReport.model_validate({"年度": 2025, "机关": "青禾县教育局"})
    assert found(report) == found(report) != ()


class TestTheSentenceOnApplicationsIsOffered:
    """Where all other parts of 总体情况 are written; it is bound to the table's figures."""

    WITHOUT = "\n".join(
        line for line in county_cases.OVERVIEW.splitlines() if "依申请公开" not in line
    )

    def test_with_the_figures_of_the_table(self):
        findings = found(with_text("总体情况", self.WITHOUT))
        assert ids(findings) == ["part-missing", "part-statement"]
        assert findings[1].severity is Severity.INFO
        assert findings[1].expected == (
            "2025年，我局新收政府信息公开申请3件，上年结转0件；办结3件，结转下年度继续办理0件。"
        )

    def test_not_where_other_parts_are_missing_too(self):
        text = "\n".join(self.WITHOUT.splitlines()[:2])
        assert "part-statement" not in ids(found(with_text("总体情况", text)))

    def test_not_where_figures_are_blank(self):
        figures = county_cases.tables()
        figures["申请"] = figures["申请"] | {"新收": [None] * 7}
        report = with_text("总体情况", self.WITHOUT, figures=figures)
        assert "part-statement" not in ids(found(report))


def test_a_wrong_period_is_told_once_where_the_introduction_is_made_of_it():
    report = county_cases.report()
    fields = {"year": report.year, "agency": report.agency}
    wrong = {"起": f"{report.year - 1}-01-01", "止": f"{report.year - 1}-12-31"}
    made = AnnualReport(**fields, period=wrong)
    told = [f for f in found(made) if f.id in ("period-not-whole-year", "year-conflict")]
    assert [f.place for f in told] == ["统计期限"]
    typed = f"统计期限自{report.year - 1}年1月1日起至{report.year - 1}年12月31日止。"
    both = AnnualReport(**fields, period=wrong, introduction=typed)
    told = [f for f in found(both) if f.id in ("period-not-whole-year", "year-conflict")]
    assert [f.place for f in told] == ["统计期限", "引言 第1行"]


def test_a_wrong_notice_is_told_once_where_the_introduction_is_made_of_it():
    old = "《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）"
    made = AnnualReport(year=2025, agency="青禾县柳湾乡人民政府", legal_basis=(old,))
    told = [f for f in found(made) if f.id in ("superseded-notice", "notice-title")]
    assert {f.place for f in told} == {"编制依据 第1项"}
    assert len({f.id for f in told}) == len(told)
