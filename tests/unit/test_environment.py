"""The door outwards where the machine is bare."""

from pathlib import Path

import pytest

from govdocs import environment
from govdocs.errors import UsageError


def homeless():
    raise RuntimeError("Could not determine home directory.")


def test_a_user_without_a_home_still_has_an_environment(monkeypatch):
    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    environment.default_environment.cache_clear()
    assert environment.default_environment().fonts.is_dir()
    environment.default_environment.cache_clear()


def test_a_folder_of_a_user_without_a_home_is_a_clear_error(monkeypatch):
    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    with pytest.raises(UsageError, match="HOME"):
        environment.user_config_directory()


def test_a_named_font_folder_goes_first(monkeypatch, tmp_path):
    monkeypatch.setenv("GOVDOCS_FONT_DIRS", str(tmp_path))
    environment.default_environment.cache_clear()
    assert environment.default_environment().font_directories[0] == tmp_path
    monkeypatch.delenv("GOVDOCS_FONT_DIRS")
    environment.default_environment.cache_clear()
