"""The statutory tables, cell by cell, against the forms typed here from their notices.

``<`` and ``^`` stand where the cell at the left or above goes on; ``=row.column`` is the place of a
figure. Nothing here is read from the formats' own files.

Source:
    国办公开办函〔2019〕60号; 国办公开办函〔2021〕30号; 国办发〔2014〕32号
"""

import functools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_tables import drawn, of_docx, of_node, of_pdf, tables_of

from govdocs.api import lower, render, render_options
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.tables import table_node
from govdocs.model.nodes import InlineRole
from govdocs.standards.annual_report.forms import CellRef, ValueKind
from govdocs.standards.annual_report.loader import format_of_year, report_format

KINDS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
ENDINGS = ("维持", "纠正", "其他", "未审结", "总计")
ENDING_LABELS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def places(row, columns=KINDS):
    """The places of a row's figures."""
    return [f"={row}.{column}" for column in columns]


PROACTIVE_2021 = [
    ["第二十条第（一）项", "<", "<", "<"],
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "=规章.制发", "=规章.废止", "=规章.现行有效"],
    ["行政规范性文件", "=规范性文件.制发", "=规范性文件.废止", "=规范性文件.现行有效"],
    ["第二十条第（五）项", "<", "<", "<"],
    ["信息内容", "本年处理决定数量", "<", "<"],
    ["行政许可", "=行政许可.处理决定", "<", "<"],
    ["第二十条第（六）项", "<", "<", "<"],
    ["信息内容", "本年处理决定数量", "<", "<"],
    ["行政处罚", "=行政处罚.处理决定", "<", "<"],
    ["行政强制", "=行政强制.处理决定", "<", "<"],
    ["第二十条第（八）项", "<", "<", "<"],
    ["信息内容", "本年收费金额（单位：万元）", "<", "<"],
    ["行政事业性收费", "=行政事业性收费.收费", "<", "<"],
]
PROACTIVE_2019 = [
    ["第二十条第（一）项", "<", "<", "<"],
    ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
    ["规章", "=规章.新制作", "=规章.新公开", "=规章.对外公开总数"],
    ["规范性文件", "=规范性文件.新制作", "=规范性文件.新公开", "=规范性文件.对外公开总数"],
    ["第二十条第（五）项", "<", "<", "<"],
    ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
    ["行政许可", "=行政许可.上一年项目", "=行政许可.增减", "=行政许可.处理决定"],
    [
        "其他对外管理服务事项",
        "=其他对外管理服务.上一年项目",
        "=其他对外管理服务.增减",
        "=其他对外管理服务.处理决定",
    ],
    ["第二十条第（六）项", "<", "<", "<"],
    ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
    ["行政处罚", "=行政处罚.上一年项目", "=行政处罚.增减", "=行政处罚.处理决定"],
    ["行政强制", "=行政强制.上一年项目", "=行政强制.增减", "=行政强制.处理决定"],
    ["第二十条第（八）项", "<", "<", "<"],
    ["信息内容", "上一年项目数量", "本年增/减", "<"],
    ["行政事业性收费", "=行政事业性收费.上一年项目", "=行政事业性收费.增减", "<"],
    ["第二十条第（九）项", "<", "<", "<"],
    ["信息内容", "采购项目数量", "采购总金额", "<"],
    ["政府集中采购", "=政府集中采购.采购项目", "=政府集中采购.采购总金额", "<"],
]
APPLICATIONS_HEAD = [
    [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        "<",
        "<",
        "申请人情况",
        "<",
        "<",
        "<",
        "<",
        "<",
        "<",
    ],
    ["^", "^", "^", "自然人", "法人或其他组织", "<", "<", "<", "<", "总计"],
    ["^", "^", "^", "^", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "^"],
    ["一、本年新收政府信息公开申请数量", "<", "<", *places("新收")],
    ["二、上年结转政府信息公开申请数量", "<", "<", *places("上年结转")],
    ["三、本年度办理结果", "（一）予以公开", "<", *places("予以公开")],
    ["^", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "<", *places("部分公开")],
    ["^", "（三）不予公开", "1.属于国家秘密", *places("国家秘密")],
    ["^", "^", "2.其他法律行政法规禁止公开", *places("法律法规禁止")],
    ["^", "^", "3.危及“三安全一稳定”", *places("三安全一稳定")],
    ["^", "^", "4.保护第三方合法权益", *places("第三方权益")],
    ["^", "^", "5.属于三类内部事务信息", *places("内部事务信息")],
    ["^", "^", "6.属于四类过程性信息", *places("过程性信息")],
    ["^", "^", "7.属于行政执法案卷", *places("执法案卷")],
    ["^", "^", "8.属于行政查询事项", *places("行政查询")],
    ["^", "（四）无法提供", "1.本机关不掌握相关政府信息", *places("不掌握")],
    ["^", "^", "2.没有现成信息需要另行制作", *places("需另行制作")],
    ["^", "^", "3.补正后申请内容仍不明确", *places("补正仍不明确")],
    ["^", "（五）不予处理", "1.信访举报投诉类申请", *places("信访举报投诉")],
    ["^", "^", "2.重复申请", *places("重复申请")],
    ["^", "^", "3.要求提供公开出版物", *places("公开出版物")],
    ["^", "^", "4.无正当理由大量反复申请", *places("大量反复申请")],
    ["^", "^", "5.要求行政机关确认或重新出具已获取信息", *places("确认或重新出具")],
]
APPLICATIONS_END = [
    ["^", "（七）总计", "<", *places("办结")],
    ["四、结转下年度继续办理", "<", "<", *places("结转下年")],
]
APPLICATIONS_2019 = [
    *APPLICATIONS_HEAD,
    ["^", "（六）其他处理", "<", *places("其他处理")],
    *APPLICATIONS_END,
]
APPLICATIONS_2021 = [
    *APPLICATIONS_HEAD,
    [
        "^",
        "（六）其他处理",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        *places("逾期不补正"),
    ],
    [
        "^",
        "^",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        *places("逾期不缴费"),
    ],
    ["^", "^", "3.其他", *places("其他处理")],
    *APPLICATIONS_END,
]
REVIEWS = [
    ["行政复议", "<", "<", "<", "<", "行政诉讼", *"<<<<<<<<<"],
    [*ENDING_LABELS, "未经复议直接起诉", *"<<<<", "复议后起诉", *"<<<<"],
    [*"^^^^^", *ENDING_LABELS, *ENDING_LABELS],
    [
        *places("复议", ENDINGS),
        *places("直接起诉", ENDINGS),
        *places("复议后起诉", ENDINGS),
    ],
]
FORMS = {
    ("2019", "t1"): PROACTIVE_2019,
    ("2019", "t2"): APPLICATIONS_2019,
    ("2019", "t3"): REVIEWS,
    ("2021", "t1"): PROACTIVE_2021,
    ("2021", "t2"): APPLICATIONS_2021,
    ("2021", "t3"): REVIEWS,
}
YEAR = {"2019": 2020, "2021": 2025}
NAMES = sorted(FORMS)


