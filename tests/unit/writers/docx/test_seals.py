"""Rings and frames of a draft in the DOCX."""

import datetime
import io
import re
import zipfile

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

import govdocs
from govdocs import build
from govdocs.model.nodes import SignatureStamp

DAY = datetime.date(2025, 3, 9)
SEALED = {"signature": ("甲县人民政府", "乙县人民政府"), "signing": "sealed"}
STAMPED = {"stamps": [SignatureStamp(office="县长", name="林一")], "signing": "stamped"}


def written(signed, **options):
    built = build.document("", "正文。", date_of_issue=DAY, form="official", **signed)
    return govdocs.render(built, "docx", bundled_fonts=True, **options)


def body(data):
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


@pytest.mark.parametrize("signed", [SEALED, STAMPED])
def test_openxml_audit_has_no_findings(signed, tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(written(signed, draft_seals=True))
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path).errors == []


def test_7_3_5_1_a_draft_has_a_dashed_ring_for_each_seal_with_ids_of_their_own():
    text = body(written(SEALED, draft_seals=True))
    assert text.count('prst="ellipse"') == 2
    assert text.count('string="样章"') == 2
    ids = re.findall(r'<wp:docPr id="(\d+)"', text)
    assert len(set(ids)) == len(ids) == 2
    assert "star" not in text


def test_7_3_5_3_a_draft_frames_the_name_of_a_stamp():
    text = body(written(STAMPED, draft_seals=True))
    assert text.count('prst="rect"') == 1
    assert "林一" in text


@pytest.mark.parametrize("signed", [SEALED, STAMPED])
def test_a_finished_docx_shows_nothing_in_the_room_of_a_seal(signed):
    text = body(written(signed))
    assert "<w:drawing>" not in text
    assert "样章" not in text


def test_7_3_5_1_a_draft_has_the_ring_of_a_date_after_a_landscape_table_too():
    table = build.table([["序号", "任务"], ["1", "内容"]], landscape=True)
    built = build.document(
        "", "正文。", table, signing="sealed", date_of_issue=DAY, form="official"
    )
    data = govdocs.render(built, "docx", bundled_fonts=True, draft_seals=True)
    assert body(data).count('prst="ellipse"') == 1
