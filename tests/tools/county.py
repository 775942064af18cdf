"""A county of generated agencies: a roster, a folder of reports, and what they really say.

The figures are drawn with a seed and kept as plain numbers, so that a test can add them up by
itself. Reports are written as YAML by hand and as filled-in workbooks, turn by turn.

    python tests/tools/county.py FOLDER [--seed 1] [--sound]
"""

import argparse
import csv
import random
import shutil
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

AGENCY = "青禾县人民政府"
YEAR = 2025

_OFFICES = (
    "发展和改革局 教育局 科学技术局 工业和信息化局 民族宗教事务局 公安局 民政局 司法局 财政局 "
    "人力资源和社会保障局 自然资源局 生态环境局 住房和城乡建设局 交通运输局 水利局 农业农村局 "
    "商务局 文化和旅游局 卫生健康局 退役军人事务局 应急管理局 审计局 市场监督管理局 统计局 "
    "医疗保障局 信访局 林业和草原局 城市管理局 数据局 乡村振兴局 机关事务服务中心 政务服务中心 "
    "档案局 供销合作社 地方志编纂中心 公共资源交易中心 投资促进中心 融媒体中心 疾病预防控制中心 "
    "房屋征收服务中心 粮食和物资储备局 畜牧发展中心 招商局 体育局"
).split()
_PLACES = (
    "柳湾 石桥 双河 白杨 青山 大沟 沙岭 黄泥 新安 太平 红旗 三岔 高台 南营 西峪 东坡 长岭".split()
)

RESULTS = (
    "予以公开 部分公开 国家秘密 法律法规禁止 三安全一稳定 第三方权益 内部事务信息 过程性信息 "
    "执法案卷 行政查询 不掌握 需另行制作 补正仍不明确 信访举报投诉 重复申请 公开出版物 "
    "大量反复申请 确认或重新出具 逾期不补正 逾期不缴费 其他处理"
).split()
APPLICANTS = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他".split()
OUTCOMES = "维持 纠正 其他 未审结".split()
T1_ROWS = {
    "规章": ("制发", "废止", "现行有效"),
    "规范性文件": ("制发", "废止", "现行有效"),
    "行政许可": ("处理决定",),
    "行政处罚": ("处理决定",),
    "行政强制": ("处理决定",),
    "行政事业性收费": ("收费",),
}
_OVERVIEW = """（一）主动公开。围绕群众关心的事项主动公开。
（二）依申请公开。按时办理，统一答复文书。
（三）政府信息管理。执行先审后发。
（四）政府信息公开平台建设。维护网站专栏和公开专区。
（五）监督保障。纳入年度工作考核，组织了社会评议，没有发生责任追究。"""


@dataclass
class Agency:
    """A generated agency: its names, its figures, and how its report fails, if it does."""

    name: str
    short: str
    kind: str
    order: int
    cells: dict
    ending: str = "yaml"
    failure: str = ""
    file: Path | None = None


@dataclass
class GeneratedCounty:
    """What was made: the roster's file, the reports' folder, and the agencies."""

    roster: Path
    folder: Path
    agencies: list[Agency] = field(default_factory=list)

    def failing(self, *kinds):
        """Agencies whose report fails in one of these ways; in any, if none is named."""
        return [a for a in self.agencies if a.failure and (not kinds or a.failure in kinds)]


FAILURES = (
    "missing", "missing", "broken-yaml", "broken-xlsx", "other-year", "other-format", "tie-out",
    "tie-out", "duplicate", "other-agency", "all-zero", "blank", "dash", "bad-value",
)  # fmt: skip
LEFT_OUT = {
    "missing", "broken-yaml", "broken-xlsx", "other-year", "other-format", "duplicate", "bad-value",
}  # fmt: skip
FORCED = {"tie-out", "other-agency", "blank"}


def agencies(count=80, seed=1):
    """Agencies with their figures; the first is the county's own government."""
    draw = random.Random(seed)
    names = [(AGENCY, "县政府", "政府本级")]
    names += [(f"青禾县{office}", f"县{office}", "部门") for office in _OFFICES]
    names += [(f"青禾县{p}镇人民政府", f"{p}镇", "乡镇街道") for p in _PLACES]
    names += [(f"青禾县{p}乡人民政府", f"{p}乡", "乡镇街道") for p in _PLACES]
    names += [(f"青禾县{p}街道办事处", f"{p}街道", "乡镇街道") for p in _PLACES]
    return [
        Agency(name, short, kind, order, figures(draw), "xlsx" if order % 3 == 0 else "yaml")
        for order, (name, short, kind) in enumerate(names[:count], 1)
    ]


def figures(draw):
    """The cells of a report in which every tie-out holds: ``t2.新收.自然人`` to a number."""
    cells = {}
    for row, columns in T1_ROWS.items():
        for column in columns:
            number = (
                0 if row == "规章" else draw.choice((0, draw.randint(0, 9), draw.randint(0, 400)))
            )
            if column == "收费":
                number = Decimal(draw.randint(0, 99_999)) / 100
            cells[f"t1.{row}.{column}"] = number
    for column in APPLICANTS:
        for row in RESULTS:
            cells[f"t2.{row}.{column}"] = draw.choice((0, 0, 0, 0, draw.randint(0, 20)))
        cells[f"t2.办结.{column}"] = sum(cells[f"t2.{row}.{column}"] for row in RESULTS)
        cells[f"t2.结转下年.{column}"] = draw.choice((0, draw.randint(0, 4)))
        due = cells[f"t2.办结.{column}"] + cells[f"t2.结转下年.{column}"]
        cells[f"t2.上年结转.{column}"] = draw.randint(0, min(due, 3))
        cells[f"t2.新收.{column}"] = due - cells[f"t2.上年结转.{column}"]
    for row in ("新收", "上年结转", *RESULTS, "办结", "结转下年"):
        cells[f"t2.{row}.总计"] = sum(cells[f"t2.{row}.{column}"] for column in APPLICANTS)
    for row in ("复议", "直接起诉", "复议后起诉"):
        for column in OUTCOMES:
            cells[f"t3.{row}.{column}"] = draw.choice((0, 0, draw.randint(0, 5)))
        cells[f"t3.{row}.总计"] = sum(cells[f"t3.{row}.{column}"] for column in OUTCOMES)
    return cells


