"""Tables flattened by web pages and copies are read with every figure in its cell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.inputs.reading import read_with_findings
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.recognise import rebuilt, recognise
from govdocs.kinds.annual_report.tables import table_node
from govdocs.model.nodes import Table
from govdocs.model.walk import walk
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, ValueKind
from govdocs.standards.annual_report.loader import report_format

from .conftest import KEEPING_BLANKS, LOSING_BLANKS, page

YEARS = {"2014": 2016, "2019": 2020, "2021": 2024}


@pytest.fixture(params=sorted(YEARS))
def form(request) -> ReportFormat:
    return report_format(request.param)


def counted(form: ReportFormat) -> Figures:
    """A different figure in every cell, so that none can pass for another."""
    return Figures({cell: _figure(form, cell, n) for n, cell in enumerate(form.cells(), 3)})


def _figure(form: ReportFormat, cell: CellRef, number: int):
    kind = form.table(cell.table).kind(cell.row, cell.column)
    return {ValueKind.MONEY: f"{number}.5万元", ValueKind.CHANGE: -number}.get(kind, number)


def read_back(text: str):
    return recognise(read_with_findings(text))


@pytest.mark.parametrize("flatten", KEEPING_BLANKS + LOSING_BLANKS)
def test_every_figure_finds_its_cell(form, flatten):
    figures = counted(form)
    found = read_back(page(form, YEARS[form.id], figures, flatten))
    assert found.report is not None
    assert found.report.format.id == form.id
    assert dict(found.report.tables) == dict(figures)
    assert [f.id for f in found.findings] == []


@pytest.mark.parametrize("flatten", KEEPING_BLANKS)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_blank_cells_stay_blank_and_figures_in_place(flatten, data):
    form = report_format(data.draw(st.sampled_from(sorted(YEARS))))
    figures = counted(form)
    cells = list(figures)
    blank = data.draw(st.sets(st.sampled_from(cells), max_size=len(cells)))
    some = figures.changed(dict.fromkeys(blank))
    found = read_back(page(form, YEARS[form.id], some, flatten))
    assert found.report is not None
    doubtful = {cell for f in found.findings if f.id == "row-cells" for cell in f.cells}
    read = found.report.tables
    for cell in cells:
        if str(cell) not in doubtful:
            assert read.get(cell) == some.get(cell), cell


@pytest.mark.parametrize("flatten", LOSING_BLANKS)
def test_a_row_that_lost_a_blank_cell_is_reported_and_never_guessed(flatten):
    form = report_format("2021")
    hole = CellRef("t2", "予以公开", "商业企业")
    figures = counted(form).changed({hole: None})
    found = read_back(page(form, 2024, figures, flatten))
    assert found.report is not None
    row = [cell for cell in form.cells() if cell[:2] == hole[:2]]
    reported = [f for f in found.findings if f.id == "row-cells"]
    if reported:  # the page lost the blank cell
        assert reported[0].cells == tuple(map(str, row))
        assert reported[0].line is not None
        assert all(cell not in found.report.tables for cell in row)
    else:
        assert all(found.report.tables.get(cell) == figures.get(cell) for cell in row)
    others = [cell for cell in form.cells() if cell not in row]
    assert all(found.report.tables.get(cell) == figures.get(cell) for cell in others)


@pytest.mark.parametrize("flatten", KEEPING_BLANKS + LOSING_BLANKS)
def test_the_outline_and_its_text_survive(form, flatten):
    found = read_back(page(form, YEARS[form.id], counted(form), flatten))
    assert found.report is not None
    assert [s.heading for s in found.report.sections] == [s.heading for s in form.sections]
    assert [s.key for s in found.report.sections] == [s.key for s in form.sections]
    for number, section in enumerate(form.sections):
        expected = "严格按照规定开展工作。" if not section.tables or number % 2 else ""
        assert found.report.sections[number].text == expected
    assert found.report.introduction == "根据有关规定，编制本报告。"


@pytest.mark.parametrize("flatten", KEEPING_BLANKS + LOSING_BLANKS)
def test_rebuilt_tables_are_those_of_the_form(form, flatten):
    figures = counted(form)
    reading = read_with_findings(page(form, YEARS[form.id], figures, flatten))
    document = rebuilt(reading, recognise(reading))
    tables = [visit.block for visit in walk(document) if isinstance(visit.block, Table)]
    assert tables == [table_node(table, figures) for table in form.tables]
    headings = [b for b in document.main_part.body if hasattr(b, "heading")]
    assert len(headings) == len(form.sections)
