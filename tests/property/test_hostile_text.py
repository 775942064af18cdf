"""Any text either renders whole or is refused with a clear error; nothing in it does harm."""

import io
import unicodedata
import zipfile
from collections import Counter
from itertools import groupby

import docx
import pytest
from docx.table import Table
from hypothesis import example, given, settings
from hypothesis import strategies as st
from parity import canonical
from pdf_lines import read_pages

import govdocs
from govdocs.environment import default_environment
from govdocs.errors import GovdocsError, InputError, MissingGlyphError, ModelError
from govdocs.fontbook.book import FontBook
from govdocs.model.build import document, paragraph, section, strong, table
from govdocs.model.nodes import plain_text
from govdocs.model.walk import walk
from govdocs.testing.strategies import reports, settable_texts, texts
from govdocs.typography.face_role import FaceRole

TYPE_AREA_END = 262 * 72 / 25.4  # pt; only the page number stands lower
MARKUP = (
    "<w:t>", "</w:t></w:r>", "&amp;", "&#0;", "]]>", "<![CDATA[", "<!--", "<?xml?>", "%PDF-1.7",
    ") Tj", "(", ")", "\\", "\\)", "\\000", "<<", ">>", "endstream", "endobj", "%%EOF", "{{ x }}",
    "{% raw %}", "${HOME}", "`id`", "'; --", "%s%n", "_x0000_", "../..", "http://a.cn/?a=1&b=<2>",
)  # fmt: skip
PRINTABLE_TEXT = st.lists(
    settable_texts(max_size=8) | st.sampled_from(MARKUP), min_size=1, max_size=30
).map("".join)


def held_by_the_fonts():
    """Characters of all planes that some bundled face holds."""
    book = FontBook(default_environment(), bundled_only=True)
    coverage = book.coverage(FaceRole.FANG, FaceRole.LATIN)
    codes = (
        *range(0x21, 0x500),
        *range(0x2000, 0x2700),
        *range(0x3000, 0x3400, 3),
        *range(0x3400, 0xA000, 61),
        *range(0xF900, 0xFB00, 7),
        *range(0xFE00, 0xFFF0, 3),
        *range(0x20000, 0x32000, 211),
    )
    # PDFium gives a combining mark after the character that it stands over: order proves nothing.
    chars = [chr(code) for code in codes if unicodedata.category(chr(code))[0] not in "CMZ"]
    return [char for char in chars if coverage[char] is not None]


HELD = held_by_the_fonts()


def visible(text):
    """The text without white space, compatibility characters as their glyphs read."""
    return "".join(canonical(char) for char in text if not char.isspace())


def pdf_text(pdf):
    return "".join(
        visible(line.text)
        for page in read_pages(pdf)
        for line in page.lines
        if line.y < TYPE_AREA_END
    )


def docx_paragraphs(data):
    return [part.text for part in docx.Document(io.BytesIO(data)).paragraphs]


def render(built, to):
    return govdocs.render(built, to, bundled_fonts=True)


def assert_nothing_is_lost(text):
    built = document("", text)
    assert pdf_text(render(built, "pdf")) == visible(text)
    assert docx_paragraphs(render(built, "docx")) == [text]


@settings(max_examples=60, deadline=None)
@given(PRINTABLE_TEXT)
@example("".join(MARKUP))
def test_markup_of_any_kind_is_text(text):
    assert_nothing_is_lost(text)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from(HELD), min_size=1, max_size=200))
def test_text_of_all_planes_that_the_fonts_hold_is_kept(text):
    assert_nothing_is_lost(text)


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=40) | texts(min_size=1))
def test_any_unicode_text_renders_whole_or_is_refused(text):
    try:
        built = document("", text)
    except ModelError:
        assert not text.isprintable()
        return
    assert docx_paragraphs(render(built, "docx")) == [text]
    try:
        pdf = render(built, "pdf")
    except MissingGlyphError:
        return
    assert pdf_text(pdf) == visible(text)


@settings(max_examples=40, deadline=None)
@given(reports())
def test_every_character_of_a_document_is_in_both_files(built):
    pdf, word = render(built, "pdf"), render(built, "docx")
    expected = Counter(visible("".join(printed(built))))
    missing = expected - Counter(pdf_text(pdf))
    assert not missing
    opened = docx.Document(io.BytesIO(word))
    written = "".join(part_text(part) for part in opened.iter_inner_content())
    assert not expected - Counter(visible(written))


def part_text(part):
    if not isinstance(part, Table):
        return part.text
    return "".join(cell.text for row in part.rows for cell in distinct(row.cells))


def distinct(cells):
    """A merged cell is given once for each column that it covers."""
    return [next(group) for _, group in groupby(cells, key=lambda cell: cell._tc)]


