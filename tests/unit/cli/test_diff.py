"""``govdocs diff``: what changed between two reports, in the terminal and as files."""

import json
from html.parser import HTMLParser
from pathlib import Path

import county_cases
import pytest

import govdocs as library
from govdocs.kinds.annual_report.encode import to_yaml

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples" / "annual_reports"
NASTY = '<script>alert("1")</script>&nbsp;'


@pytest.fixture
def reports(source):
    """Writes last year's and this year's report, with fields changed in each."""

    def write(last=(), this=(), last_year=2024):
        return (
            source(to_yaml(county_cases.report(**{"年度": last_year, **dict(last)})), "a.yaml"),
            source(to_yaml(county_cases.report(**dict(this))), "b.yaml"),
        )

    return write


def figures(**rows):
    tables = county_cases.tables()
    tables["主动公开"] |= rows
    return {"figures": tables}


class Page(HTMLParser):
    """A page's tags, each closed in its turn, and its cells."""

    def __init__(self, text):
        super().__init__()
        self.open = []
        self.seen = []
        self.cells = [[]]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        if tag == "tr":
            self.cells.append([])
        if tag in ("td", "th"):
            self.cells[-1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if {"td", "th"} & set(self.open):
            self.cells[-1][-1] += data


def test_the_terminal_shows_figures_with_number_and_percent(govdocs, reports):
    last, this = reports(figures(行政许可=10), figures(行政许可=12))
    ran = govdocs("diff", last, this)
    assert ran.code == 0
    [row] = [line for line in ran.out.splitlines() if "行政许可" in line]
    assert row.split()[-4:] == ["10", "12", "+2", "增长20.0%"]


def test_json_has_its_keys(govdocs, reports):
    last, this = reports(figures(行政许可=10), figures(行政许可=12))
    found = json.loads(govdocs("diff", last, this, "--json").out)
    assert set(found) == {"last", "this", "agency", "cells", "only_last", "only_this", "texts"}
    [cell] = found["cells"]
    assert cell == {
        "cell": "t1.行政许可.处理决定",
        "name": cell["name"],
        "last": "10",
        "this": "12",
        "difference": "2",
        "change": "增长20.0%",
    }
    assert all(set(text) == {"heading", "last", "this"} for text in found["texts"])


def test_blank_and_zero_are_not_the_same(govdocs, reports):
    last, this = reports(figures(行政许可=0, 行政处罚=None), figures(行政许可=None, 行政处罚=0))
    found = json.loads(govdocs("diff", last, this, "--json").out)["cells"]
    assert [(c["last"], c["this"], c["difference"], c["change"]) for c in found] == [
        ("0", "", None, ""),
        ("", "0", None, ""),
    ]


def test_from_zero_there_is_a_number_but_no_percent(govdocs, reports):
    last, this = reports(figures(行政许可=0), figures(行政许可=3))
    [cell] = json.loads(govdocs("diff", last, this, "--json").out)["cells"]
    assert (cell["difference"], cell["change"]) == ("3", "")


def test_a_report_beside_itself_has_no_change(govdocs, reports):
    _, this = reports()
    ran = govdocs("diff", this, this)
    assert ran.code == 0
    assert "表格数字没有变化" in ran.out
    assert "前一份" not in ran.out
    assert "文字没有变化" in ran.out
    found = json.loads(govdocs("diff", this, this, "--json").out)
    assert (found["cells"], found["texts"]) == ([], [])
    assert govdocs("diff", this, this, "-o", "a.docx").code == 0
    assert govdocs("diff", this, this, "-o", "a.html").code == 0


def test_rows_that_one_form_lacks_are_named(govdocs, source):
    last, this = (
        source(to_yaml(county_cases.report(年度=2021)), "2021.yaml"),
        EXAMPLES / "2020.yaml",
    )
    ran = govdocs("diff", this, last)
    assert ran.code == 0
    [rows] = [line for line in ran.out.splitlines() if "2020年格式中没有的行：" in line]
    assert "逾期不补正" in rows
    assert "逾期未按收费通知要求缴纳费用" in rows
    assert "机关不同：2020年为青禾县住房和城乡建设局，2021年为青禾县教育局" in ran.out
    found = json.loads(govdocs("diff", this, last, "--json").out)
    assert found["only_this"]
    assert any(cell["cell"].startswith("t2.新收") for cell in found["cells"])


def test_forms_without_a_table_in_common_are_compared_by_their_texts(govdocs):
    ran = govdocs("diff", EXAMPLES / "2017.yaml", EXAMPLES / "2025.yaml", "-o", "a.html")
    assert ran.code == 0
    Page(Path("a.html").read_text(encoding="utf-8"))


def test_a_page_is_well_formed_and_escapes_what_it_shows(govdocs, reports):
    last, this = reports(figures(行政许可=10), figures(行政许可=12) | {"text": NASTY})
    this.write_text(this.read_text("utf-8").replace("教育局", "教育局"), encoding="utf-8")
    assert govdocs("diff", last, this, "-o", "a.html").code == 0
    text = Path("a.html").read_text(encoding="utf-8")
    page = Page(text)
    assert not page.open
    assert "script" not in page.seen
    assert any(NASTY in cell for row in page.cells for cell in row)
    assert len({len(row) for row in page.cells if row}) <= 2  # figures and texts


def test_a_docx_and_a_pdf_hold_the_same_rows(govdocs, reports):
    last, this = reports(figures(行政许可=10), figures(行政许可=12))
    for name in ("a.docx", "a.pdf"):
        ran = govdocs("diff", last, this, "-o", name)
        assert (ran.code, ran.out) == (0, f"{name}\n")
    tables = [b for b in library.walk(library.read(Path("a.docx"))) if hasattr(b.block, "rows")]
    assert len(tables) == 2
    assert Path("a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["a.txt", "a", "a.xlsx"])
def test_another_ending_is_refused(govdocs, reports, name):
    ran = govdocs("diff", *reports(), "-o", name)
    assert ran.code == 2
    assert ".html" in ran.err


def test_a_source_is_never_replaced(govdocs, reports):
    last, this = reports()
    library.save(library.read_report(this), "b.docx")
    before = Path("b.docx").read_bytes()
    assert govdocs("diff", last, "b.docx", "-o", "./b.docx").code == 2
    assert Path("b.docx").read_bytes() == before


def test_each_side_that_cannot_be_read_is_told(govdocs, source):
    bad = source("年度: 2025\n机关: 甲\n标提: 题\n", "bad.yaml")
    ran = govdocs("diff", "missing.yaml", bad)
    assert ran.code == 2
    assert "missing.yaml" in ran.err
    assert "bad.yaml:3: error: " in ran.err
    assert ran.out == ""
