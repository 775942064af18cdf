"""Yearly reports as sources of ``render`` and ``inspect``: data, workbooks, pages."""

import json
import subprocess
import sys
from pathlib import Path

import county_cases
import openpyxl
import pytest

import govdocs as library
from govdocs.kinds.annual_report.encode import to_json, to_yaml
from govdocs.kinds.annual_report.workbook.write import write_workbook
from govdocs.model.nodes import Table

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "samples"
TO_DOCX = ("--to", "docx")
OWN_INTRODUCTION = "{% macro introduction() %}本报告由{{ agency }}编制。{% endmacro %}"


@pytest.fixture
def typed(source):
    """Writes a report as YAML and returns its path."""

    def write(name="报告.yaml", **fields):
        return source(to_yaml(county_cases.report(**fields)), name)

    return write


@pytest.fixture
def workbook(tmp_path):
    """Writes a filled-in workbook, with a cell of a sheet changed, and returns its name."""

    def write(sheet=None, old=None, new=None, name="填报.xlsx"):
        report = county_cases.report()
        (tmp_path / name).write_bytes(write_workbook(report.format, 2025, report=report))
        if sheet is None:
            return name
        book = openpyxl.load_workbook(tmp_path / name)
        cell = next(c for row in book[sheet].iter_rows() for c in row if c.value == old)
        cell.value = new
        book.save(tmp_path / name)
        return f"{sheet}!{cell.coordinate}"

    return write


def texts(path):
    return library.encode(library.read(Path(path)))


def tables(path):
    return [
        [["".join(run.text for run in cell.content) for cell in row] for row in visit.block.rows]
        for visit in library.walk(library.read(Path(path)))
        if isinstance(visit.block, Table)
    ]


