"""The command as a process of its own: ``python -m govdocs``."""

import json
import os
import subprocess
import sys

import pytest

TEXT = "青禾县2017年度政府信息公开工作报告\n\n一段文字,只此一句。\n"


def run(folder, *arguments, **variables):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "govdocs", *arguments],
        cwd=folder,
        env=kept | variables,
        capture_output=True,
        check=False,
    )


def test_a_report_is_rendered(tmp_path):
    (tmp_path / "报告.txt").write_text(TEXT, encoding="utf-8")
    done = run(
        tmp_path, "render", "报告.txt", "--to", "pdf", "--bundled-fonts", LANG="zh_CN.UTF-8",
        PYTHONUTF8="1",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "报告.pdf").read_bytes().startswith(b"%PDF-")
    assert "报告.txt:3: 提示: ".encode() in done.stderr
    assert done.stdout.decode() == f"报告.txt → 报告.pdf{os.linesep}"


def test_a_terminal_that_shows_no_chinese_gets_escapes_and_no_traceback(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run(tmp_path, "inspect", "a.txt", LANG="C", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert b"\\u9752\\u79be" in done.stdout
    assert b"Traceback" not in done.stderr


def test_the_exit_code_is_that_of_the_run(tmp_path):
    done = run(tmp_path, "render", "missing.txt", LANG="C")
    assert done.returncode == 2
    assert b"missing.txt" in done.stderr


RARE = "青禾县2017年度政府信息公开工作报告\n\n一、主动𪛖公开情况\n有🦄。\n"


@pytest.mark.parametrize("encoding", ["gbk", "latin-1", "ascii", "utf-8"])
@pytest.mark.parametrize("command", ["inspect", "render"])
def test_json_is_json_in_every_encoding(tmp_path, encoding, command):
    (tmp_path / "𪛖é.txt").write_text(RARE, encoding="utf-8")
    done = run(
        tmp_path, command, "𪛖é.txt", "--json", LANG="C", PYTHONUTF8="1", PYTHONIOENCODING=encoding
    )
    found = json.loads(done.stdout.decode(encoding))
    if command == "inspect":
        assert "主动𪛖公开情况" in [block["text"] for block in found["blocks"]]
    else:
        assert found[0]["source"] == "𪛖é.txt"
    assert (encoding == "utf-8") == (not done.stdout.isascii())


def run_into_a_closed_pipe(folder, *arguments):
    """Run the command with a stdout that nobody reads, as `| head` leaves it."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return subprocess.run(
            [sys.executable, "-m", "govdocs", *arguments],
            cwd=folder,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)


@pytest.mark.skipif(os.name == "nt", reason="Windows tells of a closed pipe in another way")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["inspect", "a.txt"], 0),
        (["inspect", "a.txt", "--json"], 0),
        (["inspect", "hacked.txt"], 1),
        (["inspect", "missing.txt"], 2),
        (["fonts", "list", "--bundled-fonts"], 0),
        (["render", "a.txt", "b.txt", "--to", "docx"], 0),
        (["--version"], 0),
        (["--help"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_closed_pipe_changes_nothing(tmp_path, arguments, code):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    hacked = "开云手机官网入口·(中国)官方网站2017年度政府信息公开工作报告\n\n正文。\n"
    (tmp_path / "hacked.txt").write_text(hacked, encoding="utf-8")
    done = run_into_a_closed_pipe(tmp_path, *arguments)
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    if arguments[0] == "render":
        assert (tmp_path / "b.docx").is_file()
