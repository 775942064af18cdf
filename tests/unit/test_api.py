"""Rendering and saving from code."""

import ctypes
import dataclasses
import datetime
import io
import os
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pdf_lines import read_pages

import govdocs
from govdocs import api, files
from govdocs.environment import Environment, default_environment
from govdocs.errors import FontError, LayoutError, MissingGlyphError, UsageError
from govdocs.model.build import cell, document, emphasis, figure, item, paragraph, section, table
from govdocs.model.nodes import HeaderBlock
from govdocs.testing.strategies import png

DAY = datetime.date(2018, 1, 9)
ROOT = Path(__file__).parents[2]
REPORT = document(
    "青禾县2017年度政府信息公开工作报告",
    "引言。",
    section("主动公开情况", section("数量。", run_in="全年公开57条。"), item("其他。")),
    paragraph(["一是", emphasis("重点"), "领域。"]),
    table([["项目", "数量"], ["公开", cell("57")]]),
    figure(png(20, 10), "示意图", caption="图1"),
    issuer="青禾县人民政府",
    signature="青禾县人民政府",
    date_of_issue=DAY,
)


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """The machine's environment variables leave the tests alone."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    default_environment.cache_clear()
    yield
    default_environment.cache_clear()


def render(built, to="pdf", **options):
    return govdocs.render(built, to, **{"bundled_fonts": True, **options})


def text_of(pdf):
    return "".join(line.text for page in read_pages(pdf) for line in page.lines)


def fonts_of(pdf):
    return {char.font for page in read_pages(pdf) for line in page.lines for char in line.chars}


def pdf_date(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return opened.get_metadata_dict()["CreationDate"].removeprefix("D:")[:8]


def docx_date(data):
    return docx.Document(io.BytesIO(data)).core_properties.created.date()


class TestRendering:
    def test_a_pdf_and_a_docx_are_what_they_are_called(self):
        assert render(REPORT, "pdf").startswith(b"%PDF-")
        names = zipfile.ZipFile(io.BytesIO(render(REPORT, "docx"))).namelist()
        assert "word/document.xml" in names

    def test_title_author_and_language_reach_the_properties(self):
        with pypdfium2.PdfDocument(render(REPORT)) as pdf:
            found = pdf.get_metadata_dict()
        properties = docx.Document(io.BytesIO(render(REPORT, "docx"))).core_properties
        for title, author in (
            (found["Title"], found["Author"]),
            (properties.title, properties.author),
        ):
            assert title == REPORT.main_part.title
            assert author == "青禾县人民政府"

    def test_an_empty_document_is_one_page(self):
        pages = read_pages(render(document("")))
        assert len(pages) == 1
        assert text_of(render(document(""))).replace(" ", "") == "—1—"
        assert render(document(""), "docx").startswith(b"PK")

    def test_rendering_changes_nothing_in_the_document(self):
        before = govdocs.encode(REPORT)
        render(REPORT)
        render(REPORT, "docx")
        assert govdocs.encode(REPORT) == before


class TestOptions:
    def test_an_unknown_option_is_named_with_those_known(self):
        with pytest.raises(UsageError, match="profil") as caught:
            render(REPORT, profil="published-report")
        for field in dataclasses.fields(api.RenderOptions):
            assert field.name in caught.value.en

    @pytest.mark.parametrize("to", ["odt", "PDF", "", None])
    def test_an_unknown_format_is_named_with_those_known(self, to):
        with pytest.raises(UsageError, match="docx, pdf"):
            render(REPORT, to)

    def test_an_unknown_profile_is_named_with_those_known(self):
        with pytest.raises(UsageError, match="published-report"):
            render(REPORT, profile="telegram")

    def test_an_unknown_face_role_is_named_with_those_known(self):
        with pytest.raises(UsageError, match="biaosong"):
            render(REPORT, fonts={"serif": "x.ttf"})

    def test_an_element_that_the_profile_cannot_set_is_an_error_for_both_formats(self):
        built = document("题", header_block=HeaderBlock(copy_number="000001"))
        for to in api.OUTPUT_FORMATS:
            with pytest.raises(UsageError, match="header_block"):
                render(built, to, profile="published-report")

    def test_a_given_face_is_used_for_its_role(self):
        kai = default_environment().fonts / "GovdocsKai-Regular.ttf"
        given = render(document("", "正文"), fonts={"fang": kai})
        plain = render(document("", "正文"))
        assert any("Kai" in font for font in fonts_of(given))
        assert not any("Kai" in font for font in fonts_of(plain))
        assert render(document("", "正文"), fonts={"fang": str(kai)}) == given

    @pytest.mark.parametrize("data", [None, b"", b"no font", b"OTTO" + b"\0" * 60])
    def test_a_given_file_that_is_no_usable_face_is_a_font_error_that_names_it(
        self, tmp_path, data
    ):
        path = tmp_path / "given.ttf"
        if data is not None:
            path.write_bytes(data)
        with pytest.raises(FontError, match=r"given\.ttf"):
            render(REPORT, fonts={"fang": path})

    def test_an_environment_without_fonts_is_a_font_error(self, tmp_path):
        bare = Environment(fonts=tmp_path, templates=tmp_path)
        with pytest.raises(FontError, match=r"fonts\.json"):
            render(REPORT, environment=bare)


class TestDate:
    @pytest.mark.parametrize(("to", "date_of"), [("pdf", pdf_date), ("docx", docx_date)])
    def test_option_then_source_date_epoch_then_date_of_issue_then_1980(self, to, date_of):
        machine = default_environment()
        epoch = dataclasses.replace(machine, source_date=datetime.date(2001, 9, 9))
        undated = document("题", "文")

        def date(built, **options):
            return str(date_of(render(built, to, **options))).replace("-", "")

        given = datetime.date(2020, 2, 29)
        assert date(REPORT, date=given, environment=epoch) == "20200229"
        assert date(REPORT, environment=epoch) == "20010909"
        assert date(REPORT) == "20180109"
        assert date(undated) == "19800101"
        assert date(undated, environment=epoch) == "20010909"

    @pytest.mark.parametrize(
        ("seconds", "expected"),
        [
            ("0", datetime.date(1970, 1, 1)),
            ("1000000000", datetime.date(2001, 9, 9)),
            ("", None),
        ],
    )
    def test_source_date_epoch_is_read(self, monkeypatch, seconds, expected):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        default_environment.cache_clear()
        assert default_environment().source_date == expected

    @pytest.mark.parametrize("seconds", ["-1", "soon", "1e9", "٣", "9" * 30])
    @pytest.mark.parametrize("to", ["pdf", "docx"])
    def test_a_source_date_epoch_of_no_use_is_an_error(self, monkeypatch, seconds, to):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        default_environment.cache_clear()
        with pytest.raises(govdocs.UsageError, match="SOURCE_DATE_EPOCH"):
            govdocs.render(REPORT, to)
        monkeypatch.delenv("SOURCE_DATE_EPOCH")
        default_environment.cache_clear()


class TestMissingGlyphs:
    def test_the_characters_and_their_places_are_named(self):
        built = document("题", "好的一段", section("标题有🦄字", "正文又有🦖和🦄。"))
        with pytest.raises(MissingGlyphError) as caught:
            render(built)
        for message in (caught.value.zh, caught.value.en):
            assert "🦄" in message
            assert "U+1F984" in message
            assert "U+1F996" in message
            assert "标题有" in message
            assert "正文又有" in message
            assert "好的一段" not in message

    def test_a_cell_is_named_by_row_and_column(self):
        built = document("题", table([["甲", "乙"], ["1", "🦄"]]))
        with pytest.raises(MissingGlyphError, match="row 2 column 2"):
            render(built)

    def test_thousands_of_them_make_a_message_of_bearable_length(self):
        text = "".join(chr(code) for code in range(0x1F300, 0x1F5F0))
        with pytest.raises(MissingGlyphError) as caught:
            render(document("题", text))
        assert len(str(caught.value)) < 4000
        assert "more" in caught.value.en

    def test_a_docx_needs_no_face_of_this_machine(self):
        data = render(document("题", "正文有🦄。"), "docx")
        assert [p.text for p in docx.Document(io.BytesIO(data)).paragraphs][-1] == "正文有🦄。"


class TestSaving:
    @pytest.mark.parametrize("ending", ["pdf", "docx", "PDF", "Docx"])
    def test_the_ending_tells_the_format(self, tmp_path, ending):
        path = tmp_path / f"report.{ending}"
        govdocs.save(REPORT, path, bundled_fonts=True)
        assert path.read_bytes() == render(REPORT, ending.lower())

    def test_a_path_may_be_a_str(self, tmp_path):
        govdocs.save(REPORT, str(tmp_path / "a.pdf"), bundled_fonts=True)
        assert (tmp_path / "a.pdf").exists()

    def test_a_format_given_goes_before_the_ending(self, tmp_path):
        govdocs.save(REPORT, tmp_path / "report.tmp", "pdf", bundled_fonts=True)
        assert (tmp_path / "report.tmp").read_bytes().startswith(b"%PDF-")

    @pytest.mark.parametrize("name", ["report", "report.odt", "pdf", ".pdf"])
    def test_an_ending_that_tells_nothing_is_an_error_and_nothing_is_written(self, tmp_path, name):
        with pytest.raises(UsageError):
            govdocs.save(REPORT, tmp_path / name)
        assert list(tmp_path.iterdir()) == []

    def test_a_stream_takes_the_same_bytes(self):
        for to in api.OUTPUT_FORMATS:
            stream = io.BytesIO()
            govdocs.save(REPORT, stream, to, bundled_fonts=True)
            assert stream.getvalue() == render(REPORT, to)

    def test_a_stream_needs_its_format(self):
        stream = io.BytesIO()
        with pytest.raises(UsageError, match="docx"):
            govdocs.save(REPORT, stream)
        assert stream.getvalue() == b""

    def test_a_stream_that_only_writes_is_enough(self):
        parts = []

        class Pipe:
            def write(self, data):
                parts.append(bytes(data))
                return len(data)

        for to in api.OUTPUT_FORMATS:
            parts.clear()
            govdocs.save(REPORT, Pipe(), to, bundled_fonts=True)
            assert b"".join(parts) == render(REPORT, to)

    def test_a_stream_gets_nothing_of_a_document_that_fails(self):
        stream = io.BytesIO()
        with pytest.raises(MissingGlyphError):
            govdocs.save(document("🦄"), stream, "pdf", bundled_fonts=True)
        assert stream.getvalue() == b""

    def test_what_stood_there_is_whole_until_the_new_file_is(self, tmp_path, monkeypatch):
        path = tmp_path / "report.pdf"
        path.write_bytes(b"old")

        def full_disk(*arguments, **named):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(files.os, "replace", full_disk)
        with pytest.raises(OSError, match="No space left"):
            govdocs.save(REPORT, path, bundled_fonts=True)
        assert path.read_bytes() == b"old"
        assert [entry.name for entry in tmp_path.iterdir()] == ["report.pdf"]

    def test_a_rendering_that_fails_leaves_the_old_file(self, tmp_path):
        path = tmp_path / "report.pdf"
        path.write_bytes(b"old")
        with pytest.raises(MissingGlyphError):
            govdocs.save(document("🦄"), path, bundled_fonts=True)
        assert path.read_bytes() == b"old"

    def test_a_folder_that_does_not_exist_is_an_os_error(self, tmp_path):
        with pytest.raises(FileNotFoundError):
            govdocs.save(REPORT, tmp_path / "none" / "report.pdf", bundled_fonts=True)

    def test_a_path_like_object_is_a_path(self, tmp_path):
        class Place(os.PathLike):
            def __fspath__(self):
                return str(tmp_path / "a.pdf")

        govdocs.save(REPORT, Place(), bundled_fonts=True)
        assert Path(Place()).exists()


class TestPictures:
    @pytest.mark.parametrize(
        "data", [png(3, 2)[:45], png(3, 2)[:33], b"\xff\xd8\xff\xe0\x00\x04ab" + b"\0" * 40]
    )
    def test_a_picture_that_is_broken_is_a_layout_error(self, data):
        built = document("题", figure(data, "示意图"))
        with pytest.raises(LayoutError, match="示意图"):
            render(built)


THREADS = 8


def different_documents():
    for number in range(THREADS):
        yield document(
            f"第{number}份报告",
            *(section(f"第{n}部分", f"正文{number}之{n}，" * (10 + number)) for n in range(12)),
            table([["项目", "数"], *((f"第{n}项", str(n * number)) for n in range(20))]),
            figure(png(10 + number, 10), "图"),
            signature=f"第{number}县人民政府",
            date_of_issue=datetime.date(2018, 1, 1 + number),
        )


@pytest.mark.parametrize("to", api.OUTPUT_FORMATS)
def test_threads_that_render_different_documents_do_not_disturb_each_other(to):
    documents = list(different_documents()) * 2
    # Fresh fonts for the threads: their caches are filled by all of them at once.
    api._font_book.cache_clear()
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(lambda built: render(built, to), documents))
    api._font_book.cache_clear()
    alone = [render(built, to) for built in documents]
    assert together == alone


def test_threads_may_read_too():
    texts = [f"第{n}县2017年度报告\n\n一、情况\n公开{n}条,很好。\n" for n in range(THREADS)]
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(govdocs.read, texts * 4))
    assert together == [govdocs.read(text) for text in texts * 4]


def test_5_2_4_text_is_black():
    colours = set()
    with pypdfium2.PdfDocument(render(REPORT)) as pdf:
        for page in pdf:
            for entry in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                channels = [ctypes.c_uint() for _ in range(4)]
                pdfium.FPDFPageObj_GetFillColor(entry.raw, *channels)
                colours.add(tuple(channel.value for channel in channels))
    assert colours == {(0, 0, 0, 255)}


class TestMisuse:
    @pytest.mark.parametrize("to", ["pdf", "docx"])
    def test_a_date_that_is_text_is_a_usage_error(self, to):
        with pytest.raises(govdocs.UsageError, match="2018-01-01"):
            govdocs.render(REPORT, to, date="2018-01-01")

    def test_a_date_with_a_time_of_day_is_a_usage_error(self):
        with pytest.raises(govdocs.UsageError, match=r"datetime\.date"):
            govdocs.RenderOptions(date=datetime.datetime(2018, 1, 9, 8, 30))

    @pytest.mark.parametrize("to", ["pdf", "docx"])
    def test_an_unknown_face_role_is_a_usage_error(self, to):
        with pytest.raises(govdocs.UsageError, match="italic"):
            govdocs.render(REPORT, to, fonts={"italic": "x.ttf"})

    def test_saving_to_a_folder_is_a_usage_error(self, tmp_path):
        with pytest.raises(govdocs.UsageError, match="文件夹"):
            govdocs.save(REPORT, tmp_path, "pdf")

    def test_json_that_is_no_text_is_a_codec_error(self):
        with pytest.raises(govdocs.CodecError):
            govdocs.decode(5)

    def test_a_name_as_long_as_a_file_system_takes_can_be_saved(self, tmp_path):
        path = tmp_path / ("报" * 83 + ".pdf")
        govdocs.save(REPORT, path, bundled_fonts=True)
        assert path.read_bytes()[:5] == b"%PDF-"

    def test_a_broken_font_table_is_a_font_error(self, tmp_path):
        data = (ROOT / "fonts" / "LiberationSerif-Regular.ttf").read_bytes()
        for tag in (b"loca", b"hmtx", b"glyf", b"cmap", b"maxp"):
            (tmp_path / "broken.ttf").write_bytes(data.replace(tag, b"xxxx", 1))
            with pytest.raises(govdocs.FontError):
                govdocs.render(REPORT, "pdf", fonts={"latin": tmp_path / "broken.ttf"})
            (tmp_path / "broken.ttf").unlink()

    def test_a_truncated_font_is_a_font_error(self, tmp_path):
        data = (ROOT / "fonts" / "GovdocsFang-Regular.ttf").read_bytes()
        (tmp_path / "short.ttf").write_bytes(data[:100_000])
        with pytest.raises(govdocs.FontError):
            govdocs.render(REPORT, "pdf", fonts={"fang": tmp_path / "short.ttf"})
