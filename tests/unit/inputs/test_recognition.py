"""Files are told apart by what is in them, then by their ending."""

import pytest
from word_files import archive, docx, paragraph

from govdocs.errors import InputError
from govdocs.inputs import office
from govdocs.inputs.reading import read, read_with_findings
from govdocs.inputs.recognition import Kind, kind_of, kind_of_text

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
GOOD = docx(paragraph("全年平稳。"))
HTML = "<html><body><p>全年平稳。</p></body></html>".encode()


def compound(stream):
    return OLE + stream.encode("utf-16-le") + bytes(64)


def odf(kind):
    return archive(
        {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<a/>"}
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (GOOD, Kind.DOCX),
        (archive({"xl/workbook.xml": ""}), Kind.XLSX),
        (archive({"ppt/presentation.xml": ""}), Kind.PPTX),
        (archive({"OFD.xml": ""}), Kind.OFD),
        (odf("text"), Kind.ODT),
        (odf("spreadsheet"), Kind.ODS),
        (archive({"a.txt": "x"}), Kind.ZIP),
        (archive({"[Content_Types].xml": "x"}), Kind.ZIP),
        (GOOD[:99], Kind.BROKEN_ZIP),
        (compound("WordDocument"), Kind.DOC),
        (compound("Workbook"), Kind.XLS),
        (compound("PowerPoint Document"), Kind.PPT),
        (compound("EncryptedPackage"), Kind.ENCRYPTED),
        (OLE, Kind.COMPOUND),
        (b"{\\rtf1 x}", Kind.RTF),
        (b"%PDF-1.7\n", Kind.PDF),
        (b"\x89PNG\r\n", Kind.PICTURE),
        (b"Rar!\x1a", Kind.ARCHIVE),
        (HTML, Kind.HTML),
        (b"\xef\xbb\xbf \n<!-- saved --><!DOCTYPE HTML PUBLIC>", Kind.HTML),
        ("<html>".encode("utf-16"), Kind.HTML),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="x">', Kind.HTML),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n", Kind.MHTML),
        (b'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related', Kind.MHTML),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>',
         Kind.WORD_XML),
        ("青禾县，<b>全年</b>。".encode(), Kind.TEXT),
        (b"", Kind.TEXT),
    ],
)  # fmt: skip
def test_by_their_content(data, kind):
    assert kind_of(data, None) is kind
    assert kind_of(data, "报告.docx") is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.html", Kind.HTML), ("a.HTM", Kind.HTML), ("a.doc", Kind.HTML), ("a.xls", Kind.HTML),
     ("a.txt", Kind.TEXT), (None, Kind.TEXT)],
)  # fmt: skip
def test_a_page_without_its_first_tags_is_told_by_its_ending(name, kind):
    assert kind_of("<div><p>全年平稳。</p></div>".encode(), name) is kind


def test_a_text_under_the_name_of_a_page_or_a_word_file_is_text():
    assert kind_of("全年平稳。".encode(), "a.html") is Kind.TEXT
    assert kind_of("全年平稳。".encode(), "a.doc") is Kind.TEXT


@pytest.mark.parametrize("unit", ["<!-- -->", "<!--", "<?xml", "a: b\r\n", "<!---->\n"])
def test_telling_takes_no_time_to_speak_of(unit):
    assert kind_of_text(unit * 200_000) is Kind.TEXT


@pytest.mark.parametrize("name", ["去年.doc", "去年.txt", "去年"])
def test_a_docx_of_another_name_is_a_docx(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(GOOD)
    assert read(path) == read(GOOD)


def test_a_page_saved_as_a_word_file_is_a_page(tmp_path):
    path = tmp_path / "去年.doc"
    path.write_bytes(HTML)
    assert read(path) == read(HTML)


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (archive({"xl/workbook.xml": ""}), ".docx"),
        (compound("Workbook"), ".xlsx"),
        (compound("EncryptedPackage"), "密码"),
        (compound("PowerPoint Document"), ".docx"),
        (archive({"ppt/presentation.xml": ""}), ".docx"),
        (OLE, ".docx"),
        (archive({"OFD.xml": ""}), ".docx"),
        (b"%PDF-1.7\n", ".docx"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", ".html"),
        (archive({"a.txt": "x"}), "UTF-8"),
        (GOOD[:99], ".docx"),
        (b"\x89PNG\r\n", "UTF-8"),
        (b"\x1f\x8b\x08", "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_with_advice(tmp_path, data, advice):
    path = tmp_path / "报告.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(path)
    assert str(kind_of(data, None)) in caught.value.zh
    assert str(kind_of(data, None)) in caught.value.en
    assert advice in caught.value.zh
    assert caught.value.at == str(path)


def test_streams_of_bytes_are_told_apart_too():
    import io

    assert read(io.BytesIO(GOOD)) == read(GOOD)


def test_reading_a_text_loads_nothing_that_only_files_need():
    import subprocess
    import sys

    code = (
        "import sys, govdocs; govdocs.read('全年平稳。');"
        "print([m for m in ('lxml', 'zipfile', 'tempfile', 'subprocess') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


OLD = [compound("WordDocument"), b"{\\rtf1 x}", odf("text"), b"<?xml?><w:wordDocument>"]


@pytest.mark.parametrize("data", OLD)
def test_older_word_files_are_refused_with_advice_where_nothing_converts_them(monkeypatch, data):
    monkeypatch.setattr(office, "office_program", lambda: None)
    with pytest.raises(InputError, match=r"另存为 \.docx") as caught:
        read(data)
    assert "LibreOffice" in caught.value.en


def test_a_file_too_large_is_not_converted(monkeypatch, tmp_path):
    monkeypatch.setattr(office, "office_program", lambda: tmp_path)
    monkeypatch.setattr(office, "MOST_BYTES", 5)
    with pytest.raises(InputError, match="超过 5"):
        read(b"{\\rtf1 x}")


def program(tmp_path, text):
    path = tmp_path / "office"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("text", ["exit 1", "echo done"])
def test_a_conversion_that_makes_nothing_is_told(monkeypatch, tmp_path, text):
    monkeypatch.setattr(office, "office_program", lambda: program(tmp_path, text))
    with pytest.raises(InputError, match=r"没有成功；请另存为 \.docx"):
        read(b"{\\rtf1 x}")


def test_a_program_that_cannot_be_started_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(office, "office_program", lambda: tmp_path / "none")
    with pytest.raises(InputError, match="没有成功"):
        read(b"{\\rtf1 x}")


def test_a_conversion_that_never_ends_is_ended(monkeypatch, tmp_path):
    monkeypatch.setattr(office, "office_program", lambda: program(tmp_path, "sleep 600"))
    monkeypatch.setattr(office, "SECONDS", 1)
    with pytest.raises(InputError, match="超过 1 秒"):
        read(b"{\\rtf1 x}")


def test_a_conversion_is_told_and_its_docx_is_read(monkeypatch, tmp_path):
    made = tmp_path / "made.docx"
    made.write_bytes(GOOD)
    copy = f'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; cp {made} "$2/source.docx"'
    monkeypatch.setattr(office, "office_program", lambda: program(tmp_path, copy))
    reading = read_with_findings(b"{\\rtf1 x}")
    assert reading.document == read(GOOD)
    assert [f.id for f in reading.findings if f.id == "converted"] == ["converted"]
