"""Read a file's bytes, or say why it cannot be read."""

from __future__ import annotations

from pathlib import Path

from govdocs.errors import InputError
from govdocs.messages.os_errors import reason_of


def file_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: it cannot be read; the reason is named.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        why = reason_of(error)
        raise InputError(
            f"读不了文件：{why.zh}", f"cannot read the file: {why.en}", at=str(path)
        ) from error
