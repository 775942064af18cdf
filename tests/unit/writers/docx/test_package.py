"""The file itself: what is in it, and that it is the same every time."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest

from govdocs.compose.composition import Role
from govdocs.errors import LayoutError
from govdocs.writers.docx.writer import write_docx

_REPORT = """
import hashlib, io, sys
from pathlib import Path
from datetime import date
from govdocs.compose.composition import ComposedParagraph, Composition, Role, TextRun
from govdocs.standards.loader import load_profile
from govdocs.writers.docx.writer import write_docx

profile = load_profile("published-report")
run = TextRun("一、总体情况", Role.HEADING_1, profile.styles[Role.HEADING_1].face)
block = ComposedParagraph(Role.HEADING_1, (run,))
out = io.BytesIO()
composition = Composition(
    profile=profile, title="报告", author="某镇", date=date(2018, 1, 9), blocks=(block,)
)
write_docx(composition, out, template=Path(sys.argv[1]))
print(hashlib.sha256(out.getvalue()).hexdigest())
"""


def test_zip_carries_no_clock_and_no_system(everything_docx):
    with zipfile.ZipFile(io.BytesIO(everything_docx)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}
    assert entries[0].filename == "[Content_Types].xml"


def test_two_processes_with_different_hash_seeds_write_the_same_bytes(template):
    digests = {
        subprocess.run(
            [sys.executable, "-c", _REPORT, str(template)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert len(digests) == 1
    assert len(digests.pop()) == hashlib.sha256().digest_size * 2


def test_threads_write_their_own_documents(paragraph, compose, write):
    reports = [compose(paragraph(Role.BODY, f"第{n}份报告。"), title=f"报告{n}") for n in range(24)]
    alone = [write(report) for report in reports]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(write, reports)) == alone


def test_properties(everything_docx):
    properties = docx.Document(io.BytesIO(everything_docx)).core_properties
    assert properties.title == "黑山县励家镇2017年度政府信息公开工作报告"
    assert properties.author == properties.last_modified_by == "某镇人民政府"
    assert properties.language == "zh-CN"
    assert properties.created == properties.modified
    assert properties.created.isoformat() == "2018-01-09T00:00:00+00:00"


def test_long_title_stays_whole_in_the_properties(paragraph, compose, write):
    title = "报告" * 200
    written = write(compose(paragraph(Role.BODY, "正文。"), title=title, author=""))
    properties = docx.Document(io.BytesIO(written)).core_properties
    assert properties.title == title
    assert properties.author == ""


def test_a_packed_template_gives_the_same_file(everything, everything_docx, template, tmp_path):
    packed = tmp_path / "skeleton.docx"
    with zipfile.ZipFile(packed, "w") as archive:
        for part in sorted(path for path in template.rglob("*") if path.is_file()):
            archive.write(part, part.relative_to(template).as_posix())
    out = io.BytesIO()
    write_docx(everything, out, template=packed)
    assert out.getvalue() == everything_docx


def test_what_a_template_holds_is_replaced(compose, paragraph, tmp_path):
    old = docx.Document()
    old.add_paragraph("旧文")
    path = tmp_path / "old.docx"
    old.save(path)
    out = io.BytesIO()
    write_docx(compose(paragraph(Role.BODY, "新文")), out, template=path)
    new = docx.Document(out)
    assert [par.text for par in new.paragraphs] == ["新文"]
    assert "List Bullet" not in [style.name for style in new.styles]


@pytest.mark.parametrize("name", ["missing.docx", "text.docx"])
def test_a_template_that_is_none_is_refused(compose, tmp_path, name):
    (tmp_path / "text.docx").write_text("no zip")
    with pytest.raises(LayoutError, match="cannot open the DOCX template"):
        write_docx(compose(), io.BytesIO(), template=tmp_path / name)


def test_importing_the_writer_imports_neither_python_docx_nor_lxml():
    code = (
        "import sys, govdocs.writers.docx.writer as w;"
        "print(sorted({'docx', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_a_document_without_blocks_has_one_paragraph(compose, write):
    assert len(docx.Document(io.BytesIO(write(compose()))).paragraphs) == 1


def test_template_has_no_geometry_of_its_own(template: Path):
    for part in template.rglob("*.xml"):
        assert "sz=" not in part.read_text("utf-8") or "theme" in part.name
        assert "w:pgMar" not in part.read_text("utf-8")
