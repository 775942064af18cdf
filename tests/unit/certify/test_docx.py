"""The settings of a DOCX: right ones pass, each wrong one fails its clause alone."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

import govdocs
from govdocs.certify import Verdict, certify
from govdocs.errors import InputError

EXAMPLES = Path(__file__).parents[3] / "examples"
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
ODD, EVEN = "word/footer1.xml", "word/footer2.xml"


@pytest.fixture(scope="module")
def right():
    return govdocs.render(govdocs.read(EXAMPLES / "lijia-2017.txt"), "docx")


def changed(data, part, old, new):
    """The DOCX with a text of one part replaced; it must be there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old.encode() in content, old
                content = content.replace(old.encode(), new.encode())
            target.writestr(name, content)
    return out.getvalue()


def failing(data, **options):
    return [row.id for row in certify(data, **options).fails]


def test_the_docx_of_the_library_passes(right):
    table = certify(right)
    assert table.fails == ()
    assert {row.verdict for row in table.rows} <= {Verdict.PASSES, Verdict.NOT_APPLICABLE}
    assert table.row("characters").verdict is Verdict.PASSES


@pytest.mark.parametrize(
    ("part", "old", "new", "id"),
    [
        (DOCUMENT, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="16838"', "sheet-size"),
        (DOCUMENT, 'w:top="2098"', 'w:top="1440"', "margin-head"),
        (DOCUMENT, 'w:left="1588"', 'w:left="1800"', "margin-binding"),
        (DOCUMENT, 'w:right="1474"', 'w:right="1800"', "type-area-width"),
        (DOCUMENT, 'w:bottom="1984"', 'w:bottom="1440"', "type-area-foot"),
        (STYLES, 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="宋体"', "body-face"),
        (STYLES, 'w:line="579"', 'w:line="560"', "lines"),
        (STYLES, '<w:spacing w:val="-5"/>', "", "characters"),
        (DOCUMENT, '<w:rPr><w:rStyle w:val="Heading2Char"/></w:rPr>',
         '<w:rPr><w:rStyle w:val="Heading2Char"/><w:color w:val="0000FF"/></w:rPr>', "colours"),
        (STYLES, 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="黑体"', "title-face"),
        (STYLES, '<w:spacing w:after="579" w:line="579" w:lineRule="exact"/><w:jc w:val="center"/>',
         '<w:spacing w:after="579" w:line="579" w:lineRule="exact"/><w:jc w:val="left"/>',
         "title-centre"),
        (STYLES, 'w:firstLineChars="200" w:firstLine="640"', 'w:firstLineChars="0" w:firstLine="0"',
         "indent"),
        (STYLES, 'w:eastAsia="黑体"', 'w:eastAsia="宋体"', "heading-1"),
        (STYLES, 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="宋体"', "heading-2"),
        (ODD, "— ", "- ", "page-number-form"),
        (SETTINGS, "<w:evenAndOddHeaders/>", "", "page-number-side"),
        (ODD, 'w:right="316"', 'w:right="0"', "page-number-side"),
        (EVEN, 'w:jc w:val="left"', 'w:jc w:val="right"', "page-number-side"),
    ],
)  # fmt: skip
def test_a_wrong_setting_fails_its_clause(right, part, old, new, id):
    found = failing(changed(right, part, old, new))
    # A narrower line holds fewer characters.
    allowed = {"characters"} if id in ("margin-binding", "type-area-width") else set()
    allowed |= {"type-area-width"} if id in ("margin-binding", "sheet-size") else set()
    allowed |= {"type-area-foot"} if id == "margin-head" else set()
    allowed |= {"characters"} if id == "sheet-size" else set()
    allowed |= {"heading-3"} if id == "body-face" else set()
    assert id in found
    assert set(found) <= {id} | allowed


def test_a_document_as_word_makes_it_fails_what_it_does_not_have():
    document = docx.Document()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("关于做好信息公开工作的通知").font.size = Pt(22)
    for _ in range(3):
        run = document.add_paragraph().add_run("各有关单位应当按照职责分工做好政府信息公开工作" * 3)
        run.font.size = Pt(16)
    out = io.BytesIO()
    document.save(out)
    found = failing(out.getvalue())
    assert {"sheet-size", "margin-head", "lines", "indent", "page-number-form"} <= set(found)
    assert "title-centre" not in found


def test_faces_of_a_theme_are_resolved(right):
    themed = changed(right, STYLES, 'w:eastAsia="仿宋_GB2312"', 'w:eastAsiaTheme="minorEastAsia"')
    table = certify(themed)
    assert table.row("body-face").verdict is not Verdict.PASSES


def test_a_red_head_is_measured_as_an_official_document():
    document = govdocs.read_official(EXAMPLES / "official" / "16-notice.txt")
    table = certify(govdocs.render(document, "docx"))
    assert table.profile == "official"
    assert table.fails == ()
    assert table.row("imprint-rule-width").measured.zh == "0.35 / 0.25 / 0.35 mm"


def test_a_docx_with_a_document_type_is_refused(right):
    hostile = changed(right, DOCUMENT, "<w:document ", '<!DOCTYPE a [<!ENTITY b "c">]><w:document ')
    with pytest.raises(InputError):
        certify(hostile)


def test_a_zip_that_is_no_docx_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(InputError, match=r"document\.xml"):
        certify(out.getvalue())
