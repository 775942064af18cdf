"""The files of a folder, each read once; one that fails does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from govdocs.errors import GovdocsError, InputError, ReportError
from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.county.roster import plain_name
from govdocs.kinds.annual_report.reading import ReportReading, read_report_with_findings
from govdocs.messages.os_errors import reason_of

_NO_REPORTS = frozenset({"thumbs.db", "desktop.ini"})

# What is read rather than another file of the same report: data before what was made from it.
_PREFERRED = (".yaml", ".yml", ".json", ".xlsx", ".xlsm", ".docx", ".html", ".htm", ".txt")


class Failure(NamedTuple):
    """Why a file could not be read."""

    zh: str
    en: str
    findings: tuple[Finding, ...] = ()


class ReadFile(NamedTuple):
    """A file of the folder.

    Attributes:
        path: where it lies.
        reading: the report in it; None if there is none.
        failure: why there is none.
    """

    path: Path
    reading: ReportReading | None
    failure: Failure | None

    @property
    def stem(self) -> str:
        """Its name without the ending, as names are compared."""
        return plain_name(self.path.stem)

    @property
    def agency(self) -> str:
        """The agency that the report in it names, as names are compared; empty for none."""
        return plain_name(self.reading.report.agency) if self.reading else ""

    @property
    def rank(self) -> tuple[int, str]:
        """The better to be read, the lower."""
        ending = self.path.suffix.lower()
        at = _PREFERRED.index(ending) if ending in _PREFERRED else len(_PREFERRED)
        return at, self.path.name


class FolderFiles(NamedTuple):
    """What a folder holds: files to look at, and what was passed over."""

    files: tuple[Path, ...]
    hidden: tuple[Path, ...]
    folders: tuple[Path, ...]


def list_folder(folder: Path, ignored: Collection[Path] = ()) -> FolderFiles:
    """The files of a folder in the order of their names; its subfolders are not entered.

    Args:
        folder: the folder.
        ignored: files that are no unit's: the roster, what an earlier run wrote.

    Raises:
        InputError: it is no folder, or cannot be listed.
    """
    passed = {_key(path) for path in ignored}
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
        folders = tuple(path for path in entries if path.is_dir())
    except OSError as error:
        why = reason_of(error)
        raise InputError(
            f"打不开文件夹：{why.zh}", f"cannot open the folder: {why.en}", at=str(folder)
        ) from error
    files = [path for path in entries if path not in folders and _key(path) not in passed]
    hidden = tuple(path for path in files if _is_hidden(path.name))
    return FolderFiles(tuple(path for path in files if path not in hidden), hidden, folders)


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths name one file, as far as names tell."""
    return _key(one) == _key(other)


def _key(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _is_hidden(name: str) -> bool:
    """Office programs' lock files, and what file managers leave behind."""
    return name.startswith((".", "~$")) or name.lower() in _NO_REPORTS


def read_file(path: Path, *, replace: Mapping[str, str] | None = None) -> ReadFile:
    """Read one file; whatever goes wrong is kept with it.

    Args:
        path: the file.
        replace: texts to replace in a page before it is read.
    """
    try:
        return ReadFile(path, read_report_with_findings(path, replace=replace), None)
    except ReportError as error:
        first = error.findings[0] if error.findings else None
        more = len(error.findings) - 1
        zh = f"{first.zh}{f'（另有{more}处）' if more else ''}" if first else error.zh
        en = f"{first.en}{f' ({more} more)' if more else ''}" if first else error.en
        return ReadFile(path, None, Failure(zh, en, error.findings))
    except InputError as error:
        return ReadFile(path, None, Failure(error.zh, error.en, (_finding(error),)))
    except GovdocsError as error:
        return ReadFile(path, None, Failure(error.zh, error.en, (_finding(error),)))
    except Exception as error:  # a defect of ours must not take the other units along
        defect = GovdocsError(
            f"govdocs 内部错误（{error!r}）；请报告这份来源",
            f"internal error of govdocs ({error!r}); please report this source",
        )
        return ReadFile(path, None, Failure(defect.zh, defect.en, (_finding(defect),)))


def _finding(error: GovdocsError) -> Finding:
    return Finding(
        id="unreadable-input", severity=Severity.ERROR, zh=error.zh, en=error.en, place=error.at
    )
