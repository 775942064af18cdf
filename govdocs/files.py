"""Write files so that what stood in their place is whole until the new one is."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from govdocs.errors import UsageError


def replace_file(path: Path, data: bytes) -> None:
    """Write a file beside its place, then rename it there.

    Where the path is a symbolic link, the file that it leads to is replaced and the link stays.

    Raises:
        UsageError: what stands there is no file: a folder, a pipe, a device.
        OSError: it cannot be written; nothing is left behind.
    """
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        target.stat()  # links that lead in a ring: the system's own error
    if target.exists() and not target.is_file():
        raise UsageError(
            f"{path} 不是普通文件（是文件夹、管道或设备），不能写成文件；请换个文件名",
            f"{path} is no regular file but a folder, a pipe or a device, and is not replaced; "
            "choose another name",
        )
    beside = target.parent / f".govdocs-{os.urandom(8).hex()}.tmp"
    try:
        # Not tempfile: its files are private, and this one is to have the usual permissions.
        with beside.open("xb") as file:
            file.write(data)
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
