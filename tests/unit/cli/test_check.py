"""``govdocs check``: every finding with its place, as text and as JSON, and the exit codes."""

import json
from pathlib import Path

import county_cases
import openpyxl
import pytest

import govdocs as library
from govdocs.kinds.annual_report.encode import to_yaml
from govdocs.kinds.annual_report.workbook.write import write_workbook

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "samples"
EXAMPLES = ROOT / "examples" / "annual_reports"
KEYS = {
    "source", "id", "severity", "line", "column", "place", "cells", "expected", "found", "zh", "en",
}  # fmt: skip
NOTICE = """关于做好春季造林绿化工作的通知

各乡镇人民政府：
现将有关事项通知如下。
一、提高认识
各地要早动员、早部署，联系电话13912345678。
"""


@pytest.fixture
def check(govdocs):
    """Findings of a run as JSON, with the exit code."""

    def call(*arguments):
        ran = govdocs("check", *arguments, "--json")
        return ran.code, json.loads(ran.out)["findings"]

    return call


@pytest.fixture
def typed(source):
    """Writes a report as YAML, with texts replaced in it, and returns its path."""

    def write(*changes, name="本年.yaml", **fields):
        text = to_yaml(county_cases.report(**fields))
        for old, new in changes:
            assert text.count(old) >= 1, old
            text = text.replace(old, new, 1)
        return source(text, name)

    return write


def ids(findings):
    return [finding["id"] for finding in findings]


def of(findings, id):
    return [finding for finding in findings if finding["id"] == id]


def line_of(path, text):
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


class TestForm:
    def test_a_report_without_fault_is_0(self, govdocs, typed):
        ran = govdocs("check", typed())
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == "本年.yaml: 0 errors, 0 warnings, 0 notes\n"

    def test_the_language_is_that_asked_for(self, govdocs, typed):
        path = typed(("{自然人: 3,", "{自然人: 4,"))
        zh, en = (govdocs("check", path, "--lang", lang) for lang in ("zh", "en"))
        assert zh.code == en.code == 1
        assert "处错误" in zh.out
        assert "错误: 第三部分 申请表" in zh.err
        assert "errors," in en.out
        assert "error: tie-out T2-" in en.err

    def test_json_has_the_agreed_keys(self, check, typed):
        code, findings = check(typed(("{自然人: 3,", "{自然人: 4,")))
        assert code == 1
        assert all(set(finding) == KEYS for finding in findings)
        broken = of(findings, "tie-out")[0]
        assert broken["source"] == "本年.yaml"
        assert broken["severity"] == "error"
        assert broken["place"].startswith("表2 R")
        assert "t2.新收.自然人" in broken["cells"]
        assert broken["expected"]
        assert broken["found"]

    def test_one_bad_source_does_not_stop_the_others_and_2_beats_1(self, check, typed, source):
        good = typed(name="a.yaml")
        bad = typed(("{自然人: 3,", "{自然人: 4,"), name="b.yaml")
        broken = source("年度: 2025\n机关: *甲\n", "c.yaml")
        assert check(good)[0] == 0
        assert check(good, bad)[0] == 1
        code, findings = check(broken, good, bad)
        assert code == 2
        assert [f["source"] for f in of(findings, "unreadable-input")] == ["c.yaml"]
        assert of(findings, "unreadable-input")[0]["line"] == 2
        assert {f["source"] for f in of(findings, "tie-out")} == {"b.yaml"}

    def test_a_source_that_is_not_there_is_2(self, check):
        code, findings = check("没有.yaml")
        assert (code, ids(findings)) == (2, ["unreadable-input"])