def printed(built):
    """Every text that a document prints, its own words only."""
    main = built.main_part
    yield main.title
    for visit in walk(built):
        block = visit.block
        for name in ("heading", "run_in", "content"):
            yield plain_text(getattr(block, name, ()))
        yield getattr(block, "caption", "")
        for row in getattr(block, "rows", ()):
            yield from (plain_text(cell.content) for cell in row)
    yield from main.signature
    yield main.remark or ""


CONTROLS = {
    "NUL": "\0",
    "escape": "\x1b[2J",
    "backspace": "\b",
    "bidi override": "\u202e",
    "bidi isolate": "\u2066",
    "zero width joiner": "\u200d",
    "lone surrogate": "\ud800",
    "reversed pair": "\udc00\ud800",
    "noncharacter": "\uffff",
    "line separator": "\u2028",
    "tag character": "\U000e0041",
}


@pytest.mark.parametrize("control", CONTROLS.values(), ids=CONTROLS)
def test_a_control_character_never_reaches_a_document(control):
    with pytest.raises(ModelError) as caught:
        document("题", f"甲{control}乙")
    assert str(caught.value).encode()


@pytest.mark.parametrize("control", CONTROLS.values(), ids=CONTROLS)
def test_a_control_character_in_a_text_is_taken_out_with_a_finding_or_refused(control):
    text = f"题的报告\n\n甲{control}乙，{control}丙。\n"
    reading = govdocs.read_with_findings(text)
    assert reading.findings
    for to in ("pdf", "docx"):
        assert render(reading.document, to)


@pytest.mark.parametrize(
    "data",
    ["正文\0正文".encode(), "正文".encode("utf-16-le") + b"\0\0", b"\xff\xfe\x00", b"\x81"],
)
def test_bytes_that_are_no_text_are_an_input_error(data):
    with pytest.raises(InputError):
        govdocs.read(data)


def test_a_zip_named_txt_is_an_input_error_that_says_what_it_is(tmp_path):
    path = tmp_path / "report.txt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("payload.bin", "题")
    with pytest.raises(InputError, match="ZIP") as caught:
        govdocs.read(path)
    assert caught.value.at == str(path)


def test_stacked_marks_and_compatibility_forms_are_kept_or_refused():
    for text in ("e\u0323\u0301\u0308", "ﷺ" * 20, "\u0e33" * 20, "ᄀ" * 20 + "ᅡ" * 20):
        built = document("", text)
        assert docx_paragraphs(render(built, "docx")) == [text]
        try:
            pdf = render(built, "pdf")
        except MissingGlyphError:
            continue
        assert unicodedata.normalize("NFC", pdf_text(pdf)) == unicodedata.normalize("NFC", text)


TEN_MB = {
    "one Han character": "文" * (10 * 2**20 // 3),
    "half-width commas": "一," * (10 * 2**20 // 4),
    "one Latin word": "a" * (10 * 2**20),
    "digits": "1" * (10 * 2**20),
    "open brackets": "（《“" * (10 * 2**20 // 9),
    "pipes": "甲|" * (10 * 2**20 // 4),
    "headings in one line": "一、" * (10 * 2**20 // 6),
    "blanks": "\u3000 " * (10 * 2**20 // 4),
}


@pytest.mark.parametrize("text", TEN_MB.values(), ids=TEN_MB)
def test_10_mb_in_one_line_are_read_whole_or_refused(text):
    try:
        read = govdocs.read(f"题的报告\n\n{text}\n".encode())
    except GovdocsError:
        return
    kept = sum(len(plain_text(visit.block.content)) for visit in walk_of(read))
    assert kept >= len(text.strip()) - len("一、")


def walk_of(read):
    return [visit for visit in walk(read) if hasattr(visit.block, "content")]


@pytest.mark.parametrize(
    "text", ["文" * 100_000, "a" * 50_000, "！" * 50_000, "1，" * 6_000, "（" * 50_000]
)
def test_a_very_long_paragraph_is_rendered_whole(text):
    built = document("", text)
    assert pdf_text(render(built, "pdf")) == text
    assert docx_paragraphs(render(built, "docx")) == [text]


@pytest.mark.parametrize("count", [200])
def test_many_headings_in_a_row_are_rendered_whole(count):
    built = document("题", *(section(f"甲{n}") for n in range(count)))
    assert pdf_text(render(built, "pdf")).count("、甲") == count


def test_a_cell_of_many_pages_is_rendered_whole():
    built = document("", table([["甲", "文" * 20_000], ["丙", "丁"]], head_rows=0))
    assert Counter(pdf_text(render(built, "pdf"))) == Counter("甲" + "文" * 20_000 + "丙丁")


def test_a_run_for_every_character_is_text_like_any_other():
    text = "政府信息公开，" * 60
    runs = [strong(char) if place % 2 else char for place, char in enumerate(text)]
    built = document("", paragraph(runs))
    assert pdf_text(render(built, "pdf")) == text
    assert docx_paragraphs(render(built, "docx")) == [text]
