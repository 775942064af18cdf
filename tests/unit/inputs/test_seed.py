"""The first real input: a township's 2017 report as copied from its hacked page."""

from collections import Counter
from pathlib import Path

import pytest

from govdocs.inputs.inspection import inspect
from govdocs.inputs.reading import read_with_findings

EXAMPLE = Path(__file__).parents[3] / "examples" / "lijia-2017.txt"
FOREIGN = "开云手机官网入口·(中国)官方网站"


@pytest.fixture(scope="module")
def seed():
    """The text without the front matter that mends it."""
    return EXAMPLE.read_text(encoding="utf-8").split("---\n", 2)[2]


@pytest.fixture(scope="module")
def mended():
    return read_with_findings(EXAMPLE)


def blocks(reading, **wanted):
    return [
        block
        for block in inspect(reading)["blocks"]
        if all(block[key] == value for key, value in wanted.items())
    ]


def under(reading, number, **wanted):
    """Blocks under a level 1 heading."""
    all_blocks = inspect(reading)["blocks"]
    ones = [i for i, b in enumerate(all_blocks) if b["level"] == 1]
    start = next(i for i in ones if all_blocks[i]["number"] == number)
    end = next((i for i in ones if i > start), len(all_blocks))
    return [
        b
        for b in all_blocks[start + 1 : end]
        if all(b[key] == value for key, value in wanted.items())
    ]


def test_title_issuer_and_year(mended):
    document = mended.document
    assert document.main_part.title == "黑山县励家镇2017年度政府信息公开工作报告"
    assert document.issuer == "黑山县励家镇人民政府"
    assert document.year == 2017


def test_seven_headings_of_level_1(mended):
    assert [b["number"] for b in blocks(mended, kind="heading", level=1)] == [
        f"{n}、" for n in "一二三四五六七"
    ]


def test_headings_of_level_2(mended):
    counts = {
        n: len(under(mended, n, kind="heading", level=2)) for n in ("一、", "二、", "四、", "七、")
    }
    assert counts == {"一、": 4, "二、": 3, "四、": 5, "七、": 2}
    for number, run_in in (("一、", True), ("二、", False), ("四、", True), ("七、", False)):
        assert {b["run_in"] for b in under(mended, number, kind="heading", level=2)} == {run_in}


def test_two_items_under_three(mended):
    items = under(mended, "三、")
    assert [(b["kind"], b["level"], b["number"]) for b in items] == [
        ("item", 2, "（一）"),
        ("item", 2, "（二）"),
    ]


def test_run_in_headings_of_level_3(mended):
    found = blocks(mended, kind="heading", level=3)
    assert [(b["number"], b["text"], b["run_in"]) for b in found] == [
        ("1.", "扩大信息内容。", True),
        ("2.", "规范公开流程。", True),
        ("3.", "强化参与基础。", True),
        ("4.", "加强培训工作。", True),
    ]


def test_the_closing_paragraph_is_kept(mended):
    last = inspect(mended)["blocks"][-1]
    assert last["kind"] == "paragraph"
    assert last["text"].startswith("2018年，我镇将按照县委、县政府")
    assert last["text"].endswith("丰富的的政府信息。")


def test_two_navigation_lines_as_data(mended):
    assert [(n.line, n.direction, n.text) for n in mended.navigation] == [
        (44, "previous", "黑山县住建局2017年度政府信息公开工作报告"),
        (46, "next", "黑山县经济和商务局2017年度政府信息公开工作报告"),
    ]


def test_all_78_commas_are_restored(mended, seed):
    assert seed.count(",") == 78
    restored = [f for f in mended.findings if f.id == "mark-restored"]
    assert Counter(f.zh[1] for f in restored) == {",": 78, ";": 2, ":": 1}


def test_five_places_are_mended_or_else_found(mended, seed):
    assert [f.line for f in mended.findings if f.id == "replaced"] == [5, 7, 24, 44, 46]
    raw = read_with_findings(seed)
    places = [(f.line, f.column) for f in raw.findings if f.id == "foreign-name"]
    lines = seed.splitlines()
    assert places == [
        (i, line.index(FOREIGN) + 1) for i, line in enumerate(lines, 1) if FOREIGN in line
    ]
    assert len(places) == 5
    assert raw.document.issuer is None


def test_nothing_but_the_reported_changes_was_made(mended, seed):
    expected = seed.replace(FOREIGN, "黑山县")
    expected = "\n".join(
        line for line in expected.splitlines() if line[:3] not in ("上一条", "下一条")
    )
    expected = expected.translate(str.maketrans(",;:()", "，；：（）"))
    document = inspect(mended)
    text = document["title"] + "".join(
        (b["number"] or "") + b["text"] + (b["body"] or "") for b in document["blocks"]
    )
    assert text == "".join("".join(line.split()) for line in expected.splitlines())
