"""``govdocs new-year``: this year's report begun from last year's, whatever holds that."""

import json
from pathlib import Path

import county_cases
import pytest
import yaml

import govdocs as library
from govdocs.kinds.annual_report.encode import to_yaml
from govdocs.kinds.annual_report.workbook.write import write_workbook

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "samples"
EXAMPLES = ROOT / "examples" / "annual_reports"
ON_BLANKS = {"blank-cell", "tie-out-open", "heading-empty", "placeholder", "section-empty",
             "assessment-missing", "processing-fee-missing"}  # fmt: skip


@pytest.fixture
def last(source):
    """Last year's report as YAML; its figures carry two applications over."""

    def write(name="2025.yaml", **fields):
        figures = county_cases.tables()
        figures["申请"] |= {
            "新收": [5, 0, 0, 0, 0, 0, 5],
            "结转下年": [2, 0, 0, 0, 0, 0, 2],
        }
        figures["主动公开"] |= {"规范性文件": [4, 1, 14]}
        return source(to_yaml(county_cases.report(figures=figures, **fields)), name)

    return write


def page_of(path, tmp_path, name):
    """The report of a YAML file as a DOCX or a web page."""
    report = library.read_report(path)
    if name.endswith(".docx"):
        library.save(report, tmp_path / name)
        return name
    from govdocs.api import RenderOptions, lower
    from govdocs.kinds.annual_report.recognise.prose_text import blocks_to_text

    main = lower(report, RenderOptions()).document.main_part
    rows = []
    for line in blocks_to_text(main.body).splitlines():
        if ":-" in line or "---" in line:
            continue
        if line.startswith("|"):
            cells = "".join(f"<td>{cell.strip()}</td>" for cell in line.strip("|").split("|"))
            rows.append(f"<tr>{cells}</tr>")
        else:
            rows.append(f"<p>{line}</p>")
    body = "\n".join(rows).replace("</p>\n<tr>", "</p>\n<table><tr>")
    body = body.replace("</tr>\n<p>", "</tr></table>\n<p>")
    (tmp_path / name).write_text(
        f"<html><head><meta charset='utf-8'><title>{main.title}</title></head><body>"
        f"<h1>{main.title}</h1>{body}</body></html>",
        encoding="utf-8",
    )
    return name


def test_the_year_after_lies_beside_the_source(govdocs, last, tmp_path):
    path = last("报告/2025.yaml")
    ran = govdocs("new-year", path)
    assert (ran.code, ran.out, ran.err) == (0, "报告/2025.yaml → 报告/2026.yaml\n", "")
    begun = library.read_report(tmp_path / "报告" / "2026.yaml")
    assert (begun.year, begun.agency, begun.last_year.year) == (2026, "青禾县教育局", 2025)
    assert begun.tables.at("t2", "上年结转", "自然人") == 2
    assert begun.tables.at("t2", "上年结转", "总计") == 2
    assert {cell.row for cell in begun.tables} == {"上年结转"}


