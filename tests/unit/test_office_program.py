"""Where LibreOffice is looked for."""

import shutil

from govdocs import environment


def test_a_named_program_counts_before_all(monkeypatch, tmp_path):
    program = tmp_path / "office"
    program.touch()
    monkeypatch.setenv("GOVDOCS_SOFFICE", str(program))
    assert environment.office_program() == program


def test_an_empty_name_or_one_of_nothing_means_none(monkeypatch, tmp_path):
    for name in ("", str(tmp_path / "none")):
        monkeypatch.setenv("GOVDOCS_SOFFICE", name)
        assert environment.office_program() is None


def test_else_the_search_path_is_asked(monkeypatch, tmp_path):
    monkeypatch.delenv("GOVDOCS_SOFFICE", raising=False)
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert environment.office_program() == program


def test_and_where_its_installers_put_it(monkeypatch, tmp_path):
    monkeypatch.delenv("GOVDOCS_SOFFICE", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    place = tmp_path / "LibreOffice/program/soffice.exe"
    place.parent.mkdir(parents=True)
    place.touch()
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    monkeypatch.setattr(environment.sys, "platform", "win32")
    assert environment.office_program() == place
