"""Each unit's file is found and judged; whatever fails is told and stops no other."""

import io

import openpyxl
import pytest
from county_cases import ZEROS, file_of, report, tables

import govdocs
from govdocs.kinds.annual_report.county.results import Status
from govdocs.kinds.annual_report.county.roster import Unit
from govdocs.kinds.annual_report.encode import to_yaml
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.workbook.write import write_workbook

EDUCATION = Unit(name="青禾县教育局", short_name="县教育局", order=1)
CIVIL = Unit(name="青禾县民政局", short_name="县民政局", order=2)


def statuses(collection):
    return [result.status for result in collection.results]


@pytest.mark.parametrize(
    "name",
    ["青禾县教育局.yaml", "县教育局.yaml", "03县教育局.yaml", "3、县教育局2025年年报.yaml",
     "县教育局政府信息公开年报（定稿）.yaml", "附件.yaml", "教育.yaml"],
)  # fmt: skip
def test_a_file_is_known_by_its_name_or_by_the_agency_inside(gather, name):
    found = gather({name: report()}, EDUCATION, CIVIL)
    assert statuses(found) == [Status.OK, Status.MISSING]
    assert file_of(found.results[0]) == name
    assert found.unknown == ()


def test_the_roster_names_the_file(gather):
    files = {"a.yaml": report(), "县教育局.yaml": report(figures=tables(licences=99))}
    found = gather(files, Unit(name="青禾县教育局", file="a.yaml", order=1))
    assert statuses(found) == [Status.OK]
    assert file_of(found.results[0]) == "a.yaml"
    assert [file.file.name for file in found.unknown] == ["县教育局.yaml"]


def test_the_roster_may_leave_out_the_ending(gather):
    found = gather({"a.yaml": report()}, Unit(name="青禾县教育局", file="a", order=1))
    assert file_of(found.results[0]) == "a.yaml"


@pytest.mark.parametrize("outside", ["../a.yaml", "/etc/passwd", "..\\a.yaml", "C:\\a.yaml"])
def test_a_file_outside_the_folder_is_not_followed(gather, outside):
    found = gather({"b.txt": "无"}, Unit(name="青禾县教育局", file=outside, order=1))
    assert statuses(found) == [Status.MISSING]
    assert "不在文件夹里面" in found.results[0].reasons[0].zh


def test_an_office_of_a_government_is_not_the_government(gather):
    files = {"青禾县人民政府办公室.yaml": report("青禾县人民政府办公室")}
    found = gather(files, "青禾县人民政府", "青禾县人民政府办公室")
    assert statuses(found) == [Status.MISSING, Status.OK]


def test_an_office_that_the_roster_lacks_stays_unclaimed(gather):
    files = {"青禾县人民政府办公室2025.yaml": report("青禾县人民政府办公室")}
    found = gather(files, "青禾县人民政府")
    assert statuses(found) == [Status.MISSING]
    assert "青禾县人民政府办公室" in found.unknown[0].zh


def test_a_former_name_is_known(gather):
    unit = Unit(name="青禾县教育和体育局", former_names=("青禾县教育局",), order=1)
    found = gather({"x.yaml": report("青禾县教育局")}, unit)
    assert statuses(found) == [Status.OK]


def blank(table, **rows):
    return tables() | {table: tables()[table] | rows}


class TestBlanksNeedADecision:
    """缺数: a blank is missing from the sum, so somebody decides on the unit by name."""

    @pytest.mark.parametrize(
        ("figures", "said"),
        [
            (blank("主动公开", 行政许可=None), "行政许可×本年处理决定数量；"),
            (blank("申请", 新收=[None, None, 0, 0, 0, 0, 3]), "自然人等2格；"),
            ({k: v for k, v in tables().items() if k != "申请"}, "申请表（整张表）"),
        ],
    )
    def test_a_blank_figure_or_table(self, gather, figures, said):
        (result,) = gather({"a.yaml": report(figures=figures)}, "青禾县教育局").results
        assert result.has(Status.INCOMPLETE)
        assert result.may_be_forced
        (reason,) = [r for r in result.reasons if r.status is Status.INCOMPLETE]
        assert said in reason.zh

    def test_a_total_that_follows_from_its_parts_is_not_missing(self, gather):
        figures = blank("申请", 新收=[3, 0, 0, 0, 0, 0, None])
        (result,) = gather({"a.yaml": report(figures=figures)}, "青禾县教育局").results
        assert result.status is Status.OK

    def test_zeros_beside_blanks_are_incomplete_and_all_zero(self, gather):
        figures = {k: v for k, v in ZEROS.items() if k != "申请"}
        (result,) = gather({"a.yaml": report(figures=figures)}, "青禾县教育局").results
        assert [r.status for r in result.reasons] == [Status.INCOMPLETE, Status.ALL_ZERO]


