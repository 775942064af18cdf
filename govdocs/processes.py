"""Run another program for a bounded time, and leave nothing of it running."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


class TimedOut(Exception):
    """The program took longer than it was given, and was ended."""


def run_bounded(command: Sequence[str], *, seconds: float, folder: Path) -> None:
    """Run a program in a folder, without input, its output thrown away.

    It runs in a process group of its own, which is killed when the time is over: a starter script
    (as ``soffice`` is) would leave the program itself behind. Its exit code is not looked at.

    Raises:
        TimedOut: it took longer than ``seconds``.
        OSError: it cannot be started.
    """
    process = subprocess.Popen(
        list(command),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise TimedOut(command[0]) from error
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of the program's group; also where the caller is interrupted."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
