"""Write the sheets around the tables: 说明, 正文, 勾稽一览, the list of agencies, our own data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from govdocs.findings import Severity
from govdocs.inputs.xlsx.sheets import Area
from govdocs.kinds.annual_report.values import CellValue
from govdocs.kinds.annual_report.workbook.book import (
    Book,
    height_of,
    lines_needed,
    put_formula,
    put_text,
)
from govdocs.kinds.annual_report.workbook.formulas import (
    NOT_STATED,
    STATES,
    Computed,
    check_formula,
    link_formula,
    ranges,
)
from govdocs.kinds.annual_report.workbook.layout import (
    CHECK_SHEET,
    FRONT_SHEET,
    TEXT_SHEET,
    PlacedCheck,
    PlacedLink,
    TableLayout,
)
from govdocs.kinds.annual_report.workbook.styles import (
    INPUT_COLOUR,
    LABEL_COLOUR,
    NOTE_COLOUR,
    TOTAL_COLOUR,
    Look,
)
from govdocs.kinds.annual_report.workbook.texts import HEADS, MOST_CHARACTERS, TextRow
from govdocs.kinds.annual_report.workbook.write_tables import Filling
from govdocs.standards.annual_report.forms import CellRef, ReportFormat

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_SIZE = 10
_TEXT_WIDTHS = (20.0, 18.0, 74.0, 26.0)
_TALL_LINES = 7
"""Lines that a cell for text shows at least."""

_CHECK_HEADS = ("编号", "规则", "行或列", "左边", "右边", "状态", "位置")
_CHECK_WIDTHS = (13.0, 44.0, 40.0, 9.0, 9.0, 12.0, 16.0)
_TOP = 4

_LEGEND = (
    (INPUT_COLOUR, "要填写的格"),
    (TOTAL_COLOUR, "合计格：也由您填写，旁边或下方会核对它与各项之和"),
    (LABEL_COLOUR, "表格文字，已锁定（工作表保护没有密码，需要时可在“审阅”中撤销）"),
    (NOTE_COLOUR, "供参考的上年数，不用填"),
    ("#FFC7CE", "勾稽不平或与上年不一致，请核对"),
)
_STEPS = (
    "1. 先填“{basic}”，再填各张表，最后填“{text}”。各表的行、列和文字请不要增删改动。",
    "2. 数字格只填数字：没有的填 0；空着表示还没有填，不会当作 0。不要写“57件”“约10”。",
    "3. 合计由您填写。“平”表示相等；“差 n”是左边减右边的差；“未填n格”是还有 n 格空着。"
    "全部核对结果见“{check}”。",
    "4. “{text}”中可以直接写 {{{{ t2.新收.总计 }}}} 这样的记号，生成报告时换成表中的数，"
    "不会前后矛盾。",
    "5. 与上年报告的结转数不一致时，在“{basic}”的说明栏写明原因。",
    "6. 填好后保存为 .xlsx（不要存成 .xls、.et 或 .csv），交回或用 govdocs 生成报告。",
)


def write_front(book: Book, form: ReportFormat, year: int, names: Mapping[str, str]) -> None:
    """The sheet 说明: how to fill the workbook in, what the colours mean, whom to ask."""
    sheet = book.sheet(FRONT_SHEET)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 86)
    title = f"政府信息公开工作年度报告填报簿（{year}年度）"
    put_text(sheet, Area(0, 0, 1, 2), title, book.look(Look.TITLE))
    sheet.set_row(0, 32)
    plain = book.look(Look.PLAIN)
    about = [("报告年度", f"{year}年"), ("报告格式", form.name)]
    about += [("依据文号", form.notice)] if form.notice else []
    if not form.verified:
        about.append(("注意", "本格式的表格行目尚未与原文逐字核对，请以上级通知为准"))
    row = 2
    for label, text in about:
        put_text(sheet, Area(row, 0), label, plain)
        row = _paragraph(sheet, row, 1, text, plain)
    row = _heading(book, sheet, row, "怎样填")
    for step in _STEPS:
        row = _paragraph(sheet, row, 0, step.format_map(names), plain, across=2)
    row = _heading(book, sheet, row, "颜色")
    for colour, meaning in _LEGEND:
        sheet.write_blank(row, 0, None, book.look(Look.LABEL, bg_color=colour))
        row = _paragraph(sheet, row, 1, meaning, plain)
    row = _heading(book, sheet, row, "有问题问谁")
    ask = book.look(Look.TEXT, valign="vcenter")
    put_text(sheet, Area(row, 0), "联系人、电话", plain)
    sheet.write_blank(row, 1, None, ask)
    row = _paragraph(
        sheet, row + 1, 0,
        "格式和口径的问题，请问本级政府信息公开工作主管部门（发放本填报簿的单位可在上面填写联系人）。",
        plain, across=2,
    )  # fmt: skip
    sheet.print_area(0, 0, row - 1, 1)


def _heading(book: Book, sheet: Worksheet, row: int, text: str) -> int:
    put_text(sheet, Area(row + 1, 0, 1, 2), text, book.look(Look.TITLE, font_size=12, align="left"))
    return row + 2


def _paragraph(
    sheet: Worksheet, row: int, column: int, text: str, look: Format, *, across: int = 1
) -> int:
    put_text(sheet, Area(row, column, 1, across), text, look)
    sheet.set_row(row, height_of(lines_needed(text, 86 if across == 1 else 100), 11))
    return row + 1


def write_texts(book: Book, rows: Sequence[TextRow]) -> None:
    """The sheet 正文: a row for each section and part, a tall cell for its text."""
    sheet = book.sheet(TEXT_SHEET, tab="#3C8D40")
    for column, width in enumerate(_TEXT_WIDTHS):
        sheet.set_column(column, column, width)
    put_text(sheet, Area(0, 0, 1, 4), "正文", book.look(Look.TITLE))
    hint = (
        "换行用 Alt+Enter，一行一段。数字可写 {{ t2.新收.总计 }} 这样的记号，与表格保持一致。"
        f"每格最多 {MOST_CHARACTERS} 字，更长的请分到几行。"
    )
    put_text(sheet, Area(1, 0, 1, 4), hint, book.look(Look.HINT))
    sheet.set_row(0, 28)
    for column, head in enumerate(HEADS):
        put_text(sheet, Area(2, column), head, book.look(Look.HEADING))
    for row, line in enumerate(rows, 3):
        _write_text_row(book, sheet, row, line)
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(2)
    sheet.print_area(0, 0, 2 + len(rows), 3)


def _write_text_row(book: Book, sheet: Worksheet, row: int, line: TextRow) -> None:
    label, text = book.look(Look.TEXT_LABEL), book.look(Look.TEXT)
    put_text(sheet, Area(row, 0), line.heading, text if line.own_heading else label)
    put_text(sheet, Area(row, 1), line.part, label)
    if line.text:
        put_text(sheet, Area(row, 2), line.text, text)
    else:
        sheet.write_blank(row, 2, None, text)
    put_text(sheet, Area(row, 3), line.hint, book.look(Look.HINT, valign="top"))
    least = 2 if line.own_heading and not line.text else _TALL_LINES
    lines = max(least, lines_needed(line.text, _TEXT_WIDTHS[2]))
    sheet.set_row(row, height_of(lines, _SIZE))
    if line.hint:
        options = {"validate": "any", "input_title": (line.part or line.heading or "自拟章节")[:32],
                   "input_message": line.hint[:255]}  # fmt: skip
        sheet.data_validation(row, 2, row, 2, options)


class _Listed(NamedTuple):
    """A row of 勾稽一览."""

    id: str
    rule: str
    where: str
    left: Computed
    right: Computed
    state: Computed
    area: Area
    is_grave: bool


def write_checks(
    book: Book, layouts: Sequence[TableLayout], filling: Filling, form: ReportFormat
) -> None:
    """The sheet 勾稽一览: every tie-out with both sides and its state, and where it stands."""
    sheet = book.sheet(CHECK_SHEET, tab=("#C00000"))
    for column, width in enumerate(_CHECK_WIDTHS):
        sheet.set_column(column, column, width)
    rows = [(layout, each) for layout in layouts for each in _listed(layout, filling, form)]
    put_text(sheet, Area(0, 0, 1, 7), "勾稽一览", book.look(Look.TITLE))
    hint = "点“位置”跳到该处。这里不用填写；“差 n”是左边减右边。"
    put_text(sheet, Area(1, 0, 1, 7), hint, book.look(Look.HINT))
    _write_summary(book, sheet, [each.state.result for _, each in rows])
    for column, head in enumerate(_CHECK_HEADS):
        put_text(sheet, Area(_TOP - 1, column), head, book.look(Look.HEADING))
    for row, (layout, each) in enumerate(rows, _TOP):
        _write_listed(book, sheet, row, layout.sheet, each)
    sheet.freeze_panes(_TOP, 0)
    sheet.repeat_rows(_TOP - 1)
    sheet.print_area(0, 0, _TOP - 1 + len(rows), len(_CHECK_HEADS) - 1)


def _write_summary(book: Book, sheet: Worksheet, states: Sequence[object]) -> None:
    """How many checks are in each state; every check is in one, so that the numbers add up."""
    column = f"$F${_TOP + 1}:$F${_TOP + max(len(states), 1)}"
    texts = [str(state) for state in states]
    tests = [(word, f"{word}*", sum(text.startswith(word) for text in texts)) for word in STATES]
    tests.append((NOT_STATED, "", texts.count("")))
    parts = "&".join(f'"　{word} "&COUNTIF({column},"{test}")' for word, test, _ in tests)
    result = f"共 {len(texts)} 条：" + "".join(f"　{word} {count}" for word, _, count in tests)
    formula = f'="共 {len(texts)} 条："&{parts}'
    put_formula(sheet, Area(2, 0, 1, 7), formula, result, book.look(Look.CAPTION, font_size=11))


def _write_listed(book: Book, sheet: Worksheet, row: int, where: str, each: _Listed) -> None:
    check, left = book.look(Look.CHECK), book.look(Look.CHECK, align="left")
    put_text(sheet, Area(row, 0), each.id, check)
    put_text(sheet, Area(row, 1), each.rule, left)
    put_text(sheet, Area(row, 2), each.where, left)
    for column, computed in ((3, each.left), (4, each.right), (5, each.state)):
        put_formula(sheet, Area(row, column), computed.formula, computed.result, check)
    book.flag_states(sheet, Area(row, 5), is_grave=each.is_grave)
    link, place = book.look(Look.LINK), f"{where}!{each.area.a1}"
    sheet.write_url(row, 6, f"internal:'{where}'!{each.area.a1}", link, place)
    lines = max(
        lines_needed(each.rule, _CHECK_WIDTHS[1]), lines_needed(each.where, _CHECK_WIDTHS[2])
    )
    sheet.set_row(row, height_of(lines, 9))


def _listed(layout: TableLayout, filling: Filling, form: ReportFormat) -> Iterator[_Listed]:
    for check in layout.checks:
        state = check_formula(check, layout, filling.values).result
        yield _Listed(
            check.identity.id,
            check.identity.zh,
            _along_name(layout, check),
            _total(layout, check.left, filling.values),
            _total(layout, check.right, filling.values),
            Computed(f"='{layout.sheet}'!{check.area.a1}", state),
            check.area,
            check.identity.severity is Severity.ERROR,
        )
    for placed in layout.links:
        if placed.link.must_agree:
            yield _listed_link(layout, placed, filling, form)


def _listed_link(
    layout: TableLayout, placed: PlacedLink, filling: Filling, form: ReportFormat
) -> _Listed:
    cell, last = placed.link.cell, placed.link.last
    explanation = filling.explanations.get(f"{cell.table}.{cell.row}")
    state = link_formula(placed, layout, filling.values, explanation).result
    known = "" if last is None else last
    reference = f"'{layout.sheet}'!{placed.last.a1}"
    return _Listed(
        placed.link.carry.id,
        f"等于上年（{filling.year - 1}年度）报告的数，不等的须说明",
        form.cell_name(cell).partition("：")[2],
        _total(layout, (cell,), filling.values),
        Computed(f'=IF(ISNUMBER({reference}),{reference},"")', _shown(known)),
        Computed(f"='{layout.sheet}'!{placed.state.a1}", state),
        placed.state,
        True,
    )


def _total(
    layout: TableLayout, cells: Sequence[CellRef], values: Mapping[CellRef, CellValue]
) -> Computed:
    """The sum of a side, or nothing while none of it is a number."""
    first, *rest = ranges(cells, layout.places).split(",")
    arguments = ",".join(f"'{layout.sheet}'!{each}" for each in (first, *rest))
    formula = f'=IF(ISERROR(SUM({arguments})),"",IF(COUNT({arguments})=0,"",SUM({arguments})))'
    numbers = [n for n in (values.get(cell) for cell in cells) if isinstance(n, int | Decimal)]
    return Computed(formula, _shown(sum(numbers)) if numbers else "")


def _shown(value: int | Decimal | str) -> int | float | str:
    return float(value) if isinstance(value, Decimal) else value


def _along_name(layout: TableLayout, check: PlacedCheck) -> str:
    form = layout.form
    if check.identity.each == "row":
        return form.row(check.along).name
    if len(form.columns) == 1:
        return form.row(check.identity.left[0]).name
    return form.column(check.along).name