class TestRender:
    def test_data_in_every_form_gives_the_same_files(self, govdocs, source, workbook, tmp_path):
        report = county_cases.report()
        source(to_yaml(report), "a.yaml")
        source(to_yaml(report), "b.yml")
        source(to_json(report), "c.json")
        workbook(name="d.xlsx")
        ran = govdocs("render", "a.yaml", "b.yml", "c.json", "d.xlsx", "--date", "2026-01-20",
                      "--bundled-fonts")  # fmt: skip
        assert ran.code == 0, ran.err
        for ending in ("docx", "pdf"):
            made = {(tmp_path / f"{name}.{ending}").read_bytes() for name in "abcd"}
            assert len(made) == 1

    def test_a_text_that_was_mended_is_told_with_its_line(self, govdocs, typed):
        path = typed(text="好,很好。")
        ran = govdocs("render", path, *TO_DOCX)
        line = path.read_text("utf-8").splitlines().index("    好,很好。") + 1
        assert ran.code == 0
        assert f"报告.yaml:{line}: info: " in ran.err

    def test_bad_data_is_2_and_every_fault_has_its_line(self, govdocs, source):
        path = source(
            "年度: 2025\n机关: 甲局\n表格:\n  申请:\n    新收: [1, 2]\n"
            "    新手: 3\n成文日期: 昨天\n",
            "a.yaml",
        )
        ran = govdocs("render", path, "--lang", "zh")
        assert ran.code == 2
        for line in (5, 6, 7):
            assert f"a.yaml:{line}: 错误: " in ran.err
        assert "新手" in ran.err
        assert not list(Path().glob("a.docx"))
        ran = govdocs("render", path, "--json")
        assert [f["id"] for f in json.loads(ran.out)[0]["findings"]] == ["bad-report-data"] * 3

    def test_broken_yaml_names_line_and_column(self, govdocs, source):
        ran = govdocs("render", source("年度: 2025\n机关：甲局\n章节: {\n", "a.yaml"), "--json")
        [finding] = json.loads(ran.out)[0]["findings"]
        assert ran.code == 2
        assert finding["id"] == "unreadable-input"
        assert finding["line"]
        assert finding["column"]

    def test_a_bad_cell_is_named_and_the_draft_is_written(self, govdocs, workbook):
        at = workbook("申请表", 3, "三十")
        ran = govdocs("render", "填报.xlsx", *TO_DOCX, "--lang", "zh")
        assert ran.code == 1
        assert f"填报.xlsx:{at}: 错误: " in ran.err
        assert "三十" in ran.err
        [_, applications, _] = tables("填报.docx")
        assert not any("三十" in cell for row in applications for cell in row)

    def test_a_strict_run_writes_no_draft(self, govdocs, workbook):
        workbook("申请表", 3, "#DIV/0!")
        ran = govdocs("render", "填报.xlsx", *TO_DOCX, "--strict")
        assert ran.code == 1
        assert not Path("填报.docx").exists()

    def test_blank_totals_are_filled_on_request(self, govdocs, typed):
        figures = county_cases.tables()
        figures["申请"] |= {"新收": [3, 0, 0, 0, 0, 0, None]}
        path = typed(figures=figures)
        assert govdocs("render", path, *TO_DOCX).code == 0
        before = tables("报告.docx")[1]
        ran = govdocs("render", path, *TO_DOCX, "--fill-totals")
        after = tables("报告.docx")[1]
        changed = [(a, b) for one, other in zip(before, after, strict=True)
                   for a, b in zip(one, other, strict=True) if a != b]  # fmt: skip
        assert changed == [("", "3")]
        assert "was blank, filled with 3" in ran.err

    def test_totals_of_a_page_are_filled_on_request(self, govdocs, tmp_path):
        [page] = SAMPLES.glob("m16*.txt")
        old = "| 11 | 1 | 0 | 0 | 1 | 0 | 13 |"
        assert old in page.read_text("utf-8")
        text = page.read_text("utf-8").replace(old, old.replace("13", ""))
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        ran = govdocs("render", "a.txt", *TO_DOCX, "--fill-totals", "--json")
        [filled] = [f for f in json.loads(ran.out)[0]["findings"] if f["id"] == "total-filled"]
        assert text.splitlines()[filled["line"] - 1].startswith("一、本年新收")
        assert "13" in tables("a.docx")[1][3]

    def test_the_users_templates_go_first_macro_by_macro(self, govdocs, typed, source):
        source(OWN_INTRODUCTION, "own/annual_report/2021.jinja")
        path = typed()
        plain = govdocs("render", path, *TO_DOCX)
        before = texts("报告.docx")
        own = govdocs("render", path, *TO_DOCX, "--templates", "own")
        assert plain.code == own.code == 0
        assert "本报告由青禾县教育局编制。" in texts("报告.docx")
        assert "本报告由青禾县教育局编制。" not in before
        assert "国办公开办函〔2021〕30号" in before

    def test_a_template_error_names_template_line_and_field(self, govdocs, typed, source):
        source("\n{% macro introduction() %}\n{{ contact.mail }}{% endmacro %}",
               "own/annual_report/2021.jinja")  # fmt: skip
        ran = govdocs("render", typed(), "--templates", "own", "--lang", "zh")
        assert ran.code == 2
        assert "2021.jinja:3" in ran.err
        assert "contact.mail" in ran.err
        assert not Path("报告.docx").exists()

    def test_a_field_that_a_text_names_and_there_is_not_has_the_files_line(self, govdocs, typed):
        path = typed(text="共{{ t2.新收.合计 }}件。")
        ran = govdocs("render", path, "--json")
        [finding] = json.loads(ran.out)[0]["findings"]
        lines = path.read_text("utf-8").splitlines()
        assert ran.code == 2
        assert finding["id"] == "template-error"
        assert "合计" in lines[finding["line"] - 1]
        assert "t2.新收.合计" in finding["zh"]

    def test_a_format_of_ones_own(self, govdocs, source):
        own = ROOT / "examples" / "annual_reports" / "variant"
        ran = govdocs("render", own / "2025.yaml", *TO_DOCX, "-o", "out")
        assert ran.code == 0, ran.err
        path = source("年度: 2025\n机关: 青禾县教育局\n", "a.yaml")
        ran = govdocs("render", path, *TO_DOCX, "--no-check",
                      "--format", own / "my-province.toml")  # fmt: skip
        assert ran.code == 0, ran.err

    def test_replace_is_for_texts(self, govdocs, typed):
        ran = govdocs("render", typed(), "--replace", "甲=乙")
        assert ran.code == 2
        assert "--replace" in ran.err

    def test_one_bad_source_does_not_stop_the_others(self, govdocs, typed, source, workbook):
        workbook()
        bad = source("年度: 二\n机关: 甲\n", "bad.yaml")
        ran = govdocs("render", bad, typed(), "填报.xlsx", "missing.xlsx", *TO_DOCX)
        assert ran.code == 2
        assert Path("报告.docx").is_file()
        assert Path("填报.docx").is_file()
        assert "missing.xlsx" in ran.err

    def test_the_same_stem_twice_is_refused(self, govdocs, typed, workbook):
        workbook(name="报告.xlsx")
        ran = govdocs("render", typed(), "报告.xlsx")
        assert ran.code == 2
        assert not Path("报告.docx").exists()

    def test_a_docx_source_is_not_overwritten(self, govdocs, typed):
        assert govdocs("render", typed(), *TO_DOCX).code == 0
        before = Path("报告.docx").read_bytes()
        assert govdocs("render", "报告.docx", *TO_DOCX).code == 2
        assert Path("报告.docx").read_bytes() == before

    def test_a_docx_made_by_govdocs_renders_as_it_was(self, govdocs, typed):
        assert govdocs("render", typed(), *TO_DOCX).code == 0
        assert govdocs("render", "报告.docx", *TO_DOCX, "-o", "again").code == 0
        assert tables("again/报告.docx") == tables("报告.docx")


