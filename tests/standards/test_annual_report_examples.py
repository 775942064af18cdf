"""The example reports of five eras and a province's own format: read, checked, set in both formats.

What is looked for is what the office that issues a report looks for: no finding, every figure and
label on paper, page numbers, the signature beside text, the same pages in both formats.
"""

import functools
import io
from collections import Counter
from pathlib import Path

import pytest
from docx import Document as open_docx
from docx.oxml.ns import qn
from parity import convert, find_soffice
from pdf_lines import read_pages
from printed_tables import of_docx, of_node, of_pdf, tables_of

from govdocs.api import lower, render, render_options
from govdocs.environment import default_environment
from govdocs.findings import Severity
from govdocs.inputs.templating import Templates
from govdocs.kinds.annual_report.checking import check_all
from govdocs.kinds.annual_report.checks.tie_outs import check_tie_outs
from govdocs.kinds.annual_report.decode import decode_report
from govdocs.standards.annual_report.loader import report_format

FOLDER = Path(__file__).parents[2] / "examples/annual_reports"
FORMATS = {
    "2009": "2008",
    "2015": "2014",
    "2017": "liaoning-2017",
    "2020": "2019",
    "2025": "2021",
    "variant/2025": "my-province-2021",
}
NAMES = sorted(FORMATS)


@functools.cache
def report(name):
    path = FOLDER / f"{name}.yaml"
    return decode_report(path.read_bytes(), name=str(path)).report


@functools.cache
def document(name):
    return lower(report(name), render_options({})).document


@functools.cache
def rendered(name, to):
    return render(report(name), to, bundled_fonts=True)


@functools.cache
def pages(name):
    """Text of each page of the PDF, a line a string, without spaces."""
    return [[bare(line.text) for line in page.lines] for page in read_pages(rendered(name, "pdf"))]


def printed_text(name):
    return "".join(line for page in pages(name) for line in page)


def bare(text):
    return "".join(text.split())


@functools.cache
def docx_paragraphs(name):
    """Text of each paragraph of the DOCX that stands in no table."""
    body = open_docx(io.BytesIO(rendered(name, "docx"))).element.body
    texts = (bare("".join(node.text or "" for node in each.iter(qn("w:t")))) for each in body.p_lst)
    return [text for text in texts if text]


