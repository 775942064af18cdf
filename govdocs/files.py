"""Write files so that what stood in their place is whole until the new one is."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write a file beside its place, then rename it there.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    beside = path.parent / f".govdocs-{os.urandom(8).hex()}.tmp"
    try:
        # Not tempfile: its files are private, and this one is to have the usual permissions.
        with beside.open("xb") as file:
            file.write(data)
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
