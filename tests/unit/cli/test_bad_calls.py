"""Calls that make no sense and files that cannot be made: exit code and Chinese words, in full.

The messages are those of docs/findings.md.
"""

import datetime
from pathlib import Path

import pytest

import govdocs as package
from govdocs.cli import rendering
from govdocs.errors import UsageError

TEXT = "青禾县教育局2025年政府信息公开工作年度报告\n一、总体情况\n平稳。\n"
DATA = "年度: {}\n机关: 青禾县教育局\n"
FILES = {
    "a.txt": TEXT,
    "b/a.txt": TEXT,
    "n.txt": "通知\n平稳。\n",
    "g.txt": f"{TEXT}\U000f0000\n",
    "x.docx": "x",
    "f.ttf": b"\0\1\0\0xxxx",
    "k.xlsx": "",
    "file": "",
    "2025.yaml": DATA.format(2025),
    "2023.yaml": DATA.format(2023),
    "field.yaml": DATA.format(2025) + "章节:\n  总体情况: 共{{ t2.新收.总记 }}件\n",
    "heading.yaml": DATA.format(2025) + "章节:\n  总体情况: |\n    一、甲\n    平稳。\n",
    "名册.csv": "全称,类别\n青禾县人民政府,政府本级\n青禾县教育局,部门\n",
    "重名.csv": "全称\n青禾县教育局\n青禾县教育局\n",
}
ROSTER = "aggregate b --roster 名册.csv --year 2025 -o o"
CALLS = [
    ("render a.txt b/a.txt -o out", "a.txt 和 b/a.txt 都会写成 out/a.docx；请分开运行或改名"),
    ("render x.docx", "x.docx 会写成 x.docx，盖掉来源 x.docx；请改名，或用 -o 写到别处"),
    ("render none.txt", "读不了文件：没有这个文件或文件夹，请核对路径"),
    ("render 2025.yaml --replace a=b",
     "--replace 只用于文本和网页，不用于数据文件（JSON、YAML、工作簿）"),
    ("render field.yaml", "没有字段“t2.新收.总记”；是否为“总计”？"),
    ("check field.yaml", "没有字段“t2.新收.总记”；是否为“总计”？"),
    ("render heading.yaml", "正文中不能有“一、”这一层标题；请另写一章，或改用（一）"),
    ("render a.txt --replace a", "--replace 应写成 原文=新文，得到 'a'"),
    ("render a.txt --replace a=b --replace a=c", "--replace 给了 'a' 两个不同的新文"),
    ("render a.txt --to odt", "--to 只能是 docx, pdf，得到 'odt'"),
    ("render a.txt --date x", "--date 应写成 2018-01-26 这样，得到 'x'"),
    ("render a.txt --font x", "--font 应写成 角色=文件，得到 'x'"),
    ("render a.txt --font x=f.ttf",
     "没有名为 'x' 的字体角色；可用的有：biaosong、fang、kai、hei、song、latin、ext1、ext2"),
    ("render a.txt --to pdf --font fang=f.ttf",
     "字体文件损坏，或不是 TrueType（glyf）轮廓；请换用 .ttf 文件"),
    ("check 2025.yaml --last n.txt", "--last 不是年度报告"),
    ("diff 2023.yaml 2025.yaml -o a.odt", "a.odt 应以 .html、.docx 或 .pdf 结尾"),
    ("new-year 2023.yaml -o 2023.yaml",
     "2023.yaml 就是来源，不能覆盖；请用 -o 写到别处"),
    ("new-year 2023.yaml -o 2025.yaml",
     "2025.yaml 已经存在；用 -o 写到别处，或加 --overwrite"),
    ("workbook --year 2025 -o a.pdf", "-o 应为 .xlsx 文件，得到 a.pdf"),
    ("workbook --year 2025 -o k.xlsx", "k.xlsx 已经存在，可能填过；换个文件名，或加 --overwrite"),
    ("workbook -o w.xlsx", "缺少 --year"),
    ("workbook --year 2025 --last 2025.yaml -o w.xlsx",
     "--last 是 2025 年度的报告，应为 2024 年度"),
    ("workbook --year 2025 --roster 名册.csv -o a.xlsx", "有 --roster 时 -o 应为目录，得到 a.xlsx"),
    ("workbook --year 2025 --roster 名册.csv --last 2023.yaml -o w",
     "--last 不和 --roster 一起用；请用 --last-folder"),
    ("workbook --year 2025 --last-folder b -o w.xlsx", "--last-folder 要和 --roster 一起用"),
    ("schema", "请给出 --year 或 --format"),
    ("aggregate --new-roster 名册.csv", "名册.csv 已经存在；换个文件名，或加 --overwrite"),
    ("aggregate b", "缺少 --roster"),
    ("aggregate b --roster 重名.csv --year 2025 -o o",
     "名册中有 0 个政府本级，看不出汇总报告是谁的；请用 --agency 给出全称"),
    (f"{ROSTER} --agency a/b", "机关名称中不能有 /"),
    (f"{ROSTER} --to odt", "--to 只能是 yaml, docx, pdf，得到 'odt'"),
    (f"{ROSTER} --force 没有局", "名册里没有“没有局”"),
    (f"{ROSTER} --force 青禾县教育局 --leave-out 青禾县教育局",
     "--leave-out 和 --force 都写了：青禾县教育局；只能选一个"),
    (f"{ROSTER} --force 青禾县人民政府",
     "不能强制汇总 青禾县人民政府：没有找到文件名或机关名称为“青禾县人民政府”的报告；"
     "请补正，或用 --leave-out 不计入"),
]  # fmt: skip