class TestPlaces:
    def test_a_cell_has_the_line_of_its_row(self, check, typed):
        path = typed(("{自然人: 3,", "{自然人: 4,"))
        _, findings = check(path)
        own = {f["line"] for f in of(findings, "tie-out") if f["cells"][0].startswith("t2.新收")}
        assert own == {line_of(path, "新收:")}

    def test_a_line_of_a_block_of_text_is_the_files_line(self, check, typed):
        path = typed(("（三）政府信息管理。", "（三）政府信息管理。由某某局负责。"))
        _, [finding] = check(path)
        line = line_of(path, "某某局")
        assert (finding["id"], finding["line"]) == ("placeholder", line)
        assert finding["place"] == "章节 总体情况 第3行"
        text = path.read_text(encoding="utf-8").splitlines()[line - 1]
        assert text[finding["column"] - 1 :].startswith("某某")

    def test_a_text_on_the_line_of_its_key_is_that_line(self, check, typed):
        path = typed(("解读不够通俗", "解读不够某某通俗"))
        _, [finding] = check(path)
        line = line_of(path, "某某")
        assert finding["line"] == line
        text = path.read_text(encoding="utf-8").splitlines()[line - 1]
        assert text[finding["column"] - 1 :].startswith("某某")

    def test_parts_written_as_a_mapping_keep_their_lines(self, check, source):
        given = """年度: 2025
机关: 青禾县教育局
章节:
  总体情况:
    主动公开: 公开信息。
    依申请公开: |

      按时办理。
      由某某局办理。
"""
        _, findings = check(source(given, "a.yaml"))
        assert [f["line"] for f in of(findings, "placeholder") if "某某" in f["found"]] == [9]

    def test_a_text_whose_tags_take_lines_away_is_placed_at_its_beginning(self, check, typed):
        path = typed(
            ("（三）政府信息管理。", "{% if year %}\n    （三）某某管理。\n    {% endif %}")
        )
        _, findings = check(path)
        assert [f["line"] for f in of(findings, "placeholder")] == [line_of(path, "（一）")]

    def test_a_number_of_the_text_is_placed_in_the_text_not_in_the_table(self, check, typed):
        path = typed(("按时办理。", "全年新收政府信息公开申请9件。"))
        _, [finding] = check(path)
        assert finding["id"] == "prose-cell"
        assert finding["line"] == line_of(path, "新收政府信息公开申请9件")
        assert "t2.新收.总计" in finding["cells"]

    def test_short_fields_have_the_lines_of_their_own(self, check, typed):
        contact = {"联系部门": "办公室", "电话": "13912345678"}
        path = typed(联系方式=contact, 署名="××县教育局")
        _, findings = check(path)
        [phone] = [f for f in findings if f["place"] == "联系方式 电话"]
        assert phone["line"] == line_of(path, "电话")
        [blank] = of(findings, "placeholder")
        assert blank["place"] == "署名"
        assert blank["line"] == line_of(path, "署名")

    def test_json_data_is_placed_by_line_too(self, check, source):
        given = {"年度": 2025, "机关": "青禾县教育局", "章节": {"总体情况": "甲。\n某某局。"}}
        path = source(json.dumps(given, ensure_ascii=False, indent=1), "a.json")
        _, findings = check(path)
        lines = [f["line"] for f in of(findings, "placeholder") if "某某" in f["found"]]
        assert lines == [line_of(path, "总体情况")]

    def test_what_is_mended_in_a_text_has_its_line(self, check, typed):
        path = typed(("公开信息。", "公开信息,按时。"))
        _, findings = check(path)
        assert [f["line"] for f in of(findings, "mark-restored")] == [line_of(path, "公开信息,")]

    def test_a_page_has_the_lines_of_its_rows_and_paragraphs(self, check):
        _, findings = check(SAMPLES / "m18-2022-office-broken-table.txt")
        lines = (SAMPLES / "m18-2022-office-broken-table.txt").read_text("utf-8").splitlines()
        for finding in of(findings, "tie-out"):
            assert "本年新收政府信息公开申请数量" in lines[finding["line"] - 1]
        [parts] = of(findings, "part-missing")
        assert lines[parts["line"] - 1].startswith("一、总体情况") or parts["line"] == 3


