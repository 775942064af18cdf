"""The imprint in the DOCX: what readers find, and sections without page numbers (7.4, 7.5)."""

from __future__ import annotations

import datetime
import io
import re
import zipfile

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

import govdocs
from govdocs import build
from govdocs.model.nodes import Imprint
from govdocs.units import mm

LINE = "青禾县人民政府要充分认识抓好春季农业生产的重要意义。"
IMPRINT = Imprint(
    copied_to=("县委各部门", "县人武部"),
    printing_office="青禾县人民政府办公室",
    date_of_printing=datetime.date(2025, 3, 10),
)
WIDE = build.table([("甲", "乙"), ("丙", "丁")], landscape=True)
CASES = {
    "under-text": (5, IMPRINT, False, "official"),
    "next-page": (22, IMPRINT, False, "official"),
    "after-blank": (44, IMPRINT, True, "official"),
    "letter": (30, Imprint(copied_to=("县委",)), False, "letter"),
    "none": (5, None, False, "official"),
}
# Of a 公文 that ends with a table, upright or turned: the imprint goes on after its section.
ENDINGS = {
    "table": (build.table([("甲", "乙")]), False),
    "turned": (WIDE, False),
    "turned-after-blank": (WIDE, True),
}


def written(*parts, imprint=IMPRINT, even=False, profile="official", mirror=False):
    return govdocs.render(
        build.document("", *parts, imprint=imprint),
        "docx",
        bundled_fonts=True,
        profile=profile,
        imprint_on_even_page=even,
        mirror_margins=mirror,
    )


def of_case(name):
    lines, imprint, even, profile = CASES[name]
    return written(*[LINE] * lines, imprint=imprint, even=even, profile=profile)


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def feet_of(data):
    """Of each section: whether its feet (odd, even, first) bear the number of the page."""
    document = docx.Document(io.BytesIO(data))
    parts = document.part.related_parts
    return [
        [
            b" PAGE " in parts[reference.rId].blob
            for reference in section._sectPr.footerReference_lst
        ]
        for section in document.sections
    ]


@pytest.mark.parametrize("name", CASES)
def test_openxml_audit_has_no_findings(name, tmp_path):
    path = tmp_path / "file.docx"
    path.write_bytes(of_case(name))
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path).errors == []


@pytest.mark.parametrize("name", ENDINGS)
def test_openxml_audit_has_no_findings_in_what_ends_with_a_table(name, tmp_path):
    path = tmp_path / "file.docx"
    part, even = ENDINGS[name]
    path.write_bytes(written(LINE, part, even=even))
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path).errors == []


def test_7_4_readers_find_the_imprint_as_text_at_its_place():
    document = docx.Document(io.BytesIO(of_case("under-text")))
    assert [each.text for each in document.paragraphs[-4:]] == [
        LINE,
        "抄送：县委各部门、县人武部。",
        "青禾县人民政府办公室\t2025年3月10日印发",
        "",
    ]
    assert document.paragraphs[-2].style.name == "版记"


def test_7_4_1_the_rules_are_drawn_with_the_thickness_of_the_standard():
    body = part(of_case("under-text"), "word/document.xml")
    assert re.findall(r'<a:ln w="(\d+)"', body) == [str(mm(w)) for w in (0.35, 0.25, 0.35)]
    tops = re.findall(r'<wp:positionV relativeFrom="page"><wp:posOffset>(\d+)', body)
    assert tops[-1] == str(mm(262))


def test_7_5_pages_without_a_number_are_a_section_of_their_own():
    assert feet_of(of_case("after-blank")) == [[True, True], [False, False]]


@pytest.mark.parametrize("name", ["under-text", "next-page", "none"])
def test_7_5_a_document_all_of_whose_pages_are_numbered_is_one_section(name):
    assert feet_of(of_case(name)) == [[True, True]]


def test_10_1_the_first_page_of_a_letter_has_a_foot_of_its_own_without_number():
    assert feet_of(of_case("letter")) == [[True, True, False]]
    (section,) = docx.Document(io.BytesIO(of_case("letter"))).sections
    assert section.different_first_page_header_footer


def test_10_1_only_the_first_section_of_a_letter_has_a_first_page_of_its_own():
    data = written(LINE, WIDE, LINE, imprint=None, profile="letter")
    own = [
        section.different_first_page_header_footer
        for section in docx.Document(io.BytesIO(data)).sections
    ]
    assert own == [True, False, False]


def test_5_2_1_mirrored_margins_are_a_setting_of_the_document():
    assert "<w:mirrorMargins/>" in part(written(LINE, mirror=True), "word/settings.xml")
    assert "mirrorMargins" not in part(written(LINE), "word/settings.xml")
