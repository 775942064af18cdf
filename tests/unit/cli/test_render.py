"""``govdocs render``: files, findings, exit codes."""

import json
import os
import stat
import zipfile

import pypdfium2
import pytest

import govdocs as library
from govdocs import api, files
from govdocs.errors import LayoutError
from govdocs.model.build import document, section

FOREIGN = "开云手机官网入口·(中国)官方网站"
HACKED = f"""{FOREIGN}2017年度政府信息公开工作报告

现公布{FOREIGN}的报告。
"""
UNTITLED = "没有标题的一段文字，只此一句。\n"
HALF_WIDTH = "青禾县2017年度政府信息公开工作报告\n\n一段文字,只此一句。\n"
ROW_SHORT = "青禾县2017年度政府信息公开工作报告\n\n甲|乙|丙\n1|2\n"
TO_PDF = ("--to", "pdf", "--bundled-fonts")


def is_pdf(path):
    return path.read_bytes()[:5] == b"%PDF-"


class TestFiles:
    def test_both_formats_are_written_beside_the_source(self, govdocs, source, tmp_path):
        ran = govdocs("render", source(name="in/report.txt"), "--bundled-fonts")
        assert ran.code == 0, ran.err
        assert is_pdf(tmp_path / "in/report.pdf")
        assert zipfile.is_zipfile(tmp_path / "in/report.docx")
        assert "report.docx" in ran.out
        assert "report.pdf" in ran.out

    def test_one_format_on_request_whatever_its_case(self, govdocs, source, tmp_path):
        assert govdocs("render", source(), "--to", " PDF ", "--bundled-fonts").code == 0
        assert sorted(path.name for path in tmp_path.iterdir()) == ["report.pdf", "report.txt"]

    def test_a_folder_is_made_for_the_output(self, govdocs, source, tmp_path):
        assert govdocs("render", source(), "-o", "new/deep", *TO_PDF).code == 0
        assert is_pdf(tmp_path / "new/deep/report.pdf")

    def test_a_json_document_renders_like_text(self, govdocs, source, tmp_path):
        built = document("题", section("甲", "文"))
        ran = govdocs("render", source(library.encode(built), "built.json"), *TO_PDF)
        assert ran.code == 0, ran.err
        expected = api.render(built, "pdf", bundled_fonts=True)
        assert (tmp_path / "built.pdf").read_bytes() == expected

    def test_the_file_is_what_the_library_makes(self, govdocs, source, tmp_path):
        path = source()
        govdocs("render", path, *TO_PDF)
        expected = library.render(library.read(path), "pdf", bundled_fonts=True)
        assert (tmp_path / "report.pdf").read_bytes() == expected

    def test_a_name_with_two_dots_loses_only_its_ending(self, govdocs, source, tmp_path):
        govdocs("render", source(name="report.v2.txt"), *TO_PDF)
        assert is_pdf(tmp_path / "report.v2.pdf")

    def test_an_existing_file_is_replaced(self, govdocs, source, tmp_path):
        (tmp_path / "report.pdf").write_bytes(b"old")
        assert govdocs("render", source(), *TO_PDF).code == 0
        assert is_pdf(tmp_path / "report.pdf")


class TestExitCodes:
    def test_0_when_done(self, govdocs, source):
        assert govdocs("render", source(), *TO_PDF).code == 0

    def test_1_when_an_error_remains_and_the_file_is_written_all_the_same(
        self, govdocs, source, tmp_path
    ):
        ran = govdocs("render", source(HACKED), *TO_PDF)
        assert ran.code == 1
        assert is_pdf(tmp_path / "report.pdf")
        assert "report.txt:1: error: " in ran.err
        assert "report.txt:3: error: " in ran.err

    def test_0_again_when_the_error_is_mended(self, govdocs, source):
        ran = govdocs("render", source(HACKED), *TO_PDF, "--replace", f"{FOREIGN}=青禾县")
        assert ran.code == 0

    def test_2_for_what_cannot_be_read_or_used(self, govdocs, source):
        assert govdocs("render", "missing.txt", *TO_PDF).code == 2
        assert govdocs("render", source(), "--to", "odt").code == 2

    @pytest.mark.parametrize("first", ["hacked.txt", "missing.txt"])
    def test_2_beats_1(self, govdocs, source, first):
        source(HACKED, "hacked.txt")
        names = ["hacked.txt", "missing.txt"]
        names.sort(key=lambda name: name != first)
        assert govdocs("render", *names, *TO_PDF).code == 2

    def test_a_character_that_no_face_holds_is_an_error_that_remains(
        self, govdocs, source, tmp_path
    ):
        ran = govdocs("render", source("题的报告\n\n正文有🦄字。\n"), "--bundled-fonts")
        assert ran.code == 1
        assert "U+1F984" in ran.err
        assert not (tmp_path / "report.pdf").exists()
        assert (tmp_path / "report.docx").exists()

    def test_its_line_is_named_where_the_source_has_lines(self, govdocs, source):
        ran = govdocs("render", source("题的报告\n\n正文有🦄字。\n"), *TO_PDF)
        assert ran.err.startswith("report.txt:3: error: ")
        built = library.encode(document("题", "正文有🦄字。"))
        ran = govdocs("render", source(built, "built.json"), *TO_PDF, "--json")
        assert [f["line"] for f in json.loads(ran.out)[0]["findings"]] == [None]
        assert ran.err.startswith("built.json: error: ")

    def test_an_element_that_the_profile_cannot_set_is_2(self, govdocs, source, tmp_path):
        text = "---\ncopy_number: '000001'\n---\n题的报告\n\n正文。\n"
        ran = govdocs("render", source(text), *TO_PDF, "--profile", "published-report")
        assert ran.code == 2
        assert "header_block" in ran.err
        assert not (tmp_path / "report.pdf").exists()


