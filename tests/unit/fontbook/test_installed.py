"""Finding installed official faces by name."""

import os
import threading
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools.ttLib.tables._n_a_m_e import NameRecord

from govdocs.fontbook.installed import InstalledFace, find_installed

ITALIC, BOLD, REGULAR = 0x01, 0x20, 0x40


def tiny_font(
    family: str,
    *,
    full_name: str | None = None,
    outlines: str = "glyf",
    fs_type: int = 0,
    selection: int = REGULAR,
    weight: int = 400,
) -> TTFont:
    """A font of one empty and one square glyph."""
    builder = FontBuilder(1000, isTTF=outlines == "glyf")
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({0x41: "A"})
    if outlines == "glyf":
        builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "A": square(TTGlyphPen(None))})
    else:
        empty = T2CharStringPen(1000, None).getCharString()
        charstrings = {".notdef": empty, "A": square(T2CharStringPen(1000, None))}
        builder.setupCFF("Tiny", {"FullName": "Tiny"}, charstrings, {})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "A": (1000, 0)})
    builder.setupHorizontalHeader(ascent=859, descent=-141)
    names = {"familyName": family, "styleName": "Regular", "fullName": full_name or family}
    builder.setupNameTable(names, mac=False)
    builder.setupOS2(fsType=fs_type, fsSelection=selection, usWeightClass=weight)
    builder.setupPost()
    return builder.font


def square(pen):
    pen.moveTo((0, 0))
    for point in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph() if isinstance(pen, TTGlyphPen) else pen.getCharString()


def save(folder: Path, file: str, family: str, **options) -> Path:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    tiny_font(family, **options).save(path)
    return path


def test_the_first_preferred_name_that_is_installed_wins(tmp_path):
    save(tmp_path, "a.ttf", "仿宋")
    wanted = save(tmp_path, "b.ttf", "仿宋_GB2312")
    found = find_installed((tmp_path,), ("仿宋_GB2312", "仿宋"))
    assert found == InstalledFace("仿宋_GB2312", wanted, 0)


def test_a_name_lower_in_the_list_is_taken_where_no_better_one_is_installed(tmp_path):
    path = save(tmp_path, "deep/down/here.TTF", "华文仿宋")
    found = find_installed((tmp_path,), ("仿宋_GB2312", "仿宋", "华文仿宋"))
    assert found == InstalledFace("华文仿宋", path, 0)


def test_nothing_installed_is_none(tmp_path):
    save(tmp_path, "a.ttf", "DejaVu Serif")
    assert find_installed((tmp_path,), ("黑体", "SimHei")) is None
    assert find_installed((), ("黑体",)) is None
    assert find_installed((tmp_path / "absent",), ("黑体",)) is None


def test_case_does_not_matter(tmp_path):
    path = save(tmp_path, "a.ttf", "simhei")
    assert find_installed((tmp_path,), ("SimHei",)) == InstalledFace("SimHei", path, 0)


def test_a_cff_face_is_not_usable(tmp_path):
    save(tmp_path, "a.otf", "黑体", outlines="cff")
    assert find_installed((tmp_path,), ("黑体",)) is None


def test_truetype_outlines_in_an_otf_file_are_usable(tmp_path):
    path = save(tmp_path, "a.otf", "黑体")
    assert find_installed((tmp_path,), ("黑体",)) == InstalledFace("黑体", path, 0)


@pytest.mark.parametrize("fs_type", [0x0002, 0x0100, 0x0200, 0x0108])
def test_a_face_that_forbids_embedding_or_subsetting_is_not_usable(tmp_path, fs_type):
    save(tmp_path, "a.ttf", "黑体", fs_type=fs_type)
    assert find_installed((tmp_path,), ("黑体",)) is None


@pytest.mark.parametrize("fs_type", [0x0000, 0x0004, 0x0008, 0x000C])
def test_a_face_that_allows_embedding_is_usable(tmp_path, fs_type):
    save(tmp_path, "a.ttf", "黑体", fs_type=fs_type)
    assert find_installed((tmp_path,), ("黑体",)) is not None


def test_an_unusable_face_does_not_hide_a_usable_one_of_the_same_name(tmp_path):
    save(tmp_path, "a.otf", "黑体", outlines="cff")
    path = save(tmp_path, "b.ttf", "黑体")
    assert find_installed((tmp_path,), ("黑体",)) == InstalledFace("黑体", path, 0)


def test_the_index_tells_the_face_in_a_collection(tmp_path):
    collection = TTCollection()
    collection.fonts = [tiny_font("新宋体"), tiny_font("宋体")]
    collection.save(tmp_path / "simsun.ttc")
    found = find_installed((tmp_path,), ("宋体", "新宋体"))
    assert found == InstalledFace("宋体", tmp_path / "simsun.ttc", 1)


