"""What clerks type where a text belongs: dates, postcodes, telephones, choices, long texts."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.section import ReportSection
from govdocs.kinds.annual_report.workbook.texts import cut, joined, text_rows
from govdocs.kinds.annual_report.workbook.write import write_workbook
from govdocs.standards.annual_report.loader import report_format

PARTS = ("主动公开", "依申请公开", "政府信息管理")


def _finding(read, id):
    (finding,) = [f for f in read.findings if f.id == id]
    return finding


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2026年1月20日", datetime.date(2026, 1, 20)),
        ("2026-01-20", datetime.date(2026, 1, 20)),
        ("2026/1/20", datetime.date(2026, 1, 20)),
        ("2026.1.20", datetime.date(2026, 1, 20)),
        ("二〇二六年一月二十日", datetime.date(2026, 1, 20)),
        (datetime.datetime(2026, 1, 20), datetime.date(2026, 1, 20)),
        (46042, datetime.date(2026, 1, 20)),  # the day's number, where the format was lost
    ],
)
def test_dates_are_typed_in_several_ways(fill, typed, date):
    read = fill().type("基本信息!B22", typed).read()
    assert read.report.date_of_issue == date


def test_a_date_that_is_none(fill):
    read = fill().type("基本信息!B22", "一月下旬").read()
    assert _finding(read, "workbook-bad-date").zh == (
        "基本信息!B22：“成文日期”应为日期，如 2026年1月20日（填写的是“一月下旬”）"
    )
    assert read.report.date_of_issue is None


def test_a_postcode_that_lost_its_zero(fill):
    read = fill().type("基本信息!B17", 50000).read()
    assert _finding(read, "workbook-postcode").zh == (
        "基本信息!B17：邮编“50000”只有 5 位，开头的 0 可能被 Excel 去掉了；"
        "请把单元格格式改为“文本”后重新输入"
    )
    assert read.report.contact.postcode == "50000"


@pytest.mark.parametrize("typed", [4165500000.0, 4165500000])
def test_a_telephone_that_became_a_number(fill, typed):
    read = fill().type("基本信息!B18", typed).read()
    assert read.report.contact.telephone == "4165500000"
    assert _finding(read, "workbook-number-for-text").zh == (
        "基本信息!B18：“电话”被 Excel 存成了数字（4165500000），开头的 0 可能已丢失；"
        "请核对，把单元格格式改为“文本”后重新输入"
    )


def test_a_text_taken_for_a_formula(fill):
    read = fill().type("正文!C11", "#NAME?").read()
    assert _finding(read, "workbook-error-value").zh == (
        "正文!C11：“主动公开政府信息情况”显示错误值 #NAME?；以“=”开头的文字会被当成公式，"
        "请在前面加一个英文单引号 ' 后重新输入"
    )


def test_an_uncalculated_text(fill):
    read = fill().type("基本信息!B6", '="甲"&"乙"').read()
    assert _finding(read, "workbook-uncalculated").zh == (
        "基本信息!B6：“规范化简称”是公式，但文件里没有计算结果；"
        "请用 Excel 或 WPS 打开工作簿，保存一次再试"
    )


def test_a_cell_that_is_full(fill):
    read = fill().type("正文!C14", "政" * 32_767).read()
    assert _finding(read, "workbook-text-full").zh == (
        "正文!C14：“存在的主要问题及改进情况”达到一个单元格的上限 32767 字，"
        "后面的可能已被 Excel 截掉；请核对末尾，把长文分到几行"
    )


def test_line_breaks_are_paragraphs(fill):
    read = fill().type("正文!C14", " 第一段。\r\n第二段。_x000D_\n第三段。\n").read()
    assert read.report.section("问题及改进").text == "第一段。\n第二段。\n第三段。"


def test_an_agency_that_is_not_in_the_list(fill):
    read = fill().type("基本信息!B5", "黑山县财政司").read()
    finding = _finding(read, "workbook-agency-unknown")
    assert finding.severity == "warning"
    assert finding.zh == (
        "基本信息!B5：机关“黑山县财政司”不在填报簿的机关名单中；"
        "如有错字请改正，新设或更名的机关请核对全称"
    )
    assert read.report.agency == "黑山县财政司"


def test_a_choice_that_is_none(fill):
    read = fill().type("基本信息!B8", "乡镇").read()
    assert _finding(read, "workbook-bad-choice").zh == (
        "基本信息!B8：“机关类别”应为下列之一：县级以上人民政府、乡镇人民政府、街道办事处、"
        "政府工作部门、其他（填写的是“乡镇”）"
    )


@pytest.mark.parametrize(
    ("state", "amount", "fee"),
    [("未说明", None, None), (None, None, None), ("未收取", None, 0), ("未收取", 0, 0),
     ("已收取", 120.5, "120.5"), ("已收取", "1,200元", 1200), (None, 80, 80), ("未说明", 80, 80)],
)  # fmt: skip
def test_the_processing_fee_has_three_states(fill, state, amount, fee):
    read = fill().type("基本信息!B24", state).type("基本信息!B25", amount).read()
    assert str(read.report.processing_fee) == str(fee)
    assert not [f for f in read.findings if f.id == "workbook-fee"]


@pytest.mark.parametrize(
    ("state", "amount", "message"),
    [
        ("已收取", None, "基本信息!B25：信息处理费：选了“已收取”，请填金额（元）"),
        (
            "未收取",
            80,
            "基本信息!B24：信息处理费：选了“未收取”，金额却是 80 元；请改正其中一处",
        ),
        (
            "已收取",
            "约80",
            "基本信息!B25：信息处理费：应为不小于 0 的数（填写的是“约80”）",
        ),
    ],
)
def test_a_processing_fee_that_contradicts_itself(fill, state, amount, message):
    read = fill().type("基本信息!B24", state).type("基本信息!B25", amount).read()
    assert _finding(read, "workbook-fee").zh == message


def test_a_year_changed_by_hand(fill):
    read = fill().type("基本信息!B3", 2026).read()
    assert _finding(read, "workbook-year").zh == (
        "基本信息!B3：年度改成了 2026，填报簿是为 2025 年度生成的，上年数等不再对得上；"
        "请重新生成 2026 年度的填报簿"
    )
    assert read.report.year == 2026


def test_a_form_of_another_year(fill):
    read = fill().type("基本信息!B3", 2020).read()
    assert _finding(read, "workbook-format").zh == (
        "基本信息：这是 2021 格式的填报簿，2020 年度应用 2019 格式（政府信息公开工作年度报告"
        "格式（试行，2019年））；请重新生成 2020 年度的填报簿"
    )


def test_a_text_without_a_section(fill):
    read = fill().type("正文!C17", "漏了标题").read()
    assert _finding(read, "workbook-text-without-section").zh == (
        "正文!C17：这段正文前面没有写章节，没有读取；请在第一列写上章节标题"
    )


def test_a_section_of_the_clerk_s_own(fill):
    read = fill().type("正文!A17", "人员情况").type("正文!C17", "专职2人。").read()
    section = read.report.section("人员情况")
    assert (section.key, section.text) == ("", "专职2人。")


def test_parts_left_blank_are_said(written, fill):
    assert _finding(fill().read(), "workbook-part-empty").zh == (
        "正文!C5：“总体情况”中没有填：政府信息管理、政府信息公开平台建设、监督保障；"
        "这些部分不会印出，序号依次前移"
    )


def test_a_row_of_the_text_sheet_deleted(fill):
    read = fill().shift("正文", at=14, rows=-1).read()
    assert _finding(read, "workbook-section-missing").zh == (
        "正文：没有“存在的主要问题及改进情况”一行（被删除或改了文字），按未填处理"
    )


def test_a_row_of_the_basic_sheet_deleted(fill):
    read = fill().shift("基本信息", at=17, rows=-1).read()
    assert _finding(read, "workbook-field-missing").zh == (
        "基本信息：没有“邮编”一行（被删除或改了文字），按未填处理"
    )


def test_an_explanation_that_names_no_cell(fill):
    read = fill().type("基本信息!B27", "申请增多").read()
    assert _finding(read, "workbook-explanation").zh == (
        "基本信息!B27：应先写数据格，再写冒号和说明，如 t2.新收.总计：……；没有读取"
    )
    read = fill().type("基本信息!B27", "t2.新收.总计: 申请增多").read()
    assert read.report.explanations == {"t2.新收.总计": "申请增多"}


def test_a_field_that_the_model_refuses(fill):
    read = fill().type("基本信息!B5", "局").read()
    assert read.report is None
    assert _finding(read, "workbook-agency-missing").place == "基本信息!B5"


_LINES = st.text(st.sampled_from("政府公开（）一二\n主动依申请"), max_size=40).map(
    lambda text: text.strip("\n")
)


@given(_LINES, st.lists(st.tuples(st.sampled_from(PARTS), _LINES), max_size=3))
def test_no_text_is_lost_by_cutting(lead, parts):
    text = joined(lead, parts)
    start, cells = cut(text, PARTS)
    if start or any(part for _, part in cells):
        assert joined(start, cells, keep_empty=True) == text
    else:
        assert all(name in text for name, _ in cells)


def test_parts_keep_their_order_and_their_headings():
    text = "（一）依申请公开情况\n甲\n（二）建议提案办理\n乙\n（三）主动公开\n丙"
    parts = (("依申请公开情况", "甲"), ("建议提案办理", "乙"), ("主动公开", "丙"))
    assert cut(text, PARTS) == ("", parts)
    assert joined("", parts) == text


def rows_of(text):
    form = report_format("2021")
    section = ReportSection(key="总体情况", heading="总体情况", text=text)
    return [row for row in text_rows(form, "", [section]) if row.section == "总体情况"]


@pytest.mark.parametrize("ending", ["", "情况"])
def test_an_outline_lies_in_the_rows_of_its_parts_and_not_before_them(ending):
    text = "\n".join(
        f"{number}{name}{ending}"
        for number, name in zip(("（一）", "（二）", "（四）"),
                                ("主动公开", "政府信息管理", "平台建设"), strict=True)
    )  # fmt: skip
    rows = rows_of(text)
    assert [row.text for row in rows] == [""] * 6
    assert [row.part for row in rows] == [
        "（开头的话）", f"主动公开{ending}", "依申请公开", f"政府信息管理{ending}",
        f"平台建设{ending}", "监督保障",
    ]  # fmt: skip
    assert all(row.hint for row in rows)


def test_a_part_whose_number_is_out_of_order_stays_where_it_is_and_the_next_goes_on():
    text = "（一）主动公开\n甲\n（四）监督保障\n乙"
    assert cut(text, PARTS) == (text, ())
    run_in = "（一）主动公开。甲\n（二）依申请公开。乙"
    assert joined(run_in, [("监督保障", "丙")]).endswith("\n（三）监督保障\n丙")


def test_last_years_headings_filled_in_are_numbered_once(form, fill):
    outline = "（一）主动公开情况\n（二）依申请公开情况\n（三）政府信息管理情况"
    report = AnnualReport(
        year=2025, agency="某县财政局", format=form, sections={"总体情况": outline}
    )
    filling = fill(write_workbook(form, 2025, report=report))
    sheet = filling.book["正文"]
    for row in sheet.iter_rows():
        if row[1].value in ("主动公开情况", "政府信息管理情况"):
            row[2].value = "甲"
    read = filling.read()
    assert read.report.section("总体情况").text == (
        "（一）主动公开情况\n甲\n（二）政府信息管理情况\n甲"
    )
    assert _finding(read, "workbook-part-empty").zh.endswith("这些部分不会印出，序号依次前移")
