"""``govdocs normalise``, and ``render --normalise``."""

import json
from pathlib import Path

import govdocs as library
from govdocs.normalising.rules.all import RULES

TEXT = """青禾县人民政府2017年度政府信息公开工作报告
一、总体情况
根据《条例》、《办法》，全年公开 46 条，2015-2017年共2.3千条。
"""


def test_changes_are_printed_with_place_rule_and_context(govdocs, source):
    ran = govdocs("normalise", source(TEXT))
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert len(lines) == 6
    assert "report.txt:3: 正文第2段: [time-range] “-” → “—”  …" in ran.out
    assert "[mixed-numeral] “2.3千” (look at it)" in ran.out
    assert lines[-1].endswith("report.txt: 4 changed, 1 to look at")


def test_a_rule_can_be_left_out(govdocs, source):
    ran = govdocs(
        "normalise", source(TEXT), "--without", "time-range", "--without", "mixed-numeral"
    )
    assert "time-range" not in ran.out
    assert "3 changed, 0 to look at" in ran.out


def test_a_rule_that_does_not_exist_is_a_usage_error(govdocs, source):
    ran = govdocs("normalise", source(TEXT), "--without", "nothing")
    assert ran.code == 2
    assert "'nothing'" in ran.err


def test_the_rules_are_listed_without_a_source(govdocs):
    ran = govdocs("normalise", "--list-rules")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == [rule.name for rule in RULES]


def test_json_lists_every_change(govdocs, source):
    found = json.loads(govdocs("normalise", source(TEXT), "--json").out)
    assert set(found) == {"source", "output", "changes", "findings"}
    assert found["output"] is None
    assert {"rule", "place", "line", "before", "after", "context"} == set(found["changes"][0])
    assert [each["rule"] for each in found["changes"] if each["after"] is None] == ["mixed-numeral"]


def test_the_result_is_written_in_the_form_that_the_name_tells(govdocs, source, tmp_path):
    path = source(TEXT)
    for ending, start in (
        (".json", b"{"),
        (".txt", "青".encode()),
        (".docx", b"PK"),
        (".pdf", b"%PDF"),
    ):
        target = tmp_path / f"out{ending}"
        assert govdocs("normalise", path, "-o", target).code == 0
        assert target.read_bytes().startswith(start)
    text = (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert "根据《条例》《办法》，全年公开46条，2015—2017年共2.3千条。" in text
    assert library.decode((tmp_path / "out.json").read_bytes()) == library.read(
        tmp_path / "out.txt"
    )


def test_a_name_that_tells_nothing_and_the_source_itself_are_refused(govdocs, source):
    path = source(TEXT)
    assert ".json" in govdocs("normalise", path, "-o", "out.xyz").err
    assert govdocs("normalise", path, "-o", path).code == 2
    assert Path(path).read_text(encoding="utf-8") == TEXT


def test_an_error_found_on_reading_is_1(govdocs, source):
    foreign = TEXT.replace("青禾县", "开云手机官网入口·(中国)官方网站")
    assert govdocs("normalise", source(foreign)).code == 1
    assert govdocs("normalise", "missing.txt").code == 2


def test_render_normalises_when_it_is_asked_to(govdocs, source, tmp_path):
    path = source(TEXT)
    results = json.loads(govdocs("render", path, "--normalise", "--json", "-o", tmp_path / "a").out)
    ids = [finding["id"] for finding in results[0]["findings"]]
    assert (ids.count("normalised"), ids.count("normalise-doubtful")) == (4, 1)
    assert {f["line"] for f in results[0]["findings"] if f["id"] == "normalised"} == {3}
    plain = json.loads(govdocs("render", path, "--json", "-o", tmp_path / "b").out)
    assert "normalised" not in [finding["id"] for finding in plain[0]["findings"]]
    less = govdocs(
        "render", path, "--normalise", "--without", "time-range", "--json", "-o", tmp_path / "c"
    )
    ids = [finding["id"] for finding in json.loads(less.out)[0]["findings"]]
    assert ids.count("normalised") == 3


def test_a_rule_left_out_of_nothing_is_a_usage_error(govdocs, source):
    ran = govdocs("render", source(TEXT), "--without", "dash")
    assert ran.code == 2
    assert "--normalise" in ran.err


def test_the_library_normalises_when_it_is_asked_to():
    document = library.read(TEXT)
    from govdocs.api import render_with_findings

    found = render_with_findings(document, "docx", normalise=True, without=("time-range",)).findings
    assert [finding.id for finding in found].count("normalised") == 3
    kept = library.render(document, "docx", normalise=True, without=tuple(r.name for r in RULES))
    assert kept == library.render(document, "docx")
    assert library.render(document, "docx", normalise=True) != kept


OFFICIAL = """文种: 通知
发文机关: 青禾县人民政府
发文字号: 青政发[2026]015号
事由: 做好2017 - 2018年工作
主送机关: 各乡镇
正文: |
  推行"一网通办"。
  又一个"一网。
成文日期: 2026-01-09
"""


def ids_of(govdocs, path, folder, *more):
    ran = govdocs("render", path, "--json", "--to", "docx", "-o", folder, *more)
    return ran, [(each["id"], each["line"]) for each in json.loads(ran.out)[0]["findings"]]


def test_after_normalising_the_checks_speak_of_what_is_printed(govdocs, tmp_path):
    path = tmp_path / "n.yaml"
    path.write_text(OFFICIAL, encoding="utf-8")
    plain, told = ids_of(govdocs, path, tmp_path / "a")
    assert plain.code == 1
    assert ("document-number-form", 3) in told
    assert [line for id, line in told if id == "straight-quote"] == [7, 7, 8]
    ran, told = ids_of(govdocs, path, tmp_path / "b", "--normalise")
    assert ran.code == 0
    assert "document-number-form" not in [id for id, _ in told]
    assert ("straight-quote", 8) in told, "what no rule can mend is still told"
    assert ("straight-quote", 7) not in told


def test_strict_writes_what_normalising_has_mended(govdocs, tmp_path):
    path = tmp_path / "n.yaml"
    path.write_text(OFFICIAL.replace('  又一个"一网。\n', ""), encoding="utf-8")
    ran, _ = ids_of(govdocs, path, tmp_path / "c", "--normalise", "--strict")
    assert ran.code == 0
    assert (tmp_path / "c" / "n.docx").exists()


def test_a_rule_left_out_leaves_its_finding(govdocs, tmp_path):
    path = tmp_path / "n.yaml"
    path.write_text(OFFICIAL, encoding="utf-8")
    ran, told = ids_of(
        govdocs, path, tmp_path / "d", "--normalise", "--without", "document-number-form"
    )
    assert ran.code == 1
    assert ("document-number-form", 3) in told


def test_a_text_is_told_its_marks_by_line_after_normalising(govdocs, source, tmp_path):
    path = source('青禾县情况\n推行"一网通办"。\n又一个"一网。\n')
    _, told = ids_of(govdocs, path, tmp_path / "e", "--normalise")
    assert [line for id, line in told if id == "straight-quote"] == [3]


def test_the_checks_of_the_library_heed_normalise(tmp_path):
    path = tmp_path / "n.yaml"
    path.write_text(OFFICIAL, encoding="utf-8")
    official = library.read_official(path)
    assert "document-number-form" in [each.id for each in library.check(official)]
    assert "document-number-form" not in [
        each.id for each in library.check(official, normalise=True)
    ]