class TestStrict:
    @pytest.mark.parametrize("text", [HACKED, UNTITLED, ROW_SHORT], ids=["error", "warn", "warn2"])
    def test_no_file_while_a_warning_or_an_error_remains(self, govdocs, source, tmp_path, text):
        ran = govdocs("render", source(text), *TO_PDF, "--strict")
        assert ran.code == 1
        assert not (tmp_path / "report.pdf").exists()
        assert "no file written" in ran.out

    def test_a_change_that_was_made_withholds_nothing(self, govdocs, source, tmp_path):
        ran = govdocs("render", source(HALF_WIDTH), *TO_PDF, "--strict")
        assert ran.code == 0
        assert "info" in ran.err
        assert is_pdf(tmp_path / "report.pdf")

    def test_without_it_a_warning_costs_nothing(self, govdocs, source, tmp_path):
        ran = govdocs("render", source(UNTITLED), *TO_PDF)
        assert ran.code == 0
        assert "warning" in ran.err
        assert is_pdf(tmp_path / "report.pdf")


class TestSeveralSources:
    def test_each_has_a_line_of_progress(self, govdocs, source):
        ran = govdocs("render", source(name="a.txt"), source(name="b.txt"), *TO_PDF)
        assert ran.code == 0
        assert [line.split(" ")[0] for line in ran.out.splitlines()] == ["[1/2]", "[2/2]"]

    def test_one_that_fails_does_not_stop_the_rest(self, govdocs, source, tmp_path):
        source(b"PK\x03\x04binary", "zip.txt")
        ran = govdocs("render", "zip.txt", "missing.txt", source(name="good.txt"), *TO_PDF)
        assert ran.code == 2
        assert is_pdf(tmp_path / "good.pdf")
        assert "zip.txt" in ran.err
        assert "missing.txt" in ran.err

    def test_a_document_that_cannot_be_set_does_not_stop_the_rest(
        self, govdocs, source, tmp_path, monkeypatch
    ):
        def broken_for_bad(built, to, **options):
            if built.main_part.title.startswith("坏"):
                raise LayoutError("排不下", "does not fit")
            return api.render_with_findings(built, to, **options)

        monkeypatch.setattr("govdocs.cli.rendering.render_with_findings", broken_for_bad)
        ran = govdocs(
            "render", source("坏报告\n\n文。\n", "bad.txt"), source(name="good.txt"), *TO_PDF
        )
        assert ran.code == 1
        assert "does not fit" in ran.err
        assert is_pdf(tmp_path / "good.pdf")

    def test_a_defect_of_ours_does_not_stop_the_rest(self, govdocs, source, tmp_path, monkeypatch):
        def broken_for_bad(built, to, **options):
            if built.main_part.title.startswith("坏"):
                raise IndexError("oops")
            return api.render_with_findings(built, to, **options)

        monkeypatch.setattr("govdocs.cli.rendering.render_with_findings", broken_for_bad)
        ran = govdocs(
            "render", source("坏报告\n\n文。\n", "bad.txt"), source(name="good.txt"), *TO_PDF
        )
        assert ran.code == 2
        assert "internal error" in ran.err
        assert is_pdf(tmp_path / "good.pdf")

    def test_a_replacement_that_only_one_needs_withholds_no_other(self, govdocs, source, tmp_path):
        text = "青禾县2017年度政府信息公开工作报告\n\n一、情况\n青禾县公开信息57条。\n"
        clean, hacked = source(text, "clean.txt"), source(text.replace("青禾县", "坏名"), "bad.txt")
        ran = govdocs("render", clean, hacked, *TO_PDF, "--strict", "--replace", "坏名=青禾县")
        assert is_pdf(tmp_path / "clean.pdf")
        assert is_pdf(tmp_path / "bad.pdf")
        assert ran.code == 0

    def test_two_that_would_write_one_file_are_a_usage_error_before_anything_is_written(
        self, govdocs, source, tmp_path
    ):
        first, second = source(name="a/x.txt"), source(name="b/x.txt")
        ran = govdocs("render", first, second, "-o", "out", *TO_PDF)
        assert ran.code == 2
        assert "a/x.txt" in ran.err
        assert "b/x.txt" in ran.err
        assert not (tmp_path / "out").exists()

    def test_one_stem_in_one_folder_is_the_same_file(self, govdocs, source):
        ran = govdocs("render", source(name="x.txt"), source(name="x.md"), *TO_PDF)
        assert ran.code == 2

    def test_the_same_source_twice_is_a_usage_error(self, govdocs, source):
        source()
        assert govdocs("render", "report.txt", "./report.txt", *TO_PDF).code == 2

    def test_one_stem_in_two_folders_beside_their_sources_is_fine(self, govdocs, source):
        assert govdocs("render", source(name="a/x.txt"), source(name="b/x.txt"), *TO_PDF).code == 0