class TestFilesOfOneUnitWithTheSameFigures:
    """Which of two texts is the final one is not for us to choose silently."""

    OTHER = report(章节={"总体情况": "另一稿。", "问题及改进": "不足。", "其他事项": "无"})

    def test_two_data_files_with_other_texts_need_a_decision(self, gather):
        (result,) = gather({"a.yaml": report(), "b.yaml": self.OTHER}, "青禾县教育局").results
        assert result.status is Status.DUPLICATE_FILES
        assert "a.yaml、b.yaml；数字相同，文字不同（总体情况、" in result.reasons[0].zh

    def test_data_and_what_was_rendered_from_it_are_one_report(self, gather):
        files = {"a.yaml": report(), "a.docx": govdocs.render(report(), "docx")}
        (result,) = gather(files, "青禾县教育局").results
        assert result.status is Status.OK
        (finding,) = [f for f in result.findings if f.id == "same-report-twice"]
        assert finding.severity == "info"

    def test_a_page_with_other_words_is_told_with_the_file_that_is_used(self, gather):
        files = {"a.yaml": report(), "a.docx": govdocs.render(self.OTHER, "docx")}
        (result,) = gather(files, "青禾县教育局").results
        assert file_of(result) == "a.yaml"
        (finding,) = [f for f in result.findings if f.id == "same-figures-other-wording"]
        assert finding.severity == "warning"
        assert "用的是 a.yaml" in finding.zh


def test_reports_under_two_former_names_are_two_files(gather):
    unit = Unit(name="青禾县教体局", former_names=("青禾县教育局", "青禾县体育局"), order=1)
    files = {"1.yaml": report("青禾县教育局"), "2.yaml": report("青禾县体育局", tables(5))}
    found = gather(files, unit)
    assert statuses(found) == [Status.DUPLICATE_FILES]
    assert "1.yaml、2.yaml" in found.results[0].reasons[0].zh


def test_two_different_files_are_not_chosen_from(gather):
    files = {"县教育局.yaml": report(), "县教育局（修改）.yaml": report(figures=tables(9))}
    found = gather(files, EDUCATION)
    assert statuses(found) == [Status.DUPLICATE_FILES]
    assert not found.results[0].may_be_forced


def test_the_same_figures_in_two_files_count_once_and_are_told(gather):
    whole = report()
    files = {
        "县教育局.xlsx": write_workbook(whole.format, 2025, report=whole),
        "县教育局.yaml": whole,
    }
    found = gather(files, EDUCATION)
    assert statuses(found) == [Status.OK]
    assert file_of(found.results[0]) == "县教育局.yaml"
    assert "same-report-twice" in [finding.id for finding in found.results[0].findings]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("县教育局.yaml", "年度: [2025\n", "YAML"),
        ("县教育局.xlsx", b"PK\x03\x04broken", "损坏"),
        ("县教育局.pdf", b"%PDF-1.4", "PDF"),
        (
            "县教育局.yaml",
            "年度: 2025\n机关: 青禾县教育局\n表格:\n  申请:\n    新收: [1]\n",
            "7 格",
        ),
    ],
)
def test_what_cannot_be_read_says_why(gather, name, content, said):
    found = gather({name: content, "县民政局.yaml": report("青禾县民政局")}, EDUCATION, CIVIL)
    assert statuses(found) == [Status.UNREADABLE, Status.OK]
    assert said in found.results[0].reasons[0].zh
    assert not found.results[0].may_be_forced


def test_another_year_is_not_summed(gather):
    found = gather({"县教育局.yaml": report(年度=2024)}, EDUCATION)
    assert statuses(found) == [Status.OTHER_YEAR]
    assert not found.results[0].may_be_forced


def test_another_format_is_not_summed(gather):
    old = AnnualReport.model_validate({"年度": 2025, "机关": "青禾县教育局", "格式": "2019"})
    found = gather({"县教育局.yaml": old}, EDUCATION)
    assert statuses(found) == [Status.OTHER_FORMAT]


def test_a_broken_tie_out_fails_and_may_be_forced(gather):
    figures = tables()
    wrong = figures | {"申请": figures["申请"] | {"新收": [3, 0, 0, 0, 0, 0, 4]}}
    found = gather({"县教育局.yaml": report(figures=wrong)}, EDUCATION)
    assert statuses(found) == [Status.ERRORS]
    assert found.results[0].may_be_forced
    assert "3≠4" in found.results[0].reasons[0].zh or "4≠3" in found.results[0].reasons[0].zh


def test_an_error_of_wording_is_told_and_counted(gather):
    found = gather({"县教育局.yaml": report(text="【请填写：培训情况】")}, EDUCATION)
    assert statuses(found) == [Status.TEXT_ERRORS]
    assert not found.failing


def test_another_agencys_report_under_a_units_name(gather):
    found = gather({"县教育局.yaml": report("青禾县民政局")}, EDUCATION, CIVIL)
    assert statuses(found) == [Status.OTHER_AGENCY, Status.MISSING]
    assert "名册中另一个单位" in found.results[0].reasons[0].zh