def test_the_file_points_editors_to_the_schema_and_shows_what_was_in_force(govdocs, last):
    govdocs("new-year", last())
    text = Path("2026.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    row = next(line for line in text.splitlines() if "规范性文件:" in line)
    assert row.endswith("# 现行有效件数 上年 14")
    assert "现行有效: }" in row  # proposed, never filled in
    yaml.safe_load(text)


def test_a_file_that_exists_is_not_replaced(govdocs, last, source):
    path = last()
    source("already begun", "2026.yaml")
    ran = govdocs("new-year", path, "--lang", "zh")
    assert ran.code == 2
    assert "2026.yaml" in ran.err
    assert "--overwrite" in ran.err
    assert Path("2026.yaml").read_text() == "already begun"
    assert govdocs("new-year", path, "--overwrite").code == 0
    assert library.read_report("2026.yaml").year == 2026


def test_the_source_is_never_replaced(govdocs, last):
    path = last("2026.yaml")
    before = path.read_bytes()
    for more in ((), ("--overwrite",), ("-o", "./2026.yaml", "--overwrite")):
        ran = govdocs("new-year", path, *more)
        assert ran.code == 2
        assert path.read_bytes() == before


def test_it_is_written_where_asked(govdocs, last, tmp_path):
    assert govdocs("new-year", last(), "-o", "a/明年.yaml").code == 0
    assert (tmp_path / "a" / "明年.yaml").is_file()


def test_the_draft_renders_and_lacks_only_what_is_to_be_written(govdocs, last):
    govdocs("new-year", last())
    ran = govdocs("render", "2026.yaml", "--to", "docx", "--json", "--no-check")
    assert ran.code == 0
    assert json.loads(ran.out)[0]["outputs"] == ["2026.docx"]
    ran = govdocs("check", "2026.yaml", "--json")
    findings = json.loads(ran.out)["findings"]
    assert {f["id"] for f in findings} <= ON_BLANKS
    assert all(f["line"] for f in findings)


@pytest.mark.parametrize("year", [2009, 2015, 2017, 2020, 2025])
def test_every_example_begins_the_next_year(govdocs, year, tmp_path):
    ran = govdocs("new-year", EXAMPLES / f"{year}.yaml", "-o", "a.yaml")
    assert ran.code == 0
    begun = library.read_report(tmp_path / "a.yaml")
    assert begun.year == year + 1
    assert govdocs("render", "a.yaml", "--to", "docx", "--no-check").code == 0
    ran = govdocs("check", "a.yaml", "--json")
    unexpected = {f["id"] for f in json.loads(ran.out)["findings"]} - ON_BLANKS
    assert unexpected <= {"format-unverified", "part-missing"}


def test_from_a_workbook(govdocs, last, tmp_path):
    report = library.read_report(last())
    (tmp_path / "填报.xlsx").write_bytes(write_workbook(report.format, 2025, report=report))
    Path("2025.yaml").unlink()
    ran = govdocs("new-year", "填报.xlsx")
    assert (ran.code, ran.out) == (0, "填报.xlsx → 2026.yaml\n")
    assert library.read_report("2026.yaml").tables.at("t2", "上年结转", "总计") == 2


@pytest.mark.parametrize("name", ["报告.docx", "报告.html"])
def test_from_last_years_published_page(govdocs, last, tmp_path, name):
    govdocs("new-year", last(), "-o", "expected.yaml")
    ran = govdocs("new-year", page_of("2025.yaml", tmp_path, name), "-o", "begun.yaml")
    assert ran.code == 0, ran.err
    begun, expected = library.read_report("begun.yaml"), library.read_report("expected.yaml")
    assert begun.tables == expected.tables
    assert begun.last_year == expected.last_year
    assert (begun.agency, begun.year) == (expected.agency, expected.year)
    assert [s.heading for s in begun.sections] == [s.heading for s in expected.sections]


def test_from_a_sample_page(govdocs, tmp_path):
    [page] = SAMPLES.glob("m16*.txt")
    ran = govdocs("new-year", page, "-o", "2024.yaml")
    assert ran.code == 0
    begun = library.read_report("2024.yaml")
    assert (begun.year, begun.agency) == (2024, "柳湾乡人民政府")
    assert begun.title == "柳湾乡人民政府2024年政府信息公开工作年度报告"
    assert begun.tables.at("t2", "上年结转", "自然人") == 1
    overview = begun.section("总体情况").text.splitlines()
    assert overview[:2] == ["（一）主动公开情况", "（二）依申请公开情况"]
    findings = json.loads(govdocs("check", "2024.yaml", "--json").out)["findings"]
    assert {f["id"] for f in findings} <= ON_BLANKS


def test_a_provinces_format_stays_while_it_is_in_use(govdocs):
    [page] = SAMPLES.glob("m08*.txt")
    assert govdocs("new-year", page, "-o", "2018.yaml").code == 0
    assert library.read_report("2018.yaml").format.id == "liaoning-2017"


def test_a_page_with_a_chapter_twice_begins_a_file_that_can_be_read(govdocs, tmp_path):
    [page] = SAMPLES.glob("m16*.txt")
    text = page.read_text("utf-8") + "五、存在的主要问题及改进情况\n(一)再改进。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert govdocs("new-year", "a.txt").code == 0
    assert govdocs("render", "2024.yaml", "--to", "docx", "--no-check").code == 0


@pytest.mark.parametrize("year", [2013, 2018, 2020])
def test_the_outline_fits_the_form_that_follows(govdocs, source, year):
    given = f"年度: {year}\n机关: 青禾县教育局\n章节:\n  主动公开: 甲。\n  依申请公开: 乙。\n"
    path = source(given, f"{year}.yaml")
    assert govdocs("new-year", path).code == 0
    begun = library.read_report(f"{year + 1}.yaml")
    assert begun.format.id != library.read_report(path).format.id
    assert govdocs("render", f"{year + 1}.yaml", "--to", "docx", "--no-check").code == 0


def test_what_cannot_be_read_of_last_years_report_is_told(govdocs, tmp_path, last):
    [page] = SAMPLES.glob("m16*.txt")
    text = page.read_text("utf-8").replace("| 11 | 1 | 0", "| 1l | 1 | 0")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    ran = govdocs("new-year", "a.txt")
    assert ran.code == 1
    assert "a.txt:" in ran.err
    assert Path("2024.yaml").is_file()


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [("年度: 2025\n机关: 甲局\n标提: 题\n", "a.yaml", 3), ("今天天气很好。\n", "a.txt", None)],
)
def test_no_report_is_2_with_its_faults(govdocs, source, text, name, line):
    ran = govdocs("new-year", source(text, name))
    assert ran.code == 2
    assert f"{name}:{line}: error: " in ran.err if line else "no yearly report" in ran.err
    assert not list(Path().glob("20*.yaml"))


def test_every_scalar_survives(govdocs, last):
    contact = {"邮编": "050000", "电话": "0999-1", "办公时间": "9:00"}
    try:
        path = last(联系方式=contact)
    except ValueError:
        path = last(联系方式={"邮编": "050000", "电话": "0999-1"})
    govdocs("new-year", path)
    assert library.read_report("2026.yaml").contact.postcode == "050000"