class TestJson:
    def test_one_array_of_source_outputs_findings(self, govdocs, source):
        path = source(HACKED)
        ran = govdocs("render", path, "missing.txt", *TO_PDF, "--json")
        hacked, missing = json.loads(ran.out)
        assert ran.code == 2
        assert list(hacked) == ["source", "outputs", "findings"]
        assert (hacked["source"], hacked["outputs"]) == ("report.txt", ["report.pdf"])
        assert missing["outputs"] == []
        assert [finding["severity"] for finding in missing["findings"]] == ["error"]
        for finding in (*hacked["findings"], *missing["findings"]):
            assert {"id", "severity", "line", "zh", "en"} <= finding.keys()

    def test_every_place_is_listed_where_the_terminal_sums_up(self, govdocs, source):
        text = "青禾县2017年度政府信息公开工作报告\n\n" + "一句话,又一句话。\n" * 9
        ran = govdocs("render", source(text), *TO_PDF, "--json")
        lines = [f["line"] for f in json.loads(ran.out)[0]["findings"]]
        assert lines == list(range(3, 12))
        assert len(ran.err.splitlines()) == 1
        assert "(9 of this kind" in ran.err

    def test_errors_are_never_summed_up(self, govdocs, source):
        text = f"青禾县2017年度报告\n\n{f'{FOREIGN}的信息。' * 6}\n"
        ran = govdocs("render", source(text), *TO_PDF)
        assert sum("error:" in line for line in ran.err.splitlines()) == 6

    def test_stdout_holds_nothing_but_json(self, govdocs, source):
        ran = govdocs("render", source(), *TO_PDF, "--json")
        assert json.loads(ran.out) == [
            {"source": "report.txt", "outputs": ["report.pdf"], "findings": []}
        ]


class TestReplace:
    def test_the_first_equals_sign_splits(self, govdocs, source, tmp_path):
        path = source("青禾县2017年度报告\n\n甲式为x。\n")
        govdocs("render", path, *TO_PDF, "--replace", "甲式=a=b", "--replace", "x=")
        built = library.read(path, replace={"甲式": "a=b", "x": ""})
        expected = library.render(built, "pdf", bundled_fonts=True)
        assert (tmp_path / "report.pdf").read_bytes() == expected

    @pytest.mark.parametrize("pair", ["=new", "no sign", ""])
    def test_a_pair_without_old_or_sign_is_a_usage_error(self, govdocs, source, pair):
        ran = govdocs("render", source(), *TO_PDF, "--replace", pair)
        assert ran.code == 2
        assert "OLD=NEW" in ran.err

    def test_it_does_not_work_on_json_and_says_so(self, govdocs, source):
        path = source(library.encode(document("题")), "built.json")
        ran = govdocs("render", path, *TO_PDF, "--replace", "a=b")
        assert ran.code == 2
        assert "JSON" in ran.err


UNREADABLE = {
    "a zip": b"PK\x03\x04" + b"\0" * 40,
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40,
    "a NUL": "题\n正\0文\n".encode(),
    "broken UTF-8": "公开工作报告".encode()[:-1] + b"\xff\xff" + "公开工作报告".encode() * 3,
    "half a GB18030 character": "公开".encode("gb18030") + b"\x81",
}


