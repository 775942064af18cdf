"""The encoding of a page: mark, UTF-8, its own word, GB18030."""

import pytest

from govdocs.errors import InputError
from govdocs.inputs.reading import read, read_with_findings

PAGE = '<html><head><meta charset="{}"></head><body><p>青禾县政务公开，裏㐀。</p></body></html>'
TEXT = "青禾县政务公开，裏㐀。"


def text_of(data):
    return read(data).main_part.body[0].content[0].text


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "gbk", "nonsense", "utf-16"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_what_the_bytes_are_beats_what_the_page_says(declared, encoding):
    assert text_of(PAGE.format(declared).encode(encoding)) == TEXT


def test_another_encoding_is_taken_from_the_page():
    old = '<html><META http-equiv=Content-Type content="text/html; charset=big5"><p>政府資訊公開。'
    reading = read_with_findings(old.encode("big5"))
    assert reading.document.main_part.body[0].content[0].text == "政府資訊公開。"
    assert "encoding" in {f.id for f in reading.findings}


def test_a_broken_byte_is_reported_and_the_rest_is_read():
    data = PAGE.format("gb2312").encode("gb18030").replace(b"</p>", b"\xff</p>")
    reading = read_with_findings(data)
    assert reading.document.main_part.body[0].content[0].text == TEXT + "\ufffd"
    assert "replacement-character" in {f.id for f in reading.findings}


def test_nul_bytes_are_refused():
    with pytest.raises(InputError, match="NUL"):
        read(b"<html><body>a\0b")