class TestSources:
    def test_every_fault_of_the_data_has_its_line(self, govdocs, check, source):
        path = source("年度: 2025\n机关: 甲局\n标提: 题\n成文日期: 2026-13-01\n", "a.yaml")
        code, findings = check(path)
        assert code == 2
        assert ids(findings) == ["bad-report-data"] * 2
        assert sorted(f["line"] for f in findings) == [3, 4]
        ran = govdocs("check", path)
        assert "a.yaml:3: error: " in ran.err
        assert "a.yaml:4: error: " in ran.err

    def test_a_workbook_names_sheet_and_cell(self, check, tmp_path):
        report = county_cases.report(text="由某某局办理。")
        (tmp_path / "填报.xlsx").write_bytes(write_workbook(report.format, 2025, report=report))
        book = openpyxl.load_workbook(tmp_path / "填报.xlsx")
        sheet = book["申请表"]
        at = next(c for row in sheet.iter_rows() for c in row if c.value == 3)
        at.value = "三十"
        book.save(tmp_path / "填报.xlsx")
        code, findings = check("填报.xlsx")
        assert code == 1
        errors = [f for f in findings if f["severity"] == "error"]
        assert errors[0]["place"].startswith(f"申请表!{at.coordinate}")
        [text] = of(findings, "placeholder")
        assert text["place"].startswith("正文!")
        assert "章节 总体情况" in text["place"]

    def test_an_ordinary_document_gets_only_checks_of_text(self, check, source):
        code, findings = check(source(NOTICE, "notice.txt"))
        assert ids(findings) == ["addressees-in-text", "mobile-number"]
        assert findings[1]["line"] == 6
        assert code == 0

    def test_a_notice_about_reports_is_no_report(self, check, source):
        text = NOTICE.replace(
            "关于做好春季造林绿化工作的通知",
            "关于做好2023年度政府信息公开工作年度报告编制工作的通知",
        )
        _, findings = check(source(text, "notice.txt"))
        assert not {"table-missing", "section-empty", "agency-missing"} & set(ids(findings))

    def test_a_document_as_json_gets_checks_of_text(self, check, source):
        document = library.read(NOTICE)
        code, findings = check(source(library.encode(document), "a.json"))
        assert (code, ids(findings)) == (0, ["mobile-number"])
        assert findings[0]["line"] is None
        assert findings[0]["place"] == "第4段"

    def test_a_docx_made_by_govdocs_is_checked_as_the_report(self, check, tmp_path):
        report = county_cases.report()
        broken = report.model_copy(
            update={"tables": report.tables.changed({next(iter(report.format.cells())): 5})}
        )
        library.save(broken, tmp_path / "报告.docx")
        _, findings = check("报告.docx")
        assert "table-missing" not in ids(findings)
        assert of(findings, "rules-without-power")

    @pytest.mark.parametrize("ending", ["xls", "et"])
    def test_an_old_workbook_says_what_to_do(self, govdocs, source, ending, monkeypatch):
        monkeypatch.setattr("shutil.which", lambda *given, **more: None)
        old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2048
        ran = govdocs("check", source(old, f"填报.{ending}"), "--lang", "zh")
        assert ran.code == 2
        assert ".xlsx" in ran.err


