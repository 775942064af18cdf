"""What clerks type where a figure belongs: each is named by sheet and cell, all at once."""

import datetime

import pytest

NAME = "第三部分 申请表：一、本年新收政府信息公开申请数量×自然人"
CELL = "t2.新收.自然人"
PLACE = "申请表!D6"


@pytest.mark.parametrize(
    ("typed", "id", "message"),
    [
        ("#DIV/0!", "workbook-error-value", "单元格是错误值 #DIV/0!；请改正公式，或直接填数字"),
        ("#REF!", "workbook-error-value", "单元格是错误值 #REF!；请改正公式，或直接填数字"),
        ("约10", "workbook-bad-figure", "应为非负整数，填写的是“约10”；没有的填 0"),
        (12.5, "workbook-bad-figure", "应为非负整数，填写的是“12.5”；没有的填 0"),
        (-1, "workbook-bad-figure", "应为非负整数，填写的是“-1”；没有的填 0"),
        ("57 条", "workbook-bad-figure", "应为非负整数，填写的是“57 条”；没有的填 0"),
        (True, "workbook-truth-value", "应填非负整数，这里是逻辑值 TRUE；请改填数字"),
        (
            datetime.datetime(2026, 3, 5),
            "workbook-date-in-figure",
            "应填非负整数，这里被 Excel 当成了日期或时间（2026-03-05）；"
            "请把单元格格式改为“常规”后重新填数",
        ),
    ],
)
def test_what_is_no_figure(fill, typed, id, message):
    read = fill().type(PLACE, typed).read()
    (finding,) = [f for f in read.findings if f.severity == "error"]
    assert finding.id == id
    assert finding.zh == f"{PLACE}：{NAME}：{message}"
    assert finding.place == PLACE
    assert finding.cells == (CELL,)
    assert read.report.tables.at("t2", "新收", "自然人") is None
    assert read.report.tables.at("t2", "新收", "总计") == 5


@pytest.mark.parametrize(
    ("typed", "value"),
    [("１２", 12), ("1,234", 1234), ("57件", 57), ("'57", 57), (" 5 ", 5), ("57", 57)],
)
def test_texts_that_are_figures_are_read_and_said(fill, typed, value):
    read = fill().type(PLACE, typed).read()
    assert read.report.tables.at("t2", "新收", "自然人") == value
    (finding,) = [f for f in read.findings if f.id == "workbook-figure-text"]
    assert finding.zh == (
        f"{PLACE}：{NAME}：数字以文本形式填写（“{typed.strip()}”），按 {value} 读取；"
        "工作簿中的勾稽公式不计文本"
    )


@pytest.mark.parametrize(("typed", "value"), [(12.0, 12), (2.9999999999999996, 3), (0, 0)])
def test_whole_numbers_of_a_spreadsheet_are_floats(fill, typed, value):
    read = fill().type(PLACE, typed).read()
    assert read.report.tables.at("t2", "新收", "自然人") == value
    assert not [f for f in read.findings if f.place == PLACE]


@pytest.mark.parametrize("typed", [None, "", "  ", "　"])
def test_blanks_stay_blank(fill, typed):
    read = fill().type(PLACE, typed).read()
    assert read.report.tables.at("t2", "新收", "自然人") is None
    assert not [f for f in read.findings if f.place == PLACE]


@pytest.mark.parametrize("typed", ["-", "/", "无", "——"])
def test_what_stands_in_place_of_a_number_is_kept(fill, typed):
    read = fill().type(PLACE, typed).read()
    assert read.report.tables.at("t2", "新收", "自然人") == typed


def test_amounts_may_have_decimals(fill):
    read = fill().type("主动公开表!B16", 0.1 + 0.2).read()
    assert str(read.report.tables.at("t1", "行政事业性收费", "收费")) == "0.3"


def test_formulas_without_results_are_told_together(fill):
    read = fill().type(PLACE, "=2+3").type("申请表!E6", "=1").read()
    (finding,) = [f for f in read.findings if f.severity == "error"]
    assert finding.zh == (
        f"{PLACE}：有 2 个数据格是公式，但文件里没有计算结果（申请表!D6、申请表!E6），没有读取："
        "保存它的程序不会计算；请用 Excel、WPS 或 LibreOffice 打开工作簿，保存一次再试"
    )
    assert finding.cells == (CELL, "t2.新收.商业企业")


def test_all_wrong_cells_are_told_at_once(fill):
    filling = fill()
    for column in "DEFGHI":
        filling.type(f"申请表!{column}6", "十")
    filling.type("基本信息!B22", "2026年13月1日").type("复议诉讼表!A6", "#N/A")
    errors = [f for f in filling.read().findings if f.severity == "error"]
    assert [f.place for f in errors] == [
        "基本信息!B22", *(f"申请表!{column}6" for column in "DEFGHI"), "复议诉讼表!A6",
    ]  # fmt: skip


def test_cells_merged_by_the_clerk(fill):
    read = fill().merge("申请表", "D6:E6").read()
    (finding,) = [f for f in read.findings if f.severity == "error"]
    assert finding.zh == (
        "申请表!D6:E6：2 个数据格（一、本年新收政府信息公开申请数量×自然人、"
        "一、本年新收政府信息公开申请数量×商业企业）被合并成一格，不知道数字属于哪一格；"
        "请取消合并，分别填写"
    )
    assert finding.cells == (CELL, "t2.新收.商业企业")


def test_a_split_cell_may_hold_its_figure_anywhere_but_once(fill):
    filling = fill()
    filling.book["主动公开表"].unmerge_cells("B9:D9")
    read = filling.type("主动公开表!B9", None).type("主动公开表!D9", 7).read()
    assert read.report.tables.at("t1", "行政许可", "处理决定") == 7
    assert read.places["t1.行政许可.处理决定"] == "主动公开表!D9"
    read = filling.type("主动公开表!B9", 8).read()
    (finding,) = [f for f in read.findings if f.severity == "error"]
    assert finding.zh == (
        "主动公开表!B9:D9：第二部分 主动公开表：行政许可×本年处理决定数量："
        "这里原是一个合并的格，现在有 2 个数，不知道用哪个；请只留一个"
    )


def test_a_workbook_of_another_version_with_damaged_data_is_read_and_told(fill):
    filling = fill()
    own = filling.book["_govdocs"]
    own["B2"] = "99"
    for kind, value in own.iter_rows(min_row=3, max_col=2):
        if kind.value == "data":
            value.value = "{"
    found = {each.id: each.zh for each in filling.read().findings}
    assert found["workbook-version"] == (
        "填报簿是另一版本的 govdocs 生成的（99），按现有版本读取；请核对"
    )
    assert found["workbook-data"] == ("填报簿的隐藏数据（工作表“_govdocs”）已损坏，上年数没有读取")
