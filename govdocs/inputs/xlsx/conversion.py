"""Make an .xlsx of a workbook of another format, by LibreOffice where it is installed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from govdocs.environment import office_program
from govdocs.inputs.recognition import Kind
from govdocs.inputs.xlsx.opening import MOST_BYTES
from govdocs.processes import TimedOut, run_bounded

SECONDS = 60
"""How long a conversion may take."""

_ENDINGS = {Kind.XLS: "xls", Kind.ODS: "ods"}


def converted(data: bytes, kind: Kind) -> bytes | None:
    """The workbook as .xlsx; None where LibreOffice is not there, or fails, or knows no such kind.

    Formulas are computed by LibreOffice on the way; macros are not run.
    """
    program = office_program() if kind in _ENDINGS and len(data) <= MOST_BYTES else None
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="govdocs-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        source = folder / f"source.{_ENDINGS[kind]}"
        source.write_bytes(data)
        # A profile of its own: the user's may be in use, and may trust macros.
        command = (
            str(program),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--convert-to", "xlsx"),
            *("--outdir", str(folder / "out"), str(source)),
        )
        try:
            run_bounded(command, seconds=SECONDS, folder=folder)
            return (folder / "out" / "source.xlsx").read_bytes()
        except (TimedOut, OSError):
            return None