def test_all_zero_is_listed_and_counted(gather):
    found = gather({"县教育局.yaml": report(figures=ZEROS)}, EDUCATION)
    assert statuses(found) == [Status.ALL_ZERO]
    assert not found.failing


def test_a_report_without_a_figure_fails(gather):
    found = gather({"县教育局.yaml": report(figures={})}, EDUCATION)
    assert statuses(found) == [Status.ERRORS]


def test_a_covered_unit_with_its_own_report_needs_a_decision(gather):
    whole = Unit(name="青禾县教育局", order=1, covers=("青禾县教研室",))
    files = {"青禾县教育局.yaml": report(), "青禾县教研室.yaml": report("青禾县教研室")}
    found = gather(files, whole, "青禾县教研室")
    assert statuses(found) == [Status.OK, Status.COUNTED_TWICE]
    assert found.results[1].may_be_forced


def test_files_that_are_nobodys_are_listed(gather):
    found = gather({"通知.docx": b"x", "县教育局.yaml": report(), "乙.yaml": report("乙县教育局")},
                   EDUCATION)  # fmt: skip
    assert {file.file.name for file in found.unknown} == {"通知.docx", "乙.yaml"}


def test_lock_files_and_subfolders_are_passed_over_and_told(gather, tmp_path):
    found = gather({"~$县教育局.xlsx": b"", ".DS_Store": b"", "县教育局.yaml": report()}, EDUCATION)
    assert statuses(found) == [Status.OK]
    assert "~$县教育局.xlsx" in found.notes[0].finding.zh
    told = {(n.finding.id, n.finding.zh.partition("：")[0]) for n in found.notes}
    assert ("passed-over", "跳过了隐藏文件和临时文件") in told


def test_findings_have_the_files_lines(gather):
    figures = tables()
    wrong = figures | {"申请": figures["申请"] | {"新收": [3, 0, 0, 0, 0, 0, 4]}}
    text = to_yaml(report(figures=wrong))
    found = gather({"县教育局.yaml": text}, EDUCATION)
    line = next(n for n, each in enumerate(text.splitlines(), 1) if each.startswith("    新收:"))
    assert line in [finding.line for finding in found.results[0].errors]


def test_a_notice_that_bears_a_units_name_is_not_its_second_report(gather):
    files = {"县教育局.yaml": report(), "关于县教育局人事的通知.txt": "通知\n\n请查收。\n"}
    found = gather(files, EDUCATION)
    assert statuses(found) == [Status.OK]
    assert [file.file.name for file in found.unknown] == ["关于县教育局人事的通知.txt"]


def test_a_file_that_bears_a_units_name_is_its_report_if_it_has_no_other(gather):
    found = gather({"报送县教育局盖章件.pdf": b"%PDF-1.4"}, EDUCATION)
    assert statuses(found) == [Status.UNREADABLE]


def test_the_print_of_a_report_is_not_its_second_version(gather):
    found = gather({"县教育局.pdf": b"%PDF-1.4", "县教育局.yaml": report()}, EDUCATION)
    assert statuses(found) == [Status.OK]
    assert "print-not-read" in [finding.id for finding in found.results[0].findings]


def test_last_years_report_beside_this_years_is_passed_over_and_told(gather):
    files = {"县教育局2024.yaml": report(年度=2024), "县教育局2025.yaml": report()}
    found = gather(files, EDUCATION)
    assert statuses(found) == [Status.OK]
    assert file_of(found.results[0]) == "县教育局2025.yaml"
    assert "other-years-file" in [finding.id for finding in found.results[0].findings]


def test_a_name_of_today_goes_before_the_same_name_of_old(gather):
    new = Unit(name="青禾县文旅局", order=2, former_names=("青禾县教育局",))
    found = gather({"县教育局.yaml": report()}, EDUCATION, new)
    assert statuses(found) == [Status.OK, Status.MISSING]


def test_a_format_without_tables_lacks_no_figure(gather):
    old = AnnualReport.model_validate({"年度": 2025, "机关": "青禾县教育局", "格式": "2008"})
    found = gather({"县教育局.yaml": old}, EDUCATION, form="2008")
    assert Status.ERRORS not in statuses(found)


@pytest.mark.parametrize("typed", ["若干", "#DIV/0!", -3])
def test_a_cell_of_a_workbook_that_is_no_number_is_an_error_of_figures(gather, typed):
    whole = report()
    book = openpyxl.load_workbook(
        io.BytesIO(write_workbook(whole.format, whole.year, report=whole))
    )
    cell = next(
        cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == 12
    )
    cell.value = typed
    stream = io.BytesIO()
    book.save(stream)
    found = gather({"县教育局.xlsx": stream.getvalue()}, EDUCATION)
    assert statuses(found)[0] in (Status.ERRORS, Status.UNREADABLE)
    assert cell.coordinate in str(found.results[0].findings)
