"""Files as LibreOffice itself makes them; skipped where it is not installed."""

import subprocess

import pytest

import govdocs
from govdocs import build
from govdocs.environment import office_program
from govdocs.model.nodes import Alignment, Cell, Table
from govdocs.model.walk import walk

pytestmark = pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def document():
    """A report with a table of merged cells."""
    table = build.table(
        [
            [build.cell("指标", colspan=2, rowspan=2), build.cell("申请人", colspan=2)],
            ["自然人", "法人"],
            [build.cell("新收", rowspan=2), "件", "1", "2"],
            ["结转", build.cell("0", colspan=2)],
        ],
        head_rows=2,
    )
    return build.document(
        "青禾县2023年政府信息公开工作年度报告",
        "现公布本报告。",
        build.section("总体情况", "全年公开信息57条。"),
        build.section("收到和处理申请情况", table, "以上为全年数据。"),
        year=2023,
    )


@pytest.fixture(scope="module")
def converted(document, tmp_path_factory):
    """The document's DOCX in other formats."""
    folder = tmp_path_factory.mktemp("office")
    source = folder / "report.docx"
    source.write_bytes(govdocs.render(document, "docx"))

    def made(ending):
        subprocess.run(
            [office_program(), f"-env:UserInstallation={(folder / 'profile').as_uri()}",
             "--headless", "--convert-to", ending, "--outdir", folder, source],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return folder / f"report.{ending}"

    return made


def shape(document):
    """Blocks without the alignment of cells, which each format tells otherwise."""
    return [plain(visit.block) for visit in walk(document)], document.main_part.title


def plain(block):
    if not isinstance(block, Table):
        return getattr(block, "heading", None) or block.content
    return [
        [(Cell(content=c.content, colspan=c.colspan, rowspan=c.rowspan, align=Alignment.LEFT))
         for c in row]
        for row in block.rows
    ]  # fmt: skip


@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_older_word_files_say_what_the_docx_says(document, converted, ending):
    reading = govdocs.read_with_findings(converted(ending))
    assert shape(reading.document) == shape(document)
    assert "converted" in {f.id for f in reading.findings}


def test_a_page_saved_by_a_word_processor_says_what_the_docx_says(document, converted):
    reading = govdocs.read_with_findings(converted("html"))
    assert shape(reading.document) == shape(document)
