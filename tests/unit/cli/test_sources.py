"""Where files go: never over a source, never two to one place."""

import unicodedata
from pathlib import Path

import pytest

from govdocs.cli.sources import output_paths
from govdocs.errors import UsageError


@pytest.mark.parametrize("name", ["src.pdf", "src.PDF"])
def test_a_source_is_not_overwritten(govdocs, source, tmp_path, name):
    path = source(name=name)
    before = (tmp_path / name).read_bytes()
    ran = govdocs("render", path, "--to", "pdf", "--bundled-fonts")
    assert ran.code == 2
    assert "over the source" in ran.err
    assert (tmp_path / name).read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_nor_by_the_file_of_another_source():
    with pytest.raises(UsageError, match="over the source"):
        output_paths((Path("a.txt"), Path("a.pdf")), None, ("pdf",))


def test_elsewhere_it_may_be_written(govdocs, source, tmp_path):
    assert govdocs("render", source(name="src.pdf"), "-o", "out", "--to", "pdf").code == 0
    assert (tmp_path / "out/src.pdf").is_file()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rep.txt", "rep.txt"),
        ("é.txt", unicodedata.normalize("NFD", "é.txt")),
        ("rep.txt", "a/../rep.md"),
    ],
)
def test_names_that_some_file_system_takes_for_one_clash(one, other):
    with pytest.raises(UsageError, match="would both write"):
        output_paths((Path(one), Path(other)), None, ("docx",))


def test_two_formats_of_one_source_are_two_files():
    (paths,) = output_paths((Path("a/x.txt"),), None, ("docx", "pdf"))
    assert paths == [Path("a/x.docx"), Path("a/x.pdf")]