class TestUnreadable:
    @pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
    def test_a_file_that_is_no_text_is_named_and_nothing_is_written(
        self, govdocs, source, tmp_path, data
    ):
        ran = govdocs("render", source(data), *TO_PDF)
        assert ran.code == 2
        assert ran.err.startswith("report.txt")
        assert "error" in ran.err
        assert not (tmp_path / "report.pdf").exists()

    @pytest.mark.parametrize("data", [b"", b"{}", b"[", b'{"format": "other"}', b"\xff\xfe"])
    def test_json_that_is_no_document_is_named(self, govdocs, source, data):
        ran = govdocs("render", source(data, "built.json"), *TO_PDF)
        assert ran.code == 2
        assert ran.err.startswith("built.json")

    def test_a_folder_is_no_source(self, govdocs, source, tmp_path):
        (tmp_path / "folder").mkdir()
        (tmp_path / "folder.json").mkdir()
        assert govdocs("render", "folder", *TO_PDF).code == 2
        assert govdocs("render", "folder.json", *TO_PDF).code == 2

    def test_an_empty_file_is_refused(self, govdocs, source, tmp_path):
        ran = govdocs("render", source(b""), *TO_PDF)
        assert ran.code == 2
        assert "error" in ran.err
        assert not (tmp_path / "report.pdf").exists()


class TestWriting:
    def test_a_failed_rename_leaves_the_old_file_whole(
        self, govdocs, source, tmp_path, monkeypatch
    ):
        (tmp_path / "report.pdf").write_bytes(b"old")
        monkeypatch.setattr(files.os, "replace", full_disk)
        ran = govdocs("render", source(), *TO_PDF)
        assert ran.code == 2
        assert "no space is left" in ran.err
        assert (tmp_path / "report.pdf").read_bytes() == b"old"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["report.pdf", "report.txt"]

    def test_a_failed_write_leaves_the_old_file_whole(self, govdocs, source, tmp_path, monkeypatch):
        (tmp_path / "report.pdf").write_bytes(b"old")
        monkeypatch.setattr(files.os, "urandom", full_disk)
        ran = govdocs("render", source(), *TO_PDF)
        assert ran.code == 2
        assert (tmp_path / "report.pdf").read_bytes() == b"old"

    def test_a_folder_in_the_place_of_the_file_is_left_alone(self, govdocs, source, tmp_path):
        (tmp_path / "report.pdf").mkdir()
        ran = govdocs("render", source(), *TO_PDF)
        assert ran.code == 2
        assert (tmp_path / "report.pdf").is_dir()
        assert not list(tmp_path.glob(".govdocs*"))

    def test_a_file_in_the_place_of_the_folder_is_a_clear_error(self, govdocs, source, tmp_path):
        (tmp_path / "out").write_bytes(b"")
        ran = govdocs("render", source(), "-o", "out/deep", *TO_PDF)
        assert ran.code == 2
        assert "cannot write" in ran.err

    def test_a_new_file_has_the_usual_permissions(self, govdocs, source, tmp_path):
        previous = os.umask(0o027)
        try:
            govdocs("render", source(), *TO_PDF)
        finally:
            os.umask(previous)
        assert stat.S_IMODE((tmp_path / "report.pdf").stat().st_mode) == 0o640


def full_disk(*arguments, **named):
    raise OSError(28, "No space left on device")


class TestDate:
    TEXT = "题的报告\n\n正文。\n\n青禾县人民政府\n2018年1月9日\n"

    def created(self, path):
        with pypdfium2.PdfDocument(path) as pdf:
            return pdf.get_metadata_dict()["CreationDate"].removeprefix("D:")[:8]

    def test_the_option_goes_before_all_else(self, govdocs, source, tmp_path, monkeypatch):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
        govdocs("render", source(self.TEXT), *TO_PDF, "--date", "2020-02-29")
        assert self.created(tmp_path / "report.pdf") == "20200229"

    def test_source_date_epoch_goes_before_the_date_of_issue(
        self, govdocs, source, tmp_path, monkeypatch
    ):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
        govdocs("render", source(self.TEXT), *TO_PDF)
        assert self.created(tmp_path / "report.pdf") == "20010909"

    def test_the_date_of_issue_goes_before_1980(self, govdocs, source, tmp_path):
        govdocs("render", source(self.TEXT), source(name="b.txt"), *TO_PDF)
        assert self.created(tmp_path / "report.pdf") == "20180109"
        assert self.created(tmp_path / "b.pdf") == "19800101"

    @pytest.mark.parametrize("date", ["2018-13-01", "9.1.2018", "", "today"])
    def test_a_date_that_is_none_is_a_usage_error(self, govdocs, source, date):
        ran = govdocs("render", source(), *TO_PDF, "--date", date)
        assert ran.code == 2
        assert "YYYY-MM-DD" in ran.err
