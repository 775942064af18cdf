"""A whole report that has nothing to find, and what differs from it."""

from typing import Any

from govdocs.findings import Finding
from govdocs.kinds.annual_report.checks.all import check_report
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.loader import report_format

NOTICE = (
    "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》"
    "（国办公开办函〔2021〕30号）"
)
INTRODUCTION = (
    f"根据《中华人民共和国政府信息公开条例》（国务院令第711号）和{NOTICE}编制本报告。全文由总体情况、主动公开政府信息情况、"
    "收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。"
    "所列数据的统计期限自2023年1月1日起至2023年12月31日止。如有疑问，请与柳湾乡党政综合办公室联系（电话：0999-1234567）。"
)
OVERVIEW = """（一）主动公开
2023年，我乡在青禾县政府门户网站公开信息50条，比2022年增加3条。
（二）依申请公开
全年新收申请13件，上年结转2件，办结14件，结转下年1件。
（三）政府信息管理
按照县委、县政府部署，执行先审后发。
（四）政府信息公开平台建设
维护网站专栏和便民中心专区，推进乡村两级公开。
（五）监督保障
纳入年度工作考核，组织社会评议一次，没有发生责任追究。2024年将加强培训。"""
SECTIONS = {
    "总体情况": OVERVIEW,
    "问题及改进": "一是解读不够通俗；二是人员变动频繁。下一步制作图解，固定专人。",
    "其他事项": "本年度未收取信息处理费。",
}

_ROWS = {row.key: [0] * 7 for row in report_format("2021").table("t2").rows}
APPLICATIONS = _ROWS | {
    "新收": [11, 1, 0, 0, 1, 0, 13],
    "上年结转": [2, 0, 0, 0, 0, 0, 2],
    "予以公开": [6, 1, 0, 0, 0, 0, 7],
    "部分公开": [1, 0, 0, 0, 0, 0, 1],
    "过程性信息": [1, 0, 0, 0, 0, 0, 1],
    "不掌握": [3, 0, 0, 0, 1, 0, 4],
    "其他处理": [1, 0, 0, 0, 0, 0, 1],
    "办结": [12, 1, 0, 0, 1, 0, 14],
    "结转下年": [1, 0, 0, 0, 0, 0, 1],
}
TABLES = {
    "主动公开": {
        "规章": [0, 0, 0],
        "规范性文件": [1, 0, 6],
        "行政许可": 12,
        "行政处罚": 3,
        "行政强制": 0,
        "行政事业性收费": "0.5",
    },
    "申请": APPLICATIONS,
    "复议诉讼": {
        "复议": [1, 0, 0, 0, 1],
        "直接起诉": [0, 0, 0, 0, 0],
        "复议后起诉": [0, 0, 0, 1, 1],
    },
}


def report(**changed: Any) -> AnnualReport:
    """The report with some fields put in their place, by their Chinese names."""
    fields: dict[str, Any] = {
        "年度": 2023,
        "机关": "柳湾乡人民政府",
        "标题": "柳湾乡人民政府2023年政府信息公开工作年度报告",
        "引言": INTRODUCTION,
        "章节": SECTIONS,
        "表格": TABLES,
        "信息处理费": 0,
        "署名": "柳湾乡人民政府",
        "成文日期": "2024-01-20",
    }
    return AnnualReport.model_validate(fields | changed)


def with_row(table: str, row: str, values: Any) -> AnnualReport:
    """The report with one row of a table changed."""
    return report(表格=TABLES | {table: TABLES[table] | {row: values}})


def with_overview(text: str, **changed: Any) -> AnnualReport:
    """The report with a line more in its first section."""
    return report(章节=SECTIONS | {"总体情况": f"{OVERVIEW}\n{text}"}, **changed)


def found(subject: AnnualReport, id: str | None = None) -> list[Finding]:
    """What is found in a report, of one id or of all."""
    return [each for each in check_report(subject) if id in (None, each.id)]
