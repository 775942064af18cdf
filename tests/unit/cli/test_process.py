"""The command as a process of its own: ``python -m govdocs``."""

import os
import subprocess
import sys

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
