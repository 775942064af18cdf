"""Landscape sections, captions and notes as a word processor gets them."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator

import govdocs
from govdocs import build

ROWS = [["项目", "数量"], *[[f"第{n}项", str(n)] for n in range(3)]]
LONG = [["项目", "数量"], *[[f"第{n}项", str(n)] for n in range(40)]]


def table(rows=ROWS, **options):
    return build.table(rows, head_rows=1, **options)


def opened(*parts, **options):
    document = build.document("", *parts, **options)
    return docx.Document(io.BytesIO(govdocs.render(document, "docx")))


def orientations(made):
    return [section.orientation for section in made.sections]


UPRIGHT, TURNED = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("文。", table(landscape=True), "文。"), [UPRIGHT, TURNED, UPRIGHT]),
        (("文。", table(landscape=True)), [UPRIGHT, TURNED]),
        ((table(landscape=True), "文。"), [TURNED, UPRIGHT]),
        ((table(landscape=True),), [TURNED]),
        ((table(landscape=True),) * 2, [TURNED, TURNED]),
        ((table(), table(landscape=True), table()), [UPRIGHT, TURNED, UPRIGHT]),
        (("文。", table()), [UPRIGHT]),
    ],
)
def test_8_each_landscape_table_has_a_section_and_no_other_is_made(parts, expected):
    assert orientations(opened(*parts)) == expected


@pytest.mark.parametrize("on_even_page", [False, True])
def test_8_the_imprint_after_a_landscape_table_stands_on_an_upright_page(on_even_page):
    document = build.document(
        "关于某事的通知",
        "文。",
        attachments=(build.attachment("甲", table(landscape=True), number=1),),
        imprint=build.Imprint(copied_to=("某机关",)),
    )
    data = govdocs.render(document, "docx", imprint_on_even_page=on_even_page)
    assert orientations(docx.Document(io.BytesIO(data)))[-2:] == [TURNED, UPRIGHT]


def test_8_the_margins_of_a_landscape_section_are_those_of_the_sheet_turned():
    upright, turned, _ = opened("文。", table(landscape=True), "文。").sections
    assert (turned.page_width, turned.page_height) == (upright.page_height, upright.page_width)
    mm = [
        round(margin.mm, 1)
        for margin in (
            turned.top_margin,
            turned.right_margin,
            turned.bottom_margin,
            turned.left_margin,
        )
    ]
    assert mm == [28, 37, 26, 35]


def test_8_the_page_number_of_a_turned_page_stands_in_a_box_and_in_no_line_of_its_foot():
    made = opened("文。", table(landscape=True), "文。")
    for foot in (made.sections[1].footer, made.sections[1].even_page_footer):
        (paragraph,) = foot.paragraphs
        assert paragraph.text == ""
        (box,) = paragraph._p.iter("{urn:schemas-microsoft-com:vml}textbox")
        assert box.get("style") == "layout-flow:vertical"
        fields = [each.text.strip() for each in box.iter(qn("w:instrText"))]
        assert fields == ["PAGE"]
    assert made.sections[2].footer.paragraphs[0].text.startswith("—")


def test_8_the_paragraph_after_a_landscape_table_asks_for_no_room_or_page_over_it():
    document = opened(
        "文。",
        attachments=(
            build.attachment("甲", table(landscape=True), number=1),
            build.attachment("乙", "文。", number=2),
        ),
        form="official",
    )
    label = next(each for each in document.paragraphs if each.text == "附件2")
    assert not label.paragraph_format.page_break_before


def test_caption_and_unit_keep_with_the_table_and_each_note_with_the_next():
    made = opened("文。", table(caption="表1", unit="单位：件", notes=("甲", "乙")))
    named = {each.text: each for each in made.paragraphs}
    assert named["表1"].style.name == "表题"
    assert named["单位：件"].style.name == "计量单位"
    assert named["乙"].style.name == "表注"
    for text in ("表1", "单位：件"):
        assert named[text].style.paragraph_format.keep_with_next
    assert named["甲"].paragraph_format.keep_with_next
    assert not named["乙"].paragraph_format.keep_with_next


def test_the_notes_of_a_table_that_breaks_are_its_last_row_without_rules():
    made = opened(table(LONG, notes=("甲", "乙")), "文。")
    row = made.tables[0].rows[-1]
    assert [each.text for each in row.cells[0].paragraphs] == ["甲", "乙"]
    borders = row._tr.find(f".//{qn('w:tcBorders')}")
    assert {each.tag.split("}")[1] for each in borders} == {"left", "bottom", "right"}
    above = made.tables[0].rows[-2].cells[0].paragraphs[0]
    assert above.paragraph_format.keep_with_next


def test_no_empty_paragraph_follows_notes_at_the_end():
    made = opened("文。", table(notes=("甲",)))
    assert made.paragraphs[-1].text == "甲"


@pytest.mark.parametrize("rows", [ROWS, LONG])
@pytest.mark.parametrize("landscape", [False, True])
def test_tables_with_all_about_them_keep_to_the_schema(rows, landscape, tmp_path):
    made = table(rows, caption="表1", unit="单位：件", notes=("甲", "乙"), landscape=landscape)
    document = build.document(
        "题",
        "文。",
        build.section("任务", made),
        made,
        attachments=(build.attachment("甲", made, number=1),),
        form="official",
    )
    path = tmp_path / "tables.docx"
    govdocs.save(document, path)
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path).errors == []
