"""The header block of a DOCX is text that readers find, and what cannot flow is in a frame."""

import io

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

import govdocs
from govdocs.model.build import document
from govdocs.model.nodes import HeaderBlock

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADERS = {
    "official": HeaderBlock(
        copy_number="000001",
        urgency="特急",
        issuer_mark=("甲县发展和改革局", "甲县财政局"),
        document_number="甲发改发〔2025〕1号",
        signatories=("张三", "李四", "欧阳修远"),
    ),
    "letter": HeaderBlock(issuer_mark=("甲县财政局",), document_number="甲财函〔2025〕1号"),
    "order": HeaderBlock(issuer_mark=("甲县人民政府",), document_number="第3号"),
    "minutes": HeaderBlock(issuer_mark=("甲县人民政府常务会议",)),
}
TEXTS = {
    "official": [
        "000001",
        "特急",
        "甲县发展和改革局",
        "甲县财政局",
        "文件",
        "签发人：张三\t李四",
        "甲发改发〔2025〕1号\t欧阳修远",
    ],
    "letter": ["甲县财政局", "甲财函〔2025〕1号"],
    "order": ["甲县人民政府令", "第3号"],
    "minutes": ["甲县人民政府常务会议纪要"],
}
FRAMED = {"official": ["文件"], "letter": ["甲县财政局"], "order": [], "minutes": []}


def rendered(form, **options):
    made = document("题目", "正文。", header_block=HEADERS[form], form=form)
    return govdocs.render(made, "docx", bundled_fonts=True, **options)


def paragraphs(data):
    return docx.Document(io.BytesIO(data)).paragraphs


@pytest.mark.parametrize("form", HEADERS)
def test_the_header_block_is_text_in_reading_order_before_the_title(form):
    texts = [paragraph.text for paragraph in paragraphs(rendered(form))]
    assert texts[: len(TEXTS[form]) + 1] == [*TEXTS[form], "题目"]


@pytest.mark.parametrize("form", HEADERS)
def test_only_what_cannot_stand_in_the_flow_is_in_a_frame(form):
    framed = [
        paragraph.text
        for paragraph in paragraphs(rendered(form))
        if paragraph._p.find(f"{W}pPr/{W}framePr") is not None
    ]
    assert framed == FRAMED[form]


@pytest.mark.parametrize("form", HEADERS)
def test_its_paragraphs_have_the_styles_of_their_elements(form):
    names = {paragraph.text: paragraph.style.name for paragraph in paragraphs(rendered(form))}
    expected = {
        "000001": "份号",
        "特急": "紧急程度",
        "文件": "发文机关标志",
        "签发人：张三\t李四": "签发人标签",
        "第3号": "发文字号",
    }
    for text in TEXTS[form]:
        assert names[text] == expected.get(text, names[text])


@pytest.mark.parametrize("is_preprinted", [False, True])
@pytest.mark.parametrize("form", HEADERS)
def test_openxml_audit_has_no_findings(form, is_preprinted, tmp_path):
    path = tmp_path / f"{form}.docx"
    path.write_bytes(rendered(form, preprinted=is_preprinted))
    validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019)
    assert validator.validate(path).errors == []


def test_pre_printed_paper_with_nothing_but_red_on_it_keeps_its_room():
    first, second = paragraphs(rendered("minutes", preprinted=True))[:2]
    assert (first.text, second.text) == ("", "题目")
    assert first.paragraph_format.space_before.mm > 50
