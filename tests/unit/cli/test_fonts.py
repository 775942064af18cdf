"""``govdocs fonts``: what would be used, and installing the bundled faces."""

import json

from govdocs.environment import default_environment
from govdocs.typography.face_role import FaceRole


def test_every_role_has_its_face(govdocs):
    ran = govdocs("fonts", "list", "--bundled-fonts", "--json")
    rows = json.loads(ran.out)
    assert ran.code == 0
    assert [row["role"] for row in rows] == list(FaceRole)
    assert {row["origin"] for row in rows} == {"bundled"}
    assert {row["role"]: row["docx_name"] for row in rows} == {
        "biaosong": "方正小标宋简体",
        "fang": "仿宋_GB2312",
        "kai": "楷体_GB2312",
        "hei": "黑体",
        "song": "宋体",
        "latin": "Times New Roman",
        "ext1": None,
        "ext2": None,
    }


def test_text_has_one_line_a_role(govdocs):
    english = govdocs("fonts", "list", "--bundled-fonts").out
    chinese = govdocs("fonts", "list", "--bundled-fonts", "--lang", "zh").out
    assert [line.partition(" ")[0] for line in english.splitlines()] == list(FaceRole)
    assert "fang (body): bundled Govdocs Fang" in english
    assert "fang (仿宋): 随附 Govdocs Fang" in chinese


def test_a_given_file_is_told(govdocs):
    path = default_environment().fonts / "GovdocsKai-Regular.ttf"
    rows = json.loads(govdocs("fonts", "list", "--font", f"fang={path}", "--json").out)
    (fang,) = [row for row in rows if row["role"] == "fang"]
    assert (fang["origin"], fang["path"]) == ("given", str(path))


def test_install_puts_faces_and_aliases_into_the_users_folders(govdocs, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("govdocs.cli.fonts.shutil.which", lambda name: None)
    monkeypatch.setattr("govdocs.fontbook.install.sys.platform", "linux")
    first = govdocs("fonts", "install")
    assert first.code == 0
    assert (tmp_path / "data/fonts/govdocs/GovdocsFang-Regular.ttf").is_file()
    assert str(tmp_path / "config/fontconfig/conf.d/60-govdocs.conf") in first.out
    second = govdocs("fonts", "install", "--lang", "zh")
    assert second.out == "字体已在原处，没有改动\n"
