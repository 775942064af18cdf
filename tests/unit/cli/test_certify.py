"""``govdocs certify``: the table, JSON, pictures, and the exit codes."""

import json

import official_sheet
import pytest

ENDING = "本表为自检结果，不代表任何机关的认证"


@pytest.fixture
def notice(tmp_path):
    """Writes an official document and returns its name."""

    def write(name="notice.pdf", **changes):
        (tmp_path / name).write_bytes(official_sheet.draw(**changes))
        return name

    return write


def test_a_right_file_passes_and_the_table_ends_with_the_disclaimer(govdocs, notice):
    ran = govdocs("certify", notice(), "--lang", "zh")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "notice.pdf：版式自检表（GB/T 9704-2012，格式 official，由版面识别）"
    assert (
        "7.2.4   发文机关标志上边缘｜要求：距版心上边缘 35 mm｜实测：35.0 mm（第 1 页）｜符合"
        in lines
    )
    assert any(line.startswith("不适用（没有这一要素）：7.2.6 签发人") for line in lines)
    assert lines[-1] == ENDING
    assert ran.err == ""


def test_a_wrong_file_fails_with_1_and_names_the_clause(govdocs, notice):
    ran = govdocs("certify", notice(broken="mark-top"))
    assert ran.code == 1
    (line,) = [line for line in ran.out.splitlines() if line.endswith("| fails")]
    assert line == (
        "7.2.4   upper edge of the mark | expected: 35 mm below the type area's upper edge | "
        "measured: 30.0 mm (page 1) | fails"
    )
    assert "1 fail" in ran.out
    assert ran.out.splitlines()[-1].startswith("This is a self-check")


def test_json_holds_every_row_of_every_file(govdocs, notice):
    notice("a.pdf")
    notice("b.pdf", broken="colours")
    ran = govdocs("certify", "a.pdf", "b.pdf", "--json")
    assert ran.code == 1
    first, second = json.loads(ran.out)
    assert first["source"] == "a.pdf"
    assert first["passes"] is True
    assert second["passes"] is False
    failing = [row["id"] for row in second["rows"] if row["verdict"] == "fails"]
    assert failing == ["colours"]
    assert second["disclaimer"]["zh"] == ENDING


def test_an_unusable_file_is_2_and_the_others_are_measured(govdocs, notice, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 rubbish")
    ran = govdocs("certify", "broken.pdf", notice(), "missing.pdf")
    assert ran.code == 2
    assert "broken.pdf: error: this PDF is damaged" in ran.err
    assert "missing.pdf" in ran.err
    assert "format official" in ran.out
    as_json = govdocs("certify", "broken.pdf", "--json")
    assert as_json.code == 2
    (only,) = json.loads(as_json.out)
    assert only["findings"][0]["id"] == "unreadable-input"


def test_profile_overrides_what_the_page_shows(govdocs, notice):
    ran = govdocs("certify", notice(), "--profile", "letter")
    assert ran.code == 1
    assert "format letter, as asked" in ran.out
    assert govdocs("certify", notice(), "--profile", "none").code == 2


def test_pictures_are_written_with_clear_names(govdocs, notice, tmp_path):
    ran = govdocs("certify", notice(broken="mark-top"), "--pictures", "crops")
    assert ran.code == 1
    names = {path.name for path in (tmp_path / "crops").iterdir()}
    assert "notice-7.2.4-mark-top-fails-p1.png" in names
    assert all(name.startswith("notice-") and name.endswith(".png") for name in names)
    assert len(names) > 30


def test_pictures_of_two_files_of_one_name_are_refused(govdocs, notice, tmp_path):
    (tmp_path / "other").mkdir()
    notice("other/notice.pdf")
    ran = govdocs("certify", notice(), "other/notice.pdf", "--pictures", "crops")
    assert ran.code == 2
    assert "same names" in ran.err
    assert not (tmp_path / "crops").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(govdocs, notice, tmp_path):
    (tmp_path / "crops").write_text("a file")
    ran = govdocs("certify", notice(), "--pictures", "crops")
    assert ran.code == 2


def test_without_a_file_it_is_bad_usage(govdocs):
    assert govdocs("certify").code == 2


def test_without_pdfium_it_says_what_to_install(govdocs, notice, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    ran = govdocs("certify", notice())
    assert ran.code == 2
    assert "pip install 'govdocs[certify]'" in ran.err