def test_there_is_an_example_of_every_format():
    assert {each for each in FORMATS.values() if not each.startswith("my-")} == {
        "2008", "2014", "liaoning-2017", "2019", "2021",
    }  # fmt: skip
    files = [path.relative_to(FOLDER).with_suffix("") for path in FOLDER.rglob("*.yaml")]
    assert sorted(map(str, files)) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_year_the_province_or_the_file_picks_the_format(name):
    assert report(name).format.id == FORMATS[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_checks_find_no_fault(name):
    templates = Templates((default_environment().templates,))
    found = check_all(report(name), templates)
    assert [each.zh for each in found if each.severity is not Severity.INFO] == []
    # That a form was not compared with its notice is said of every report in it.
    assert {each.id for each in found} <= {"format-unverified"}


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_the_tables_is_stated(name):
    made = report(name)
    assert set(made.tables) == set(made.format.cells())


@pytest.mark.parametrize("name", NAMES)
def test_the_texts_need_no_mending(name):
    assert lower(report(name), render_options({})).findings == ()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_to_be_filled_in(name):
    for text in (printed_text(name), "".join(docx_paragraphs(name))):
        assert not any(mark in text for mark in ("请填写", "{{", "}}", "【", "None", "\ufffd"))


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_its_number_at_the_foot(name):
    assert [page[-1] for page in pages(name)] == [
        f"—{number}—" for number in range(1, len(pages(name)) + 1)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_pdf_and_docx_say_the_same(name):
    charts = [bare(chart.title) for chart in report(name).charts()]
    printed = "".join("".join(page[:-1]) for page in pages(name))
    for paragraph in docx_paragraphs(name):
        if paragraph not in charts:
            assert paragraph in printed or _broken_by_a_table(paragraph, printed), paragraph


def _broken_by_a_table(paragraph, printed):
    """Whether a paragraph's lines are there, apart: PDFium may read a chart's words between."""
    return all(part in printed for part in paragraph.split("，"))


@pytest.mark.parametrize("name", NAMES)
def test_every_section_and_every_sentence_typed_is_in_the_docx(name):
    whole = "".join(docx_paragraphs(name))
    for section in report(name).sections:
        assert bare(section.heading) in whole
        for sentence in section.text.replace("\n", "。").split("。"):
            if "{{" not in sentence:
                assert bare(sentence) in whole


@pytest.mark.parametrize("to", ["docx", "pdf"])
@pytest.mark.parametrize("name", NAMES)
def test_every_figure_and_label_of_the_tables_is_printed(name, to):
    nodes = tables_of(document(name))
    printed = of_docx(rendered(name, to)) if to == "docx" else of_pdf(rendered(name, to))
    wanted = [of_node(table) for table in nodes]
    if len(printed) == len(wanted):
        assert printed == wanted
        return
    # A table over several pages is read back in parts, each with the head.
    (table,) = wanted
    head = [cell.text for (y, _), cell in sorted(table.items()) if y < nodes[0].head_rows]
    texts = [[cell.text for _, cell in sorted(part.items())] for part in printed]
    assert all(part[: len(head)] == head for part in texts)
    assert head + [text for part in texts for text in part[len(head) :]] == [
        cell.text for _, cell in sorted(table.items())
    ]


def test_the_large_table_of_2025_stands_on_one_page():
    assert len(of_pdf(rendered("2025", "pdf"))) == 3


@pytest.mark.parametrize("name", NAMES)
def test_the_signature_stands_with_text_on_its_page(name):
    last = pages(name)[-1][:-1]
    (signature,) = report(name).signature
    assert signature in last
    assert last.index(signature) > 0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_sets_the_docx_on_as_many_pages_as_the_pdf_has(name, tmp_path):
    file = tmp_path / "report.docx"
    file.write_bytes(rendered(name, "docx"))
    laid_out = read_pages(convert(file, tmp_path / "out").read_bytes())
    assert len(laid_out) == len(pages(name))


@pytest.mark.parametrize("to", ["docx", "pdf"])
def test_the_charts_of_2025_are_printed_and_those_of_others_are_not(to):
    titles = [chart.title for chart in report("2025").charts()]
    assert titles == ["政府信息公开申请收办情况同比", "2025年政府信息公开申请办理结果构成"]
    for name in NAMES:
        text = printed_text(name) if to == "pdf" else "".join(docx_paragraphs(name))
        assert all((bare(title) in text) is (name == "2025") for title in titles)


def test_figures_named_in_the_text_are_those_of_the_table():
    text = "".join(docx_paragraphs("2025"))
    assert "新收政府信息公开申请68件，比上年增长19.3%，上年结转4件；办结69件" in text
    assert "全年制发6件，废止3件，现行有效47件" in text


def test_changes_may_be_negative_and_an_amount_keeps_its_unit():
    for printed in (of_docx(rendered("2020", "docx")), of_pdf(rendered("2020", "pdf"))):
        texts = Counter(cell.text for cell in printed[0].values())
        assert texts["-3"] == texts["-12"] == texts["-1"] == 1
        assert texts["1286.4万元"] == 1


def test_a_formats_relative_path_is_looked_for_beside_the_report(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = FOLDER / "variant/2025.yaml"
    form = decode_report(path.read_bytes(), name=str(path)).report.format
    assert form.reference == "./my-province.toml"
    assert form.lineage == ("2021",)


def test_a_provinces_format_adds_a_section_and_a_row_and_keeps_the_rest():
    own, base = report("variant/2025").format, report_format("2021")
    added = {each.key for each in own.sections} - {each.key for each in base.sections}
    assert added == {"重点任务"}
    rows = [row.key for row in own.table("t1").rows]
    assert [key for key in rows if key not in [row.key for row in base.table("t1").rows]] == [
        "公共服务"
    ]
    assert own.tables[1:] == base.tables[1:]
    assert own.identities == base.identities
    assert not list(check_tie_outs(report("variant/2025")))