def cells_of(name, table):
    """The typed form's places of figures."""
    return [
        CellRef(table, *text[1:].split("."))
        for row in FORMS[name, table]
        for text in row
        if text.startswith("=")
    ]


def expected(name, table, figures):
    """The typed form with figures in its places."""

    def printed(text):
        return figures.text(CellRef(table, *text[1:].split("."))) if text[0] == "=" else text

    return drawn(*[[printed(text) for text in row] for row in FORMS[name, table]])


def numbered(name):
    """A figure for every place, no two alike, those of one digit first."""
    cells = [cell for form, table in NAMES if form == name for cell in cells_of(form, table)]
    return Figures({cell: number for number, cell in enumerate(cells)})


def report(name, figures):
    """A report of short texts with these figures."""
    year = YEAR[name]
    texts = {"总体情况": "已按要求公开。", "问题及改进": "更新不够及时。", "其他事项": "无。"}
    return AnnualReport(year=year, agency="青禾县人民政府", tables=figures, sections=texts)


@functools.cache
def printed_in(name, source):
    """The tables of a report full of figures, read back from what is printed."""
    return read_back(report(name, numbered(name)), source)


def read_back(made, source):
    if source == "document":
        return [of_node(table) for table in tables_of(lower(made, render_options({})).document)]
    data = render(made, source, bundled_fonts=True)
    return of_docx(data) if source == "docx" else of_pdf(data)


@pytest.mark.parametrize(("name", "table"), NAMES)
def test_the_table_node_is_the_form(name, table):
    form = report_format(name).table(table)
    figures = numbered(name)
    assert of_node(table_node(form, figures)) == expected(name, table, figures)


@pytest.mark.parametrize("source", ["document", "docx", "pdf"])
@pytest.mark.parametrize("name", ["2019", "2021"])
def test_the_report_holds_the_three_tables_and_no_other(name, source):
    assert len(printed_in(name, source)) == 3


@pytest.mark.parametrize("source", ["document", "docx", "pdf"])
@pytest.mark.parametrize(("name", "table"), NAMES)
def test_the_table_read_back_is_the_form_cell_by_cell(name, table, source):
    index = ["t1", "t2", "t3"].index(table)
    assert printed_in(name, source)[index] == expected(name, table, numbered(name))


