"""Have LibreOffice convert a file, in a folder and a profile of its own, for a bounded time."""

from __future__ import annotations

import tempfile
from pathlib import Path

from govdocs.processes import run_bounded

SECONDS = 60
"""How long a conversion may take."""


def convert(program: Path, data: bytes, ending: str, to: str, result: str) -> bytes:
    """The bytes of the file that LibreOffice makes.

    Args:
        program: LibreOffice.
        data: the file to convert.
        ending: by which LibreOffice knows its format, such as ``doc``.
        to: the filter, as ``--convert-to`` takes it.
        result: the ending of what it makes.

    Raises:
        TimedOut: it took longer than :data:`SECONDS`.
        OSError: it made nothing.
    """
    with tempfile.TemporaryDirectory(prefix="govdocs-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        source = folder / f"source.{ending}"
        source.write_bytes(data)
        # A profile of its own: the user's may be in use, which makes LibreOffice hand the file to
        # the window that is open, and may trust macros.
        command = (
            str(program),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--convert-to", to),
            *("--outdir", str(folder / "out"), str(source)),
        )
        run_bounded(command, seconds=SECONDS, folder=folder)
        return (folder / "out" / f"source.{result}").read_bytes()
