"""Installing the bundled faces for LibreOffice on Linux."""

import json
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from govdocs.errors import FontError, UsageError
from govdocs.fontbook.install import install_fonts
from govdocs.fontbook.official import official_names, official_roles

BUNDLED = Path(__file__).parents[3] / "fonts"
FACES = json.loads((BUNDLED / "fonts.json").read_text(encoding="utf-8"))["faces"]
FILES = {face["file"] for face in FACES.values()}
HAN_FALLBACK = ("Govdocs Song", "Govdocs Ext1", "Govdocs Ext2")


def install(home: Path, **options) -> tuple[Path, ...]:
    return install_fonts(
        options.pop("fonts", BUNDLED),
        fonts_folder=home / "share/fonts",
        fontconfig_folder=home / "config/fontconfig",
        platform=options.pop("platform", "linux"),
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A user's folders with everything installed."""
    folder = tmp_path_factory.mktemp("home")
    install(folder)
    return folder


@pytest.fixture(scope="module")
def aliases(home):
    """Each official name with the names that its rule adds, in the order of the file."""
    tree = ET.parse(home / "config/fontconfig/conf.d/60-govdocs.conf")
    return [
        (alias.findtext("family"), tuple(name.text for name in alias.findall("accept/family")))
        for alias in tree.getroot().iter("alias")
    ]


def test_every_bundled_face_is_copied_byte_for_byte(home):
    copies = {path.name: path.read_bytes() for path in (home / "share/fonts/govdocs").iterdir()}
    assert copies == {name: (BUNDLED / name).read_bytes() for name in FILES}


def test_the_files_written_are_returned_and_a_second_call_writes_none(tmp_path):
    written = install(tmp_path)
    assert {path.name for path in written} == FILES | {"60-govdocs.conf"}
    before = {path: path.stat().st_mtime_ns for path in written}
    assert install(tmp_path) == ()
    assert {path: path.stat().st_mtime_ns for path in written} == before


def test_a_damaged_copy_is_replaced(tmp_path, small_fonts):
    copy = install(tmp_path, fonts=small_fonts)[0]
    copy.write_bytes(b"damaged")
    assert install(tmp_path, fonts=small_fonts) == (copy,)
    assert copy.read_bytes() == (small_fonts / copy.name).read_bytes()


def test_no_half_written_file_is_left(tmp_path, small_fonts):
    install(tmp_path, fonts=small_fonts)
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".")]


def test_every_official_name_has_one_rule_of_one_name(aliases):
    names = {
        name for role in official_roles() if role != "latin-bold" for name in official_names(role)
    }
    assert sorted(name for name, _ in aliases) == sorted(names)


def test_a_rule_leads_to_the_bundled_face_and_then_to_the_rare_ones(aliases):
    accepted = dict(aliases)
    for role in official_roles():
        if role == "latin-bold":
            continue
        chain = tuple(dict.fromkeys((FACES[role]["family"], *HAN_FALLBACK)))
        for name in official_names(role):
            assert accepted[name][-len(chain) :] == chain


def test_a_rule_never_adds_a_name_that_a_later_rule_is_for(aliases):
    later = [name for name, _ in aliases]
    for position, (_, added) in enumerate(aliases):
        assert not set(added) & set(later[position:])


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_without_fontconfig_the_error_says_what_to_do_instead(tmp_path, platform):
    with pytest.raises(UsageError, match="双击") as caught:
        install(tmp_path, platform=platform)
    assert "double-click" in caught.value.en
    assert str(BUNDLED) in caught.value.en
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("manifest", [None, "no json", "[]", '{"faces": {"fang": {}}}'])
def test_a_missing_or_broken_list_of_fonts_is_a_clear_error(tmp_path, manifest):
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    if manifest is not None:
        (fonts / "fonts.json").write_text(manifest)
    with pytest.raises(FontError, match=r"fonts\.json"):
        install(tmp_path, fonts=fonts)


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path, small_fonts):
    (tmp_path / "share").write_text("a file stands in the way")
    with pytest.raises(FontError) as caught:
        install(tmp_path, fonts=small_fonts)
    assert str(tmp_path / "share") in str(caught.value.at)


@pytest.fixture
def small_fonts(tmp_path):
    """A folder of bundled fonts that holds only a few bytes for each face."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    (folder / "fonts.json").write_text(json.dumps({"faces": FACES}), encoding="utf-8")
    for name in FILES:
        (folder / name).write_bytes(name.encode())
    return folder


needs_fontconfig = pytest.mark.skipif(
    shutil.which("fc-match") is None, reason="fontconfig is not installed"
)


def fc_match(home: Path, pattern: str) -> str:
    """The file name of the face that fontconfig picks from this home, the system left out."""
    config = home / "fonts.conf"
    config.write_text(
        f"""<?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
        <fontconfig>
          <dir>{home / "share/fonts"}</dir>
          <cachedir>{home / "cache"}</cachedir>
          <include>{home / "config/fontconfig/conf.d"}</include>
        </fontconfig>"""
    )
    environment = os.environ | {"FONTCONFIG_FILE": str(config)}
    command = ["fc-match", "--format=%{file}", pattern]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert run.stderr == ""
    return Path(run.stdout).name


@needs_fontconfig
@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("方正小标宋简体", "GovdocsBiaosong-Regular.ttf"),
        (r"FZXiaoBiaoSong\-B05S", "GovdocsBiaosong-Regular.ttf"),
        ("仿宋_GB2312", "GovdocsFang-Regular.ttf"),
        ("FangSong_GB2312", "GovdocsFang-Regular.ttf"),
        ("仿宋", "GovdocsFang-Regular.ttf"),
        ("楷体_GB2312", "GovdocsKai-Regular.ttf"),
        ("黑体", "GovdocsHei-Regular.ttf"),
        ("SimSun", "GovdocsSong-Regular.ttf"),
        ("Times New Roman", "LiberationSerif-Regular.ttf"),
        ("Times New Roman:bold", "LiberationSerif-Bold.ttf"),
    ],
)
def test_fontconfig_answers_an_official_name_with_the_bundled_face(home, name, file):
    assert fc_match(home, name) == file


@needs_fontconfig
def test_fontconfig_prefers_an_installed_official_face(tmp_path):
    install(tmp_path)
    official = TTFont(BUNDLED / "LiberationSerif-Regular.ttf")
    for name_id in (1, 4, 16):
        official["name"].setName("仿宋_GB2312", name_id, 3, 1, 0x804)
    official.save(tmp_path / "share/fonts/official.ttf")
    assert fc_match(tmp_path, "仿宋_GB2312") == "official.ttf"