@pytest.mark.parametrize(("name", "table"), NAMES)
def test_every_place_of_the_form_is_a_data_cell_once_in_printed_order(name, table):
    assert list(report_format(name).table(table).cells()) == cells_of(name, table)


@pytest.mark.parametrize(
    ("name", "table", "rows", "columns", "cells"),
    [
        ("2021", "t1", 14, 4, 10), ("2021", "t2", 28, 10, 175), ("2021", "t3", 4, 15, 15),
        ("2019", "t1", 18, 4, 22), ("2019", "t2", 26, 10, 161), ("2019", "t3", 4, 15, 15),
    ],
)  # fmt: skip
def test_the_tables_are_as_large_as_the_form(name, table, rows, columns, cells):
    printed = of_node(table_node(report_format(name).table(table), Figures()))
    assert max(y + cell.down for (y, _), cell in printed.items()) == rows
    assert max(x + cell.across for (_, x), cell in printed.items()) == columns
    assert sum(cell.across * cell.down for cell in printed.values()) == rows * columns
    assert len(cells_of(name, table)) == cells


@pytest.mark.parametrize(("name", "table"), NAMES)
def test_the_articles_items_and_nothing_else_are_bold(name, table):
    node = table_node(report_format(name).table(table), numbered(name))
    bold = {
        run.text
        for row in node.rows
        for cell in row
        for run in cell.content
        if run.role is InlineRole.STRONG
    }
    items = {row[0] for row in FORMS[name, table] if row[0].startswith("第二十条")}
    assert bold == items


@pytest.mark.parametrize(
    ("name", "table", "head"), [(*each, 0) if each[1] == "t1" else (*each, 3) for each in NAMES]
)
def test_the_head_is_repeated_where_the_table_breaks(name, table, head):
    assert table_node(report_format(name).table(table), Figures()).head_rows == head


@pytest.mark.parametrize("table", ["t1", "t2", "t3"])
def test_a_blank_cell_stays_blank_in_every_format(table):
    index = ["t1", "t2", "t3"].index(table)
    blank = report("2021", Figures())
    for source in ("document", "docx", "pdf"):
        assert read_back(blank, source)[index] == expected("2021", table, Figures())


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("2021", {"T2-flow": 7, "T2-sum": 7, "T2-row": 25, "T3": 3}),
        ("2019", {"T2-flow": 7, "T2-sum": 7, "T2-row": 23, "T3": 3}),
    ],
)
def test_the_tie_outs_are_those_of_the_form(name, rules):
    identities = report_format(name).identities
    counted = Counter({each.id: len(each.over) for each in identities})
    assert counted == rules
    assert all(each.severity == "error" and each.relation == "=" for each in identities)


def test_the_tie_outs_add_up_the_cells_that_the_form_says():
    rows = [cell.row for cell in cells_of("2021", "t2") if cell.column == "总计"]
    sides = {each.id: each for each in report_format("2021").identities}
    flow, total = sides["T2-flow"], sides["T2-sum"]
    assert (flow.left, flow.right) == (("新收", "上年结转"), ("办结", "结转下年"))
    assert (total.left, total.right) == (("办结",), tuple(rows[2:23]))
    assert (sides["T2-row"].left, sides["T2-row"].right) == (("总计",), KINDS[:6])
    assert sides["T2-row"].over == tuple(rows)
    assert (sides["T3"].left, sides["T3"].right) == (("总计",), ENDINGS[:4])
    assert sides["T3"].over == ("复议", "直接起诉", "复议后起诉")


def test_only_the_fee_takes_decimals_in_2021_and_only_changes_go_below_zero_in_2019():
    kinds = {
        name: {
            str(cell)
            for cell in report_format(name).cells()
            if report_format(name).table(cell.table).kind(cell.row, cell.column) is kind
        }
        for name, kind in (("2021", ValueKind.AMOUNT), ("2019", ValueKind.CHANGE))
    }
    assert kinds["2021"] == {"t1.行政事业性收费.收费"}
    assert kinds["2019"] == {
        f"t1.{row}.增减"
        for row in ("行政许可", "其他对外管理服务", "行政处罚", "行政强制", "行政事业性收费")
    }


# ---- any figures ---------------------------------------------------------------------------------


@st.composite
def any_figures(draw, name):
    """Figures, dashes and blanks for every place of a form."""
    form = report_format(name)
    given = st.none() | st.integers(0, 99_999) | st.sampled_from(("-", "/", "无"))
    return Figures({cell: draw(given) for cell in form.cells()})


@pytest.mark.parametrize("name", ["2019", "2021"])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_any_figures_come_back_from_the_docx_at_their_cells(name, data):
    assert_figures_come_back(name, "docx", data.draw(any_figures(name)))


