"""Sources: paths, text, bytes and streams; what is no text is refused with advice."""

import io
from pathlib import Path

import pytest

from govdocs.errors import InputError, UsageError
from govdocs.inputs.reading import read, read_with_findings

TEXT = "青禾县2017年度政府信息公开工作报告\n一、概述\n全年平稳。\n"
TITLE = "青禾县2017年度政府信息公开工作报告"


def ids(reading):
    return [finding.id for finding in reading.findings]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "gb18030", "gbk"]
)
def test_bytes_are_read_by_mark_then_utf8_then_gb18030(encoding):
    data = TEXT.encode(encoding)
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    assert read(data) == read(TEXT)


def test_gb18030_is_reported_and_utf8_is_not():
    assert "encoding" in ids(read_with_findings(TEXT.encode("gb18030")))
    assert "encoding" not in ids(read_with_findings(TEXT.encode()))


def test_gb18030_codes_of_private_use_become_their_characters():
    reading = read_with_findings(TEXT.encode("gb18030") + b"\xfe\x59\xa8\xbc\n")
    assert "private-use-mapped" in ids(reading)
    assert "private-use" not in ids(reading)
    section = reading.document.main_part.body[0]
    assert section.blocks[-1].content[0].text == "\u9fb4\u1e3f"


def test_private_use_characters_elsewhere_are_reported():
    reading = read_with_findings("一、概述\n张\ue81e同志。\n")
    (finding,) = [f for f in reading.findings if f.id == "private-use"]
    assert (finding.line, finding.column) == (2, 2)


def test_paths_and_names_of_files_are_read(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert read(path) == read(str(path)) == read(TEXT)


def test_streams_of_text_and_of_bytes_are_read():
    assert read(io.StringIO(TEXT)) == read(io.BytesIO(TEXT.encode("gb18030"))) == read(TEXT)


def test_a_text_without_line_end_is_text():
    assert read("全年公开信息57条。").main_part.body[0].content[0].text == "全年公开信息57条。"


def test_a_file_name_that_names_no_file_is_read_as_text_with_a_warning():
    assert "no-such-file" in ids(read_with_findings("没有这个.txt"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_as_one(end):
    assert read(TEXT.replace("\n", end)) == read(TEXT)


@pytest.mark.parametrize("data", [b"a\nb\0c", "一\0".encode("utf-16")])
def test_a_nul_byte_is_refused_with_its_line(data):
    with pytest.raises(InputError, match="NUL"):
        read(data)


def test_undecodable_bytes_are_refused_with_their_line():
    with pytest.raises(InputError, match="第 2 行"):
        read(b"abc\n\xff\xff\xff\n")


def test_utf8_with_one_broken_byte_is_not_turned_to_nonsense():
    data = TEXT.encode() * 3 + b"\xe4\xb8\n"
    with pytest.raises(InputError, match="UTF-8"):
        read(data)


@pytest.mark.parametrize("bad", ["folder", "missing"])
def test_a_folder_and_a_missing_file_are_refused_with_their_path(tmp_path, bad):
    path = tmp_path if bad == "folder" else tmp_path / "无.txt"
    with pytest.raises(InputError) as caught:
        read(path)
    assert str(path) in str(caught.value)


def test_a_path_with_nul_is_refused():
    with pytest.raises(InputError):
        read(Path("a\0b"))


@pytest.mark.parametrize("source", [None, 5, object()])
def test_what_can_be_no_source_is_a_usage_error(source):
    with pytest.raises(UsageError):
        read(source)


@pytest.mark.parametrize(
    "source", ["", " \n\u3000\n", b"", "\ufeff", "---\n---\n", "---\ntitle: ~\n---\n\n"]
)
def test_a_source_without_text_is_refused(source):
    with pytest.raises(InputError, match="没有可排的文字"):
        read(source)


def test_a_title_in_the_front_matter_is_enough():
    assert read("---\ntitle: 报告\n---\n").main_part.title == "报告"


@pytest.mark.parametrize("name", ["通知.yaml", "年报.yml", "文档.JSON"])
def test_a_file_of_data_is_not_set_as_text(tmp_path, name):
    path = tmp_path / name
    path.write_text("文种: 通知\n正文: 好。\n", encoding="utf-8")
    with pytest.raises(InputError, match="read_official"):
        read(path)