@pytest.fixture
def ran(govdocs, source):
    """Runs a line of words, in Chinese, in a folder with the files above."""
    for name, content in FILES.items():
        source(content, name)
    return lambda line: govdocs(*line.split(), "--lang", "zh")


@pytest.mark.parametrize(("line", "message"), CALLS, ids=range(len(CALLS)))
def test_a_call_that_cannot_be_done(ran, line, message):
    result = ran(line)
    assert result.code == 2
    assert result.err.splitlines()[0].endswith((f"：{message}", f": {message}"))


def test_a_clock_that_is_none(ran, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "x")
    result = ran("render a.txt")
    assert result.code == 2
    assert "环境变量 SOURCE_DATE_EPOCH 应为整数秒，得到 'x'" in result.err


def test_missing_glyph(ran):
    result = ran("render g.txt --to pdf")
    assert result.code == 1
    assert result.err.splitlines()[-1] == (
        "g.txt:4: 错误: 没有一种字体含有这些字符：“\U000f0000” U+F0000（\U000f0000）。"
        "请改字，或用 --font 指定含有它们的字体"
    )


def test_cannot_write_where_a_folder_stands(ran, tmp_path):
    (tmp_path / "a.docx").mkdir()
    result = ran("render a.txt")
    assert result.code == 2
    expected = "a.docx 不是普通文件（是文件夹、管道或设备），不能写成文件；请换个文件名"
    assert expected in result.err


def test_cannot_write_on_a_full_disk(ran, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("govdocs.cli.writing.replace_file", full)
    result = ran("render a.txt")
    assert result.code == 2
    assert "写不了文件：磁盘空间不足" in result.err


def test_a_folder_without_templates(ran):
    result = ran("render 2025.yaml --templates b")
    assert result.code == 2
    assert (
        "b 中没有 annual_report/*.jinja；自己的模板应放在 b/annual_report/2021.jinja 这样的位置"
        in result.err
    )


def test_internal_error(ran, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("a slip")

    monkeypatch.setattr(rendering, "render_with_findings", broken)
    result = ran("render a.txt")
    assert result.code == 2
    assert "govdocs 内部错误（ZeroDivisionError('a slip')）；请报告这份来源" in result.err


ROLES = "biaosong、fang、kai、hei、song、latin、ext1、ext2"


@pytest.mark.parametrize(
    ("to", "options", "message"),
    [
        ("odt", {}, "没有名为 'odt' 的输出格式；可用的有：docx、pdf"),
        ("pdf", {"farbe": 1}, "没有名为 'farbe' 的选项；可用的有：profile、date、fonts、"
         "bundled_fonts、templates、preprinted、draft_seals、seals、imprint_on_even_page、"
         "mirror_margins、normalise、without、environment"),
        ("pdf", {"date": "x"}, "选项 date 应为 datetime.date，得到 'x'"),
        ("pdf", {"fonts": {"x": "y"}}, f"没有名为 'x' 的字体角色；可用的有：{ROLES}"),
        ("pdf", {"profile": "x"}, "没有名为 'x' 的版式，可用的有：published-report、"
         "official、letter、order、minutes"),
    ],
    ids=("format", "option", "date", "role", "profile"),
)  # fmt: skip
def test_a_call_from_python(to, options, message):
    given = {"date": datetime.date(2026, 1, 9)} | options
    with pytest.raises(UsageError) as caught:
        package.render(package.read(TEXT), to, **given)
    assert caught.value.zh == message


@pytest.mark.parametrize(
    ("source", "replace", "message"),
    [
        (3, None, "不能从 int 读取；应为路径、文本、字节或流"),
        (TEXT, [1], "replace 应为“原文: 新文”的映射，得到 list"),
        (TEXT, {1: 2}, "替换的原文和新文都应为字符串"),
        (TEXT, {" ": "a"}, "替换的原文（OLD）不能为空"),
    ],
    ids=("source", "list", "numbers", "blank"),
)
def test_a_source_from_python(source, replace, message):
    with pytest.raises(UsageError) as caught:
        package.read(source, replace=replace)
    assert caught.value.zh == message


def test_a_seal_that_is_no_png_is_named_with_its_file(ran):
    Path("seal.gif").write_bytes(b"GIF89a")
    result = ran("render a.txt --seal 甲=seal.gif")
    assert result.code == 2
    assert "seal.gif: “甲”的印章图片应为底色透明的 PNG" in result.err
