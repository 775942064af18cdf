"""``govdocs aggregate``: a county of eighty in one command, and every way in which one fails."""

import json
from collections import Counter

import county as made_up
import openpyxl
import pytest

from govdocs.kinds.annual_report.reading import read_report

AGENCY = made_up.AGENCY
WHOLE = f"{AGENCY}2025年汇总报告"
STATUSES = {
    "missing": 2, "unreadable": 3, "other-year": 1, "other-format": 1, "errors": 2,
    "duplicate-files": 1, "other-agency": 1, "all-zero": 1, "ok": 68,
}  # fmt: skip


def decisions(county):
    """--leave-out and --force for each failing unit, as a person would decide."""
    for agency in county.failing(*made_up.LEFT_OUT):
        yield from ("--leave-out", agency.short)
    for agency in county.failing(*made_up.FORCED):
        yield from ("--force", agency.name)


def arguments(county, *more):
    return (
        "aggregate", county.folder, "--roster", county.roster, "--year", 2025, "-o", "out", *more
    )  # fmt: skip


@pytest.fixture
def small(tmp_path):
    """A county of three whose reports are in order."""
    return made_up.make_county(tmp_path / "c", count=3, failing=False)


class TestACountyOfEighty:
    """One command; what fails is listed and stops no other."""

    def test_it_is_summed_as_plain_python_sums_it(self, govdocs, tmp_path):
        county = made_up.make_county(tmp_path / "c", count=80, seed=7)
        ran = govdocs(*arguments(county, *decisions(county), "--json"))
        assert ran.code == 0, ran.err
        said = json.loads(ran.out)
        assert Counter(unit["status"] for unit in said["units"]) == STATUSES
        counted = [u["name"] for u in said["units"] if u["decision"] in ("counted", "forced")]
        assert len(counted) == len(set(counted)) == 80 - 8
        left_out = county.failing(*made_up.LEFT_OUT)
        assert {u["name"] for u in said["units"]} - set(counted) == {a.name for a in left_out}

        report = read_report(tmp_path / "out" / f"{WHOLE}.yaml")
        expected = made_up.plain_sums([a for a in county.agencies if a not in left_out])
        expected["t2.新收.总计"] -= len(county.failing("tie-out"))  # it is computed anew
        found = {str(cell): value for cell, value in report.tables.items()}
        assert found == expected

        told = {(f["id"], *f["units"]) for f in said["findings"]}
        (blank,) = county.failing("blank")
        (dash,) = county.failing("dash")
        broken = [a.name for a in county.failing("tie-out")]
        assert ("blank-in-sum", blank.name) in told
        assert ("text-in-sum", dash.name) in told
        assert ("total-differs", *broken) in told
        assert [f["file"].rpartition("/")[2] for f in said["unknown_files"]] == ["会议通知.txt"]

        book = openpyxl.load_workbook(tmp_path / "out" / "汇总台账.xlsx", data_only=True)
        rows = {row[0]: row for row in book["各单位数据"].iter_rows(min_row=6, values_only=True)}
        assert set(counted) <= set(rows)
        column = list(report.format.cells()).index(("t1", "行政处罚", "处理决定"))
        assert rows["计入单位合计"][2 + column] == expected["t1.行政处罚.处理决定"]

    def test_without_decisions_the_failures_are_listed_and_nothing_is_summed(
        self, govdocs, tmp_path
    ):
        county = made_up.make_county(tmp_path / "c", count=80, seed=8)
        ran = govdocs("--lang", "zh", *arguments(county))
        assert ran.code == 1
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["汇总台账.xlsx"]
        assert "没有汇总" in ran.out
        assert ran.out.count("待定\n") == 11
        for agency in county.failing(*made_up.LEFT_OUT, *made_up.FORCED):
            assert f"待定 {agency.name}：请补正，或加 --leave-out {agency.name}" in ran.err
        for agency in county.failing(*made_up.FORCED):
            assert f"--force {agency.name}" in ran.err


def test_a_line_for_each_unit_and_the_files(govdocs, small):
    ran = govdocs("--lang", "zh", *arguments(small))
    assert ran.code == 0, ran.err
    assert ran.err == ""
    assert ran.out.splitlines() == [
        "[1/3] 青禾县人民政府  01县政府.yaml  正常  计入",
        "[2/3] 青禾县发展和改革局  02县发展和改革局.yaml  正常  计入",
        "[3/3] 青禾县教育局  03县教育局.xlsx  正常  计入",
        "名册3个单位：计入3个（其中强制0个），按要求不计入0个，待定0个；没有单位认领的文件0个。已汇总。",
        "→ out/汇总台账.xlsx",
        f"→ out/{WHOLE}.yaml",
    ]


