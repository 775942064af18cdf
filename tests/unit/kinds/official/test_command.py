"""``govdocs check``, ``render`` and ``schema`` with official documents."""

import json
from pathlib import Path

import pytest

import govdocs

NOTICE = """\
文种: 通知
发文机关: 青禾县人民政府
发文字号: 青政发[2026]1号
事由: 防汛
主送机关: 各乡镇人民政府
正文: |
  现通知如下。
成文日期: 2026年1月9日
"""
TEXT = """\
青政发[2026]1号
关于防汛的通知

各乡镇人民政府：

正文。

青禾县人民政府
2026年1月9日
"""


@pytest.fixture
def write(tmp_path):
    def call(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return name

    return call


def findings(ran):
    return {each["id"]: each["line"] for each in json.loads(ran.out)["findings"]}


@pytest.mark.parametrize(("name", "text", "line"), [("a.yaml", NOTICE, 3), ("a.txt", TEXT, 1)])
def test_check_tells_findings_with_their_lines(command, write, name, text, line):
    ran = command("check", write(name, text), "--json")
    assert ran.code == 1
    assert findings(ran) == {"document-number-form": line}


def test_check_says_it_in_words(command, write):
    ran = command("check", write("a.yaml", NOTICE))
    assert "a.yaml:3: 错误: 发文字号“青政发[2026]1号”没有用六角括号〔〕" in ran.err
    assert "1 处错误" in ran.out


def test_render_writes_both_formats_and_tells_what_check_does(command, write, tmp_path):
    ran = command("render", write("a.yaml", NOTICE), "--json")
    assert ran.code == 1
    (result,) = json.loads(ran.out)
    assert result["outputs"] == ["a.docx", "a.pdf"]
    assert [each["id"] for each in result["findings"]] == ["document-number-form"]
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_render_without_checks_tells_nothing(command, write):
    ran = command("render", write("a.yaml", NOTICE), "--no-check", "--to", "pdf")
    assert ran.code == 0


def test_wrong_data_is_told_in_full(command, write):
    wrong = NOTICE.replace("2026年1月9日", "2018年02月30日").replace("事由", "事油")
    ran = command("check", write("a.yaml", wrong), "--json")
    assert ran.code == 2
    assert sorted(each["line"] for each in json.loads(ran.out)["findings"]) == [4, 8]


def test_an_attachment_that_cannot_be_read_is_told(command, write):
    write("a.xlsx", "没有")
    ran = command("check", write("a.yaml", NOTICE + "附件: {名称: 甲, 文件: a.xlsx}\n"))
    assert ran.code == 2
    assert "a.xlsx" in ran.err


def test_replacements_are_made_in_texts(command, write, tmp_path):
    ran = command("render", write("a.txt", TEXT), "--replace", "[2026]=〔2026〕", "--to", "pdf")
    assert ran.code == 0


def test_a_document_read_as_text_is_checked_as_far_as_it_tells(command, write):
    text = "---\n发文字号: 青政发[2026]1号\n---\n关于防汛的通知\n\n正文。\n"
    ran = command("check", write("b.txt", text), "--json")
    assert findings(ran)["document-number-form"] is None


def test_yearly_reports_are_read_as_before(command, write):
    text = "年度: 2025\n机关: 沅溪镇人民政府\nkind: township\n"
    ran = command("check", write("r.yaml", text), "--json")
    assert "bad-official-data" not in findings(ran)
    assert "blank-cell" in findings(ran) or len(findings(ran)) > 3


@pytest.mark.parametrize(("kind", "title"), [("通知", "通知"), ("公文", "公文")])
def test_schema_gives_that_of_official_documents(command, kind, title):
    ran = command("schema", "--kind", kind)
    assert json.loads(ran.out)["title"] == title


def test_schema_refuses_a_kind_that_is_none(command):
    assert command("schema", "--kind", "通支").code == 2


def test_the_library_takes_facts_where_it_takes_documents(tmp_path):
    made = govdocs.OfficialDocument(
        kind="通知", organs="青禾县人民政府", title="关于防汛的通知", body="正文。"
    )
    assert {each.id for each in govdocs.check(made)} == {"official-date-missing"}
    govdocs.save(made, tmp_path / "a.pdf", bundled_fonts=True)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe0"], ids=["empty", "jpeg"])
def test_7_3_5_a_seal_that_is_no_png_is_refused_before_anything_is_written(command, data):
    Path("通知.yaml").write_text("文种: 通知\n标题: 通知\n正文: 好。\n", encoding="utf-8")
    Path("章.png").write_bytes(data)
    ran = command("render", "通知.yaml", "-o", "out", "--seal", "甲县=章.png")
    assert (ran.code, Path("out").exists()) == (2, False)
    assert "章.png" in ran.err
    assert "透明的 PNG" in ran.err


def test_8_data_of_a_document_without_its_kind_is_asked_for_it(command):
    Path("通知.yaml").write_text("发文机关: 青禾县人民政府\n正文: 好。\n", encoding="utf-8")
    ran = command("render", "通知.yaml")
    assert ran.code == 2
    assert "没有写文种；请写“文种: 通知”" in ran.err
    assert "年度" not in ran.err


@pytest.mark.parametrize("name", ["空.yaml", "空.json"])
def test_an_empty_file_of_data_is_said_to_be_empty(command, name):
    Path(name).write_bytes(b"\xef\xbb\xbf\n")
    ran = command("render", name)
    assert (ran.code, "文件是空的" in ran.err, "年度" in ran.err) == (2, True, False)
