"""A report from whatever holds it, with the places of its parts in the source."""

import io
from pathlib import Path

import county_cases
import pytest

import govdocs
from govdocs.errors import InputError, ReportError, UsageError
from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.encode import to_json, to_yaml
from govdocs.kinds.annual_report.placing import SourceLine, Spots, placed
from govdocs.kinds.annual_report.reading import read_report, read_report_with_findings
from govdocs.kinds.annual_report.workbook.write import write_workbook

SAMPLES = Path(__file__).parents[3] / "samples"
REPORT = county_cases.report(联系方式={"电话": "0999-1"}, text="（六）其他。\n说明。")


def written(name, tmp_path):
    """The same report in a file of some kind."""
    path = tmp_path / name
    ending = path.suffix
    if ending == ".docx":
        govdocs.save(REPORT, path)
    elif ending == ".xlsx":
        path.write_bytes(write_workbook(REPORT.format, 2025, report=REPORT))
    else:
        text = to_json(REPORT) if ending == ".json" else to_yaml(REPORT)
        path.write_text(text, encoding="utf-8")
    return path


def on(place, *cells, **more):
    return Finding(
        id="x", severity=Severity.ERROR, zh="甲", en="a", place=place, cells=cells, **more
    )


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.json", "a.xlsx"])
def test_data_is_read_without_loss(name, tmp_path):
    path = written(name, tmp_path)
    assert read_report(path) == REPORT
    assert read_report(str(path)) == REPORT


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_a_file_may_come_as_bytes_or_as_a_stream(name, tmp_path):
    data = written(name, tmp_path).read_bytes()
    assert read_report(data).tables == REPORT.tables
    assert read_report(io.BytesIO(data)).tables == REPORT.tables


def test_a_page_may_come_as_text_bytes_or_stream():
    [path] = SAMPLES.glob("m16*.txt")
    expected = read_report(path)
    text = path.read_text("utf-8")
    assert read_report(text) == expected
    assert read_report(text.encode()) == expected
    assert read_report(io.BytesIO(text.encode("gb18030"))) == expected


def test_a_docx_has_the_figures_and_texts_again(tmp_path):
    read = read_report(written("a.docx", tmp_path))
    assert read.tables == REPORT.tables
    assert read.section("总体情况").text == REPORT.section("总体情况").text
    assert (read.year, read.agency, read.format.id) == (2025, "青禾县教育局", "2021")


