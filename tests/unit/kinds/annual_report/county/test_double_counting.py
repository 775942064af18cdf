"""Hints of double counting: each with its units and places, and none where there is none."""

import pytest
from county_cases import ZEROS, counted, report, tables

from govdocs.findings import Severity
from govdocs.kinds.annual_report.county.double_counting import possible_double_counting
from govdocs.kinds.annual_report.county.roster import Unit
from govdocs.standards.annual_report.loader import report_format

COUNTY = "青禾县人民政府"
ROSTER = (
    Unit(name=COUNTY, short_name="县政府"),
    Unit(name="青禾县教育局", short_name="县教育局"),
    Unit(name="青禾县民政局", short_name="县民政局"),
)


def hints(*reports):
    return possible_double_counting(counted(*reports), ROSTER, report_format("2021"), COUNTY)


def education(text="", figures=None):
    return report("青禾县教育局", figures or tables(7, 2), text)


def civil(text="", figures=None):
    return report("青禾县民政局", figures or tables(9, 4), text)


def test_reports_that_share_nothing_have_no_hint():
    assert hints(education(), civil()) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("与民政部门联合印发《困难学生救助办法》。", "会同教育部门印发了《困难学生救助办法》1件。"),
        ("联合印发青教发〔2025〕3号文件。", "与教育部门联合制发青教发[2025]3号。"),
    ],
)
def test_a_joint_document_in_two_reports(one, other):
    (hint,) = hints(education(one), civil(other))
    assert hint.units == ("青禾县教育局", "青禾县民政局")
    assert hint.finding.id == "joint-file"
    assert hint.finding.severity is Severity.WARNING
    assert "章节 总体情况 第6行" in hint.finding.zh


def test_a_joint_document_whose_partner_is_a_unit():
    (hint,) = hints(education("会同县民政局印发《困难学生救助办法》。"), civil())
    assert hint.units == ("青禾县教育局", "青禾县民政局")
    assert hint.finding.severity is Severity.INFO


def test_the_nations_documents_are_no_units():
    text = "联合印发宣传册，宣传《中华人民共和国政府信息公开条例》。"
    assert hints(education(text), civil(text)) == ()


def test_the_same_document_without_a_word_of_jointness_is_no_hint():
    text = "贯彻《困难学生救助办法》。"
    assert hints(education(text), civil(text)) == ()


def test_applications_handed_on():
    (hint,) = hints(education("将2件申请移送县民政局办理。"), civil())
    assert hint.units == ("青禾县教育局", "青禾县民政局")
    assert hint.finding.id == "transferred-application"
    assert "2件" in hint.finding.zh


def test_none_handed_on_is_no_hint():
    assert hints(education("移送其他机关0件。"), civil()) == ()


def test_other_handling_beside_words_of_handing_on():
    figures = tables(7, 2)
    row = [2, 0, 0, 0, 0, 0, 2]
    figures |= {"申请": figures["申请"] | {"予以公开": [0] * 7, "其他处理": row}}
    (hint,) = hints(education("不属于本机关的申请已转送有关单位。", figures), civil())
    assert hint.finding.cells == ("t2.其他处理.总计",)


def test_a_copied_report():
    (hint,) = hints(education(figures=tables(7, 2)), civil(figures=tables(7, 2)))
    assert hint.finding.id == "same-figures"
    assert hint.units == ("青禾县教育局", "青禾县民政局")
    assert hint.finding.severity is Severity.WARNING


def test_reports_of_zeros_are_no_copies():
    assert hints(education(figures=ZEROS), civil(figures=ZEROS)) == ()


def test_a_government_whose_report_is_that_of_the_whole():
    own = report(
        COUNTY, tables(16, 6) | {"主动公开": tables(16)["主动公开"] | {"行政事业性收费": 1}}
    )
    (hint,) = hints(own, education(), civil())
    assert hint.finding.id == "figures-contained"
    assert hint.units[0] == COUNTY


def test_a_department_whose_figures_stand_in_the_governments():
    (hint,) = hints(report(COUNTY, tables(7, 2)), education(figures=tables(7, 2)), civil())[1:]
    assert hint.finding.id == "figures-contained"
    assert hint.units == (COUNTY, "青禾县教育局")


def test_a_governments_text_that_says_it_holds_others():
    own = report(COUNTY, tables(1, 1), "本报告汇总了县政府各部门的数据。")
    (hint,) = hints(own, education(), civil())
    assert hint.finding.id == "figures-contained"
    assert hint.finding.severity is Severity.INFO
