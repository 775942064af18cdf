"""Styles, settings and section: the profile in the words of WordprocessingML."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from govdocs.compose.composition import FaceRole, Role
from govdocs.fontbook.official import docx_name
from govdocs.writers.docx.style_sheet import StyleSheet


@pytest.fixture(scope="module")
def document(everything_docx):
    return docx.Document(io.BytesIO(everything_docx))


def _style(document, name):
    return next(style for style in document.styles.element if style.name_val == name)


def _fonts(properties):
    fonts = properties.find(qn("w:rFonts"))
    return {key: fonts.get(qn(f"w:{key}")) for key in ("ascii", "hAnsi", "eastAsia", "cs")}


@pytest.fixture(scope="module")
def style(document):
    styles = [s for s in document.styles.element if s.tag == qn("w:style")]
    by_name = {s.name_val: s for s in styles}
    assert len(by_name) == len(styles)
    return by_name.__getitem__


def test_sheet_margins_and_grid(document):
    section = document.sections[0]._sectPr
    assert dict(section.find(qn("w:pgSz")).attrib) == {qn("w:w"): "11906", qn("w:h"): "16838"}
    margins = section.find(qn("w:pgMar"))
    assert [margins.get(qn(f"w:{side}")) for side in ("top", "right", "bottom", "left")] == [
        "2098",
        "1474",
        "1984",
        "1588",
    ]
    grid = section.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


def test_normal_holds_the_grid(style):
    normal = style("Normal")
    spacing = normal.pPr.find(qn("w:spacing"))
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == ("579", "exact")
    assert normal.pPr.find(qn("w:widowControl")).get(qn("w:val")) == "0"
    assert normal.rPr.find(qn("w:spacing")).get(qn("w:val")) == "-5"
    assert normal.rPr.find(qn("w:sz")).get(qn("w:val")) == "32"


def test_default_fonts(document):
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert _fonts(properties) == {
        "ascii": "Times New Roman",
        "hAnsi": "Times New Roman",
        "eastAsia": "仿宋_GB2312",
        "cs": "Times New Roman",
    }
    language = properties.find(qn("w:lang"))
    assert (language.get(qn("w:val")), language.get(qn("w:eastAsia"))) == ("en-US", "zh-CN")


@pytest.mark.parametrize("name", ["Body Text", "分条列项", "heading 1", "附注"])
def test_first_line_indent_in_characters_and_twips(style, name):
    indent = style(name).pPr.ind
    assert indent.get(qn("w:firstLineChars")) == "200"
    assert indent.get(qn("w:firstLine")) == "640"


@pytest.mark.parametrize(
    ("level", "face"), [(1, "黑体"), (2, "楷体_GB2312"), (3, "仿宋_GB2312"), (4, "仿宋_GB2312")]
)
def test_heading_styles_are_linked_both_ways(style, level, face):
    block, inline = style(f"heading {level}"), style(f"heading {level} Char")
    assert block.find(qn("w:link")).get(qn("w:val")) == inline.styleId
    assert inline.find(qn("w:link")).get(qn("w:val")) == block.styleId
    assert block.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == str(level - 1)
    assert block.pPr.find(qn("w:keepNext")) is not None
    assert _fonts(inline.rPr)["eastAsia"] == face
    assert _fonts(inline.rPr)["ascii"] == "Times New Roman"


def test_title(style):
    title = style("Title")
    assert title.pPr.find(qn("w:snapToGrid")).get(qn("w:val")) == "0"
    spacing = title.pPr.find(qn("w:spacing"))
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:after"))) == ("579", "579")
    assert title.rPr.find(qn("w:spacing")).get(qn("w:val")) == "0"
    assert title.rPr.find(qn("w:sz")).get(qn("w:val")) == "44"
    assert _fonts(title.rPr)["eastAsia"] == "方正小标宋简体"


def test_signature_stands_one_blank_line_below_and_two_cells_in(style):
    properties = style("Signature").pPr
    assert properties.find(qn("w:spacing")).get(qn("w:before")) == "579"
    assert properties.ind.get(qn("w:right")) == "632"
    assert properties.jc.get(qn("w:val")) == "right"
    assert properties.ind.get(qn("w:rightChars")) is None


def test_own_right_indent_of_a_paragraph(document):
    signature = next(par for par in document.paragraphs if par.style.name == "Signature")
    assert signature._p.pPr.ind.get(qn("w:right")) == "1421"  # 4.5 cells


def test_page_number_is_all_song(style):
    assert set(_fonts(style("footer").rPr).values()) == {"宋体"}
    assert style("footer").rPr.find(qn("w:sz")).get(qn("w:val")) == "28"


def test_cells_leave_the_grid_and_hang_no_marks(style):
    cell = style("表格文字")
    assert cell.pPr.find(qn("w:snapToGrid")).get(qn("w:val")) == "0"
    assert cell.pPr.find(qn("w:overflowPunct")).get(qn("w:val")) == "0"
    assert cell.pPr.find(qn("w:spacing")).get(qn("w:line")) == "320"
    assert cell.rPr.find(qn("w:spacing")).get(qn("w:val")) == "0"


def test_smaller_tables_have_styles_of_their_own(style, document):
    small = style("表格文字 7.5磅")
    assert small.rPr.find(qn("w:sz")).get(qn("w:val")) == "15"
    assert small.pPr.find(qn("w:spacing")).get(qn("w:line")) == "229"
    assert small.basedOn_val == style("表格文字").styleId
    cell = document.tables[1].cell(1, 0).paragraphs[0]
    assert cell.style.style_id == small.styleId


def test_no_text_is_formatted_directly(everything_docx):
    with zipfile.ZipFile(io.BytesIO(everything_docx)) as archive:
        body = archive.read("word/document.xml").decode()
    properties = set(re.findall(r"<w:rPr>(.*?)</w:rPr>", body))
    for one in properties:
        assert re.fullmatch(r'(<w:rStyle w:val="\w+"/>)?(<w:rFonts w:hint="eastAsia"/>)?', one)


def test_marks_of_both_faces_ask_for_the_chinese_one(document):
    hinted = {
        run.text: run._r.rPr is not None and run._r.rPr.find(qn("w:rFonts")) is not None
        for par in document.paragraphs
        for run in par.runs
    }
    assert hinted["根据《条例》规定，编制本报告。全文见“某县政府网”——公开栏……"]
    assert not hinted["一、总体情况"]


def test_a_face_without_a_style_is_written_out(paragraph, compose, write):
    block = paragraph(Role.BODY, "前", ("标", Role.BODY, FaceRole.BIAOSONG))
    run = docx.Document(io.BytesIO(write(compose(block)))).paragraphs[0].runs[1]
    assert _fonts(run._r.rPr)["eastAsia"] == docx_name(FaceRole.BIAOSONG)


def test_every_role_has_its_own_style(profile):
    sheet = StyleSheet(profile)
    assert len({sheet.paragraph(role) for role in Role}) == len(Role)


def test_settings(everything_docx):
    with zipfile.ZipFile(io.BytesIO(everything_docx)) as archive:
        settings = archive.read("word/settings.xml").decode()
    for element in (
        "<w:evenAndOddHeaders/>",
        "<w:noPunctuationKerning/>",
        '<w:characterSpacingControl w:val="doNotCompress"/>',
        "<w:useFELayout/>",
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
    ):
        assert element in settings
    assert 'w:name="compatibilityMode"' in settings
    assert 'w:val="15"' in settings
    assert "balanceSingleByteDoubleByteWidth" not in settings


def test_fonts_that_may_stand_in(everything_docx):
    with zipfile.ZipFile(io.BytesIO(everything_docx)) as archive:
        table = archive.read("word/fontTable.xml").decode()
    pairs = re.findall(r'w:name="(.*?)"><w:altName w:val="(.*?)"/>', table)
    assert ("仿宋_GB2312", "仿宋") in pairs
    assert ("楷体_GB2312", "楷体") in pairs
