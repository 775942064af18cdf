"""Tables are found by their labels: rows and columns moved, sheets renamed, labels altered."""

import pytest

SHIFTED = "申请表：表格的行或列有过增删、移动，已按行、列的文字逐格对应读取；请核对"


def _ids(read):
    return {finding.id for finding in read.findings} - {"workbook-part-empty"}


@pytest.mark.parametrize(
    "shift",
    [
        {"at": 1, "rows": 3},
        {"at": 6, "rows": 1},
        {"at": 20, "rows": 2},
        {"at": 1, "columns": 2},
        {"at": 4, "columns": 1},
        {"at": 10, "columns": 1},
    ],
)
def test_inserted_rows_and_columns(fill, report, shift):
    read = fill().shift("申请表", **shift).read()
    assert read.report.tables == report.tables
    assert _ids(read) == {"workbook-shifted"}
    assert SHIFTED in {f.zh for f in read.findings}


@pytest.mark.parametrize("sheet", ["主动公开表", "复议诉讼表"])
@pytest.mark.parametrize(
    "shift", [{"at": 3, "rows": 1}, {"at": 6, "rows": 1}, {"at": 1, "columns": 1}]
)
def test_the_other_tables_too(fill, report, sheet, shift):
    read = fill().shift(sheet, **shift).read()
    assert read.report.tables == report.tables
    assert _ids(read) == {"workbook-shifted"}


def test_a_deleted_row_is_missed_and_nothing_else_lost(fill, report, form):
    read = fill().shift("申请表", at=11, rows=-1).read()  # 2.其他法律行政法规禁止公开
    (finding,) = [f for f in read.findings if f.severity == "error"]
    assert finding.zh == (
        "申请表：申请表缺少“（三）不予公开—2.其他法律行政法规禁止公开”一行"
        "（被删除，或文字被改得认不出）；请恢复这一行"
    )
    assert len(finding.cells) == 7
    assert read.report.tables == report.tables  # the row was blank


def test_a_deleted_column_is_missed(fill, report):
    read = fill().shift("申请表", at=6, columns=-1).read()  # 科研机构
    errors = [f for f in read.findings if f.severity == "error"]
    assert len(errors) == 25
    assert errors[0].zh == (
        "申请表：申请表“一、本年新收政府信息公开申请数量”一行找不到这些列：科研机构；"
        "请恢复被删改的列"
    )
    kept = {c: v for c, v in report.tables.items() if (c.table, c.column) != ("t2", "科研机构")}
    assert dict(read.report.tables) == kept


def test_renamed_and_reordered_sheets(fill, report):
    filling = fill()
    filling.book["申请表"].title = "第三部分"
    filling.book["基本信息"].title = "Sheet1"
    filling.book["正文"].title = "文字"
    filling.book.move_sheet("复议诉讼表", -3)
    read = filling.read()
    assert read.report == report
    assert read.places["t2.新收.自然人"] == "第三部分!D6"
    (finding,) = [f for f in read.findings if f.id == "workbook-sheet-renamed"]
    assert finding.zh == "第三部分：工作表原名“申请表”，按表中文字认出是申请表"


def test_rows_of_the_basic_sheet_may_move(fill, report):
    read = fill().shift("基本信息", at=4, rows=2).read()
    assert read.report == report


def test_sorted_rows_are_read_by_their_labels(fill, report):
    filling = fill()
    sheet = filling.book["申请表"]
    for area in list(sheet.merged_cells.ranges):
        if area.min_row > 5:
            sheet.unmerge_cells(area.coord)
    rows = [[sheet.cell(row, column).value for column in range(1, 11)] for row in range(10, 18)]
    for row, values in zip(
        range(10, 18), sorted(rows, key=lambda v: v[2], reverse=True), strict=True
    ):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value
    read = filling.read()
    assert read.report.tables == report.tables
    assert "workbook-shifted" in _ids(read)


def test_an_altered_label(fill, report):
    read = fill().type("申请表!C14", "5.属于三类内容事务信息").read()
    (finding,) = [f for f in read.findings if f.id == "workbook-label-altered"]
    assert finding.zh == (
        "申请表!C14：行的文字应为“5.属于三类内部事务信息”，现为“5属于三类内容事务信息”，"
        "仍按这一行读取；请核对"
    )
    assert read.report.tables == report.tables


def test_a_label_that_was_blanked(fill, report):
    read = fill().type("申请表!C10", None).read()
    assert _ids(read) == {"workbook-label-altered"}
    assert "申请表!C10" in {f.place for f in read.findings}
    assert read.report.tables == report.tables


def test_a_note_in_a_label_is_no_alteration(fill, report):
    read = fill().type("申请表!A6", "一、本年新收政府信息公开申请数量（不含转办）").read()
    assert read.report.tables == report.tables
    assert _ids(read) == set()


def test_a_missing_table(fill):
    filling = fill()
    del filling.book["复议诉讼表"]
    read = filling.read()
    (finding,) = [f for f in read.findings if f.severity == "error"]
    assert finding.zh == (
        "复议诉讼表：没有找到第四部分复议诉讼表（工作表“复议诉讼表”）；"
        "请补上该工作表，或重新取得填报簿"
    )
    assert read.report.tables.at("t2", "新收", "总计") == 5


def test_a_table_whose_labels_are_gone(fill):
    filling = fill()
    for row in filling.book["复议诉讼表"]["A3:O5"]:
        for cell in row:
            if cell.__class__.__name__ == "Cell":
                cell.value = None
    (finding,) = [f for f in filling.read().findings if f.severity == "error"]
    assert finding.zh == (
        "复议诉讼表：表里的文字与第四部分复议诉讼表对不上，没有读取；请不要改动行、列的文字"
    )


@pytest.mark.parametrize("sheet", ["基本信息", "正文"])
def test_missing_sheets(fill, sheet):
    filling = fill()
    del filling.book[sheet]
    read = filling.read(agency="某局")
    (finding,) = [f for f in read.findings if f.severity == "error"]
    assert finding.zh == f"{sheet}：没有找到工作表“{sheet}”；请补上该工作表，或重新取得填报簿"
    assert read.report.year == 2025


def test_a_row_that_the_form_does_not_have(fill, report):
    filling = fill().shift("申请表", at=8, rows=1)
    filling.type("申请表!B8", "其中：网上申请")
    for column, value in zip("DEFGHIJ", range(7), strict=True):
        filling.type(f"申请表!{column}8", value)
    read = filling.read()
    (row,) = read.report.extra_rows
    assert (row.table, row.after, row.label) == ("t2", "上年结转", "其中：网上申请")
    assert row.values == ("0", "1", "2", "3", "4", "5", "6")
    (finding,) = [f for f in read.findings if f.id == "workbook-extra-row"]
    assert "申请表中有格式以外的一行“其中：网上申请”，作为附加行保留，不参加勾稽" in finding.zh
    assert read.report.tables == report.tables


def test_a_stray_cell_far_away_costs_nothing(fill, report):
    read = fill().type("申请表!XFD1048576", 1).read()
    assert read.report.tables == report.tables
