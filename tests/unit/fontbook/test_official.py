"""The table of official faces."""

import pytest

from govdocs.errors import FontError
from govdocs.fontbook.official import docx_name, official_names, official_roles

HAN_ROLES = ("biaosong", "fang", "kai", "hei", "song")


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("biaosong", "方正小标宋简体"),
        ("fang", "仿宋_GB2312"),
        ("kai", "楷体_GB2312"),
        ("hei", "黑体"),
        ("song", "宋体"),
        ("latin", "Times New Roman"),
        ("latin-bold", "Times New Roman"),
    ],
)
def test_a_docx_file_carries_the_official_name(role, name):
    assert docx_name(role) == name


def test_every_role_of_a_document_is_in_the_table():
    assert official_roles() == (*HAN_ROLES, "latin", "latin-bold")


@pytest.mark.parametrize("role", HAN_ROLES)
def test_the_name_in_the_docx_is_the_one_looked_for_first(role):
    assert official_names(role)[0] == docx_name(role)


def test_no_name_belongs_to_two_roles_or_stands_twice():
    names = [name.casefold() for role in official_roles() for name in official_names(role)]
    assert len(names) == len(set(names))


def test_the_bundled_latin_face_is_no_official_one():
    names = official_names("latin") + official_names("latin-bold")
    assert not any("liberation" in name.casefold() for name in names)


@pytest.mark.parametrize("function", [official_names, docx_name])
def test_an_unknown_role_is_an_error_that_names_the_known_ones(function):
    with pytest.raises(FontError, match="song") as caught:
        function("comic")
    assert "comic" in caught.value.en
    assert "comic" in caught.value.zh
