"""The fields of the sheet 基本信息: one list that the writer and the reader share."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import NamedTuple

from govdocs.kinds.annual_report.agency import AgencyKind
from govdocs.kinds.annual_report.workbook.links import explained_rows
from govdocs.standards.annual_report.forms import ReportFormat


class FieldKind(enum.StrEnum):
    """How a field is filled in and read."""

    FIXED = "fixed"  # set when the workbook is made
    TEXT = "text"
    LINES = "lines"  # several, one a line of the cell
    DIGITS = "digits"  # 邮编, 电话: a number to Excel, a text to us
    DATE = "date"
    CHOICE = "choice"


class Field(NamedTuple):
    """A field: its label at the left, its value beside it, a hint at the right.

    Attributes:
        path: keys of the value in a report's data.
        label: what the sheet prints; unique.
        hint: what belongs there.
        choices: labels of a drop-down and what each means.
    """

    path: tuple[str, ...]
    label: str
    hint: str = ""
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[tuple[str, str], ...] = ()


YEAR = Field(("年度",), "年度", "报告所说的年份，不是发布的年份", FieldKind.FIXED)
FORMAT = Field(("格式",), "报告格式", "", FieldKind.FIXED)
AGENCY = Field(("机关",), "机关全称", "必填。可从下拉名单选择，也可直接输入全称")
FEE_STATE = "信息处理费"
FEE_AMOUNT = "信息处理费金额（元）"
FEE_STATES = ("未说明", "未收取", "已收取")
FEE_PATH = ("信息处理费",)
EXPLANATION = "与上年不一致的说明："
OTHER_EXPLANATION = "其他数字的说明："
FREE_EXPLANATIONS = 2
"""Rows for explanations of figures that no rule asks for; the clerk names the cell."""

_KINDS = (
    ("县级以上人民政府", AgencyKind.GOVERNMENT.value),
    ("乡镇人民政府、街道办事处", AgencyKind.TOWNSHIP.value),
    ("政府工作部门", AgencyKind.DEPARTMENT.value),
    ("其他", AgencyKind.OTHER.value),
)

FIELDS = (
    YEAR,
    FORMAT,
    AGENCY,
    Field(("简称",), "规范化简称", "如：县财政局"),
    Field(("自称",), "自称", "正文中怎样称呼本机关，如：我局。不填则按机关名称推定"),
    Field(("机关类别",), "机关类别", "不填则按机关名称推定", FieldKind.CHOICE, _KINDS),
    Field(("省份",), "省份", "如：辽宁省"),
    Field(("标题",), "报告标题", "不填则用格式规定的标题"),
    Field(("编制依据",), "编制依据", "一行一个，用 Alt+Enter 换行；不填则用格式规定的依据",
          FieldKind.LINES),
    Field(("统计期限", "起"), "统计期限起", "不填则为本年度1月1日", FieldKind.DATE),
    Field(("统计期限", "止"), "统计期限止", "不填则为本年度12月31日", FieldKind.DATE),
    Field(("公开网站",), "公开网站", "可以下载本报告的网址"),
    Field(("联系方式", "联系部门"), "联系部门"),
    Field(("联系方式", "地址"), "地址"),
    Field(("联系方式", "邮编"), "邮编", "6 位数字，开头的 0 不能少", FieldKind.DIGITS),
    Field(("联系方式", "电话"), "电话", "如：0416-5500000", FieldKind.DIGITS),
    Field(("联系方式", "传真"), "传真", "", FieldKind.DIGITS),
    Field(("联系方式", "电子邮箱"), "电子邮箱"),
    Field(("署名",), "署名", "一行一个机关，用 Alt+Enter 换行", FieldKind.LINES),
    Field(("成文日期",), "成文日期", "如：2026年1月20日", FieldKind.DATE),
    Field(("图表",), "印图表", "选“是”则印出与上年比较的图表", FieldKind.CHOICE,
          (("是", "true"), ("否", "false"))),
)  # fmt: skip


def explanation_labels(form: ReportFormat) -> Iterator[tuple[str, str]]:
    """Key of an explanation (``t2.上年结转``) and its label on the sheet."""
    for cell in explained_rows(form):
        table = form.table(cell.table)
        name = f"{table.name} {table.row(cell.row).label}"
        yield f"{cell.table}.{cell.row}", f"{EXPLANATION}{name}"