def test_the_whole_and_the_units_are_rendered(govdocs, small, tmp_path):
    ran = govdocs(*arguments(small, "--to", "yaml,docx,pdf", "--units", "docx"))
    assert ran.code == 0, ran.err
    made = sorted(str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*.*"))
    assert made == sorted(
        ["汇总台账.xlsx", f"{WHOLE}.yaml", f"{WHOLE}.docx", f"{WHOLE}.pdf",
         "各单位/01县政府.docx", "各单位/02县发展和改革局.docx", "各单位/03县教育局.docx"]
    )  # fmt: skip


def test_what_an_earlier_run_wrote_into_the_folder_is_no_report(govdocs, small):
    again = ("aggregate", small.folder, "--roster", small.roster, "--year", 2025,
             "-o", small.folder)  # fmt: skip
    first, second = govdocs(*again), govdocs(*again)
    assert (first.code, second.code) == (0, 0)
    assert first.out == second.out


def test_an_error_of_wording_in_a_counted_unit_remains(govdocs, small):
    file = small.agencies[1].file
    file.write_text(file.read_text(encoding="utf-8").replace("执行先审后发", "【请填写】"), "utf-8")
    ran = govdocs(*arguments(small))
    assert ran.code == 1
    assert "text errors" in ran.out
    assert "→ out/" in ran.out
    assert govdocs(*arguments(small, "--force", small.agencies[1].name)).code == 0


def test_a_wrong_roster_is_told_cell_by_cell(govdocs, small):
    small.roster.write_text("全称,顺序\n青禾县民政局,零\n,1\n", encoding="utf-8")
    ran = govdocs("--lang", "zh", *arguments(small))
    assert ran.code == 2
    assert "名册.csv:2" in ran.err
    assert "顺序应为正整数，得到“零”" in ran.err
    assert "有 2 处错误" in ran.err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--leave-out", "无此局"), "名册里没有“无此局”"),
        (("--to", "html"), "--to 只能是 yaml, docx, pdf"),
        (("--agency", "青禾/县"), "机关名称中不能有 /"),
    ],
)
def test_wrong_usage(govdocs, small, more, said):
    ran = govdocs("--lang", "zh", *arguments(small, *more))
    assert ran.code == 2
    assert said in ran.err


def test_without_a_government_the_agency_must_be_named(govdocs, small):
    made_up.write_roster(small.roster, small.agencies[1:])
    ran = govdocs("--lang", "zh", *arguments(small))
    assert ran.code == 2
    assert "--agency" in ran.err
    ran = govdocs(*arguments(small, "--agency", "青禾县人民政府"))
    assert ran.code == 0


def test_what_is_missing_is_named(govdocs, tmp_path):
    assert govdocs("aggregate").code == 2
    ran = govdocs("--lang", "zh", "aggregate", tmp_path)
    assert ran.code == 2
    assert "缺少 --roster" in ran.err


def test_a_new_roster(govdocs, tmp_path):
    assert govdocs("aggregate", "--new-roster", "名册.xlsx").code == 0
    sheet = openpyxl.load_workbook(tmp_path / "名册.xlsx")["名册"]
    assert [cell.value for cell in sheet[2]][:2] == ["全称", "规范化简称"]
    again = govdocs("aggregate", "--new-roster", "名册.xlsx")
    assert again.code == 2
    assert "exists" in again.err
    assert govdocs("aggregate", "--new-roster", "名册.xlsx", "--overwrite").code == 0


def test_a_result_never_replaces_a_report(govdocs, small):
    text = f"全称,来源文件\n{AGENCY},{WHOLE}.yaml\n"
    small.roster.write_text(text, encoding="utf-8")
    source = small.folder / f"{WHOLE}.yaml"
    small.agencies[0].file.rename(source)
    before = source.read_bytes()
    ran = govdocs("--lang", "zh", *arguments(small, "-o", small.folder))
    assert ran.code == 2
    assert "盖掉来源" in ran.err
    assert source.read_bytes() == before
