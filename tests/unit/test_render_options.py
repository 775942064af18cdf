"""What a caller may ask of a rendering is looked at when it is asked."""

import pytest

import govdocs
from govdocs.errors import UsageError
from govdocs.render_options import RenderOptions, check_seal

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("picture", ["text", None, 5, b"JFIF", b""])
def test_a_seal_that_is_no_png_is_refused_with_its_organ(picture):
    with pytest.raises(UsageError) as caught:
        RenderOptions(seals={"青禾县人民政府": picture})
    assert "“青禾县人民政府”" in caught.value.zh
    assert "“青禾县人民政府”" in caught.value.en
    assert "PNG" in caught.value.en


def test_seals_are_a_mapping():
    with pytest.raises(UsageError, match="seals"):
        RenderOptions(seals=PNG)


def test_a_seal_that_is_a_png_passes():
    assert RenderOptions(seals={"甲": PNG}).seals == {"甲": PNG}


def test_the_library_says_so_before_it_renders():
    document = govdocs.read("关于某事的通知\n正文。\n")
    with pytest.raises(UsageError, match="甲"):
        govdocs.render(document, "pdf", seals={"甲": "text"})


def test_a_file_is_named():
    with pytest.raises(UsageError) as caught:
        check_seal("甲", b"GIF89a", at="seal.gif")
    assert caught.value.at == "seal.gif"
