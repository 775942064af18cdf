"""Usage errors, help and messages in the reader's language."""

import re

import pytest

import govdocs as library
from govdocs.cli.language import language

HAN = re.compile("[\u4e00-\u9fff]")
LATIN_SENTENCE = re.compile(r"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}")

WRONG_CALLS = {
    "no command": ["--lang", "zh"],
    "an unknown command": ["rendr"],
    "an unknown command of a group": ["fonts", "lst"],
    "no source": ["render"],
    "no source to inspect": ["inspect"],
    "too many sources": ["inspect", "a.txt", "b.txt"],
    "an unknown option": ["render", "--stric", "a.txt"],
    "an option without its value": ["render", "a.txt", "--replace"],
    "a flag with a value": ["render", "a.txt", "--json=3"],
    "an unknown language": ["render", "--lang", "fr", "a.txt"],
    "an unknown format": ["render", "--to", "odt", "a.txt"],
    "no format": ["render", "--to", ",", "a.txt"],
    "a replacement without a sign": ["render", "--replace", "a", "a.txt"],
    "a font without a file": ["render", "--font", "fang", "a.txt"],
    "a date in another form": ["render", "--date", "1/9", "a.txt"],
    "a file as folder": ["render", "-o", "taken", "a.txt"],
    "an unknown face role": ["fonts", "list", "--font", "serif=x.ttf"],
}


@pytest.fixture(autouse=True)
def taken(tmp_path):
    (tmp_path / "taken").write_bytes(b"")
    (tmp_path / "a.txt").write_text("题的报告\n\n正文。\n", encoding="utf-8")


@pytest.mark.parametrize("call", WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_wrong_call_is_2_and_told_in_english(govdocs, call):
    ran = govdocs(*[argument if argument != "zh" else "en" for argument in call])
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: ")
    assert not HAN.search(ran.err)


@pytest.mark.parametrize("call", WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_wrong_call_is_2_and_told_in_chinese(govdocs, monkeypatch, call):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    ran = govdocs(*call)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("错误：")
    assert not LATIN_SENTENCE.search(ran.err)


@pytest.mark.parametrize("call", [[], ["fonts"]], ids=["govdocs", "govdocs fonts"])
def test_without_arguments_the_help_is_shown(govdocs, call):
    ran = govdocs(*call)
    assert ran.code == 2
    assert ran.err.startswith("Usage: ")


@pytest.mark.parametrize(
    "call", [[], ["render"], ["inspect"], ["fonts"], ["fonts", "list"], ["fonts", "install"]]
)
def test_help_is_in_both_languages(govdocs, call):
    english = govdocs("--lang", "en", *call, "--help")
    chinese = govdocs("--lang", "zh", *call, "--help")
    assert (english.code, chinese.code) == (0, 0)
    assert english.out.startswith("Usage: govdocs")
    assert not HAN.search(english.out)
    assert chinese.out.startswith("用法：govdocs")
    assert not LATIN_SENTENCE.search(chinese.out.partition("\n")[2])


def test_the_version_is_that_of_the_package(govdocs):
    assert govdocs("--version").out == f"govdocs {library.__version__}\n"


def test_the_language_option_may_stand_at_either_place(govdocs):
    for call in (["--lang", "zh", "inspect", "none.txt"], ["inspect", "none.txt", "--lang=zh"]):
        assert "没有这个文件" in govdocs(*call).err


def test_findings_are_in_the_readers_language(govdocs, source):
    path = source("没有标题的一段文字,只此一句。\n")
    english = govdocs("inspect", path, "--lang", "en").err
    chinese = govdocs("inspect", path, "--lang", "zh").err
    assert "report.txt:1: info: " in english
    assert "report.txt:1: 提示: " in chinese
    assert "report.txt: warning: " in english
    assert "report.txt: 警告: " in chinese


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_GB"}, "zh"),
        ({"LC_ALL": "en_GB", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"}, "en"),
    ],
)
def test_without_the_option_the_locale_decides(monkeypatch, variables, expected):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language([]) == expected
    assert language(["render", "--lang", "zh"]) == "zh"
    assert language(["--lang=en"]) == "en"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("aggregate", "nope", "--roster", "a.txt", "--year", "2025"), "没有“nope”；请核对路径"),
        (("workbook", "--year", "2025", "-o", "a.xlsx", "--last", "."), "“.”应为文件，不是文件夹"),
        (("render", "a.txt", "-o", "a.txt"), "“a.txt”应为文件夹，不是文件"),
    ],
)
def test_a_path_of_the_wrong_kind_or_of_none_says_which(govdocs, source, arguments, expected):
    source("题\n\n正文。\n", "a.txt")
    ran = govdocs(*arguments, "--lang", "zh")
    assert ran.code == 2
    assert expected in ran.err
