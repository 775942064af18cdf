"""A workbook for each unit: its names, its contact, its figures of last year."""

from county_cases import ZEROS, report, tables

from govdocs.kinds.annual_report.county.prefilled import prefilled_workbooks
from govdocs.kinds.annual_report.county.roster import Unit, make_roster
from govdocs.kinds.annual_report.encode import to_yaml
from govdocs.kinds.annual_report.workbook.read import read_workbook
from govdocs.standards.annual_report.loader import report_format

FORM = report_format("2021")
EDUCATION = Unit(name="青禾县教育局", short_name="县教育局", order=2, telephone="0999-1234567")
CIVIL = Unit(name="青禾县民政局", short_name="县民政局", order=11, telephone="13800000000")


def made(*units, **options):
    return list(prefilled_workbooks(make_roster("r", units), FORM, 2025, **options))


def read(each):
    return read_workbook(each.data, name=each.file).report


def test_each_unit_has_its_own_workbook():
    first, second = made(EDUCATION, CIVIL)
    assert (first.file, second.file) == ("02县教育局.xlsx", "11县民政局.xlsx")
    begun = read(first)
    assert (begun.year, begun.agency, begun.short_name) == (2025, "青禾县教育局", "县教育局")
    assert begun.contact.telephone == "0999-1234567"
    assert not begun.tables


def test_a_mobile_number_is_not_put_into_what_is_published():
    (each,) = made(CIVIL)
    assert read(each).contact.telephone == ""
    assert [finding.id for finding in each.findings] == ["mobile-not-filled"]


def test_last_years_figures_are_carried_over(tmp_path):
    figures = tables() | {"申请": tables()["申请"] | {"结转下年": [2, 0, 0, 0, 0, 0, 2]}}
    last = report("青禾县教育局", figures, 年度=2024, 联系方式={"地址": "青禾县学府路1号"})
    (tmp_path / "教育局.yaml").write_text(to_yaml(last), encoding="utf-8")
    (tmp_path / "民政.yaml").write_text(
        to_yaml(report("青禾县民政局", 年度=2023)), encoding="utf-8"
    )
    first, second = made(EDUCATION, CIVIL, last_folder=tmp_path)
    begun = read(first)
    assert begun.tables.at("t2", "上年结转", "自然人") == 2
    assert begun.last_year.year == 2024
    assert begun.contact.address == "青禾县学府路1号"
    assert [finding.id for finding in first.findings] == []
    assert "no-last-year" in [finding.id for finding in second.findings]
    assert read(second).last_year is None


def test_last_years_report_under_a_former_name(tmp_path):
    last = report("青禾县老教育局", 年度=2024, 署名="青禾县老教育局")
    (tmp_path / "旧.yaml").write_text(to_yaml(last), encoding="utf-8")
    unit = Unit(name="青禾县教体局", order=1, former_names=("青禾县老教育局",))
    begun = read(made(unit, last_folder=tmp_path)[0])
    assert begun.agency == "青禾县教体局"
    assert begun.signature == ()
    assert begun.last_year.year == 2024


def test_two_different_reports_of_last_year_are_not_chosen_from(tmp_path):
    for name, figures in (("教育局a", tables()), ("教育局b", ZEROS)):
        text = to_yaml(report("青禾县教育局", figures, 年度=2024))
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (each,) = made(EDUCATION, last_folder=tmp_path)
    assert "有几份不同的报告" in each.findings[0].zh


def test_marks_that_no_file_name_holds_are_replaced():
    (each,) = made(Unit(name="甲/乙局", order=1))
    assert each.file == "01甲_乙局.xlsx"


def test_two_units_of_one_file_name_get_two_files():
    first, second = made(Unit(name="甲/局", order=1), Unit(name="甲:局", order=1))
    assert (first.file, second.file) == ("01甲_局.xlsx", "01甲_局(2).xlsx")
    assert (read(first).agency, read(second).agency) == ("甲/局", "甲:局")


def test_a_name_that_is_too_long_for_a_file_is_cut():
    long = "青禾县" + "很" * 190 + "长的局"
    first, second = made(Unit(name=long, order=1), Unit(name=f"{long}办", order=1))
    assert first.file != second.file
    assert all(len(each.file.encode()) <= 200 for each in (first, second))
    assert read(first).agency == long


def test_units_that_share_a_name_get_no_workbook_and_stop_no_other():
    first, second, third = made(
        Unit(name="青禾县民政局", order=1), Unit(name="青禾县民政局", order=2), EDUCATION
    )
    assert [each.data is None for each in (first, second, third)] == [True, True, False]
    assert [finding.id for finding in first.findings] == ["unit-name"]


def test_another_countys_report_of_last_year_is_not_taken(tmp_path):
    last = report("乌有县大山乡人民政府", 年度=2024)
    (tmp_path / "大山乡.yaml").write_text(to_yaml(last), encoding="utf-8")
    unit = Unit(name="白云县大山乡人民政府", short_name="大山乡", order=1)
    (each,) = made(unit, last_folder=tmp_path)
    assert read(each).last_year is None
    (finding,) = each.findings
    assert (finding.id, finding.severity) == ("no-last-year", "warning")
    assert "是“乌有县大山乡人民政府”的报告" in finding.zh


def test_a_name_that_no_report_can_bear_is_told_and_stops_no_other():
    first, second = made(Unit(name="很" * 201, order=1), EDUCATION)
    assert (first.data is None, second.data is None) == (True, False)
    assert "最多200字" in first.findings[0].zh
