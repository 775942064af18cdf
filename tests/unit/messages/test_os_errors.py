"""What the operating system refuses is told in both languages, without its number and path."""

import errno

import pytest

from govdocs.messages.os_errors import reason_of


@pytest.mark.parametrize(
    ("number", "zh"),
    [
        (errno.ENOENT, "没有这个文件"),
        (errno.EISDIR, "文件夹"),
        (errno.EACCES, "没有权限"),
        (errno.ENAMETOOLONG, "文件名太长"),
        (errno.ENOSPC, "磁盘空间不足"),
    ],
)
def test_usual_reasons_are_told_in_both_languages(number, zh):
    why = reason_of(OSError(number, "words of the system", "/a/path"))
    assert zh in why.zh
    assert why.en.isascii()
    assert "/a/path" not in why.zh + why.en
    assert "words of the system" not in why.zh + why.en


def test_an_unusual_reason_keeps_the_words_of_the_system():
    assert reason_of(OSError(errno.EXDEV, "Cross-device link")).zh == "Cross-device link"
    assert reason_of(ValueError("embedded null byte")).en == "embedded null byte"
