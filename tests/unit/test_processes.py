"""Programs are run for a bounded time and leave nothing running."""

import os
import sys
import time

import pytest

from govdocs.processes import TimedOut, run_bounded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return True


def test_a_program_runs_in_its_folder(tmp_path):
    run_bounded(["/bin/sh", "-c", "echo x > made"], seconds=60, folder=tmp_path)
    assert (tmp_path / "made").read_text() == "x\n"


def test_what_is_missing_is_an_os_error(tmp_path):
    with pytest.raises(OSError, match="nothing"):
        run_bounded([str(tmp_path / "nothing")], seconds=60, folder=tmp_path)


def test_when_the_time_is_over_its_children_end_too(tmp_path):
    with pytest.raises(TimedOut):
        run_bounded(
            ["/bin/sh", "-c", "sleep 600 & echo $! > pid; wait"], seconds=1, folder=tmp_path
        )
    pid = int((tmp_path / "pid").read_text())
    for _ in range(200):
        if not is_running(pid):
            return
        time.sleep(0.05)
    raise AssertionError("the child still runs")


def test_what_a_program_leaves_behind_is_ended(tmp_path):
    run_bounded(["/bin/sh", "-c", "sleep 600 & echo $! > pid"], seconds=60, folder=tmp_path)
    pid = int((tmp_path / "pid").read_text())
    for _ in range(200):
        if not is_running(pid):
            return
        time.sleep(0.05)
    raise AssertionError("the child still runs")
