"""Every example runs as its own first lines say."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_a_program_among_the_examples_runs_in_an_empty_folder(path, tmp_path):
    done = subprocess.run(
        [sys.executable, "-W", "error", path],
        cwd=tmp_path,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    written = sorted(made.name for made in tmp_path.iterdir())
    assert written
    assert all(name in done.stdout for name in written)


def test_the_report_in_code_writes_both_formats(tmp_path):
    subprocess.run([sys.executable, EXAMPLES / "build_in_code.py"], cwd=tmp_path, check=True)
    assert (tmp_path / "lijia-2017.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "lijia-2017.pdf").read_bytes().startswith(b"%PDF-")