def test_a_family_name_stands_for_its_upright_regular_face(tmp_path):
    family = "Times New Roman"
    # "... Bold.ttf" sorts before "....ttf", as it does in the fonts of macOS
    bold = save(tmp_path, "T Bold.ttf", family, full_name="T Bold", selection=BOLD, weight=700)
    save(tmp_path, "T Italic.ttf", family, full_name="T Italic", selection=ITALIC)
    save(tmp_path, "T Light.ttf", family, full_name="T Light", weight=300)
    regular = save(tmp_path, "T.ttf", family, full_name="T Regular")
    assert find_installed((tmp_path,), (family,)) == InstalledFace(family, regular, 0)
    assert find_installed((tmp_path,), ("T Bold",)) == InstalledFace("T Bold", bold, 0)


def test_a_bold_face_alone_does_not_stand_in_for_its_family(tmp_path):
    save(tmp_path, "b.ttf", "Times New Roman", full_name="Times New Roman Bold", selection=BOLD)
    assert find_installed((tmp_path,), ("Times New Roman",)) is None


def test_an_earlier_folder_wins(tmp_path):
    system = save(tmp_path / "a", "hei.ttf", "黑体")
    own = save(tmp_path / "b", "hei.ttf", "黑体")
    folders = (tmp_path / "b", tmp_path / "a")
    assert find_installed(folders, ("黑体",)) == InstalledFace("黑体", own, 0)
    assert find_installed(folders[::-1], ("黑体",)) == InstalledFace("黑体", system, 0)


def test_of_equal_faces_the_first_path_in_sorted_order_wins(tmp_path):
    save(tmp_path, "z.ttf", "黑体")
    save(tmp_path, "sub/a.ttf", "黑体")
    first = save(tmp_path, "b.ttf", "黑体")
    assert find_installed((tmp_path,), ("黑体",)) == InstalledFace("黑体", first, 0)


def test_a_name_in_the_old_chinese_encodings_is_read(tmp_path):
    font = tiny_font("old")
    font["name"] = newTable("name")
    font["name"].names = []
    for name, platform, encoding in (("楷体_GB2312", 1, 25), ("方正小标宋简体", 3, 3)):
        record = NameRecord()
        record.nameID, record.platformID, record.platEncID, record.langID = 1, platform, encoding, 0
        record.string = name.encode("gb18030")
        font["name"].names.append(record)
    font.save(tmp_path / "old.ttf")
    assert find_installed((tmp_path,), ("楷体_GB2312",)) is not None
    assert find_installed((tmp_path,), ("方正小标宋简体",)) is not None


def test_a_file_that_ends_too_early_is_passed_over_wherever_it_ends(tmp_path):
    whole = save(tmp_path / "whole", "a.ttf", "黑体").read_bytes()
    for length in range(0, len(whole) - 4, 7):  # the last bytes may be padding
        folder = tmp_path / str(length)
        folder.mkdir()
        (folder / "a.ttf").write_bytes(whole[:length])
        assert find_installed((folder,), ("黑体",)) is None


def test_a_face_is_found_beside_files_that_are_no_fonts(tmp_path):
    (tmp_path / "a.ttf").write_text("not a font")
    (tmp_path / "b.ttc").write_bytes(b"ttcf\0\1\0\0\xff\xff\xff\xff" + bytes(64))
    (tmp_path / "c.ttc").write_bytes(b"ttcf\0\1\0\0\0\0\0\1\xff\xff\xff\xff")
    (tmp_path / "d.ttf").mkdir()
    (tmp_path / "e.ttf").symlink_to(tmp_path / "absent.ttf")
    path = save(tmp_path, "f.ttf", "黑体")
    assert find_installed((tmp_path,), ("黑体",)) == InstalledFace("黑体", path, 0)


def test_a_ring_of_links_ends_and_linked_folders_are_searched(tmp_path):
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    save(outside, "hei.ttf", "黑体")
    (inside / "link").symlink_to(outside, target_is_directory=True)
    (outside / "back").symlink_to(inside, target_is_directory=True)
    (inside / "self").symlink_to(inside / "self")
    found = find_installed((inside,), ("黑体",))
    assert found == InstalledFace("黑体", inside / "link" / "hei.ttf", 0)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_named_like_a_font_is_never_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.ttf")
    found = []
    search = threading.Thread(
        target=lambda: found.append(find_installed((tmp_path,), ("黑体",))), daemon=True
    )
    search.start()
    search.join(timeout=10)
    assert found == [None]


def test_the_folders_are_searched_once(tmp_path):
    assert find_installed((tmp_path,), ("黑体",)) is None
    save(tmp_path, "a.ttf", "黑体")
    assert find_installed((tmp_path,), ("黑体",)) is None
