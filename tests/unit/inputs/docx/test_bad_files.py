"""DOCX files that are broken or hostile are refused with what to do."""

import io
import zipfile

import pytest
from word_files import archive, docx, paragraph

from govdocs.errors import InputError
from govdocs.inputs.docx import package
from govdocs.inputs.reading import read

GOOD = docx(paragraph("全年平稳。"))


def members(data):
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return {name: made.read(name) for name in made.namelist()}


def without(name):
    return archive({n: c for n, c in members(GOOD).items() if n != name})


def changed(name, content):
    return archive(members(GOOD) | {name: content})


def assert_refused(data, words):
    with pytest.raises(InputError) as caught:
        read(data)
    assert words in caught.value.zh
    assert ".docx" in caught.value.zh
    assert ".docx" in caught.value.en


@pytest.mark.parametrize(
    "name", ["_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml"]
)
def test_parts_that_may_be_missing_may_be_missing(name):
    assert read(without(name)) == read(GOOD)


def test_a_macro_document_is_a_document():
    types = "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"
    assert read(changed("[Content_Types].xml", types)) == read(GOOD)


def test_a_main_part_of_another_name_is_found():
    files = members(GOOD)
    files["word/other.xml"] = files.pop("word/document.xml")
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"document.xml", b"other.xml")
    types = (
        "<Types>application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    )
    assert read(archive(files | {"[Content_Types].xml": types})) == read(GOOD)


def test_half_a_file_is_refused():
    assert_refused(GOOD[: len(GOOD) // 2], "损坏")


def test_a_broken_part_is_refused_by_name():
    assert_refused(changed("word/document.xml", b"<w:document"), "word/document.xml")
    assert_refused(changed("word/document.xml", b""), "word/document.xml")


def test_a_part_without_a_body_is_refused():
    assert_refused(changed("word/document.xml", b"<document/>"), "没有正文")


def test_a_damaged_member_is_refused():
    data = bytearray(GOOD)
    at = data.index(b"word/document.xml") + len("word/document.xml") + 5
    data[at : at + 20] = bytes(20)
    assert_refused(bytes(data), "损坏")


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_a_document_type_is_refused_and_its_entities_stay_unread(doctype):
    body = (
        members(GOOD)["word/document.xml"]
        .decode()
        .replace("全年", "&a;" if "ENTITY" in doctype else "全年")
    )
    with pytest.raises(InputError) as caught:
        read(changed("word/document.xml", doctype + body))
    assert "root:" not in str(caught.value)


def test_a_zip_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(package, "MOST_BYTES", 1_000_000)
    assert_refused(docx(paragraph("中" * 1_000_000)), "1000000 字节")


def test_markup_nested_without_end_is_refused():
    assert_refused(docx("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000), "损坏")


def test_an_encrypted_member_is_refused():
    data = bytearray(GOOD)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    assert_refused(bytes(data), "加密")


def test_a_document_without_text_is_refused():
    with pytest.raises(InputError, match="没有可排的文字"):
        read(docx(paragraph()))


def test_the_name_of_the_file_is_in_the_message(tmp_path):
    path = tmp_path / "去年.docx"
    path.write_bytes(GOOD[:200])
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.at == str(path)
