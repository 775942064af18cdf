"""What is said of a page that is read as a yearly report, and of a report beside last year's.

The messages are those of docs/findings.md.
"""

import dataclasses
from pathlib import Path

import pytest
from clean_report import APPLICATIONS, OVERVIEW, SECTIONS, TABLES, report

from govdocs import build, check
from govdocs.inputs.reading import read_with_findings
from govdocs.kinds.annual_report.reading import from_reading
from govdocs.kinds.annual_report.recognise import recognise
from govdocs.standards.annual_report.loader import report_format

PICTURE = Path(__file__).parents[4] / "docs" / "images" / "annual-report-2025.png"
TITLE = "青禾县教育局2025年政府信息公开工作年度报告"
BODY = "一、总体情况\n平稳。"
TABLE = report_format("2021").table("t2")
NEW_LABEL = TABLE.row("新收").label
NEW = "第三部分 申请表：一、本年新收政府信息公开申请数量×总计"
ROW = "第三部分 申请表“一、本年新收政府信息公开申请数量”行"


def page(new=APPLICATIONS["新收"], label=NEW_LABEL, more=""):
    """The table of applications as text, with its first row changed."""
    rows = {row.label: APPLICATIONS[row.key] for row in TABLE.rows if row.key != "新收"}
    changed = {} if new is None else {label: new}
    lines = [" | ".join([name, *map(str, row)]) for name, row in (changed | rows).items()]
    return "\n".join(
        [TITLE, BODY, "三、收到和处理政府信息公开申请情况", *lines, *filter(None, [more])]
    )


PAGES = [
    ("year-missing", f"某局工作总结\n{BODY}",
     "没有找到报告年度，无法读作年度报告；请在标题中写明年度，或由调用者给出"),
    ("year-unknown", f"青禾县教育局2005年政府信息公开工作年度报告\n{BODY}",
     "没有 2005 年度报告的格式；《政府信息公开条例》自2008年5月1日起施行"),
    ("year-derived", f"公开情况的说明\n现公布青禾县教育局2025年年度报告。\n{BODY}",
     "标题没有写明年度，按引言“2025年年度报告”读作 2025 年"),
    ("agency-missing", f"关于2022年度政府信息公开情况的报告\n{BODY}",
     "没有找到机关名称，以“本机关”代替；请填写机关全称"),
    ("agency-derived", f"青禾县2025年工作年度报告\n{BODY}",
     "没有写明机关全称，按标题读作“青禾县”；请核对"),
    ("title-derived", f"现公布本局2025年度政府信息公开工作年度报告，请审阅。\n{BODY}",
     "原文没有标题，按格式拟定；请核对"),
    ("page-record", f"索 引 号： 123/2026-1\n{TITLE}\n{BODY}",
     "网页的著录信息（索引号等，共 1 行）不属于报告，没有读入"),
    ("bad-figure", page([11, 1, 0, 0, 1, 0, "约13"]),
     f"{NEW}：“约13”不是数，应为非负整数；此格留空，请核对后填写"),
    ("figure-form", page([11, 1, 0, 0, 1, 0, "13件"]), f"{NEW}：“13件”读作 13"),
    ("row-cells", page([11, 1, 0]), f"{ROW}应有 7 格，读到 3 格（11、1、0），"
     "无法确定各数属于哪一列；本行留空，请对照原文填写"),
    ("row-missing", page(None), f"没有读到{ROW}；各格留空"),
    ("row-blank", page([""] * 7), f"{ROW}没有数字，各格留空；请对照原文核对"),
    ("label-typo", page(label="一、本年新收政府信息公开申清数量"),
     "第三部分 申请表的“一、本年新收政府信息公开申清数量”与格式不一致，"
     "应为“一、本年新收政府信息公开申请数量”；数字按该行（列）读取"),
    ("row-added", page(more="其他统计 | 1 | 2 | 3 | 4 | 5 | 6 | 7"),
     "第三部分 申请表有格式以外的一行“其他统计”，照原文保留"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "text", "message"), [pytest.param(*case, id=case[0]) for case in PAGES]
)
def test_what_is_said_of_a_page(id, text, message):
    found = recognise(read_with_findings(text)).findings
    assert [finding.zh for finding in found if finding.id == id] == [message]


