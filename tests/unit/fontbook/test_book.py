"""Which face sets which character."""

from pathlib import Path

import pytest

from govdocs.environment import Environment
from govdocs.errors import FontError
from govdocs.fontbook.book import FontBook
from govdocs.typography.face_role import FaceRole

FONTS = Path(__file__).parents[3] / "fonts"
ENVIRONMENT = Environment(fonts=FONTS, templates=FONTS.parent / "templates")


def book(**options):
    return FontBook(ENVIRONMENT, **options)


def names(coverage, text):
    return [coverage[char].name for char in text]


def test_han_takes_the_roles_face_and_western_text_the_latin_one():
    coverage = book().coverage(FaceRole.KAI, FaceRole.LATIN)
    assert names(coverage, "文，“—…①") == ["GovdocsKai-Regular"] * 6
    assert names(coverage, "aZ9.% é") == ["LiberationSerif-Regular"] * 7


def test_rare_characters_fall_back_to_song_and_the_reserve_faces():
    coverage = book().coverage(FaceRole.HEI, FaceRole.LATIN)
    assert names(coverage, "𬭎") == ["GovdocsHei-Regular"]
    assert names(coverage, "㐀") == ["GovdocsExt1-Regular"]
    assert names(coverage, "𪚥") == ["GovdocsExt2-Regular"]


def test_what_nothing_holds_is_none():
    assert book().coverage(FaceRole.FANG, FaceRole.LATIN)["😀"] is None


def test_a_given_file_goes_first_and_the_bundled_face_stands_behind_it():
    given = {FaceRole.FANG: FONTS / "LiberationSerif-Bold.ttf"}
    fonts = book(given=given)
    assert fonts.choice(FaceRole.FANG).origin == "given"
    assert [choice.origin for choice in fonts.faces(FaceRole.FANG)] == ["given"] + ["bundled"] * 4
    assert names(fonts.coverage(FaceRole.FANG, FaceRole.LATIN), "文") == ["GovdocsFang-Regular"]


def test_an_installed_official_face_goes_before_the_bundled_one(tmp_path):
    from fontTools.ttLib import TTFont

    font = TTFont(FONTS / "LiberationSerif-Bold.ttf")
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = "Times New Roman"
    font["OS/2"].fsSelection = 0x40
    font["head"].macStyle = 0
    font.save(tmp_path / "times.ttf")
    environment = Environment(
        fonts=FONTS, templates=FONTS.parent / "templates", font_directories=(tmp_path,)
    )
    assert FontBook(environment).choice(FaceRole.LATIN).origin == "installed"
    assert FontBook(environment, bundled_only=True).choice(FaceRole.LATIN).origin == "bundled"


def test_each_file_stands_once_in_a_chain():
    chain = book().faces(FaceRole.SONG)
    assert [choice.role for choice in chain] == [FaceRole.SONG, FaceRole.EXT1, FaceRole.EXT2]


def test_an_incomplete_font_folder_is_a_clear_error(tmp_path):
    environment = Environment(fonts=tmp_path, templates=tmp_path)
    with pytest.raises(FontError, match=r"fonts\.json"):
        FontBook(environment).choice(FaceRole.FANG)


def test_a_broken_installed_face_is_passed_over(tmp_path):
    from fontTools.ttLib import TTFont

    font = TTFont(FONTS / "LiberationSerif-Bold.ttf")
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = "Times New Roman"
    font["OS/2"].fsSelection = 0x40
    font["head"].macStyle = 0
    del font["cmap"]
    font.save(tmp_path / "times.ttf")
    environment = Environment(
        fonts=FONTS, templates=FONTS.parent / "templates", font_directories=(tmp_path,)
    )
    assert FontBook(environment).choice(FaceRole.LATIN).origin == "bundled"