def test_the_caller_may_choose_the_format(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("年度: 2017\n机关: 青禾县教育局\n", encoding="utf-8")
    assert read_report(path).format.id == "2014"
    assert read_report(path, province="辽宁省").format.id == "liaoning-2017"
    assert read_report(path, format="2008").format.id == "2008"
    with pytest.raises((UsageError, ReportError)):
        read_report(path, format="1999")


def test_texts_are_replaced_before_a_page_is_read():
    [path] = SAMPLES.glob("m09*.txt")
    name = "星河体育登录入口·(中国)官网App下载"
    read = read_report_with_findings(path, replace={name: "青禾县"})
    assert not [f for f in read.findings if f.id == "foreign-name"]
    assert read.report.agency == "青禾县"


@pytest.mark.parametrize("source", ["今天天气很好。\n第二行。\n", b"\xe5\xa4\xa9\n"])
def test_what_is_no_report_is_an_input_error(source):
    with pytest.raises(InputError, match="年度报告"):
        read_report(source)


def test_a_file_that_is_not_there_is_an_input_error():
    with pytest.raises(InputError, match=r"没有\.yaml"):
        read_report(Path("没有.yaml"))


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.et", "a.ods"])
def test_a_workbook_by_name_is_never_read_as_text(name, tmp_path):
    (tmp_path / name).write_text("关于2023年度政府信息公开工作的报告\n", encoding="utf-8")
    with pytest.raises(InputError, match="xlsx"):
        read_report(tmp_path / name)


def test_each_finding_of_a_page_is_told_once():
    for path in SAMPLES.glob("*.txt"):
        findings = read_report_with_findings(path, format=None).findings
        assert len(set(findings)) == len(findings)


class TestPlaces:
    spots = Spots(
        lines={"t2.新收.自然人": 7, "t2": 5},
        texts={
            "章节 总体情况": [SourceLine(10, 4), SourceLine(11)],
            "标题": [SourceLine(2, 4)],
            "联系方式": [SourceLine(20)],
        },
        places={"t3.复议.总计": "复议诉讼!F5", "章节 其他事项": "正文!C9"},
    )

    @pytest.mark.parametrize(
        ("finding", "line", "column"),
        [
            (on("表2 R1 C1 第三部分 申请表：一×自然人", "t2.新收.自然人"), 7, None),
            (on("表2 R9 C1 第三部分 申请表：九×自然人", "t2.九.自然人"), 5, None),
            (on("章节 总体情况 第1行", column=3), 10, 7),
            (on("章节 总体情况 第2行", column=3), 11, None),
            (on("章节 总体情况 第2行", "t2.新收.自然人"), 11, None),  # prose, not the cell
            (on("章节 总体情况 第9行"), 10, None),
            (on("章节 总体情况:2"), 11, None),
            (on("章节 总体情况 监督保障"), 10, None),
            (on("联系方式 电话", column=2), 20, None),
            (on("标题", column=1), 2, 5),
            (on("章节 没有的"), None, None),
            (on("own/annual_report/2021.jinja:2"), None, None),
            (on(None), None, None),
            (on("标题", line=99), 99, None),
        ],
    )
    def test_lines(self, finding, line, column):
        found = placed(finding, self.spots)
        assert (found.line, found.column) == (line, column)
        assert found.place == finding.place

    def test_cells_of_sheets_lead_the_place(self):
        cell = placed(on("表3 R1 C5 附表：复议×总计", "t3.复议.总计"), self.spots)
        assert cell.place == "复议诉讼!F5 附表：复议×总计"
        text = placed(on("章节 其他事项 第2行", column=3), self.spots)
        assert (text.place, text.column) == ("正文!C9 章节 其他事项 第2行", None)

    def test_every_cell_of_a_file_has_its_line(self, tmp_path):
        path = written("a.yaml", tmp_path)
        lines = path.read_text("utf-8").splitlines()
        read = read_report_with_findings(path)
        assert {str(cell) for cell in REPORT.tables} <= read.lines.keys()
        for cell in REPORT.tables:
            assert f"{cell.row}:" in lines[read.lines[str(cell)] - 1]

    def test_every_line_of_a_text_has_its_line(self, tmp_path):
        path = written("a.yaml", tmp_path)
        lines = path.read_text("utf-8").splitlines()
        read = read_report_with_findings(path)
        for section in read.report.sections:
            found = read.texts[f"章节 {section.heading}"]
            texts = section.text.splitlines()
            assert len(found) == max(1, len(texts))
            for text, at in zip(texts, found, strict=False):
                assert text in lines[at.line - 1]
                assert at.indent == lines[at.line - 1].index(text)

    def test_every_line_of_a_page_has_its_line(self):
        for path in sorted(SAMPLES.glob("m*.txt")):
            lines = path.read_text("utf-8").splitlines()
            read = read_report_with_findings(path)
            for section in read.report.sections:
                texts = section.text.splitlines()
                at = read.texts[f"章节 {section.heading}"]
                assert len(at) == max(1, len(texts))
                for text, line in zip(texts, at, strict=False):
                    han = [char for char in text if "\u4e00" <= char <= "\u9fff"]
                    assert set(han) <= set(lines[line.line - 1]) | set("一二三四五六七八九十")

    def test_rows_of_a_page_have_their_lines(self):
        [path] = SAMPLES.glob("m16*.txt")
        lines = path.read_text("utf-8").splitlines()
        read = read_report_with_findings(path)
        assert lines[read.lines["t2.新收.总计"] - 1].startswith("一、本年新收")
        assert "属于国家秘密" in lines[read.lines["t2.国家秘密.自然人"] - 1]
        assert len({read.lines[str(cell)] for cell in read.report.format.cells()}) > 25
