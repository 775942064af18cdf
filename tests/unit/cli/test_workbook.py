"""``govdocs workbook``: one to fill in, or one for each unit of a roster."""

import county as made_up
import pytest
from county_cases import report

from govdocs import api
from govdocs.kinds.annual_report.encode import to_yaml
from govdocs.kinds.annual_report.reading import read_report
from govdocs.kinds.annual_report.workbook.write import write_workbook
from govdocs.standards.annual_report.loader import report_format


def test_one_workbook(govdocs, tmp_path):
    ran = govdocs("workbook", "--year", 2025, "-o", "a/填报.xlsx")
    assert (ran.code, ran.out) == (0, "a/填报.xlsx\n")
    assert (tmp_path / "a" / "填报.xlsx").read_bytes().startswith(b"PK")


def test_last_years_report_is_carried_over(govdocs, tmp_path):
    (tmp_path / "last.yaml").write_text(to_yaml(report(年度=2024)), encoding="utf-8")
    ran = govdocs("workbook", "--year", 2025, "--last", "last.yaml", "-o", "填报.xlsx")
    assert ran.code == 0, ran.err
    begun = read_report(tmp_path / "填报.xlsx")
    assert (begun.year, begun.agency, begun.last_year.year) == (2025, "青禾县教育局", 2024)
    assert begun.tables.at("t2", "上年结转", "总计") == 0


def test_the_chain_is_kept_for_looking_at_where_the_form_changes(govdocs, tmp_path):
    (tmp_path / "last.yaml").write_text("年度: 2020\n机关: 青禾县教育局\n", encoding="utf-8")
    ran = govdocs("workbook", "--year", 2021, "--last", "last.yaml", "-o", "填报.xlsx")
    assert ran.code == 0, ran.err


def test_another_years_report_is_refused(govdocs, tmp_path):
    (tmp_path / "last.yaml").write_text(to_yaml(report(年度=2022)), encoding="utf-8")
    ran = govdocs("--lang", "zh", "workbook", "--year", 2025, "--last", "last.yaml", "-o", "a.xlsx")
    assert ran.code == 2
    assert "应为 2024 年度" in ran.err


def test_a_workbook_that_exists_is_not_replaced(govdocs, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"filled in")
    ran = govdocs("workbook", "--year", 2025, "-o", "a.xlsx")
    assert ran.code == 2
    assert (tmp_path / "a.xlsx").read_bytes() == b"filled in"
    assert govdocs("workbook", "--year", 2025, "-o", "a.xlsx", "--overwrite").code == 0


@pytest.mark.parametrize("output", ["b.xlsx", "./b.xlsx", "链接.xlsx"])
def test_last_years_report_is_never_written_over(govdocs, tmp_path, output):
    source = tmp_path / "b.xlsx"
    source.write_bytes(write_workbook(report_format("2021"), 2025, report=report()))
    (tmp_path / "链接.xlsx").symlink_to(source)
    before = source.read_bytes()
    ran = govdocs("--lang", "zh", "workbook", "--year", 2026, "--last", "b.xlsx", "-o", output,
                  "--overwrite")  # fmt: skip
    assert ran.code == 2
    assert "就是来源，不能覆盖" in ran.err
    assert source.read_bytes() == before


def test_words_of_last_years_page_are_replaced_before_it_is_read(govdocs, tmp_path):
    api.save(report(年度=2024), tmp_path / "last.docx")
    ran = govdocs("workbook", "--year", 2025, "--last", "last.docx", "-o", "填报.xlsx",
                  "--replace", "青禾县教育局=青禾县教体局")  # fmt: skip
    assert ran.code == 0, ran.err
    assert read_report(tmp_path / "填报.xlsx").agency == "青禾县教体局"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--year", "2025", "-o", "a.xlsx", "--replace", "甲=乙"), "--replace 要和 --last 一起用"),
        (("-o", "a.xlsx"), "--year"),
        (("--year", "2025", "-o", "a.docx"), "应为 .xlsx 文件"),
        (("--year", "2025", "-o", "a.xlsx", "--last-folder", "."), "--last-folder 要和 --roster"),
        (("--year", "2025", "-o", "a.xlsx", "--roster", "名册.csv"), "-o 应为目录"),
        (("--year", "2025", "-o", "a", "--roster", "名册.csv", "--last", "名册.csv"),
         "请用 --last-folder"),
    ],
)  # fmt: skip
def test_wrong_usage(govdocs, tmp_path, arguments, said):
    made_up.write_roster(tmp_path / "名册.csv", made_up.agencies(2))
    ran = govdocs("--lang", "zh", "workbook", *arguments)
    assert ran.code == 2
    assert said in ran.err


