"""``govdocs inspect``: what is read, as text and as JSON."""

import json

import govdocs as library
from govdocs.model.build import cell, document, figure, item, section, table
from govdocs.testing.strategies import png

FOREIGN = "开云手机官网入口·(中国)官方网站"
TEXT = """青禾县人民政府2017年度政府信息公开工作报告
一、主动公开情况
（一）完善组织领导情况。镇政府高度重视信息公开工作。
（二）公开数量
甲|乙
1|2
上一条:别的报告
"""
BLOCK_KEYS = {"kind", "level", "number", "text", "run_in", "body", "rows", "line"}


def test_json_holds_the_agreed_keys(govdocs, source):
    ran = govdocs("inspect", source(TEXT), "--json")
    found = json.loads(ran.out)
    assert ran.code == 0
    assert set(found) == {"title", "issuer", "year", "blocks", "navigation", "findings"}
    assert (found["issuer"], found["year"]) == ("青禾县人民政府", 2017)
    assert all(set(block) == BLOCK_KEYS for block in found["blocks"])
    heading, run_in, alone, rows = found["blocks"]
    assert (heading["kind"], heading["number"], heading["line"]) == ("heading", "一、", 2)
    assert run_in["run_in"] is True
    assert run_in["text"] == "完善组织领导情况。"
    assert run_in["body"] == "镇政府高度重视信息公开工作。"
    assert (alone["run_in"], alone["body"]) == (False, None)
    assert (rows["kind"], rows["level"], rows["rows"]) == (
        "table",
        None,
        [["甲", "乙"], ["1", "2"]],
    )
    assert found["navigation"][0]["line"] == 7


def test_json_says_null_for_what_is_not_there(govdocs, source):
    found = json.loads(govdocs("inspect", source("一句话，没有标题。\n"), "--json").out)
    assert (found["title"], found["issuer"], found["year"]) == (None, None, None)
    assert [finding["id"] for finding in found["findings"]] == ["title-missing"]


def test_the_exit_code_tells_of_an_error_that_remains(govdocs, source):
    path = source(TEXT.replace("青禾县", FOREIGN))
    assert govdocs("inspect", path).code == 1
    assert govdocs("inspect", path, "--json").code == 1
    assert govdocs("inspect", path, "--replace", f"{FOREIGN}=青禾县").code == 0


def test_a_source_that_cannot_be_read_is_2(govdocs, source):
    ran = govdocs("inspect", "missing.txt", "--json")
    assert ran.code == 2
    assert "missing.txt" in ran.err
    found = json.loads(ran.out)
    assert (found["title"], found["blocks"]) == (None, [])
    assert [finding["id"] for finding in found["findings"]] == ["unreadable-input"]


def test_text_shows_the_structure_and_findings_go_to_stderr(govdocs, source):
    ran = govdocs("inspect", source(TEXT.replace("工作。", "工作,很好。")))
    title, *blocks = ran.out.splitlines()
    assert title == "青禾县人民政府2017年度政府信息公开工作报告"
    assert [line.split()[:2] for line in blocks] == [
        ["2", "heading"],
        ["3", "heading"],
        ["4", "heading"],
        ["5", "table"],
    ]
    assert "2×2" in blocks[-1]
    assert "report.txt:3: info: " in ran.err


def test_the_size_of_a_table_counts_columns_under_merged_cells(govdocs, source):
    made = document("题", table([[cell("合并", colspan=3), "甲"], ["1", "2", "3", "4"]]))
    ran = govdocs("inspect", source(library.encode(made), "built.json"))
    assert "2×4 合并 | 甲" in ran.out


def test_a_json_document_is_shown_without_lines(govdocs, source):
    built = document(
        "题", section("甲", item("乙"), table([["1"]]), figure(png(1, 1), "图")), signature="某机关"
    )
    path = source(library.encode(built), "built.json")
    found = json.loads(govdocs("inspect", path, "--json").out)
    assert [block["kind"] for block in found["blocks"]] == [
        "heading",
        "item",
        "table",
        "figure",
        "signature",
    ]
    assert {block["line"] for block in found["blocks"]} == {None}
    assert govdocs("inspect", path).code == 0
