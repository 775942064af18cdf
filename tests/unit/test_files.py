"""A file is replaced as a whole; links stay links, and what is no file is left alone."""

import os

import pytest

from govdocs.errors import UsageError
from govdocs.files import replace_file


def test_what_stood_there_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_stays_and_the_file_it_leads_to_is_replaced(tmp_path, exists):
    (tmp_path / "真").mkdir()
    real = tmp_path / "真" / "a.docx"
    if exists:
        real.write_bytes(b"old")
    link = tmp_path / "a.docx"
    link.symlink_to(real)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert [path.name for path in real.parent.iterdir()] == ["a.docx"]


def test_a_pipe_is_refused(tmp_path):
    pipe = tmp_path / "a.docx"
    os.mkfifo(pipe)
    with pytest.raises(UsageError, match="不是普通文件"):
        replace_file(pipe, b"new")
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.parametrize("place", [os.devnull, "."])
def test_a_device_and_a_folder_are_refused(tmp_path, monkeypatch, place):
    from pathlib import Path

    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="不是普通文件"):
        replace_file(Path(place), b"new")
    assert list(tmp_path.iterdir()) == []


def test_links_that_lead_in_a_ring_are_an_error_of_the_system(tmp_path):
    one, other = tmp_path / "a", tmp_path / "b"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(OSError):  # noqa: PT011 - its words are the system's
        replace_file(one, b"new")
    assert one.is_symlink()