class TestOptions:
    def test_last_years_report_is_the_chain(self, check, typed):
        past = county_cases.tables()
        row = [2, 0, 0, 0, 0, 0, 2]
        past["申请"] |= {"新收": [5, 0, 0, 0, 0, 0, 5], "结转下年": row}
        last = typed(name="上年.yaml", 年度=2024, figures=past)
        code, findings = check(typed(), "--last", last)
        assert code == 1
        chain = of(findings, "carry-over")
        assert [f["cells"] for f in chain] == [["t2.上年结转.自然人"], ["t2.上年结转.总计"]]
        assert "上年.yaml" in chain[0]["zh"]
        assert "本年.yaml" in chain[0]["zh"]
        assert chain[0]["line"] == line_of("本年.yaml", "上年结转:")
        assert (chain[0]["expected"], chain[0]["found"]) == ("2", "0")

    def test_a_reason_makes_it_a_warning(self, check, typed):
        past = county_cases.tables()
        past["申请"] |= {"结转下年": [2, 0, 0, 0, 0, 0, 2], "新收": [5, 0, 0, 0, 0, 0, 5]}
        last = typed(name="上年.yaml", 年度=2024, figures=past)
        code, findings = check(typed(说明={"t2.上年结转": "机构改革划出"}), "--last", last)
        assert code == 0
        assert {f["severity"] for f in of(findings, "carry-over")} == {"warning"}

    def test_last_must_be_a_report(self, govdocs, typed, source):
        ran = govdocs("check", typed(), "--last", source(NOTICE, "notice.txt"))
        assert ran.code == 2
        assert "notice.txt" in ran.err
        assert "--last" in ran.err

    def test_in_force_is_told_once(self, check, typed):
        figures = county_cases.tables()
        figures["主动公开"] |= {"规范性文件": [5, 1, 3]}
        past = county_cases.tables()
        past["主动公开"] |= {"规范性文件": [0, 0, 10]}
        last = typed(name="上年.yaml", 年度=2024, figures=past)
        _, findings = check(typed(figures=figures), "--last", last)
        assert [f["expected"] for f in of(findings, "in-force")] == ["14"]

    @pytest.mark.parametrize("name", ["a.yaml", "a.txt"])
    def test_blank_totals_are_filled_on_request_and_told(self, check, source, name):
        figures = county_cases.tables()
        figures["申请"] |= {"新收": [3, 0, 0, 0, 0, 0, None]}
        report = county_cases.report(figures=figures)
        path = source(to_yaml(report) if name == "a.yaml" else as_text(report), name)
        code, findings = check(path)
        assert of(findings, "blank-cell")
        code, findings = check(path, "--fill-totals")
        assert not of(findings, "blank-cell")
        [filled] = of(findings, "total-filled")
        assert filled["cells"] == ["t2.新收.总计"]
        assert filled["line"] == line_of(path, "新收")
        assert code == 0

    def test_a_format_and_a_province_go_before_the_years(self, check, source):
        given = "年度: 2017\n机关: 青禾县教育局\n"
        path = source(given, "a.yaml")
        plain = of(check(path)[1], "format-unverified")
        province = of(check(path, "--province", "辽宁省")[1], "format-unverified")
        asked = of(check(path, "--format", "liaoning-2017")[1], "format-unverified")
        assert plain[0]["found"] != province[0]["found"]
        assert asked[0]["found"] == province[0]["found"] == "liaoning-2017"

    def test_an_unknown_format_is_2(self, check, typed):
        code, findings = check(typed(), "--format", "1999")
        assert code == 2
        assert "1999" in findings[0]["zh"]

    def test_a_template_error_leaves_the_figures_to_be_checked(self, check, typed):
        path = typed(("按时办理。", "收到{{ t2.新收.合计 }}件。"), ("{自然人: 3,", "{自然人: 4,"))
        code, findings = check(path)
        assert code == 2
        [wrong] = of(findings, "template-error")
        assert wrong["line"] == line_of(path, "合计 }}")
        assert "t2.新收.合计" in wrong["zh"]
        assert of(findings, "tie-out")

    def test_a_heading_that_cannot_stand_in_a_section_has_its_line(self, check, typed):
        path = typed(("解读不够通俗，下一步制作图解。", "|\n    甲。\n    一、乙\n    丙。"))
        code, findings = check(path)
        assert code == 2
        assert findings[0]["line"] == line_of(path, "甲。")

    def test_the_users_templates_are_checked_too(self, check, typed, source):
        source("{% macro introduction() %}本报告由某某局编制。{% endmacro %}",
               "own/annual_report/2021.jinja")  # fmt: skip
        _, findings = check(typed(), "--templates", "own")
        [finding] = of(findings, "placeholder")
        assert finding["place"] == "引言 第1行"
        assert finding["line"] is None

    def test_a_broken_template_names_file_and_line(self, check, typed, source):
        source("{# #}\n{% macro introduction() %}{{ agencies }}{% endmacro %}",
               "own/annual_report/2021.jinja")  # fmt: skip
        code, findings = check(typed(), "--templates", "own")
        assert (code, ids(findings)) == (2, ["template-error"])
        assert findings[0]["place"].endswith("own/annual_report/2021.jinja:2")
        assert "agencies" in findings[0]["zh"]

    def test_a_template_that_is_no_jinja_names_file_and_line(self, check, typed, source):
        source("\n{% macro introduction( %}", "own/annual_report/2021.jinja")
        code, findings = check(typed(), "--templates", "own")
        assert code == 2
        assert set(ids(findings)) == {"template-error"}
        assert "2021.jinja:2" in findings[0]["place"] + findings[0]["zh"]

    def test_every_text_that_cannot_be_filled_is_told(self, check, typed):
        path = typed(("主动公开信息。", "{{ 甲 }}"), ("解读不够通俗，", "解读{{ 乙 }}"))
        _, findings = check(path)
        assert ids(findings) == ["template-error"] * 2
        assert [f["line"] for f in findings] == [line_of(path, "甲 }}"), line_of(path, "乙 }}")]


