"""Pages that are files (HTML, DOCX), and the text of a PDF: read with every figure."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import pytest

import govdocs
from govdocs import build
from govdocs.inputs.reading import read_with_findings
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.recognise import recognise
from govdocs.kinds.annual_report.tables import table_node
from govdocs.model.nodes import Table, plain_text
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, ValueKind
from govdocs.standards.annual_report.loader import report_format

YEARS = {"2014": 2016, "2019": 2020, "2021": 2024}


@pytest.fixture(params=sorted(YEARS))
def form(request) -> ReportFormat:
    return report_format(request.param)


def counted(form: ReportFormat) -> Figures:
    return Figures({cell: _figure(form, cell, n) for n, cell in enumerate(form.cells(), 3)})


def _figure(form: ReportFormat, cell: CellRef, number: int):
    kind = form.table(cell.table).kind(cell.row, cell.column)
    return {ValueKind.MONEY: f"{number}.5万元", ValueKind.CHANGE: -number}.get(kind, number)


def document_of(form: ReportFormat, figures: Figures) -> govdocs.Document:
    sections = (
        build.section(
            section.heading,
            "如下所示。",
            *(table_node(form.table(name), figures) for name in section.tables),
        )
        for section in form.sections
    )
    title = f"青禾县教育局{YEARS[form.id]}年政府信息公开工作年度报告"
    return build.document(title, "根据有关规定，编制本报告。", *sections)


def test_docx(form):
    figures = counted(form).changed(
        dict.fromkeys(list(form.cells())[::5])  # blank cells as well
    )
    data = govdocs.render(document_of(form, figures), "docx")
    found = recognise(read_with_findings(data))
    assert found.report.format.id == form.id
    assert found.report.tables == figures
    assert found.findings == ()


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
@pytest.mark.parametrize("layout", ["-layout", "-raw"])
def test_text_of_a_pdf(form, layout, tmp_path):
    figures = counted(form)
    path = tmp_path / "report.pdf"
    path.write_bytes(govdocs.render(document_of(form, figures), "pdf", bundled_fonts=True))
    ran = subprocess.run(["pdftotext", layout, path, "-"], capture_output=True, check=True)
    found = recognise(read_with_findings(ran.stdout))
    assert found.report.format.id == form.id
    assert found.report.tables == figures
    assert found.findings == ()


def html_of(form: ReportFormat, figures: Figures, *, widen: bool = False) -> bytes:
    parts = [f"<h1>青禾县教育局{YEARS[form.id]}年政府信息公开工作年度报告</h1>"]
    for number, section in enumerate(form.sections):
        parts.append(f"<p>{'一二三四五六七八九十'[number]}、{section.heading}</p><p>如下所示。</p>")
        for name in section.tables:
            node = table_node(form.table(name), figures)
            parts += ["<table>", *_rows(node, widen=widen and name == "t1"), "</table>"]
    return f"<html><meta charset=utf-8><body>{''.join(parts)}</body></html>".encode()


def _rows(node: Table, *, widen: bool) -> Iterator[str]:
    """Rows of a table; ``widen`` gives the last cell of each row a column more."""
    for row in node.rows:
        yield "<tr>"
        for index, cell in enumerate(row):
            more = widen and index == len(row) - 1
            yield (
                f"<td colspan={cell.colspan + more} rowspan={cell.rowspan}>"
                f"<p>{plain_text(cell.content)}</p></td>"
            )
        yield "</tr>"


@pytest.mark.parametrize("widen", [False, True])
def test_html_also_with_a_column_too_many(form, widen):
    figures = counted(form).changed(dict.fromkeys(list(form.cells())[::7]))
    found = recognise(read_with_findings(html_of(form, figures, widen=widen)))
    assert found.report.format.id == form.id
    assert found.report.tables == figures
    assert [f.id for f in found.findings] == []