@pytest.mark.parametrize("name", ["2019", "2021"])
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_any_figures_come_back_from_the_pdf_at_their_cells(name, data):
    assert_figures_come_back(name, "pdf", data.draw(any_figures(name)))


def assert_figures_come_back(name, source, figures):
    printed = read_back(report(name, figures), source)
    for table, found in zip(("t1", "t2", "t3"), printed, strict=True):
        assert found == expected(name, table, figures)


# ---- the table of 2014 ---------------------------------------------------------------------------

STATISTICS = """
一、主动公开情况 ——
（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条） 条
其中：主动公开规范性文件数 条
制发规范性文件总数 件
（二）通过不同渠道和方式公开政府信息的情况 ——
1.政府公报公开政府信息数 条
2.政府网站公开政府信息数 条
3.政务微博公开政府信息数 条
4.政务微信公开政府信息数 条
5.其他方式公开政府信息数 条
二、回应解读情况 ——
（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次） 次
（二）通过不同渠道和方式回应解读的情况 ——
1.参加或举办新闻发布会总次数 次
其中：主要负责同志参加新闻发布会次数 次
2.政府网站在线访谈次数 次
其中：主要负责同志参加政府网站在线访谈次数 次
3.政策解读稿件发布数 篇
4.微博微信回应事件数 次
5.其他方式回应事件数 次
三、依申请公开情况 ——
（一）收到申请数 件
1.当面申请数 件
2.传真申请数 件
3.网络申请数 件
4.信函申请数 件
（二）申请办结数 件
1.按时办结数 件
2.延期办结数 件
（三）申请答复数 件
1.属于已主动公开范围数 件
2.同意公开答复数 件
3.同意部分公开答复数 件
4.不同意公开答复数 件
其中：涉及国家秘密 件
涉及商业秘密 件
涉及个人隐私 件
危及国家安全、公共安全、经济安全和社会稳定 件
不是《条例》所指政府信息 件
法律法规规定的其他情形 件
5.不属于本行政机关公开数 件
6.申请信息不存在数 件
7.告知作出更改补充数 件
8.告知通过其他途径办理数 件
四、行政复议数量 件
（一）维持具体行政行为数 件
（二）被依法纠错数 件
（三）其他情形数 件
五、行政诉讼数量 件
（一）维持具体行政行为或者驳回原告诉讼请求数 件
（二）被依法纠错数 件
（三）其他情形数 件
六、举报投诉数量 件
七、依申请公开信息收取的费用 万元
八、机构建设和保障经费情况 ——
（一）政府信息公开工作专门机构数 个
（二）设置政府信息公开查阅点数 个
（三）从事政府信息公开工作人员数 人
1.专职人员数（不包括政府公报及政府网站工作人员数） 人
2.兼职人员数 人
（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费） 万元
九、政府信息公开会议和培训情况 ——
（一）召开政府信息公开工作会议或专题会议数 次
（二）举办各类培训班数 次
（三）接受培训人员数 人次
"""


def statistics():
    """The typed rows: label, unit, and the figure's number or a dash."""
    rows = [line.rsplit(" ", 1) for line in STATISTICS.strip().splitlines()]
    number = iter(range(len(rows)))
    return [[label, unit, unit if unit == "——" else str(next(number))] for label, unit in rows]


def statistics_report():
    form = format_of_year(2015)
    figures = Figures({cell: number for number, cell in enumerate(form.cells())})
    return AnnualReport(
        year=2015,
        agency="青禾县人民政府",
        tables=figures,
        sections={each.key: "已按要求办理。" for each in form.sections},
    )


@pytest.mark.parametrize("source", ["document", "docx"])
def test_the_table_of_2014_has_every_row_with_its_unit_and_its_figure(source):
    (printed,) = read_back(statistics_report(), source)
    rows = [
        [cell.text for (y, _), cell in sorted(printed.items()) if y == row] for row in range(67)
    ]
    assert rows[0] == ["统计指标", "单位", "统计数"]
    assert rows[1:66] == statistics()
    assert rows[66] == ["单位负责人：审核人：填报人：联系电话：填报日期："]
    assert len({y for y, _ in printed}) == 67


def test_the_pdf_repeats_the_head_of_the_table_of_2014_on_each_of_its_pages():
    parts = read_back(statistics_report(), "pdf")
    texts = [[cell.text for _, cell in sorted(part.items())] for part in parts]
    head = ["统计指标", "单位", "统计数"]
    assert len(parts) > 1
    assert all(part[:3] == head for part in texts)
    joined = [text for part in texts for text in part[3:]]
    assert joined[:-1] == [text for row in statistics() for text in row]


def test_the_table_of_2014_is_not_said_to_be_verified():
    assert not report_format("2014").verified
    assert report_format("2021").verified
    assert report_format("2019").verified