def make_county(home, *, count=80, seed=1, failing=True):
    """Write a roster and a folder of reports; some fail, each in its own way."""
    home = Path(home)
    folder = home / "年报"
    folder.mkdir(parents=True)
    county = GeneratedCounty(home / "名册.csv", folder, agencies(count, seed))
    if failing:
        step = max(1, (count - 4) // len(FAILURES))
        for index, failure in enumerate(FAILURES):
            county.agencies[3 + index * step].failure = failure
    for agency in county.agencies:
        write_agency(folder, agency)
    if failing:
        (folder / "会议通知.txt").write_text(
            "关于召开会议的通知\n\n请准时参加。\n", encoding="utf-8"
        )
        (folder / "~$锁.xlsx").write_bytes(b"")
    write_roster(county.roster, county.agencies)
    return county


def write_roster(path, listed):
    """The roster as CSV."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(
            ["全称", "规范化简称", "类别", "顺序", "联系人", "联系电话", "涵盖", "并入自"]
        )
        for a in listed:
            rows.writerow([a.name, a.short, a.kind, a.order, "张工", "0999-1234567", "", ""])


def write_agency(folder, agency):
    """One agency's file, failing as it is meant to."""
    cells = agency.cells
    if agency.failure == "missing":
        return
    if agency.failure == "tie-out":
        cells["t2.新收.总计"] += 1
    elif agency.failure == "all-zero":
        cells.update(dict.fromkeys(cells, 0))
    elif agency.failure == "blank":
        cells["t1.行政许可.处理决定"] = None
    elif agency.failure == "dash":
        cells["t1.行政强制.处理决定"] = "-"
    elif agency.failure == "bad-value":
        cells["t1.行政强制.处理决定"] = "若干"
    agency.ending = {"broken-xlsx": "xlsx", "": agency.ending}.get(agency.failure, "yaml")
    agency.file = folder / f"{agency.order:02d}{agency.short}.{agency.ending}"
    if agency.failure == "broken-xlsx":
        agency.file.write_bytes(b"PK\x03\x04" + b"broken" * 40)
    elif agency.failure == "broken-yaml":
        agency.file.write_text("年度: 2025\n机关: [没有写完\n", encoding="utf-8")
    elif agency.ending == "xlsx":
        agency.file.write_bytes(workbook(agency))
    else:
        agency.file.write_text(yaml_text(agency), encoding="utf-8")
    if agency.failure == "duplicate":
        other = folder / f"{agency.short}（修改稿）.yaml"
        shutil.copy(agency.file, other)
        text = other.read_text(encoding="utf-8")
        other.write_text(text.replace("规章: {制发: 0", "规章: {制发: 1"), encoding="utf-8")


def yaml_text(agency):
    """A report as somebody types it."""
    year = YEAR - 1 if agency.failure == "other-year" else YEAR
    name = "青禾县档案馆" if agency.failure == "other-agency" else agency.name
    lines = [f"年度: {year}", f"机关: {name}"]
    if agency.failure == "other-format":
        return "\n".join([*lines, "格式: '2019'", "信息处理费: 0", "表格: {}", ""])
    lines += ["信息处理费: 0", "章节:", "  总体情况: |"]
    lines += [f"    {line}" for line in _OVERVIEW.splitlines()]
    lines += [
        "  问题及改进: 解读不够通俗，下一步制作图解。",
        "  其他事项: 本年度未收取信息处理费。",
        "表格:",
    ]
    rows = {}
    for cell, value in agency.cells.items():
        table, row, column = cell.split(".")
        rows.setdefault(table, {}).setdefault(row, []).append((column, value))
    for table, of_table in rows.items():
        lines.append(f"  {table}:")
        for row, values in of_table.items():
            inner = ", ".join(f"{c}: {'' if v is None else v}" for c, v in values)
            lines.append(f"    {row}: {{{inner}}}")
    return "\n".join(lines) + "\n"


def workbook(agency):
    """A report as a filled-in workbook."""
    from govdocs.kinds.annual_report.decode import decode_report
    from govdocs.kinds.annual_report.workbook.write import write_workbook

    report = decode_report(yaml_text(agency)).report
    return write_workbook(report.format, report.year, report=report)


def plain_sums(listed):
    """What agencies come to, cell by cell: only numbers are added."""
    sums = {}
    for agency in listed:
        for cell, value in agency.cells.items():
            if isinstance(value, (int, Decimal)):
                sums[cell] = sums.get(cell, 0) + value
    return sums


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a county of generated agencies.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sound", action="store_true", help="no report fails")
    given = parser.parse_args()
    made = make_county(given.folder, count=given.count, seed=given.seed, failing=not given.sound)
    for each in made.failing():
        print(each.failure, each.name)
