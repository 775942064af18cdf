"""A DOCX that govdocs wrote is read as what it was written from."""

import datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings

import govdocs
from govdocs import build
from govdocs.compose.body import compose
from govdocs.compose.composition import ComposedFigure, ComposedParagraph, ComposedTable
from govdocs.inputs.docx.reader import read_docx
from govdocs.inputs.text.grid import Grid
from govdocs.inputs.text.log import FindingLog
from govdocs.standards.loader import load_profile
from govdocs.testing import strategies

EXAMPLE = Path(__file__).parents[4] / "examples/lijia-2017.txt"


def read_back(document):
    return govdocs.read_with_findings(govdocs.render(document, "docx"))


def test_the_example_comes_back_whole():
    document = govdocs.read(EXAMPLE)
    reading = read_back(document)
    assert reading.document == document
    assert reading.title_line == 1


def test_a_document_with_merged_tables_comes_back_whole():
    table = build.table(
        [
            [build.cell("甲", colspan=2, rowspan=2), build.cell("申请人", colspan=2)],
            ["自然人", "法人"],
            [build.cell("新收", rowspan=2), "件", "1", "2"],
            ["上年", build.cell("", colspan=2)],
        ],
        head_rows=2,
    )
    document = build.document(
        "青禾县2023年政府信息公开工作年度报告",
        build.section("收到和处理政府信息公开申请情况", "共 2 件。", table, build.table([["甲"]])),
        year=2023,
    )
    assert read_back(document).document == document


def texts(paragraphs):
    """What paragraphs say, but for those without ink."""
    return [text for each in paragraphs if (text := "".join(run.text for run in each.runs)).strip()]


def expected(document):
    """The parts that a composition says a DOCX has: texts, and cells with their spans."""
    profile = load_profile("published-report")
    composition = compose(document, profile, date=datetime.date(2018, 1, 9))
    for block in composition.blocks:
        if isinstance(block, ComposedParagraph):
            text = "".join(run.text for run in block.runs)
            if text.strip():
                yield text
        elif isinstance(block, ComposedTable):
            yield from texts(block.above)
            rows = [
                [
                    ("".join(run.text for run in cell.runs).strip(), cell.colspan, cell.rowspan)
                    for cell in row
                ]
                for row in block.rows
            ]
            if block.notes_stay and not block.is_whole:
                notes = "".join(texts(block.below))
                yield [*rows, [(notes.strip(), len(block.column_widths), 1)]], block.head_rows
            else:
                yield rows, block.head_rows
                yield from texts(block.below)
        else:
            assert isinstance(block, ComposedFigure)


def found(data):
    for part in read_docx(data, None, FindingLog()):
        if isinstance(part, Grid):
            rows = [[(c.text.strip(), c.colspan, c.rowspan) for c in row] for row in part.rows]
            yield rows, part.head_rows
        else:
            yield part.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.reports())
def test_any_report_comes_back_line_by_line_and_cell_by_cell(document):
    data = govdocs.render(document, "docx")
    assert list(found(data)) == list(expected(document))
