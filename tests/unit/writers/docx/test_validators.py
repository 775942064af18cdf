"""Outside judges: the file keeps to the schemas, and Word should open it without repair."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from govdocs.compose.composition import Role

SDK = os.environ.get("OOXML_VALIDATOR")


@pytest.fixture
def files(everything_file, compose, paragraph, table, write, tmp_path) -> list[Path]:
    reports = {
        "empty": compose(title="", author=""),
        "only-table": compose(table(("甲",), columns=1, head_rows=0)),
        "empty-paragraph": compose(paragraph(Role.BODY)),
    }
    made = [everything_file]
    for name, report in reports.items():
        made.append(tmp_path / f"{name}.docx")
        made[-1].write_bytes(write(report))
    return made


def test_openxml_audit_has_no_findings(files):
    validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019)
    assert {path.name: validator.validate(path).errors for path in files} == {
        path.name: [] for path in files
    }


@pytest.mark.skipif(not SDK, reason="OOXML_VALIDATOR names no Open XML SDK validator")
def test_open_xml_sdk_has_no_findings(files):
    for path in files:
        done = subprocess.run([SDK, str(path)], capture_output=True, text=True, check=False)
        assert json.loads(done.stdout)["errors"] == [], done.stdout