def test_tables_that_the_page_lacks():
    found = recognise(read_with_findings(f"{TITLE}\n{BODY}")).findings
    assert [finding.zh for finding in found if finding.id == "table-missing"] == [
        "没有读到第二部分 主动公开表",
        "没有读到第三部分 申请表",
        "没有读到第四部分 复议诉讼表",
    ]


def test_table_rebuilt():
    found = from_reading(read_with_findings(page())).findings
    assert [each.zh for each in found if each.id == "table-rebuilt"] == [
        f"第三部分 申请表按“{report_format('2021').name}”的格式重排"
    ]


def test_figure_left_out():
    reading = read_with_findings(f"{TITLE}\n{BODY}")
    picture = build.figure(PICTURE.read_bytes(), "办理流程")
    main = reading.document.main_part
    main = dataclasses.replace(main, body=(*main.body, picture))
    reading = dataclasses.replace(
        reading,
        document=dataclasses.replace(reading.document, main_part=main),
        block_lines=(*reading.block_lines, 4),
    )
    told = [each for each in recognise(reading).findings if each.id == "figure-left-out"]
    assert [(each.line, each.zh) for each in told] == [(4, "图片（办理流程）没有读入年度报告")]


def last_year(carried, year=2022, format="2021"):
    row = [carried, 0, 0, 0, 0, 0, carried]
    return {"年度": year, "格式": format, "表格": {"申请": {"结转下年": row, "新收": [99] * 7}}}


HERE = "2023年报告 第三部分 申请表：二、上年结转政府信息公开申请数量×自然人 为 2"
THERE = "2022年报告 第三部分 申请表：四、结转下年度继续办理×自然人 为 3"
LAST = [
    ("carry-over", "error", {"上年": last_year(3)},
     f"{HERE}，{THERE}，应当相等；请核对；确有原因的，在“说明”中写明"),
    ("carry-over", "warning", {"上年": last_year(3), "说明": {"上年结转": "撤回一件"}},
     f"{HERE}，{THERE}，应当相等；已说明：撤回一件"),
    ("chain-years", "warning", {"上年": last_year(2, year=2021)},
     "2021年报告 是 2021 年度的，不是 2023年报告 的上一年度；没有核对年度衔接"),
    ("chain-stops", "info",
     {"上年": {"年度": 2022, "格式": "2014"}},
     "2022 年度用 2014 格式，2023 年度用 2021 格式，两年的数字不衔接"),
    ("swing", "info", {"上年": last_year(2), "章节": SECTIONS | {"总体情况": "平稳。"}},
     f"{NEW} 由 99 变为 13（下降86.9%），变动较大，建议在正文中用一句话说明原因"),
    ("prose-cell", "warning",
     {"章节": SECTIONS | {"总体情况": OVERVIEW.replace("新收申请13件", "新收申请15件")}},
     "章节 总体情况 第4行：“全年新收申请15件”中的 15 与表2 R1 C7 "
     f"{NEW}的 13 不一致；请核对后改文字或表格"),
    ("prose-parts", "error",
     {"章节": SECTIONS | {"总体情况": f"{OVERVIEW}\n共培训10次，其中集中培训7次、个别培训6次。"}},
     "章节 总体情况 第11行：“10次，其中集中培训7次、个别培训6次”各项之和 7＋6＝13次，"
     "超出总数 10次；请核对各项和总数"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "severity", "changed", "message"),
    [pytest.param(*case, id=f"{case[0]}-{case[1]}") for case in LAST],
)
def test_what_is_said_beside_last_year_and_of_numbers_in_the_text(id, severity, changed, message):
    found = [each for each in check(report(**changed)) if each.id == id]
    assert (found[0].severity, found[0].zh) == (severity, message)


def test_nil_statement():
    zeros = {row.key: [0] * 7 for row in TABLE.rows}
    sections = SECTIONS | {"总体情况": "平稳。"}
    found = check(report(表格=TABLES | {"申请": zeros}, 章节=sections))
    assert [each.zh for each in found if each.id == "nil-statement"] == [
        "“总体情况”可以写明：2023年，我乡未收到政府信息公开申请。"
    ]