class TestForEachUnit:
    """--roster: a workbook a unit, none of which is lost when the command runs again."""

    ARGUMENTS = ("--lang", "zh", "workbook", "--year", "2025", "--roster", "名册.csv", "-o", "填报")

    @pytest.fixture(autouse=True)
    def roster(self, tmp_path):
        made_up.write_roster(tmp_path / "名册.csv", made_up.agencies(3))

    def test_one_a_unit(self, govdocs, tmp_path):
        ran = govdocs(*self.ARGUMENTS)
        assert ran.code == 0, ran.err
        names = sorted(path.name for path in (tmp_path / "填报").iterdir())
        assert names == ["01县政府.xlsx", "02县发展和改革局.xlsx", "03县教育局.xlsx"]
        assert read_report(tmp_path / "填报" / names[2]).agency == "青禾县教育局"
        assert "[3/3] 青禾县教育局 → 填报/03县教育局.xlsx  已生成" in ran.out

    def test_one_that_exists_is_left_as_it_is(self, govdocs, tmp_path):
        filled = tmp_path / "填报" / "02县发展和改革局.xlsx"
        filled.parent.mkdir()
        filled.write_bytes(b"filled in")
        ran = govdocs(*self.ARGUMENTS)
        assert ran.code == 0
        assert filled.read_bytes() == b"filled in"
        assert "已存在，没有改动" in ran.out
        assert govdocs(*self.ARGUMENTS, "--overwrite").code == 0
        assert filled.read_bytes() != b"filled in"

    def test_last_years_folder(self, govdocs, tmp_path):
        (tmp_path / "2024").mkdir()
        (tmp_path / "2024" / "县教育局.yaml").write_text(to_yaml(report(年度=2024)), "utf-8")
        ran = govdocs(*self.ARGUMENTS, "--last-folder", "2024")
        assert ran.code == 0, ran.err
        assert read_report(tmp_path / "填报" / "03县教育局.xlsx").last_year.year == 2024
        assert ran.err.count("没有读出2024年度的报告") == 2

    def test_last_years_workbooks_are_not_written_over(self, govdocs, tmp_path):
        past = tmp_path / "填报" / "03县教育局.xlsx"
        past.parent.mkdir()
        past.write_bytes(write_workbook(report_format("2021"), 2024, report=report(年度=2024)))
        before = past.read_bytes()
        ran = govdocs(*self.ARGUMENTS, "--last-folder", "填报", "--overwrite")
        assert ran.code == 1
        assert past.read_bytes() == before
        assert "就是来源，不能覆盖" in ran.err
        assert ran.out.count("已生成") == 2

    def test_one_that_cannot_be_written_stops_no_other(self, govdocs, tmp_path):
        (tmp_path / "填报" / "02县发展和改革局.xlsx").mkdir(parents=True)
        ran = govdocs(*self.ARGUMENTS, "--overwrite")
        assert ran.code == 1
        assert "不是普通文件" in ran.err
        assert ran.out.count("已生成") == 2

    def test_what_was_made_is_collected_again(self, govdocs, tmp_path):
        govdocs(*self.ARGUMENTS)
        ran = govdocs("--lang", "zh", "aggregate", "填报", "--roster", "名册.csv", "--year", 2025)
        assert ran.code == 1
        assert ran.out.count("数据有错  待定") == 3
