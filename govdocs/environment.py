"""The only door outwards: where fonts and templates lie, and what the machine says.

Nothing below this module reads a clock, an environment variable or a well-known directory.
"""

from __future__ import annotations

import datetime
import os
import shutil
import sys
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from govdocs.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What a rendering may take from the machine it runs on.

    Attributes:
        fonts: folder of the bundled faces and their ``fonts.json``.
        templates: folder of the shipped templates.
        font_directories: folders searched for official faces, in order; empty for none.
        source_date: the date of SOURCE_DATE_EPOCH (UTC), or None.
    """

    fonts: Path
    templates: Path
    font_directories: tuple[Path, ...] = ()
    source_date: datetime.date | None = None


@lru_cache(maxsize=1)
def default_environment() -> Environment:
    """The environment of this machine, read once in a process.

    ``GOVDOCS_FONT_DIRS`` (folders joined as in PATH) goes before the system's font folders;
    ``SOURCE_DATE_EPOCH`` (seconds) is the date where a caller gives none.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is no whole number of seconds.
    """
    data = _data_folder()
    return Environment(
        fonts=data / "fonts",
        templates=data / "templates",
        font_directories=_font_directories(),
        source_date=_source_date(os.environ.get("SOURCE_DATE_EPOCH")),
    )


def _data_folder() -> Path:
    """The data inside an installed wheel, or the checkout of an editable install."""
    package = Path(__file__).resolve().parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent


def _source_date(seconds: str | None) -> datetime.date | None:
    if not seconds:
        return None
    try:
        if not (seconds.isascii() and seconds.isdigit()):
            raise ValueError(seconds)
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()
    except (OverflowError, ValueError, OSError):
        raise UsageError(
            f"环境变量 SOURCE_DATE_EPOCH 应为整数秒，得到 {seconds[:40]!r}",
            f"SOURCE_DATE_EPOCH must be whole seconds, got {seconds[:40]!r}",
        ) from None


def _font_directories() -> tuple[Path, ...]:
    named = os.environ.get("GOVDOCS_FONT_DIRS", "").split(os.pathsep)
    folders = [Path(name) for name in named if name] + _system_font_directories(sys.platform)
    return tuple(dict.fromkeys(folder for folder in folders if folder.is_dir()))


def _system_font_directories(platform: str) -> list[Path]:
    """Where fonts of the system, of WPS and of Microsoft Office usually lie."""
    if platform == "win32":
        return _windows_font_directories()
    if platform == "darwin":
        assets = Path("/System/Library/AssetsV2").glob("com_apple_MobileAsset_Font*/*/AssetData")
        return [
            Path("/System/Library/Fonts"),
            Path("/Library/Fonts"),
            *_in_home("Library/Fonts"),
            *sorted(assets),
            Path("/Applications/Microsoft Word.app/Contents/Resources/DFonts"),
            Path("/Applications/wpsoffice.app/Contents/Resources/office6/fonts"),
            Path("/Applications/WPS Office.app/Contents/Resources/office6/fonts"),
        ]
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        *(Path(data) / "fonts" for data in filter(None, [os.environ.get("XDG_DATA_HOME")])),
        *_in_home(".local/share/fonts"),
        *_in_home(".fonts"),
        Path("/opt/kingsoft/wps-office/office6/fonts"),
        Path("/opt/apps/cn.wps.wps-office-pro/files/kingsoft/wps-office/office6/fonts"),
        *_in_home(".kingsoft/office6/fonts"),
    ]


def _in_home(tail: str) -> list[Path]:
    """A folder of the user's home; nothing where there is no home (a bare container)."""
    try:
        return [Path.home() / tail]
    except RuntimeError:
        return []


def _windows_font_directories() -> list[Path]:
    def under(variable: str, *tails: str) -> list[Path]:
        root = os.environ.get(variable)
        if not root:
            return []
        return [path for tail in tails for path in sorted(Path(root).glob(tail))]

    office = ("WPS Office/*/office6/fonts", "WPS Office/office6/fonts")
    kingsoft = tuple(f"Kingsoft/{tail}" for tail in office)
    return [
        *(under("WINDIR", "Fonts") or [Path("C:/Windows/Fonts")]),
        *under("LOCALAPPDATA", "Microsoft/Windows/Fonts", *office, *kingsoft),
        *under("APPDATA", "kingsoft/office6/fonts"),
        *under("ProgramFiles", *office, *kingsoft),
        *under("ProgramFiles(x86)", *office, *kingsoft),
    ]


def user_data_directory() -> Path:
    """The user's data folder (XDG_DATA_HOME on Linux).

    Raises:
        UsageError: the user has no home.
    """
    return _user_directory("XDG_DATA_HOME", ".local/share")


def user_config_directory() -> Path:
    """The user's configuration folder (XDG_CONFIG_HOME on Linux).

    Raises:
        UsageError: the user has no home.
    """
    return _user_directory("XDG_CONFIG_HOME", ".config")


def _user_directory(variable: str, tail: str) -> Path:
    named = os.environ.get(variable)
    found = [Path(named)] if named else _in_home(tail)
    if not found:
        raise UsageError(
            f"找不到用户的主目录；请设置环境变量 HOME 或 {variable}",
            f"the user has no home folder; set HOME or {variable}",
        )
    return found[0]


def monotonic_seconds() -> float:
    """Seconds of a clock that never goes back, for measuring how long something takes."""
    return time.monotonic()


def office_program() -> Path | None:
    """LibreOffice's program, or None.

    ``GOVDOCS_SOFFICE`` names it; empty, it says that none is to be used. Else it is looked for on
    the search path and where its installers put it.
    """
    named = os.environ.get("GOVDOCS_SOFFICE")
    if named is not None:
        return Path(named) if named and Path(named).is_file() else None
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Path(found)
    return next((path for path in _office_programs(sys.platform) if path.is_file()), None)


def _office_programs(platform: str) -> list[Path]:
    if platform == "darwin":
        return [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
    if platform == "win32":
        roots = [os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)")]
        return [Path(root) / "LibreOffice/program/soffice.exe" for root in roots if root]
    return [Path("/usr/lib/libreoffice/program/soffice"), Path("/opt/libreoffice/program/soffice")]
