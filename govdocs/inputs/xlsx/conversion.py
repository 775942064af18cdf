"""Make an .xlsx of a workbook of another format, by LibreOffice where it is installed."""

from __future__ import annotations

from govdocs.environment import office_program
from govdocs.inputs.libreoffice import convert
from govdocs.inputs.recognition import Kind
from govdocs.inputs.xlsx.opening import MOST_BYTES
from govdocs.processes import TimedOut

_ENDINGS = {Kind.XLS: "xls", Kind.ODS: "ods"}


def converted(data: bytes, kind: Kind) -> bytes | None:
    """The workbook as .xlsx; None where LibreOffice is not there, or fails, or knows no such kind.

    Formulas are computed by LibreOffice on the way; macros are not run.
    """
    program = office_program() if kind in _ENDINGS and len(data) <= MOST_BYTES else None
    if program is None:
        return None
    try:
        return convert(program, data, _ENDINGS[kind], "xlsx", "xlsx")
    except (TimedOut, OSError):
        return None
