"""The PDF file as its readers see it."""

import datetime
import io
import re
import shutil
import subprocess
import zlib

import pypdfium2
import pytest
from page_rules import text_of
from pdf_lines import read_pages
from PIL import Image

import govdocs
from govdocs import build

DATE = datetime.date(2018, 1, 26)


def pdf(*parts, title="关于公文的报告", **options):
    document = build.document(title, *parts, issuer="励家镇人民政府")
    return govdocs.render(document, "pdf", bundled_fonts=True, date=DATE, **options)


def shown(data):
    return "".join("".join(line.text.split()) for page in read_pages(data) for line in page.lines)


def objects(data):
    """The file with its object streams laid open."""
    streams = re.findall(rb"/Type/ObjStm.*?stream\n(.*?)\nendstream", data, re.DOTALL)
    return data + b"\n".join(zlib.decompress(stream) for stream in streams)


def test_every_font_is_an_embedded_subset_and_none_is_helvetica():
    data = objects(pdf("正文。English 12%，𪚥。", build.section("标题")))
    names = re.findall(rb"/Type/FontDescriptor/FontName/(\S+?)/Flags", data)
    assert len(names) == len(set(names)) >= 5
    assert all(re.fullmatch(rb"[A-Z]{6}\+[A-Za-z0-9-]+", name) for name in names)
    assert data.count(b"/FontFile2") == len(names)
    assert b"Helvetica" not in data
    assert data.count(b"/ToUnicode") == len(names)


def test_characters_beyond_the_basic_plane_come_back_exactly():
    text = "龙𪚥𬭎㙍䶮𠮷〇①②㎡℃№€é"
    assert text in shown(pdf(text))


def test_more_characters_beyond_the_basic_plane_than_one_font_has_codes_for():
    text = "".join(map(chr, range(0x20000, 0x20000 + 2100)))
    data = pdf(text)
    assert text in text_of(read_pages(data))
    assert len(re.findall(rb"/FontName/\w+\+GovdocsExt2", objects(data))) == 2


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_a_line_with_squeezed_marks_is_one_line_to_a_reader(tmp_path):
    text = "贯彻《规定》、《办法》（试行），推进“一网通办”、“最多跑一次”，（一）"
    (tmp_path / "report.pdf").write_bytes(pdf(text, title=""))
    run = ["pdftotext", str(tmp_path / "report.pdf"), "-"]
    shown = subprocess.run(run, capture_output=True, check=True).stdout.decode()
    lines = [line.replace(" ", "") for line in shown.split("\n")]
    assert "".join(lines[:2]) == text
    assert len(lines[0]) > 20


def test_title_author_language_labels_and_dates_are_set():
    document = pypdfium2.PdfDocument(pdf("正文。"))
    metadata = document.get_metadata_dict()
    assert metadata["Title"] == "关于公文的报告"
    assert metadata["Author"] == "励家镇人民政府"
    assert metadata["CreationDate"] == metadata["ModDate"] == "D:20180126000000Z"
    assert document.get_page_label(0) == "1"
    assert b"/Lang(zh-CN)" in objects(pdf("正文。"))


def test_the_outline_is_the_tree_of_headings():
    data = pdf(
        build.section("甲", build.section("子。", run_in="文。"), build.section("丑", level=4)),
        "文字。" * 400,
        build.section("乙", number=3),
    )
    document = pypdfium2.PdfDocument(data)
    marks = [
        (mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()
    ]
    assert marks == [(0, "一、甲", 0), (1, "（一）子", 0), (2, "（1）丑", 0), (0, "三、乙", 2)]


def test_a_document_without_headings_has_no_outline():
    assert b"/Outlines" not in objects(pdf("正文。"))


def test_text_that_looks_like_pdf_is_shown_as_text():
    text = r"(括号\) Tj ET \( %PDF endstream endobj <</Type/Catalog>> 一\r二"
    assert shown(pdf(text)).startswith("关于公文的报告" + "".join(text.split()))


def picture(mode, image_format, **options):
    out = io.BytesIO()
    Image.new(mode, (40, 20), options.pop("color", 0)).save(out, image_format, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("mode", "image_format"),
    [
        ("1", "PNG"),
        ("L", "PNG"),
        ("LA", "PNG"),
        ("P", "PNG"),
        ("RGB", "PNG"),
        ("RGBA", "PNG"),
        ("I;16", "PNG"),
        ("L", "JPEG"),
        ("RGB", "JPEG"),
        ("CMYK", "JPEG"),
    ],
)
def test_pictures_of_every_kind_are_shown(mode, image_format):
    data = pdf(build.figure(picture(mode, image_format), "图", width_mm=40))
    page = pypdfium2.PdfDocument(data)[0]
    (image,) = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    left, bottom, right, top = image.get_bounds()
    assert (right - left) / 72 * 25.4 == pytest.approx(40, abs=0.1)
    assert (top - bottom) / 72 * 25.4 == pytest.approx(20, abs=0.1)


def test_the_same_picture_stands_in_the_file_once():
    data = picture("RGB", "PNG", color=(200, 10, 10))
    file = objects(pdf(build.figure(data, "甲"), build.figure(data, "乙")))
    assert file.count(b"/Subtype/Image") == 1


def test_a_broken_picture_is_a_clear_error():
    with pytest.raises(govdocs.LayoutError, match="破图"):
        pdf(build.figure(picture("RGB", "PNG")[:60], "破图"))


def test_an_empty_document_is_one_numbered_page():
    pages = read_pages(pdf(title=""))
    assert [line.text.replace(" ", "") for page in pages for line in page.lines] == ["—1—"]


def test_other_text_gives_another_file_identity():
    identity = re.compile(rb"/ID\[<(\w+)>")
    assert identity.search(pdf("甲。"))[1] != identity.search(pdf("乙。"))[1]
