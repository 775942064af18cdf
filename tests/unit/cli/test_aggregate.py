"""``govdocs aggregate``: a county of eighty in one command, and every way in which one fails."""

import json
import os
from collections import Counter

import county as made_up
import openpyxl
import pytest

from govdocs import api
from govdocs.kinds.annual_report.encode import to_yaml
from govdocs.kinds.annual_report.reading import read_report

AGENCY = made_up.AGENCY
WHOLE = f"{AGENCY}2025年汇总报告"
STATUSES = {
    "missing": 2, "unreadable": 3, "other-year": 1, "other-format": 1, "errors": 2,
    "duplicate-files": 1, "other-agency": 1, "incomplete": 1, "all-zero": 1, "ok": 67,
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
        columns = book["各单位数据"].iter_cols(min_row=3, min_col=4, values_only=True)
        figures = {column[0]: column[2:] for column in columns}
        assert set(counted) <= set(figures)
        row = list(report.format.cells()).index(("t1", "行政处罚", "处理决定"))
        assert figures["计入单位合计"][row] == expected["t1.行政处罚.处理决定"]

    def test_without_decisions_the_failures_are_listed_and_nothing_is_summed(
        self, govdocs, tmp_path
    ):
        county = made_up.make_county(tmp_path / "c", count=80, seed=8)
        ran = govdocs("--lang", "zh", *arguments(county))
        assert ran.code == 1
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["汇总台账.xlsx"]
        assert "没有汇总" in ran.out
        assert ran.out.count("待定\n") == 12
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


class TestARunAfterAnother:
    """What people wrote into the results of an earlier run is not lost."""

    def first(self, govdocs, small, tmp_path):
        assert govdocs(*arguments(small)).code == 0
        path = tmp_path / "out" / f"{WHOLE}.yaml"
        return path, read_report(path)

    def changed(self, small):
        """A unit hands in another figure."""
        file = small.agencies[1].file
        text = file.read_text(encoding="utf-8")
        small.agencies[1].cells["t1.行政强制.处理决定"] += 5
        file.write_text(made_up.yaml_text(small.agencies[1]), encoding="utf-8")
        assert file.read_text(encoding="utf-8") != text

    def test_texts_are_kept_and_figures_are_replaced(self, govdocs, small, tmp_path):
        path, made = self.first(govdocs, small, tmp_path)
        written = made.model_copy(
            update={
                "introduction": "县里写的引言。",
                "sections": tuple(
                    s.model_copy(update={"text": "县里写的正文。"}) for s in made.sections
                ),
                "closing": "结语。",
                "website": "www.qinghe.gov.cn",
                "signature": (AGENCY,),
                "with_charts": True,
                "explanations": {"t2.上年结转": "机构改革"},
            }
        )
        path.write_text(to_yaml(written), encoding="utf-8")
        self.changed(small)
        ran = govdocs("--lang", "zh", *arguments(small, "--to", "yaml,docx"))
        assert ran.code == 0, ran.err
        again = read_report(path)
        cell = next(c for c in again.tables if str(c) == "t1.行政强制.处理决定")
        expected = written.tables.changed({cell: written.tables[cell] + 5})
        assert again == written.model_copy(update={"tables": expected})
        assert "已有，保留其中的文字，数字按这次汇总更新：" in ran.err

    def test_one_that_cannot_be_read_is_not_lost(self, govdocs, small, tmp_path):
        path, _ = self.first(govdocs, small, tmp_path)
        path.write_text("年度: [没有写完\n", encoding="utf-8")
        ran = govdocs("--lang", "zh", *arguments(small))
        assert ran.code == 2
        assert "确定不要时加 --overwrite" in ran.err
        assert path.read_text(encoding="utf-8") == "年度: [没有写完\n"
        assert govdocs(*arguments(small, "--overwrite")).code == 0
        assert read_report(path).agency == AGENCY

    def test_another_agencys_is_not_lost(self, govdocs, small, tmp_path):
        path, made = self.first(govdocs, small, tmp_path)
        path.write_text(to_yaml(made.model_copy(update={"agency": "白云县人民政府"})), "utf-8")
        ran = govdocs("--lang", "zh", *arguments(small))
        assert ran.code == 2
        assert "是 白云县人民政府 2025 年度" in ran.err
        assert read_report(path).agency == "白云县人民政府"

    def test_a_ledger_that_differs_is_written_beside(self, govdocs, small, tmp_path):
        self.first(govdocs, small, tmp_path)
        ledger = tmp_path / "out" / "汇总台账.xlsx"
        noted = ledger.read_bytes() + b"noted"
        ledger.write_bytes(noted)
        for _ in range(2):  # the same results give no third one
            ran = govdocs("--lang", "zh", *arguments(small))
            assert ran.code == 0
            assert "→ out/汇总台账(2).xlsx" in ran.out
            assert "没有改动；这次的写到 汇总台账(2).xlsx" in ran.err
        assert ledger.read_bytes() == noted
        assert sorted(path.name for path in (tmp_path / "out").glob("*.xlsx")) == [
            "汇总台账(2).xlsx", "汇总台账.xlsx"
        ]  # fmt: skip
        assert govdocs(*arguments(small, "--overwrite")).code == 0
        assert ledger.read_bytes() != noted

    def test_ledgers_of_earlier_runs_are_no_reports(self, govdocs, small):
        again = ("aggregate", small.folder, "--roster", small.roster, "--year", 2025,
                 "-o", small.folder)  # fmt: skip
        govdocs(*again)
        self.changed(small)
        govdocs(*again)
        assert (small.folder / "汇总台账(2).xlsx").exists()
        ran = govdocs("--lang", "zh", *again)
        assert "没有单位认领的文件0个" in ran.out


def test_a_pipe_in_the_place_of_a_result_is_left_alone(govdocs, small, tmp_path):
    (tmp_path / "out").mkdir()
    os.mkfifo(tmp_path / "out" / "汇总台账.xlsx")
    ran = govdocs("--lang", "zh", *arguments(small))
    assert ran.code == 2
    assert "不是普通文件" in ran.err
    assert f"→ out/{WHOLE}.yaml" in ran.out


def test_a_page_with_other_words_than_the_data_is_told(govdocs, small):
    file = small.agencies[1].file
    document = read_report(file).model_copy(update={"introduction": "另一稿。"})
    api.save(document, file.with_suffix(".docx"))
    ran = govdocs("--lang", "zh", *arguments(small))
    assert ran.code == 0
    assert f"数字全同，文字不同（引言）；用的是 {file.name}，请只留定稿" in ran.err
