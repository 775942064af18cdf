"""The files that commands make."""

from __future__ import annotations

from pathlib import Path

from govdocs.errors import GovdocsError
from govdocs.files import replace_file
from govdocs.messages.os_errors import reason_of


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole, in a folder that is made if need be.

    Raises:
        GovdocsError: it cannot be written, or what stands there is no file.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        why = reason_of(error)
        raise GovdocsError(
            f"写不了文件：{why.zh}", f"cannot write the file: {why.en}", at=str(path)
        ) from error
