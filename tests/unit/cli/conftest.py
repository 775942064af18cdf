"""The command in this process: its exit code and what it printed."""

from pathlib import Path
from typing import NamedTuple

import pytest

from govdocs import environment
from govdocs.cli.app import run

CLEAN = """青禾县2017年度政府信息公开工作报告

本报告所列数据自2017年1月1日起。
一、主动公开情况
全年主动公开政府信息57条。
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def govdocs(capsys, monkeypatch, tmp_path):
    """Runs the command in an empty folder, in English, without anything of this machine."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "SOURCE_DATE_EPOCH", "GOVDOCS_FONT_DIRS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    environment.default_environment.cache_clear()

    def call(*arguments):
        code = run([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    yield call
    environment.default_environment.cache_clear()


@pytest.fixture
def source(tmp_path):
    """Writes a source file and returns its path, relative to the folder of the run."""

    def write(text=CLEAN, name="report.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return Path(name)

    return write
