"""The bundled faces: whole, licensed, complete, and wide as Chinese type must be."""

import hashlib
import json
import tomllib
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "fonts"
FACES = json.loads((FONTS / "fonts.json").read_text(encoding="utf-8"))["faces"]
TEXT_ROLES = ("fang", "kai", "hei", "song", "biaosong")
HAN_ROLES = (*TEXT_ROLES, "ext1", "ext2")
EM = 1000

# the marks, enclosed numbers and units that official documents use beside hanzi
REQUIRED_SIGNS = (
    "〔〕【】《》〈〉「」“”‘’—…、。，；：？！（）·○〇№‰℃㎡①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
)
HALF_WIDTH_IN_SOURCES = "“”‘’—…·"


def _gb2312_hanzi(first_row: int, last_row: int) -> str:
    """The hanzi of some rows (区) of GB 2312."""
    pairs = (
        bytes((0xA0 + row, 0xA0 + cell))
        for row in range(first_row, last_row + 1)
        for cell in range(1, 95)
    )
    return "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)


# the first and the last beyond the BMP in the table of 8,105 general characters, and one in use
PLANE_2_OF_THE_STANDARD_TABLE = "𠅤𬭎𬺓"


@cache
def font(role: str) -> TTFont:
    return TTFont(FONTS / FACES[role]["file"], lazy=True)


def advances(role: str, characters: str) -> dict[str, int]:
    cmap, metrics = font(role).getBestCmap(), font(role)["hmtx"]
    return {character: metrics[cmap[ord(character)]][0] for character in characters}


def hanzi_of(role: str) -> str:
    return "".join(
        chr(code)
        for code in font(role).getBestCmap()
        if 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000
    )


@pytest.mark.parametrize("role", FACES)
def test_every_face_is_the_file_that_the_list_names(role):
    content = (FONTS / FACES[role]["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == FACES[role]["sha256_ttf"]


def test_the_list_names_every_face_of_the_folder():
    assert {face["file"] for face in FACES.values()} == {p.name for p in FONTS.glob("*.ttf")}


@pytest.mark.parametrize("role", FACES)
def test_every_face_has_its_licence_text_beside_it(role):
    text = (FONTS / FACES[role]["license"]).read_text(encoding="utf-8")
    assert "SIL Open Font License" in text or "SIL OPEN FONT LICENSE" in text
    if role not in {"latin", "latin-bold"}:
        assert FACES[role]["family"] in text


@pytest.mark.parametrize("role", FACES)
def test_the_list_gives_the_family_names_that_are_in_the_file(role):
    names = {record.toUnicode() for record in font(role)["name"].names if record.nameID == 1}
    face = FACES[role]
    assert names == {face[key] for key in ("family", "family_zh") if key in face}


@pytest.mark.parametrize("role", FACES)
def test_every_face_has_truetype_outlines_and_may_be_embedded(role):
    assert {"glyf", "loca"} <= set(font(role).keys())
    assert font(role)["OS/2"].fsType == 0


@pytest.mark.parametrize("role", TEXT_ROLES)
def test_a_text_face_holds_all_hanzi_of_gb2312_and_the_required_signs(role):
    hanzi = _gb2312_hanzi(16, 87)
    assert len(hanzi) == 6763
    wanted = hanzi + REQUIRED_SIGNS + PLANE_2_OF_THE_STANDARD_TABLE
    assert not {ord(character) for character in wanted} - font(role).getBestCmap().keys()


def test_there_are_62_required_signs():
    assert len(set(REQUIRED_SIGNS)) == len(REQUIRED_SIGNS) == 62


@pytest.mark.parametrize("role", TEXT_ROLES)
def test_no_hanzi_of_the_first_level_is_blank(role):
    face = font(role)
    cmap, glyphs = face.getBestCmap(), face["glyf"]
    first_level = _gb2312_hanzi(16, 55)
    assert len(first_level) == 3755
    assert not [c for c in first_level if glyphs[cmap[ord(c)]].numberOfContours == 0]


@pytest.mark.parametrize("role", HAN_ROLES)
def test_every_hanzi_is_one_em_wide(role):
    assert font(role)["head"].unitsPerEm == EM
    hanzi = hanzi_of(role)
    assert hanzi
    assert set(advances(role, hanzi).values()) == {EM}


@pytest.mark.parametrize("role", TEXT_ROLES)
def test_quotes_dash_ellipsis_and_middle_dot_are_one_em_wide(role):
    widths = advances(role, HALF_WIDTH_IN_SOURCES)
    assert widths == dict.fromkeys(HALF_WIDTH_IN_SOURCES, EM)


@pytest.mark.parametrize("role", TEXT_ROLES)
def test_two_dashes_leave_no_gap_that_print_would_show(role):
    glyph = font(role)["glyf"][font(role).getBestCmap()[ord("—")]]
    # 2 units of a 16 pt em are 0.03 pt; thinning costs the dash of two faces that much
    assert EM - glyph.xMax + glyph.xMin <= 2


@pytest.mark.parametrize("role", HAN_ROLES)
def test_the_line_box_is_the_same_in_every_face(role):
    header = font(role)["hhea"]
    assert (header.ascent, header.descent, header.lineGap) == (859, -141, 0)


def test_digits_in_song_are_half_an_em_for_page_numbers():
    assert set(advances("song", "0123456789").values()) == {EM // 2}


def test_the_rare_faces_together_complete_the_ideographs_of_gb18030():
    held = set(hanzi_of("song") + hanzi_of("ext1") + hanzi_of("ext2"))
    blocks = (
        (0x3400, 0x4DB5),
        (0x4E00, 0x9FEF),
        (0x20000, 0x2A6D6),
        (0x2A700, 0x2B734),
        (0x2B740, 0x2B81D),
        (0x2B820, 0x2CEA1),
        (0x2CEB0, 0x2EBE0),
    )
    for first, last in blocks:
        assert not {chr(code) for code in range(first, last + 1)} - held


def _wheel_data() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]


def test_the_wheel_takes_exactly_the_faces_that_are_here():
    listed = {path: target for path, target in _wheel_data().items() if path.endswith(".ttf")}
    assert listed == {
        f"fonts/{path.name}": f"govdocs/_data/fonts/{path.name}" for path in FONTS.glob("*.ttf")
    }


def test_the_wheel_takes_the_list_and_the_licences_but_not_the_build_recipe():
    taken = _wheel_data()
    assert taken["fonts/fonts.json"] == "govdocs/_data/fonts/fonts.json"
    assert taken["fonts/licenses"] == "govdocs/_data/fonts/licenses"
    assert "fonts" not in taken
    assert not [path for path in taken if path.startswith("fonts/build")]
