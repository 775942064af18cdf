"""Reports of a small county for unit tests: figures in which every tie-out holds, few of them."""

from pathlib import Path

from govdocs.kinds.annual_report.county.summing import Contribution
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.loader import report_format

YEAR = 2025
OVERVIEW = """（一）主动公开。主动公开信息。
（二）依申请公开。按时办理。
（三）政府信息管理。先审后发。
（四）政府信息公开平台建设。维护网站。
（五）监督保障。纳入工作考核，组织社会评议，没有责任追究。"""
ZEROS = {
    "主动公开": {"规章": [0, 0, 0], "规范性文件": [0, 0, 0], "行政许可": 0, "行政处罚": 0,
              "行政强制": 0, "行政事业性收费": 0},
    "申请": {row.key: [0] * 7 for row in report_format("2021").table("t2").rows},
    "复议诉讼": {row.key: [0] * 5 for row in report_format("2021").table("t3").rows},
}  # fmt: skip


def tables(licences=12, received=3):
    """Figures in which every tie-out holds; natural persons only."""
    row = [received, 0, 0, 0, 0, 0, received]
    changed = {"新收": row, "予以公开": row, "办结": row}
    return ZEROS | {
        "主动公开": ZEROS["主动公开"] | {"行政许可": licences, "行政事业性收费": "0.5"},
        "申请": ZEROS["申请"] | changed,
    }


def report(agency="青禾县教育局", figures=None, text="", **changed):
    """A report that has no error, with some fields changed."""
    fields = {
        "年度": YEAR,
        "机关": agency,
        "章节": {
            "总体情况": OVERVIEW + (f"\n{text}" if text else ""),
            "问题及改进": "解读不够通俗，下一步制作图解。",
            "其他事项": "本年度未收取信息处理费。",
        },
        "表格": tables() if figures is None else figures,
        "信息处理费": 0,
    }
    return AnnualReport.model_validate(fields | changed)


def counted(*reports):
    """Reports as contributions under their own names."""
    return [Contribution(each.agency, each) for each in reports]


def file_of(result):
    """The name of the file that a unit claims."""
    return Path(result.file).name if result.file else None
