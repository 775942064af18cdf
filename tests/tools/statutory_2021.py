"""The three tables of a yearly report on government information, in the form of 2021 onwards.

Source:
    国办公开办函〔2021〕30号, the attached format
"""

from collections.abc import Iterator, Sequence
from itertools import cycle, islice

from govdocs.model.build import cell, document, paragraph, section, strong, table
from govdocs.model.nodes import Alignment, Cell, Document, Run, Table

TYPE_AREA_MM = 156
LABELS_MM = (8, 24, 50.5)
DATA_MM = 10.5
SIZE = "小五"

APPLICATIONS_HEADING = "收到和处理政府信息公开申请情况"
TIE_OUT = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
OUTCOME = "本年度办理结果"
GROUPS = (
    ("予以公开", ()),
    ("部分公开（区分处理的，只计这一情形，不计其他情形）", ()),
    (
        "不予公开",
        (
            "属于国家秘密",
            "其他法律行政法规禁止公开",
            "危及“三安全一稳定”",
            "保护第三方合法权益",
            "属于三类内部事务信息",
            "属于四类过程性信息",
            "属于行政执法案卷",
            "属于行政查询事项",
        ),
    ),
    (
        "无法提供",
        ("本机关不掌握相关政府信息", "没有现成信息需要另行制作", "补正后申请内容仍不明确"),
    ),
    (
        "不予处理",
        (
            "信访举报投诉类申请",
            "重复申请",
            "要求提供公开出版物",
            "无正当理由大量反复申请",
            "要求行政机关确认或重新出具已获取信息",
        ),
    ),
    (
        "其他处理",
        (
            "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "其他",
        ),
    ),
    ("总计", ()),
)
LEGAL_PERSONS = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")

_FIGURES = (0, 3, 12345, 27, 98765, 108, 1, 4096, 56)


def figures(count: int, first: int = 0) -> list[str]:
    """So many figures of up to five digits, other ones for another ``first``."""
    return [str(each) for each in islice(cycle(_FIGURES), first % 9, first % 9 + count)]


def label(text: str, *, colspan: int = 1, rowspan: int = 1) -> Cell:
    """A cell that begins at its left edge."""
    return cell(text, colspan=colspan, rowspan=rowspan, align=Alignment.LEFT)


def disclosed() -> Table:
    """表1: information disclosed unasked."""
    rows: list[Sequence[str | Run | Cell]] = [
        [cell(strong("第二十条第（一）项"), colspan=4)],
        [*map(strong, ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"))],
        ["规章", *figures(3)],
        ["行政规范性文件", *figures(3, 2)],
    ]
    for item, content, names in (
        ("（五）", "本年处理决定数量", ("行政许可",)),
        ("（六）", "本年处理决定数量", ("行政处罚", "行政强制")),
        ("（八）", "本年收费金额（单位：万元）", ("行政事业性收费",)),
    ):
        rows.append([cell(strong(f"第二十条第{item}项"), colspan=4)])
        rows.append([strong("信息内容"), cell(strong(content), colspan=3)])
        rows += [[name, cell("12345.67", colspan=3)] for name in names]
    return table(rows, head_rows=0, column_widths=(39,) * 4, keep_together=True)


def applications() -> Table:
    """表2: applications received and what became of them; 3 head rows and 25 others."""
    return table(
        [*_head_of_applications(), *_rows_of_applications()],
        head_rows=3,
        column_widths=(*LABELS_MM, *(DATA_MM,) * 7),
        type_size=SIZE,
        keep_together=True,
    )


def _head_of_applications() -> list[Sequence[str | Cell]]:
    return [
        [cell(TIE_OUT, colspan=3, rowspan=3), cell("申请人情况", colspan=7)],
        [
            cell("自然人", rowspan=2),
            cell("法人或其他组织", colspan=5),
            cell("总计", rowspan=2),
        ],
        LEGAL_PERSONS,
    ]


def _rows_of_applications() -> Iterator[Sequence[str | Cell]]:
    yield [label("一、本年新收政府信息公开申请数量", colspan=3), *figures(7)]
    yield [label("二、上年结转政府信息公开申请数量", colspan=3), *figures(7, 1)]
    number = 2
    outcome = [cell(f"三、{OUTCOME}", rowspan=22)]
    for ordinal, (group, parts) in zip("一二三四五六七", GROUPS, strict=True):
        name = f"（{ordinal}）{group}"
        if not parts:
            yield [*outcome, label(name, colspan=2), *figures(7, number)]
            outcome, number = [], number + 1
        for index, part in enumerate(parts):
            merged = [] if index else [label(name, rowspan=len(parts))]
            yield [*merged, label(f"{index + 1}.{part}"), *figures(7, number)]
            number += 1
    yield [label("四、结转下年度继续办理", colspan=3), *figures(7, number)]


def reviews() -> Table:
    """表3: administrative reviews and lawsuits; 15 columns."""
    return table(
        [
            [cell("行政复议", colspan=5), cell("行政诉讼", colspan=10)],
            [
                *(cell(name, rowspan=2) for name in RESULTS),
                cell("未经复议直接起诉", colspan=5),
                cell("复议后起诉", colspan=5),
            ],
            [*RESULTS, *RESULTS],
            figures(15),
        ],
        head_rows=3,
        column_widths=(TYPE_AREA_MM / 15,) * 15,
        type_size=SIZE,
        keep_together=True,
    )


def report(*before: str) -> Document:
    """A report of the three tables under their headings, with paragraphs before them."""
    return document(
        "青禾县人民政府2024年政府信息公开工作年度报告",
        section("总体情况", *map(paragraph, before or ("今年各项工作按时完成。",))),
        section("主动公开政府信息情况", disclosed()),
        section(APPLICATIONS_HEADING, applications()),
        section("政府信息公开行政复议、行政诉讼情况", reviews()),
        section("存在的主要问题及改进情况", paragraph("解读不够及时，明年改进。")),
        section("其他需要报告的事项", paragraph("无。")),
    )