class TestPlantedFaults:
    def test_a_superseded_notice_in_a_report_of_2023(self, check, source):
        report = county_cases.report(
            年度=2023,
            引言="本报告根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于"
            "政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。",
        )
        path = source(to_yaml(report), "2023.yaml")
        code, findings = check(path)
        found = of(findings, "superseded-notice")
        assert code == 1
        assert {f["line"] for f in found} == {line_of(path, "60号")}
        assert {f["expected"] for f in found} == {"国办公开办函〔2021〕30号"}

    @pytest.mark.parametrize(
        ("name", "code", "planted"),
        [
            ("m01", 0, {}),
            ("m04", 0, {"other-organ": [7]}),
            ("m08", 0, {}),
            ("m09", 1, {"foreign-name": [1, 3, 5, 5, 11, 13, 21, 23], "other-organ": []}),
            ("m13", 0, {"format-other-year": [None]}),
            ("m15", 0, {"tie-out": [], "blank-cell": []}),
            ("m16", 0, {"tie-out": [], "notice-title": [2], "angle-brackets": []}),
            ("m18", 1, {"tie-out": [23, 23], "label-typo": [26, 31], "title-agency": [1]}),
        ],
    )
    def test_what_is_planted_in_a_sample_is_found(self, check, name, code, planted):
        [path] = SAMPLES.glob(f"{name}*.txt")
        ran, findings = check(path)
        assert ran == code
        assert {id: [f["line"] for f in of(findings, id)] for id in planted} == planted
        assert len({json.dumps(f) for f in findings}) == len(findings)  # each told once

    @pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda p: p.name)
    def test_the_examples_have_no_error_and_no_warning(self, check, path):
        code, findings = check(path)
        assert code == 0
        assert {f["severity"] for f in findings} <= {"info"}


def as_text(report):
    """A report as a page's text, its tables as rows with ``|``."""
    from govdocs.api import RenderOptions, lower
    from govdocs.kinds.annual_report.recognise.prose_text import blocks_to_text

    document = lower(report, RenderOptions()).document
    lines = blocks_to_text(document.main_part.body).splitlines()
    body = "\n".join(line for line in lines if ":-:" not in line)  # pages have no such rules
    return f"{document.main_part.title}\n\n{body}\n"
