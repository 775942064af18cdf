"""The command in this process, in an empty folder, in Chinese."""

from typing import NamedTuple

import pytest

from govdocs import environment
from govdocs.cli.app import run


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def command(capsys, monkeypatch, tmp_path):
    """Runs the command with ``--lang zh``."""
    monkeypatch.chdir(tmp_path)
    for name in ("SOURCE_DATE_EPOCH", "GOVDOCS_FONT_DIRS"):
        monkeypatch.delenv(name, raising=False)
    environment.default_environment.cache_clear()

    def call(*arguments):
        code = run([*map(str, arguments), "--lang", "zh"])
        return Ran(code, *capsys.readouterr())

    yield call
    environment.default_environment.cache_clear()
