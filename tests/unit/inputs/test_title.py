"""The title: first line, below a record, on two lines, or none."""

import pytest

from govdocs.inputs.reading import read_with_findings
from govdocs.model.nodes import Paragraph, plain_text

BODY = "根据《条例》编制本报告。\n一、概述\n全年平稳。\n"


def title_of(text):
    reading = read_with_findings(text)
    ids = [f.id for f in reading.findings if f.id.startswith("title")]
    return reading.document.main_part.title, reading.title_line, ids


@pytest.mark.parametrize(
    "title",
    [
        "青禾县2017年度政府信息公开工作报告",
        "关于2022年度政府信息公开情况的报告",
        "青禾县2017年政务公开工作总结（2017年度）",
        "青禾县卫生局2009年工作",
        "青禾县人民政府办公室关于印发《青禾县、柳湾乡权责清单》的通知",
    ],
)
def test_a_first_line_that_reads_as_a_title_is_the_title(title):
    assert title_of(f"{title}\n\n{BODY}") == (title, 1, [])


@pytest.mark.parametrize(
    "lines",
    [
        ("青禾县教育局", "2020年政府信息公开工作年度报告"),
        ("青禾县", "2020年政府信息公开工作年度报告"),
        ("青禾县教育局2020年度", "政府信息公开工作年度报告"),
        ("青禾县人民政府办公室", "关于做好政府信息公开工作的", "通知"),
        ("青禾县民政局政府信息公开工作", "2012年年度报告"),
        ("青禾县政府信息公开工作年度报告", "（2012年度）"),
    ],
)
def test_a_title_on_several_lines_is_joined_with_a_finding(lines):
    joined = "".join(lines)
    assert title_of("\n".join((*lines, BODY))) == (joined, 1, ["title-joined"])


def test_a_record_before_the_title_stays_in_the_body():
    text = "索引号: | 001 |\n- 发布机构:青禾县\n青禾县2017年度报告\n" + BODY
    assert title_of(text) == ("青禾县2017年度报告", 3, ["title-below"])
    reading = read_with_findings(text)
    assert reading.block_lines == (1, 2, 4, 5, 6)


def test_a_line_above_that_is_no_part_of_the_title_stays_in_the_body():
    text = "政府信息公开\n青禾县2017年度报告\n" + BODY
    assert title_of(text) == ("青禾县2017年度报告", 2, ["title-below"])


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "一、概述\n青禾县2017年度报告\n",
        "- 索引号:001\n" + BODY,
        "各乡镇人民政府：\n" + BODY,
        "---\nremark: 公开\n---\n",
        "全年平稳。",
    ],
)
def test_a_text_without_title_has_none_and_a_warning(text):
    assert title_of(text) == ("", None, ["title-missing"])


def test_the_front_matters_title_wins_and_says_so():
    assert title_of(f"---\n标题: 某县报告\n---\n青禾县2017年度报告\n{BODY}") == (
        "某县报告",
        None,
        ["title-overridden"],
    )
    assert title_of(f"---\ntitle: 青禾县2017年度报告\n---\n青禾县2017年度报告\n{BODY}")[2] == []
    assert title_of(f"---\ntitle: 某县报告\n---\n{BODY}") == ("某县报告", None, [])


def test_another_title_in_the_text_stays_a_paragraph():
    text = f"---\ntitle: 某县报告\n---\n青禾县教育局\n2017年度报告\n{BODY}"
    assert title_of(text) == ("某县报告", None, ["title-overridden"])
    reading = read_with_findings(text)
    first, second = reading.document.main_part.body[:2]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert [plain_text(p.content) for p in (first, second)] == ["青禾县教育局", "2017年度报告"]
    assert reading.block_lines[:2] == (4, 5)


def test_the_same_title_in_other_widths_and_blanks_is_taken_out():
    text = f"---\ntitle: 青禾县2017年度（修订）报告\n---\n青禾县 ２０１７年度(修订)报告\n{BODY}"
    assert title_of(text) == ("青禾县2017年度（修订）报告", 4, [])
    assert read_with_findings(text).block_lines[0] == 5


@pytest.mark.parametrize("column", ["政府信息公开年报", "年度报告", "信息公开工作报告"])
@pytest.mark.parametrize(
    "title",
    [
        "青禾县人民政府2023年政府信息公开工作年度报告",
        "青禾县教育局2023年政府信息公开工作年度报告",
        "青禾县柳湾乡2017年度政务公开工作年报",
    ],
)
def test_a_reports_full_title_goes_before_the_name_of_a_column(column, title):
    text, line, _ = title_of(f"{column}\n{title}\n\n{BODY}")
    assert (text, line) == (title, 2)


def test_a_title_that_says_its_matter_stays_though_a_report_is_named_below():
    notice = "关于公布2023年年报的通知"
    below = "青禾县人民政府2023年政府信息公开工作年度报告"
    assert title_of(f"{notice}\n{below}\n{BODY}")[0] == notice
