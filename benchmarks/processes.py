"""Run a command in a process of its own and say what it used."""

import os
import signal
import subprocess
import time
from threading import Timer
from typing import NamedTuple


class Usage(NamedTuple):
    """What one process used, itself and its children together."""

    wall: float
    cpu: float
    peak_mb: float
    output: str


def run(command, *, environment=None, cap=600):
    """Run to the end; None if it failed or needed more than `cap` seconds."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=os.environ | (environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    guard = Timer(cap, os.killpg, (process.pid, signal.SIGKILL))
    guard.start()
    try:
        output = process.stdout.read()
        # wait4 and not wait: it alone tells what this one child used.
        _, status, used = os.wait4(process.pid, 0)
    finally:
        guard.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return None
    wall = time.perf_counter() - start
    return Usage(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output)
