"""The sample pages become reports with all their figures; what is planted in them is found."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from govdocs.inputs.reading import read_with_findings
from govdocs.kinds.annual_report.recognise import rebuilt_reading, recognise
from govdocs.kinds.annual_report.tables import table_node
from govdocs.model.nodes import Section, Table, plain_text
from govdocs.model.walk import walk

SAMPLES = Path(__file__).parents[4] / "samples"
SEED = Path(__file__).parents[5] / "examples" / "lijia-2017.txt"


def sample(name: str):
    reading = read_with_findings(next(SAMPLES.glob(f"{name}-*.txt")))
    return reading, recognise(reading)


def nonzero(report) -> dict[str, object]:
    return {str(cell): value for cell, value in report.tables.items() if value != 0}


def blank(report) -> set[str]:
    return {str(cell) for cell in report.format.cells() if cell not in report.tables}


def test_m15_all_198_cells_are_zero():
    _, found = sample("m15")
    report = found.report
    assert (report.year, report.agency, report.format.id) == (2020, "青禾县教育局", "2019")
    assert nonzero(report) == {}
    assert blank(report) == set()
    assert len(report.tables) == 198
    assert found.findings == ()  # 第二十条(六)项 and 本年新 制作数量 are no misprints


def test_m16_every_figure():
    _, found = sample("m16")
    report = found.report
    assert (report.year, report.agency, report.format.id) == (2023, "柳湾乡人民政府", "2021")
    assert blank(report) == set()
    assert found.findings == ()
    assert nonzero(report) == {
        "t1.规范性文件.制发": 1,
        "t1.规范性文件.现行有效": 6,
        "t1.行政许可.处理决定": 12,
        "t1.行政处罚.处理决定": 3,
        "t2.新收.自然人": 11,
        "t2.新收.商业企业": 1,
        "t2.新收.法律服务机构": 1,
        "t2.新收.总计": 13,
        "t2.上年结转.自然人": 2,
        "t2.上年结转.总计": 2,
        "t2.予以公开.自然人": 6,
        "t2.予以公开.商业企业": 1,
        "t2.予以公开.总计": 7,
        "t2.部分公开.自然人": 1,
        "t2.部分公开.总计": 1,
        "t2.过程性信息.自然人": 1,
        "t2.过程性信息.总计": 1,
        "t2.不掌握.自然人": 3,
        "t2.不掌握.法律服务机构": 1,
        "t2.不掌握.总计": 4,
        "t2.其他处理.自然人": 1,
        "t2.其他处理.总计": 1,
        "t2.办结.自然人": 12,
        "t2.办结.商业企业": 1,
        "t2.办结.法律服务机构": 1,
        "t2.办结.总计": 14,
        "t2.结转下年.自然人": 1,
        "t2.结转下年.总计": 1,
        "t3.复议.维持": 1,
        "t3.复议.总计": 1,
        "t3.复议后起诉.未审结": 1,
        "t3.复议后起诉.总计": 1,
    }


def test_m16_facts_and_sections():
    _, found = sample("m16")
    report = found.report
    assert report.title == "柳湾乡人民政府2023年政府信息公开工作年度报告"
    assert report.contact.telephone == "0999-1234567"
    assert report.contact.address == "青禾县柳湾乡党政综合办公室"
    assert report.website == "www.qinghe.example.cn"
    assert report.processing_fee == 0
    assert report.section("总体情况").text.splitlines()[2:4] == [
        "（二）依申请公开情况",
        "全年新收申请13件，上年结转2件，办结14件，结转下年度1件。",
    ]
    assert [section.text for section in report.sections[1:4]] == ["", "", ""]
    assert report.section("其他事项").text == "本年度未收取信息处理费。"
    assert report.introduction.startswith("本年度报告根据")


def test_m18_figures_blanks_and_misprints():
    _, found = sample("m18")
    report = found.report
    assert (report.year, report.agency, report.format.id) == (2022, "本机关", "2021")
    assert nonzero(report) == {
        "t2.新收.自然人": 56,
        "t2.新收.总计": 56,
        "t2.予以公开.自然人": 18,
        "t2.不掌握.自然人": 31,
        "t2.信访举报投诉.自然人": 5,
        "t2.办结.自然人": 54,
        "t2.办结.总计": 54,
        "t2.结转下年.自然人": 3,
        "t2.结转下年.总计": 3,
        "t3.复议.维持": 9,
        "t3.复议.纠正": 2,
        "t3.复议.其他": 1,
        "t3.复议.总计": 12,
        "t3.直接起诉.维持": 3,
        "t3.直接起诉.未审结": 1,
        "t3.直接起诉.总计": 4,
    }
    columns = [column.key for column in report.format.table("t2").columns]
    full = {"新收", "上年结转", "办结", "结转下年"}
    some = {"予以公开", "不掌握", "信访举报投诉"}
    expected = {
        f"t2.{row.key}.{column}"
        for row in report.format.table("t2").rows
        for column in columns
        if not (row.key in full and column in ("自然人", "总计"))
        and not (row.key in some and column == "自然人")
    }
    results = [column.key for column in report.format.table("t3").columns]
    expected |= {f"t3.复议后起诉.{column}" for column in results}
    assert blank(report) == expected
    misprints = [(f.line, f.found, f.expected) for f in found.findings if f.id == "label-typo"]
    assert misprints == [
        (
            26,
            "（二）部分公开（区分处理的，只计这一情况，不计其他情形）",
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        ),
        (31, "5.属于三类内容事务信息", "5.属于三类内部事务信息"),
    ]
    assert [f.id for f in found.findings if f.id != "label-typo"] == ["agency-missing"]


@pytest.mark.parametrize("name", ["m15", "m16", "m18"])
def test_the_rebuilt_page_has_the_forms_tables_and_the_same_text(name):
    reading, found = sample(name)
    again = rebuilt_reading(reading, found)
    tables = [v.block for v in walk(again.document) if isinstance(v.block, Table)]
    form = found.report.format
    assert tables == [table_node(table, found.report.tables) for table in form.tables]
    assert _texts(again.document) == _texts(reading.document)
    kept = [f for f in reading.findings if f.id != "row-padded"]
    new = [f for f in again.findings if f not in kept]
    assert [f for f in again.findings if f in kept] == kept
    assert [f for f in new if f.id != "table-rebuilt"] == [
        f for f in found.findings if f.id == "label-typo"
    ]
    assert [f.id for f in again.findings].count("table-rebuilt") == 3


def _texts(document) -> list[str]:
    blocks = [visit.block for visit in walk(document) if not isinstance(visit.block, Table)]
    return [plain_text(b.heading if isinstance(b, Section) else b.content) for b in blocks]


@pytest.mark.parametrize(
    ("name", "form", "year", "agency"),
    [
        ("m01", "2008", 2009, "青禾县卫生局"),
        ("m04", "2008", 2012, "柳湾乡人民政府"),
        ("m08", "liaoning-2017", 2017, "青禾县"),
        ("m09", "liaoning-2017", 2017, "本机关"),
        ("m13", "2008", 2019, "青禾县教育局"),
    ],
)
def test_pages_without_tables_give_their_sections(name, form, year, agency):
    reading, found = sample(name)
    report = found.report
    assert (report.format.id, report.year, report.agency) == (form, year, agency)
    headings = [b for b in reading.document.main_part.body if isinstance(b, Section)]
    assert [s.heading for s in report.sections] == [plain_text(b.heading) for b in headings]
    assert all(section.text for section in report.sections)
    assert rebuilt_reading(reading, found) is reading


def test_m01_leaves_out_the_pages_record():
    _, found = sample("m01")
    assert found.report.introduction == ""
    assert [f.id for f in found.findings] == ["page-record"]
    assert [s.key for s in found.report.sections] == ["概述", "主动公开", "问题及改进"]


def test_m04_has_its_title_from_the_introduction():
    _, found = sample("m04")
    report = found.report
    assert report.title == "柳湾乡人民政府2012年政府信息公开工作年度报告"
    assert "title-derived" in [f.id for f in found.findings]
    assert report.signature == ("柳湾乡人民政府",)
    assert report.date_of_issue == datetime.date(2013, 3, 26)
    assert report.contact.model_dump() == {
        "department": "柳湾乡人民政府办公室",
        "address": "柳湾乡东街1号",
        "postcode": "000000",
        "telephone": "12345678",
        "fax": "",
        "email": "liuwan@example.cn",
    }
    assert report.introduction.startswith("根据《中华人民共和国政府信息公开条例》")


def test_m13_is_of_an_older_form_than_its_year():
    _, found = sample("m13")
    (finding,) = [f for f in found.findings if f.id == "format-other-year"]
    assert (finding.expected, finding.found) == ("2019", "2008")
    assert found.report.title == "青禾县教育局2019年度政府信息公开年度报告"


def test_the_first_sample_keeps_all_its_sections():
    found = recognise(read_with_findings(SEED))
    report = found.report
    assert (report.year, report.format.id) == (2017, "liaoning-2017")
    assert [s.key for s in report.sections] == [s.key for s in report.format.sections]
    assert "累计主动公开政府信息57条" in report.section("主动公开").text
