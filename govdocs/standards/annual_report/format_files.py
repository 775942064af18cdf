"""Files that formats are read from: which one a name means, and no more of it than is sound."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

from govdocs.errors import InputError, UsageError
from govdocs.messages.os_errors import reason_of

MOST_BYTES = 1_000_000
"""Size above which a file is no format."""


def file_beside(name: str, folder: Path | None) -> Path:
    """The file that a caller names: in ``folder`` if it is there, else from the working folder."""
    beside = (folder or Path()) / name
    return beside if beside.is_file() else Path(name)


def file_named_in_data(name: str, folder: Path | None) -> Path:
    """The file that data names, which may be anybody's: in or below a folder of its own.

    Args:
        name: as the data has it.
        folder: where the data lies; None if it lies in no file.

    Raises:
        UsageError: it leads elsewhere, whether there is such a file or not; or the data has no
            folder.
    """
    if folder is None:
        raise UsageError(
            f"数据不是从文件读的，不能用其中的路径 {name!r} 作格式；请由调用者给出格式文件"
            "（format=…），或给出数据文件的路径",
            f"the data lies in no file, so the path {name!r} in it names no format; let the "
            "caller name the format's file (format=…), or read the data by its path",
        )
    homes = (folder, Path())
    inside = [path for home in homes if (path := home / name) and _is_in(path, homes)]
    if not inside:
        raise UsageError(
            f"格式文件 {name!r} 应在数据文件所在的文件夹或当前文件夹之内；别处的文件，"
            "请由调用者给出（--format）",
            f"the format's file {name!r} must lie in or below the data's folder or the working "
            "folder; let the caller name one elsewhere (--format)",
        )
    return next((path for path in inside if path.is_file()), inside[-1])


def _is_in(path: Path, homes: tuple[Path, ...]) -> bool:
    """Whether a path lies in one of some folders when every link is followed."""
    try:
        real = path.resolve()
        return any(real.is_relative_to(home.resolve()) for home in homes)
    except (OSError, ValueError, RuntimeError):  # a ring of links, a NUL
        return False


def toml_of(path: Path) -> dict[str, Any]:
    """What a TOML file says.

    Raises:
        InputError: it cannot be read, is no plain file, is too large, or is no TOML.
    """
    # tomllib is imported here: it costs milliseconds that other work need not pay.
    import tomllib

    try:
        return tomllib.loads(_text(path))
    except RecursionError as error:
        raise _unreadable(path, "层次太深", "it is nested too deep") from error
    except OSError as error:
        raise _unreadable(path, *reason_of(error)) from error
    except ValueError as error:
        raise _unreadable(path, f"不是 TOML：{error}", f"it is no TOML: {error}") from error


def _text(path: Path) -> str:
    if not stat.S_ISREG(path.stat().st_mode):  # a device or a pipe has no end
        raise _unreadable(path, "不是普通文件", "it is no plain file")
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _unreadable(path, f"超过 {MOST_BYTES} 字节", f"it has more than {MOST_BYTES} bytes")
    return data.decode("utf-8-sig")


def _unreadable(path: Path, zh: str, en: str) -> InputError:
    return InputError(f"读不了年报格式：{zh}", f"cannot read the report format: {en}", at=str(path))