class TestInspect:
    def test_a_report_is_shown_as_it_is_printed(self, govdocs, typed):
        ran = govdocs("inspect", typed(), "--json")
        found = json.loads(ran.out)
        assert (ran.code, found["issuer"], found["year"]) == (0, "青禾县教育局", 2025)
        assert sum(block["kind"] == "table" for block in found["blocks"]) == 3
        assert {block["line"] for block in found["blocks"]} == {None}

    def test_every_fault_of_the_data_is_listed(self, govdocs, source):
        path = source("年度: 2025\n机关: 甲局\n标提: 题\n署民: 甲\n", "a.yaml")
        ran = govdocs("inspect", path, "--json")
        assert ran.code == 2
        assert [f["line"] for f in json.loads(ran.out)["findings"]] == [3, 4]
        ran = govdocs("inspect", path)
        assert "a.yaml:3: error: " in ran.err
        assert "a.yaml:4: error: " in ran.err

    def test_a_template_error_is_2(self, govdocs, typed):
        ran = govdocs("inspect", typed(text="{{ 甲 }}"), "--json")
        assert ran.code == 2
        assert [f["id"] for f in json.loads(ran.out)["findings"]] == ["template-error"]


@pytest.mark.parametrize(
    "text", ["关于造林的通知\n\n现通知如下。\n一、早动员\n", "题\n\n正文。\n甲|乙\n1|2\n"]
)
def test_a_text_that_is_no_report_loads_nothing_that_reports_need(text, tmp_path):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    code = (
        "import sys; from govdocs.cli.app import run; "
        "assert run(['render', 'a.txt', '--to', 'pdf', '--bundled-fonts']) == 0; "
        "print(*sorted({'pydantic', 'jinja2', 'babel', 'openpyxl', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines()[-1].strip() == ""


class TestReplace:
    """``--replace`` is for texts and pages: refused where there is nothing else to read."""

    @pytest.mark.parametrize(
        "command",
        [
            ("check", "a.yaml"),
            ("inspect", "a.yaml"),
            ("new-year", "a.yaml"),
            ("diff", "a.yaml", "a.yaml"),
            ("workbook", "--year", "2026", "--last", "a.yaml", "-o", "a.xlsx"),
            ("workbook", "--year", "2026", "--roster", "r.csv", "--last-folder", "last",
             "-o", "made"),
            ("workbook", "--year", "2026", "--roster", "r.csv", "-o", "made"),
        ],
    )  # fmt: skip
    def test_data_alone_is_refused(self, govdocs, source, command, tmp_path):
        source("年度: 2025\n机关: 青禾县教育局\n", "a.yaml")
        source("全称\n青禾县教育局\n", "r.csv")
        (tmp_path / "last").mkdir()
        source("年度: 2025\n机关: 青禾县教育局\n", "last/青禾县教育局.yaml")
        before = set(tmp_path.iterdir())
        ran = govdocs(*command, "--replace", "甲=乙")
        assert ran.code == 2
        assert "--replace" in ran.err
        assert set(tmp_path.iterdir()) == before

    def test_data_stands_beside_a_page_that_needs_it(self, govdocs, source):
        source("青禾县交育局2024年政府信息公开工作年度报告\n\n一、总体情况\n平稳。\n", "last.txt")
        source("年度: 2025\n机关: 青禾县教育局\n", "this.yaml")
        ran = govdocs("diff", "last.txt", "this.yaml", "--replace", "交育局=教育局", "--json")
        assert ran.code == 0, ran.err
        assert "交育局" not in ran.out
        ran = govdocs("check", "this.yaml", "--last", "last.txt", "--replace", "交育局=教育局")
        assert ran.code != 2, ran.err
